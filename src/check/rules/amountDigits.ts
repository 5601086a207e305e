import type { Path } from '../../json/pointer.js';
import { convert, isBlankAmount, isZero } from '../../report/money.js';
import type { MoneyUnit } from '../../report/schema.js';
import { type Bound, boundOf } from '../money/bodies.js';
import { type FundingList, fundingListsOf, statedByPeriod } from '../money/fundingLists.js';
import { isMore, type LineAt } from '../money/money.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** An amount beyond what such a body has, or of a few 元, is mostly of the other unit, or lost its point. */
export const amountDigits: Rule = {
  code: 'amount-digits',
  number: 'R-21',
  severity: 'warning',
  title: { zh: '金额的位数与单位相称', en: 'amounts have the digits that their unit leads to expect' },
  wrong: { zh: '金额的位数与单位不相称', en: 'an amount has too many or too few digits for its unit' },
  why: {
    zh: '县里一个水利局有 724 亿元，或项目以元计而不到一百元，多半是单位写错或丢了小数点。每一个金额都看：上限按中央、省、市、县、乡镇，教育、卫生、交通等花钱多的部门放宽，所、站、馆、学校收紧。',
    en: 'A county bureau with 72 billion yuan, or a project of less than 100 yuan: the unit is wrong or a decimal point was lost. Every amount is looked at; the bound is that of a central, provincial, city, county or town body, wider for trades that spend much, narrower for single houses.',
  },
  source: {
    zh: '湖北省广水市公开表：7242318，应为 724.2318 万元；上海市 2023 年各区教育财政拨款合计 804.82 亿元',
    en: 'a table of Guangshui, Hubei: 7242318 for 724.2318 万元; education of all districts of Shanghai 2023: 80.5 billion yuan',
  },
  mend: {
    zh: '核对金额的小数点；全文件都如此的，改 moneyUnit',
    en: 'check the decimal point; if all amounts are so, correct moneyUnit',
  },
  looksAt: {
    zh: '金额单位、地区、部门和单位名称；各项资金、收入、支出、任务、明细、采购的金额',
    en: 'the unit, the region, names of bodies; all amounts of sources, income, expenditure, tasks, cost lines, procurement',
  },
  fails: {
    '/units/0/projects/0/funding': [{ source: 'total', period: 'year', amount: '7242318' }],
    '/department/funding': [{ source: 'total', period: 'year', amount: '7242368.00' }],
  },
  passes: {
    '/units/0/projects/0/funding': [{ source: 'total', period: 'year', amount: '72423.18' }],
    '/department/funding': [{ source: 'total', period: 'year', amount: '72473.18' }],
  },
  whole: true,
  *find(subject: Subject): Generator<Found> {
    const { moneyUnit } = subject.report;
    const lists = fundingListsOf(subject);
    const few = moneyUnit === '元' ? lists.flatMap((list) => fewOf(list) ?? []) : [];
    const odd = [...few, ...tooMuch(subject, lists)];
    const projects = lists.filter(({ kind }) => kind === 'project').length;
    const oddProjects = odd.filter(({ ofProject }) => ofProject);
    if (oddProjects.length > 1 && oddProjects.length * 2 > projects) yield all(moneyUnit, oddProjects);
    else for (const each of odd) yield one(moneyUnit, each);
  },
};

/** An amount that is unlikely, with those beside it that are too. */
interface Odd extends LineAt {
  readonly ofProject: boolean;
  readonly bound?: Bound;
  readonly others: readonly Path[];
}

/** The total of the year, if there is money in it but less than a hundred 元. */
function fewOf(list: FundingList): Odd | undefined {
  const total = statedByPeriod(list).get('year')?.get('total');
  if (!total || total.amount === '' || isZero(total.amount) || wholeDigits(total.amount) > 2) return undefined;
  return { ...total, ofProject: list.kind === 'project', others: [] };
}

/** Most amounts have too few digits to be looked at: no bound is below 100,000 万元. */
const fewest = 6;

function* tooMuch(subject: Subject, funding: readonly FundingList[]): Generator<Odd> {
  for (const { path, lines, owner, ofProject } of listsOf(subject, funding)) {
    const long = lines.flatMap(({ amount }, index) =>
      isBlankAmount(amount) || wholeDigits(amount) < fewest
        ? []
        : [{ amount, path: [...path, String(index), 'amount'] }],
    );
    if (long.length === 0) continue;
    const { moneyUnit } = subject.report;
    const bound = boundOf(subject.report, owner);
    const beyond = long.filter(
      ({ amount }) => !isMore(bound.amount, convert(amount.replace('-', ''), moneyUnit, '万元')),
    );
    const [first, ...others] = beyond;
    if (first) yield { ...first, ofProject, bound, others: others.map((line) => line.path) };
  }
}

interface List {
  readonly path: Path;
  readonly lines: readonly { readonly amount: string }[];
  /** The name of the body whose money it is. */
  readonly owner: string;
  readonly ofProject: boolean;
}

/** All lists of amounts of a report, the first line of a list the greatest as a rule. */
function* listsOf({ report, projects }: Subject, funding: readonly FundingList[]): Generator<List> {
  const { department, units } = report;
  for (const { kind, list: path, lines } of funding) {
    const unit = path[0] === 'units' ? units[Number(path[1])]?.name : undefined;
    yield { path, lines, owner: unit ?? department.name, ofProject: kind === 'project' };
  }
  const { expenditure = [] } = department.overall ?? {};
  yield {
    path: ['department', 'overall', 'expenditure'],
    lines: expenditure,
    owner: department.name,
    ofProject: false,
  };
  for (const { path, project, unit } of projects) {
    const { costLines = [], procurement = [] } = project;
    yield { path: [...path, 'costLines'], lines: costLines, owner: unit.name, ofProject: false };
    yield { path: [...path, 'procurement'], lines: procurement, owner: unit.name, ofProject: false };
  }
}

function wholeDigits(amount: string): number {
  const point = amount.indexOf('.');
  return (point < 0 ? amount.length : point) - (amount.startsWith('-') ? 1 : 0);
}

const mostRelated = 20;

function one(unit: MoneyUnit, { path, amount, bound, others }: Odd): Found {
  const said = `${amount} ${unit}`;
  if (!bound) {
    return {
      path,
      message: {
        zh: `金额 ${said}不到一百元，单位可能应为万元`,
        en: `${said} is less than 100 yuan: is 万元 meant?`,
      },
    };
  }
  const [hundredMillions, most] = [convert(amount, unit, '万元'), bound.amount].map((each) => inHundredMillions(each));
  return {
    path,
    ...(others.length > 0 && { related: others.slice(0, mostRelated) }),
    message: {
      zh: `金额 ${said}合 ${hundredMillions} 亿元，${bound.words.zh}少有 ${most} 亿元以上的，可能丢了小数点${unit === '元' ? '，或多写了位数' : '，或单位应为元'}`,
      en: `${said} is ${hundredMillions} 亿元, unlikely for ${bound.words.en} (${most} 亿元 and more): is a point lost, or the unit wrong?`,
    },
  };
}

/** 万元 in 亿元, to the second decimal. */
function inHundredMillions(amount: string): string {
  const exact = convert(amount, '元', '万元');
  return /^-?\d+(?:\.\d{1,2})?/.exec(exact)?.[0] ?? exact;
}

function all(unit: MoneyUnit, odd: readonly Odd[]): Found {
  const example = `${odd[0]?.amount} ${unit}`;
  const other = unit === '元' ? '万元' : '元';
  return {
    path: ['moneyUnit'],
    related: odd.slice(0, mostRelated).map(({ path }) => path),
    message: {
      zh: `金额单位写作${unit}，但有 ${odd.length} 个项目的金额不合常理（如 ${example}），单位可能应为${other}`,
      en: `the unit is ${unit}, but ${odd.length} projects have unlikely amounts (such as ${example}): is ${other} meant?`,
    },
  };
}
