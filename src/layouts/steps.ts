import { fault, Problems } from '../problem.js';
import { mostSteps } from './limits.js';

/** Counts the steps of filling a layout, because loops in loops over a long report could run for hours. */
export class Steps {
  #taken = 0;

  /** Throws Problems `layout-too-long` beyond the limit. */
  take(steps: number): void {
    this.#taken += steps;
    if (this.#taken > mostSteps) throw new Problems([tooLong]);
  }
}

/** How many steps a value may cost a helper: its items, the projects of a report or unit, or hundreds of characters. */
export function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'string') return value.length / 100;
  if (typeof value !== 'object' || value === null) return 0;
  const { units, projects } = value as { readonly units?: unknown; readonly projects?: unknown };
  if (Array.isArray(projects)) return projects.length;
  return Array.isArray(units) ? units.reduce((sum: number, unit) => sum + sizeOf(unit), units.length) : 0;
}

const tooLong = fault(
  'layout-too-long',
  {
    zh: `版式填入这份报告要重复 ${mostSteps / 10_000} 万次以上，没有填完`,
    en: `to fill the layout with this report takes more than ${mostSteps / 1_000_000} million steps; it was given up`,
  },
  undefined,
  {
    zh: '报告很大时按单位拆成几份；报告不大时，检查版式里层层相套的 {{#each}}',
    en: 'split a large report by unit; for a small one look for {{#each}} within {{#each}} in the layout',
  },
);
