import { blankLine } from '../text/blankLines.js';
import { csvQuotes } from '../text/csvQuotes.js';
import { documentNumber } from '../text/documentNumbers.js';
import { clashingMarks, doubledMark } from '../text/doubledMarks.js';
import { doubledSign } from '../text/doubledSigns.js';
import { entity } from '../text/entities.js';
import { fieldCode } from '../text/fieldCodes.js';
import { formula } from '../text/formulas.js';
import { fullWidthDigit } from '../text/fullWidthDigits.js';
import { halfWidthBracket } from '../text/halfWidthBrackets.js';
import { halfWidthMark } from '../text/halfWidthMarks.js';
import { innerSpace } from '../text/innerSpaces.js';
import { outerSpace } from '../text/outerSpaces.js';
import { percentWord } from '../text/percentWords.js';
import { quotes } from '../text/quotes.js';
import { signGlyph } from '../text/signGlyphs.js';
import { signWord } from '../text/signWord.js';
import { markup } from '../text/tags.js';
import { typo } from '../text/typos.js';
import { unitInName } from '../text/unitInName.js';
import { invisible } from '../text/unseen.js';
import type { Fix } from './fix.js';

/** All fixes, in the order in which they work: what hides characters or wraps a text goes first, brackets of 文号 before other brackets. */
export const fixes: readonly Fix[] = [
  invisible,
  csvQuotes,
  markup,
  entity,
  formula,
  fieldCode,
  fullWidthDigit,
  percentWord,
  signGlyph,
  signWord,
  unitInName,
  doubledSign,
  documentNumber,
  halfWidthBracket,
  halfWidthMark,
  quotes,
  outerSpace,
  blankLine,
  innerSpace,
  doubledMark,
  clashingMarks,
  typo,
];
