import Big from 'big.js';

/** How many of something at what price: 44人（311元/人）, 14人每人每年30000元. */
export interface PricedCount {
  readonly start: number;
  readonly end: number;
  /** As it is reckoned: 44人×311元. */
  readonly written: string;
  /** In 元, for one time. */
  readonly value: Big;
  /** How often it is paid in the year, where the price says so. */
  readonly times?: number;
}

const number = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,4})?|\\d{1,9}(?:\\.\\d{1,4})?';
const thing = '[\\u4e00-\\u9fff㎡]{1,3}';
const each = '(年|月|天|日|学期|学年|季度?|次)';
/** 311元/人, 17元/人·天, 780元/生/年. */
const behind = `(${number})\\s?(万?)元\\s?[/／]\\s?[（(]?(${thing}?)(?:[·.．。*、/／每]{1,2}\\s?${each})?[）)]?(?![\\u4e00-\\u9fff]{0,1}\\d)`;
/** 每人每年30000元, 每生每学期补助1500元. */
const before = `[每各](${thing}?)(?:[每/／·]${each})?(?:补助|补贴|补偿|发放|资助|奖励|标准|费用|为|是|按|给予|[:：]){0,3}\\s?(${number})\\s?(万?)元`;
const prices = new RegExp(`${behind}|${before}`, 'g');

/** The things of a text that have both a count and a price, each count the nearest before its price. */
export function pricedCountsIn(text: string): PricedCount[] {
  if (!/\d[\s\S]*元/.test(text) || !/[/／每]/.test(text)) return [];
  let from = 0;
  return [...text.matchAll(prices)].flatMap((match): PricedCount[] => {
    const [whole, price1, ten1, thing1, each1, thing2, each2, price2, ten2] = match;
    const [price = '', ten, unit = '', period] =
      price1 === undefined ? [price2, ten2, thing2, each2] : [price1, ten1, thing1, each1];
    const start = match.index;
    const room = text.slice(Math.max(from, start - reach), start);
    from = start + whole.length;
    const count = countBefore(room, unit);
    if (!count) return [];
    const value = new Big(price.replaceAll(',', '')).times(ten === '万' ? 10_000 : 1).times(count.value);
    const times = timesOf(period);
    return [
      {
        start: start - room.length + count.at,
        end: from,
        written: `${count.written}×${price}${ten ?? ''}元`,
        value,
        ...(times !== undefined && { times }),
      },
    ];
  });
}

const reach = 24;
/** The units of persons: 44人 and 44名 are as many. */
export const people = /^(?:人|名|位|生|教师|学生)$/;
const vehicles = /^[台辆]$/;

/** The last number of this unit in what stands before a price. */
function countBefore(
  room: string,
  unit: string,
): { readonly value: string; readonly written: string; readonly at: number } | undefined {
  if (unit === '') return undefined;
  const names = people.test(unit) ? '[人名位生]' : vehicles.test(unit) ? '[台辆]' : unit.replace('㎡', '(?:㎡|平方米)');
  const found = [...room.matchAll(new RegExp(`(?<![\\d.,第])(\\d{1,7}(?:\\.\\d{1,3})?)\\s?(${names})(?!次)`, 'g'))].at(
    -1,
  );
  if (!found || /[。；;\n]|上年|去年/.test(room.slice(found.index))) return undefined;
  return { value: found[1] as string, written: found[0], at: found.index };
}

/** How often in a year a price of a period is paid, where the period says it: 年, 月, 季, 季度. */
export function timesOf(period: string | undefined): number | undefined {
  if (period === '年') return 1;
  return period === '月' ? 12 : period?.startsWith('季') ? 4 : undefined;
}

const most = 12;

/** Whether a total, in 元, is what counts and prices come to, or so often in the year: each month, each term, or as often as a text tells. */
function comesTo(sum: Big, total: Big, digit: Big, text: string): boolean {
  const told = [...text.matchAll(/(\d{1,3})\s?(?:个?月|天|日|次|学期|年|期|周|轮|季)/g)].map(([, count]) =>
    Number(count),
  );
  const times = [...Array.from({ length: most }, (_, at) => at + 1), ...told.filter((count) => count > most)];
  return times.some((count) => total.minus(sum.times(count)).abs().lt(digit));
}

/** Counts and prices that are all that a text says, and no total, do not come to this one: 44人（311元/人），4人（191元/人） for 20万元. */
export function missedTotal(
  text: string,
  total: string,
): { readonly parts: readonly string[]; readonly sum: string } | undefined {
  if (text.length > shortText || /[=＝]/.test(text)) return undefined;
  const counts = pricedCountsIn(text);
  const [first] = counts;
  if (!first || plainIn(text, counts)?.length !== 0) return undefined;
  const said = counts.reduce((length, { start, end }) => length + end - start, 0);
  if (text.length - said > mostWords * (counts.length + 1)) return undefined;
  const once = counts.reduce((sum, { value }) => sum.plus(value), new Big(0));
  if (comesTo(once, new Big(total), new Big(total).div(50), text)) return undefined;
  return { parts: counts.map(({ written }) => written), sum: once.toFixed() };
}

/** A text of counts and prices, with a few words to each. */
const shortText = 200;
const mostWords = 12;

/** A total in words that its counts and prices do not come to. */
export interface ReckonedTotal {
  readonly start: number;
  readonly end: number;
  readonly total: string;
  readonly parts: readonly string[];
  /** In 元. */
  readonly sum: string;
}

const totals = new RegExp(
  `(?:合计|共计|总计|总共|一共|[，,；;]共需?|小计)[：:]?(?:为|需|约)?\\s?(?:资金|经费|补助)?(${number})\\s?(亿|万)?元`,
  'g',
);
const money = new RegExp(`(?<![\\d.])(${number})\\s?(亿|万)?元`, 'g');
const powers: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** 150人，每人每年2000元，共计28万元; with further amounts beside: 公厕34座，6.2万元/座；维护80万元，合计290万元. */
export function* reckonedTotalsIn(text: string): Generator<ReckonedTotal> {
  if (text.length > longest || !/[/／每]/.test(text) || !/合计|共|总计|小计/.test(text)) return;
  let from = 0;
  for (const match of text.matchAll(totals)) {
    const start = match.index;
    const room = text.slice(Math.max(from, text.lastIndexOf('\n', start) + 1), start);
    const offset = start - room.length;
    from = start + match[0].length;
    const counts = pricedCountsIn(room);
    if (counts.length === 0) continue;
    const plain = plainIn(room, counts);
    if (plain === undefined) continue;
    const total = amountOf(match[1], match[2]);
    const digit = amountOf(
      match[1]?.includes('.') ? `0.${'0'.repeat((match[1].split('.')[1]?.length ?? 1) - 1)}1` : '1',
      match[2],
    );
    const once = counts.reduce((sum, { value }) => sum.plus(value), new Big(0));
    const beside = plain.reduce((sum, { value }) => sum.plus(value), new Big(0));
    if (comesTo(once, total.minus(beside), digit, room) || comesTo(once.plus(beside), total, digit, room)) continue;
    // Each as often as its price says.
    const year = counts.reduce((sum, { value, times = 1 }) => sum.plus(value.times(times)), beside);
    if (year.minus(total).abs().lt(digit)) continue;
    const isNear = year.minus(total).abs().lte(total.times('0.1'));
    if (plain.length > 0 && !isNear) continue;
    const end = start + match[0].length;
    const parts = [...counts, ...plain]
      .toSorted((left, right) => left.start - right.start)
      .map(({ written }) => written);
    yield { start: offset + room.length, end, total: match[0].replace(/^[，,；;]/, ''), parts, sum: year.toFixed() };
  }
}

const longest = 3000;

interface Plain {
  readonly start: number;
  readonly written: string;
  readonly value: Big;
}

/** The amounts beside counts and prices; undefined where a price has no count, or an amount is no part. */
function plainIn(room: string, counts: readonly PricedCount[]): readonly Plain[] | undefined {
  const found: Plain[] = [];
  for (const { 0: written, 1: digits, 2: power, index } of room.matchAll(money)) {
    if (counts.some(({ start, end }) => index >= start && index < end)) continue;
    const [front, back] = [room.slice(Math.max(0, index - 8), index), room.slice(index + written.length)];
    // What stands behind a sign of equality is the product before it.
    if (/[=＝≈]\s?$/.test(front)) continue;
    if (/[每均较比]|其中|合计|共计?$|总/.test(front) || /^\s?(?:[×*xX╳/／](?!年)|每|以|左右|余|至|-|—)/.test(back))
      return undefined;
    found.push({ start: index, written, value: amountOf(digits, power) });
  }
  return found;
}

function amountOf(digits = '', power = ''): Big {
  return new Big(digits.replaceAll(',', '')).times(powers[power] ?? 1);
}
