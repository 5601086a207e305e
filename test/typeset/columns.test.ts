import { expect, it } from 'vitest';
import type { Table } from '../../src/document/document.js';
import { columnWidths, starvedColumns } from '../../src/typeset/columns.js';
import { cell, paragraph } from '../arbitraries.js';
import { fonts } from '../shippedFonts.js';

const amount = (text: string) => cell('', { blocks: [paragraph(text, { align: 'right' })] });
const table = (columns: Table['columns'], cells: Table['body'][number]['cells']): Table => ({
  type: 'table',
  columns,
  head: [],
  body: [{ cells }],
  before: 0,
  after: 0,
});

it('keeps absolute widths and divides the rest by weight', () => {
  const columns = [
    { kind: 'points', value: 60 },
    { kind: 'share', value: 1 },
    { kind: 'share', value: 3 },
  ] as const;
  expect(columnWidths(table(columns, [cell('甲'), cell('乙'), cell('丙')]), 460, fonts)).toEqual([60, 100, 300]);
});

it.each(['points', 'share'] as const)('never breaks an amount in a column of %s', (kind) => {
  const columns = [
    { kind, value: kind === 'points' ? 40 : 1 },
    { kind: 'share', value: 9 },
  ] as const;
  const widths = columnWidths(table(columns, [amount('1,234,567,890.00'), cell('说明')]), 300, fonts);
  expect(widths[0]).toBeGreaterThan(80);
  expect((widths[0] as number) + (widths[1] as number)).toBeCloseTo(300);
});

it('is wide enough for a long number in any text, as far as the page goes', () => {
  const columns = [
    { kind: 'share', value: 1 },
    { kind: 'share', value: 9 },
  ] as const;
  const least = (text: string) => columnWidths(table(columns, [cell(text), cell('说明')]), 300, fonts)[0];
  expect(least('不少于≥123,456,789,012万元')).toBeGreaterThan(80);
  expect(least('不少于1,234万元')).toBeCloseTo(30);
});

it('fits a column to its widest cell, and never leaves the page', () => {
  const columns = [
    { kind: 'fit', value: 20 },
    { kind: 'share', value: 1 },
  ] as const;
  expect(columnWidths(table(columns, [cell('十个汉字十个汉字十个'), cell('乙')]), 300, fonts)[0]).toBeCloseTo(108.1, 0);
  const wide = Array.from({ length: 40 }, () => ({ kind: 'points', value: 90 }) as const);
  const widths = columnWidths(
    table(
      wide,
      wide.map(() => cell('字')),
    ),
    480,
    fonts,
  );
  expect(widths.reduce((a, b) => a + b)).toBeCloseTo(480);
});

const shares = (...weights: number[]) => weights.map((value) => ({ kind: 'share', value }) as const);

it.each([60, 200, 1000])('does not widen a column for a run of %i digits, which is no number', (count) => {
  const cells = [cell('甲'), cell(`编号${'7'.repeat(count)}`), cell('乙乙乙')];
  expect(columnWidths(table(shares(1, 1, 1), cells), 300, fonts)).toEqual([100, 100, 100]);
});

it('leaves two characters a line in every column that shares, whatever the others hold', () => {
  const columns = [...shares(1, 1, 1), { kind: 'points', value: 60 }, { kind: 'fit', value: 20 }] as const;
  const long = amount('9'.repeat(200));
  const widths = columnWidths(table(columns, [long, long, cell('甲'), cell('乙'), cell('丙'.repeat(99))]), 300, fonts);
  expect(widths.reduce((a, b) => a + b)).toBeCloseTo(300);
  expect(starvedColumns(table(columns, [long, long, cell('甲'), cell('乙'), cell('丙')]), 300, widths)).toEqual([]);
});

it('divides long numbers before it lets amounts be divided', () => {
  const cells = [amount('1,234,567,890.00'), ...Array.from({ length: 4 }, () => cell('≥123,456,789,012.00'))];
  const widths = columnWidths(table(shares(1, 1, 1, 1, 1), cells), 300, fonts);
  expect(widths[0]).toBeGreaterThan(80);
  expect(widths.reduce((a, b) => a + b)).toBeCloseTo(300);
});

it('names the columns that a share leaves less than two characters', () => {
  const columns = [{ kind: 'points', value: 250 }, ...shares(1, 1, 1)] as const;
  const narrow = table(columns, [cell('甲'), cell('乙'), cell(''), cell('丁')]);
  const starved = (width: number) =>
    starvedColumns(narrow, width, columnWidths(narrow, width, fonts)).map(({ column }) => column);
  expect(starved(300)).toEqual([1, 3]);
  expect(starved(480)).toEqual([]);
  const many = shares(...new Array<number>(20).fill(1));
  const crowded = table(
    many,
    many.map((_, index) => cell(index === 7 ? '字' : '')),
  );
  expect(starvedColumns(crowded, 300, columnWidths(crowded, 300, fonts)).map(({ column }) => column)).toEqual([7]);
});
