import { type Bilingual, fault, type Place, type Problem } from '../problem.js';
import { chineseDirection, englishDirection } from './directions.js';
import { numbersOf } from './numbers/chinese.js';
import { numbersOfEnglish } from './numbers/english.js';
import type { NumberIn, NumberKind } from './numbers/number.js';
import { byKey, chineseKeys, englishKeys, readingKey } from './numbers/same.js';

export type { NumberIn, NumberKind } from './numbers/number.js';
export { numbersOf, numbersOfEnglish, readingKey };

export interface NumberDifferences {
  /** Numbers of the Chinese that the English does not say. */
  readonly missing: readonly NumberIn[];
  /** Numbers of the English that the Chinese does not say. */
  readonly extra: readonly NumberIn[];
}

/**
 * Holds the numbers of a translation against its Chinese, exactly: 2.5万人次 is 25,000, 71.78万元 is 717,800 yuan or RMB
 * 0.7178 million. Each certain number of the Chinese must be in the English as often as it is written; each certain number of
 * the English must be in the Chinese (English may repeat one). Whoever has read the numbers of both gives them.
 */
export function compareNumbers(
  zh: string,
  en: string,
  chinese = numbersOf(zh),
  english = numbersOfEnglish(en),
): NumberDifferences {
  const take = taker(english);
  const missing = chinese.filter((number) => number.certain && !take(number));
  const said = byKey(chinese, chineseKeys);
  return { missing, extra: english.filter((one) => one.certain && !englishKeys(one).some((key) => said.has(key))) };
}

/** Takes a number of the English for one of the Chinese, each once; those that can be read in fewer ways first. */
function taker(english: readonly NumberIn[]): (number: NumberIn) => boolean {
  const narrow = [...english].sort((one, other) => (other.also?.length ?? 0) - (one.also?.length ?? 0));
  const left = byKey(narrow, englishKeys);
  const taken = new Set<NumberIn>();
  return (number) => {
    for (const key of chineseKeys(number)) {
      const list = left.get(key) ?? [];
      for (let one = list.pop(); one; one = list.pop())
        if (!taken.has(one)) {
          taken.add(one);
          return true;
        }
    }
    return false;
  };
}

/**
 * Numbers that are the same but bounds of other directions: 不少于8 and 'no more than 8'. Told only where each time the English
 * says the number it says so: 至少8 and 'the 8 sessions' is no contradiction.
 */
export function turnedNumbers(
  zh: string,
  en: string,
  chinese = numbersOf(zh),
  english = numbersOfEnglish(en),
): (readonly [zh: NumberIn, en: NumberIn])[] {
  const said = byKey(english, englishKeys);
  return chinese.flatMap((number) => {
    const direction = number.certain ? chineseDirection(zh, number) : undefined;
    if (!direction) return [];
    const same = chineseKeys(number).flatMap((key) => said.get(key) ?? []);
    const [first] = same;
    if (!first) return [];
    const isTurned = same.every((other) => ![direction, undefined].includes(englishDirection(en, other)));
    return isTurned ? [[number, first] as const] : [];
  });
}

/** Whether both say the same numbers, in the same directions. */
export function saysTheSame(zh: string, en: string): boolean {
  const [chinese, english] = [numbersOf(zh), numbersOfEnglish(en)];
  const { missing, extra } = compareNumbers(zh, en, chinese, english);
  return missing.length + extra.length + turnedNumbers(zh, en, chinese, english).length === 0;
}

/** A translation and its two cells. */
export interface Pair {
  readonly zh: string;
  readonly en: string;
}

/** An error `summary-number-differs` for each number that differs; its place is the Chinese cell, `related` the English one. */
export function numberProblems({ zh, en }: Pair, places: { readonly zh: Place; readonly en: Place }): Problem[] {
  const [chinese, english] = [numbersOf(zh), numbersOfEnglish(en)];
  const { missing, extra } = compareNumbers(zh, en, chinese, english);
  const rest = [...extra];
  const pairs = missing.map((number) => [number, nextOf(rest, number)] as const);
  const problem = (words: Bilingual): Problem => ({
    ...fault('summary-number-differs', words, places.zh, hint),
    related: [places.en],
  });
  return [
    ...[...pairs, ...rest.map((number) => [undefined, number] as const)].map(([zh, en]) => problem(words(zh, en))),
    ...turnedNumbers(zh, en, chinese, english).map(([zh, en]) => problem(turned(zh, en))),
  ];
}

function turned(zh: NumberIn, en: NumberIn): Bilingual {
  return {
    zh: `中英文一个是下限、一个是上限：${numberText(zh)}`,
    en: `${numberText(en)} is a lower bound in one language and an upper bound in the other`,
  };
}

/** The number of the other language that was most likely meant: of the same kind, else any. Taken out of the list. */
function nextOf(rest: NumberIn[], { kind }: NumberIn): NumberIn | undefined {
  const same = rest.findIndex((other) => other.kind === kind);
  return rest.splice(Math.max(same, 0), 1)[0];
}

function words(zh: NumberIn | undefined, en: NumberIn | undefined): Bilingual {
  if (zh && en)
    return {
      zh: `中英文数字不同：中文是 ${numberText(zh)}，英文是 ${numberText(en)}`,
      en: `the numbers differ: ${numberText(zh)} in the Chinese, ${numberText(en)} in the English`,
    };
  if (zh)
    return { zh: `中文的 ${numberText(zh)} 英文里没有`, en: `the English lacks ${numberText(zh)} of the Chinese` };
  const extra = numberText(en as NumberIn);
  return { zh: `英文的 ${extra} 中文里没有`, en: `the English says ${extra}, which is not in the Chinese` };
}

/** Kinds whose value reads as it is written. */
const digital: ReadonlySet<NumberKind> = new Set(['number', 'percent', 'money']);

/** As it is written, and what that is in digits where the two are not the same. */
function numberText({ kind, written, value, rough }: NumberIn): string {
  const unit = kind === 'percent' ? '%' : kind === 'money' ? ' yuan' : '';
  const exact = `${value}${unit}`;
  const isPlain = written === value || written === exact || !digital.has(kind) || rough === 'some';
  return isPlain ? written : `${written} (= ${exact})`;
}

const hint: Bilingual = {
  zh: '改英文，使数字、单位与中文相同；中文写错则改中文。71.78万元写 717,800 yuan',
  en: 'write the same number and unit in the English, or mend the Chinese; 71.78万元 is 717,800 yuan',
};
