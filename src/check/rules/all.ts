import type { Rule } from '../rule.js';
import { departmentTotal } from './departmentTotal.js';
import { goalNumbers } from './goalNumbers.js';

/** All rules, in the order of their numbers. */
export const rules: readonly Rule[] = [departmentTotal, goalNumbers];
