import fc from 'fast-check';
import type { Cell, Column, Document, Paragraph, Row, Table, TextStyle } from '../src/document/document.js';

/** Random tables for property tests: grids cut into rectangles, and texts as budget tables have them. */

const textStyle = { role: '宋体', size: 10, bold: false } as const;
const paragraphStyle = { align: 'left', lineHeight: 1.4, before: 0, after: 0, indent: 0, vertical: false } as const;
const characters = [
  ...'绩效目标指标产出数量质量时效成本社会生态满意度广州科学馆科普活动场次人次经费预算，。、；：？！（）“”《》【】……——·≥≤％％%0123456789.,-/ABCabc International ☑①㎡×÷',
];

export const words = fc.array(fc.constantFrom(...characters), { maxLength: 60 }).map((list) => list.join('').trim());
const longWords = fc.tuple(words, fc.integer({ min: 0, max: 40 })).map(([text, times]) => text.repeat(times).trim());

export function paragraph(
  text: string,
  options: Partial<Paragraph['style']> = {},
  style: TextStyle = textStyle,
): Paragraph {
  const inlines = text === '' ? [] : [{ type: 'text' as const, text, style }];
  return { type: 'paragraph', inlines, style: { ...paragraphStyle, ...options } };
}

export function cell(text: string, options: Partial<Cell> & { vertical?: boolean } = {}): Cell {
  const { vertical = false, ...rest } = options;
  return {
    colspan: 1,
    rowspan: 1,
    blocks: [paragraph(text, { vertical })],
    style: {
      padding: { top: 3, right: 4, bottom: 3, left: 4 },
      border: { top: 0.5, right: 0.5, bottom: 0.5, left: 0.5 },
      verticalAlign: 'middle',
    },
    ...rest,
  };
}

/** What a random cell holds, before it has a place in the grid. */
export type CellSeed = Omit<Cell, 'colspan' | 'rowspan'> & { readonly width: number; readonly height: number };

const cellSeed: fc.Arbitrary<CellSeed> = fc
  .record({
    width: fc.integer({ min: 1, max: 4 }),
    height: fc.integer({ min: 1, max: 4 }),
    text: fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: longWords }),
    more: fc.option(words, { freq: 6 }),
    label: fc.integer({ min: 0, max: 6 }),
    vertical: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ width, height, text, more, label, vertical }) => {
    const { style, blocks } = cell(text, { vertical: vertical === 0 && text.length < 40 });
    return {
      width,
      height,
      style,
      blocks: more === null ? blocks : [...blocks, paragraph(more, { before: 3, align: 'justify' })],
      ...(label === 0 && { header: 'row' as const }),
    };
  });

/** Rows whose cells are random rectangles that fill the grid. */
function grid(rows: number, columns: number, seed: fc.Arbitrary<CellSeed>): fc.Arbitrary<Row[]> {
  const seeds = fc.array(seed, { minLength: rows * columns, maxLength: rows * columns });
  return seeds.map((list) => {
    const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
    let next = 0;
    return Array.from({ length: rows }, (_, row) => {
      const cells: Cell[] = [];
      for (let column = 0; column < columns; column++) {
        if (taken[row]?.[column]) continue;
        const { width, height, ...content } = list[next++] as CellSeed;
        const free = (at: number): boolean => at < columns && !taken[row]?.[at];
        let colspan = 1;
        while (colspan < width && free(column + colspan)) colspan++;
        const rowspan = Math.min(height, rows - row);
        for (let r = row; r < row + rowspan; r++) taken[r]?.fill(true, column, column + colspan);
        cells.push({ ...content, colspan, rowspan });
      }
      return { cells };
    });
  });
}

const column = fc.oneof(
  fc.record({ kind: fc.constant('share' as const), value: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('points' as const), value: fc.integer({ min: 24, max: 90 }) }),
  fc.record({ kind: fc.constant('fit' as const), value: fc.constant(30) }),
) as fc.Arbitrary<Column>;

/** Tables of at most so many columns and body rows, with at least one row. */
export function tables(
  most: { columns: number; body: number } = { columns: 7, body: 14 },
  seed: fc.Arbitrary<CellSeed> = cellSeed,
  columnKinds: fc.Arbitrary<Column> = column,
): fc.Arbitrary<Table> {
  return fc
    .record({
      columns: fc.integer({ min: 1, max: most.columns }),
      head: fc.integer({ min: 0, max: 2 }),
      body: fc.integer({ min: 0, max: most.body }),
    })
    .filter(({ head, body }) => head + body > 0)
    .chain(({ columns, head, body }) =>
      fc.record({
        type: fc.constant('table' as const),
        columns: fc.array(columnKinds, { minLength: columns, maxLength: columns }),
        head: grid(head, columns, seed),
        body: grid(body, columns, seed),
        before: fc.constant(4),
        after: fc.constant(4),
      }),
    );
}

export const table: fc.Arbitrary<Table> = tables();

export function documentOf(
  blocks: Document['sections'][number]['blocks'],
  landscape = false,
  size: readonly [number, number] = landscape ? [841.89, 595.28] : [595.28, 841.89],
): Document {
  const [width, height] = size;
  const footer = { parts: [{ type: 'pageNumber' as const }], style: textStyle, align: 'center' as const };
  return {
    type: 'document',
    title: '测试',
    author: '某部门',
    subject: '测试',
    language: 'zh-CN',
    date: '2024-01-01',
    sections: [{ page: { width, height, margin: { top: 50, right: 50, bottom: 50, left: 50 }, footer }, blocks }],
  };
}
