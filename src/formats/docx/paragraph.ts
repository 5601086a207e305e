import {
  AlignmentType,
  Paragraph as DocxParagraph,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  TabStopType,
  TextRun,
} from 'docx';
import { paragraphDirection } from '../../document/directed.js';
import type {
  Align,
  Heading,
  Inline,
  Language,
  Paragraph,
  ParagraphStyle,
  TextStyle,
} from '../../document/document.js';
import type { Direction } from '../../script/direction.js';
import type { FontNames } from './names.js';
import { twips } from './units.js';
import { verticalRuns } from './vertical.js';

/** How the surroundings change a paragraph. `before` and `after` are points and stand instead of the style's own. */
export interface Surroundings {
  readonly before: number;
  readonly after: number;
  readonly pageBreakBefore: boolean;
  readonly keepNext: boolean;
  /** For a number in a column of mixed decimals: its decimal point, in points from the left of the text. */
  readonly decimalPoint?: number;
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  decimal: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const satisfies Record<Align, string>;

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** Style of labels set one character a line: `w:br` between characters, so that a reader knows they are no line breaks. */
export const verticalStyle = 'VerticalLabel';

/** Style of English paragraphs: Word divides their words, and no others. */
export const englishStyle = 'EnglishText';

/** Style of runs that hold no text but a mark of direction. */
export const directionStyle = 'DirectionMark';

/** Style of paragraphs that Word's grammar or page flow needs and the tree does not have. */
export const spacerStyle = 'Spacer';

/** The size Word gives a line without text, as `typeset` does. */
export const emptySize = 10.5;
const blankLineHeight = 14;

/** A paragraph or heading. */
export function paragraph(block: Paragraph | Heading, names: FontNames, around: Surroundings): DocxParagraph {
  const mark = block.inlines.find((inline) => inline.type === 'text')?.style;
  const isRightToLeft = paragraphDirection(block.inlines) === 'rtl';
  const hasText = block.inlines.some((inline) => inline.type === 'text' && inline.text !== '');
  return new DocxParagraph({
    ...paragraphStyle(block),
    ...(around.pageBreakBefore && { pageBreakBefore: true }),
    // A heading style keeps with what follows; in a cell that would hold whole rows together.
    ...((block.type === 'heading' || around.keepNext) && { keepNext: around.keepNext }),
    ...placing(block, around.decimalPoint),
    ...(isRightToLeft && { bidirectional: true }),
    spacing: {
      before: twips(around.before),
      after: twips(around.after),
      // Exact: the faces' own line gap (1.44 em) would stretch smaller pitches.
      line: twips(pitch(block.inlines, block.style)),
      lineRule: LineRuleType.EXACT,
    },
    ...(block.style.autospace && { autoSpaceEastAsianText: true }),
    ...(mark && !hasText && { run: names.look(mark) }),
    children: block.style.vertical ? verticalRuns(block.inlines, names) : runs(block, names),
  });
}

/** Word and LibreOffice set what stands left in a cell by its only decimal tab, without a tab character. */
function placing(block: Paragraph | Heading, decimalPoint: number | undefined): IParagraphOptions {
  const { style, language } = block;
  const { align, indent, vertical } = style;
  if (decimalPoint !== undefined) {
    const tab = { type: TabStopType.DECIMAL, position: twips(decimalPoint) };
    return { alignment: AlignmentType.LEFT, tabStops: [tab] };
  }
  // Word has no limit to the spaces of a justified line, and divides words only where it has English patterns: rivers.
  const english = language === 'en' && align === 'justify';
  // In a paragraph from the right Word's left is the side where its lines begin.
  const turned = align === 'right' && paragraphDirection(block.inlines) === 'rtl';
  const own = english || turned ? 'left' : align;
  return { alignment: alignments[own], ...(indent !== 0 && !vertical && { indent: { firstLine: twips(indent) } }) };
}

/** A vertical heading keeps its place in Word's navigation by its outline level. */
function paragraphStyle(block: Paragraph | Heading): IParagraphOptions {
  if (!block.style.vertical) {
    if (block.type === 'heading') return { heading: headings[block.level] };
    return block.language === 'en' ? { style: englishStyle } : {};
  }
  return { style: verticalStyle, ...(block.type === 'heading' && { outlineLevel: block.level - 1 }) };
}

/** An empty paragraph of a given height in points; never less than 1, which is as good as nothing. */
export function spacer(height = 1, pageBreakBefore = false, keepNext = false): DocxParagraph {
  return new DocxParagraph({
    style: spacerStyle,
    ...(pageBreakBefore && { pageBreakBefore }),
    ...(keepNext && { keepNext }),
    ...(height > 1 && { spacing: { line: twips(height), lineRule: LineRuleType.EXACT } }),
  });
}

/**
 * Between two tables that touch: Word joins tables with no paragraph between them, and gives one whose mark is hidden no height.
 */
export function hiddenSpacer(keepNext = false): DocxParagraph {
  return new DocxParagraph({ style: spacerStyle, ...(keepNext && { keepNext }), run: { vanish: true } });
}

/** What stands in a cell without paragraphs: a line as high as `typeset` makes such a cell, ready to be written in. */
export function blankLine(): DocxParagraph {
  return new DocxParagraph({ spacing: { line: twips(blankLineHeight), lineRule: LineRuleType.EXACT } });
}

/** Runs of one text in one look. */
export function textRuns(
  text: string,
  style: TextStyle,
  names: FontNames,
  language?: Language,
  direction?: Direction,
): TextRun[] {
  return names.named(text, style, language, direction).map((part) => new TextRun({ ...part.look, text: part.text }));
}

function runs({ inlines, language }: Paragraph | Heading, names: FontNames): TextRun[] {
  const base = paragraphDirection(inlines);
  return inlines.flatMap((inline, index) => {
    if (inline.type !== 'text') return [new TextRun({ break: 1 })];
    const own = textRuns(inline.text, inline.style, names, language, inline.direction);
    const goesOn = inlines[index + 1]?.type === 'text';
    return goesOn && inline.direction !== undefined && inline.direction !== base ? [...own, markOf(base)] : own;
  });
}

/** Behind data from the right: numbers that follow stay on their side for programs that order letters, as LibreOffice does. */
function markOf(base: Direction): TextRun {
  return new TextRun({ style: directionStyle, text: base === 'ltr' ? '\u200e' : '\u200f' });
}

/** One line pitch a paragraph: Word knows no other, so the largest size decides. */
function pitch(inlines: readonly Inline[], style: ParagraphStyle): number {
  const sizes = inlines.map((inline) => (inline.type === 'text' ? inline.style.size : 0));
  return style.lineHeight * (sizes.reduce((largest, size) => Math.max(largest, size), 0) || emptySize);
}
