import type { Path } from '../json/pointer.js';

/** A field, or a whole part, that the report fills and the page does not show. */
export interface Unprinted {
  readonly path: Path;
  /** The field in the words of the schema: `project.basis`, `indicator.weight`; a part that is lost whole by its own name, `goal`. */
  readonly field: string;
  /** Whose it is: the project, indicator, unit, task or part of the department that it stands in, or is. */
  readonly owner: Path;
}

/** What a layout makes of a report, as far as rules ask. It comes from the filled template, not from the manifest. */
export interface Page {
  readonly id: string;
  readonly table: 'project' | 'department';
  /** Whose form it is; undefined of what is nobody's. */
  readonly region?: { readonly code?: string; readonly name: string };
  /** In the order of the report. */
  readonly unprinted: readonly Unprinted[];
  /** Fields that the region's form has no place for, as the layout declares them. */
  readonly withoutPlace: readonly string[];
  /** The periods of goals that its form has cells for; none in a form without goals. */
  readonly goalPeriods: readonly string[];
  /** Rows of indicators whose cells of values are all blank. */
  readonly blankRows: readonly Path[];
  /** Rows that have a value, beside a blank cell of the other period. */
  readonly blankCells: readonly { readonly path: Path; readonly period: 'year' | 'whole' }[];
  /** Blank cells of goals, by the project or department whose they are. */
  readonly blankGoals: readonly { readonly path: Path; readonly period: string }[];
  /** Projects whose cells of money are all blank. */
  readonly blankMoney: readonly Path[];
  /** Whether its form has any cell for the money of a project: its funding or its costs. */
  readonly hasMoney: boolean;
}

/** A page that shows all that it is given. */
export const emptyPage: Page = {
  ...{ id: 'example', table: 'project', unprinted: [], withoutPlace: [], goalPeriods: ['year', 'whole'] },
  ...{ blankRows: [], blankCells: [], blankGoals: [], blankMoney: [], hasMoney: true },
};
