import { type Path, pointerOf } from '../json/pointer.js';
import { isAllocation } from '../report/allocations.js';
import type { Goal, Indicator, Report, Target } from '../report/schema.js';
import { targetsIn } from '../report/target.js';
import type { TermKind } from './term.js';

/** A text of a report that a summary prints in both languages. */
export interface Text {
  /** JSON pointer of the Chinese. */
  readonly pointer: string;
  readonly path: Path;
  readonly kind: TermKind;
  readonly zh: string;
  /** The English that the report itself has beside it. */
  readonly en?: string | undefined;
  /** The field for its English; absent for levels and regions, which only terms translate. */
  readonly field?: string;
  /** Where it stands, for a translator: 项目“科普活动”·指标“参观人次”. */
  readonly context: string;
  /** The name of the indicator that a unit belongs to. */
  readonly indicator?: string;
}

/** The texts that want English, in the order of the data. Of a project that is not published, none. */
export function textsOf(report: Report): Text[] {
  const { region, department, units } = report;
  const { overall } = department;
  const whole: Owner = { path: ['department', 'overall'], context: '部门整体' };
  return [
    textAt(['region'], 'name', 'region', region, ''),
    textAt(['department'], 'name', 'department', department, ''),
    ...(overall?.goals ?? []).flatMap((goal, index) => goalTexts(goal, index, whole)),
    ...(overall?.tasks ?? []).map((task, index) =>
      textAt([...whole.path, 'tasks', String(index)], 'name', 'task', task, whole.context),
    ),
    ...(overall?.indicators ?? []).flatMap((indicator, index) => indicatorTexts(indicator, index, whole)),
    ...units.flatMap((unit, index) => unitTexts(unit, ['units', String(index)])),
  ].filter(({ zh }) => zh.trim() !== '');
}

/** Whose goals and indicators they are. */
interface Owner {
  readonly path: Path;
  readonly context: string;
}

type Fields = object;

function textAt(owner: Path, name: string, kind: TermKind, fields: Fields, context: string): Text {
  const value = (field: string): string | undefined => (fields as Record<string, string | undefined>)[field];
  const path = [...owner, name];
  const field = kind === 'region' || kind === 'level' ? undefined : `${name}En`;
  return {
    pointer: pointerOf(path),
    path,
    kind,
    zh: value(name) ?? '',
    context,
    ...(field !== undefined && { field, en: value(field) }),
  };
}

function unitTexts(unit: Report['units'][number], path: Path): Text[] {
  const projects = unit.projects.flatMap((project, index) => {
    if (project.publish === false || isAllocation(project)) return [];
    const owner = { path: [...path, 'projects', String(index)], context: `项目“${project.name}”` };
    return [
      textAt(owner.path, 'name', 'project', project, `单位“${unit.name}”`),
      ...(project.goals ?? []).flatMap((goal, at) => goalTexts(goal, at, owner)),
      ...(project.indicators ?? []).flatMap((indicator, at) => indicatorTexts(indicator, at, owner)),
    ];
  });
  return [textAt(path, 'name', 'department', unit, ''), ...projects];
}

function goalTexts(goal: Goal, index: number, { path, context }: Owner): Text[] {
  const at = [...path, 'goals', String(index)];
  return ['name', 'text', 'brief'].map((field) => textAt(at, field, 'goal', goal, context));
}

function indicatorTexts(indicator: Indicator, index: number, { path, context }: Owner): Text[] {
  const at = [...path, 'indicators', String(index)];
  const inside = `${context}·指标“${indicator.name}”`;
  return [
    textAt(at, 'level1', 'level', indicator, context),
    textAt(at, 'level2', 'level', indicator, context),
    textAt(at, 'name', 'indicator', indicator, context),
    ...targetsIn(indicator).flatMap(({ field, target }) => targetTexts(target, [...at, field], indicator.name, inside)),
  ];
}

function targetTexts(target: Target, path: Path, indicator: string, context: string): Text[] {
  if ('text' in target) return [textAt(path, 'text', 'value', target, context)];
  const unit = textAt(path, 'unit', 'unit', target, context);
  return [{ ...unit, indicator }, textAt(path, 'note', 'note', target, context)];
}
