import type { Place } from '../problem.js';
import type { Attributes } from './attributes.js';
import type { ElementName } from './subset.js';

/** An element of the subset where it may stand. `place` is the template line of its tag. */
export interface MarkupElement {
  readonly name: ElementName;
  readonly attributes: Attributes;
  readonly children: MarkupNode[];
  readonly place: Place;
  /** Whether nothing in it was refused, so that its grid can be judged. */
  sound: boolean;
}

export type MarkupNode = MarkupElement | string;

/** An open tag. An unknown element is a window: its children are judged and kept as its parent's. */
export interface Frame {
  readonly tag: string;
  readonly place: Place;
  readonly inside: ElementName | 'document';
  readonly children: MarkupNode[];
  readonly element?: MarkupElement;
  readonly problemsBefore: number;
}
