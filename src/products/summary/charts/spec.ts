import type { Role } from '../../../document/document.js';

/**
 * The specs of charts. Amounts are exact: a value is a decimal string, with the text that is printed for it. Lengths of bars are
 * exact to a hundredth of a point.
 */

/** A decimal, not negative, such as 717.80, and its printed text. Without a value, the text is where the bar would begin. */
export interface Amount {
  readonly value?: string;
  readonly printed: string;
}

/** Words beside a bar; one entry for each language, on separate lines. */
export type Label = string | readonly string[];

export interface Bar extends Amount {
  readonly label: Label;
}

/** Horizontal bars below each other, each with its label on the left and its amount at the end. */
export interface BarsSpec {
  readonly kind: 'bars';
  /** From top to bottom. */
  readonly bars: readonly Bar[];
}

/** One divided bar, and below it a line for each part: its grey, label and amount. */
export interface PartsSpec {
  readonly kind: 'parts';
  /** At most six: more greys cannot be distinguished. */
  readonly parts: readonly (Bar & { readonly value: string })[];
}

/** Bars in groups, each below a bold heading, which may have an amount. */
export interface GroupsSpec {
  readonly kind: 'groups';
  readonly groups: readonly {
    readonly label: Label;
    readonly printed?: string;
    readonly bars: readonly Bar[];
    /** The group has its own scale: only bars within it can be compared. */
    readonly alone?: true;
  }[];
}

export type ChartSpec = BarsSpec | PartsSpec | GroupsSpec;

/** In points. */
export interface ChartLook {
  readonly width: number;
  readonly role: Role;
  /** Of all words; at least 7.5, to be readable in print. */
  readonly size: number;
}

export const plainLook: ChartLook = { width: 440, role: '黑体', size: 8.5 };
export const leastSize = 7.5;
