import { createHash } from 'node:crypto';
import type { Path } from '../report/pointer.js';
import { pathOf } from '../report/pointer.js';
import type { ProjectAt, Subject } from './subject.js';

/** Projects that were checked before and have no error: by digest of all that a rule sees of them, their warnings. */
export type Sound = Readonly<Record<string, number>>;

/** The projects of a report by digest of themselves, their unit and what the whole report says, apart from other projects. */
export class Digests {
  readonly #byPath = new Map<string, string>();

  constructor({ report, projects, expectations }: Subject) {
    const { units: _, accepted = [], ...rest } = report;
    const around = JSON.stringify([rest, expectations]);
    const answered = new Set(accepted.map(({ at }) => projectOf(pathOf(at))));
    for (const at of projects) {
      const path = at.path.join('/');
      // Whoever accepts something in it has it looked at each time.
      if (!answered.has(path)) this.#byPath.set(path, digestOf(at, around));
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

function digestOf({ project, unit }: ProjectAt, around: string): string {
  const { projects: _, ...own } = unit;
  return createHash('sha256')
    .update(JSON.stringify([project, own]))
    .update(around)
    .digest('hex')
    .slice(0, 24);
}

/** The project that a path leads into, as its own path. */
export function projectOf(path: Path): string | undefined {
  return path[0] === 'units' && path[2] === 'projects' && path.length >= 4 ? path.slice(0, 4).join('/') : undefined;
}

/** The subject without what stands in projects that are known to be sound. */
export function withoutSound(subject: Subject, digests: Digests, sound: Sound): Subject {
  const open = ({ path }: { readonly path: Path }): boolean => {
    const digest = digests.of(path);
    return digest === undefined || !Object.hasOwn(sound, digest);
  };
  const { projects, owners, texts } = subject;
  return { ...subject, projects: projects.filter(open), owners: owners.filter(open), texts: texts.filter(open) };
}
