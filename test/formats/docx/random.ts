import * as fc from 'fast-check';
import type { Cell, Row, Table } from '../../../src/document/document.js';
import { cell, paragraph, table } from './sample.js';

const pieces = [
  '绩效',
  '目标',
  '年度',
  '龘',
  '䶮',
  '𬱖',
  '，',
  '。',
  '“',
  '”',
  '（',
  '≥',
  '—',
  '☑',
  'Abc',
  ' ',
  '  ',
  '0',
  '95%',
  '&',
  '<b>',
  '"',
  "'",
  ']]>',
];

/** 汉字, Latin, digits, marks, spaces and XML's own characters, with line breaks. */
export const anyText = fc.array(fc.constantFrom(...pieces, '\n'), { maxLength: 6 }).map((parts) => parts.join(''));

interface Box {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A grid cut into rectangles again and again: every way of merging that such cuts can make. */
function cut(box: Box, choices: Iterator<number>): Box[] {
  const choice = choices.next().value as number;
  if (choice % 3 === 0 && box.rows > 1) {
    const rows = 1 + (choice % (box.rows - 1));
    const below = { ...box, row: box.row + rows, rows: box.rows - rows };
    return [...cut({ ...box, rows }, choices), ...cut(below, choices)];
  }
  if (choice % 3 === 1 && box.columns > 1) {
    const columns = 1 + (choice % (box.columns - 1));
    const beside = { ...box, column: box.column + columns, columns: box.columns - columns };
    return [...cut({ ...box, columns }, choices), ...cut(beside, choices)];
  }
  return [box];
}

function* cycle(numbers: readonly number[]): Generator<number> {
  for (;;) yield* numbers;
}

function toRows(rows: number, boxes: readonly Box[], texts: Iterator<string[]>): Row[] {
  return Array.from({ length: rows }, (_, row) => {
    const own = boxes.filter((box) => box.row === row).sort((a, b) => a.column - b.column);
    return { cells: own.map((box) => toCell(box, texts.next().value)) };
  });
}

function toCell(box: Box, texts: string[]): Cell {
  const vertical = box.columns === 1 && box.rows > 1;
  const blocks = texts.map((text) => paragraph(text, { vertical }));
  return { ...cell(''), colspan: box.columns, rowspan: box.rows, blocks };
}

function* cells(texts: readonly string[][]): Generator<string[]> {
  for (;;) yield* texts;
}

const choices = fc
  .array(fc.nat(99), { minLength: 8, maxLength: 40 })
  .filter((list) => list.some((one) => one % 3 === 2));
const texts = fc.array(fc.array(anyText, { maxLength: 3 }), { minLength: 5, maxLength: 30 });

/** Tables of up to 3 head and 8 body rows and 7 columns, merged anyhow, with 0–3 paragraphs a cell. */
export const anyTable: fc.Arbitrary<Table> = fc
  .tuple(fc.nat(3), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 7 }), choices, texts)
  .map(([headRows, bodyRows, columns, cuts, words]) => {
    const [cuttings, contents] = [cycle(cuts), cells(words)];
    const part = (rows: number) =>
      rows === 0 ? [] : toRows(rows, cut({ row: 0, column: 0, rows, columns }, cuttings), contents);
    return table(columns, part(headRows), part(bodyRows));
  });
