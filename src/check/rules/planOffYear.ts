import type { Path } from '../../json/pointer.js';
import { quoted } from '../../json/pointer.js';
import type { Found, Rule } from '../rule.js';
import { type Span, spanIn, spanOf, yearOf } from '../span.js';
import type { ProjectAt, Subject } from '../subject.js';

/** The steps of a plan are within the project. */
export const planOffYear: Rule = {
  code: 'plan-off-year',
  number: 'R-36',
  severity: 'warning',
  title: { zh: '实施计划的时间在项目期内', en: 'the steps of the plan are within the project' },
  wrong: { zh: '实施计划的时间不在项目期内', en: 'a step of the plan is outside of the project' },
  why: {
    zh: '一年的项目排了几年前的计划，多半是沿用旧表。有起止时间的，按年比；没有的，只看各步是否全在本年度以前或以后。',
    en: 'A plan of earlier years in a project of one year was mostly left over. Compared by the year with the dates of the project; without them only plans that are all before or after this year are told.',
  },
  source: {
    zh: '湖南省宁乡市 2021 年公开表：2021 年的项目，实施进度计划“总体概念规划”自 2016 至 2020',
    en: 'a table of Ningxiang, Hunan 2021: a project of 2021 plans a step from 2016 to 2020',
  },
  mend: { zh: '核对这一步的起止时间与项目期', en: 'compare the step with the dates of the project' },
  looksAt: { zh: '项目实施计划的开始、完成时间；项目起止时间、年度', en: 'dates of the plan and of the project, year' },
  fails: { '/units/0/projects/0/plan': [{ content: '前期规划', start: '2020', end: '2023' }] },
  passes: { '/units/0/projects/0/plan': [{ content: '前期规划', start: '2025年1月', end: '2025年3月' }] },
  *find({ report: { year }, projects }: Subject): Generator<Found> {
    for (const at of projects) {
      if (at.project.publish === false) continue;
      const steps = stepsOf(at);
      const span = spanOf(at.project);
      if (span) yield* steps.filter((step) => isOutside(step, span)).map((step) => outside(step, span));
      else yield* offYear(steps, year);
    }
  },
};

interface Step {
  readonly path: Path;
  readonly content: string;
  readonly written: string;
  readonly span: Span;
}

function stepsOf({ path, project }: ProjectAt): Step[] {
  return (project.plan ?? []).flatMap(({ content, start = '', end = '' }, index) => {
    const spans = [start, end].map((text) => spanIn(text));
    const [first, last] = [spans[0] ?? spans[1], spans[1] ?? spans[0]];
    if (!first || !last) return [];
    const at = [...path, 'plan', String(index), spans[0] ? 'start' : 'end'];
    const written = [start, end].filter((text) => text.trim() !== '').join(' 至 ');
    return [{ path: at, content, written, span: { first: first.first, last: Math.max(first.last, last.last) } }];
  });
}

/** By the year: a step may well begin some months before the project does. */
function isOutside({ span }: Step, { first, last }: Span): boolean {
  return yearOf(span.first) < yearOf(first) || yearOf(span.last) > yearOf(last);
}

function outside({ path, content, written }: Step, { first, last }: Span): Found {
  const [from, to] = [yearOf(first), yearOf(last)];
  const years = from === to ? `${from}` : `${from} 至 ${to}`;
  return {
    path,
    message: {
      zh: `实施计划 ${quoted(content)} 为 ${written}，项目期是 ${years} 年`,
      en: `the step ${quoted(content)} is planned for ${written}, the project runs in ${from === to ? from : `${from}–${to}`}`,
    },
  };
}

function* offYear(steps: readonly Step[], year: number): Generator<Found> {
  const [first] = steps;
  const isBefore = steps.every(({ span }) => yearOf(span.last) < year);
  if (!first || (!isBefore && !steps.every(({ span }) => yearOf(span.first) > year))) return;
  yield {
    path: first.path,
    message: {
      zh: `实施计划各步都在 ${year} 年${isBefore ? '以前' : '以后'}（如 ${quoted(first.content)} 为 ${first.written}），表是 ${year} 年度的`,
      en: `all steps of the plan are ${isBefore ? 'before' : 'after'} ${year} (${quoted(first.content)}: ${first.written}), the year of the table`,
    },
  };
}
