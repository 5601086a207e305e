import { printable } from '../../report/printable.js';

/** The text with what no face draws made visible: findings quote what they object to. */
export type Drawable = (text: string) => string;

export function centre(text: string): string {
  return `<td class="center">${text}</td>`;
}

/** A ruled table of finished rows. Its title stands in the head: it never ends a page alone, and comes again on the next. */
export function rowsTable(
  title: string,
  widths: readonly string[],
  heads: readonly string[],
  rows: readonly string[],
  drawable: Drawable,
): string {
  const columns = widths.map((width) => `<col style="width: ${width}"/>`).join('');
  const head = heads.map((words) => `<th>${escaped(words, drawable)}</th>`).join('');
  const titled = `<th class="title" colspan="${heads.length}"><h2>${escaped(title, drawable)}</h2></th>`;
  return [
    `<table><colgroup>${columns}</colgroup><thead><tr>${titled}</tr><tr>${head}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table>`,
  ].join('\n');
}

/** A table without lines, of texts; the last of several columns is set to the right. */
export function plainTable(
  name: string,
  widths: readonly number[],
  rows: readonly (readonly string[])[],
  drawable: Drawable,
): string {
  const columns = widths.map((width) => `<col style="width: ${width}fr"/>`).join('');
  const cell = (words: string, index: number): string =>
    `<td${index > 0 && index === widths.length - 1 ? ' class="right"' : ''}>${escaped(words, drawable)}</td>`;
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return `<table class="${name}"><colgroup>${columns}</colgroup><tbody>${body}</tbody></table>`;
}

/** A text for the markup that can be drawn. */
export function escaped(text: string, drawable: Drawable): string {
  return drawable(printable(text))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r\n?|\n/g, '<br/>');
}
