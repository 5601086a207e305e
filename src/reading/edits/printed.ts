import type { Document, Paragraph as InCell, Inline, Source, Table } from '../../document/document.js';
import type { Cell, Paragraph, Row } from '../items.js';

/** A piece of a printed text and the fields that it comes from. */
export interface Span extends Source {
  readonly start: number;
  readonly end: number;
}

/** A cell or paragraph as it is printed: its text as `tidy` makes it, where its pieces come from, what a blank stands for. */
export interface Printed {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly blanks: readonly Source[];
}

export interface PrintedCell extends Cell, Printed {
  /** For a cell that another above covers: that cell. */
  readonly cover?: PrintedCell;
}

export interface PrintedRow extends Row {
  readonly cells: readonly PrintedCell[];
}

export interface PrintedParagraph extends Paragraph, Printed {
  /** A title of the form: what it says of fields is printed again below. */
  readonly isTitle: boolean;
}

/** What a form that was filled prints, in the shape of what a file of it is read into. */
export type PrintedItem = PrintedRow | PrintedParagraph;

/** Lines without white space around them and without blank ones between; runs of spaces are one. */
export function tidy(text: string): string {
  return tidied(text).text;
}

/** The same, and by position in the text the position in what was made of it. */
function tidied(raw: string): { readonly text: string; readonly at: readonly number[] } {
  let text = '';
  const at: number[] = [];
  let gap: '' | ' ' | '\n' = '';
  for (const character of raw) {
    for (let unit = 0; unit < character.length; unit += 1) at.push(text.length);
    if (/[\r\n\u2028\u2029]/.test(character)) gap = text === '' ? '' : '\n';
    else if (/[\s\u200b\ufeff]/.test(character)) gap = gap === '\n' || text === '' ? gap : ' ';
    else {
      text += gap;
      gap = '';
      for (let unit = 1; unit <= character.length; unit += 1) at[at.length - unit] = text.length;
      text += character;
    }
  }
  at.push(text.length);
  return { text, at };
}

/** Documents that tell where their texts come from as items. */
export function printedItems(documents: readonly Document[]): PrintedItem[] {
  const items: PrintedItem[] = [];
  const counts = { table: 0, paragraph: 0 };
  for (const block of documents.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))) {
    if (block.type === 'table') items.push(...rowsOf(block, counts.table++));
    else if (block.type === 'paragraph' || block.type === 'heading') {
      counts.paragraph += 1;
      const place = { paragraph: counts.paragraph };
      const printed = printedOf([block.inlines], []);
      if (printed.text !== '') items.push({ kind: 'paragraph', ...printed, isTitle: block.type === 'heading', place });
    }
  }
  return items;
}

/** Inlines of paragraphs as one text; what stands before a text in its paragraph moves its spans. */
function printedOf(paragraphs: readonly (readonly Inline[])[], blanks: readonly Source[]): Printed {
  let raw = '';
  const spans: Span[] = [];
  paragraphs.forEach((inlines, index) => {
    if (index > 0) raw += '\n';
    for (const inline of inlines) {
      if (inline.type === 'text')
        for (const each of inline.from ?? [])
          spans.push({ ...each, start: each.start + raw.length, end: each.end + raw.length });
      raw += inline.type === 'text' ? inline.text : '\n';
    }
  });
  const { text, at } = tidied(raw);
  return { text, blanks, spans: spans.map((span) => moved(span, text, at)) };
}

function moved(span: Span, text: string, at: readonly number[]): Span {
  let start = at[span.start] as number;
  // A piece ends after its last character that is printed.
  let end = span.end > span.start ? (at[span.end - 1] as number) + 1 : start;
  end = Math.min(Math.max(start, end), text.length);
  while (end > start && /\s/.test(text[end - 1] as string)) end -= 1;
  while (start < end && /\s/.test(text[start] as string)) start += 1;
  return { ...span, start, end };
}

function rowsOf({ columns, head, body }: Table, table: number): PrintedRow[] {
  const width = columns.length;
  const open: ({ cell: PrintedCell; rows: number } | undefined)[] = new Array(width).fill(undefined);
  return [...head, ...body].map((row, index) => {
    const cells: PrintedCell[] = [];
    const own = [...row.cells];
    for (let column = 0; column < width; ) {
      const above = open[column];
      if (above && above.rows > 0) {
        above.rows -= 1;
        cells.push({ ...above.cell, isContinued: true, cover: above.cell });
        column += above.cell.span;
        continue;
      }
      const cell = own.shift();
      if (!cell) break;
      const made: PrintedCell = {
        ...printedOf(
          cell.blocks.map(({ inlines }: Pick<InCell, 'inlines'>) => inlines),
          cell.from ?? [],
        ),
        column,
        span: cell.colspan,
        left: column / width,
        right: (column + cell.colspan) / width,
        isContinued: false,
        place: { table: table + 1, row: index + 1, column: column + 1 },
      };
      open[column] = cell.rowspan > 1 ? { cell: made, rows: cell.rowspan - 1 } : undefined;
      cells.push(made);
      column += cell.colspan;
    }
    return { kind: 'row', table, cells, place: { table: table + 1, row: index + 1 } };
  });
}

/** A flat table as items: its heads, then its rows; `from` says by row and column which field a cell shows. */
export function printedTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  from: readonly (readonly (Source | undefined)[])[],
): PrintedItem[] {
  const row = (texts: readonly string[], number: number, sources: readonly (Source | undefined)[]): PrintedRow => ({
    kind: 'row',
    table: 0,
    place: { row: number },
    cells: texts.map((raw, column) => {
      const text = tidy(raw);
      const source = sources[column];
      return {
        text,
        spans: source && text !== '' ? [{ ...source, start: 0, end: text.length }] : [],
        blanks: source && text === '' ? [source] : [],
        column,
        span: 1,
        left: column / texts.length,
        right: (column + 1) / texts.length,
        isContinued: false,
        place: { row: number, column: column + 1 },
      };
    }),
  });
  return [row(heads, 1, []), ...rows.map((texts, index) => row(texts, index + 2, from[index] ?? []))];
}

export function ownTexts(item: PrintedItem): readonly Printed[] {
  return item.kind === 'paragraph' ? [item] : item.cells.filter(({ isContinued }) => !isContinued);
}

export function ownAndCovering(item: PrintedItem): readonly Printed[] {
  return item.kind === 'paragraph' ? [item] : item.cells.map((cell) => cell.cover ?? cell);
}

export function fieldsIn({ spans, blanks }: Printed): string[] {
  return [...spans, ...blanks].flatMap(({ pointers }) => pointers);
}

export function fieldsOfItem(item: PrintedItem): string[] {
  return [...new Set(ownTexts(item).flatMap(({ spans }) => spans.flatMap(({ pointers }) => pointers)))];
}

export function textOfMember({ text, spans }: Printed, pointer: string): string {
  const own = spans.filter(({ pointers }) => pointers.some((each) => each.startsWith(`${pointer}/`)));
  return text.slice(Math.min(...own.map(({ start }) => start)), Math.max(...own.map(({ end }) => end)));
}
