import type { Rule } from '../rule.js';
import { amountDigits } from './amountDigits.js';
import { annualWithinWhole } from './annualWithinWhole.js';
import { blankAmount } from './blankAmount.js';
import { costLimit } from './costLimit.js';
import { costLineSum } from './costLineSum.js';
import { decimals } from './decimals.js';
import { departmentTotal } from './departmentTotal.js';
import { expenditureIncome } from './expenditureIncome.js';
import { fundingSum } from './fundingSum.js';
import { proseAmount } from './proseAmount.js';
import { settingSentence } from './settingSentence.js';
import { taskMoney } from './taskMoney.js';

/** All rules, in the order of their numbers. */
export const rules: readonly Rule[] = [
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
  settingSentence,
];
