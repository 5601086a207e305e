import Big from 'big.js';
import type { Quantity } from './quantities.js';
import type { Asked, Each, EachTime, Statement } from './statements.js';
import { comparable } from './units.js';

/** How often a time comes in a year: 周 in full weeks, 日 as days of the calendar and of work. */
const inYear: Readonly<Record<EachTime, readonly number[]>> = {
  年: [1],
  半年: [2],
  学期: [2],
  季: [4],
  月: [12, 10],
  周: [52, 53, 50, 48],
  日: [365, 366, 360, 250],
};

type Told = { readonly value: string; readonly each: Each };

/** The numbers that a value can mean over the year: 每月2次 is 2 and 24. */
function overYear({ value, each }: Told): Big[] {
  const plain = new Big(value);
  return [plain, ...(each.time === undefined ? [] : inYear[each.time].map((times) => plain.times(times)))];
}

/** Other numbers of the goal and of the rows, by which one for each may be multiplied. */
export interface Around {
  readonly statements: readonly Statement[];
  readonly asked: readonly Asked[];
}

const most = 40;

function isAmong(numbers: readonly Big[], others: readonly Big[]): boolean {
  return numbers.some((each) => others.some((other) => each.eq(other)));
}

/** Whether they say the same number, over the year too. */
export function saysSame(statement: Statement, asked: Asked): boolean {
  if (statement.each.time === asked.each.time) return new Big(statement.value).eq(asked.value);
  return isAmong(overYear(statement), overYear(asked));
}

/** 28000 pupils and 56000 visits: people who come several times. */
function isRepeated(statement: Statement, asked: Asked): boolean {
  if (asked.unit !== '人次' || statement.unit !== '人') return false;
  const times = new Big(asked.value).div(statement.value === '0' ? 1 : statement.value);
  return times.lte(12) && times.gte(2) && times.eq(times.round());
}

/**
 * Whether a statement and a value may say the same number in some reading: over the year, as a product with other numbers (4期 of 50人 each),
 * as a sum of parts on either side.
 */
export function mayAgree(statement: Statement, asked: Asked, around: Around): boolean {
  if (saysSame(statement, asked) || isRepeated(statement, asked)) return true;
  const [stated, wanted] = [overYear(statement), overYear(asked)];
  const isEach = statement.each.thing !== undefined;
  const isEachAsked = asked.each.thing !== undefined;
  if (isEach !== isEachAsked || /^(?:人次|户次|次|场)$/.test(asked.unit)) {
    const numbers = [...around.statements, ...around.asked].slice(0, most);
    const factors = numbers.filter(({ unit, value }) => unit !== asked.unit && unit !== '%' && Number(value) > 0);
    const times = factors.map(({ value }) => new Big(value));
    const multiplied = isEachAsked && !isEach ? wanted : stated;
    const other = multiplied === wanted ? stated : wanted;
    if (
      multiplied.some((each) =>
        isAmong(
          times.map((factor) => each.times(factor)),
          other,
        ),
      )
    )
      return true;
  }
  return isSum(statement, asked, around);
}

/** Whether neighbouring numbers of one unit make it up: 讲座10场、展览10场 for 活动20场; or rows that together are what the goal says. */
function isSum(statement: Statement, asked: Asked, { statements, asked: rows }: Around): boolean {
  const own = statements.filter(
    ({ unit, isElsewhere, isProduct, each }) =>
      comparable(unit, asked.unit) && !isElsewhere && !isProduct && each.thing === asked.each.thing,
  );
  const wanted = new Big(asked.value);
  if (isMadeOf(wanted, own, own.indexOf(statement))) return true;
  const alike = rows.filter(({ unit }) => comparable(unit, statement.unit));
  return isMadeOf(new Big(statement.value), alike, alike.indexOf(asked));
}

/** Whether a window of two or more values, of which one is at the place, or all but the largest make up the total. */
function isMadeOf(total: Big, parts: readonly { readonly value: string }[], place: number): boolean {
  if (parts.length < 2 || place < 0) return false;
  const values = parts.slice(0, most).map(({ value }) => new Big(value));
  for (let from = 0; from <= place; from += 1) {
    let sum = new Big(0);
    for (let at = from; at < values.length; at += 1) {
      sum = sum.plus(values[at] as Big);
      if (at >= place && at > from && sum.eq(total)) return true;
    }
  }
  return false;
}

/** Whether two comparisons of one number say the same. Without one of its own a text or value only names the number. */
export function comparesAlike(stated: Quantity, wanted: Quantity): boolean {
  const signs = [stated.comparison, wanted.comparison];
  if (signs.includes(undefined) || stated.comparison === wanted.comparison) return true;
  // A share of 100 % or more is 100 %, and nothing happens fewer than 0 times.
  const bound = stated.unit === '%' && stated.value === '100' ? '≥' : stated.value === '0' ? '≤' : undefined;
  return bound !== undefined && signs.every((sign) => sign === bound || sign === '＝');
}
