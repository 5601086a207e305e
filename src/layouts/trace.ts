import { originField, sourceField } from './printed.js';
import { traceNames } from './traced.js';

/**
 * Rewrites a template's syntax tree so that it records which fields it prints: `{{project.name}}` becomes `{{:print project
 * "name"}}`, and the call of a helper one that passes on where its arguments come from. The output stays the same. Attributes are
 * not recorded, because nobody reads them. The checker has proven that each branch ends inside or outside a tag as it began.
 */
export function withTraces(program: hbs.AST.Program): void {
  traceProgram(program, [], false);
}

/** The names of block parameters, which are not fields of the context. */
type Names = readonly string[];

function traceProgram(program: hbs.AST.Program | undefined, names: Names, inTag: boolean): void {
  let isInTag = inTag;
  for (const node of program?.body ?? []) {
    if (node.type === 'ContentStatement') isInTag = opensTag((node as hbs.AST.ContentStatement).value, isInTag);
    if (node.type === 'MustacheStatement') traceMustache(node as hbs.AST.MustacheStatement, names, isInTag);
    if (node.type === 'BlockStatement') traceBlock(node as hbs.AST.BlockStatement, names, isInTag);
    if (node.type === 'PartialStatement') tracePartial(node as hbs.AST.PartialStatement, names);
  }
}

/** Whether a tag is open after a piece of markup. In attributes markup refuses `<`, and nobody writes `>`. */
function opensTag(content: string, before: boolean): boolean {
  const [open, close] = [content.lastIndexOf('<'), content.lastIndexOf('>')];
  return open === close ? before : open > close;
}

function traceMustache(node: hbs.AST.MustacheStatement, names: Names, inTag: boolean): void {
  if (inTag) {
    node.params = node.params.map(plain);
    return;
  }
  if (node.params.length === 0 && !node.hash) {
    const field = fieldOf(node.path, names);
    if (field) Object.assign(node, { path: nameOf(traceNames.print, node.loc), params: field });
    else Object.assign(node, { path: nameOf(traceNames.show, node.loc), params: [node.path] });
    return;
  }
  const { path, params, hash, loc } = node;
  const call = { type: 'SubExpression', path, params, hash, loc } as hbs.AST.SubExpression;
  Object.assign(node, { path: nameOf(traceNames.show, loc), params: [printed(call, names)], hash: undefined });
}

function traceBlock(node: hbs.AST.BlockStatement, names: Names, inTag: boolean): void {
  const [subject] = node.params;
  const block = (node.path as hbs.AST.PathExpression).original;
  if (subject && (block === 'each' || block === 'with'))
    node.params[0] = inTag ? plain(subject) : callOf(traceNames.list, [printed(subject, names)], subject.loc);
  if (subject && (block === 'if' || block === 'unless')) {
    const written = literal(writtenFor(node), node.loc);
    node.params[0] = callOf(
      inTag ? traceNames.askInTag : traceNames.ask,
      [asked(subject, names), written],
      subject.loc,
    );
  }
  const { program, inverse } = node as Partial<hbs.AST.BlockStatement>;
  traceProgram(program, [...names, ...(program?.blockParams ?? [])], inTag);
  traceProgram(inverse, names, inTag);
}

/** The answers for which a block writes something: `true`, `false`, or both. */
function writtenFor(node: hbs.AST.BlockStatement): string {
  const isUnless = (node.path as hbs.AST.PathExpression).original === 'unless';
  const { program, inverse } = node as Partial<hbs.AST.BlockStatement>;
  const [yes, no] = isUnless ? [inverse, program] : [program, inverse];
  return [yes ? 'true' : '', no ? 'false' : ''].join(' ');
}

/** With named arguments a partial sees a copy of its context: the copy gets the original, and where the arguments come from. */
function tracePartial(node: hbs.AST.PartialStatement, names: Names): void {
  const { loc } = node;
  const [given] = node.params;
  if (given) node.params[0] = callOf(traceNames.context, [printed(given, names)], loc);
  if (!node.hash || node.hash.pairs.length === 0) return;
  const sources = node.hash.pairs.map(({ key, value }) =>
    pair(sourceField(key), callOf(traceNames.leaves, [printed(value, names)], loc), loc),
  );
  for (const own of node.hash.pairs) own.value = plain(own.value);
  const context = given ?? pathOf('this', [], loc);
  node.hash.pairs.push(pair(originField, context, loc), ...sources);
}

/** An expression whose value goes into the page. */
function printed(node: hbs.AST.Expression, names: Names): hbs.AST.Expression {
  if (node.type === 'SubExpression') return traced(node as hbs.AST.SubExpression, (each) => printed(each, names));
  const field = fieldOf(node, names);
  return field ? callOf(traceNames.from, field, node.loc) : node;
}

/** An expression that decides what is written: flags and compared texts count as printed, asking whether something is present does not. */
function asked(node: hbs.AST.Expression, names: Names): hbs.AST.Expression {
  if (node.type === 'SubExpression') {
    const call = node as hbs.AST.SubExpression;
    const name = (call.path as hbs.AST.PathExpression).original;
    if (name === 'eq' || name === 'has') return printed(call, names);
    const isLogic = name === 'and' || name === 'or' || name === 'not';
    return isLogic
      ? traced(call, (each) => asked(each, names))
      : traced(call, (each) => printed(each, names), traceNames.askCall);
  }
  const field = fieldOf(node, names);
  return field ? callOf(traceNames.flag, field, node.loc) : plain(node);
}

function traced(call: hbs.AST.SubExpression, inner: Inner, as: string = traceNames.call): hbs.AST.SubExpression {
  const name = String((call.path as hbs.AST.PathExpression).original);
  const params = [literal(name, call.loc), ...call.params.map(inner)];
  return { ...callOf(as, params, call.loc), hash: hashOf(call, inner) };
}

type Inner = (node: hbs.AST.Expression) => hbs.AST.Expression;

function hashOf({ hash }: hbs.AST.SubExpression, inner: Inner): hbs.AST.Hash {
  return hash && { ...hash, pairs: hash.pairs.map((each) => ({ ...each, value: inner(each.value) })) };
}

/** An expression whose value is used but not printed: without the trace that a loop over texts added. */
function plain(node: hbs.AST.Expression): hbs.AST.Expression {
  if (node.type === 'PathExpression') return callOf(traceNames.plain, [node], node.loc);
  if (node.type !== 'SubExpression') return node;
  const call = node as hbs.AST.SubExpression;
  return { ...call, params: call.params.map(plain), hash: hashOf(call, plain) } as hbs.AST.SubExpression;
}

/**
 * The record and field that a path names; undefined for what is no field: `this`, a loop's index, a block parameter. Of a longer
 * path also where it begins and how it goes on, because the record may be absent.
 */
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
  const first = isNamed || path.data ? 1 : 0;
  const steps = path.parts.slice(first);
  const start = { ...path, parts: path.parts.slice(0, first), original: first === 0 ? 'this' : path.original };
  const whole = steps.length > 1 ? [start as hbs.AST.PathExpression, literal(steps.join('/'), path.loc)] : [];
  return [owner as hbs.AST.PathExpression, literal(field, path.loc), ...whole];
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
