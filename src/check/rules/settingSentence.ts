import { isAllocation } from '../../report/allocations.js';
import { amountOf } from '../../report/amounts.js';
import { sumAmounts } from '../../report/money.js';
import type { Report } from '../../report/schema.js';
import { expenditureOf } from '../money/expenditure.js';
import { agreement, type Mention, mentionsOf } from '../money/mention.js';
import { difference, isMore } from '../money/money.js';
import type { Found, Rule } from '../rule.js';
import type { ProjectAt, Subject } from '../subject.js';
import type { TextAt } from '../texts.js';

/** A text says it once; more are not worth the time. */
const mostSentences = 5;

/** 绩效目标设置情况: number and money of the projects with targets = what the tables hold. */
export const settingSentence: Rule = {
  code: 'setting-sentence',
  number: 'R-50',
  severity: 'warning',
  title: { zh: '绩效目标设置情况与表格一致', en: 'the sentence on targets agrees with the tables' },
  wrong: { zh: '绩效目标设置情况与表格不符', en: 'the sentence on targets disagrees with the tables' },
  why: {
    zh: '“对5个项目设置绩效目标，涉及资金491.00万元”这一句，个数和金额要与所附的表相符，金额不超过项目支出。个数按全部项目、公开项目、上级或下级项目、本单位项目，符合一种即可；金额单位不同的，相差不到末位的 1 算一致。',
    en: 'The sentence “5 projects with targets, 491.00万元” has to agree with the tables beside it, and stays within the project expenditure. Any way of counting will do: all projects, the published, the parents, the children, those of the unit named. Across units, less than one of the last printed digit apart is the same.',
  },
  source: {
    zh: '部门预算公开说明的“绩效目标设置情况”一节，须与所附各表相符',
    en: 'the section 绩效目标设置情况 of published departmental budgets must agree with their tables',
  },
  mend: { zh: '核对说明里的项目个数、金额与所附各表', en: 'compare number and money of the sentence with the tables' },
  looksAt: {
    zh: '表下注、战略目标、部门整体绩效目标；项目个数、资金总额、项目支出',
    en: 'notes, strategy and goals of the department; number, money and expenditure of projects',
  },
  fails: { '/notes': ['绩效目标设置情况：2025年，本部门对3个项目设置了绩效目标，涉及资金120.00万元。'] },
  passes: {
    '/notes': ['绩效目标设置情况：2025年，本部门对2个项目设置了绩效目标，涉及资金120万元，上年对3个项目开展绩效评价。'],
  },
  whole: true,
  *find(subject: Subject): Generator<Found> {
    for (const text of subject.texts) {
      if (!isSummary(text) || !text.text.includes('绩效目标')) continue;
      const sentences = text.text.split(/[。；;！\n]/).filter((sentence) => isSetting(sentence, subject.report.year));
      for (const sentence of sentences.slice(0, mostSentences)) yield* sentenceFound(subject, text, sentence);
    }
  },
};

function isSummary({ path, kind }: TextAt): boolean {
  if (kind === 'note') return true;
  return path[1] === 'overall' && (path[2] === 'strategy' || path[2] === 'goals');
}

const setting = /(?:设置|设定|编报|编制|填报|申报|实行|纳入|批复|公开|全覆盖)/;
const otherMatter = /评价|自评|监控|其中|分别|重点|整体|上年|去年|历年|累计|均不|未/;
const counted = /(?<![\d.第])(\d{1,4})个(?:部门预算|预算|二级|一级|财政|支出|专项|市级|区级|本级){0,2}项目(?!库)/;

function* sentenceFound(subject: Subject, { path }: TextAt, sentence: string): Generator<Found> {
  const clauses = sentence.split(/，|,(?!\d)/).filter((clause) => !otherMatter.test(clause));
  const at = clauses.findIndex((clause) => counted.test(clause));
  if (at < 0) return;
  const count = Number(counted.exec(clauses[at] ?? '')?.[1]);
  const groups = groupsOf(subject, sentence);
  const counts = [...new Set(groups.map((group) => group.length))];
  if (groups.length > 0 && !counts.includes(count)) yield countFound(path, count, groups[0]?.length ?? 0);
  const [mention] = mentionsOf(clauses.slice(at).join('，'), subject.report.moneyUnit);
  if (mention) yield* moneyFound(subject, path, mention, groups);
}

function isSetting(sentence: string, year: number): boolean {
  if (!sentence.includes('绩效目标') || !setting.test(sentence)) return false;
  return ![...sentence.matchAll(/(\d{4})年/g)].some(([, written]) => Number(written) !== year);
}

/** The ways to count the projects of the report; none when it holds no projects. */
function groupsOf({ report, projects: all }: Subject, sentence: string): (readonly ProjectAt[])[] {
  const projects = all.filter(({ project }) => !isAllocation(project));
  if (projects.length === 0) return [];
  const parents = new Set(projects.map(({ project }) => project.parent).filter((parent) => parent !== undefined));
  const isParent = ({ project: { id, code } }: ProjectAt): boolean =>
    [id, code].some((name) => name !== undefined && parents.has(name));
  const named = report.units.filter(
    ({ name }) => name !== '' && (sentence.includes(name) || sentence.includes('本单位')),
  );
  return [
    projects,
    projects.filter(({ project }) => project.publish !== false),
    projects.filter(({ project }) => project.parent === undefined),
    projects.filter((at) => !isParent(at)),
    projects.filter(({ project }) => (project.indicators ?? []).length > 0),
    ...named.map((unit) => projects.filter((at) => at.unit === unit)),
  ];
}

function countFound(path: TextAt['path'], count: number, actual: number): Found {
  return {
    path,
    message: {
      zh: `说明写 ${count} 个项目设置绩效目标，表内有 ${actual} 个项目，相差 ${Math.abs(count - actual)} 个`,
      en: `the sentence says ${count} projects with targets, the tables hold ${actual}`,
    },
  };
}

function* moneyFound(
  { report }: Subject,
  path: TextAt['path'],
  mention: Mention,
  groups: (readonly ProjectAt[])[],
): Generator<Found> {
  const unit = report.moneyUnit;
  const sums = [...wholeSums(report), ...groups.flatMap(sumsOf)].filter((sum) => sum !== '');
  const [first] = sums;
  if (first !== undefined && groups.length > 0) {
    if (sums.some((sum) => agreement(mention, sum) !== 'different')) return;
    const step = `${difference(mention.amount, first)} ${unit}`;
    yield {
      path,
      message: {
        zh: `说明写涉及资金 ${mention.written}，表内各项目合计 ${first} ${unit}，相差 ${step}`,
        en: `the sentence says ${mention.written}, the projects of the tables sum to ${first} ${unit}: ${step}`,
      },
    };
    return;
  }
  const spent = expenditureOf(report.department.overall, 'project');
  if (!spent || !isMore(mention.amount, spent.amount) || agreement(mention, spent.amount) !== 'different') return;
  const step = `${difference(mention.amount, spent.amount)} ${unit}`;
  yield {
    path,
    related: [spent.path],
    message: {
      zh: `说明写涉及资金 ${mention.written}，大于项目支出 ${spent.amount} ${unit}，多 ${step}`,
      en: `the sentence says ${mention.written}, more than the project expenditure ${spent.amount} ${unit}: ${step}`,
    },
  };
}

function wholeSums(report: Report): string[] {
  return (['total', 'fiscal', 'currentYearFiscal', 'generalPublicBudget'] as const).map((source) =>
    amountOf(report, source, 'year'),
  );
}

function sumsOf(group: readonly ProjectAt[]): string[] {
  return (['total', 'fiscal'] as const).map((source) =>
    sumAmounts(group.map(({ project }) => amountOf(project, source, 'year'))),
  );
}
