import { type Path, pathOf, pointerOf } from '../json/pointer.js';
import { shortDigest } from '../kept/digest.js';
import type { Acceptance } from '../report/schema.js';
import { rules } from './rules/all.js';
import type { ProjectAt, Subject } from './subject.js';

/** Projects that were checked before and have no error: by digest of all that a rule sees of them, their warnings. */
export type PassedProjects = Readonly<Record<string, number>>;

/**
 * The projects of a report by digest of themselves, what is accepted in them, their unit and what the whole report says, apart
 * from other projects.
 */
export class Digests {
  readonly #byPath = new Map<string, string>();

  constructor({ report, projects, expectations }: Subject) {
    const { units: _, accepted = [], ...rest } = report;
    const around = JSON.stringify([rest, expectations]);
    const answers = new Map<string | undefined, Acceptance[]>();
    for (const each of accepted) {
      const project = projectOf(pathOf(each.at));
      answers.set(project, [...(answers.get(project) ?? []), each]);
    }
    for (const at of projects) {
      const path = at.path.join('/');
      const own = answers.get(path) ?? [];
      // A number may name rules of both kinds: then nobody can say which of them was met.
      if (own.every(({ code }) => isOfOne(code) !== undefined)) this.#byPath.set(path, digestOf(at, own, around));
    }
  }

  /** Of the project that a path leads into; undefined outside of all, and where something is accepted. */
  of(path: Path): string | undefined {
    const project = projectOf(path);
    return project === undefined ? undefined : this.#byPath.get(project);
  }

  /** Paths of projects with their digests. */
  entries(): IterableIterator<[string, string]> {
    return this.#byPath.entries();
  }
}

/** Whether a code or number names rules that look at one project only; undefined where it names both kinds, or none. */
export function isOfOne(code: string): boolean | undefined {
  const named = rules.filter((rule) => rule.code === code || rule.number === code);
  const ofOne = named.filter(({ whole }) => !whole).length;
  return named.length > 0 && (ofOne === 0 || ofOne === named.length) ? ofOne > 0 : undefined;
}

function digestOf({ project, unit, path }: ProjectAt, accepted: readonly Acceptance[], around: string): string {
  const { projects: _, ...own } = unit;
  const start = pointerOf(path).length;
  const answers = accepted.map(({ code, at }) => [code, at.slice(start)]);
  return shortDigest(JSON.stringify([project, own, answers]) + around);
}

/** The project that a path leads into, as its own path. */
export function projectOf(path: Path): string | undefined {
  return path[0] === 'units' && path[2] === 'projects' && path.length >= 4 ? path.slice(0, 4).join('/') : undefined;
}

/** The subject without what stands in projects that are known to have passed. */
export function withoutPassed(subject: Subject, digests: Digests, passed: PassedProjects): Subject {
  const open = ({ path }: { readonly path: Path }): boolean => {
    const digest = digests.of(path);
    return digest === undefined || !Object.hasOwn(passed, digest);
  };
  const { projects, owners, texts } = subject;
  return { ...subject, projects: projects.filter(open), owners: owners.filter(open), texts: texts.filter(open) };
}
