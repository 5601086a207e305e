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

interface SheetPart {
  readonly name: string;
  /** What stands in its `worksheet`. */
  readonly data: string;
  readonly state?: string;
  /** Parts that it is related to, by their types. */
  readonly related?: Readonly<Record<string, string>>;
}

/** A workbook whose sheets lie in parts that are not named in their order. `formats` are the codes of the styles 0, 1, … */
export function workbookOf(
  sheets: readonly SheetPart[],
  {
    strings = '',
    formats = ['General'],
    is1904 = false,
    prefix = '',
  }: { strings?: string; formats?: readonly string[]; is1904?: boolean; prefix?: string } = {},
): Uint8Array {
  const spaces = `xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"`;
  const root = (name: string, content: string): string => `<${prefix}${name} ${spaces}>${content}</${prefix}${name}>`;
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<${prefix}sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state ? ` state="${state}"` : ''}/>`,
  );
  const codes = formats.map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  );
  const styles = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`);
  const path = (index: number): string => `worksheets/part${sheets.length - index}.xml`;
  const others = sheets.flatMap(({ related = {} }, index) => [
    [
      `xl/worksheets/_rels/part${sheets.length - index}.xml.rels`,
      relationships(...Object.keys(related).map((type) => [type, `../${type}.xml`] as const)),
    ],
    ...Object.entries(related).map(([type, part]) => [`xl/${type}.xml`, part]),
  ]);
  return zipOf({
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/_rels/workbook.xml.rels': relationships(
      ...sheets.map((_, index) => ['worksheet', path(index)] as const),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    'xl/workbook.xml': root(
      'workbook',
      `${is1904 ? `<${prefix}workbookPr date1904="1"/>` : ''}<${prefix}sheets>${listed.join('')}</${prefix}sheets>`,
    ),
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${codes.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map(({ data }, index) => [`xl/${path(index)}`, root('worksheet', data)])),
    ...Object.fromEntries(others),
  });
}
