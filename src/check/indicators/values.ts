import { fieldAt } from '../../report/fields.js';
import { type TargetField, type TargetPeriod, targetFields, targetPeriods } from '../../report/target.js';
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

/** The value of the year. */
export function annualTarget({ targets }: IndicatorAt): TargetAt | undefined {
  return targets.find(({ period }) => period === 'year');
}

/** The values of the periods that contain the year: of the whole, the medium and the long term, as far as they are given. */
export function longerTargets({ targets }: IndicatorAt): TargetAt[] {
  return targets.filter(({ period }) => period !== 'year');
}

/** What forms call the value of a period, with the field's name in English: 中期指标值. */
export function targetName(period: TargetPeriod): { readonly zh: string; readonly en: string } {
  const field = targetFields.find((each) => targetPeriods[each] === period) as TargetField;
  const { title = '', titleEn = '' } = fieldAt(['units', '0', 'projects', '0', 'indicators', '0', field]) ?? {};
  return { zh: title, en: titleEn };
}
