import type { Rule } from '../rule.js';
import { clockStyle } from './clockStyle.js';
import { departmentOrUnit } from './departmentOrUnit.js';
import { departmentTotal } from './departmentTotal.js';
import { documentNumber } from './documentNumber.js';
import { doubledMark } from './doubledMark.js';
import { emptyTableNote } from './emptyTableNote.js';
import { knownTypo } from './knownTypo.js';
import { lostCharacter } from './lostCharacter.js';
import { markupLeft } from './markupLeft.js';
import { markWidth } from './markWidth.js';
import { misplacedMark } from './misplacedMark.js';
import { nameDrift } from './nameDrift.js';
import { numbering } from './numbering.js';
import { personalData } from './personalData.js';
import { quotePairs } from './quotePairs.js';
import { rareCharacter } from './rareCharacter.js';
import { repeatedWord } from './repeatedWord.js';
import { straySpace } from './straySpace.js';
import { strayStop } from './strayStop.js';
import { yearInText } from './yearInText.js';

/** All rules, in the order of their numbers. */
export const rules: readonly Rule[] = [
  departmentTotal,
  markupLeft,
  lostCharacter,
  rareCharacter,
  doubledMark,
  misplacedMark,
  quotePairs,
  markWidth,
  straySpace,
  strayStop,
  numbering,
  personalData,
  knownTypo,
  clockStyle,
  nameDrift,
  repeatedWord,
  yearInText,
  documentNumber,
  departmentOrUnit,
  emptyTableNote,
];
