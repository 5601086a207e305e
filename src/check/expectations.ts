import type { MoneyLook } from '../report/moneyPrint.js';
import type { Report } from '../report/schema.js';

/** What the layout of a table asks of its data; a layout's manifest has these fields. */
export interface Expectations extends MoneyLook {
  readonly id: string;
  readonly table: 'project' | 'department';
  /** A form a project, or a list with rows for the department and its units. */
  readonly shape?: 'form' | 'list' | 'longList';
  /** Second levels that it prints even when they are empty. */
  readonly requiredLevel2?: readonly string[];
  /** What the weights of a table add up to: 90, 80 or 100. */
  readonly weightSum?: number;
  /** How much of that sum stands in rows that the form itself prints, when the report does not have them (广西 2021). */
  readonly pointsPrinted?: number;
  /** Whether the region's form has qualitative indicators without a value. */
  readonly valueOptional?: boolean;
  /** How it prints that there is no money. */
  readonly blankAmount?: 'blank' | 'zero' | 'dash';
}

/** What is asked of a kind of table; undefined when the report is not printed as one. */
export function expectedOf(all: readonly Expectations[], table: Expectations['table']): Expectations | undefined {
  return all.find((each) => each.table === table);
}

/** Whether the report has anything to print in a department's table. */
export function hasOverall(report: Report): boolean {
  return report.department.overall !== undefined;
}
