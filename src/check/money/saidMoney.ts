import type { Path } from '../../json/pointer.js';
import { convert, isZero, sumAmounts } from '../../report/money.js';
import type { Project, Report } from '../../report/schema.js';
import { type FundingSource, fundingSources } from '../../report/vocabulary.js';
import type { Found } from '../rule.js';
import type { ProjectAt } from '../subject.js';
import { agreement, mentionsOf } from './mention.js';
import { isSame, type LineAt, lineOf } from './money.js';
import { confirmedTotalsIn } from './statedSums.js';

/** What the words around a project say of its money, beside the sentences on its budget: titles, totals of plans, shares of sources. */
export function* saidMoney({ path, project }: ProjectAt, report: Report): Generator<Found> {
  const stated = (project.funding ?? []).map(({ amount }) => amount).filter((amount) => /[1-9]/.test(amount));
  const total = lineOf(project.funding, path, 'total', 'year');
  if (stated.length > 0 && total) {
    const isOnly = report.units.reduce((sum, { projects }) => sum + projects.length, 0) === 1;
    if (isOnly && report.title !== undefined) yield* named(report.title, ['title'], stated, total, report);
    yield* named(project.name, [...path, 'name'], stated, total, report);
    for (const field of planned) yield* reckoned(project[field], [...path, field], stated, total, report);
  }
  for (const field of told) yield* shares(project[field], [...path, field], project, path);
}

const planned = ['schedule', 'summary', 'content', 'necessity', 'basis', 'fundUse', 'baseSituation'] as const;
const told = ['summary', 'content', 'basis', 'policyBasis', 'fundUse', 'baseSituation', 'otherMatters'] as const;

/** 免费开放经费236.25万元 as a title, 236 in the table. */
function* named(
  text: string,
  path: Path,
  stated: readonly string[],
  { path: total, amount }: LineAt,
  report: Report,
): Generator<Found> {
  const [only, second] = mentionsOf(text, report.moneyUnit);
  if (!only || second || !moneyWord.test(text.slice(0, only.start)) || notAll.test(text.slice(only.end))) return;
  if (stated.some((each) => agreement(only, each) === 'same')) return;
  yield {
    path,
    related: [total],
    severity: 'hint',
    message: {
      zh: `${path.length === 1 ? '表名' : '项目名称'}写 ${only.written}，表内没有这个金额（资金总额 ${amount} ${report.moneyUnit}）`,
      en: `the ${path.length === 1 ? 'title' : 'name'} says ${only.written}, which the table has not (total ${amount} ${report.moneyUnit})`,
    },
  };
}

const moneyWord = /(?:经费|资金|补助|费用?|款|专项|预算|投资|债券|贷款)$/;
const notAll = /^\s?(?:以[上下内外]|及|[/／每至到~～—-]|的|起)/;

/** A plan of 20万元, 20万元 and 10万元，合计50万元 for a project of 25. */
function* reckoned(
  text: string | undefined,
  path: Path,
  stated: readonly string[],
  { path: total, amount }: LineAt,
  report: Report,
): Generator<Found> {
  if (text === undefined) return;
  for (const { written, value } of confirmedTotalsIn(text)) {
    const said = convert(value, '元', report.moneyUnit);
    if (stated.some((each) => isSame(each, said)) || isSame(sumAmounts(stated), said)) continue;
    yield {
      path,
      related: [total],
      severity: 'hint',
      message: {
        zh: `文字里各项合计 ${written}，表内没有这个金额（资金总额 ${amount} ${report.moneyUnit}）`,
        en: `the text comes to ${written} in all, which the table has not (total ${amount} ${report.moneyUnit})`,
      },
    };
  }
}

const levels: Readonly<Record<string, FundingSource>> = {
  中央: 'central',
  省: 'provincial',
  自治区: 'provincial',
  市: 'municipal',
  州: 'municipal',
  县: 'county',
  区: 'county',
  旗: 'county',
};
const share =
  /(?:(?<![\u4e00-\u9fff])|(?<=资金|其中|经费|由|按|和))(中央|省|自治区|市|州|县|区|旗)(?:级|本级)?(?:财政)?(?:资金)?(?:补助|配套|承担|负担|安排|分担|出资|投入){0,2}(?:资金|补助|比例|经费)?(?:[为占按]|的?[:：])?\s?(\d{1,3}(?:\.\d{1,2})?)[%％]/g;

/** 省级补助70%，县级配套30% beside a table that has money of the county alone, or in other shares. */
function* shares(text: string | undefined, path: Path, project: Project, owner: Path): Generator<Found> {
  if (text === undefined || text.length > 3000 || !/[%％][^%％]*[%％]/.test(text)) return;
  const said = [...text.matchAll(share)].map(([, level = '', percent = '']) => ({
    source: levels[level] as FundingSource,
    percent,
  }));
  if (said.length < 2 || new Set(said.map(({ source }) => source)).size < said.length) return;
  if (!isSame(sumAmounts(said.map(({ percent }) => percent)), '100')) return;
  const rows = said.map((each) => ({ ...each, line: lineOf(project.funding, owner, each.source, 'year') }));
  const given = rows.filter(({ line }) => line && !isZero(line.amount));
  const first = given[0]?.line;
  // A form that splits no money by level, or a project without any.
  if (!first) return;
  const sum = sumAmounts(given.map(({ line }) => line?.amount ?? ''));
  const odd =
    rows.find((row) => !given.includes(row) && !isZero(row.percent)) ??
    rows.find(({ line, percent }) => line && Math.abs((Number(line.amount) / Number(sum)) * 100 - Number(percent)) > 1);
  if (!odd) return;
  const name = fundingSources[odd.source];
  const has = odd.line && !isZero(odd.line.amount);
  const actual = has ? ((Number(odd.line?.amount) / Number(sum)) * 100).toFixed(1) : '';
  yield {
    path,
    related: [odd.line?.path ?? first.path],
    severity: 'hint',
    message: {
      zh: `文字里写 ${name} 占 ${odd.percent}%，表内${has ? `占 ${actual}%` : '没有这一来源的金额'}`,
      en: `the text gives ${odd.source} ${odd.percent} %, the table ${has ? `${actual} %` : 'has no money of it'}`,
    },
  };
}
