import Big from 'big.js';
import { type QuantityInText, quantitiesIn } from '../indicators/quantities.js';

/** A total that a text states beside its parts, where they do not make it up. */
export interface StatedSum {
  readonly start: number;
  readonly end: number;
  /** As it is written: 160.77万元. */
  readonly total: string;
  readonly parts: readonly string[];
  /** What the parts make up, in the unit of the total. */
  readonly sum: string;
  /** That close, a slip is certain; `rounded`: less than the last digits of the parts apart. */
  readonly nearness: 'rounded' | 'near' | 'far' | 'likely';
}

interface Amount {
  readonly value: Big;
  readonly unit: string;
  /** What a step of its last digit is worth. */
  readonly digit: Big;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

const longest = 3000;
const splitMark = /其中|主要?包括|包括|包含|分别(?=[为是用支安]|[\u4e00-\u9fff]{1,8}\d)/g;
const totalMark = /(?:合计|共计|总计|总共|一共)(?=[^\d，。；;、（）()]{0,12}\d)/g;
/** Behind these another thing is told: what is left, what was before, what it brings about. */
const another =
  /另|此外|同时|预计|带动|撬动|累计|[上去]年|较|比|剩余|结[余转]|占|覆盖|服务|受益|达|超过|增[加收长]|减[少免]|节约|产值|收入|截[至止]|已|均|用地|厚|[长宽高]\d/;
/** A price, a share for each one: no part of a sum. */
const eachBefore =
  /每[\u4e00-\u9fff]{0,6}$|(?:人均|户均|平均|单价|标准|均|按|各|约|近|超|限额|不超过|不低于|以内)[为是]?\s?$/;
const eachBehind = /^\s?(?:[/／每*×xX╳+＋\-－—~～以至到]|的?标准|左右|余)/;

/** Totals of a text that their parts do not make up: 共90万元，其中A 30万元，B 50万元; A 20万元，B 30万元，合计60万元. */
export function* statedSumsIn(text: string): Generator<StatedSum> {
  if (text.length > longest || !/其中|包括|包含|分别|合计|共计|总计|总共|一共/.test(text)) return;
  for (const { sentence, offset } of sentencesOf(text)) {
    if (!/\d.*\d.*\d/s.test(sentence)) continue;
    const { amounts, hasPrices } = amountsIn(sentence);
    if (amounts.length < 2) continue;
    for (const found of [...wholesOf(sentence, amounts), ...(hasPrices ? [] : totalsOf(sentence, amounts))])
      yield { ...found, start: found.start + offset, end: found.end + offset };
  }
}

/** Sentences; one that begins with 其中 belongs to the one before. */
function* sentencesOf(text: string): Generator<{ readonly sentence: string; readonly offset: number }> {
  for (const { 0: sentence, index } of text.matchAll(/(?:[^。！？\n]|。(?=\s?(?:其中|包括))|\.(?=\d))+/g))
    yield { sentence, offset: index };
}

function amountsIn(sentence: string): { readonly amounts: readonly Amount[]; readonly hasPrices: boolean } {
  // What stands in brackets tells of the part before it.
  const open = sentence.replace(/[（(][^（）()]*[）)]/g, (inner) => ' '.repeat(inner.length));
  let hasPrices = false;
  const amounts = quantitiesIn(open).flatMap((quantity) => {
    const isEach =
      eachBefore.test(open.slice(Math.max(0, quantity.start - 10), quantity.start)) ||
      eachBehind.test(open.slice(quantity.end, quantity.end + 4));
    if (isEach && quantity.unit === '元') hasPrices = true;
    return isEach || quantity.vague || quantity.comparison !== undefined || quantity.unit === '%'
      ? []
      : (amountOf(quantity, open) ?? []);
  });
  return { amounts, hasPrices };
}

function amountOf({ value, unit, start, end }: QuantityInText, text: string): Amount | undefined {
  const written = text.slice(start, end);
  const digits = /^\d[\d,]*(?:\.(\d+))?/.exec(written);
  if (!digits || measuredApart.has(unit)) return undefined;
  const plain = new Big(digits[0].replaceAll(',', ''));
  const power = plain.eq(0) ? new Big(1) : new Big(value).div(plain);
  return {
    value: new Big(value),
    unit,
    digit: power.times(new Big(10).pow(-(digits[1]?.length ?? 0))),
    written,
    start,
    end,
  };
}

/** These do not add up. */
const measuredApart: ReadonlySet<string> = new Set('天 小时 年 月 岁 分 级 米'.split(' '));
/** What is counted in these may be anything: 3项, 2次. */
const ofAnything: ReadonlySet<string> = new Set('个 项 次 类 种 期 期次 批 批次 场 条 件 处'.split(' '));
/** Persons and households are told twice: 女30人，党员25人. */
const overlapping: ReadonlySet<string> = new Set(['人', '户', '人次', '户次', '家']);

/** A whole, and behind 其中 its parts. */
function* wholesOf(sentence: string, amounts: readonly Amount[]): Generator<StatedSum> {
  for (const { 0: mark, index } of sentence.matchAll(splitMark)) {
    const whole = amounts.findLast(({ end }) => end <= index);
    if (!whole || index - whole.end > 12 || another.test(sentence.slice(whole.end, index))) continue;
    const parts = partsBehind(sentence, amounts, whole, index + mark.length);
    const sums = parts.map((_, at) => sumOf(parts.slice(0, at + 1)));
    if (parts.length < 2 || sums.some((sum) => sum.eq(whole.value))) continue;
    const near = sums.slice(1).find((sum) => nearnessOf(whole, sum, parts, true) !== 'far') ?? (sums.at(-1) as Big);
    const said = hintOfAnything(saidOf(whole, parts, near, true), whole);
    if (ofAnything.has(whole.unit) && (parts.length < manyParts || !isClose(whole, near))) continue;
    const isLess = near.lt(whole.value);
    // Behind 其中 a part may well be all that is told.
    if (said.nearness === 'far' && (overlapping.has(whole.unit) || (isLess && isPartial(parts, near, whole)))) continue;
    yield said;
  }
}

const manyParts = 3;

/** 个 and 项 are of anything: never surely. */
function hintOfAnything(said: StatedSum, { unit }: Amount): StatedSum {
  return ofAnything.has(unit) && said.nearness === 'near' ? { ...said, nearness: 'likely' } : said;
}

function isClose({ value }: Amount, sum: Big): boolean {
  return value.minus(sum).abs().lte(value.times(near));
}

function isPartial(parts: readonly Amount[], sum: Big, whole: Amount): boolean {
  return parts.length < manyParts || sum.lt(whole.value.times('0.75'));
}

function partsBehind(sentence: string, amounts: readonly Amount[], whole: Amount, from: number): Amount[] {
  const parts: Amount[] = [];
  let at = from;
  for (const amount of amounts.filter(({ start }) => start >= from)) {
    const before = sentence.slice(at, amount.start);
    if (/其中|包括|包含|合计|共计|总计/.test(before) || another.test(before)) break;
    if (amount.unit === whole.unit) parts.push(amount);
    at = amount.end;
  }
  return parts;
}

/** A total of money behind 合计 that all the parts before it make up, in 元. */
export interface ConfirmedTotal {
  readonly written: string;
  readonly value: string;
}

/** 勘察20万元；督导20万元；审计10万元，合计50万元: what a text reckons to be all of it. */
export function confirmedTotalsIn(text: string): ConfirmedTotal[] {
  if (text.length > longest || !/合计|共计|总计|总共|一共/.test(text)) return [];
  return [...sentencesOf(text)].flatMap(({ sentence }) => {
    const { amounts } = amountsIn(sentence);
    return [...sentence.matchAll(totalMark)].flatMap(({ index }): ConfirmedTotal[] => {
      const total = amounts.find(({ start }) => start >= index);
      if (total?.unit !== '元' || total.start - index > 4) return [];
      const parts = amounts.filter(({ unit, end }) => unit === '元' && end <= index);
      if (parts.length < 2 || !sumOf(parts).eq(total.value)) return [];
      return [{ written: total.written, value: total.value.toFixed() }];
    });
  });
}

/** Parts, and behind 合计 what they make up. */
function* totalsOf(sentence: string, amounts: readonly Amount[]): Generator<StatedSum> {
  for (const { index } of sentence.matchAll(totalMark)) {
    const total = amounts.find(({ start }) => start >= index);
    if (!total || total.start - index > 16) continue;
    const parts = amounts.filter(({ unit, end }) => unit === total.unit && end <= index);
    const before = sentence.slice(0, index);
    // 其中 behind no number begins the parts: 其中：考核120万元，维护36.8万元，合计156.8万元.
    const begun = before.replace(/^[^\d]*(?:其中|包括|包含)/, '');
    if (parts.length < 2 || /其中|包括|包含|合计|共计|总计|每/.test(begun) || another.test(begun)) continue;
    if (windowsOf(parts).some((sum) => sum.eq(total.value))) continue;
    const said = hintOfAnything(saidOf(total, parts, sumOf(parts)), total);
    if (ofAnything.has(total.unit) && (parts.length < manyParts || !isClose(total, sumOf(parts)))) continue;
    if (said.nearness === 'far' && (total.unit !== '元' || parts.length < manyParts)) continue;
    yield said;
  }
}

/** The sums of neighbours. */
function windowsOf(parts: readonly Amount[]): Big[] {
  return parts.flatMap((part, from) => [
    part.value,
    ...parts.slice(from + 1).map((_, at) => sumOf(parts.slice(from, from + at + 2))),
  ]);
}

function sumOf(parts: readonly Amount[]): Big {
  return parts.reduce((sum, { value }) => sum.plus(value), new Big(0));
}

function saidOf(total: Amount, parts: readonly Amount[], sum: Big, someUnsaid = false): StatedSum {
  const power = total.value.div(new Big(/^[\d,.]+/.exec(total.written)?.[0].replaceAll(',', '') ?? '1'));
  return {
    start: total.start,
    end: total.end,
    total: total.written,
    parts: parts.map(({ written }) => written),
    sum: sum.div(power).toFixed(),
    nearness: nearnessOf(total, sum, parts, someUnsaid),
  };
}

/** So near, in parts of the total, one of the numbers is a slip. */
const near = '0.1';
/** The same where a part may be unsaid, and of persons and households. */
const nearest = '0.02';

function nearnessOf(total: Amount, sum: Big, parts: readonly Amount[], someUnsaid: boolean): StatedSum['nearness'] {
  const step = total.value.minus(sum).abs();
  const digits = sumOf(parts.map((part) => ({ ...part, value: part.digit }))).plus(total.digit);
  // Whole numbers are not rounded.
  const isRounded = parts.some(({ written }) => written.includes('.'));
  if (isRounded && step.times(2).lte(digits)) return 'rounded';
  const bound = overlapping.has(total.unit) || (someUnsaid && sum.lt(total.value)) ? nearest : near;
  return step.lte(total.value.times(bound)) ? 'near' : 'far';
}
