/** What a template prints or asks, with the arguments of its partials put in: nothing depends on where the call stands any more. */
export type Expression = Constant | Path | Turn | Call;

export interface Constant {
  readonly type: 'constant';
  readonly value: string | number | boolean | undefined;
}

/** Fields, one inside the other, of the report or of the member that a loop is at. */
export interface Path {
  readonly type: 'path';
  readonly of: Each | undefined;
  readonly keys: readonly string[];
}

/** `@index`, `@first`, `@last` of a loop. */
export interface Turn {
  readonly type: 'turn';
  readonly of: Each;
  readonly what: string;
}

export interface Call {
  readonly type: 'call';
  readonly helper: string;
  readonly given: readonly Expression[];
  readonly named: Readonly<Record<string, Expression>>;
}

/** `each`: a loop over a list. What its body prints is not said here. */
export interface Each {
  readonly type: 'loop';
  readonly list: Expression;
}

/** The last field of a path, or ''. */
export function fieldOf(expression: Expression): string {
  return expression.type === 'path' ? (expression.keys.at(-1) ?? '') : '';
}

/** The value of a constant; '' for anything else. */
export function constantOf(expression: Expression | undefined): string | number | boolean {
  return expression?.type === 'constant' ? (expression.value ?? '') : '';
}

/** What the first of calls inside each other is given first. */
export function innermost(expression: Expression): Expression {
  const inner = expression.type === 'call' ? expression.given[0] : undefined;
  return inner ? innermost(inner) : expression;
}
