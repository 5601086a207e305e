import type { Goal, Project, Task, Unit } from '../../report/schema.js';
import { type Period, periods } from '../../report/vocabulary.js';
import { flag, type Kind, number } from '../kinds.js';
import { originField, sourceField } from '../printed.js';
import { untraced } from '../traced.js';
import { bareRecord, type View } from '../view.js';
import { lists } from '../vocabulary.js';
import { isEmpty } from './logic.js';
import { rowsOf } from './rows.js';
import { aList, aListOf, aNumber, aRecord, type Helper, oneOf } from './signature.js';

/** `(projects)`: every project of every unit with its unit, numbered from 1 across units (天津市 2023). */
const projects: Helper = {
  takes: [],
  gives: lists.projects,
  run: ({ view }) => {
    const known = numberedThrough.get(view) ?? throughUnits(view);
    numberedThrough.set(view, known);
    return known;
  },
};

/** The same list each time: a template may ask for it at each turn of a loop. */
const numberedThrough = new WeakMap<View, readonly object[]>();

function throughUnits({ units }: View): object[] {
  return units
    .flatMap((unit) => unit.projects.map((project) => ({ unit, project })))
    .map((entry, index) => bareRecord({ number: index + 1, ...entry }));
}

/** `(goals list period)`: the goals of that period. The one goal of an owner, where the form has one cell for goals, whatever its period. */
const goals: Helper = {
  takes: [aListOf('goal'), oneOf(Object.keys(periods))],
  gives: lists.goals,
  member: ([, period]) => ({ period: untraced(period) as Period }),
  run: ({ printed }, list: readonly Goal[] | undefined, period: Period) => {
    if (list) printed?.askGoals(list, period);
    const only = list?.length === 1 && printed?.onlyGoals === period;
    return (list ?? []).filter((goal) => goal.period === period || only);
  },
};

/** `(numbered goals)`: whether the goals' texts have numbers already, so that the form must not number them. */
const numbered: Helper = {
  takes: [aListOf('goal')],
  gives: flag,
  run: (_call, list: readonly Goal[] | undefined) => {
    const lines = (list ?? []).flatMap(({ text }) => text.split('\u2028'));
    const plain = lines.map((line) => line.slice(0, 40).normalize('NFKC'));
    if (lines.some((line) => ringed.test(line)) || plain.some((line) => opening.test(line))) return true;
    // 1.5公里 is no numbering; 1.10月底前 is, if another line begins with 2.
    return firstOf.test(plain[0] ?? '') && plain.some((line) => second.test(line));
  },
};

const ringed = /^\s*[①-⑳]/;
/** 1. 1、 1） (1) 一、 （一） 一是 第一， 目标1： at the beginning of a line in NFKC, which makes full-width forms plain. */
const opening =
  /^\s*(?:\(?\d{1,2}[.、)](?!\d)|\d{1,2}[.、](?=\d{4}年)|\(?[一二三四五六七八九十]{1,3}(?:[、)]|是(?=[\u4e00-\u9fff]))|第[一二三四五六七八九十]{1,3}[,、]|目标\s?[\d一二三四五六七八九十]{1,3}:)/;
const firstOf = /^\s*1[.、]/;
const second = /^\s*2[.、]/;

/** `(tasks list "key")`: the tasks that must be done; `"optional"`: those marked optional (南沙 prints them separately). */
const tasks: Helper = {
  takes: [aListOf('task'), oneOf(['key', 'optional'])],
  gives: lists.tasks,
  member: ([, which]) => (untraced(which) === 'optional' ? { optional: true } : undefined),
  run: (_call, list: readonly Task[] | undefined, which: 'key' | 'optional') =>
    (list ?? []).filter((task) => (task.optional ?? false) === (which === 'optional')),
};

/** `(allocations project)`: the places that share the project's money, where they have no forms of their own. */
const allocations: Helper = {
  takes: [aRecord('project')],
  gives: lists.allocations,
  run: ({ view }, project: Project | undefined) => (project && view.allocated.get(project)) ?? [],
};

/** `(kinds unit)`: the unit's projects by 项目类别, a part of the unit for each in the order in which they come (黄山市 2025). */
const kinds: Helper = {
  takes: [aRecord('unit')],
  gives: lists.kinds,
  run: (_call, unit: Unit | undefined) => {
    const byKind = new Map<string, Project[]>();
    for (const project of unit?.projects ?? []) {
      const kind = project.kind ?? '';
      byKind.set(kind, [...(byKind.get(kind) ?? []), project]);
    }
    return [...byKind].map(([name, projects]) => {
      const leaves = projects.map((owner) => ({ owner, field: 'kind' }));
      return bareRecord({ name, projects, [originField]: undefined, [sourceField('name')]: leaves });
    });
  },
};

/** `(filled list "field")`: whether any item of the list has that field, so that it gets a column. */
const filled: Helper = {
  takes: [aList, { wants: 'word', words: ([list]) => fieldsOf(list) }],
  gives: flag,
  leaves: () => [],
  run: (_call, list: readonly Readonly<Record<string, unknown>>[] | undefined, field: string) =>
    (list ?? []).some((item) => Object.hasOwn(item, field) && !isEmpty(item[field])),
};

function fieldsOf(list: Kind | undefined): readonly string[] {
  return list?.type === 'list' && list.item.type === 'record' ? [...list.item.fields.keys()] : [];
}

/** `(count list)`: how many there are. */
const count: Helper = {
  takes: [aList],
  gives: number,
  leaves: () => [],
  run: (_call, list: readonly unknown[] | undefined) => list?.length ?? 0,
};

/** `(rowCount projects)`: the rows of these projects in a list of a row an indicator; a project without indicators has one. */
const rowCount: Helper = {
  takes: [aListOf('project')],
  gives: number,
  leaves: () => [],
  run: ({ view }, list: readonly Project[] | undefined) =>
    (list ?? []).reduce(
      (sum, { indicators = [] }) => sum + Math.max(1, rowsOf(indicators, view.layout.requiredLevel2 ?? []).length),
      0,
    ),
};

/** `(more list 4)`: whether there are more than so many. */
const more: Helper = {
  takes: [aList, aNumber],
  gives: flag,
  leaves: () => [],
  run: (_call, list: readonly unknown[] | undefined, most: number | undefined) => (list?.length ?? 0) > (most ?? 0),
};

export const listHelpers = {
  projects,
  goals,
  numbered,
  tasks,
  allocations,
  kinds,
  filled,
  count,
  rowCount,
  more,
} as const;
