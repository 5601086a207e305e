import { isAllocation } from '../../report/allocations.js';
import { amountOf } from '../../report/amounts.js';
import { isBlankAmount, printAmount } from '../../report/money.js';
import { publishedOf } from '../../report/published.js';
import type { Goal, Indicator, Project, Report } from '../../report/schema.js';
import { isSlot } from '../../report/slots.js';

/** What a table is about. */
export type TableKind = 'department' | 'project';

/**
 * 绩效目标设置情况, computed from the published data: how many projects have targets and for how much money (with `thousands`
 * separators if the tables have them), what the department as a whole has, and which tables follow. Sentences without content are
 * left out.
 */
export function noteSentences(whole: Report, tables: ReadonlySet<TableKind>, thousands: boolean): string[] {
  const report = publishedOf(whole);
  const listed = report.units.flatMap((unit) => unit.projects);
  const projects = listed.filter((project) => !isAllocation(project));
  const { overall } = report.department;
  const who = `${report.department.name}${report.year}年度`;
  const hasProjects = projects.length > 0;
  const ofDepartment = overallWords(overall);
  const sentences = [
    ...(hasProjects
      ? [projectsSentence(who, projects, countOfProjects(whole)), ...moneySentence(report, thousands)]
      : []),
    ...(ofDepartment
      ? [`${hasProjects ? report.department.name : who}${hasProjects ? '同时' : ''}${ofDepartment}`]
      : []),
  ];
  if (sentences.length === 0) return [`${who}没有编报项目，也没有设置部门整体绩效目标。`];
  return [...sentences, closing(listed, hasProjects, ofDepartment !== undefined, tables)];
}

/** Withheld projects are not counted; the sentence then says so. */
function projectsSentence(who: string, projects: readonly Project[], all: number): string {
  const verb = projects.length < all ? '公开' : '编报';
  const withTargets = projects.filter(hasTargets).length;
  const targets =
    withTargets === projects.length
      ? `${projects.length === 1 ? '' : '均'}设置了绩效目标`
      : `其中设置绩效目标的项目${withTargets}个`;
  return `${who}${verb}项目${projects.length}个，${targets}，设置绩效指标${indicatorsOf(projects)}条。`;
}

function countOfProjects({ units }: Report): number {
  return units.flatMap(({ projects }) => projects).filter((project) => !isAllocation(project)).length;
}

function hasTargets({ goals = [], indicators = [] }: Project): boolean {
  return goals.some(isSaid) || countOf(indicators) > 0;
}

function isSaid({ text }: Goal): boolean {
  return text.trim() !== '';
}

function countOf(indicators: readonly Indicator[]): number {
  return indicators.filter((indicator) => !isSlot(indicator)).length;
}

function indicatorsOf(projects: readonly Project[]): number {
  return projects.reduce((sum, { indicators = [] }) => sum + countOf(indicators), 0);
}

/** What the department as a whole has: goals, indicators and tasks; undefined for none of them. */
function overallWords(overall: Report['department']['overall']): string | undefined {
  const { goals = [], indicators = [], tasks = [] } = overall ?? {};
  const count = countOf(indicators);
  const isSet = goals.some(isSaid) || count > 0;
  if (!isSet && tasks.length === 0) return undefined;
  const parts = [...(tasks.length > 0 ? [`任务${tasks.length}项`] : []), ...(count > 0 ? [`绩效指标${count}条`] : [])];
  const list = parts.length > 0 ? `列明${parts.join('、')}` : '';
  return `${[...(isSet ? ['设置了部门整体绩效目标'] : []), ...(list ? [list] : [])].join('，')}。`;
}

/** The sum of the projects; with their number if some state no money. */
function moneySentence(report: Report, thousands: boolean): string[] {
  const own = { ...report, department: { ...report.department, funding: [] }, units: unitsAlone(report) };
  const projects = report.units.flatMap((unit) => unit.projects).filter((project) => !isAllocation(project));
  const stating = projects.filter((project) => !isBlankAmount(amountOf(project, 'total', 'year')));
  if (stating.length === 0) return [];
  const sum = amountOf(own, 'total', 'year');
  const some = stating.length < projects.length ? `列明年度资金的项目${stating.length}个，` : '项目';
  const isFiscalKnown = stating.every((project) => !isBlankAmount(amountOf(project, 'fiscal', 'year')));
  const fiscal = isFiscalKnown ? `，其中财政资金${printed(amountOf(own, 'fiscal', 'year'), report, thousands)}` : '';
  return [`${some}年度资金总额${printed(sum, report, thousands)}${fiscal}。`];
}

function unitsAlone({ units }: Report): Report['units'] {
  return units.map((unit) => ({ name: unit.name, projects: unit.projects }));
}

/** Which tables follow, and how the numbers were computed. */
function closing(
  projects: readonly Project[],
  hasProjects: boolean,
  hasOverall: boolean,
  tables: ReadonlySet<TableKind>,
): string {
  const whose = [
    ...(hasOverall && tables.has('department') ? ['部门整体绩效目标'] : []),
    ...(hasProjects && tables.has('project')
      ? [projects.filter((project) => !isAllocation(project)).length === 1 ? '项目绩效目标' : '各项目绩效目标']
      : []),
  ];
  const where = whose.length > 0 ? `${whose.join('和')}见后附表。` : '';
  const nested = isNested(projects) ? '，下级项目的资金不与其上级项目重复计算' : '';
  return `${where}以上数字由编报数据计算得出${nested}。`;
}

/** Whether the money of one project is included in another's. */
function isNested(projects: readonly Project[]): boolean {
  const known = new Set(projects.flatMap(({ id, code }) => [id, code]).filter((name) => name !== undefined));
  return projects.some(({ parent }) => parent !== undefined && known.has(parent));
}

/** The amount in the report's unit, exactly as stated. */
function printed(amount: string, { moneyUnit }: Report, thousands: boolean): string {
  const decimals = amount.split('.')[1]?.length ?? 0;
  return `${printAmount(amount, { from: moneyUnit, to: moneyUnit, decimals, thousands }).text}${moneyUnit}`;
}
