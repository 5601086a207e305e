import type { DataTable } from './dataTable.js';
import { isDecimal } from './decimal.js';

/**
 * What spreadsheet programs take for the beginning of a formula (OWASP, CSV injection), also full-width. Such a cell that is no
 * decimal gets an apostrophe in front, also if it has apostrophes already: removing one apostrophe wherever /^'+[=+@-]/ matches
 * restores the data.
 */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r＝＋－＠]/;

/** A CSV file: UTF-8 with byte order mark (Excel reads GBK without), lines end in CRLF, quoted after RFC 4180. */
export function writeCsv({ columns, rows }: DataTable): Uint8Array {
  const lines = [columns.map(({ heading }) => heading), ...rows];
  const text = lines.map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
  return new TextEncoder().encode(`\ufeff${text}`);
}

function field(value: string): string {
  const safe = formula.test(value) && !isDecimal(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe.trim() !== safe ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What separates cells: some locales of Excel write semicolons, its Unicode text has tabs. */
export type Separator = ',' | ';' | '\t';

/** The cells of a CSV file, without the apostrophes that were added. Throws a plain Error for an unclosed or misplaced quote. */
export function readCsv(bytes: Uint8Array, separator: Separator = ','): string[][] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const token = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n|$)`, 'y');
  const rows: string[][] = [[]];
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw new Error(`no CSV at character ${at + 1}`);
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(unguarded(quoted === undefined ? plain : quoted.replaceAll('""', '"')));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

function unguarded(value: string): string {
  return guarded.test(value) ? value.slice(1) : value;
}
