import { paragraphDirection } from '../../document/directed.js';
import type { Align, Heading, Inline, Paragraph } from '../../document/document.js';
import type { Direction } from '../../script/direction.js';
import type { ParagraphExtras } from './looks.js';
import type { FontNames } from './names.js';
import { twips } from './units.js';
import { verticalRuns } from './vertical.js';
import { directionStyle, emptySize, type Kind, type WordParagraph, type WordRun } from './word.js';

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
  left: 'left',
  center: 'center',
  right: 'right',
  decimal: 'right',
  justify: 'both',
} as const satisfies Record<Align, string>;

/** In em: from this pitch on no face of ours, and none of Windows', is higher than its line. */
const roomyPitch = 1.45;

/** A paragraph or heading. */
export function paragraph(
  block: Paragraph | Heading,
  kind: Kind,
  names: FontNames,
  around: Surroundings,
): WordParagraph {
  const { inlines, style, language } = block;
  const own = inlines.find((inline) => inline.type === 'text')?.style;
  const size = largestSize(inlines);
  const isRightToLeft = paragraphDirection(inlines) === 'rtl';
  const look = names.looks.paragraph({
    run: names.look(own ?? { role: '宋体', size, bold: false }, language),
    align: alignment(block, isRightToLeft),
    // One line pitch a paragraph, Word knows no other. Faces' own line gap (1.44 em) would stretch smaller pitches.
    line: twips(style.lineHeight * size),
    stretches: style.lineHeight >= roomyPitch,
    autospace: style.autospace === true,
    hyphenated: language === 'en' && block.type === 'paragraph',
    before: twips(around.before),
    after: twips(around.after),
    indent: style.vertical ? 0 : twips(style.indent),
    left: 0,
    keepNext: around.keepNext,
  });
  return {
    type: 'paragraph',
    kind,
    look,
    extras: extras(block, around, isRightToLeft),
    runs: style.vertical ? verticalRuns(inlines, names) : runs(block, names),
    ...(!own && { isBlank: true }),
  };
}

/** Word has no limit to the spaces of a justified line, and divides words only where it has English patterns: rivers. */
function alignment(
  { style, language }: Paragraph | Heading,
  isRightToLeft: boolean,
): 'left' | 'center' | 'right' | 'both' {
  const { align } = style;
  const isEnglish = language === 'en' && align === 'justify';
  // In a paragraph from the right Word's left is the side where its lines begin.
  return isEnglish || (align === 'right' && isRightToLeft) ? 'left' : alignments[align];
}

function extras(block: Paragraph | Heading, around: Surroundings, isRightToLeft: boolean): ParagraphExtras {
  const { pageBreakBefore, decimalPoint } = around;
  return {
    ...(pageBreakBefore && { pageBreakBefore }),
    ...(isRightToLeft && { isRightToLeft }),
    ...(decimalPoint !== undefined && { decimalPoint: twips(decimalPoint) }),
    // A vertical heading keeps its place in Word's navigation by its outline level.
    ...(block.type === 'heading' && block.style.vertical && { outline: block.level - 1 }),
  };
}

function runs({ inlines, language }: Paragraph | Heading, names: FontNames): readonly WordRun[] {
  const [only] = inlines;
  if (only?.type === 'text' && inlines.length === 1)
    return names.named(only.text, only.style, language, only.direction);
  const base = paragraphDirection(inlines);
  return inlines.flatMap((inline, index): readonly WordRun[] => {
    if (inline.type !== 'text') return [{ text: '', breaks: 'br' }];
    const own = names.named(inline.text, inline.style, language, inline.direction);
    const goesOn = inlines[index + 1]?.type === 'text';
    return goesOn && inline.direction !== undefined && inline.direction !== base ? [...own, markOf(base)] : own;
  });
}

/** Behind data from the right: numbers that follow stay on their side for programs that order letters, as LibreOffice does. */
function markOf(base: Direction): WordRun {
  return { style: directionStyle, text: base === 'ltr' ? '\u200e' : '\u200f' };
}

/** The largest size decides the pitch. */
function largestSize(inlines: readonly Inline[]): number {
  const sizes = inlines.map((inline) => (inline.type === 'text' ? inline.style.size : 0));
  return sizes.reduce((largest, size) => Math.max(largest, size), 0) || emptySize;
}
