import type { Place } from '../problem.js';
import type { Attributes } from './attributes.js';
import type { ElementName } from './subset.js';

/** An element of the subset, in a place where it is allowed. `place` is the template line of its tag. */
export interface MarkupElement {
  readonly name: ElementName;
  readonly attributes: Attributes;
  readonly children: MarkupNode[];
  readonly place: Place;
  /** Whether nothing in it was refused: only then is its grid checked. */
  sound: boolean;
}

export type MarkupNode = MarkupElement | string;

/** An open tag. The children of an unknown element are checked as children of its parent. */
export interface Frame {
  readonly tag: string;
  readonly place: Place;
  readonly inside: ElementName | 'document';
  readonly children: MarkupNode[];
  readonly element?: MarkupElement;
  readonly problemsBefore: number;
}
