import Big from 'big.js';
import type { Path } from '../../json/pointer.js';
import { shifted } from '../../report/decimals.js';
import { sumAmounts } from '../../report/money.js';
import type { Indicator, Target } from '../../report/schema.js';
import { type Comparison, comparison } from '../../report/target.js';
import type { Period } from '../../report/vocabulary.js';
import type { IndicatorAt, TargetAt } from '../subject.js';
import { isAddedUp } from './addedUp.js';
import { clauseEnds, coreOf, lastPart, listEnds, raised, subjectsOf, writtenOf } from './phrases.js';
import { type Quantity, quantitiesIn } from './quantities.js';
import { isQuantity } from './targets.js';
import { measureOf } from './units.js';

/** What a number is for each of: 月 of 每月 and 次/月, 人 of 人均 and 元/人. */
export interface Each {
  readonly time?: EachTime;
  readonly thing?: string;
}

export type EachTime = '年' | '半年' | '学期' | '季' | '月' | '周' | '日';

/** A number of a goal with what it is of: 每人每月补助600元 is 600 元 for each 人 and 月. */
export interface Statement extends Quantity {
  readonly each: Each;
  /** By how much something is to change: 较上年提高2个百分点. */
  readonly isChange: boolean;
  /** One part of another number: 其中. */
  readonly isPart: boolean;
  /** 约20家: no number to hold another one against, but one that agrees with it. */
  readonly vague: boolean;
  /** Of another time: 上年, 累计. */
  readonly isElsewhere: boolean;
  /** What a thing is raised or lowered from: 由76%提高到82%. */
  readonly isStart: boolean;
  /** Reckoned from two numbers of the goal. */
  readonly isProduct?: true;
  readonly written: string;
  readonly subjects: readonly string[];
  /** What stands right behind the unit, or before the number: the thing that is counted. */
  readonly thing: string;
}

/** The value of a row, read in the same way. */
export interface Asked extends Quantity {
  readonly each: Each;
  readonly isChange: boolean;
  readonly name: string;
  readonly core: string;
}

const sentenceEnds = /[。；;\n]/;
const longest = 3000;
const reach = 60;

const elsewhere = /截[至止]|去年|上年|上一年|往年|历年|近年|过去|以来|原有|现有|[上前]期|历史|目前|现共?有/;
/** What tells of several years, which is what a goal of several years is about. */
const severalYears = /累计|十[二三四五六]五|[二三四五六两\d]年[内期间共来]/;
const change = /较|比(?!例|重|对|赛)|同比|环比/;
/** 提高2个百分点, 下降4%: by how much, not 提高到. */
const changeVerb =
  /(?:增长|提高|下降|减少|降低|增加|提升|上升|压减|节约|增幅|降幅|增速)[率为达约了]{0,2}\s?(?:不?[低少高大超]于|≥|＞)?$/;

/** The numbers of a text, in order, each with what it is of. `year`: other years are elsewhere. */
export function statementsIn(text: string, year: number | undefined): Statement[] {
  const plain = text.slice(0, longest);
  if (!/[\d０-９零一二两三四五六七八九十百千]/.test(plain)) return [];
  const quantities = quantitiesIn(plain);
  const all = quantities.map((quantity, nth): Statement => {
    const { start, end } = quantity;
    const before = quantities[nth - 1]?.end ?? 0;
    const clause = lastPart(plain.slice(Math.max(0, start - reach), start), clauseEnds);
    const front = plain.slice(Math.max(before, start - reach), start);
    const back = plain.slice(end, Math.min(quantities[nth + 1]?.start ?? plain.length, end + reach));
    const { each, length } = eachBehind(back);
    const rest = back.slice(length);
    const isListed = before > start - clause.length && /^[、和及与，]/.test(front);
    const own = isListed ? clause : lastPart(front, clauseEnds);
    const thing = /^[^，。；、！？\n,;!?（(]{0,12}/.exec(rest)?.[0].trim() ?? '';
    return {
      value: quantity.value,
      unit: quantity.unit,
      ...(quantity.comparison && { comparison: quantity.comparison }),
      vague: quantity.vague,
      each: { ...eachBefore(own), ...each },
      isChange: isShare(quantity.unit)
        ? change.test(own) || changeVerb.test(own)
        : /同比|较[上去]年|比[上去]年/.test(own),
      isPart: /其中|分别/.test(clause),
      isStart: raised.test(rest),
      isElsewhere: raised.test(rest) || isElsewhere(isListed ? clause : lastPart(front, sentenceEnds), year),
      written: writtenOf(front, plain, quantity, back),
      subjects: subjectsOf(front, rest),
      thing: thing === '' || /^(?:以[上下内]|左右)/.test(thing) ? coreOf(lastPart(front, listEnds)) : thing,
    };
  });
  return [...all.map((each, nth) => carried(each, all[nth - 1])), ...productsOf(all)];
}

/** 普及率由76%提高到82%: the second number is of the same thing. */
function carried(statement: Statement, before: Statement | undefined): Statement {
  if (!before?.isStart || before.unit !== statement.unit) return statement;
  return { ...statement, subjects: [...before.subjects, ...statement.subjects], isChange: false };
}

/** 培训3期，每期40人 is 120 people in all. */
function productsOf(all: readonly Statement[]): Statement[] {
  return all.flatMap((statement, nth): Statement[] => {
    const { thing, time } = statement.each;
    if (thing === undefined || time !== undefined || statement.unit === '元' || isShare(statement.unit)) return [];
    const times = all.slice(Math.max(0, nth - 2), nth).find(({ unit, vague }) => !vague && thing.startsWith(unit));
    if (!times || times.each.thing !== undefined || times.each.time !== undefined) return [];
    const value = new Big(times.value).times(statement.value).toFixed();
    const subjects = [...new Set([...times.subjects, ...statement.subjects])];
    return [
      {
        ...statement,
        isProduct: true,
        value,
        each: {},
        written: `${times.written}，${statement.written}`,
        subjects,
        thing: times.thing,
      },
    ];
  });
}

/** `year` is undefined for a text of several years, which may name each of them. */
function isElsewhere(written: string, year: number | undefined): boolean {
  const sentence = written.replace(/《[^《》]{0,60}》|[较比][上去]年[^，]*，/g, '');
  if (elsewhere.test(sentence) || year === undefined) return elsewhere.test(sentence);
  const years = sentence.match(/(?:19|20)\d\d(?=年)/g) ?? [];
  return severalYears.test(sentence) || years.some((other) => Number(other) !== year);
}

export function isShare(unit: string): boolean {
  return unit === '%' || unit === '‰' || unit === '百分点';
}

const times: readonly (readonly [EachTime, RegExp])[] = [
  ['学期', /^学期/],
  ['半年', /^半年/],
  ['年', /^(?:学?年|年度)/],
  ['季', /^季/],
  ['月', /^个?月/],
  ['周', /^(?:周(?!转|边|岁)|星期)/],
  ['日', /^(?:天|日|工作日)/],
];

function timeAt(text: string): EachTime | undefined {
  return times.find(([, pattern]) => pattern.test(text))?.[0];
}

/** 每人每月, 人均, 月均, 生均, 单个: all that stand before a number. */
function eachBefore(text: string): Each {
  let found: Each = {};
  for (const [, behind = '', before = '', single = ''] of text.matchAll(
    /[每各](?!类|项|级|地)((?:(?![每各])[\u4e00-\u9fff]){1,6})|([人户亩生头年月日周村校班车床场次])均|单[个座台户次场间]([\u4e00-\u9fff]?)/g,
  )) {
    const word = behind || before || single;
    const time = timeAt(word);
    found = time ? { ...found, time } : { ...found, thing: word.replace(/^[个名位一]/, '').slice(0, 2) };
  }
  return found;
}

/** /人·年, /亩, ／场: what stands behind a unit. */
function eachBehind(text: string): { readonly each: Each; readonly length: number } {
  const [whole = '', first = '', second = ''] =
    /^\s?[/／每]\s?([\u4e00-\u9fff]{1,3}?)(?:[·.／/、]?(年|月|日|天|季|次|学期))?(?=[，。；、）)（(以\s]|$)/.exec(
      text,
    ) ?? [];
  let each: Each = {};
  for (const word of [first, second]) {
    if (word === '') continue;
    const time = timeAt(word);
    each = time ? { ...each, time } : { ...each, thing: word };
  }
  return { each, length: whole.length };
}

/** A value with the place that it stands at. */
export interface AskedAt extends Asked {
  readonly path: Path;
  readonly target: Target;
}

/** The value of a row in one period; where a longer one has none, that of another longer one; of values by place their sum, or what all say. */
export function askedAt({ path, indicator, targets }: IndicatorAt, period: Period): AskedAt | undefined {
  const own = targets.find((target) => target.period === period);
  const at: Pick<TargetAt, 'path' | 'target'> | undefined =
    own ??
    (period === 'year' ? undefined : targets.find((target) => target.period !== 'year')) ??
    ofPlaces(path, indicator);
  const asked = at && askedBy(indicator, at.target);
  return at && asked ? { ...asked, path: at.path, target: at.target } : undefined;
}

function ofPlaces(path: Path, { name, places = [] }: Indicator): Pick<TargetAt, 'path' | 'target'> | undefined {
  const [first, ...others] = places.map(({ target }) => target);
  if (!first || !isQuantity(first) || others.length === 0) return undefined;
  const all = [first, ...others].flatMap((target) => (isQuantity(target) && /^\d/.test(target.value) ? [target] : []));
  if (all.length !== places.length || all.some(({ unit }) => unit !== first.unit)) return undefined;
  const unit = first.unit ?? bracketed.exec(name)?.[1];
  const isSame = all.every(({ value }) => value === first.value);
  if (unit === undefined || (!isSame && !isAddedUp(name.replace(bracketed, ''), { ...first, unit }))) return undefined;
  const value = isSame && isShare(unit) ? first.value : sumAmounts(all.map((each) => each.value.replaceAll(',', '')));
  return { path: [...path, 'places'], target: { ...first, value } };
}

/** A unit that stands behind a name: 优抚对象人数（人）. */
const bracketed = /[（(]([^（）()]{1,8})[）)]\s*$/;

/** The value of a row: one number with its unit; undefined where it holds none or several. */
export function askedBy({ name }: Pick<Indicator, 'name'>, target: Target): Asked | undefined {
  const plain = name.replace(bracketed, '');
  const own = eachBefore(plain);
  const isChange = /增长|增幅|增速|提高|提升|下降|降幅|减少|降低|增加|同比|节约|压减/.test(plain);
  const core = coreOf(plain.replace(/[每各单](?=[\u4e00-\u9fff])|年度?(?=[\u4e00-\u9fff])/g, ''));
  if (!isQuantity(target)) {
    if (target.text.length > 60) return undefined;
    const [only, second] = statementsIn(target.text, undefined);
    if (!only || second || only.vague) return undefined;
    const { value, unit, each } = only;
    const bound = only.comparison && { comparison: only.comparison };
    return { value, unit, ...bound, each: { ...own, ...each }, isChange: isChange || only.isChange, name, core };
  }
  const { sign, value, note = '' } = target;
  const written = (target.unit ?? bracketed.exec(name)?.[1] ?? '').trim();
  const [first = '', ...others] = written.split(/[/／每]/);
  // 台（套） is counted in 台.
  const measure = measureOf(written) ?? measureOf(first.replace(/[（(][\u4e00-\u9fff]{1,2}[）)]$/, ''));
  if (!measure) return undefined;
  const behind = others.length > 0 && !measureOf(written) ? eachBehind(`/${others.join('·')}`).each : {};
  const bound: { comparison?: Comparison } = sign === undefined ? {} : { comparison: comparison(sign) };
  const digits = value.replaceAll(',', '');
  const quantity = { value: shifted(digits, measure.power), unit: measure.unit, ...bound };
  return { ...quantity, each: { ...own, ...eachBefore(note), ...behind }, isChange, name, core };
}
