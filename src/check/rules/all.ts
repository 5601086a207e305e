import type { Rule } from '../rule.js';
import { costSign } from './costSign.js';
import { departmentTotal } from './departmentTotal.js';
import { doubledParts } from './doubledParts.js';
import { duplicateIndicator } from './duplicateIndicator.js';
import { goalNumbers } from './goalNumbers.js';
import { nameInValue } from './nameInValue.js';
import { percentLimit } from './percentLimit.js';
import { quantityAsText } from './quantityAsText.js';
import { quantityWithoutNumber } from './quantityWithoutNumber.js';
import { textLimits } from './textLimits.js';
import { timelinessWithoutTime } from './timelinessWithoutTime.js';
import { unitMismatch } from './unitMismatch.js';
import { unitNotUnit } from './unitNotUnit.js';
import { wrongLevel } from './wrongLevel.js';

/** All rules, in the order of their numbers. */
export const rules: readonly Rule[] = [
  departmentTotal,
  quantityAsText,
  quantityWithoutNumber,
  percentLimit,
  costSign,
  timelinessWithoutTime,
  unitMismatch,
  wrongLevel,
  unitNotUnit,
  nameInValue,
  doubledParts,
  duplicateIndicator,
  textLimits,
  goalNumbers,
];
