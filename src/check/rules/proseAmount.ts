import { isZero, sumAmounts } from '../../report/money.js';
import type { Report } from '../../report/schema.js';
import { type FundingSource, fundingSources } from '../../report/vocabulary.js';
import { type Budget, isPart, speaksOfBudget, speaksOfWhole } from '../money/budgetPhrase.js';
import { type FundingList, type Stated, statedByPeriod } from '../money/fundingLists.js';
import { agreement, type Mention, mentionsOf } from '../money/mention.js';
import { difference, isMore, isSame } from '../money/money.js';
import { saidMoney } from '../money/saidMoney.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import type { TextAt } from '../texts.js';

/** The budget of the year in prose = the budget of the year in the table. */
export const proseAmount: Rule = {
  code: 'prose-amount',
  number: 'R-16',
  severity: 'error',
  title: { zh: '文字里的年度预算与表内金额一致', en: 'the budget that the prose names is that of the table' },
  wrong: { zh: '文字里的年度预算与表内金额不符', en: 'the budget that the prose names is not that of the table' },
  why: {
    zh: '项目概况、目标里写的本年度预算与资金栏不同，多半是抄了上一年的文字或改了表忘了改文字。只比“2025年预算安排…万元”这样说本项目全部年度预算的话，不比累计数、明细、上年数。单位不同（元、万元、亿元）的，相差不到文字里末位的 1（如 0.01 万元）算一致，四舍五入或舍去尾数都可以；单位相同的分毫不差，只差尾数的提示为警告。表名、项目名称里的金额，文字里各项相加的合计，“省级70%、县级30%”这样的分担比例，也与资金栏核对，作为提示。',
    en: 'Prose with another budget is mostly copied from the year before. Only phrases that plainly name the whole budget of the year are compared, never cumulative sums, parts or other years. Across units, less than one of the last printed digit apart is the same (0.01 万元), be it rounded or cut; in one unit money is exact, and a rounded amount gives a warning. Amounts in titles and names, totals that a text adds up and shares of sources are held against the money too, as hints.',
  },
  source: {
    zh: '上海市普陀区 2026 年部门预算的“年度预算安排”',
    en: 'published budgets of Putuo, Shanghai 2026: 年度预算安排',
  },
  mend: { zh: '核对文字与资金栏，改错的一方', en: 'compare the prose with the table and correct the wrong one' },
  looksAt: {
    zh: '资金用途、项目概况、立项依据、绩效目标、战略目标、任务里的年度预算；资金栏',
    en: 'annual budgets in use of funds, overview, basis, goals, strategy and tasks; the money of the table',
  },
  fails: { '/units/0/projects/0/summary': '本项目2025年预算安排75.00万元，用于科普活动。' },
  passes: { '/units/0/projects/0/summary': '本项目2024年预算安排75.00万元，2025年预算安排700,000元。' },
  whole: true,
  *find({ report, texts, projects }: Subject): Generator<Found> {
    for (const at of projects) if (at.project.publish !== false) yield* saidMoney(at, report);
    let owner: Owner | undefined;
    for (const text of texts) {
      if (!/[元%％]/.test(text.text) || !isProse(text)) continue;
      yield* sharesOf(text);
      if (!text.text.includes('元')) continue;
      const key = ownerKey(text);
      if (owner?.key !== key) owner = ownerOf(report, key);
      if (owner) yield* proseFound(report, owner, text);
    }
  },
};

/** Whose money a text speaks of, with the year's lines. */
interface Owner extends Budget {
  /** All amounts of the project, of every period. */
  readonly all: readonly string[];
  readonly key: string;
  readonly lines: readonly { readonly stated: Stated; readonly source?: FundingSource }[];
}

const fields: ReadonlySet<string> = new Set(
  'fundUse summary basis necessity feasibility strategy content expected'.split(' '),
);
const parts: ReadonlySet<string> = new Set('indicators costLines procurement plan'.split(' '));

function isProse({ path, kind }: TextAt): boolean {
  if (kind !== 'prose' && kind !== 'goal') return false;
  return !path.some((step) => parts.has(step)) && (kind === 'goal' || fields.has(path.at(-1) ?? ''));
}

/** units/0/projects/1, department/overall/tasks/0 or department/overall. */
function ownerKey({ path }: TextAt): string {
  const task = path[0] === 'department' && path[2] === 'tasks';
  return path.slice(0, path[0] === 'units' || task ? 4 : 2).join('/');
}

function ownerOf(report: Report, key: string): Owner | undefined {
  const [room, second, list, index] = key.split('/');
  const path = key.split('/');
  const about = (name: string, ofProject: boolean) => ({
    key,
    year: report.year,
    name: name.replace(/\s/g, ''),
    ofProject,
    all: [],
  });
  if (room === 'units') {
    const project = report.units[Number(second)]?.projects[Number(index)];
    if (!project) return undefined;
    const funding: FundingList = { kind: 'project', list: [...path, 'funding'], lines: project.funding ?? [] };
    const all = (project.funding ?? []).map(({ amount }) => amount).filter((amount) => /\d/.test(amount));
    return { ...about(project.name, true), lines: yearLines(funding), all };
  }
  const { overall, name } = report.department;
  if (room !== 'department' || !overall) return undefined;
  if (list === 'tasks') {
    const task = overall.tasks?.[Number(index)];
    const funding: FundingList = { kind: 'task', list: [...path, 'funding'], lines: task?.funding ?? [] };
    return { ...about(task?.name ?? '', true), lines: yearLines(funding) };
  }
  const income = yearLines({ kind: 'income', list: [...path, 'income'], lines: overall.income ?? [] });
  const expenditure = (overall.expenditure ?? []).flatMap((line, at) =>
    line.period === 'year'
      ? [{ stated: { amount: line.amount, path: [...path, 'expenditure', String(at), 'amount'] } }]
      : [],
  );
  return { ...about(name, false), lines: [...income, ...expenditure] };
}

function yearLines(funding: FundingList): Owner['lines'] {
  const lines = [...(statedByPeriod(funding).get('year') ?? [])].filter(([, { amount }]) => amount !== '');
  return lines.map(([source, stated]) => ({ stated, source }));
}

function* proseFound(report: Report, owner: Owner, { path, text }: TextAt): Generator<Found> {
  const [first] = owner.lines;
  const total = owner.lines.find(({ source }) => source === 'total') ?? first;
  if (!total) return;
  const mentions = mentionsOf(text, report.moneyUnit);
  const said = mentions.filter((mention) => speaksOfBudget(text, mention, owner));
  if (said.length === 0 && owner.ofProject) yield* wholeFound(report, owner, total, mentions, { path, text });
  const agreements = said.map((mention) => bestAgreement(owner, mention));
  const sum = sumAmounts(said.map(({ amount }) => amount));
  // Several budgets in one text may be its parts.
  if (said.length > 1 && owner.lines.some(({ stated }) => isSame(stated.amount, sum))) return;
  for (const [index, mention] of said.entries()) {
    const agreed = agreements[index];
    if (agreed === 'same' || (isPart(text, mention) && isMore(total.stated.amount, mention.amount))) continue;
    const severity = agreed === 'rounded' || said.length > 1 ? 'warning' : 'error';
    yield { path, related: [total.stated.path], severity, message: message(report, mention, total) };
  }
}

/** 本项目共申请预算资金90万元, of no year: held against all that the project has, of the year and of the whole. */
function* wholeFound(
  report: Report,
  owner: Owner,
  total: Owner['lines'][number],
  mentions: readonly Mention[],
  { path, text }: Pick<TextAt, 'path' | 'text'>,
): Generator<Found> {
  const said = mentions.flatMap((mention) => {
    const how = speaksOfWhole(text, mention, owner);
    return how ? [{ mention, how }] : [];
  });
  const [only, second] = said;
  if (!only || second) return;
  const { mention, how } = only;
  // 总投资55亿元 of a project of 60万元 are the investments of others.
  if (how === 'likely' && isMore(mention.amount, sumAmounts(Array(manyTimes).fill(total.stated.amount)))) return;
  // Nothing is stated in all, and yet a part is.
  const lines = isZero(total.stated.amount || '0') ? [total.stated.amount] : owner.all;
  if (lines.some((amount) => mentions.some((each) => agreement(each, amount) !== 'different'))) return;
  // Several amounts of the text may be its parts.
  const sum = sumAmounts(mentions.map(({ amount }) => amount));
  if (mentions.length > 1 && owner.all.some((amount) => isSame(amount, sum))) return;
  yield {
    path,
    related: [total.stated.path],
    severity: how === 'sure' ? 'warning' : 'hint',
    message: message(report, mention, total, { zh: '项目资金', en: 'for the project' }),
  };
}

/** So many times the money of a project is not its own. */
const manyTimes = 20;

const shares =
  /(?:占|比重|比例)[^。；;\n\d]{0,20}(\d{1,2}(?:\.\d{1,2})?[%％](?:[、，,和及]\s?(?:和|及)?\d{1,2}(?:\.\d{1,2})?[%％]){2,6})(?!\S{0,4}以[上下])/g;
/** Shares that nearly are a whole: others may leave a part unsaid. */
const nearlyAll = 15;

/** 分别占74%、14%、8%: parts of the whole that make up 96 %. */
function* sharesOf({ path, text }: TextAt): Generator<Found> {
  if (text.length > 5000) return;
  for (const [, list = ''] of text.matchAll(shares)) {
    const sum = (list.match(/\d[\d.]*/g) ?? []).reduce((all, share) => all + Math.round(Number(share) * 100), 0) / 100;
    if (Math.abs(sum - 100) < 0.1 || Math.abs(sum - 100) > nearlyAll) continue;
    yield {
      path,
      severity: 'hint',
      message: {
        zh: `文字里各部分占 ${list}，合计 ${sum}%，不是 100%`,
        en: `the shares ${list} make up ${sum} %, not 100 %`,
      },
    };
  }
}

function bestAgreement({ lines }: Owner, mention: Mention): 'same' | 'rounded' | 'different' {
  const all = lines.map(({ stated }) => agreement(mention, stated.amount));
  return all.includes('same') ? 'same' : all.includes('rounded') ? 'rounded' : 'different';
}

function message(
  { moneyUnit }: Report,
  mention: Mention,
  { stated, source }: Owner['lines'][number],
  what: Found['message'] = { zh: '年度预算', en: 'for the year' },
): Found['message'] {
  const step = `${difference(mention.amount, stated.amount)} ${moneyUnit}`;
  const zh = source === undefined ? '金额' : fundingSources[source];
  return {
    zh: `文字里写${what.zh} ${mention.written}，表内${zh} ${stated.amount} ${moneyUnit}，相差 ${step}`,
    en: `the prose names ${mention.written} ${what.en}, the table ${stated.amount} ${moneyUnit}: ${step}`,
  };
}
