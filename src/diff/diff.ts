import { asWritten, type Bilingual } from '../problem.js';
import { amountOf } from '../report/amounts.js';
import { fieldAt } from '../report/fields.js';
import { convert, isBlankAmount } from '../report/money.js';
import type { MoneyUnit, Report } from '../report/schema.js';
import type { Change, ContentLine, Owner } from './change.js';
import { compareFields } from './fields.js';
import { contentOf } from './labels.js';
import { marksOf } from './marks.js';
import { outOfOrder, type Pair, walkOrder } from './pairing.js';
import { namedOf, type ProjectAt, pairProjects, pairUnits, projectsAt } from './projects.js';
import type { Sides } from './values.js';

/**
 * Every difference between two reports, cell by cell, in the order of the new one; what was removed stands where it
 * stood. Pure. Amounts are compared exactly, in the new report's unit.
 */
export function diffReports(original: Report, after: Report): Change[] {
  const sides: Sides = { from: original.moneyUnit, to: after.moneyUnit };
  const before = inUnit(original, after.moneyUnit);
  const whole = fieldAt([]) ?? {};
  const root = { owner: {}, before: [], after: [] };
  const { units: _, ...old } = before;
  const { units: __, ...now } = after;
  // What was accepted of the check, and the day of approval, are not part of the publication.
  return [
    ...compareFields(old, now, whole, root, sides, ['units', 'accepted', 'approvalDate']),
    ...diffUnits(before, after, sides),
  ];
}

/** The report with its amounts in another unit; `moneyUnit` itself stays, so that the change is reported. */
function inUnit(report: Report, unit: MoneyUnit): Report {
  if (report.moneyUnit === unit) return report;
  const converted = (key: string, value: unknown): unknown =>
    key === 'amount' ? convert(String(value), report.moneyUnit, unit) : value;
  return JSON.parse(JSON.stringify(report), converted);
}

/** All that is known when the units are walked. */
interface Ground {
  readonly before: Report;
  readonly after: Report;
  readonly sides: Sides;
  readonly units: readonly Pair[];
  readonly old: readonly ProjectAt[];
  readonly now: readonly ProjectAt[];
  readonly projects: readonly Pair[];
}

function diffUnits(before: Report, after: Report, sides: Sides): Change[] {
  const units = pairUnits(before.units, after.units);
  const [old, now] = [projectsAt(before), projectsAt(after)];
  const ground = { before, after, sides, units, old, now, projects: pairProjects(old, now, units) };
  const moved = outOfOrder(units);
  return walkOrder(units, before.units.length, after.units.length).flatMap((at) => {
    const pair = units.find((each) => each.before === at.before && each.after === at.after);
    return diffUnit(at, pair !== undefined && moved.has(pair), ground);
  });
}

function diffUnit(at: { before?: number; after?: number }, isMoved: boolean, ground: Ground): Change[] {
  const old = at.before === undefined ? undefined : ground.before.units[at.before];
  const now = at.after === undefined ? undefined : ground.after.units[at.after];
  const present = now ?? old;
  if (!present) return [];
  const owner: Owner = { unit: namedOf(present) };
  const field = fieldAt(['units', '0']) ?? {};
  const [beforePath, afterPath] = [at.before, at.after].map((index) => ['units', String(index)]) as [
    string[],
    string[],
  ];
  const cell = { zh: '预算单位', en: 'budget unit' };
  const own: Change[] = [];
  if (!old || !now) {
    const content = contentOf(present, field, ground.sides.to, ['name', 'projects']);
    const text = asWritten(present.name);
    if (now) own.push({ type: 'added', subject: 'unit', owner, cell, content, after: { path: afterPath, text } });
    else own.push({ type: 'removed', subject: 'unit', owner, cell, content, before: { path: beforePath, text } });
  } else {
    if (isMoved)
      own.push({ type: 'moved', to: 'place', subject: 'unit', owner, cell, ...places(at, [beforePath, afterPath]) });
    const skip = ['name', 'projects'];
    own.push(...renamed('unit', cell, old.name, now.name, owner, [beforePath, afterPath]));
    own.push(...compareFields(old, now, field, { owner, before: beforePath, after: afterPath }, ground.sides, skip));
  }
  return [...own, ...diffProjects(at, owner, ground)];
}

/** The projects of a unit of the new report, and those that left one of the old. */
function diffProjects(at: { before?: number; after?: number }, owner: Owner, ground: Ground): Change[] {
  const { old, now, projects } = ground;
  const here = now.flatMap((each, index) => (each.unit === at.after ? [index] : []));
  const there = old.flatMap((each, index) => (each.unit === at.before ? [index] : []));
  const local = projects.filter((pair) => here.includes(pair.after));
  const stayed = local.filter((pair) => there.includes(pair.before));
  const reordered = outOfOrder(stayed);
  const gone = there.filter((index) => !projects.some((pair) => pair.before === index));
  const changes = new Map(
    here.map((index) => [index, diffNow(index, local, stayed, reordered, owner, ground)] as const),
  );
  const order = walkOrder(
    stayed.map((pair) => ({ before: there.indexOf(pair.before), after: here.indexOf(pair.after) })),
    there.length,
    here.length,
  );
  return order.flatMap((step) => {
    if (step.after !== undefined) return changes.get(here[step.after] as number) ?? [];
    const index = there[step.before as number] as number;
    return gone.includes(index) ? [removedProject(old[index] as ProjectAt, owner, ground)] : [];
  });
}

const projectCell = { zh: '项目', en: 'project' };

function diffNow(
  index: number,
  local: readonly Pair[],
  stayed: readonly Pair[],
  reordered: ReadonlySet<Pair>,
  unit: Owner,
  ground: Ground,
): Change[] {
  const now = ground.now[index] as ProjectAt;
  const pair = local.find((each) => each.after === index);
  const owner: Owner = { ...unit, project: now.named };
  if (!pair) return [addedProject(now, owner, ground)];
  const old = ground.old[pair.before] as ProjectAt;
  const paths: [ProjectAt['path'], ProjectAt['path']] = [old.path, now.path];
  const moved: Change[] = [];
  const base = { type: 'moved' as const, subject: 'project' as const, owner, cell: projectCell };
  if (!stayed.includes(pair)) moved.push({ ...base, to: 'unit' as const, ...homes(old, now, ground) });
  else if (reordered.has(pair))
    moved.push({ ...base, to: 'place' as const, ...places({ before: old.number, after: now.number }, paths) });
  return [
    ...moved,
    ...renamed('project', projectCell, old.project.name, now.project.name, owner, paths),
    ...compareFields(
      old.project,
      now.project,
      fieldAt(['units', '0', 'projects', '0']) ?? {},
      { owner, before: old.path, after: now.path },
      ground.sides,
      ['name'],
    ),
  ];
}

function addedProject(now: ProjectAt, owner: Owner, { sides }: Ground): Change {
  const content = projectContent(now, sides.to);
  const after = { path: now.path, text: asWritten(now.project.name) };
  return { type: 'added', subject: 'project', owner, cell: projectCell, content, after, ...fundsOf(now) };
}

function removedProject(old: ProjectAt, unit: Owner, { sides }: Ground): Change {
  const content = projectContent(old, sides.to);
  const before = { path: old.path, text: asWritten(old.project.name) };
  return {
    type: 'removed',
    subject: 'project',
    owner: { ...unit, project: old.named },
    cell: projectCell,
    content,
    before,
    ...fundsOf(old),
  };
}

/** The year's total, for the column of differences. */
function fundsOf({ project }: ProjectAt): { amount?: string } {
  const amount = amountOf(project, 'total', 'year');
  return isBlankAmount(amount) ? {} : { amount };
}

function projectContent({ project }: ProjectAt, unit: string): ContentLine[] {
  return contentOf(project, fieldAt(['units', '0', 'projects', '0']) ?? {}, unit, ['name', 'id']);
}

function homes(old: ProjectAt, now: ProjectAt, { before, after }: Ground) {
  return {
    before: { path: old.path, text: asWritten(before.units[old.unit]?.name ?? '') },
    after: { path: now.path, text: asWritten(after.units[now.unit]?.name ?? '') },
  };
}

function places(at: { before?: number; after?: number }, [before, after]: [readonly string[], readonly string[]]) {
  return {
    before: { path: before, text: ordinal(at.before ?? 0) },
    after: { path: after, text: ordinal(at.after ?? 0) },
  };
}

function ordinal(index: number): Bilingual {
  return { zh: `第 ${index + 1} 位`, en: `place ${index + 1}` };
}

function renamed(
  subject: 'unit' | 'project',
  cell: Bilingual,
  before: string,
  after: string,
  owner: Owner,
  [beforePath, afterPath]: [readonly string[], readonly string[]],
): Change[] {
  if (before === after) return [];
  const name: Bilingual = { zh: `${cell.zh === '项目' ? '项目' : '单位'}名称`, en: `name of the ${subject}` };
  return [
    {
      type: 'renamed',
      subject,
      owner,
      cell: name,
      before: { path: [...beforePath, 'name'], text: asWritten(before) },
      after: { path: [...afterPath, 'name'], text: asWritten(after) },
      marks: marksOf(before, after),
    },
  ];
}
