import PizZip from 'pizzip';
import type { Document, Table } from '../../../src/document/document.js';
import { blocksText, placeCells } from '../../../src/document/walk.js';

/** What docxtemplater fills: the forms of a document, each a table of rows of cells. */
export interface TemplateData {
  readonly forms: readonly { readonly rows: readonly Readonly<Record<string, string>>[] }[];
}

const columns = 6;

/** The words of a document's tables, six cells a row: as a person's template would take them. */
export function templateData(document: Document): TemplateData {
  const tables = document.sections.flatMap(({ blocks }) =>
    blocks.filter((block): block is Table => block.type === 'table'),
  );
  return { forms: tables.map((table) => ({ rows: rowsOf(table) })) };
}

function rowsOf(table: Table): Record<string, string>[] {
  const empty = () => Object.fromEntries(Array.from({ length: columns }, (_, index) => [`c${index}`, '']));
  const rows = [...table.head, ...table.body].map(empty);
  for (const { cell, row, column } of placeCells(table)) {
    const own = rows[row] as Record<string, string>;
    own[`c${Math.min(column, columns - 1)}`] = blocksText(cell.blocks);
  }
  return rows;
}

/** A template of one form: a loop over forms, a table in it, and a loop over its rows. */
export function template(): Buffer {
  const text = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const cell = (words: string) => `<w:tc><w:tcPr><w:tcW w:w="1680" w:type="dxa"/></w:tcPr>${text(words)}</w:tc>`;
  const cells = Array.from({ length: columns }, (_, index) => {
    const [open, close] = [index === 0 ? '{#rows}' : '', index === columns - 1 ? '{/rows}' : ''];
    return cell(`${open}{c${index}}${close}`);
  });
  const grid = '<w:gridCol w:w="1680"/>'.repeat(columns);
  const table = `<w:tbl><w:tblPr><w:tblW w:w="10080" w:type="dxa"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid><w:tr>${cells.join('')}</w:tr></w:tbl>`;
  const body = `${text('{#forms}')}${table}${text('{/forms}')}<w:sectPr/>`;
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const rels = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const zip = new PizZip();
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
  );
  zip.file(
    '_rels/.rels',
    `<Relationships xmlns="${rels}"><Relationship Id="rId1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
  );
  zip.file('word/document.xml', `<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`);
  return zip.generate({ type: 'nodebuffer' });
}
