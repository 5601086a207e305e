import type { DataTable } from './dataTable.js';
import { isDecimal } from './decimal.js';

/**
 * What spreadsheet programs take for the beginning of a formula (OWASP, CSV injection), full-width forms too. A cell that
 * begins so and is no decimal gets an apostrophe in front, and so does one that has apostrophes before such a sign: whoever
 * takes one apostrophe away wherever /^'+[=+@-]/ matches has the data back.
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

/** What may stand between the cells of a line: some locales of Excel write semicolons, its Unicode text has tabs. */
export type Separator = ',' | ';' | '\t';

/** The cells of a CSV file as the data had them. Throws a plain Error for a quote that does not end or stands astray. */
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
