import type { Cell, Column, Source, Table } from '../document/document.js';
import type { Place, Problem } from '../problem.js';
import type { Cascade, Styled } from './cascade.js';
import { markupFault } from './codes.js';
import { noteColumnPlaces } from './columnPlaces.js';
import type { MarkupElement } from './element.js';
import { gridProblems, type PlacedRow } from './grid.js';
import { readInlines } from './inlines.js';
import { mostColumns } from './limits.js';
import { buildParagraph, languageOf } from './paragraph.js';
import { hasMarks } from './sourceMarks.js';
import { columnOf } from './style.js';
import { isInlineName } from './subset.js';

/** What is needed to build a table; `number` counts the tables of the document, from 1. */
export interface TableContext {
  readonly cascade: Cascade;
  readonly problems: Problem[];
  readonly number: number;
}

/** A table without its caption. Its grid is checked only if nothing in it was refused: else faults would be reported twice. */
export function buildTable(element: MarkupElement, styled: Styled, context: TableContext): Table {
  const { cascade, problems, number } = context;
  const rowsOf = (group: MarkupElement): PlacedRow[] =>
    group.name === 'tr' ? [buildRow(group, styled, cascade)] : buildRows(group, styled, cascade);
  const parts = elementsIn(element);
  const head = parts.filter(({ name }) => name === 'thead').flatMap(rowsOf);
  const body = parts.filter(({ name }) => name === 'tbody' || name === 'tr').flatMap(rowsOf);
  const columns = buildColumns(element, styled, context) ?? equalColumns(element, head[0] ?? body[0]);
  if (columns.length > mostColumns) problems.push(tooWide(element, number));
  else if (element.sound) {
    if (head.length + body.length === 0) problems.push(noRows(element, number));
    const inHead = gridProblems(head, { table: number, rowsBefore: 0, columns: columns.length });
    const inBody = gridProblems(body, { table: number, rowsBefore: head.length, columns: columns.length });
    for (const problem of [...inHead, ...inBody]) problems.push(problem);
  }
  const { before, after } = styled.paragraph;
  return { type: 'table', columns, head: head.map(rowOf), body: body.map(rowOf), before, after };
}

function buildRows(group: MarkupElement, table: Styled, cascade: Cascade): PlacedRow[] {
  const styled = cascade.styleOf(group, table);
  return elementsIn(group).map((row) => buildRow(row, styled, cascade));
}

function buildRow(element: MarkupElement, parent: Styled, cascade: Cascade): PlacedRow {
  const styled = cascade.styleOf(element, parent);
  const cells = elementsIn(element).map((cell) => buildCell(cell, styled, cascade));
  return { row: { cells }, place: element.place };
}

function buildCell(element: MarkupElement, parent: Styled, cascade: Cascade): Cell {
  const { colspan, rowspan, scope } = element.attributes;
  const styled = cascade.styleOf(element, parent);
  const blanks: Source[] = [];
  const blocks = buildCellBlocks(element, styled, cascade, blanks);
  const cell = { colspan, rowspan, blocks, style: styled.cell, ...(blanks.length > 0 && { from: blanks }) };
  return element.name === 'th' ? { ...cell, header: scope === 'row' ? 'row' : 'column' } : cell;
}

/** The blocks of a cell; inline content, also empty, becomes one paragraph. */
function buildCellBlocks(element: MarkupElement, styled: Styled, cascade: Cascade, blanks: Source[]): Cell['blocks'] {
  const blocks = elementsIn(element).filter((child) => !isInlineName(child.name));
  if (blocks.length > 0) {
    // Between paragraphs are only blanks.
    const between = element.children.filter((child) => typeof child === 'string' && hasMarks(child));
    blanks.push(...readInlines(between, styled, cascade).blanks);
    return blocks.map((block) => buildParagraph(block, cascade.styleOf(block, styled), cascade, blanks));
  }
  const { inlines, blanks: own } = readInlines(element.children, styled, cascade);
  blanks.push(...own);
  return [{ type: 'paragraph', inlines, style: styled.paragraph, ...languageOf(styled, cascade) }];
}

/** The columns in the colgroup; undefined without one. */
function buildColumns(table: MarkupElement, styled: Styled, { cascade, problems }: TableContext): Column[] | undefined {
  const group = elementsIn(table).find((child) => child.name === 'colgroup');
  if (!group) return undefined;
  const parent = cascade.styleOf(group, styled);
  // Too many are reported where columns are counted; no need to make more.
  let left = mostColumns + 1;
  const places: Place[] = [];
  const columns = elementsIn(group).flatMap((col) => {
    const { style } = cascade.styleOf(col, parent);
    if (style.minWidth > 0 && style.width.kind !== 'fit') problems.push(idleMinimum(col));
    const span = Math.min(col.attributes.span, left);
    left -= span;
    places.push(...new Array<Place>(span).fill(col.place));
    return new Array<Column>(span).fill(columnOf(style));
  });
  noteColumnPlaces(columns, places);
  return columns;
}

function equalColumns({ place }: MarkupElement, first: PlacedRow | undefined): Column[] {
  const count = first?.row.cells.reduce((sum, { colspan }) => sum + colspan, 0) ?? 0;
  const columns = new Array<Column>(Math.min(count, mostColumns + 1)).fill({ kind: 'share', value: 1 });
  noteColumnPlaces(columns, new Array<Place>(columns.length).fill(place));
  return columns;
}

function elementsIn(element: MarkupElement): MarkupElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

function rowOf({ row }: PlacedRow): PlacedRow['row'] {
  return row;
}

function tooWide({ place }: MarkupElement, number: number): Problem {
  const message = {
    zh: `表${number} 超过 ${mostColumns} 列`,
    en: `table ${number} has more than ${mostColumns} columns`,
  };
  return markupFault('markup-grid', message, place, { zh: '分成几张表', en: 'make several tables of it' });
}

function noRows({ place }: MarkupElement, number: number): Problem {
  const message = { zh: `表${number} 没有行`, en: `table ${number} has no rows` };
  return markupFault('markup-grid', message, place, {
    zh: '没有内容时用 {{#if}} 略去整个表格',
    en: 'leave the table out with {{#if}} when it has no content',
  });
}

function idleMinimum({ place }: MarkupElement): Problem {
  const message = { zh: 'min-width 只在列宽为 fit-content 时有用', en: 'min-width needs width: fit-content' };
  return markupFault('css-value', message, place, { zh: '写成 width: fit-content', en: 'write width: fit-content' });
}
