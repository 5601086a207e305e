import type { Place, Problem } from '../../problem.js';
import type { Kind } from '../kinds.js';
import type { Leaf, LeavesOf, Printed } from '../printed.js';
import type { FieldSources, Member } from '../sources.js';
import type { View } from '../view.js';
import type { Inverse } from './inverse.js';

/** What a helper accepts as one argument; records by their names in the schema. */
export type Parameter =
  | { readonly wants: 'text' | 'number' | 'scalar' | 'anything' }
  /** Something that can be equal to the first argument. */
  | { readonly wants: 'same' }
  | { readonly wants: 'word'; readonly words: (before: readonly Kind[]) => readonly string[] }
  | { readonly wants: 'record'; readonly names: readonly string[] }
  | { readonly wants: 'list'; readonly names?: readonly string[] };

/** What a helper gets beside its arguments: the place of the call, the view, and where to report. */
export interface Call {
  readonly view: View;
  readonly place: Place;
  readonly problems: Problem[];
  readonly printed: Printed;
  /** Only where sources are asked for. */
  readonly sources?: FieldSources | undefined;
  readonly named: Readonly<Record<string, string>>;
}

/**
 * A helper: its parameters, the kind of its result, its function. The checker has proven the arguments' kinds before `run` is
 * called; any of them may still be undefined, because data may be missing.
 */
export interface Helper {
  readonly takes: readonly Parameter[];
  /** Of further arguments, if there may be any. */
  readonly more?: Parameter;
  /** Named arguments; all are optional. */
  readonly named?: Readonly<Record<string, Parameter>>;
  readonly gives: Kind | ((given: readonly Kind[]) => Kind);
  /** Which fields its result shows; when absent, all of its arguments. */
  readonly leaves?: LeavesOf;
  /** It reckons with fields that it counts as shown: its result cannot be edited as one of them. */
  readonly reckoned?: true;
  /** Where its value would stand, when the record that has it is absent. */
  readonly absent?: (given: readonly unknown[]) => Leaf | undefined;
  /** What a new member of its list must hold, to be in its result or to be its value. */
  readonly member?: (given: readonly unknown[]) => Member | undefined;
  /** The same for items of its result that are not in the report yet. */
  readonly memberOf?: (item: object) => Member;
  /** Of a box that is ticked or not: the choice that it is for. */
  readonly choice?: (given: readonly unknown[]) => string;
  readonly run: (call: Call, ...given: never[]) => unknown;
  /** What its printed text says of its arguments: `import` reads by it. A layout that prints by a helper without one is write-only. */
  readonly inverse?: Inverse;
}

export const aText: Parameter = { wants: 'text' };
export const aNumber: Parameter = { wants: 'number' };
export const aScalar: Parameter = { wants: 'scalar' };
export const theSame: Parameter = { wants: 'same' };
export const anything: Parameter = { wants: 'anything' };
export const aList: Parameter = { wants: 'list' };

/** One of these words. */
export function oneOf(words: readonly string[]): Parameter {
  return { wants: 'word', words: () => words };
}

/** A record of one of these names. */
export function aRecord(...names: string[]): Parameter {
  return { wants: 'record', names };
}

/** A list of records of one of these names. */
export function aListOf(...names: string[]): Parameter {
  return { wants: 'list', names };
}
