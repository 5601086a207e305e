import type { Path } from '../json/pointer.js';
import type { Project } from './schema.js';

/** A project of a value that may be no valid report: each field may be anything. */
export interface LooseProject {
  readonly path: Path;
  readonly fields: Partial<Record<keyof Project, unknown>>;
}

/** The projects of a parsed value, in order, as far as it has the shape of a report. */
export function projectsOf(report: unknown): LooseProject[] {
  const units = itemsOf(fieldOf(report, 'units'));
  return units.flatMap((unit, u) =>
    itemsOf(fieldOf(unit, 'projects')).flatMap((project, p) =>
      isObject(project) ? [{ path: ['units', String(u), 'projects', String(p)], fields: project }] : [],
    ),
  );
}

/** An own field of a parsed value; undefined where there is none. */
export function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function itemsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
