import type { Table } from '../strangers/table.js';
import {
  departmentGoals,
  departmentHeads,
  departmentIndicators,
  departmentMoneys,
  departmentTitles,
} from './departments.js';
import { goals, heads, moneys } from './forms.js';
import { indicators } from './indicators.js';
import { lists } from './lists.js';
import { packed } from './packed.js';
import { type Part, rowOf } from './part.js';
import { trees } from './trees.js';
import { years } from './years.js';

/**
 * Invented tables of one invented project, set out as regions set theirs out: other labels, other places, other columns. What they say
 * is the same, so that whatever is misread is a matter of how it stands.
 */
export interface Varied {
  readonly name: string;
  readonly table: Table;
  readonly gold: object;
}

const titles = [
  ['项目支出绩效目标申报表', '（2024年度）'],
  ['2024年度项目支出绩效自评表'],
  ['部门预算项目绩效目标表', '（2024年）', '填报单位：青岭县河道管理所    单位：万元'],
  ['青岭县2024年项目支出绩效目标表', '金额单位：万元'],
] as const;

/** One of a list, so that the settings of all lists meet each other in turn. */
function nth<T>(list: readonly T[], n: number, step: number): T {
  return list[(n * step + Math.floor(n / list.length)) % list.length] as T;
}

const paragraphs = (lines: readonly string[]): Table => lines.map((words) => ({ text: words }));
const grid = (parts: readonly (readonly string[])[]) => ({ rows: parts.flatMap((lines) => lines.map(rowOf)) });

/** Each setting of indicators beside four or five of the other parts. */
const ofProjects: readonly Varied[] = Array.from({ length: 120 }, (_, n) => {
  const at = <T>(list: readonly T[], step: number): T => nth(list, n, step);
  const last = at(indicators, 1);
  const parts: readonly Part[] = [
    at(heads, 1),
    at(moneys, 3),
    ...('goals' in last.project ? [] : [at(goals, 2)]),
    last,
  ];
  return {
    name: `varied-${String(n + 1).padStart(3, '0')}`,
    table: [...paragraphs(at(titles, 1)), grid(parts.map(({ lines }) => lines))],
    gold: {
      year: 2024,
      moneyUnit: '万元',
      department: { name: '青岭县水利局' },
      units: [{ name: '青岭县河道管理所', projects: [Object.assign({}, ...parts.map(({ project }) => project))] }],
    },
  };
});

const ofDepartments: readonly Varied[] = Array.from({ length: 30 }, (_, n) => {
  const parts: readonly Part[] = [
    nth(departmentHeads, n, 1),
    nth(departmentMoneys, n, 2),
    nth(departmentGoals, n, 3),
    nth(departmentIndicators, n, 1),
  ];
  return {
    name: `department-${String(n + 1).padStart(2, '0')}`,
    table: [...paragraphs(nth(departmentTitles, n, 1)), grid(parts.map(({ lines }) => lines))],
    gold: {
      year: 2024,
      moneyUnit: '万元',
      department: { name: '青岭县水利局', overall: Object.assign({}, ...parts.map(({ project }) => project)) },
      units: [],
    },
  };
});

const ofLists: readonly Varied[] = lists.map(({ lines, projects, isAbove }, n) => ({
  name: `list-${n + 1}`,
  table: [
    ...paragraphs([
      '2024年部门预算项目支出绩效目标表',
      ...(isAbove ? ['单位名称：青岭县河道管理所'] : []),
      '单位：万元',
    ]),
    grid([lines]),
  ],
  gold: {
    year: 2024,
    moneyUnit: '万元',
    department: { name: '青岭县河道管理所' },
    units: [{ name: '青岭县河道管理所', projects }],
  },
}));

export const varied: readonly Varied[] = [...ofProjects, ...ofDepartments, ...ofLists, ...trees, ...packed, ...years];
