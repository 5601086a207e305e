import { convert } from '../../report/money.js';
import type { Indicator, MoneyUnit, QuantityTarget } from '../../report/schema.js';
import { comparison } from '../../report/target.js';
import { gap, isMore, isSame, type LineAt, lastDigit, lineOf } from '../money/money.js';
import type { Found, Rule } from '../rule.js';
import type { ProjectAt, Subject, TargetAt } from '../subject.js';

/** A limit of cost ≤ the budget. */
export const costLimit: Rule = {
  code: 'cost-limit',
  number: 'R-20',
  severity: 'warning',
  title: { zh: '成本指标的限额不超过预算', en: 'the limit of a cost indicator is within the budget' },
  wrong: { zh: '成本指标的限额超过预算', en: 'the limit of a cost indicator exceeds the budget' },
  why: {
    zh: '成本限额高于项目预算就不起约束作用，多半是抄了旧数或写错单位。限额可以小于预算；只差末位四舍五入的不算。',
    en: 'A limit above the budget limits nothing: mostly it is an old figure or a wrong unit. It may be less; a limit that only rounds the budget up is let pass.',
  },
  source: {
    zh: '重庆市丰都县 2022 年公开表：成本 ≤3584，预算 2565；天津市 2023 年 ≤185万元 与预算 185.00 相符',
    en: 'a table of Fengdu, Chongqing 2022: cost ≤3584, budget 2565; Tianjin 2023: ≤185万元 agrees with 185.00',
  },
  mend: { zh: '核对成本指标值、计量单位与项目预算', en: 'compare value and unit of the indicator with the budget' },
  looksAt: {
    zh: '以元、万元计的成本指标的年度、实施周期指标值；项目资金总额',
    en: 'cost indicators in money; total of the project',
  },
  fails: { '/units/0/projects/0/indicators/3/annualTarget/value': '85.00' },
  passes: { '/units/0/projects/0/indicators/3/annualTarget/value': '65.00' },
  *find({ report, owners }: Subject): Generator<Found> {
    for (const { project, indicators } of owners) {
      if (!project) continue;
      for (const { indicator, targets } of indicators) {
        if (!isCost(indicator)) continue;
        for (const target of targets) {
          const found = limitFound(report.moneyUnit, project, target);
          if (found) yield found;
        }
      }
    }
  },
};

const costLevels: ReadonlySet<string> = new Set(['成本', '经济成本']);
const gains = /收入|收益|产值|融资|带动|撬动|吸引|节约|节省|价值|资产|补助标准|单价/;

function isCost({ level1, level2, name }: Indicator): boolean {
  const level = (level2 ?? level1).replace(/指标$/, '');
  return costLevels.has(level) && !gains.test(name);
}

function limitFound(
  unit: MoneyUnit,
  { project, path }: ProjectAt,
  { path: at, target, period }: TargetAt,
): Found | undefined {
  if ('text' in target || !isLimit(target)) return undefined;
  const budget = lineOf(project.funding, path, 'total', period);
  const named = target.unit?.trim();
  if (!budget || (named !== '元' && named !== '万元')) return undefined;
  const limit = convert(target.value, named, unit);
  if (isMore(limit, budget.amount)) {
    // ≤185万元 for 184.96 is the budget, rounded up.
    const digit = convert(lastDigit(target.value), named, unit);
    return isMore(digit, gap(limit, budget.amount)) ? undefined : overFound(target, named, at, budget, unit, 'above');
  }
  return named !== unit && isSame(target.value, budget.amount)
    ? overFound(target, named, at, budget, unit, 'unit')
    : undefined;
}

function isLimit({ sign }: QuantityTarget): boolean {
  return sign === undefined || ['≤', '＜', '＝'].includes(comparison(sign));
}

function overFound(
  { sign, value }: QuantityTarget,
  named: string,
  path: readonly string[],
  budget: LineAt,
  unit: string,
  what: 'above' | 'unit',
): Found {
  const said = `${sign ?? ''}${value}${named}`;
  const [zh, en] =
    what === 'above'
      ? ['成本指标高于预算', 'the cost is above the budget']
      : ['数字相同而单位不同', 'the same digits in another unit'];
  return {
    path: [...path, 'value'],
    related: [budget.path],
    message: {
      zh: `${zh}：指标值 ${said}，项目资金总额 ${budget.amount} ${unit}`,
      en: `${en}: ${said}, the total of the project is ${budget.amount} ${unit}`,
    },
  };
}
