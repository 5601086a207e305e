import { unitSense } from '../check/indicators/units.js';
import { quantities } from '../report/quantity.js';
import type { QuantityTarget, Target } from '../report/schema.js';
import { signMeant } from '../report/valueHint.js';
import type { Sign } from '../report/vocabulary.js';

/** An indicator's value as tables print it, taken apart; by forms and by columns alike. */

const parted = quantities(['>=', '=>', '<=', '=<', '==', '⩾', '⩽']);

/** What a form puts around the unit: ≥16.00(个). */
export interface Brackets {
  readonly open: string;
  readonly close: string;
}

/** The sign of a cell; undefined when it is none. */
export function signIn(text: string): Sign | undefined {
  const bare = text.replace(/\s/gu, '').replace('⩾', '≥').replace('⩽', '≤');
  return signMeant(bare);
}

/**
 * A value that stands in one cell: ≥65万元, 90%以上, 10辆 in parts; whatever is more or less than sign, number and a unit that is
 * known is text as it stands: 约20个, 2023年12月底前, 88 100, M80. Text is never wrong: it prints the same. Undefined for a blank
 * or a dash.
 */
export function targetIn(text: string, brackets?: Brackets): Target | undefined {
  const whole = text.trim();
  if (/^(?:[-–—−－]{0,2}|[/／\\])$/u.test(whole)) return undefined;
  return quantityIn(whole, brackets) ?? { text: whole };
}

/** The same, undefined when it is no quantity. */
export function quantityIn(text: string, brackets?: Brackets): QuantityTarget | undefined {
  const parts = parted(text);
  if (!parts) return undefined;
  const { value, sign: written } = parts;
  const { unit, note } = unitAndNote(parts.rest, brackets);
  if (unit !== '' && (!mayBeUnit(unit, written !== undefined) || isMoment(value, unit, written))) return undefined;
  const sign = written === undefined ? undefined : signIn(written);
  return { ...(sign && { sign }), value, ...(unit && { unit }), ...(note && { note }) };
}

/** 个, （个）, 场（次）, and 个（每月）, whose brackets are a note. */
function unitAndNote(rest: string, brackets: Brackets | undefined): { readonly unit: string; readonly note: string } {
  const [, inner, more = ''] = /^[(（[【]([^()（）[\]【】]+)[)）\]】](.*)$/su.exec(rest) ?? [];
  if (inner !== undefined && (more === '' || brackets !== undefined)) return { unit: inner.trim(), note: more };
  const [, unit = '', note = ''] = /^([^(（]*)([（(].*[）)])?$/su.exec(rest) ?? [undefined, rest, ''];
  const isWhole = isUnit(unit.trim()) && isUnit(note.slice(1, -1));
  return isWhole ? { unit: rest.trim(), note: '' } : { unit: unit.trim(), note };
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

/** Behind a sign whatever is short and has no digits or marks is a unit; behind a bare number only a known one, or a few characters. */
function mayBeUnit(unit: string, isSigned: boolean): boolean {
  if (isUnit(unit.replace(/[（(](.+)[)）]$/u, ''))) return true;
  const isRange = /^[余多近]|(?:左右|[内前后])$/u.test(unit);
  return (
    unit.length <= (isSigned ? 12 : 5) && !isRange && !/[\s\d，,。；;：:、~～—≥≤<>=-]/u.test(unit.replace(/[²³]/g, ''))
  );
}

/** 2023年, 12月, 30日 name a time unless a sign makes them a length of time. */
function isMoment(value: string, unit: string, sign: string | undefined): boolean {
  if (unit === '年') return /^(?:19|20|21)\d\d$/.test(value);
  return /^(?:[月日号]|年.)/u.test(unit) && sign === undefined;
}
