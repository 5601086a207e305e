import type { QuantityTarget } from '../../report/schema.js';
import { bareOf } from './nameKind.js';
import { raised } from './phrases.js';
import { measureOf, unitSense } from './units.js';

/** A number that a text has right behind the name of an indicator. */
export interface NamedNumber {
  /** As it is written, from the name to the unit. */
  readonly written: string;
  readonly value: string;
}

const leads =
  '(?:指数|目标值?|数量?|总量|水平|全年|年度|均|平均|的|应|要|需|将|逐步|稳定|持续|力争|确保|不断)*' +
  '(?:控制在|保持在|稳定在|维持在|达到|达|为|不少于|不低于|不超过|不高于|大于|小于|提高到|提升到|提升至|提高至|降至|降到|增加到|增至|低于|高于|[≥≤>＞<＜=＝:：])?\\s?';
const number = new RegExp(`^${leads}(\\d{1,9}(?:\\.\\d{1,4})?)(?![\\d,.、—–~～至-])\\s?([^\\d\\s，。；、,;（(]{0,8})`);
/** What tells that the number is another year's, or a change. */
const elsewhere = /上年|去年|往年|较|比|截[至止]|原|现有|同比|由|从/;
const longest = 2000;

/**
 * The number that a text states of an indicator by its own name, in the same unit: PM2.5年均浓度控制在35微克/立方米. Undefined where the name
 * stands not, or more than once, or its number is of another unit, another year or a change.
 */
export function namedNumber(text: string, name: string, { unit = '' }: QuantityTarget): NamedNumber | undefined {
  // A quick look first: most goals do not name their indicators.
  if (text.length > longest || (name.length < 40 && !text.includes(name.trim().slice(0, 4)))) return undefined;
  const bare = bareOf(name);
  if (bare.length < 4) return undefined;
  const start = text.indexOf(bare);
  if (start < 0 || text.includes(bare, start + bare.length)) return undefined;
  const match = number.exec(text.slice(start + bare.length, start + bare.length + 40));
  const [found = '', value = '', behind = ''] = match ?? [];
  if (value === '' || !sameMeasure(behind, unit.trim(), name)) return undefined;
  const clause = /[^，。；;\n]{0,16}$/.exec(text.slice(0, start))?.[0] ?? '';
  return elsewhere.test(clause) ? undefined : { written: `${bare}${found}`.trim(), value };
}

/** Whether what stands behind a number begins with a unit, of the same measure and size as far as both are known. */
function sameMeasure(behind: string, unit: string, name: string): boolean {
  if (unit === '' || behind === '') return unit === behind;
  if (behind.startsWith(unit)) {
    const rest = behind.slice(unit.length);
    return !raised.test(rest) && !/^[/／]/.test(rest);
  }
  for (let length = Math.min(8, behind.length); length > 0; length -= 1) {
    const [written, wanted] = [measureOf(behind.slice(0, length)), measureOf(unit)];
    if (written) return wanted !== undefined && written.unit === wanted.unit && written.power === wanted.power;
  }
  // 微克/立方米 and μg/m³: two writings of a ratio.
  const [written, wanted] = [unitSense(behind, name), unitSense(unit, name)];
  return written.isRatio && wanted.isRatio && written.kind !== undefined && written.kind === wanted.kind;
}
