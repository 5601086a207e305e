import type { Rule } from '../rule.js';
import { annualOverWhole } from './annualOverWhole.js';
import { coreIndicatorEmpty } from './coreIndicatorEmpty.js';
import { coverage } from './coverage.js';
import { crossYearGoal } from './crossYearGoal.js';
import { deadlineLate } from './deadlineLate.js';
import { departmentTotal } from './departmentTotal.js';
import { fieldUneven } from './fieldUneven.js';
import { goalMissing } from './goalMissing.js';
import { indicatorIncomplete } from './indicatorIncomplete.js';
import { indicatorOrder } from './indicatorOrder.js';
import { level2Misplaced } from './level2Misplaced.js';
import { nameBlank } from './nameBlank.js';
import { periodHalfEmpty } from './periodHalfEmpty.js';
import { periodOffYear } from './periodOffYear.js';
import { placeholder } from './placeholder.js';
import { requiredLevel2Empty } from './requiredLevel2Empty.js';
import { satisfactionMissing } from './satisfactionMissing.js';
import { unitMissing } from './unitMissing.js';
import { valueRepeatsName } from './valueRepeatsName.js';
import { valueUnexplained } from './valueUnexplained.js';
import { weights } from './weights.js';

/** All rules, in the order of their numbers. */
export const rules: readonly Rule[] = [
  nameBlank,
  fieldUneven,
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
  departmentTotal,
  weights,
  level2Misplaced,
  indicatorOrder,
  annualOverWhole,
  deadlineLate,
  periodOffYear,
  valueUnexplained,
];
