import type { Severity } from '../../problem.js';
import type { Indicator } from '../../report/schema.js';
import type { Found } from '../rule.js';
import type { OwnerAt } from '../subject.js';
import { saysNothing } from '../text/blankText.js';
import { levelMeant } from './levels.js';
import { ownerName, ownerTitle } from './printedOwners.js';

/** The kinds of indicators that a table must cover. */
export type MainKind = '产出' | '效益' | '满意度';

const words: Readonly<Record<MainKind, RegExp>> = {
  产出: /产出|数量|质量|时效/,
  效益: /效益|效果|成效|效应|结果|可持续|影响/,
  满意度: /满意/,
};

/**
 * Whether an indicator is of a kind, by its levels however a region calls them: 产出指标(50分), 效果指标 (东莞),
 * 产出与效果 (浙江), 数量指标 as a first level (鄂州), 产出指标 as a second one (中央预算内投资), 成效指标 (海南), 结果目标 (苏州).
 */
export function isOfKind({ level1, level2 = '' }: Indicator, kind: MainKind): boolean {
  const first = levelMeant(level1, 1)?.name ?? level1;
  if (words[kind].test(first)) return true;
  return words[kind].test(level2) && (kind === '满意度' || levelMeant(level1, 1) === undefined);
}

/** Whether indicators say their levels; in forms without levels (a list of names and values) none does, and no kind can be missed. */
export function haveLevels({ indicators }: OwnerAt): boolean {
  return indicators.some(({ indicator: { level1, level2 } }) => !saysNothing(level1) || !saysNothing(level2));
}

const english: Readonly<Record<MainKind, string>> = { 产出: 'output', 效益: 'benefit', 满意度: 'satisfaction' };

/** That an owner has indicators, but none of a kind. */
export function noneOfKind(owner: OwnerAt, kind: MainKind, severity: Severity): Found {
  const count = owner.indicators.length;
  const message = {
    zh: `${ownerName(owner)}的 ${count} 个指标里没有${kind}指标`,
    en: `${ownerTitle(owner)} has ${count} indicator${count === 1 ? '' : 's'}, no ${english[kind]} indicator among them`,
  };
  return { path: [...owner.path, 'indicators'], severity, message };
}
