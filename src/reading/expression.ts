import type { Call, Constant, Each, Expression } from '../layouts/expression.js';

export const nothing: Constant = { type: 'constant', value: undefined };

export function constant(value: Constant['value']): Constant {
  return { type: 'constant', value };
}

function isEmpty({ value }: Constant): boolean {
  return !value;
}

/** A call, or what it comes to when its arguments are known: parts of forms are chosen by constants (`remarkName=""`). */
export function callOf(helper: string, given: readonly Expression[], named: Call['named'] = {}): Expression {
  const call: Call = { type: 'call', helper, given, named };
  const known = given.filter((each) => each.type === 'constant');
  const first = known[0];
  if (helper === 'not' && first) return constant(isEmpty(first));
  if (helper === 'and' || helper === 'or') return junction(call, helper === 'or');
  if (known.length < given.length) return call;
  const values = known.map(({ value }) => value);
  if (helper === 'eq') return constant(values[0] === values[1]);
  if (helper === 'add') return constant(Number(values[0] ?? 0) + Number(values[1] ?? 0));
  if (helper === 'given') return constant(known.filter((each) => !isEmpty(each)).length);
  return call;
}

/** `or` ends at a constant that is present, `and` at one that is absent; the others say nothing. */
function junction(call: Call, isOr: boolean): Expression {
  const left: Expression[] = [];
  for (const each of call.given) {
    if (each.type !== 'constant') left.push(each);
    else if (isEmpty(each) !== isOr) {
      left.push(each);
      break;
    }
  }
  if (left.length === 0) return constant(isOr ? undefined : true);
  const isDecided = !isOr && left.some((each) => each.type === 'constant');
  if (isDecided) return constant(false);
  return left.length === 1 ? (left[0] as Expression) : { ...call, given: left };
}

/** The same text for the same expression. */
export function keyOf(expression: Expression, loops: (loop: Each) => string): string {
  switch (expression.type) {
    case 'constant':
      return JSON.stringify(expression.value) ?? '-';
    case 'path':
      return `${expression.of ? loops(expression.of) : ''}/${expression.keys.join('/')}`;
    case 'turn':
      return `${loops(expression.of)}@${expression.what}`;
    case 'call':
      return `(${[expression.helper, ...expression.given.map((each) => keyOf(each, loops))].join(' ')})`;
  }
}
