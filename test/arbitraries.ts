import fc from 'fast-check';
import type { Cell, Column, Document, Paragraph, Row, Table } from '../src/document/document.js';

/** Random tables for property tests: grids cut into rectangles, and texts as budget tables have them. */

const textStyle = { role: '宋体', size: 10, bold: false } as const;
const paragraphStyle = { align: 'left', lineHeight: 1.4, before: 0, after: 0, indent: 0, vertical: false } as const;
const characters = [
  ...'绩效目标指标产出数量质量时效成本社会生态满意度广州科学馆科普活动场次人次经费预算，。、；：？！（）“”《》【】……——·≥≤％％%0123456789.,-/ABCabc International ☑①㎡×÷',
];

export const words = fc.array(fc.constantFrom(...characters), { maxLength: 60 }).map((list) => list.join('').trim());
const longWords = fc.tuple(words, fc.integer({ min: 0, max: 40 })).map(([text, times]) => text.repeat(times).trim());

export function paragraph(text: string, options: Partial<Paragraph['style']> = {}): Paragraph {
  const inlines = text === '' ? [] : [{ type: 'text' as const, text, style: textStyle }];
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

/** Rows whose cells are random rectangles that fill the grid. */
function grid(rows: number, columns: number): fc.Arbitrary<Row[]> {
  const size = fc.integer({ min: 1, max: 4 });
  const seeds = fc.array(
    fc.record({
      width: size,
      height: size,
      text: fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: longWords }),
      more: fc.option(words, { freq: 6 }),
      label: fc.integer({ min: 0, max: 6 }),
      vertical: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: rows * columns, maxLength: rows * columns },
  );
  return seeds.map((list) => {
    const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
    let next = 0;
    return Array.from({ length: rows }, (_, row) => {
      const cells: Cell[] = [];
      for (let column = 0; column < columns; column++) {
        if (taken[row]?.[column]) continue;
        const seed = list[next++] as (typeof list)[number];
        const free = (at: number): boolean => at < columns && !taken[row]?.[at];
        let colspan = 1;
        while (colspan < seed.width && free(column + colspan)) colspan++;
        const rowspan = Math.min(seed.height, rows - row);
        for (let r = row; r < row + rowspan; r++) taken[r]?.fill(true, column, column + colspan);
        const made = cell(seed.text, { colspan, rowspan, vertical: seed.vertical === 0 && seed.text.length < 40 });
        cells.push({
          ...made,
          blocks:
            seed.more === null ? made.blocks : [...made.blocks, paragraph(seed.more, { before: 3, align: 'justify' })],
          ...(seed.label === 0 && { header: 'row' as const }),
        });
      }
      return { cells };
    });
  });
}

export const table: fc.Arbitrary<Table> = fc
  .record({
    columns: fc.integer({ min: 1, max: 7 }),
    head: fc.integer({ min: 0, max: 2 }),
    body: fc.integer({ min: 0, max: 14 }),
  })
  .filter(({ head, body }) => head + body > 0)
  .chain(({ columns, head, body }) =>
    fc.record({
      type: fc.constant('table' as const),
      columns: fc.array(
        fc.oneof(
          fc.record({ kind: fc.constant('share' as const), value: fc.integer({ min: 1, max: 5 }) }),
          fc.record({ kind: fc.constant('points' as const), value: fc.integer({ min: 24, max: 90 }) }),
          fc.record({ kind: fc.constant('fit' as const), value: fc.constant(30) }),
        ) as fc.Arbitrary<Column>,
        { minLength: columns, maxLength: columns },
      ),
      head: grid(head, columns),
      body: grid(body, columns),
      before: fc.constant(4),
      after: fc.constant(4),
    }),
  );

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
