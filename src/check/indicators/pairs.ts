import type { Path } from '../../json/pointer.js';
import type { Target } from '../../report/schema.js';
import type { Period } from '../../report/vocabulary.js';
import type { IndicatorAt } from '../subject.js';
import { coreOf, type Phrase } from './phrases.js';
import { type Quantity, quantityOf } from './quantities.js';
import { comparable } from './units.js';
import { longerTargets } from './values.js';

/** A value of an indicator that a text may speak of. */
export interface Aim {
  readonly path: Path;
  readonly name: string;
  readonly target: Target;
  readonly quantity: Quantity;
  readonly core: string;
  readonly counts: boolean;
}

/** A phrase that certainly speaks of an indicator. */
export interface Pair {
  readonly aim: Aim;
  readonly phrase: Phrase;
  /** The names are alike, not the same: 电梯抽查 and 电梯维保质量抽查. */
  readonly isLoose?: true;
}

/** The values of one period that hold one number; where a longer one has none, those of another longer one. */
export function aimsOf(indicators: readonly IndicatorAt[], period: Period): Aim[] {
  return indicators.flatMap((each) => {
    const { indicator, targets } = each;
    const own = targets.find((target) => target.period === period);
    const at = own ?? (period === 'year' ? undefined : longerTargets(each)[0]);
    const quantity = at && quantityOf(at.target);
    if (!at || !quantity) return [];
    const { name, level2 } = indicator;
    return [{ path: at.path, name, target: at.target, quantity, core: coreOf(name), counts: level2 === '数量指标' }];
  });
}

/**
 * Pairs that are certain: the same thing is counted in a comparable unit; or it is the only satisfaction of both; or both have
 * just one quantity of that unit and the text names no thing of its own. Of several phrases for one aim the nearest is taken.
 * `all` are the phrases of every text: a thing that another text mentions too is not the only one.
 */
export function pairsOf(aims: readonly Aim[], phrases: readonly Phrase[], all: readonly Phrase[]): Pair[] {
  return aims.flatMap((aim) => {
    const alike = ({ quantity }: { readonly quantity: Quantity }): boolean =>
      comparable(quantity.unit, aim.quantity.unit);
    const counted = phrases.filter(alike);
    if (counted.length === 0) return [];
    const rivals = aims.filter(alike);
    const everywhere = all.filter(alike).length;
    const phrase = samePhrase(aim, rivals, counted, everywhere);
    if (phrase) return [{ aim, phrase }];
    // 个, 件 and 篇 may count one thing; what is only alike is counted in the very unit.
    const isOwn = ({ quantity }: { readonly quantity: Quantity }): boolean => quantity.unit === aim.quantity.unit;
    const [only] = counted.filter(isOwn);
    const isLoose =
      all.filter(isOwn).length === 1 &&
      rivals.filter(isOwn).length === 1 &&
      only?.subjects.some((each) => isAlike(each, aim));
    return isLoose && only ? [{ aim, phrase: only, isLoose }] : [];
  });
}

const shortest = 4;

/** 改造危桥 is 危桥改造. */
function isTurned(subject: string, core: string): boolean {
  return subject.length >= shortest && subject.length === core.length && sorted(subject) === sorted(core);
}

function sorted(text: string): string {
  return [...text].sort().join('');
}

/** Whether one of two names is the other with some words less, and not much less. */
function isAlike(subject: string, { core, quantity }: Aim): boolean {
  const [short, long] = subject.length < core.length ? [subject, core] : [core, subject];
  if (short.length < shortest || 2 * short.length < long.length) return false;
  if (quantity.unit === '%' && short.slice(-2) !== long.slice(-2)) return false;
  let at = 0;
  for (const char of long) if (char === short[at]) at += 1;
  return at === short.length;
}

function samePhrase(
  aim: Aim,
  rivals: readonly Aim[],
  counted: readonly Phrase[],
  everywhere: number,
): Phrase | undefined {
  const named = counted.filter(
    ({ subjects }) =>
      aim.core.length > 1 && (subjects.includes(aim.core) || subjects.some((each) => isTurned(each, aim.core))),
  );
  if (named.length > 0) {
    if (rivals.filter(({ core }) => core === aim.core).length > 1) return undefined;
    return named.find(({ quantity }) => agrees(quantity, aim.quantity)) ?? nearest(named, aim.quantity);
  }
  return onlySatisfaction(aim, rivals, counted) ?? (everywhere === 1 ? onlyOfUnit(aim, rivals, counted) : undefined);
}

/** The phrase that names the same number, if one does; else the first. */
function nearest(named: readonly Phrase[], wanted: Quantity): Phrase | undefined {
  return named.find(({ quantity }) => quantity.value === wanted.value) ?? named[0];
}

const satisfaction = /满意[度率]$/;
/** Whoever is served, in the words that name nobody: 公众满意度 is 参与公众满意度. */
const anybody = /^(?:服务对象|受益对象|受益|社会|参与|参加|活动|群众|公众|人员)+(?=满意)/;

function onlySatisfaction(aim: Aim, rivals: readonly Aim[], counted: readonly Phrase[]): Phrase | undefined {
  if (aim.quantity.unit !== '%' || !satisfaction.test(aim.core)) return undefined;
  if (rivals.filter(({ core }) => satisfaction.test(core)).length > 1) return undefined;
  const named = counted.filter(({ subjects }) => subjects.some((subject) => satisfaction.test(subject)));
  const [only] = named;
  const wanted = aim.core.replace(anybody, '');
  const same = only?.subjects.some((subject) => subject === '满意度' || subject.replace(anybody, '') === wanted);
  return named.length === 1 && same ? only : undefined;
}

/** 不少于60场次 says nothing of its thing; the project counts one thing in 场. */
function onlyOfUnit(aim: Aim, rivals: readonly Aim[], counted: readonly Phrase[]): Phrase | undefined {
  const [only] = counted;
  if (!aim.counts || rivals.length > 1 || only?.quantity.comparison === undefined) return undefined;
  const unnamed = only.subjects.every((subject) => subject === '' || subject === '活动');
  return unnamed && aim.quantity.unit !== '个' && aim.quantity.unit !== '项' ? only : undefined;
}

/** Whether number and comparison say the same. Without a comparison of its own a text or value only names the number. */
export function agrees(stated: Quantity, wanted: Quantity): boolean {
  return stated.value === wanted.value && comparesAlike(stated, wanted);
}

function comparesAlike(stated: Quantity, wanted: Quantity): boolean {
  const signs = [stated.comparison, wanted.comparison];
  if (signs.includes(undefined) || stated.comparison === wanted.comparison) return true;
  // A share of 100 % or more is 100 %, and nothing happens fewer than 0 times.
  const bound = stated.unit === '%' && stated.value === '100' ? '≥' : stated.value === '0' ? '≤' : undefined;
  return bound !== undefined && signs.every((sign) => sign === bound || sign === '＝');
}
