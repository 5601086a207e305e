import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Cell, Document, Edges, Paragraph, Table, TextStyle } from '../../../src/document/document.js';
import { placeCells } from '../../../src/document/walk.js';
import { writeDocx } from '../../../src/formats/docx/write.js';
import { pack, text, unpack } from '../../../src/formats/office/parts.js';
import { bilingual } from '../../bilingual.js';
import { runs } from '../../runs.js';
import { type Shown, type ShownCell, type ShownParagraph, shown } from './effective.js';
import { parts } from './open.js';
import { anyTable } from './random.js';
import { cell, document, fonts, heading, page, paragraph, portrait, richDocument, table, widths } from './sample.js';

const write = (document: Document) => writeDocx(document, fonts, widths, { fonts: 'native' });
const sides = ['top', 'left', 'bottom', 'right'] as const;
const aligns = { left: 'left', center: 'center', right: 'right', decimal: 'right', justify: 'both' } as const;

const edges = (lengths: readonly number[]): fc.Arbitrary<Edges> => {
  const length = fc.constantFrom(...lengths);
  return fc.record({ top: length, right: length, bottom: length, left: length });
};
const cellStyles = fc.record({
  padding: edges([2, 4]),
  border: edges([0, 0.5, 1.5]),
  verticalAlign: fc.constantFrom('top', 'middle', 'bottom'),
});
const looks = fc.record({
  role: fc.constantFrom('宋体', '黑体', '仿宋'),
  size: fc.constantFrom(9, 10.5, 12),
  bold: fc.boolean(),
});
const styles = fc.record({
  align: fc.constantFrom('left', 'center', 'right', 'justify'),
  lineHeight: fc.constantFrom(1.35, 1.5),
  before: fc.constantFrom(0, 6),
  after: fc.constantFrom(0, 3),
  indent: fc.constantFrom(0, 18),
  vertical: fc.constant(false),
});

/** Tables merged anyhow whose cells have a few looks among each other, as those of a layout. */
const styledTable: fc.Arbitrary<Table> = fc
  .tuple(
    anyTable,
    fc.array(cellStyles, { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(styles, looks), { minLength: 1, maxLength: 3 }),
    fc.infiniteStream(fc.nat(9)),
  )
  .map(([table, cellLooks, textLooks, choices]): Table => {
    const next = <T>(list: readonly T[]): T => list[(choices.next().value ?? 0) % list.length] as T;
    const styled = (own: Cell): Cell => ({
      ...own,
      ...next([{}, {}, { header: 'row' as const }, { header: 'column' as const }]),
      style: next(cellLooks),
      blocks: own.blocks.map((block): Paragraph => {
        const [style, look] = next(textLooks);
        const inlines = block.inlines.map((inline) => (inline.type === 'text' ? { ...inline, style: look } : inline));
        return { type: 'paragraph', inlines, style };
      }),
    });
    const rows = (list: Table['body']) => list.map(({ cells }) => ({ cells: cells.map(styled) }));
    return { ...table, head: rows(table.head), body: rows(table.body) };
  });

/** What a paragraph of the tree is to look like, by the names of `ShownParagraph`. */
function wanted(block: Paragraph, before: number, after: number) {
  const { align, lineHeight, indent } = block.style;
  const sizes = block.inlines.flatMap((inline) => (inline.type === 'text' ? [inline.style.size] : []));
  return {
    jc: aligns[align],
    line: `${Math.round(lineHeight * Math.max(...sizes) * 20)} ${lineHeight < 1.45 ? 'exact' : 'atLeast'}`,
    before: before * 20,
    after: after * 20,
    indent: indent * 20,
  };
}

function lookOf({ inlines }: Paragraph): TextStyle {
  const [own] = inlines.flatMap((inline) => (inline.type === 'text' ? [inline.style] : []));
  return own as TextStyle;
}

function found({ properties }: ShownParagraph) {
  return {
    jc: properties['jc.val'] ?? 'left',
    line: `${properties['spacing.line']} ${properties['spacing.lineRule']}`,
    before: Number(properties['spacing.before'] ?? 0),
    after: Number(properties['spacing.after'] ?? 0),
    indent: Number(properties['ind.firstLine'] ?? 0),
  };
}

function expectCell(own: Cell, read: ShownCell): void {
  const { padding, verticalAlign } = own.style;
  expect(read.properties['vAlign.val']).toBe({ top: 'top', middle: 'center', bottom: 'bottom' }[verticalAlign]);
  for (const side of sides) expect(Number(read.properties[`margin.${side}`])).toBe(padding[side] * 20);
  const texts = own.blocks as readonly Paragraph[];
  texts.forEach((block, index) => {
    const written = read.paragraphs[index] as ShownParagraph;
    if (!block.inlines.some(({ type }) => type === 'text')) return;
    const before = index === 0 ? 0 : block.style.before;
    const after = index === texts.length - 1 ? 0 : block.style.after;
    expect(found(written)).toEqual(wanted(block, before, after));
    const { role, size, bold } = lookOf(block);
    for (const run of written.runs.filter((each) => each.text !== '')) {
      expect(run.properties['sz.val']).toBe(String(size * 2));
      expect((run.properties['b.val'] ?? '0') === '1').toBe(bold);
      expect(run.properties['rFonts.eastAsia']).toBe(fonts.nativeName(role));
      expect(run.properties['lang.eastAsia']).toBe('zh-CN');
    }
  });
}

const eighths = (points: number) => (points === 0 ? 0 : Math.max(2, points * 8));

/** The line between two cells, however each of them says it: the wider of both, and no cell denies what the other leaves to the style. */
function expectLines(table: Table, read: readonly ShownCell[]): void {
  const placed = placeCells(table);
  const at = new Map<string, number>();
  placed.forEach(({ cell, row, column }, index) => {
    for (let r = row; r < row + cell.rowspan; r++)
      for (let c = column; c < column + cell.colspan; c++) at.set(`${r} ${c}`, index);
  });
  const shownAt = (index: number) => {
    const { row, column } = placed[index] as (typeof placed)[number];
    return read.find((each) => each.row === row && each.column === column) as ShownCell;
  };
  for (const [place, index] of at) {
    const [row, column] = place.split(' ').map(Number) as [number, number];
    const pairs = [
      [at.get(`${row + 1} ${column}`), 'bottom', 'top'],
      [at.get(`${row} ${column + 1}`), 'right', 'left'],
    ] as const;
    for (const [other, side, back] of pairs) {
      if (other === undefined || other === index) continue;
      const [one, two] = [shownAt(index), shownAt(other)];
      const widths = [Number(one.properties[side]), Number(two.properties[back])];
      const own = placed[index]?.cell.style.border[side] ?? 0;
      const beside = placed[other]?.cell.style.border[back] ?? 0;
      const line = eighths(Math.max(own, beside));
      expect(Math.max(...widths)).toBe(line);
      const says = [`own.${side}` in one.properties, `own.${back}` in two.properties];
      // Where they differ, the wider line is a cell's own word, as Word wants it.
      if (widths[0] !== widths[1]) expect(says[widths.indexOf(line)]).toBe(true);
    }
  }
}

describe('styles and what cells say for themselves', () => {
  it('show each cell and paragraph as the tree has it', async () => {
    const property = fc.asyncProperty(fc.array(styledTable, { minLength: 1, maxLength: 3 }), async (tables) => {
      const spaced = tables.map((each) => ({ ...each, after: 10 }));
      const read = shown(await write(page(...spaced)));
      expect(read.tables).toHaveLength(tables.length);
      tables.forEach((each, index) => {
        const { cells } = read.tables[index] as Shown['tables'][number];
        for (const { cell, row, column } of placeCells(each)) {
          expectCell(cell, cells.find((own) => own.row === row && own.column === column) as ShownCell);
        }
        expectLines(each, cells);
      });
    });
    await fc.assert(property, { numRuns: runs(150) });
  }, 60_000);

  it('are named by what they are for, and none is in the file that nothing is set in', async () => {
    for (const document of [richDocument(), bilingual(), page(paragraph('一段'))]) {
      const files = parts(await write(document));
      const part = files['word/styles.xml'] as string;
      const ids = [...part.matchAll(/<w:style [^>]*w:styleId="([^"]+)"/g)].map(([, id]) => id as string);
      const said = `${part}${Object.entries(files)
        .filter(([path]) => /^word\/(document|header|footer)/.test(path))
        .map(([, xml]) => xml)
        .join('')}`;
      const unused = ids.filter((id) => !new RegExp(`w:(?:pStyle|rStyle|tblStyle|basedOn) w:val="${id}"`).test(said));
      expect(unused.filter((id) => id !== 'Normal' && id !== 'TableNormal')).toEqual([]);
    }
    const names = parts(await write(richDocument()))['word/styles.xml']?.match(/(?<=<w:name w:val=")[^"]+/g);
    expect(names).toEqual(
      expect.arrayContaining(['表内文字', '表头', '栏目', '竖排标签', '有框表格', 'heading 1', '表前文字']),
    );
  });

  it('are in the file wherever one is named, in heads and feet too', async () => {
    const { footer: _, ...bare } = portrait;
    const one = [paragraph('一段')];
    const documents = [
      richDocument(),
      bilingual(),
      document([{ page: bare, blocks: one }]),
      document([
        { page: { ...portrait, header: portrait.footer as NonNullable<typeof portrait.footer> }, blocks: one },
        { page: bare, blocks: one },
      ]),
    ];
    for (const tree of documents) {
      const files = parts(await write(tree));
      const ids = new Set(files['word/styles.xml']?.match(/(?<=w:styleId=")[^"]+/g));
      const named = Object.entries(files).flatMap(([path, part]) =>
        path.endsWith('.xml')
          ? [...part.matchAll(/w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="([^"]+)"/g)].map(([, id]) => id)
          : [],
      );
      expect(named.filter((id) => !ids.has(id as string))).toEqual([]);
    }
  });

  it('let one change of 表内文字 change all text in tables, and nothing else', async () => {
    const amounts = ['1.50', '300.00'].map((each) => ({ cells: [cell('甲'), cell(each, {}, { align: 'right' })] }));
    const blocks: Block[] = [
      heading(1, '表'),
      paragraph('（2023年度）', {}, { size: 12 }),
      table(2, [{ cells: [cell('项目', { header: 'column' }), cell('金额', { header: 'column' })] }], amounts),
      paragraph('注：甲'),
    ];
    const bytes = await write(page(...blocks));
    const files = { ...unpack(bytes) };
    const own = parts(bytes)['word/styles.xml'] as string;
    const changed = own.replace(/(w:styleId="CellText">.*?<w:sz w:val=")\d+/s, '$130');
    expect(changed).not.toBe(own);
    const after = shown(pack({ ...files, 'word/styles.xml': text(changed) }));
    const sizes = (list: readonly ShownParagraph[]) =>
      list.flatMap((each) => each.runs.map((run) => run.properties['sz.val']));
    expect(new Set(sizes(after.tables.flatMap(({ cells }) => cells.flatMap((each) => each.paragraphs))))).toEqual(
      new Set(['30']),
    );
    expect(sizes(after.paragraphs)).toEqual(sizes(shown(bytes).paragraphs));
  });

  it('say nothing in a cell that the styles say', async () => {
    const xml = parts(await write(richDocument()))['word/document.xml'] as string;
    const cells = [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([own]) => own);
    const plain = cells.filter((own) => !/<w:(?:tcBorders|tcMar|vAlign|rFonts w:ascii|sz|spacing|jc)/.test(own));
    expect(plain.length / cells.length).toBeGreaterThan(0.9);
  });

  it('keep no text together that a person adds', async () => {
    const kept = { ...table(1, [], [{ cells: [cell('甲')] }]), keepNext: true as const };
    const part = parts(await write(page(heading(2, '标题'), kept, table(1, [], [{ cells: [cell('乙')] }]))))[
      'word/styles.xml'
    ];
    const keeping = [
      ...(part ?? '').matchAll(/<w:style [^>]*w:styleId="([^"]+)"(?:(?!<\/w:style>).)*<w:keepNext\/>/gs),
    ];
    expect(keeping.map(([, id]) => id)).toEqual(['Heading2']);
  });
});
