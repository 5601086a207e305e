import { AlignmentType, Paragraph as DocxParagraph, ImageRun, LineRuleType } from 'docx';
import type { Figure, PageStyle } from '../../document/document.js';
import type { Pictures } from './pictures.js';
import { pixels, twips } from './units.js';

/** How the surroundings change a figure: points above and below it, and whether it begins a page. */
export interface FigureSurroundings {
  readonly before: number;
  readonly after: number;
  readonly pageBreakBefore: boolean;
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const satisfies Record<Figure['align'], string>;

/** A figure as a picture in a line of its own, with its alternative text, in its own size or as large as the page lets it be. */
export function figure(
  block: Figure,
  page: PageStyle,
  pictures: Pictures,
  { before, after, pageBreakBefore }: FigureSurroundings,
): DocxParagraph {
  const { margin } = page;
  const room = { width: page.width - margin.left - margin.right, height: page.height - margin.top - margin.bottom };
  const scale = Math.min(1, room.width / block.width, room.height / block.height);
  const { bytes, number } = pictures.of(block);
  const image = new ImageRun({
    type: 'png',
    data: bytes,
    transformation: { width: pixels(block.width * scale), height: pixels(block.height * scale) },
    altText: { id: String(number), name: `图 ${number}`, description: block.alt },
  });
  return new DocxParagraph({
    alignment: alignments[block.align],
    ...(pageBreakBefore && { pageBreakBefore }),
    // As high as the picture: an exact pitch would cut it off.
    spacing: { before: twips(before), after: twips(after), line: 240, lineRule: LineRuleType.AUTO },
    children: [image],
  });
}
