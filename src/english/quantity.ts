import { normal, shifted } from '../report/decimals.js';
import { withThousands } from '../report/money.js';
import type { QuantityTarget } from '../report/schema.js';
import { type Counter, counterOf, multiples } from './counters.js';
import type { Termbase } from './termbase.js';

/** A number with its unit in English, and whether its amount is less or fewer. */
export interface EnglishQuantity {
  readonly text: string;
  readonly isMass: boolean;
}

/**
 * A value and its unit in English digits: 2.5 万人次 is '25,000 visits', 71.78 万元 '717,800 yuan'. The unit's own English
 * (`unitEn`) rules, then the user's, then the counters, which look at the indicator's name. Undefined for an unknown unit.
 */
export function englishQuantity(
  { value, unit = '', unitEn }: Pick<QuantityTarget, 'value' | 'unit' | 'unitEn'>,
  name: string,
  terms: Termbase,
): EnglishQuantity | undefined {
  const trimmed = unit.trim();
  if (unitEn !== undefined) return said(shifted(value, multipleOf(trimmed).power), written(unitEn));
  const own = terms.english(trimmed, 'unit');
  if (own) return said(normal(value), written(own.en));
  const { power, rest } = multipleOf(trimmed);
  const counter = rest === '' ? plain : counterFor(rest, name, terms);
  return counter && said(shifted(value, power), counter);
}

const plain: Counter = { one: '', many: '', mass: true };

/** 场次/年 is sessions per year. */
function counterFor(unit: string, name: string, terms: Termbase): Counter | undefined {
  const own = terms.english(unit, 'unit');
  const known = own ? written(own.en) : counterOf(unit, name);
  const [, over = '', per = ''] = /^([^/／]+)[/／](年|月|天|季度|周)$/.exec(unit) ?? [];
  if (known || over === '') return known;
  const counted = counterOf(over, name);
  const perWhat = counterOf(per, name);
  if (!counted || !perWhat || counted.close) return undefined;
  const join = (word: string): string => `${word} per ${perWhat.one}`.trim();
  return { ...counted, one: join(counted.one), many: join(counted.many) };
}

/** The power of ten that a unit begins with, unless the whole is a unit of its own (千米). */
function multipleOf(unit: string): { power: number; rest: string } {
  const [word, power] = multiples.find(([word]) => unit.startsWith(word)) ?? ['', 0];
  return word === '' || counterOf(unit, '') ? { power: 0, rest: unit } : { power, rest: unit.slice(word.length) };
}

/** 'visit/visits', '%', or one word for all counts. Of two parts with a slash inside, km/h, the first is no singular. */
function written(en: string): Counter {
  const [one = '', many, ...rest] = en.trim().split('/');
  if (/^[%‰]/.test(en)) return { one: en, many: en, close: true, mass: true };
  const isPair = many !== undefined && rest.length === 0 && many.slice(0, 2) === one.slice(0, 2);
  return isPair ? { one: one.trim(), many: many.trim() } : { one: en.trim(), many: en.trim() };
}

function said(value: string, counter: Counter): EnglishQuantity {
  const word = value === '1' || value === '-1' ? counter.one : counter.many;
  const space = counter.close || word === '' ? '' : ' ';
  return { text: `${grouped(value)}${space}${word}`, isMass: counter.mass ?? false };
}

/** A number as English prints it: '25000.50' is '25,000.5'. */
export function grouped(decimal: string): string {
  return withThousands(normal(decimal));
}
