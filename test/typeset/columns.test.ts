import { expect, it } from 'vitest';
import type { Table } from '../../src/document/document.js';
import { openFonts } from '../../src/fonts/open.js';
import { columnWidths } from '../../src/typeset/columns.js';
import { cell, paragraph } from '../arbitraries.js';

const fonts = openFonts(['fonts']);
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
