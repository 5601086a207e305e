import { Document as DocxDocument, ImageRun, type ISectionOptions, Packer, Paragraph } from 'docx';
import type { Document, Figure } from '../../document/document.js';
import { hasEnglish } from '../../document/walk.js';
import { type Parts, partText, text } from '../office/parts.js';
import type { FontNames } from './names.js';
import { marginLines, marginsOf, page } from './page.js';
import type { Picture } from './pictures.js';
import { pixels } from './units.js';

/** What docx makes of a document before its body is written: every part, and what the body takes from docx's own. */
export interface Shell {
  readonly parts: Parts;
  /** `w:document` up to its body's first block. */
  readonly opening: string;
  /** Of each section its `w:sectPr`. */
  readonly sections: readonly string[];
  /** Of each figure its `w:drawing`. */
  readonly drawings: ReadonlyMap<Figure, string>;
}

/** As the PDF divides words. */
const hyphenation = { autoHyphenation: true, consecutiveHyphenLimit: 2, doNotHyphenateCaps: true } as const;

/** Settings, theme, heads and feet, sections and pictures, by docx. */
export function openShell(document: Document, names: FontNames, pictures: readonly Picture[]): Shell {
  const margins = marginsOf(document);
  const sections = document.sections.map((section, index): ISectionOptions => {
    const children = index === 0 ? pictures.map(imageOf) : [];
    return { properties: page(section.page), ...marginLines(section.page, names, margins), children };
  });
  const docx = new DocxDocument({
    title: document.title,
    subject: document.subject,
    creator: document.author,
    lastModifiedBy: document.author,
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
  const parts = partsOf(docx);
  const body = partText(parts['word/document.xml'] as Uint8Array);
  const drawings = [...body.matchAll(/<w:drawing>.*?<\/w:drawing>/gs)].map(([drawing]) => drawing);
  return {
    parts,
    opening: body.slice(0, body.indexOf('<w:body>') + '<w:body>'.length),
    sections: [...body.matchAll(/<w:sectPr[ >].*?<\/w:sectPr>/gs)].map(([properties]) => properties),
    drawings: new Map(pictures.map(({ figure }, index) => [figure, drawings[index] as string])),
  };
}

/** A figure in its own size, or as large as the page lets it be, with its alternative text. */
function imageOf({ figure, page, bytes }: Picture, index: number): Paragraph {
  const { width, height, margin } = page;
  const room = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
  const scale = Math.min(1, room.width / figure.width, room.height / figure.height);
  const number = index + 1;
  const image = new ImageRun({
    type: 'png',
    data: bytes,
    transformation: { width: pixels(figure.width * scale), height: pixels(figure.height * scale) },
    altText: { id: String(number), name: `图 ${number}`, description: figure.alt },
  });
  return new Paragraph({ children: [image] });
}

/** The theme's fonts, which Word offers first: the document's own instead of Calibri and 等线. */
function theme(names: FontNames) {
  return { name: 'jibiao', fonts: { headings: themeFont('黑体', names), body: themeFont('宋体', names) } };
}

function themeFont(role: '黑体' | '宋体', names: FontNames) {
  const name = names.native ? names.fonts.nativeName(role) : names.fonts.face(role, false).family;
  return { latin: name, eastAsia: name };
}

/** What docx 9.15.2 compiles into, by path. Its public way zips that in JavaScript, to be unpacked here again: a tenth of the time. */
function partsOf(docx: DocxDocument): Parts {
  const compiler: { compile(docx: DocxDocument): Map<string, string | Uint8Array> } = Reflect.get(Packer, 'compiler');
  const written = [...compiler.compile(docx)];
  return Object.fromEntries(written.map(([path, data]) => [path, typeof data === 'string' ? text(data) : data]));
}
