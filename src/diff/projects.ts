import type { Path } from '../json/pointer.js';
import type { Project, Report, Unit } from '../report/schema.js';
import type { Named } from './change.js';
import { featuresOf, likeness, projectFeatures, textLikeness } from './likeness.js';
import { type Pair, Pairing } from './pairing.js';

/** A project where it stands. `unit` is its unit's index. */
export interface ProjectAt {
  readonly project: Project;
  readonly unit: number;
  readonly number: number;
  readonly path: Path;
  readonly named: Named;
}

/** The projects of a report in order; a name that repeats without codes gets a number. */
export function projectsAt(report: Report): ProjectAt[] {
  const all = report.units.flatMap((unit, u) => unit.projects.map((project, p) => ({ project, unit: u, number: p })));
  const seen = new Map<string, number>();
  const count = (name: string): number => all.filter(({ project }) => project.name === name).length;
  const repeating = new Set(all.map(({ project }) => project.name).filter((name) => count(name) > 1));
  return all.map(({ project, unit, number }) => {
    const repeat = (seen.get(project.name) ?? 0) + 1;
    seen.set(project.name, repeat);
    const repeats = project.code === undefined && repeating.has(project.name);
    return {
      project,
      unit,
      number,
      path: ['units', String(unit), 'projects', String(number)],
      named: { ...namedOf(project), ...(repeats && { repeat }) },
    };
  });
}

export function namedOf({ name, code }: { readonly name: string; readonly code?: string }): Named {
  return { name, ...(code !== undefined && { code }) };
}

/** Units: by code, by name, then by the projects that they have. */
export function pairUnits(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  return new Pairing(before, after)
    .byKey((unit) => unit.code)
    .byKey((unit) => unit.name)
    .byScore((old, now) => {
      const projects = likeness(featuresOf(old.projects), featuresOf(now.projects));
      const score = projects * 0.7 + textLikeness(old.name, now.name) * 0.3;
      return score >= 0.4 ? score : undefined;
    }).pairs;
}

/**
 * Projects: by code, by id, wholly alike in the same unit and then in any, then by name and content. A repeated name
 * (工作经费 stands in most units) proves little: outside its unit the content must be alike too.
 */
export function pairProjects(
  before: readonly ProjectAt[],
  after: readonly ProjectAt[],
  units: readonly Pair[],
): Pair[] {
  const unitOf = new Map(units.map((pair) => [pair.before, pair.after]));
  const old = before.map((each) => ({ ...each, home: unitOf.get(each.unit) ?? -1 - each.unit }));
  const now = after.map((each) => ({ ...each, home: each.unit }));
  const features = new Map([...old, ...now].map((each) => [each, projectFeatures(each.project)] as const));
  const whole = ({ project }: { project: Project }): string => JSON.stringify(Object.entries(project).sort());
  return new Pairing(old, now)
    .byKey(({ project }) => project.code)
    .byKey(({ project }) => project.id)
    .byKey((each) => `${each.home} ${whole(each)}`)
    .byKey(whole)
    .byScore((left, right) => {
      const alike = likeness(features.get(left) as Map<string, number>, features.get(right) as Map<string, number>);
      return projectScore(left.project, right.project, left.home === right.home, alike);
    }).pairs;
}

function projectScore(before: Project, after: Project, sameUnit: boolean, alike: number): number | undefined {
  const sameName = before.name === after.name;
  const otherCode = before.code !== undefined && after.code !== undefined && before.code !== after.code;
  const least = leastLikeness(sameName, sameUnit) + (otherCode ? 0.3 : 0);
  return alike >= least ? alike + Number(sameName) * 0.5 + Number(sameUnit) * 0.2 : undefined;
}

function leastLikeness(sameName: boolean, sameUnit: boolean): number {
  if (sameName) return sameUnit ? 0 : 0.5;
  return sameUnit ? 0.5 : 0.6;
}
