import { originField, sourceField } from './printed.js';
import { traceNames } from './traced.js';

/**
 * Rewrites a template's syntax tree so that it tells which fields it prints: `{{project.name}}` becomes `{{:print project "name"}}`,
 * a helper's call one that hands on where its arguments come from. What the template writes stays the same.
 */
export function withTraces(program: hbs.AST.Program): void {
  traceProgram(program, []);
}

/** Names of block parameters: they are values, not fields of the context. */
type Names = readonly string[];

function traceProgram(program: hbs.AST.Program | undefined, names: Names): void {
  for (const node of program?.body ?? []) {
    if (node.type === 'MustacheStatement') traceMustache(node as hbs.AST.MustacheStatement, names);
    if (node.type === 'BlockStatement') traceBlock(node as hbs.AST.BlockStatement, names);
    if (node.type === 'PartialStatement') tracePartial(node as hbs.AST.PartialStatement, names);
  }
}

function traceMustache(node: hbs.AST.MustacheStatement, names: Names): void {
  if (node.params.length === 0 && !node.hash) {
    const field = fieldOf(node.path, names);
    if (field) Object.assign(node, { path: nameOf(traceNames.print, node.loc), params: field });
    return;
  }
  const { path, params, hash, loc } = node;
  const call = { type: 'SubExpression', path, params, hash, loc } as hbs.AST.SubExpression;
  Object.assign(node, { path: nameOf(traceNames.show, loc), params: [printed(call, names)], hash: undefined });
}

function traceBlock(node: hbs.AST.BlockStatement, names: Names): void {
  const [subject] = node.params;
  const block = (node.path as hbs.AST.PathExpression).original;
  if (subject && (block === 'each' || block === 'with'))
    node.params[0] = callOf(traceNames.list, [printed(subject, names)], subject.loc);
  if (subject && (block === 'if' || block === 'unless'))
    node.params[0] = callOf(traceNames.ask, [asked(subject, names), literal(writtenFor(node), node.loc)], subject.loc);
  const { program, inverse } = node as Partial<hbs.AST.BlockStatement>;
  traceProgram(program, [...names, ...(program?.blockParams ?? [])]);
  traceProgram(inverse, names);
}

/** The answers for which a block writes something: `true`, `false`, or both. */
function writtenFor(node: hbs.AST.BlockStatement): string {
  const isUnless = (node.path as hbs.AST.PathExpression).original === 'unless';
  const { program, inverse } = node as Partial<hbs.AST.BlockStatement>;
  const [yes, no] = isUnless ? [inverse, program] : [program, inverse];
  return [yes ? 'true' : '', no ? 'false' : ''].join(' ');
}

/** With named arguments a partial sees a copy of its object: the copy tells what it was made of, and where the arguments come from. */
function tracePartial(node: hbs.AST.PartialStatement, names: Names): void {
  const { loc } = node;
  const [given] = node.params;
  if (given) node.params[0] = callOf(traceNames.list, [printed(given, names)], loc);
  if (!node.hash || node.hash.pairs.length === 0) return;
  const sources = node.hash.pairs.map(({ key, value }) =>
    pair(sourceField(key), callOf(traceNames.leaves, [printed(value, names)], loc), loc),
  );
  const context = given ?? pathOf('this', [], loc);
  node.hash.pairs.push(pair(originField, context, loc), ...sources);
}

/** An expression whose value goes into the page. */
function printed(node: hbs.AST.Expression, names: Names): hbs.AST.Expression {
  if (node.type === 'SubExpression') {
    const call = node as hbs.AST.SubExpression;
    return traced(
      call,
      call.params.map((param) => printed(param, names)),
    );
  }
  const field = fieldOf(node, names);
  return field ? callOf(traceNames.from, field, node.loc) : node;
}

/** An expression that decides what is written: flags count, and texts that are compared; that something is there does not. */
function asked(node: hbs.AST.Expression, names: Names): hbs.AST.Expression {
  if (node.type === 'SubExpression') {
    const call = node as hbs.AST.SubExpression;
    const name = (call.path as hbs.AST.PathExpression).original;
    if (name === 'eq') return printed(call, names);
    const isLogic = name === 'and' || name === 'or' || name === 'not';
    return isLogic
      ? traced(
          call,
          call.params.map((param) => asked(param, names)),
        )
      : call;
  }
  const field = fieldOf(node, names);
  return field ? callOf(traceNames.flag, field, node.loc) : node;
}

function traced(call: hbs.AST.SubExpression, params: readonly hbs.AST.Expression[]): hbs.AST.SubExpression {
  const name = String((call.path as hbs.AST.PathExpression).original);
  return { ...callOf(traceNames.call, [literal(name, call.loc), ...params], call.loc), hash: call.hash };
}

/** The record and the name of the field that a path names; undefined for what is no field: `this`, a loop's index, a block parameter. */
function fieldOf(node: hbs.AST.Expression, names: Names): hbs.AST.Expression[] | undefined {
  if (node.type !== 'PathExpression') return undefined;
  const path = node as hbs.AST.PathExpression;
  const field = path.parts.at(-1);
  if (field === undefined) return undefined;
  const isScoped = /^\.|this\b/.test(path.original);
  const isNamed = !path.data && path.depth === 0 && !isScoped && names.includes(path.parts[0] as string);
  const isAlone = path.parts.length === 1;
  if (isAlone && (path.data || isNamed)) return undefined;
  const owner = { ...path, parts: path.parts.slice(0, -1), original: isAlone && !isScoped ? 'this' : path.original };
  return [owner as hbs.AST.PathExpression, literal(field, path.loc)];
}

function callOf(name: string, params: readonly hbs.AST.Expression[], loc: hbs.AST.SourceLocation) {
  return {
    type: 'SubExpression',
    path: nameOf(name, loc),
    params: [...params],
    loc,
  } as unknown as hbs.AST.SubExpression;
}

function nameOf(name: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return pathOf(name, [name], loc);
}

function pathOf(original: string, parts: readonly string[], loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [...parts], original, loc };
}

function literal(value: string, loc: hbs.AST.SourceLocation): hbs.AST.StringLiteral {
  return { type: 'StringLiteral', value, original: value, loc };
}

function pair(key: string, value: hbs.AST.Expression, loc: hbs.AST.SourceLocation): hbs.AST.HashPair {
  return { type: 'HashPair', key, value, loc };
}
