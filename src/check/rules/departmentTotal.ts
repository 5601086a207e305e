import { amountOf } from '../../report/amounts.js';
import { isZero, subtractAmounts } from '../../report/money.js';
import type { Report } from '../../report/schema.js';
import { fundingSources, periods } from '../../report/vocabulary.js';
import { difference, lineOf } from '../money.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** 合计 = Σ 单位 = Σ 项目, a project under another one not added again. */
export const departmentTotal: Rule = {
  code: 'department-total',
  number: 'R-14',
  severity: 'error',
  title: { zh: '部门合计等于各单位、各项目之和', en: 'the department total is the sum of its units and projects' },
  why: {
    zh: '公开表的合计行、单位小计行与项目行相互对不上，是最常被指出的错误；上级项目已含下级项目的钱，不再相加。',
    en: 'Totals that do not add up are the fault that readers point out first. A parent already holds the money of its children.',
  },
  source: {
    zh: '广州市 2023、2025 年公开表合计到分相符；上海市 2024 年公开表上级项目等于下级之和（domain.md L01、L02、L05）',
    en: 'published tables of Guangzhou 2023 and 2025 hold to the cent; Shanghai 2024 for parents (domain.md L01, L02, L05)',
  },
  mend: { zh: '核对合计与各项目金额，改错的一方', en: 'compare the total with the projects and correct the wrong one' },
  looksAt: {
    zh: '部门合计、单位小计、项目资金，按来源和期间',
    en: 'funding of department, units and projects, by source and period',
  },
  fails: { '/department/funding/0/amount': '121.00' },
  passes: { '/units/0/projects/1/funding/0/amount': '50.0000' },
  *find({ report }: Subject): Generator<Found> {
    for (const source of Object.keys(fundingSources) as (keyof typeof fundingSources)[]) {
      for (const period of Object.keys(periods) as (keyof typeof periods)[]) {
        const stated = lineOf(report.department.funding, ['department'], source, period);
        if (!stated) continue;
        const sum = amountOf(withoutTotal(report), source, period);
        if (sum === '' || isZero(subtractAmounts(stated.amount, sum))) continue;
        const unit = report.moneyUnit;
        const step = difference(stated.amount, sum);
        const name = `${periods[period]}${fundingSources[source]}`;
        yield {
          path: stated.path,
          message: {
            zh: `部门合计（${name}）${stated.amount} ${unit}，各单位与项目之和 ${sum} ${unit}，相差 ${step} ${unit}`,
            en: `the department total (${source}, ${period}) is ${stated.amount} ${unit}, its units and projects sum to ${sum} ${unit}: ${step}`,
          },
        };
      }
    }
  },
};

function withoutTotal(report: Report): Report {
  const { funding: _, ...department } = report.department;
  return { ...report, department };
}
