import { expect, it } from 'vitest';
import type { Cell, Column, Table } from '../../src/document/document.js';
import { columnWidths } from '../../src/typeset/columns.js';
import { figureWidth } from '../../src/typeset/glyph.js';
import { typeset } from '../../src/typeset/typeset.js';
import { cell, documentOf, paragraph } from '../arbitraries.js';
import { fonts } from '../shippedFonts.js';

/** Amounts of one column, point under point. */

const style = { role: '宋体', size: 10, bold: false } as const;
const amount = (text: string, more: Partial<Cell> = {}): Cell =>
  cell('', { blocks: [paragraph(text, { align: 'decimal' })], ...more });
const table = (cells: readonly Cell[], column: Column = { kind: 'points', value: 120 }, head: Cell[] = []): Table => ({
  type: 'table',
  columns: [{ kind: 'share', value: 1 }, column],
  head: head.map((each) => ({ cells: [cell(''), each] })),
  body: cells.map((each) => ({ cells: each.colspan > 1 ? [each] : [cell('项目'), each] })),
  before: 0,
  after: 0,
});

/** Of each cell that begins with a digit or sign, how far its point and its end are from the column's right edge, in points. */
function distances(block: Table): Map<string, { point: number; end: number }> {
  const found = new Map<string, { point: number; end: number }>();
  for (const part of typeset(documentOf([block]), fonts).pages.flatMap((page) => page.parts)) {
    const [first, ...rest] = part.lines.flatMap((line) => line.spans);
    if (!first || part.kind !== 'content') continue;
    const text = [first, ...rest].map((span) => span.text).join('');
    const whole = /^[^.%]*/.exec(text)?.[0] ?? '';
    const edge = part.box.x + part.box.width;
    const last = rest.at(-1) ?? first;
    // A 1 has half of its blank before it.
    const blank = /^1/.test(first.text)
      ? (figureWidth('1', style, fonts) - fonts.width('1', '宋体', false) * 10) / 20
      : 0;
    const point = edge - first.x + blank * first.size - figureWidth(whole, { ...style, size: first.size }, fonts);
    found.set(text, { point, end: edge - last.x - last.width });
  }
  return found;
}

it('puts the points of numbers under each other, the longest decimals at the edge', () => {
  const numbers = ['1,234.5', '12.75', '300', '-0.125', '≥95%', '(1,000.00)'];
  const found = distances(table(numbers.map((text) => amount(text))));
  const points = numbers.map((text) => found.get(text)?.point ?? 0);
  for (const point of points) expect(point).toBeCloseTo(points[0] as number, 1);
  expect(found.get('-0.125')?.end).toBeCloseTo(4, 1);
});

it('stands cells of other paddings in the same line', () => {
  const wide = { ...cell('').style, padding: { top: 3, right: 20, bottom: 3, left: 4 } };
  const found = distances(table([amount('1.5'), amount('2.25', { style: wide })]));
  expect(found.get('1.5')?.point).toBeCloseTo(found.get('2.25')?.point ?? 0, 1);
  expect(found.get('2.25')?.end).toBeCloseTo(20, 1);
});

it('sets right what is no number, a merged cell, and numbers of equal decimals', () => {
  const found = distances(
    table([amount('1.5'), amount('2.25'), amount('—'), amount('无'), amount('9', { colspan: 2 })]),
  );
  for (const text of ['—', '无', '9', '2.25']) expect(found.get(text)?.end).toBeCloseTo(4, 1);
  const equal = distances(table([amount('1.50'), amount('1,234.00'), amount('')]));
  for (const text of ['1.50', '1,234.00']) expect(equal.get(text)?.end).toBeCloseTo(4, 1);
});

it('leaves the head its own alignment', () => {
  const head = cell('', { blocks: [paragraph('金额', { align: 'center' })] });
  const found = distances(table([amount('1.5'), amount('2.25')], undefined, [head]));
  expect(found.get('金额')?.end).toBeCloseTo(50, 1);
});

it.each([
  { kind: 'points', value: 20 },
  { kind: 'share', value: 0.01 },
  { kind: 'fit', value: 0 },
] as const)('makes a column of $kind wide enough for the longest whole part beside the longest decimals', (column) => {
  const block = table([amount('1,234,567'), amount('0.123456'), amount('1.5')], column);
  const [, width] = columnWidths(block, 495, fonts);
  expect(width).toBeGreaterThan(figureWidth('1,234,567', style, fonts) + figureWidth('.123456', style, fonts) + 8);
  const found = distances(block);
  expect(found.get('1,234,567')?.point).toBeCloseTo(found.get('0.123456')?.point ?? 0, 1);
});
