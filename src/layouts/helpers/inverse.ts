import type { Expression } from '../expression.js';
import type { Spot } from '../spot.js';

/** What is read where a helper printed something: the spots of its arguments, what texts mean, and where values go. */
export interface Reader {
  /** The periods that the form prints goals and money of. */
  readonly periods: ReadonlySet<string>;
  /** Where a path's value is kept; undefined for what is no path. */
  spotOf(expression: Expression | undefined): Spot | undefined;
  /** The value of a constant, or what was read at a path. */
  valueOf(expression: Expression | undefined): string | undefined;
  /** The same once every name of a column is read, for where the loops are now. */
  valueLater(expression: Expression | undefined): () => string | undefined;
  /** Put off until every name of a column is read. */
  later(run: () => void): void;
  note(code: string): void;

  put(spot: Spot, value: string | number): void;
  /** One of several values of a text: 、 goes between them. */
  putAlso(spot: Spot, value: string): void;
  /** The parts of an indicator's value; `open` and `close` are what the form puts around its unit. */
  putTarget(spot: Spot, text: string, open?: string, close?: string): void;
  /** A text put where what an argument shows belongs. */
  read(shown: Expression, text: string): void;

  /** A text as texts are compared: on one line, without white space, full-width forms plain. */
  bare(text: string): string;
  /** An amount as the report writes it, without separators; undefined when the text is none. */
  amountIn(text: string): string | undefined;
  /** An amount of the named unit, else of the form's, in the report's. */
  inReportUnit(amount: string, unit: Expression | undefined): string;
  /** A date as the report writes it; undefined when the text is none. */
  dayIn(text: string): string | undefined;
  /** ≥ of >=; undefined when the text is no sign. */
  signIn(text: string): string | undefined;
}

/** What a helper's printed text says of its arguments. */
export type Inverse = (
  reader: Reader,
  text: string,
  given: readonly Expression[],
  named: Readonly<Record<string, Expression>>,
) => void;

/** Of what is reckoned from fields that say it themselves. */
export const saysNothing: Inverse = () => {};
