import type { Rule } from '../rule.js';
import { amountDigits } from './amountDigits.js';
import { annualOverWhole } from './annualOverWhole.js';
import { annualWithinWhole } from './annualWithinWhole.js';
import { blankAmount } from './blankAmount.js';
import { coreIndicatorEmpty } from './coreIndicatorEmpty.js';
import { costLimit } from './costLimit.js';
import { costLineSum } from './costLineSum.js';
import { costSign } from './costSign.js';
import { coverage } from './coverage.js';
import { crossYearGoal } from './crossYearGoal.js';
import { deadlineLate } from './deadlineLate.js';
import { decimals } from './decimals.js';
import { departmentTotal } from './departmentTotal.js';
import { doubledParts } from './doubledParts.js';
import { duplicateIndicator } from './duplicateIndicator.js';
import { expenditureIncome } from './expenditureIncome.js';
import { fieldUneven } from './fieldUneven.js';
import { fundingSum } from './fundingSum.js';
import { goalMissing } from './goalMissing.js';
import { goalNumbers } from './goalNumbers.js';
import { indicatorIncomplete } from './indicatorIncomplete.js';
import { indicatorOrder } from './indicatorOrder.js';
import { level2Misplaced } from './level2Misplaced.js';
import { nameBlank } from './nameBlank.js';
import { nameInValue } from './nameInValue.js';
import { percentLimit } from './percentLimit.js';
import { periodHalfEmpty } from './periodHalfEmpty.js';
import { periodOffYear } from './periodOffYear.js';
import { placeholder } from './placeholder.js';
import { proseAmount } from './proseAmount.js';
import { quantityAsText } from './quantityAsText.js';
import { quantityWithoutNumber } from './quantityWithoutNumber.js';
import { requiredLevel2Empty } from './requiredLevel2Empty.js';
import { satisfactionMissing } from './satisfactionMissing.js';
import { settingSentence } from './settingSentence.js';
import { taskMoney } from './taskMoney.js';
import { textLimits } from './textLimits.js';
import { timelinessWithoutTime } from './timelinessWithoutTime.js';
import { unitMismatch } from './unitMismatch.js';
import { unitMissing } from './unitMissing.js';
import { unitNotUnit } from './unitNotUnit.js';
import { valueRepeatsName } from './valueRepeatsName.js';
import { valueUnexplained } from './valueUnexplained.js';
import { weights } from './weights.js';
import { wrongLevel } from './wrongLevel.js';

/** All rules, in the order of their numbers. */
export const rules: readonly Rule[] = [
  fieldUneven,
  nameBlank,
  goalMissing,
  coverage,
  satisfactionMissing,
  requiredLevel2Empty,
  coreIndicatorEmpty,
  indicatorIncomplete,
  unitMissing,
  periodHalfEmpty,
  crossYearGoal,
  placeholder,
  valueRepeatsName,
  fundingSum,
  departmentTotal,
  annualWithinWhole,
  proseAmount,
  expenditureIncome,
  taskMoney,
  costLineSum,
  costLimit,
  amountDigits,
  decimals,
  blankAmount,
  quantityAsText,
  quantityWithoutNumber,
  percentLimit,
  costSign,
  timelinessWithoutTime,
  unitMismatch,
  wrongLevel,
  nameInValue,
  unitNotUnit,
  doubledParts,
  duplicateIndicator,
  textLimits,
  weights,
  indicatorOrder,
  level2Misplaced,
  annualOverWhole,
  deadlineLate,
  periodOffYear,
  valueUnexplained,
  goalNumbers,
  settingSentence,
];
