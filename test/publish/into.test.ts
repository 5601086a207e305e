import { cpSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { buildReport } from '../../src/publish/build.js';
import { intoReport, writeInto } from '../../src/publish/into.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

const folder = mkdtempSync(join(tmpdir(), 'jibiao-into-'));
const workshop = { layouts: shippedLayouts, fonts, out: folder, program: 'test' };
const wish = { layouts: shippedLayouts, layout: undefined };
const built = new Map<string, Uint8Array>();

/** A published sample with changes in the XML of its text, and its report. */
async function edited(name: string, change: (xml: string) => string, format: 'docx' | 'xlsx' = 'docx') {
  const report = join(folder, `${name}.json`);
  cpSync(`data/${name}.json`, report);
  const key = `${name}.${format}`;
  if (!built.has(key)) {
    const formats = { formats: [format], docxFonts: 'native', verify: false, source: false } as const;
    const { files } = await buildReport(report, workshop, formats);
    built.set(key, readFileSync(files[0]?.path as string));
  }
  const parts = unzipSync(built.get(key) as Uint8Array);
  const part = format === 'docx' ? 'word/document.xml' : 'xl/sharedStrings.xml';
  const before = strFromU8(parts[part] as Uint8Array);
  const after = change(before);
  expect(after).not.toBe(before);
  const file = join(folder, `${name}-edited-${built.size}-${Math.abs(after.length - before.length)}.${format}`);
  writeFileSync(file, zipSync({ ...parts, [part]: strToU8(after) }));
  return { file, report };
}

function lines(before: string, after: string): string[] {
  const old = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !old.has(line));
}

it('writes what was edited into the report, and leaves every other byte', async () => {
  const { file, report } = await edited('shanghai-2024', (xml) =>
    xml.replace('≥16.00(个)', '≥20.00(个)').replace('>覆盖面<', '>覆盖面积<'),
  );
  const before = readFileSync(report, 'utf8');
  const into = await intoReport(file, report, wish);
  expect(into.edited.map(({ before: was, after }) => [was, after])).toEqual([
    ['覆盖面', '覆盖面积'],
    ['≥16.00(个)', '≥20.00(个)'],
  ]);
  expect([into.refused, into.otherwise, into.problems]).toEqual([[], [], []]);
  expect(into.beside.map(({ zh }) => zh)).toContainEqual(expect.stringContaining('nameEn Coverage'));
  expect(readFileSync(report, 'utf8')).toBe(before);
  const { mode } = statSync(report);
  writeInto(into);
  expect(lines(before, readFileSync(report, 'utf8')).map((line) => line.trim())).toEqual([
    '"name": "覆盖面积",',
    '"annualTarget": { "sign": "≥", "value": "20.00", "unit": "个", "unitEn": "area/areas" }',
  ]);
  expect(statSync(report).mode).toBe(mode);
  // The second time there is nothing to do, but it is told that the report is another one than the file was made of.
  const again = await intoReport(file, report, wish);
  expect([again.edited, again.refused]).toEqual([[], []]);
});

it('reads tracked changes as accepted, and tells them', async () => {
  const { file, report } = await edited('shanghai-2024', (xml) =>
    xml.replace(
      '<w:r><w:t>基层科普服务</w:t></w:r>',
      '<w:r><w:t>基层</w:t></w:r><w:del w:id="9" w:author="a"><w:r><w:delText>科普</w:delText></w:r></w:del><w:ins w:id="10" w:author="a"><w:r><w:t>科技</w:t></w:r></w:ins><w:r><w:t>服务</w:t></w:r>',
    ),
  );
  const into = await intoReport(file, report, wish);
  expect(into.edited.map(({ changes }) => changes)).toEqual([
    [{ type: 'set', pointer: '/units/0/projects/0/name', value: '基层科技服务' }],
  ]);
  expect(into.beside.map(({ zh }) => zh).join()).toContain('修订中删去的文字未读入：科普');
});

it('fills a blank cell: money by its source and period, a goal by its period', async () => {
  const blank = '<w:pStyle w:val="CellAmount"/><w:spacing w:line="284" w:lineRule="exact"/></w:pPr></w:p>';
  const { file, report } = await edited('shanghai-2024', (xml) =>
    xml.replace(blank, '<w:pStyle w:val="CellAmount"/></w:pPr><w:r><w:t>5,000,000.00</w:t></w:r></w:p>'),
  );
  const into = await intoReport(file, report, wish);
  expect(into.edited.map(({ changes }) => changes)).toEqual([
    [
      {
        type: 'insert',
        list: '/units/0/projects/0/funding',
        after: 3,
        value: { source: 'total', period: 'whole', amount: '5000000.00' },
      },
    ],
  ]);
});

it('refuses words of the form, titles and sums, and says which fields to change', async () => {
  const { file, report } = await edited('nansha-2024', (xml) => {
    const title = /<w:t>部门整体预算绩效目标申报表<\/w:t>/;
    return xml.replace(title, '<w:t>部门整体绩效表</w:t>');
  });
  const into = await intoReport(file, report, wish);
  expect(into.edited).toEqual([]);
  expect(into.refused.map(({ why }) => why)).toEqual(['title']);
});

it('takes a whole new project, and leaves what no form prints of the one it is like', async () => {
  const { file, report } = await edited('shanghai-2024', (xml) => {
    const starts = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*财政项目支出绩效目标申报表/g)].map(({ index }) => index);
    const form = xml.slice(starts[1], starts[2]).replaceAll('科技会客厅', '科技书房');
    return xml.slice(0, starts[2]) + form + xml.slice(starts[2]);
  });
  const into = await intoReport(file, report, wish);
  const after = JSON.parse(new TextDecoder().decode(into.bytes)).units[0].projects;
  const before = JSON.parse(readFileSync(report, 'utf8')).units[0].projects;
  expect(after.map(({ name }: { name: string }) => name)).toEqual([
    ...before.slice(0, 2).map(({ name }: { name: string }) => name),
    '科技书房-科学咖啡馆',
    ...before.slice(2).map(({ name }: { name: string }) => name),
  ]);
  expect(after[2].id).toBeUndefined();
  expect(after[2].indicators).toHaveLength(before[1].indicators.length);
  expect(into.refused).toEqual([]);
});

it('takes edits of the table of open data, each in one of its rows', async () => {
  const { file, report } = await edited('shanghai-2024', (xml) => xml.replace('>覆盖面<', '>覆盖范围<'), 'xlsx');
  const into = await intoReport(file, report, wish);
  expect(into.edited).toHaveLength(1);
  expect(into.edited[0]?.changes[0]).toMatchObject({
    type: 'set',
    pointer: expect.stringMatching(/indicators\/\d+\/name$/),
  });
});

it('refuses a file of another report, a PDF, and a report that is not UTF-8', async () => {
  const { file, report } = await edited('shanghai-2024', (xml) => xml.replace('覆盖面', '覆盖'));
  const codes = async (run: Promise<unknown>): Promise<string[]> =>
    run.then(
      () => [],
      (cause: { problems: { code: string }[] }) => cause.problems.map(({ code }) => code),
    );
  expect(await codes(intoReport(file, 'data/nansha-2024.json', wish))).toEqual(['into-other-report']);
  const pdf = join(folder, 'a.pdf');
  writeFileSync(pdf, '%PDF-1.7\n%%EOF\n');
  expect(await codes(intoReport(pdf, report, wish))).toEqual(['into-pdf']);
  writeFileSync(report, Buffer.from([0xff, 0xfe, ...Buffer.from(readFileSync(report, 'utf8'), 'utf16le')]));
  expect(await codes(intoReport(file, report, wish))).toEqual(['into-not-utf8']);
});
