import { edit, type Parts, text, xml } from '../office/parts.js';

/** The file's properties; `date` is an ISO date (YYYY-MM-DD). */
export interface Properties {
  readonly title: string;
  readonly author: string;
  readonly date: string;
}

/** Of a sheet, with its heading row. */
interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Corrects what write-excel-file writes against the schema of SpreadsheetML, and adds what it has no option for. */
export function normalise(parts: Parts, properties: Properties, sheets: readonly Size[]): Parts {
  const steps: readonly [string, (part: string) => string][] = [
    ['xl/styles.xml', styles],
    ...sheets.map((size, index): [string, (part: string) => string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      (part) => sheet(part, size),
    ]),
    ['[Content_Types].xml', (part) => part.replace('</Types>', `${coreType}</Types>`)],
    ['_rels/.rels', (part) => part.replace('</Relationships>', `${coreRelationship}</Relationships>`)],
  ];
  const mended = steps.reduce((changed, [path, change]) => edit(changed, path, change), parts);
  return { ...mended, 'docProps/core.xml': text(coreProperties(properties)) };
}

/** A font's elements must be in order (CT_Font); format numbers below 164 are Excel's own (§18.8.30). */
function styles(part: string): string {
  return part
    .replace(/(<name [^>]*\/>)(<sz [^>]*\/>)(<family [^>]*\/>)(<b\/>)?(<color [^>]*\/>)/g, '$4$2$5$1$3')
    .replace(/numFmtId="(1\d\d)"/g, (_, id: string) => `numFmtId="${Number(id) + 64}"`);
}

/** With frozen rows but no frozen columns there is a bottom pane and no right one. */
function sheet(part: string, { columns, rows }: Size): string {
  return part
    .replace(' xSplit="0"', '')
    .replace('activePane="bottomRight"', 'activePane="bottomLeft"')
    .replace('</sheetData>', `</sheetData><autoFilter ref="A1:${columnName(columns)}${rows}"/>`);
}

/** The letters of a column, counted from 1: 27 is AA. */
function columnName(number: number): string {
  const last = (number - 1) % 26;
  const rest = (number - 1 - last) / 26;
  return `${rest > 0 ? columnName(rest) : ''}${String.fromCharCode(65 + last)}`;
}

const coreType =
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>';
const coreRelationship =
  '<Relationship Id="rId-core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>';
const coreNames =
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

function coreProperties({ title, author, date }: Properties): string {
  const day = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:coreProperties ${coreNames}>`,
    `<dc:title>${xml(title)}</dc:title><dc:creator>${xml(author)}</dc:creator>`,
    `${day('created')}${day('modified')}<dc:language>zh-CN</dc:language>`,
    '</cp:coreProperties>',
  ].join('');
}
