import { quoted } from '../../json/pointer.js';
import type { Severity } from '../../problem.js';
import { isZero, subtractAmounts, sumAmounts } from '../../report/money.js';
import type { Report } from '../../report/schema.js';
import { type Expectations, expectedOf } from '../expectations.js';
import { indicatorGroups } from '../indicators/groups.js';
import { isNoName } from '../indicators/noName.js';
import { ownerName, ownerTitle, printedOwners } from '../indicators/printedOwners.js';
import { hasValue } from '../indicators/values.js';
import { difference } from '../money/money.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, OwnerAt, Subject } from '../subject.js';
import { isNone } from '../text/placeholders.js';

/** The sums that regions use: with 10 or 20 points for the use of the budget beside them, or without. */
const usual = ['90', '100', '80'] as const;

/** Weights are above nothing, given for all indicators or for none, and add up. */
export const weights: Rule = {
  code: 'weights',
  number: 'R-33',
  severity: 'error',
  title: { zh: '权重大于 0、一个不缺、合计正确', en: 'weights are positive, complete and add up' },
  wrong: { zh: '权重不全、不大于 0 或合计不对', en: 'weights are missing, not positive, or do not add up' },
  why: {
    zh: '年终自评按权重打分；加起来不是规定的分值，总分就到不了 100 分。',
    en: 'The self-evaluation scores by these weights; if they do not add up, neither does its total.',
  },
  source: {
    zh: '各省表样：预算执行率另占 10 分的地区合计 90（四川、重庆），浙江 100，湖北 80',
    en: 'provincial forms: 90 in Sichuan and Chongqing, where execution has 10; 100 in Zhejiang, 80 in Hubei',
  },
  mend: { zh: '核对各指标权重，改到合计正确', en: 'correct the weights until they add up' },
  looksAt: { zh: '权重（分值），版式规定的合计', en: "weights of indicators, the layout's sum" },
  fails: { '/units/0/projects/1/indicators/0/weight': '0' },
  passes: {
    '/units/0/projects/1/indicators/0/weight': '22.5',
    '/units/0/projects/1/indicators/1/weight': '22.5',
    '/units/0/projects/1/indicators/2/weight': '22.50',
    '/units/0/projects/1/indicators/3/weight': '22.5',
  },
  *find(subject: Subject): Generator<Found> {
    for (const owner of printedOwners(subject)) {
      const rows = owner.indicators.filter((at) => (hasValue(at) || hasPoints(at)) && !isNoName(at.indicator.name));
      const weighted = rows.filter(({ indicator }) => indicator.weight !== undefined);
      if (weighted.length === 0) continue;
      const layout = expectedOf(subject.expectations, owner.table);
      // A layout without a sum prints no weights: what is wrong with them is not seen.
      const severity = layout && layout.weightSum === undefined ? 'warning' : 'error';
      yield* notPositive(weighted, severity);
      const unweighted = rows.filter((at) => at.indicator.weight === undefined && !isPart(at, rows));
      if (unweighted.length > 0) yield* incomplete(owner, rows, unweighted, severity);
      else yield* wrongSum(owner, layout, isSelfEvaluation(subject.report));
    }
  },
};

/** An empty row that keeps its place has no weight, or 0. */
function hasPoints({ indicator: { weight } }: IndicatorAt): boolean {
  return weight !== undefined && !isZero(weight);
}

function* notPositive(weighted: readonly IndicatorAt[], severity: Severity): Generator<Found> {
  for (const { path, indicator } of weighted) {
    const { weight = '', name } = indicator;
    // 无 is no indicator.
    if ((!weight.startsWith('-') && !isZero(weight)) || isNone(name)) continue;
    yield {
      path: [...path, 'weight'],
      severity,
      message: {
        zh: `${quoted(name)} 的权重是 ${quoted(weight)}`,
        en: `the weight of ${quoted(name)} is ${quoted(weight)}`,
      },
    };
  }
}

/**
 * A row that only shows what another is made of has its points there: 其中桃树种植面积, or rows without a star in a list where each star
 * has points (萧县 2023).
 */
function isPart({ indicator: { name } }: IndicatorAt, rows: readonly IndicatorAt[]): boolean {
  if (/^\s*(?:其\s*中|[-－—]{1,2}(?=[\u4e00-\u9fff]))/.test(name)) return true;
  if (star.test(name) || !star.test(rows[0]?.indicator.name ?? '')) return false;
  return rows.every(({ indicator }) => star.test(indicator.name) === (indicator.weight !== undefined));
}

const star = /^\s*[★☆*＊]/;

function* incomplete(
  owner: OwnerAt,
  rows: readonly IndicatorAt[],
  without: readonly IndicatorAt[],
  severity: Severity,
): Generator<Found> {
  const [first, ...others] = without;
  if (!first) return;
  yield {
    path: first.path,
    severity,
    ...(others.length > 0 && { related: others.map(({ path }) => path) }),
    message: {
      zh: `${ownerName(owner)}的 ${rows.length} 个指标中，${without.length} 个没有权重，如 ${quoted(first.indicator.name)}`,
      en: `${without.length} of the ${rows.length} indicators of ${ownerTitle(owner)} have no weight, such as ${quoted(first.indicator.name)}`,
    },
  };
}

/** 自评表: its form has a row for the use of the budget, of 10 points (财预〔2020〕10号: 预算执行率权重统一为 10%). */
function isSelfEvaluation({ title = '' }: Report): boolean {
  return /绩效(?:目标)?自评/.test(title);
}

function* wrongSum(owner: OwnerAt, layout: Expectations | undefined, isSelf: boolean): Generator<Found> {
  const asked = layout?.weightSum;
  const sum = sumOf(owner.indicators);
  const execution = executionOf(owner);
  const allowed = asked !== undefined ? sumsAllowed(asked, layout?.pointsPrinted) : (besides(execution) ?? usual);
  const sums = indicatorGroups(owner.indicators).map(sumOf);
  const isRight = (each: string): boolean => allowed.some((right) => isZero(subtractAmounts(each, right)));
  if (isRight(sum) || sums.every(isRight)) {
    if (isSelf && asked === undefined && execution === undefined && isZero(subtractAmounts(sum, '100')))
      yield {
        path: [...owner.path, 'indicators'],
        severity: 'hint',
        message: {
          zh: `${ownerName(owner)}的权重合计 100，自评表里预算执行率另占 10 分，共 110 分`,
          en: `the weights of ${ownerTitle(owner)} sum to 100; with the 10 points of the use of the budget there are 110`,
        },
      };
    return;
  }
  const step =
    allowed.length > 1
      ? ''
      : execution !== undefined && asked === undefined
        ? `（预算执行率另占 ${execution} 分）`
        : `，相差 ${difference(sum, allowed[0] as string)}`;
  yield {
    path: [...owner.path, 'indicators'],
    ...(asked === undefined && { severity: 'warning' }),
    message: {
      zh: `${ownerName(owner)}的权重合计 ${sum}，应为 ${allowed.join('、').replace(/、([^、]+)$/, ' 或 $1')}${step}`,
      en: `the weights of ${ownerTitle(owner)} sum to ${sum}, not ${allowed.join(', ').replace(/, (\S+)$/, ' or $1')}`,
    },
  };
}

/** The points that the project gives to the use of the budget: 10, 10分, 10%. */
function executionOf({ project }: OwnerAt): string | undefined {
  const [, points] = /^\s*(\d{1,2}(?:\.\d)?)\s*[分%％]?\s*$/.exec(project?.project.executionWeight ?? '') ?? [];
  return points === undefined || isZero(points) ? undefined : points;
}

/** What is left of 100 points for the indicators. */
function besides(execution: string | undefined): readonly string[] | undefined {
  return execution === undefined ? undefined : [subtractAmounts('100', execution)];
}

/** With the rows that the form prints itself, and without. */
function sumsAllowed(sum: number, printed = 0): string[] {
  return printed === 0 ? [String(sum)] : [String(sum), String(sum - printed)];
}

function sumOf(indicators: readonly IndicatorAt[]): string {
  return sumAmounts(indicators.map(({ indicator }) => indicator.weight ?? ''));
}
