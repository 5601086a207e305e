import type { NumberIn, Reading, Rough } from './number.js';

/**
 * Which numbers are the same: a number of the Chinese and one of the English are if a key of the one is a key of the other.
 * An exact 100 may be 'more than 100', as 超过100 is; 百余 must be more than 100, and 近百 nearly.
 */

const fitting: Readonly<Record<Rough | 'exact', readonly (Rough | 'exact')[]>> = {
  exact: ['exact', 'over'],
  about: ['exact', 'over', 'near'],
  over: ['over'],
  near: ['near'],
  some: ['some'],
};

export function chineseKeys(number: NumberIn): string[] {
  return fitting[number.rough ?? 'exact'].flatMap((rough) => keysOf(number, rough, 'zh'));
}

export function englishKeys(number: NumberIn): string[] {
  return keysOf(number, number.rough ?? 'exact', 'en');
}

/** Of two numbers with a unit of time the times must be equal; if one has none, the numbers. */
function keysOf(number: NumberIn, rough: Rough | 'exact', language: 'zh' | 'en'): string[] {
  const other = language === 'zh' ? 'en' : 'zh';
  const own = readingKey(number);
  const keys = number.span
    ? [readingKey({ kind: 'span', value: number.span }), `${own} timed in ${language}`]
    : [own, `${own} timed in ${other}`];
  return [...keys, ...(number.also ?? []).map(readingKey)].map((key) => `${rough} ${key}`);
}

/** What a reading says, for comparing: a year is written as any other number. */
export function readingKey({ kind, value }: Reading): string {
  return `${kind === 'year' ? 'number' : kind} ${value}`;
}

/** Numbers by their keys, each list in the order given. */
export function byKey(numbers: readonly NumberIn[], keys: (number: NumberIn) => string[]): Map<string, NumberIn[]> {
  const lists = new Map<string, NumberIn[]>();
  for (const number of numbers)
    for (const key of keys(number)) {
      const list = lists.get(key);
      if (list) list.push(number);
      else lists.set(key, [number]);
    }
  return lists;
}
