import { unitSense } from '../../check/indicators/units.js';
import { decimalPattern } from '../../report/patterns.js';
import type { QuantityTarget, Target } from '../../report/schema.js';
import { signMeant } from '../../report/valueHint.js';
import { type Sign, signs } from '../../report/vocabulary.js';

const behind = ['及以上', '以上', '以内'] as const;
const typed = ['>=', '=>', '<=', '=<', '==', '大于等于', '大于或等于', '小于等于', '小于或等于', '等于', '⩾', '⩽'];
const front = [...signs.filter((sign) => !behind.some((word) => word === sign)), ...typed].sort(
  (left, right) => right.length - left.length,
);
const quantity = new RegExp(
  `^(${front.join('|')})?\\s*(-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)\\s*(.*?)(${behind.join('|')})?$`,
);

/** The sign of a cell; undefined when it is none. */
export function signIn(text: string): Sign | undefined {
  const bare = text.replace(/\s/gu, '').replace('⩾', '≥').replace('⩽', '≤');
  return signMeant(bare);
}

/**
 * A value that stands in one cell: ≥65万元, 90%以上, 10辆 in parts; whatever is more or less than sign, number and a unit that is
 * known is text as it stands: 约20个, 2023年12月底前, 88 100, M80. Text is never wrong: it prints the same.
 */
export function targetIn(text: string): Target {
  return quantityIn(text) ?? { text: text.trim() };
}

/** The same, undefined when it is no quantity. */
export function quantityIn(text: string): QuantityTarget | undefined {
  const whole = text.trim().replace(/[０-９．]/g, (character) => character.normalize('NFKC'));
  const match = whole.length > 40 ? null : quantity.exec(whole);
  if (!match) return undefined;
  const [, before, digits = '', rest = '', after] = match;
  const unit = /^[(（]([^()（）]+)[)）]$/u.exec(rest)?.[1] ?? rest;
  const value = digits.replaceAll(',', '');
  if ((before !== undefined && after !== undefined) || !new RegExp(decimalPattern).test(value)) return undefined;
  const written = after ?? before;
  if (unit !== '' && (!isUnit(unit) || isMoment(value, unit, written))) return undefined;
  const sign = written === undefined ? undefined : signIn(written);
  return { ...(sign && { sign }), value, ...(unit && { unit }) };
}

/** Whether a text is a unit of measure that published tables use, or a ratio of such: 人次, 元/人. */
export function isUnit(text: string): boolean {
  if (text.length > 10 || /[\s\d，。；、：:;,~～—≥≤<>=]/u.test(text)) return false;
  return text.split(/[/／]/).every((part, index) => part !== '' && (index > 0 || isKnown(part)));
}

function isKnown(unit: string): boolean {
  const { kind, magnitudeOnly } = unitSense(unit, '带宽');
  return kind !== undefined || magnitudeOnly || /^(?:是|否|元|级|以上)$/.test(unit);
}

/** 2023年, 12月, 30日 name a time unless a sign makes them a length of time. */
function isMoment(value: string, unit: string, sign: string | undefined): boolean {
  if (unit === '年') return /^(?:19|20|21)\d\d$/.test(value);
  return /^[月日号]$/.test(unit) && sign === undefined;
}
