import type { Role } from '../../../document/document.js';

/**
 * What charts show. Their amounts are exact: a value is a decimal string, and beside it stands the text that is printed, which
 * comes out as it is given. Bars are as long as values say, to a hundredth of a point.
 */

/** A decimal, not negative, such as 717.80, and how it is printed. Without a value it is printed where its bar would begin. */
export interface Amount {
  readonly value?: string;
  readonly printed: string;
}

/** Words beside a bar; one entry a language, each on lines of its own. */
export type Label = string | readonly string[];

export interface Bar extends Amount {
  readonly label: Label;
}

/** Bars from the left, one below the other, each with its label on its left and its amount at its end. */
export interface BarsSpec {
  readonly kind: 'bars';
  /** In the order in which they stand. */
  readonly bars: readonly Bar[];
}

/** One bar divided, and a line for each of its parts: its grey, its label, its amount. */
export interface PartsSpec {
  readonly kind: 'parts';
  /** At most six: more greys cannot be told from each other. */
  readonly parts: readonly (Bar & { readonly value: string })[];
}

/** Bars in groups, each under a heading in bold with an amount of its own where it has one. */
export interface GroupsSpec {
  readonly kind: 'groups';
  readonly groups: readonly {
    readonly label: Label;
    readonly printed?: string;
    readonly bars: readonly Bar[];
    /** The longest bar of the group is as long as that of every other such group: only bars within it compare. */
    readonly alone?: true;
  }[];
}

export type ChartSpec = BarsSpec | PartsSpec | GroupsSpec;

/** Points. */
export interface ChartLook {
  readonly width: number;
  readonly role: Role;
  /** Of all words; at least 7.5, so that it is read in print. */
  readonly size: number;
}

export const plainLook: ChartLook = { width: 440, role: '黑体', size: 8.5 };
export const leastSize = 7.5;
