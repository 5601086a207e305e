import type { Loose, Rough } from './number.js';
import { chineseUnit, spanOf, type Unit } from './span.js';

/** What the words before and after a number say of it, in each language: near or over it, a unit of time, every such time. */

const recent = /^\s?(?:个?[年月周天日次届期季]|个?(?:学[年期]|小时|交易日|工作日))/;
const chineseTime = /^\s?(个?月(?!龄)|年(?![级度代龄终底初末报])|周(?![年岁期])|天|个?小时|分钟|次(?![年日要]))/;

/** 近三年 is the last three years, 近三家 nearly three. */
export function aroundChinese(number: Loose, before: string, after: string): Loose {
  const [, word = ''] = chineseTime.exec(after) ?? [];
  return described(number, chineseRough(before, after), chineseUnit(word), /每\s?$/.test(before));
}

function chineseRough(before: string, after: string): Rough | undefined {
  if (/(?:将近|接近)\s?$/.test(before)) return 'near';
  if (/(?<![最附邻靠临新就])近\s?$/.test(before) && !recent.test(after)) return 'near';
  const isAbout = /(?:约|大概|不到|不足|不满)\s?$/.test(before) || /^[^\d，。；、：\s]{0,4}?(?:左右|上下)/.test(after);
  return isAbout ? 'about' : undefined;
}

const englishTime =
  /^[\s-]{0,2}(?:(?:calendar|whole|full|consecutive|straight)\s)?(?:(year|month|week|day|hour|minute)s?|(time)s)\b/i;

export function aroundEnglish(number: Loose, before: string, after: string): Loose {
  const [, length, times] = englishTime.exec(after) ?? [];
  const unit = length ?? times;
  const isEach = /\b(?:every|each|per)\s$/i.test(before);
  return described(number, englishRough(before, after), unit?.toLowerCase() as Unit | undefined, isEach);
}

function englishRough(before: string, after: string): Rough | undefined {
  if (/(?<!\b(?:not?|never)\s)\b(?:more than|over|above|upwards of|in excess of|exceed(?:ing|s|ed)?)\s$/i.test(before))
    return 'over';
  if (/^(?:\s?\+|[\s-]?(?:odd|plus)\b)/i.test(after)) return 'over';
  return /\b(?:nearly|almost|close to|approaching)\s$/i.test(before) ? 'near' : undefined;
}

function described(number: Loose, rough: Rough | undefined, unit: Unit | undefined, isEach: boolean): Loose {
  const isPlain = number.kind === 'number';
  const isAmount = isPlain || number.kind === 'percent' || number.kind === 'money';
  const length = isPlain && number.power === 0 && unit ? spanOf(number.decimal, unit) : undefined;
  const span = number.span ?? (number.kind === 'span' ? number.decimal : length);
  if (!rough && !span) return number;
  return {
    ...number,
    ...(isAmount && rough && number.rough === undefined && { rough }),
    ...(isPlain && span && { span }),
    ...(isEach && span && { also: [...(number.also ?? []), { kind: 'each' as const, value: span }] }),
  };
}
