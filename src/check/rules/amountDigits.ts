import { isZero } from '../../report/money.js';
import type { MoneyUnit } from '../../report/schema.js';
import { type FundingList, fundingListsOf, statedByPeriod } from '../money/fundingLists.js';
import type { LineAt } from '../money/money.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** 万元 with seven digits or 元 with two is mostly the other unit, or a point that was lost. */
export const amountDigits: Rule = {
  code: 'amount-digits',
  number: 'R-21',
  severity: 'warning',
  title: { zh: '金额的位数与单位相称', en: 'amounts have the digits that their unit leads to expect' },
  wrong: { zh: '金额的位数与单位不相称', en: 'an amount has too many or too few digits for its unit' },
  why: {
    zh: '以万元计而有七位整数（百亿元），或以元计而不到一百元，多半是单位写错或丢了小数点。部门、收入的合计放宽一位。',
    en: 'Seven digits of 万元 are ten billion yuan, two of 元 no budget: the unit is wrong or a decimal point was lost. Totals of a department may have one digit more.',
  },
  source: {
    zh: '湖北省广水市公开表：7242318，应为 724.2318 万元',
    en: 'a table of Guangshui, Hubei: 7242318 for 724.2318 万元',
  },
  mend: {
    zh: '核对金额的小数点；全文件都如此的，改 moneyUnit',
    en: 'check the decimal point; if all amounts are so, correct moneyUnit',
  },
  looksAt: {
    zh: '金额单位；项目、单位、部门、任务的年度资金总额',
    en: 'the unit; totals of projects, units, tasks, department',
  },
  fails: {
    '/units/0/projects/0/funding': [{ source: 'total', period: 'year', amount: '7242318' }],
    '/department/funding': [{ source: 'total', period: 'year', amount: '7242368.00' }],
  },
  passes: {
    '/units/0/projects/0/funding': [{ source: 'total', period: 'year', amount: '724231.80' }],
    '/department/funding': [{ source: 'total', period: 'year', amount: '724281.80' }],
  },
  whole: true,
  *find(subject: Subject): Generator<Found> {
    const { moneyUnit } = subject.report;
    const totals = fundingListsOf(subject).flatMap((list) => totalOf(list) ?? []);
    const projects = totals.filter(({ kind }) => kind === 'project');
    const odd = totals.filter((total) => isOdd(moneyUnit, total));
    const oddProjects = odd.filter(({ kind }) => kind === 'project');
    if (oddProjects.length > 1 && oddProjects.length * 2 > projects.length) yield all(moneyUnit, oddProjects);
    else for (const total of odd) yield one(moneyUnit, total);
  },
};

interface Total extends LineAt {
  readonly kind: FundingList['kind'];
}

/** The total of the year, if there is money in it. */
function totalOf(list: FundingList): Total | undefined {
  const total = statedByPeriod(list).get('year')?.get('total');
  return total && total.amount !== '' && !isZero(total.amount) ? { ...total, kind: list.kind } : undefined;
}

function isOdd(unit: MoneyUnit, { amount, kind }: Total): boolean {
  const digits = (amount.replace('-', '').split('.')[0] ?? '').length;
  if (unit === '元') return digits <= 2;
  return digits >= (kind === 'project' || kind === 'task' ? 7 : 8);
}

function one(unit: MoneyUnit, { path, amount }: Total): Found {
  const said = `${amount} ${unit}`;
  return {
    path,
    message:
      unit === '元'
        ? { zh: `金额 ${said}不到一百元，单位可能应为万元`, en: `${said} is less than 100 yuan: is 万元 meant?` }
        : {
            zh: `金额 ${said}有百亿元以上，可能丢了小数点或单位应为元`,
            en: `${said} is more than ten billion yuan: is a point lost, or 元 meant?`,
          },
  };
}

function all(unit: MoneyUnit, odd: readonly Total[]): Found {
  const example = `${odd[0]?.amount} ${unit}`;
  const other = unit === '元' ? '万元' : '元';
  return {
    path: ['moneyUnit'],
    related: odd.slice(0, 20).map(({ path }) => path),
    message: {
      zh: `金额单位写作${unit}，但有 ${odd.length} 个项目的金额不合常理（如 ${example}），单位可能应为${other}`,
      en: `the unit is ${unit}, but ${odd.length} projects have unlikely amounts (such as ${example}): is ${other} meant?`,
    },
  };
}
