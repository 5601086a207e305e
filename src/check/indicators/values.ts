import type { IndicatorAt, TargetAt } from '../subject.js';
import { saysNothing } from '../text/blankText.js';
import { isQuantity } from './targets.js';

/** The targets of an indicator that say something. */
export function saidTargets({ targets }: IndicatorAt): TargetAt[] {
  return targets.filter(({ target }) => isQuantity(target) || !saysNothing(target.text));
}

/** Whether an indicator has a value in any form: of a period, or one for each place (福建). */
export function hasValue(at: IndicatorAt): boolean {
  return saidTargets(at).length > 0 || (at.indicator.places ?? []).length > 0;
}
