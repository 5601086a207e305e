import { quoted, valueAt } from '../../json/pointer.js';
import type { Project, Report } from '../../report/schema.js';
import { quantitiesOf } from '../indicators/targets.js';
import type { Found, Rule } from '../rule.js';
import { spanOf, yearOf } from '../span.js';
import type { Subject } from '../subject.js';
import { dueBefore, nextYearIn, wordsOfNextYear } from '../text/dueBefore.js';
import { foundAt, none, type Slip } from '../text/slip.js';
import { trait } from '../text/traits.js';
import {
  doneInYearsBefore,
  dueYears,
  namesOfOtherYears,
  openingYears,
  otherYears,
  plansOfBefore,
} from '../text/years.js';
import type { TextAt, TextKind } from '../texts.js';

/** Reads goals, values and notes; of bases and safeguards only the project's own name, as they may tell of other years. */
export const yearInText: Rule = {
  code: 'year-in-text',
  number: 'R-45',
  severity: 'warning',
  title: { zh: '文字中的年度与本表年度一致', en: 'texts speak of the year of the table' },
  wrong: { zh: '文字中的年度不是本表年度', en: 'a text speaks of another year than the table' },
  why: {
    zh: '沿用上年文字而未改年度，在公开的部门预算中常见；文件名、文号、起止年份和与往年的比较不在此列。',
    en: 'Texts copied from last year keep its year; titles, document numbers, ranges and comparisons are let pass.',
  },
  source: {
    zh: '预算法第十八条（预算年度）；上海市普陀区 2026 年部门预算沿用上年文字',
    en: "Budget Law art. 18 (budget year); budgets of Putuo, Shanghai 2026 keep last year's text",
  },
  mend: {
    zh: '改为本表的年度；确指其他年度的，写明缘由',
    en: 'write the year of the table; if another one is meant, say why',
  },
  looksAt: {
    zh: '绩效目标、文字指标值、表下注；立项依据、措施里的项目名称',
    en: 'goals, values in words, notes; the project’s name in bases and safeguards',
  },
  fails: { '/units/0/projects/1/goals/0/text': '2024年度绩效目标：支持学会举办学术会议不少于8场，推动学科发展。' },
  passes: {
    '/units/0/projects/1/goals/0/text':
      '落实《示例市2024年度预算绩效目标管理办法》，会议较2024年度目标增加2场，支持学会举办学术会议不少于8场。',
  },
  *find(subject: Subject): Generator<Found> {
    const { report, texts, projects, owners } = subject;
    yield* foundAt(texts, (text, at) => slips(text, at, report), { kinds, traits: trait.digit });
    yield* foundAt(texts, (text, at) => (nextYearIn(text) && isOfNow(at, report) ? wordsOfNextYear(text) : none), {
      kinds: ofNow,
    });
    yield* foundAt(texts, (text, { path }) => titleYears(text, path, report.year), {
      kinds: titles,
      traits: trait.digit,
    });
    for (const { path: owner, indicators } of owners)
      for (const { path, indicator } of indicators)
        for (const { start, end, zh, en, severity } of dueBefore(
          indicator.name,
          report.year,
          firstYear(owner, report),
        )) {
          const written = quoted(indicator.name.slice(start, end));
          yield {
            path: [...path, 'name'],
            message: { zh: `${zh}：${written}`, en: `${en}: ${written}` },
            ...(severity && { severity }),
          };
        }
    for (const { path, target, kind, indicator } of quantitiesOf(subject))
      if (
        kind === 'year' &&
        ofYear.test(target.unit ?? '') &&
        /^(?:19|20)\d\d$/.test(target.value) &&
        Number(target.value) < report.year &&
        (due.test(indicator.name) || /时效/.test(indicator.level2 ?? '')) &&
        !begins.test(indicator.name) &&
        !ofBefore.test(indicator.name)
      )
        yield {
          path: [...path, 'value'],
          message: {
            zh: `指标值写 ${target.value} 年，本表是 ${report.year} 年度`,
            en: `the value says ${target.value}, the table is of ${report.year}`,
          },
        };
    for (const [index, task] of (report.department.overall?.tasks ?? []).entries())
      for (const field of ['name', 'content'] as const)
        for (const { zh, en } of [
          ...namesOfBefore({ name: task[field] ?? '' }, report.year, '任务'),
          ...doneInYearsBefore(task[field] ?? '', report.year),
        ])
          yield {
            path: ['department', 'overall', 'tasks', String(index), field],
            severity: 'hint',
            message: { zh, en },
          };
    for (const { path, project } of projects) {
      if (project.publish === false) continue;
      for (const slip of namesOfBefore(project, report.year))
        yield { path: [...path, 'name'], severity: 'hint', message: { zh: slip.zh, en: slip.en } };
    }
  },
};

const ofYear = /^年(?:度|内|[底末]|[底末]?[之以]?前)?$/;
/** What is due in a year: not 聘用教师所属年度. */
const due = /完成|完工|竣工|交付|验收|投[用产]|使用|运行|上线|发放|[拨支兑缴]付|时[间限]|期限|年限|工期|实施|执行|进度/;
/** Names of what an earlier year belongs to: 上年决算公开时间, 淘汰车辆注册时间. */
const ofBefore =
  /审计|决算|年鉴|[基标]准年|时点|基期|对[比照]|上年|普查|注册|登记|出厂|购置时|建造|起始|龄|距今|历史|结转/;

const titles: ReadonlySet<TextKind> = new Set(['prose', 'name']);

/** 2022年项目绩效目标表 over a table of 2023. */
function titleYears(text: string, path: TextAt['path'], year: number): Iterable<Slip> {
  if (path.at(-1) !== 'title') return none;
  const years = [...text.matchAll(/(?<![\d—－–~～至到-])((?:19|20)\d{2})\s?(?:年|$|度)(?!\s?[-－—~～至到])/g)];
  const [first] = years;
  if (!first || years.some(([, each]) => Number(each) === year)) return none;
  return [
    {
      start: first.index,
      end: first.index + first[0].length,
      zh: `表名写 ${first[1]} 年，本表是 ${year} 年度`,
      en: `the title says ${first[1]}, the table is of ${year}`,
    },
  ];
}

/** 2022年科普活动经费 in a table of 2024, where nothing says that it goes on. */
function namesOfBefore({ name, period }: Pick<Project, 'name' | 'period'>, year: number, what = '项目名称'): Slip[] {
  const [written, named] =
    /^(?:[\u4e00-\u9fff]{2,8}(?:[省市县区镇乡村]|街道))?((?:19|20)\d{2})\s?年度?(?![-－—~～至到])/.exec(name) ?? [];
  if (written === undefined || Number(named) >= year || goesOn.test(name)) return [];
  const start = Number(/^(?:19|20)\d{2}/.exec(period?.start ?? '')?.[0] ?? year);
  if (start < year) return [];
  const words = {
    zh: `${what}写 ${named} 年，本表是 ${year} 年度`,
    en: `the name says ${named}, the table is of ${year}`,
  };
  return [{ start: 0, end: written.length, ...words }];
}

const goesOn =
  /结转|结余|尾款|续建|跨年|延续|第[二三四五六]期|[二三四]期|质保|清算|欠|补[发缴]|以前年度|往年|提前下达|批/;

const kinds: ReadonlySet<TextKind> = new Set(['goal', 'value', 'note', 'prose']);

function* slips(text: string, at: TextAt, report: Report): Iterable<Slip> {
  const { kind, path } = at;
  if (kind === 'prose') {
    yield* ownNameYears(text, path, report);
    return;
  }
  if (!isOfTheYear(at, report)) {
    if (kind === 'goal') yield* beforeItsTime(text, path, report);
    return;
  }
  const told = [...otherYears(text, report.year, endOf(at, report))];
  yield* told;
  if (told.length > 0 || kind === 'note') return;
  if (kind === 'goal') {
    const opened = [...openingYears(text, report.year)];
    yield* opened;
    yield* plansOfBefore(text, report.year);
    yield* doneInYearsBefore(text, report.year);
    if (opened.length === 0) yield* dueBefore(text, report.year, firstYear(path, report));
  } else if (!begins.test(String(valueAt(report, [...path.slice(0, -2), 'name']))))
    yield* dueYears(text, report.year, endOf(at, report));
}

/** The first year of the project that a path is in. */
function firstYear(path: TextAt['path'], report: Report): number {
  const span = path[2] === 'projects' ? spanOf(valueAt(report, path.slice(0, 4)) as Project) : undefined;
  return span ? yearOf(span.first) : report.year;
}

const ofNow: ReadonlySet<TextKind> = new Set(['goal', 'prose']);
/** What tells of the year's own work. */
const ownWork: ReadonlySet<string> = new Set(['summary', 'content', 'fundUse', 'schedule']);

function isOfNow(at: TextAt, report: Report): boolean {
  return at.kind === 'goal' ? isOfTheYear(at, report) : ownWork.has(at.path.at(-1) ?? '') && at.path[2] === 'projects';
}

const begins = /开[工始]|启动|起[始点]|立项|批复|成立|建成|签[订约]/;

/** What a project is for and on which papers it rests: its own name of another year is that of an old form. */
const grounds: ReadonlySet<string> = new Set(
  'basis policyBasis otherBasis safeguards necessity feasibility'.split(' '),
);

/** 2022年文物保护经费 as the basis of 2023年文物保护经费. What was done before may be told elsewhere. */
function ownNameYears(text: string, path: TextAt['path'], report: Report): Iterable<Slip> {
  if (path[2] !== 'projects' || path.length !== 5 || !grounds.has(path[4] ?? '')) return [];
  const { name } = valueAt(report, path.slice(0, 4)) as Project;
  return namesOfOtherYears(text, name, report.year);
}

/** A goal of several years that begins with a year before the first of them. */
function beforeItsTime(text: string, path: TextAt['path'], report: Report): Iterable<Slip> {
  if (path[2] !== 'projects' || path.at(-1) !== 'text') return [];
  const from = valueAt(report, [...path.slice(0, -1), 'from']);
  const project = valueAt(report, path.slice(0, 4)) as Project;
  const span = spanOf(project);
  const first = typeof from === 'number' ? from : span && yearOf(span.first);
  return first === undefined || first > report.year ? [] : openingYears(text, first);
}

function isOfTheYear({ kind, path }: TextAt, report: Report): boolean {
  if (kind === 'note') return true;
  if (kind === 'value') return path.includes('annualTarget');
  return kind === 'goal' && valueAt(report, [...path.slice(0, -1), 'period']) === 'year';
}

/** The last year of the project that a text belongs to; 0 when it says none. */
function endOf({ path }: TextAt, report: Report): number {
  if (path[2] !== 'projects') return 0;
  const end = valueAt(report, [...path.slice(0, 4), 'period', 'end']);
  return typeof end === 'string' ? Number(end.slice(0, 4)) : 0;
}
