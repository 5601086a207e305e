import type { Cell, Item, SourceFile } from '../items.js';
import { Beside } from './beside.js';
import { decoded } from './decoded.js';
import { CellCount, mostOfSheet } from './refusals.js';

/**
 * Separated text as one table, each line a row: UTF-8, UTF-16 or GB18030, separated by commas, semicolons or tabs, quoted as RFC 4180
 * says. What our own reader of proofs (`formats/sheet/csv.ts`) refuses, such as a lone quote, is read here as it stands. Throws Problems
 * `source-too-large`.
 */
export function readCsv(bytes: Uint8Array): SourceFile {
  const { text, notes } = decoded(bytes);
  const beside = new Beside();
  beside.tell({}, notes);
  const count = new CellCount(mostOfSheet);
  const records: { fields: string[]; line: number }[] = [];
  const given = new CellCount(mostOfSheet);
  for (const record of recordsOf(text, separatorOf(text))) {
    given.add(record.fields.length);
    records.push(record);
  }
  const width = records.reduce((widest, { fields }) => Math.max(widest, fields.length), 0);
  const items: Item[] = [];
  for (const { fields, line } of records) {
    if (fields.every((field) => field.trim() === '')) continue;
    count.add(width);
    const cells = Array.from({ length: width }, (_, column): Cell => {
      const place = { table: 1, row: line, column: column + 1 };
      const edges = { left: column / width, right: (column + 1) / width };
      return { text: fields[column] ?? '', column, span: 1, ...edges, isContinued: false, place };
    });
    items.push({ kind: 'row', table: 0, cells, place: { table: 1, row: line } });
  }
  return { kind: 'csv', items, beside: beside.all };
}

/** The one that stands in most of the first lines, outside of quotes. */
function separatorOf(text: string): string {
  const bare = text.slice(0, 65_536).replace(/"(?:[^"]|"")*"/g, '');
  const lines = bare.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const counts = [',', '\t', ';'].map((separator) => lines.filter((line) => line.includes(separator)).length);
  return [',', '\t', ';'][counts.indexOf(Math.max(...counts))] as string;
}

/** Records with the line that they begin in, from 1. A quote that is never closed is a character. */
function* recordsOf(text: string, separator: string): Generator<{ fields: string[]; line: number }> {
  const token = new RegExp(
    `(?:[ ]*"((?:[^"]|"")*)"[ ]*(?=${separator}|[\\r\\n]|$)|([^${separator}\\r\\n]*))(${separator}|\\r\\n?|\\n|$)`,
    'y',
  );
  let fields: string[] = [];
  let [line, first] = [1, 1];
  while (token.lastIndex < text.length) {
    const [whole, quoted, plain = '', end] = token.exec(text) as RegExpExecArray;
    fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"').replace(/\r\n?/g, '\n'));
    line += whole.match(/\r\n?|\n/g)?.length ?? 0;
    if (end === separator && token.lastIndex < text.length) continue;
    yield { fields, line: first };
    [fields, first] = [[], line];
  }
}
