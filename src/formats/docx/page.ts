import {
  Footer,
  Header,
  type IRunOptions,
  type ISectionPropertiesOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { Document, Footer as FooterLine, FooterPart, PageStyle } from '../../document/document.js';
import type { RunLook } from './looks.js';
import type { FontNames } from './names.js';
import { twips } from './units.js';

const footerLineHeight = 1.2;

/** Paper, direction and margins of a section. */
export function page(style: PageStyle): ISectionPropertiesOptions {
  const { width, height, margin } = style;
  const landscape = width > height;
  return {
    page: {
      size: {
        // docx turns the paper itself: it wants the sides of the upright sheet.
        width: twips(Math.min(width, height)),
        height: twips(Math.max(width, height)),
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: twips(margin.top),
        right: twips(margin.right),
        bottom: twips(margin.bottom),
        left: twips(margin.left),
        header: twips(Math.max(0, margin.top / 2 - (style.header ? footerHeight(style.header) / 2 : 0))),
        footer: footerDistance(style),
        gutter: 0,
      },
    },
  };
}

/** Whether a document's odd and even pages differ, and whether any has a running head: Word asks for both beforehand. */
export interface Margins {
  readonly facing: boolean;
  readonly heads: boolean;
}

export function marginsOf(document: Document): Margins {
  const lines = document.sections.flatMap(({ page: { header, footer } }) => [header, footer]);
  return {
    facing: lines.some((line) => line?.align === 'outside'),
    heads: document.sections.some(({ page: { header, stamp } }) => header !== undefined || stamp !== undefined),
  };
}

/** The lines at the foot and head of a section's pages; `default` are the odd ones where even ones differ. */
export function marginLines({ header, footer }: PageStyle, names: FontNames, { facing, heads }: Margins) {
  const own = (line: FooterLine | undefined, side: 'left' | 'right') => ({ children: [marginLine(line, side, names)] });
  return {
    footers: {
      default: new Footer(own(footer, 'right')),
      ...(facing && { even: new Footer(own(footer, 'left')) }),
    },
    ...(heads && {
      headers: {
        default: new Header(own(header, 'right')),
        ...(facing && { even: new Header(own(header, 'left')) }),
      },
    }),
  };
}

/** A section without a line gets an empty one, or Word would show the last section's. */
function marginLine(line: FooterLine | undefined, outside: 'left' | 'right', names: FontNames): Paragraph {
  if (!line) return new Paragraph({ spacing: { line: twips(1), lineRule: LineRuleType.EXACT } });
  return new Paragraph({
    alignment: line.align === 'outside' ? outside : line.align,
    spacing: { line: twips(footerHeight(line)), lineRule: LineRuleType.EXACT },
    children: line.parts.flatMap((part) => footerRuns(part, line, names)),
  });
}

function footerRuns(part: FooterPart, line: FooterLine, names: FontNames): TextRun[] {
  switch (part.type) {
    case 'text':
      return names.named(part.text, line.style).map(({ text, look }) => new TextRun({ ...docxLook(look), text }));
    case 'pageNumber':
      return [pageField(PageNumber.CURRENT, line, names)];
    case 'pageCount':
      return [pageField(PageNumber.TOTAL_PAGES, line, names)];
  }
}

function pageField(field: (typeof PageNumber)['CURRENT' | 'TOTAL_PAGES'], line: FooterLine, names: FontNames): TextRun {
  const [digits] = names.named('0123456789', line.style);
  return new TextRun({ ...docxLook(digits?.look ?? names.look(line.style)), children: [field] });
}

/** A look as docx takes it. */
function docxLook({ latin, eastAsian, complex, bold, size, rightToLeft }: RunLook): IRunOptions {
  const font = { ascii: latin, hAnsi: latin, eastAsia: eastAsian, cs: complex, hint: 'eastAsia' };
  return { font, size, ...(bold && { bold }), ...(rightToLeft && { rightToLeft }) };
}

/** Halfway down the bottom margin, where the PDF has it. Word measures from the page's lower edge to the line's. */
function footerDistance(style: PageStyle): number {
  return twips(Math.max(0, style.margin.bottom / 2 - (style.footer ? footerHeight(style.footer) / 2 : 0)));
}

function footerHeight(line: FooterLine): number {
  return line.style.size * footerLineHeight;
}
