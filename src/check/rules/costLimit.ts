import { quoted } from '../../json/pointer.js';
import { convert, isZero, sumAmounts } from '../../report/money.js';
import type { MoneyUnit, Project, Report } from '../../report/schema.js';
import { composeTarget, type TargetPeriod } from '../../report/target.js';
import { isCost, type Limit, limitOf } from '../money/costLimits.js';
import { gap, isMore, isSame, type LineAt, lineOf } from '../money/money.js';
import { pricedRowsOf } from '../money/pricedRows.js';
import type { Found, Rule } from '../rule.js';
import { type Span, spanIn, spanOf, yearOf } from '../span.js';
import type { OwnerAt, ProjectAt, Subject, TargetAt } from '../subject.js';

/** A limit of cost ≤ the budget. */
export const costLimit: Rule = {
  code: 'cost-limit',
  number: 'R-20',
  severity: 'warning',
  title: { zh: '成本指标的限额不超过预算', en: 'the limit of a cost indicator is within the budget' },
  wrong: { zh: '成本指标的限额与预算不合', en: 'the limit of a cost indicator does not go with the budget' },
  why: {
    zh: '成本限额高于项目预算就不起约束作用，多半是抄了旧数或写错单位；按月付的，限额乘以月数来比。等于预算却写成“＜”，预算就用不完，应为“≤”。限额可以小于预算；只差末位四舍五入的不算。',
    en: 'A limit above the budget limits nothing: mostly it is an old figure or a wrong unit; one a month is multiplied by the months. ＜ with the whole budget means ≤. It may be less; a limit that only rounds the budget up is let pass.',
  },
  source: {
    zh: '重庆市丰都县 2022 年公开表：成本 ≤3584，预算 2565；天津市 2023 年 ≤185万元 与预算 185.00 相符',
    en: 'a table of Fengdu, Chongqing 2022: cost ≤3584, budget 2565; Tianjin 2023: ≤185万元 agrees with 185.00',
  },
  mend: { zh: '核对成本指标值、符号、计量单位与项目预算', en: 'compare value, sign and unit with the budget' },
  looksAt: {
    zh: '以元、万元计的成本指标（没有级次的按名称）的各期指标值；项目资金总额、起止时间',
    en: 'cost indicators in money (by their names where there are no levels); total and dates of the project',
  },
  fails: { '/units/0/projects/0/indicators/3/annualTarget/value': '85.00' },
  passes: { '/units/0/projects/0/indicators/3/annualTarget/value': '65.00' },
  *find({ report, owners }: Subject): Generator<Found> {
    for (const owner of owners) {
      const { project, indicators } = owner;
      if (!project) continue;
      yield* pricedRowsOf(owner, report.moneyUnit);
      yield* togetherFound(owner, report);
      for (const { indicator, targets } of indicators) {
        for (const target of targets) {
          const limit = limitOf(target.target, report.moneyUnit);
          if (!limit || !isCost(indicator, limit)) continue;
          const budget = budgetOf(project, target.period, report.year);
          // A total of 0 beside other amounts is told by funding-sum.
          if (!budget || isZero(budget.amount || '0')) continue;
          const sameDigits = lostTenThousand(limit, target, budget, report.moneyUnit);
          if (sameDigits && ofOne.test(indicator.name)) continue;
          const found =
            sameDigits ??
            turnedDigits(limit, target, budget, report.moneyUnit, indicator.name) ??
            limitFound(limit, target, budget, report.moneyUnit, () => timesOf(limit, owner, report.year));
          if (found) yield found;
        }
      }
    }
  },
};

/** What may hold other limits of the table, or be of one. */
const ofAll = /总|合计|全部|整体|项目(?:成本|经费|资金|预算|支出)|标准|控制率/;
const atLeast = 2;

/** ≤36万元 and ≤28万元 of a project of 62万元: two limits for two things that together are above the budget. */
function* togetherFound({ project, indicators }: OwnerAt, { moneyUnit }: Report): Generator<Found> {
  const budget = project && lineOf(project.project.funding, project.path, 'total', 'year');
  if (!budget || isZero(budget.amount || '0')) return;
  const limits = indicators.flatMap(({ indicator, targets }) => {
    const at = targets.find(({ period }) => period === 'year');
    const limit = at && limitOf(at.target, moneyUnit);
    const isOwn = limit && limit.each === undefined && isCost(indicator, limit);
    return isOwn && !ofAll.test(indicator.name) && !ofOne.test(indicator.name) ? [{ ...limit, path: at.path }] : [];
  });
  const amounts = limits.map(({ amount }) => amount);
  const sum = sumAmounts(amounts);
  // One above the budget is told by itself; one that is all the others holds them.
  const isHeld = amounts.some((amount) => !isMore(budget.amount, amount) || isSame(sum, sumAmounts([amount, amount])));
  if (limits.length < atLeast || isHeld || !isMore(sum, budget.amount)) return;
  const [first, ...others] = limits;
  if (!first) return;
  const made = limits.map(({ written }) => written).join(' + ');
  yield {
    path: [...first.path, first.field],
    related: [...others.map(({ path, field }) => [...path, field]), budget.path],
    message: {
      zh: `各项成本指标的限额 ${made} 合计 ${sum} ${moneyUnit}，高于项目资金总额 ${budget.amount} ${moneyUnit}`,
      en: `the limits ${made} are ${sum} ${moneyUnit} together, above the total ${budget.amount} ${moneyUnit}`,
    },
  };
}

/** The total of the period; of a project of one year the whole is the year. */
function budgetOf({ project, path }: ProjectAt, period: TargetPeriod, year: number): LineAt | undefined {
  const stated = lineOf(project.funding, path, 'total', period);
  const own =
    stated && isZero(stated.amount) ? (lineOf(project.funding, path, 'currentYearFiscal', period) ?? stated) : stated;
  if (own || period === 'year') return own;
  const span = spanOf(project);
  const isOneYear = span !== undefined && yearOf(span.first) === year && yearOf(span.last) === year;
  return isOneYear ? lineOf(project.funding, path, 'total', 'year') : undefined;
}

/** How often a limit is paid in the year; undefined where nothing tells. */
function timesOf({ each }: Limit, { project, indicators }: OwnerAt, year: number): number | undefined {
  if (each === '年') return 1;
  const months = project && monthsOf(project.project, indicators, year);
  return months === undefined ? undefined : each === '季' ? Math.ceil(months / 3) : months;
}

const term = /服务期|期限|周期|工期|时长|时间段?|月数|月份|期间/;

function monthsOf(project: Project, indicators: OwnerAt['indicators'], year: number): number | undefined {
  const own = spanOf(project);
  if (own) return inYear(own, year);
  for (const { indicator, targets } of indicators) {
    if (!term.test(indicator.name)) continue;
    for (const { target } of targets) {
      if (!('text' in target)) {
        const isMonths = /^个?月$/.test(target.unit ?? '') && /^(?:[1-9]|1[0-2])$/.test(target.value);
        if (isMonths && target.sign !== '≤') return Number(target.value);
        continue;
      }
      const span = spanIn(target.text);
      if (span && span.first < span.last) return inYear(span, year);
    }
  }
  return undefined;
}

function inYear({ first, last }: Span, year: number): number | undefined {
  const months = Math.min(last, year * 12 + 11) - Math.max(first, year * 12) + 1;
  return months > 0 ? months : undefined;
}

/** 人均成本 and 单份印制成本 are of one, whatever the unit is. */
const ofOne = /[人户亩]均|平均|单[价份件个次位台套人册]|每|票价/;

/** ≤168万元 as the limit of all costs of a project of 186万元: the same digits in another order. */
function turnedDigits(
  limit: Limit,
  { path, target }: TargetAt,
  budget: LineAt,
  unit: MoneyUnit,
  name: string,
): Found | undefined {
  const [own, whole] = [limit.amount, budget.amount].map((amount) => [...String(Number(amount))]);
  const isTurned =
    limit.each === undefined &&
    own?.length === whole?.length &&
    own !== undefined &&
    own.filter((char, at) => char !== whole?.[at]).length === 2 &&
    own.toSorted().join('') === whole?.toSorted().join('');
  if (!isTurned || own.length < 3 || !allCosts.test(name)) return undefined;
  return {
    path: [...path, limit.field],
    related: [budget.path],
    severity: 'hint',
    message: {
      zh: `成本指标写 ${quoted(composeTarget(target))}，预算是 ${budget.amount} ${unit}，数字相同而次序不同，像是写倒了`,
      en: `the limit is ${quoted(composeTarget(target))}, the budget ${budget.amount} ${unit}: digits turned?`,
    },
  };
}

const allCosts =
  /总(?:成本|经费|投资|额|预算|费用)|项目(?:成本|经费|资金|预算|支出)|^(?:经费|资金|预算|成本)(?:控制数?|总额|支出)?$/;

/** ≤216元 of a project of 216万元: the same digits, a ten-thousandth of it. */
function lostTenThousand(limit: Limit, { path, target }: TargetAt, budget: LineAt, unit: MoneyUnit): Found | undefined {
  if (limit.each !== undefined || limit.unit !== '元') return undefined;
  const whole = convert(budget.amount, unit, '万元');
  if (!isSame(convert(limit.amount, unit, '元'), whole)) return undefined;
  return {
    path: [...path, limit.field],
    related: [budget.path],
    message: {
      zh: `成本指标写 ${quoted(composeTarget(target))}，预算是 ${whole} 万元，像是把万元写成了元`,
      en: `the limit is ${quoted(composeTarget(target))}, the budget ${whole} 万元: 元 for 万元?`,
    },
  };
}

function limitFound(
  limit: Limit,
  { path, target }: TargetAt,
  budget: LineAt,
  unit: MoneyUnit,
  timesAsked: () => number | undefined,
): Found | undefined {
  const times = limit.each === undefined ? 1 : (timesAsked() ?? 1);
  const all = times === 1 ? limit.amount : sumAmounts(Array(times).fill(limit.amount));
  const at = [...path, limit.field];
  const reckoned = times === 1 ? '' : ` × ${times} = ${all} ${unit}`;
  if (isMore(all, budget.amount)) {
    // ≤185万元 for 184.96 is the budget, rounded up.
    const digit = times === 1 ? limit.digit : sumAmounts(Array(times).fill(limit.digit));
    if (isMore(digit, gap(all, budget.amount))) return undefined;
    return found(at, limit, budget, unit, `高于预算：指标值 ${limit.written}${reckoned}`, 'is above the budget');
  }
  if (limit.each !== undefined) return undefined;
  // ≤202.6万元 for 202.64: the last of the budget may not be spent.
  if (limit.comparison === '≤' && isMore(budget.amount, all) && isMore(limit.digit, gap(budget.amount, all)))
    return {
      ...found(
        at,
        limit,
        budget,
        unit,
        `舍去了预算的尾数：指标值 ${limit.written}`,
        'is the budget without its last digits',
      ),
      severity: 'hint',
    };
  if (limit.comparison === '＜' && isSame(all, budget.amount)) {
    const sign = 'sign' in target ? [...path, 'sign'] : at;
    return found(
      sign,
      limit,
      budget,
      unit,
      `正是预算数，应为“≤”：指标值 ${limit.written}`,
      'is the budget: ≤ is meant',
    );
  }
  const isUnitWrong = 'value' in target && limit.unit !== unit && isSame(target.value, budget.amount);
  return isUnitWrong
    ? found(
        at,
        limit,
        budget,
        unit,
        `与预算数字相同而单位不同：指标值 ${limit.written}`,
        'has the digits of the budget in another unit',
      )
    : undefined;
}

function found(
  path: readonly string[],
  { written }: Limit,
  { amount, path: at }: LineAt,
  unit: string,
  zh: string,
  en: string,
): Found {
  return {
    path,
    related: [at],
    message: {
      zh: `成本指标${zh}，项目资金总额 ${amount} ${unit}`,
      en: `the cost limit ${written} ${en}; the total of the project is ${amount} ${unit}`,
    },
  };
}
