import { pathOf } from '../../../../src/json/pointer.js';
import type { Goal, Indicator, Project, Report, Target } from '../../../../src/report/schema.js';
import type { Random } from '../../../bench/random.js';
import type { Trade } from '../trades.js';

/** A clean report that a defect is put into: changed in place. */
export interface Draft {
  readonly report: Report;
  readonly trade: Trade;
  readonly place: string;
  readonly random: Random;
}

/**
 * Puts one defect into a draft, in the nth of its wordings, at a place drawn by the draft's random numbers. Answers the JSON pointers
 * of where it is; undefined, with the draft unchanged, where a report of this form cannot have it.
 */
export type Put = (draft: Draft, nth: number) => readonly string[] | undefined;

/** A kind of defect: which, how many wordings it has, and how it is put. */
export interface Defect {
  readonly kind: string;
  readonly wordings: number;
  readonly put: Put;
}

export interface Row {
  readonly at: string;
  readonly indicator: Indicator;
  readonly project?: Project;
  readonly projectAt?: string;
}

export type Quantity = Extract<Target, { readonly value: string }>;

/** The projects that have goals or indicators, with their places. */
export function projectsOf({ report }: Draft): { readonly at: string; readonly project: Project }[] {
  return report.units.flatMap((unit, u) =>
    unit.projects
      .map((project, p) => ({ at: `/units/${u}/projects/${p}`, project }))
      .filter(({ project }) => project.goals !== undefined && project.indicators !== undefined),
  );
}

/** All indicators that have a value of the year, of projects and of the department. */
export function rowsOf(draft: Draft): Row[] {
  const { overall } = draft.report.department;
  const own = projectsOf(draft).flatMap(({ at, project }) =>
    (project.indicators ?? []).map(
      (indicator, index): Row => ({ at: `${at}/indicators/${index}`, indicator, project, projectAt: at }),
    ),
  );
  const whole = (overall?.indicators ?? []).map(
    (indicator, index): Row => ({ at: `/department/overall/indicators/${index}`, indicator }),
  );
  return [...own, ...whole].filter(({ indicator }) => indicator.annualTarget !== undefined && indicator.name !== '');
}

/** One of the rows that are so; undefined where none is. */
export function rowOf(draft: Draft, is: (row: Row) => boolean): Row | undefined {
  const rows = rowsOf(draft).filter(is);
  return rows.length === 0 ? undefined : draft.random.pick(rows);
}

export function projectOf(
  draft: Draft,
  is: (project: Project) => boolean = () => true,
): { readonly at: string; readonly project: Project } | undefined {
  const projects = projectsOf(draft).filter(({ project }) => is(project));
  return projects.length === 0 ? undefined : draft.random.pick(projects);
}

export function quantityOf({ annualTarget }: Indicator): Quantity | undefined {
  return annualTarget !== undefined && 'value' in annualTarget ? annualTarget : undefined;
}

export const isOf =
  (like: RegExp) =>
  ({ indicator }: Row): boolean =>
    like.test(indicator.level2 ?? '');
export const isCount = (row: Row): boolean => isOf(/数量/)(row) && (quantityOf(row.indicator)?.unit ?? '%') !== '%';
export const isRate = (row: Row): boolean =>
  isOf(/质量/)(row) && quantityOf(row.indicator)?.unit === '%' && row.indicator.name.endsWith('率');
export const isCost = (row: Row): boolean => isOf(/成本(指标|目标)$/)(row) && quantityOf(row.indicator)?.sign === '≤';
export const isSatisfaction = (row: Row): boolean => isOf(/满意/)(row) && quantityOf(row.indicator)?.unit === '%';
export const isWorded = (row: Row): boolean =>
  isOf(/效益|可持续/)(row) && row.indicator.annualTarget !== undefined && 'text' in row.indicator.annualTarget;

/** Another value of the year, and of the longer periods where the row has them. */
export function setTarget(indicator: Indicator, target: Target): void {
  for (const field of ['annualTarget', 'wholeTarget', 'mediumTarget', 'longTarget'] as const) {
    if (indicator[field] !== undefined) indicator[field] = structuredClone(target);
  }
}

export function setAnnual(indicator: Indicator, target: Target): void {
  indicator.annualTarget = target;
}

/** A row with another name and value, in the place of one of this sort. */
export function replaced(
  draft: Draft,
  is: (row: Row) => boolean,
  name: string,
  target: Target,
  ...fields: readonly string[]
): readonly string[] | undefined {
  const row = rowOf(draft, is);
  if (!row) return undefined;
  row.indicator.name = name;
  setTarget(row.indicator, target);
  return fields.length === 0 ? [row.at] : fields.map((field) => `${row.at}/${field}`);
}

/** A text of the report that can be changed. */
export interface Prose {
  readonly at: string;
  readonly text: string;
}

const proseFields = ['summary', 'content', 'baseSituation', 'necessity', 'safeguards', 'fundUse', 'schedule'] as const;

/** Goals and prose of projects and department. */
export function prosesOf(draft: Draft): Prose[] {
  const goals = (list: readonly Goal[] | undefined, at: string): Prose[] =>
    (list ?? []).map(({ text }, index) => ({ at: `${at}/goals/${index}/text`, text }));
  const { overall } = draft.report.department;
  return [
    ...goals(overall?.goals, '/department/overall'),
    ...projectsOf(draft).flatMap(({ at, project }) => [
      ...goals(project.goals, at),
      ...proseFields.flatMap((field) =>
        project[field] === undefined ? [] : [{ at: `${at}/${field}`, text: project[field] as string }],
      ),
    ]),
  ];
}

/** Changes one text, drawn among those for which there is a change. */
export function changed(draft: Draft, change: (text: string) => string | undefined): readonly string[] | undefined {
  const fitting = prosesOf(draft).flatMap(({ at, text }) => {
    const next = change(text);
    return next === undefined || next === text ? [] : [{ at, next }];
  });
  if (fitting.length === 0) return undefined;
  const { at, next } = draft.random.pick(fitting);
  set(draft.report, at, next);
  return [at];
}

/** A sentence more at the end of one text. */
export function added(draft: Draft, sentence: string): readonly string[] | undefined {
  return changed(draft, (text) => `${text}${sentence}`);
}

/** Sets what a pointer leads to. */
export function set(report: Report, pointer: string, value: unknown): void {
  const path = pathOf(pointer);
  const last = path.at(-1) as string;
  let parent = report as unknown as Record<string, unknown>;
  for (const step of path.slice(0, -1)) parent = parent[step] as Record<string, unknown>;
  parent[last] = value;
}

/** The nth of a list, over and over. */
export function nthOf<T>(list: readonly T[], nth: number): T {
  return list[nth % list.length] as T;
}

/** A defect whose wordings are a list. */
export function listed<T>(
  kind: string,
  list: readonly T[],
  put: (draft: Draft, wording: T) => readonly string[] | undefined,
): Defect {
  return { kind, wordings: list.length, put: (draft, nth) => put(draft, nthOf(list, nth)) };
}
