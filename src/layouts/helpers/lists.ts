import type { Goal, Task } from '../../report/schema.js';
import { type Period, periods } from '../../report/vocabulary.js';
import { number } from '../kinds.js';
import { bareRecord } from '../view.js';
import { lists } from '../vocabulary.js';
import { aList, aListOf, type Helper, oneOf } from './signature.js';

/** `(projects)`: every project of every unit with its unit, numbered through from 1 (天津, domain.md L03). */
const projects: Helper = {
  takes: [],
  gives: lists.projects,
  run: ({ view }) =>
    view.units
      .flatMap((unit) => unit.projects.map((project) => ({ unit, project })))
      .map((entry, index) => bareRecord({ number: index + 1, ...entry })),
};

/** `(goals list period)`: the goals of that period. */
const goals: Helper = {
  takes: [aListOf('goal'), oneOf(Object.keys(periods))],
  gives: lists.goals,
  run: ({ printed }, list: readonly Goal[] | undefined, period: Period) => {
    if (list) printed?.askGoals(list, period);
    return (list ?? []).filter((goal) => goal.period === period);
  },
};

/** `(tasks list "key")`: the tasks that must be done; `"optional"`: those marked optional (南沙 prints them apart). */
const tasks: Helper = {
  takes: [aListOf('task'), oneOf(['key', 'optional'])],
  gives: lists.tasks,
  run: (_call, list: readonly Task[] | undefined, which: 'key' | 'optional') =>
    (list ?? []).filter((task) => (task.optional ?? false) === (which === 'optional')),
};

/** `(count list)`: how many there are. */
const count: Helper = {
  takes: [aList],
  gives: number,
  leaves: () => [],
  run: (_call, list: readonly unknown[] | undefined) => list?.length ?? 0,
};

export const listHelpers = { projects, goals, tasks, count } as const;
