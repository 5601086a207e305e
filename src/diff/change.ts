import type { Path } from '../json/pointer.js';
import type { Bilingual } from '../problem.js';
import type { MoneyUnit } from '../report/schema.js';

/** What a comparison of two reports tells: plain data in a closed union. */

/** What can come, go, be renamed or move. */
export type Subject =
  | 'unit'
  | 'project'
  | 'indicator'
  | 'goal'
  | 'task'
  | 'duty'
  | 'note'
  | 'term'
  | 'planStep'
  | 'costLine'
  | 'procurement'
  | 'history'
  | 'place'
  | 'entry';

export interface Named {
  readonly name: string;
  readonly code?: string;
  /** Its number among those of one name in its report, where the name repeats and there is no code. */
  readonly repeat?: number;
}

/** Whose cell it is: of the report itself when empty, of a unit, or of a project in a unit. Names are the new report's. */
export interface Owner {
  readonly unit?: Named;
  readonly project?: Named;
}

/** One of the two reports: where the value stands there, and the value in words. */
export interface Side {
  readonly path: Path;
  readonly text: Bilingual;
}

/** What an added or removed thing says in one cell; its amounts stand apart, plain as in the report. */
export type ContentLine = readonly (Bilingual | { readonly amount: string })[];

/** A stretch of a text: in both reports, in the old one only, in the new one only. */
export interface Mark {
  readonly op: 'same' | 'removed' | 'added';
  readonly text: string;
}

interface Base {
  readonly owner: Owner;
  /** The cell in the domain's words: 年度资金总额, 数量指标“举办科普活动场次”·年度指标值. */
  readonly cell: Bilingual;
}

interface Both extends Base {
  readonly before: Side;
  readonly after: Side;
}

/** At least one side is there. */
interface Either extends Base {
  readonly before?: Side;
  readonly after?: Side;
}

export interface Added extends Base {
  readonly type: 'added';
  readonly subject: Subject;
  readonly before?: never;
  readonly after: Side;
  /** All that it says, one line a cell. */
  readonly content: readonly ContentLine[];
  /** The year's total funds of a project, in the new report's money unit. */
  readonly amount?: string;
}

export interface Removed extends Base {
  readonly type: 'removed';
  readonly subject: Subject;
  readonly before: Side;
  readonly after?: never;
  /** All that it says, one line a cell. */
  readonly content: readonly ContentLine[];
  /** The year's total funds of a project, in the new report's money unit. */
  readonly amount?: string;
}

export interface Renamed extends Both {
  readonly type: 'renamed';
  readonly subject: Subject;
  readonly marks: readonly Mark[];
}

/** To another unit, another level of the indicator framework, or another place in the order. */
export interface Moved extends Both {
  readonly type: 'moved';
  readonly subject: Subject;
  readonly to: 'unit' | 'level' | 'place';
}

export interface AmountChange extends Either {
  readonly type: 'amount';
  /** after − before, exact, in the new report's money unit; '' if both are blank. */
  readonly difference: string;
  readonly unit: MoneyUnit;
}

/** What of a target changed; the first that holds names the change. */
export const targetAspects = [
  'added',
  'removed',
  'quantified',
  'qualified',
  'reworded',
  'unit',
  'raised',
  'lowered',
  'sign',
  'note',
  'notation',
] as const;
export type TargetAspect = (typeof targetAspects)[number];

export interface TargetChange extends Either {
  readonly type: 'target';
  readonly aspects: readonly TargetAspect[];
  /** What the unit asks of itself: ≥90→≥95 and ≤5→≤3 are both higher. Absent where the signs do not tell. */
  readonly demand?: 'higher' | 'lower';
  /** after − before of the values, where their units agree. */
  readonly difference?: string;
  /** The unit of measure of the difference. */
  readonly measure?: string;
  readonly marks?: readonly Mark[];
}

export interface TextChange extends Both {
  readonly type: 'text';
  readonly marks: readonly Mark[];
}

export interface ValueChange extends Either {
  readonly type: 'value';
}

export type Change = Added | Removed | Renamed | Moved | AmountChange | TargetChange | TextChange | ValueChange;

/** The stable name of a kind of change: project-added, amount-changed, target-raised, indicator-moved. */
export function codeOf(change: Change): string {
  switch (change.type) {
    case 'added':
    case 'removed':
    case 'renamed':
      return `${change.subject}-${change.type}`;
    case 'moved':
      return change.to === 'place' ? `${change.subject}-reordered` : `${change.subject}-moved`;
    case 'target':
      return `target-${change.aspects[0]}`;
    case 'amount':
    case 'text':
    case 'value':
      return `${change.type}-changed`;
  }
}
