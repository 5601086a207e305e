import type { Bilingual, Place, Severity } from '../../problem.js';
import { convert } from '../../report/money.js';
import type { MoneyUnit } from '../../report/schema.js';
import { gap, isMore, isSame, lastDigit } from '../money/money.js';
import type { Facts, ProjectFact } from './facts.js';
import type { AcrossRule } from './rules.js';

/** What was found, with the reports that it concerns: an acceptance in any of them, at its own value, will do. */
export interface FoundAcross {
  readonly rule: AcrossRule;
  readonly table: Bilingual;
  readonly place: Place;
  readonly related: readonly Place[];
  readonly severity?: Severity;
  readonly message: Bilingual;
  readonly parties: readonly Facts[];
}

/** A project with the report that it stands in. */
export interface ProjectOf {
  readonly facts: Facts;
  readonly project: ProjectFact;
}

/** Exact in one unit; between units the coarser amount may be rounded or cut at its last digit. */
export function agree(left: string, leftUnit: MoneyUnit, right: string, rightUnit: MoneyUnit): boolean {
  const other = convert(right, rightUnit, leftUnit);
  if (leftUnit === rightUnit) return isSame(left, right);
  const digit = leftUnit === '万元' ? lastDigit(left) : convert(lastDigit(right), '万元', '元');
  return isMore(digit, gap(left, other));
}
