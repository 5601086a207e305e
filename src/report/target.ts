import type { Indicator, QuantityTarget, Target } from './schema.js';
import type { Period, Sign } from './vocabulary.js';

/** An indicator's values by the field that holds them: the year's first, then those of the periods that contain it. */
export const targetPeriods = {
  annualTarget: 'year',
  wholeTarget: 'whole',
  mediumTarget: 'medium',
  longTarget: 'long',
} as const satisfies Partial<Record<keyof Indicator, Period>>;
export type TargetField = keyof typeof targetPeriods;
/** The periods that have values. */
export type TargetPeriod = (typeof targetPeriods)[TargetField];
export const targetFields = Object.keys(targetPeriods) as TargetField[];

/** The field that holds the values of a period; undefined for periods that have none. */
export function targetFieldOf(period: string | undefined): TargetField | undefined {
  return targetFields.find((field) => targetPeriods[field] === period);
}

/** The values that an indicator has, each with its field. */
export function targetsIn(indicator: Indicator): { readonly field: TargetField; readonly target: Target }[] {
  return targetFields.flatMap((field) => {
    const target = indicator[field];
    return target === undefined ? [] : [{ field, target }];
  });
}

/** The value that stands for an indicator where there is room for one: the year's, else that of a longer period. */
export function mainTarget(indicator: Indicator): Target | undefined {
  return targetsIn(indicator)[0]?.target;
}

/** The five comparisons that signs and sign words stand for. */
export type Comparison = '≥' | '＞' | '＝' | '＜' | '≤';

/**
 * What each written sign means. Source: code set PMKPIZBXS (1 ≥, 2 ＞, 3 ＝, 4 ＜, 5 ≤) and the written forms
 * that published tables use for them: 不少于, 不低于, 以上 → ≥; 不超过, 不高于, 以内 → ≤; 低于, 小于 → ＜;
 * 大于, 超过 → ＞. By the Civil Code, art. 1259, 以上 and 以内 include the number, and 超过 does not.
 */
const comparisons: Record<Sign, Comparison> = {
  '≥': '≥',
  '≧': '≥',
  不少于: '≥',
  不低于: '≥',
  以上: '≥',
  及以上: '≥',
  '＞': '＞',
  '>': '＞',
  大于: '＞',
  超过: '＞',
  '＝': '＝',
  '=': '＝',
  '＜': '＜',
  '<': '＜',
  小于: '＜',
  低于: '＜',
  '≤': '≤',
  '≦': '≤',
  不超过: '≤',
  不高于: '≤',
  以内: '≤',
};

/** Sign words that are written after the unit: 90%以上, 10天以内. */
const signsBehind: readonly Sign[] = ['以上', '及以上', '以内'];

/** The canonical comparison of a written sign: `comparison('不少于')` is '≥'. */
export function comparison(sign: Sign): Comparison {
  return comparisons[sign];
}

/** Whether a written sign asks for no less or for no more; undefined for one that asks for just as much, and for none. */
export function boundOf(sign: Sign | undefined): 'floor' | 'ceiling' | undefined {
  if (sign === undefined) return undefined;
  const compared = comparison(sign);
  if (compared === '≥' || compared === '＞') return 'floor';
  return compared === '≤' || compared === '＜' ? 'ceiling' : undefined;
}

/** Whether the target is free text rather than a quantity. */
function isTextTarget(target: Target): target is Extract<Target, { text: string }> {
  return 'text' in target;
}

/**
 * The target as one text: sign, value, unit, note; words like 以上 come after the unit.
 * `open` and `close` wrap the unit if there is one: with '(' and ')' ≥16.00(个). Free text is itself; undefined is ''.
 */
export function composeTarget(target: Target | undefined, wrap: { open?: string; close?: string } = {}): string {
  if (target === undefined) return '';
  return isTextTarget(target) ? target.text : composeQuantity(target, wrap.open ?? '', wrap.close ?? '');
}

function composeQuantity(target: QuantityTarget, open: string, close: string): string {
  const { sign = '', value, unit = '', note = '' } = target;
  const wrapped = unit && `${open}${unit}${close}`;
  const behind = signsBehind.some((word) => word === sign);
  return behind ? `${value}${wrapped}${sign}${note}` : `${sign}${value}${wrapped}${note}`;
}
