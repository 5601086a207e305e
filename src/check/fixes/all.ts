import { blankLine } from './blankLine.js';
import { clashingMarks } from './clashingMarks.js';
import { documentNumber } from './documentNumber.js';
import { doubledMark } from './doubledMark.js';
import { doubledSign } from './doubledSign.js';
import { entity } from './entity.js';
import { fieldCode } from './fieldCode.js';
import type { Fix } from './fix.js';
import { formula } from './formula.js';
import { fullWidthDigit } from './fullWidthDigit.js';
import { halfWidthBracket } from './halfWidthBracket.js';
import { halfWidthMark } from './halfWidthMark.js';
import { innerSpace } from './innerSpace.js';
import { invisible } from './invisible.js';
import { markup } from './markup.js';
import { outerSpace } from './outerSpace.js';
import { percentWord } from './percentWord.js';
import { quotes } from './quotes.js';
import { signGlyph } from './signGlyph.js';
import { typo } from './typo.js';

/** All fixes, in the order in which they work: what hides characters goes first, brackets of 文号 before other brackets. */
export const fixes: readonly Fix[] = [
  invisible,
  markup,
  entity,
  formula,
  fieldCode,
  fullWidthDigit,
  percentWord,
  signGlyph,
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
