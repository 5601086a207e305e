import { yearWord } from '../text/bareNumbers.js';
import { blankLine } from '../text/blankLines.js';
import { dateDot } from '../text/brokenDates.js';
import { documentNumber } from '../text/documentNumbers.js';
import { clashingMarks, doubledMark, rangeMark, wordyMark } from '../text/doubledMarks.js';
import { doubledSign } from '../text/doubledSigns.js';
import { entity } from '../text/entities.js';
import { fieldCode } from '../text/fieldCodes.js';
import { formNumber } from '../text/formNumbers.js';
import { formula } from '../text/formulas.js';
import { fullWidthDigit } from '../text/fullWidthDigits.js';
import { halfWidthBracket } from '../text/halfWidthBrackets.js';
import { halfWidthMark } from '../text/halfWidthMarks.js';
import { innerSpace } from '../text/innerSpaces.js';
import { csvQuote, markdown } from '../text/markup.js';
import { missingMark } from '../text/numbering.js';
import { outerSpace } from '../text/outerSpaces.js';
import { percentWord } from '../text/percentWords.js';
import { pinyin } from '../text/pinyin.js';
import { quotes } from '../text/quotes.js';
import { setWord } from '../text/setWordSlips.js';
import { signGlyph } from '../text/signGlyphs.js';
import { signWord } from '../text/signWord.js';
import { strayLetter } from '../text/strayLetters.js';
import { markup } from '../text/tags.js';
import { tick } from '../text/ticks.js';
import { titleMark } from '../text/titleMarks.js';
import { typo } from '../text/typos.js';
import { unitInName } from '../text/unitInName.js';
import { invisible } from '../text/unseen.js';
import type { Fix } from './fix.js';

/** All fixes, in the order in which they work: what hides characters goes first, brackets of 文号 before other brackets. */
export const fixes: readonly Fix[] = [
  invisible,
  tick,
  markup,
  entity,
  csvQuote,
  markdown,
  formula,
  fieldCode,
  pinyin,
  fullWidthDigit,
  percentWord,
  signGlyph,
  signWord,
  unitInName,
  formNumber,
  doubledSign,
  dateDot,
  yearWord,
  documentNumber,
  halfWidthBracket,
  halfWidthMark,
  quotes,
  outerSpace,
  blankLine,
  innerSpace,
  doubledMark,
  rangeMark,
  clashingMarks,
  wordyMark,
  missingMark,
  titleMark,
  typo,
  strayLetter,
  setWord,
];
