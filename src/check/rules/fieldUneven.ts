import { isAllocation } from '../../report/allocations.js';
import type { Project } from '../../report/schema.js';
import type { Found, Rule } from '../rule.js';
import type { ProjectAt, Subject } from '../subject.js';
import { isBlank } from '../text/blankText.js';

interface FieldOf {
  readonly zh: string;
  readonly en: string;
  readonly steps: readonly string[];
  readonly read: (project: Project) => string | undefined;
}

const fields: readonly FieldOf[] = [
  { zh: '项目编码', en: 'code', steps: ['code'], read: ({ code }) => code },
  { zh: '项目类别', en: 'kind', steps: ['kind'], read: ({ kind }) => kind },
  { zh: '项目性质', en: 'nature', steps: ['nature'], read: ({ nature }) => nature },
  { zh: '项目属性', en: 'attribute', steps: ['attribute'], read: ({ attribute }) => attribute },
  { zh: '计划开始日期', en: 'start date', steps: ['period', 'start'], read: ({ period }) => period?.start },
  { zh: '计划完成日期', en: 'end date', steps: ['period', 'end'], read: ({ period }) => period?.end },
  { zh: '资金用途', en: 'use of funds', steps: ['fundUse'], read: ({ fundUse }) => fundUse },
];

/** A field of the head that most projects of the file fill is filled by all. */
export const fieldUneven: Rule = {
  code: 'field-uneven',
  number: 'R-01',
  severity: 'hint',
  title: { zh: '同一份表的项目，表头各栏都填或都不填', en: 'projects of one file fill the same fields of the head' },
  wrong: { zh: '表头的栏目多数项目填了、个别没填', en: 'a field of the head that most projects fill is empty' },
  why: {
    zh: '多数项目填了、个别项目没填的一栏，印出来是个别空格，多半是漏填。',
    en: 'A field that most projects fill and one does not is an empty cell, and mostly an oversight.',
  },
  source: {
    zh: '各地表样为同类项目印同样的栏',
    en: 'forms print the same fields for projects of one kind',
  },
  mend: { zh: '补上；确实没有的可以不理', en: 'fill it in; leave it if there is nothing to say' },
  looksAt: {
    zh: '项目编码、类别、性质、属性、起止日期、资金用途',
    en: 'code, kind, nature, attribute, dates and use of funds of projects',
  },
  fails: { '/units/0/projects/1/kind': '' },
  passes: { '/units/0/projects/0/kind': null, '/units/0/projects/1/kind': null },
  whole: true,
  *find({ projects }: Subject): Generator<Found> {
    const published = projects.filter(({ project }) => project.publish !== false && !isAllocation(project));
    for (const field of fields) {
      const empty = published.filter(({ project }) => isBlank(field.read(project)));
      const filled = published.length - empty.length;
      if (filled < empty.length || filled === 0) continue;
      yield* empty.map((at) => missing(at, field, filled));
    }
  },
};

function missing({ path, project }: ProjectAt, { zh, en, steps, read }: FieldOf, filled: number): Found {
  return {
    path: read(project) === undefined ? path : [...path, ...steps],
    message: {
      zh: `${zh}没有填，其他 ${filled} 个项目填了`,
      en: `the ${en} is not filled in, as it is in ${filled} other project${filled === 1 ? '' : 's'}`,
    },
  };
}
