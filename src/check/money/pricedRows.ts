import Big from 'big.js';
import type { Path } from '../../json/pointer.js';
import { convert, isZero } from '../../report/money.js';
import type { MoneyUnit } from '../../report/schema.js';
import { composeTarget } from '../../report/target.js';
import type { Found } from '../rule.js';
import type { IndicatorAt, OwnerAt } from '../subject.js';
import { isMore, type LineAt, lineOf } from './money.js';
import { people, timesOf } from './pricedCounts.js';

interface Price {
  readonly at: IndicatorAt;
  readonly path: Path;
  readonly written: string;
  /** In 元. */
  readonly value: Big;
  readonly thing: string;
  /** How often it is paid in a year, where it says so. */
  readonly times?: number;
}

interface Count {
  readonly path: Path;
  readonly value: string;
  readonly written: string;
}

/** 元/人, 万元/场, 元/人·年, 元/月/人. */
const eachThing =
  /^(万?元)[/／每](?:[（(])?(?:每)?(?:(年|月|天|日|学期)[/／])?([\u4e00-\u9fff]{1,3}?)(?:[·.．。*、/／每]{1,2}(年|月|天|日|学期|次))?[）)]?$/;
/** 每生每年3300元. */
const eachText =
  /^每([\u4e00-\u9fff]{1,3}?)(?:每(年|月|天|日|学期))?(?:补助|补贴)?(\d[\d,]{0,9}(?:\.\d{1,4})?)(万?元)$/;
const gains = /收入|增收|产值|收益|节约|效益|利润|税/;

/**
 * 23万元/个 and 10个 are 230万元: a hint where the least count of that unit times the price is above the year's money, and where the only
 * price times the only count, by the year or the month, is nearly that money and is not.
 */
export function* pricedRowsOf({ project, indicators }: OwnerAt, unit: MoneyUnit): Generator<Found> {
  const budget = project && lineOf(project.project.funding, project.path, 'total', 'year');
  if (!project || !budget || isZero(budget.amount)) return;
  const prices = indicators.flatMap((at) => priceOf(at) ?? []);
  for (const price of prices) {
    const counts = indicators.flatMap((at) => (at === price.at ? [] : (countOf(at, price.thing) ?? [])));
    const [least, second] = counts.toSorted((left, right) => Number(left.value) - Number(right.value));
    if (!least) continue;
    const all = amountOf(price, least, unit);
    if (isMore(all, budget.amount) && !isNear(all, budget)) yield found(price, least, all, budget, unit);
    else if (prices.length === 1 && !second) {
      const shares = sharesIn(project.project.summary ?? '');
      const whole = new Big(all).times(price.times ?? 1);
      const near = [new Big(1), ...shares]
        .map((share) => whole.times(share).toFixed())
        .find((each) => isNear(each, budget));
      if (near !== undefined && !isRounded(near, budget)) yield found(price, least, near, budget, unit);
    }
  }
}

/** The only share that a text tells of one of two who pay, and the other's. */
function sharesIn(text: string): Big[] {
  const [only, second] = text.match(/(?<=财政[\u4e00-\u9fff]{0,4})\d{1,2}(?:\.\d)?(?=[%％])/g) ?? [];
  return only === undefined || second !== undefined ? [] : [new Big(only).div(100), new Big(100).minus(only).div(100)];
}

function amountOf({ value }: Price, { value: count }: Count, unit: MoneyUnit): string {
  return convert(value.times(count).toFixed(), '元', unit);
}

function isNear(amount: string, { amount: budget }: LineAt): boolean {
  return new Big(amount).minus(budget).abs().lte(new Big(budget).times('0.05'));
}

/** Within a half percent a budget was rounded. */
function isRounded(amount: string, { amount: budget }: LineAt): boolean {
  return new Big(amount).minus(budget).abs().lte(new Big(budget).times('0.004'));
}

function priceOf(at: IndicatorAt): Price | undefined {
  const { indicator, targets } = at;
  const year = targets.find(({ period }) => period === 'year');
  if (!year || gains.test(indicator.name) || /效益/.test(indicator.level1)) return undefined;
  const isCost = /成本/.test(`${indicator.level1}${indicator.level2}`) || /标准|单价/.test(indicator.name);
  if (!isCost) return undefined;
  const { target } = year;
  const text = 'text' in target ? target.text.replace(/\s/g, '').replace(/[。；]$/, '') : '';
  const [, first, thing, second, money, digits] =
    'text' in target
      ? (((match) => match && [match[0], undefined, match[1], match[2], match[4], match[3]])(eachText.exec(text)) ?? [])
      : (((match) => match && [match[0], match[2], match[3], match[4], match[1], target.value])(
          eachThing.exec(target.unit?.trim() ?? ''),
        ) ?? []);
  if (thing === undefined || digits === undefined || /^[年月天日次]$/.test(thing)) return undefined;
  if ('value' in target && /^[≥＞]/.test(target.sign ?? '')) return undefined;
  const times = timesOf(first ?? second);
  return {
    at,
    path: [...year.path, 'text' in target ? 'text' : 'value'],
    written: composeTarget(target),
    value: new Big(digits.replaceAll(',', '')).times(money === '万元' ? 10_000 : 1),
    thing,
    ...(times !== undefined && { times }),
  };
}

/** A count in a price's unit, by its unit or, of persons, by its name. */
function countOf({ indicator, targets }: IndicatorAt, thing: string): Count | undefined {
  const year = targets.find(({ period }) => period === 'year');
  if (!year || !('value' in year.target) || !/^\d{1,7}$/.test(year.target.value)) return undefined;
  const own = year.target.unit?.trim() ?? '';
  const isSame = own === thing || (people.test(thing) && people.test(own));
  const isNamed = own === '' && people.test(thing) && /人数$/.test(indicator.name);
  if (!isSame && !isNamed) return undefined;
  const { value } = year.target;
  return { path: [...year.path, 'value'], value, written: `${value}${own}` };
}

function found(price: Price, count: Count, all: string, budget: LineAt, unit: MoneyUnit): Found {
  return {
    path: price.path,
    severity: 'hint',
    related: [count.path, budget.path],
    message: {
      zh: `${price.written} × ${count.written} 算得 ${all} ${unit}，项目资金总额 ${budget.amount} ${unit}`,
      en: `${price.written} × ${count.written} comes to ${all} ${unit}, the total of the project is ${budget.amount} ${unit}`,
    },
  };
}
