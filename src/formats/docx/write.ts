import type { Document } from '../../document/document.js';
import type { FontBook } from '../../fonts/book.js';
import type { DocxFonts } from '../format.js';
import { pack, text } from '../office/parts.js';
import { type ColumnWidths, type DividedCells, sectionBlocks } from './body.js';
import { embeddedFaces } from './embed.js';
import { embeddedFontParts, nativeFontParts } from './fontTable.js';
import { FontNames } from './names.js';
import { normalise } from './normalise.js';
import { drawPictures } from './pictures.js';
import { BodyPrinter } from './print.js';
import { openShell } from './shell.js';
import { withStamp } from './stamp.js';
import { StyleSheet } from './styleSheet.js';
import { stylesXml } from './styles.js';
import { refuseWide } from './tooWide.js';

export interface DocxOptions {
  readonly fonts: DocxFonts;
  /** Without it any row may be divided, but those of the head. */
  readonly divided?: DividedCells;
}

/**
 * Writes a document tree as a DOCX for Word, WPS and LibreOffice. docx makes the document and all its parts but two: the body and
 * the styles, which are derived from the looks of the body. The same tree and faces give the same bytes, anywhere and at any time.
 * `widths` gives the absolute column widths of a table, in points.
 */
export async function writeDocx(
  document: Document,
  fonts: FontBook,
  widths: ColumnWidths,
  options: DocxOptions,
): Promise<Uint8Array> {
  refuseWide(document);
  const native = options.fonts === 'native';
  const divided = options.divided ?? (() => true);
  const names = new FontNames(fonts, native);
  const pictures = await drawPictures(document, fonts);
  const shell = await openShell(document, names, pictures);
  const prepared = { names, widths, divided, drawings: shell.drawings };
  const sections = document.sections.map((section) => sectionBlocks(section, prepared));
  const sheet = new StyleSheet(sections.flat(), names);
  const faces = native ? [] : await embeddedFaces(names, options.fonts === 'editable');
  const parts = {
    ...shell.parts,
    ...(native ? nativeFontParts(fonts) : embeddedFontParts(faces, fonts)),
    'word/styles.xml': text(stylesXml(document, sheet)),
  };
  const embeds = faces.some(({ bytes }) => bytes);
  const printer = new BodyPrinter(sheet);
  const body = sections.map((blocks, index) =>
    printer.section(blocks, shell.sections[index] as string, index === sections.length - 1),
  );
  const written = text([shell.opening, ...body, '</w:body></w:document>'].join(''));
  return pack({ ...withStamp(normalise(parts, document, embeds), document), 'word/document.xml': written });
}
