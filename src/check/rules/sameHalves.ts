import type { Target } from '../../report/schema.js';
import { composeTarget } from '../../report/target.js';
import { isAddedUp } from '../indicators/addedUp.js';
import { ownerName, ownerTitle } from '../indicators/printedOwners.js';
import { asQuantity, sameTarget } from '../indicators/targets.js';
import { annualTarget, longerTargets, targetName } from '../indicators/values.js';
import { hasMoreMoney } from '../money/longer.js';
import type { Found, Rule } from '../rule.js';
import { isOfSeveralYears, spanOf, yearOf } from '../span.js';
import type { IndicatorAt, OwnerAt, Subject, TargetAt } from '../subject.js';
import { wordsOf } from '../text/blankText.js';

/** Of several years, what adds up is not all done in one of them. */
export const sameHalves: Rule = {
  code: 'same-halves',
  number: 'R-35',
  severity: 'warning',
  title: {
    zh: '跨年度项目的实施周期（中期、长期）指标值不全等于年度指标值',
    en: 'the values of several years are not all those of one year',
  },
  wrong: {
    zh: '跨年度项目的实施周期（中期、长期）指标值全都等于年度指标值',
    en: 'all values of several years are those of one year',
  },
  why: {
    zh: '场次、人次、公里按年累计，几年的数不会个个等于一年的数，多半是把一半抄到了另一半。比率、时限、满意度可以相同，四个以上全都相同的，只提示；只有一个累计指标，或累计数都是 1 的，也可以相同。',
    en: 'Events, visits and lengths add up over years: where each of them is the same, one half was copied. Rates and deadlines may be equal, and so may a single count, or counts of one thing; four or more that all are so get a hint.',
  },
  source: {
    zh: '广东省专项资金绩效目标表年度、实施周期两列；安徽省太和县公开表中期、年度两列',
    en: 'the two columns of the Guangdong form for special funds, and of a table of Taihe, Anhui',
  },
  mend: { zh: '按全程与本年度分别填写', en: 'state what is done in all, and what this year' },
  looksAt: {
    zh: '年度指标值与实施周期、中期、长期指标值；项目起止时间、全期资金与年度资金',
    en: 'both values of indicators; dates and money of the project',
  },
  fails: {
    '/units/0/projects/0/period/end': '2027-12-31',
    '/units/0/projects/0/goals/-': { period: 'whole', text: '三年内建成科普活动品牌。' },
    '/units/0/projects/0/indicators/0/wholeTarget': { sign: '≥', value: '20', unit: '场' },
    '/units/0/projects/0/indicators/4/wholeTarget': { sign: '≥', value: '3000', unit: '人次' },
  },
  passes: {
    '/units/0/projects/0/indicators/0/wholeTarget': { sign: '≥', value: '20', unit: '场' },
    '/units/0/projects/0/indicators/4/wholeTarget': { sign: '≥', value: '3000', unit: '人次' },
  },
  *find({ owners, report }: Subject): Generator<Found> {
    for (const owner of owners) {
      const both = owner.indicators.flatMap((at) => pairOf(at) ?? []);
      yield* sameDeadlines(owner, both, report.year);
      const [any] = both;
      if (!any || !both.every(({ year, longer }) => sameTarget(longer.target, year.target))) continue;
      const many = both.filter(({ at, year }) => isCounted(at, year.target) && !isOne(year.target));
      const [first = any, second] = many;
      const runsLonger = isLonger(owner);
      // One count may be reached in one year and held.
      const isCopy = runsLonger && many.length > 0 && (second || both.length >= 3);
      if (isCopy) yield { ...found(owner, both.length, first), ...(!second && { severity: 'hint' }) };
      // Rates may be held too; that every one of them is, beside another goal, one may ask.
      else if (both.length >= fewRates && both.some(hasNumber) && (runsLonger || hasOtherGoal(owner, any)))
        yield { ...found(owner, both.length, first), severity: 'hint' };
    }
  },
};

const endOfYear = /((?:19|20)\d{2})\s?年?[.-]?\s?(?:1[012]\s?月|[底末])/;
const dated = /(?:19|20)\d{2}\s?[年.-]\s?\d{1,2}|(?:19|20)\d{2}\s?年/;

/** 60 of three years and 20 of the year, both until 2020年12月: a hint, unless the project ends with the year. */
function* sameDeadlines({ project, goals }: OwnerAt, both: readonly Both[], year: number): Generator<Found> {
  const dates = both.filter(({ year: { target } }) => 'text' in target && dated.test(target.text));
  const [same, ...others] = dates;
  // Of several steps each has its own day; the last of the longer period is in another year.
  const isOne = dates.every(
    ({ year: one, longer }) =>
      sameTarget(longer.target, one.target) &&
      endOfYear.exec('text' in one.target ? one.target.text : '')?.[1] === String(year),
  );
  const more = both.find(({ year, longer }) => {
    const [one, all] = [asQuantity(year.target), asQuantity(longer.target)];
    const isSameUnit = one?.unit === undefined || all?.unit === undefined || one.unit === all.unit;
    return one && all && isSameUnit && Number(all.value) >= 2 * Number(one.value);
  });
  const span = project && spanOf(project.project);
  const runsOn = span
    ? yearOf(span.last) > year
    : goals.some(({ goal }) => goal.period === 'medium' || goal.period === 'long');
  if (!same || !isOne || !more || !runsOn) return;
  yield {
    path: [...same.longer.path, 'text'],
    related: others.map(({ longer }) => [...longer.path, 'text']),
    severity: 'hint',
    message: {
      zh: `两期的完成时间都是 ${composeTarget(same.year.target)}，${targetName(same.longer.period).zh}的数却比年度的多`,
      en: `both periods are due ${composeTarget(same.year.target)}, though more is done in the longer one`,
    },
  };
}

/** Fewer rows than these, of rates and words only, may well be those of the year. */
const fewRates = 4;

function hasNumber({ year: { target } }: Both): boolean {
  return asQuantity(target) !== undefined;
}

/** Whether the longer period has a goal of its own, in other words than the year's. */
function hasOtherGoal({ goals }: OwnerAt, { longer: { period } }: Both): boolean {
  const textOf = (wanted: TargetAt['period']): string =>
    wordsOf(
      goals
        .filter(({ goal }) => goal.period === wanted)
        .map(({ goal }) => goal.text)
        .join(''),
    );
  const [year, longer] = [textOf('year'), textOf(period)];
  return year !== '' && longer !== '' && year !== longer;
}

interface Both {
  readonly at: IndicatorAt;
  readonly year: TargetAt;
  readonly longer: TargetAt;
}

function pairOf(at: IndicatorAt): Both | undefined {
  const [year, [longer]] = [annualTarget(at), longerTargets(at)];
  return year && longer && { at, year, longer };
}

/** Of several years by its dates, or by more money in all than in the year. */
function isLonger({ project }: OwnerAt): boolean {
  if (!project) return false;
  return isOfSeveralYears(project.project) ?? hasMoreMoney(project) ?? false;
}

/** A number without a unit counts what a name such as 完成项目数 says. */
function isCounted({ indicator: { name } }: IndicatorAt, target: Target): boolean {
  const quantity = asQuantity(target);
  if (!quantity) return false;
  const unit = quantity.unit ?? (/(?:[个项件场户]|项目)数量?$/.test(name.trim()) ? '个' : '');
  return isAddedUp(name, { ...quantity, unit });
}

function isOne(target: Target): boolean {
  return Number(asQuantity(target)?.value) <= 1;
}

function found(owner: OwnerAt, count: number, { at, year, longer }: Both): Found {
  const { name } = at.indicator;
  const value = composeTarget(year.target);
  const words = targetName(longer.period);
  return {
    path: [...owner.path, 'indicators'],
    related: [longer.path],
    message: {
      zh: `${ownerName(owner)}${isLonger(owner) ? '跨年度，' : '两期目标不同，'}${count} 个指标的${words.zh}却都与年度指标值相同，如“${name}”都是 ${value}`,
      en: `${ownerTitle(owner)} ${isLonger(owner) ? 'runs over several years' : 'has another goal for each period'}, but for all ${count} indicators the ${words.en} is that of the year, such as "${name}": ${value}`,
    },
  };
}
