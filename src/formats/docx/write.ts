import type { Document } from '../../document/document.js';
import type { FontBook } from '../../fonts/book.js';
import { Kept } from '../../kept/kept.js';
import type { DocxFonts } from '../format.js';
import { pack, text } from '../office/parts.js';
import type { ColumnWidths, DividedCells } from './body.js';
import { embeddedFaces } from './embed.js';
import { embeddedFontParts, nativeFontParts } from './fontTable.js';
import { sheetDigest, writtenIn } from './kept.js';
import { FontNames } from './names.js';
import { normalise } from './normalise.js';
import { drawPictures } from './pictures.js';
import { BodyPrinter } from './print.js';
import { openShell } from './shell.js';
import { withStamp } from './stamp.js';
import { SectionStretches } from './stretches.js';
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
 * the styles, which are derived from the looks of the body. The same tree and faces give the same bytes, anywhere and at any time,
 * whatever is `kept` of earlier builds. `widths` gives the absolute column widths of a table, in points.
 */
export async function writeDocx(
  document: Document,
  fonts: FontBook,
  widths: ColumnWidths,
  options: DocxOptions,
  kept = new Kept(),
): Promise<Uint8Array> {
  refuseWide(document);
  const native = options.fonts === 'native';
  const divided = options.divided ?? (() => true);
  const names = new FontNames(fonts, native);
  const pictures = await drawPictures(document, fonts);
  const shell = openShell(document, names, pictures);
  const prepared = { names, widths, divided, drawings: shell.drawings };
  const sections = document.sections.map((section) => new SectionStretches(section, prepared, writtenIn(kept)));
  const sheet = new StyleSheet(
    sections.flatMap(({ looks }) => looks),
    names,
  );
  const styles = stylesXml(document, sheet);
  const faces = native ? [] : await embeddedFaces(names, options.fonts === 'editable');
  const parts = {
    ...shell.parts,
    ...(native ? nativeFontParts(fonts) : embeddedFontParts(faces, fonts)),
    'word/styles.xml': text(styles),
  };
  const embeds = faces.some(({ bytes }) => bytes);
  const printer = new BodyPrinter(sheet);
  const digest = sheetDigest(styles);
  const last = sections.length - 1;
  const body = sections.flatMap((section, index) =>
    section.written(printer, digest, index === last ? '' : (shell.sections[index] as string)),
  );
  const end = text(`${shell.sections[last]}</w:body></w:document>`);
  const written = Buffer.concat([text(shell.opening), ...body, end]);
  return pack({ ...withStamp(normalise(parts, document, embeds), document), 'word/document.xml': written });
}
