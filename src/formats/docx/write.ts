import { Document as DocxDocument, Packer } from 'docx';
import type { Document } from '../../document/document.js';
import { hasEnglish } from '../../document/walk.js';
import type { FontBook } from '../../fonts/book.js';
import { Kept } from '../../kept/kept.js';
import type { DocxFonts } from '../format.js';
import { type Parts, pack, text } from '../office/parts.js';
import { embeddedFaces } from './embed.js';
import { embeddedFontParts, nativeFontParts } from './fontTable.js';
import { facesIn, picturesIn, writtenIn } from './kept.js';
import { FontNames } from './names.js';
import { normalise } from './normalise.js';
import { marginsOf } from './page.js';
import { drawPictures } from './pictures.js';
import { section } from './section.js';
import { withStamp } from './stamp.js';
import { type ColumnWidths, type DividedCells, StretchWriter } from './stretch.js';
import { styles, theme } from './styles.js';
import { refuseWide } from './tooWide.js';

export interface DocxOptions {
  readonly fonts: DocxFonts;
  /** Without it any row may be divided, but those of the head. */
  readonly divided?: DividedCells;
}

/** As the PDF divides words. */
const hyphenation = { autoHyphenation: true, consecutiveHyphenLimit: 2, doNotHyphenateCaps: true } as const;

/**
 * Writes a document tree as a DOCX for Word, WPS and LibreOffice. The same tree and faces give the same bytes, anywhere and
 * at any time, whatever is `kept` of earlier builds. `widths` gives the absolute column widths
 * of a table, in points.
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
  // Faces are cut down at the end: their files are read while the text is written.
  if (!native) for (const face of fonts.faces) void face.whole();
  const margins = marginsOf(document);
  const pictures = await drawPictures(document, fonts, picturesIn(kept));
  const writer = new StretchWriter(names, { widths, divided, pictures }, writtenIn(kept));
  const sections = document.sections.map((part) => section(part, writer, names, margins));
  const docx = new DocxDocument({
    title: document.title,
    subject: document.subject,
    creator: document.author,
    lastModifiedBy: document.author,
    styles: styles(document, names),
    theme: theme(names),
    compatibility: {
      version: 15,
      // Lines that end in a break are not justified; space below and above paragraphs adds up, as in the PDF.
      doNotExpandShiftReturn: true,
      doNotUseHTMLParagraphAutoSpacing: true,
    },
    ...(hasEnglish(document) && { hyphenation }),
    ...(margins.facing && { evenAndOddHeaderAndFooters: true }),
    sections,
  });
  const written = partsOf(docx);
  const faces = native ? [] : await embeddedFaces(names, options.fonts === 'editable', facesIn(kept));
  const fontParts = native ? nativeFontParts(fonts) : embeddedFontParts(faces, fonts);
  const parts = withStamp(
    normalise(
      written,
      document,
      faces.some(({ bytes }) => bytes),
    ),
    document,
  );
  const path = 'word/document.xml';
  return pack({ ...parts, [path]: writer.filled(parts[path] as Uint8Array), ...fontParts });
}

/** What docx 9.15.2 compiles into, by path. Its public way zips that in JavaScript, to be unpacked here again: a tenth of the time. */
function partsOf(docx: DocxDocument): Parts {
  const compiler: { compile(docx: DocxDocument): Map<string, string | Uint8Array> } = Reflect.get(Packer, 'compiler');
  const written = [...compiler.compile(docx)];
  return Object.fromEntries(written.map(([path, data]) => [path, typeof data === 'string' ? text(data) : data]));
}
