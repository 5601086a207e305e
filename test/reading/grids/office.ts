import { strToU8, zipSync } from 'fflate';
import type { Item, Row, SourceFile } from '../../../src/reading/items.js';

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
].join(' ');

export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, strToU8(part)])));
}

export function relationships(...targets: readonly (readonly [type: string, target: string])[]): string {
  const listed = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${listed.join('')}</Relationships>`;
}

/** A DOCX of a body, and of other parts by their types: `comments` is `word/comments.xml` with these elements in its root. */
export function docxOf(body: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = Object.entries(others).map(([type, part]) => [
    `word/${type}.xml`,
    `<w:${type} ${word}>${part}</w:${type}>`,
  ]);
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships(['officeDocument', 'word/document.xml']),
    'word/_rels/document.xml.rels': relationships(...Object.keys(others).map((type) => [type, `${type}.xml`] as const)),
    'word/document.xml': `<?xml version="1.0"?><w:document ${word}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(parts),
  });
}

/** An item as a line: a paragraph's text, or a row's cells; `^` is covered from above, `#2` spans two columns. */
export function line(item: Item): string {
  if (item.kind === 'paragraph') return item.text;
  const cells = item.cells.map(
    ({ text, span, isContinued }) => `${isContinued ? '^' : ''}${text}${span > 1 ? `#${span}` : ''}`,
  );
  return `[${cells.join('|')}]`;
}

export function lines(file: SourceFile): string[] {
  return file.items.map(line);
}

export function rows(file: SourceFile): Row[] {
  return file.items.filter((item) => item.kind === 'row');
}

/** Every row's cells follow each other without a gap, from the left to the right. */
export function isWhole({ cells }: Row): boolean {
  return cells.every(
    ({ column, left, right }, index) =>
      column === (index === 0 ? 0 : (cells[index - 1]?.column ?? 0) + (cells[index - 1]?.span ?? 0)) &&
      left <= right &&
      left >= (cells[index - 1]?.right ?? 0) - 1e-9 &&
      right <= 1 + 1e-9,
  );
}
