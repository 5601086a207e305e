import type { Call, Expression } from '../layouts/expression.js';
import type { Layout } from '../layouts/find.js';
import { parseTemplate, type SourceFile } from '../layouts/source.js';
import { Problems } from '../problem.js';
import { callOf, constant, nothing } from './expression.js';
import type { Cell, Loop, Node, Option, Paragraph, Row } from './nodes.js';
import { bareText } from './plainText.js';

/** What names mean at a place of a template. */
interface Scope {
  readonly self: Expression;
  /** Arguments of the partial: they stand for fields of `self`. */
  readonly given: ReadonlyMap<string, Expression>;
  readonly params: ReadonlyMap<string, Expression>;
  readonly loop: Loop | undefined;
  /** Whether the loop is at its first turn, where that is told apart. */
  readonly isFirst: boolean | undefined;
  readonly outer: Scope | undefined;
}

const root: Scope = {
  self: { type: 'path', of: undefined, keys: [] },
  given: new Map(),
  params: new Map(),
  loop: undefined,
  isFirst: undefined,
  outer: undefined,
};

/** The grammar of a layout. Throws Problems when a template cannot be parsed. */
export function grammarOf(layout: Layout): Node[] {
  const known = grammars.get(layout) ?? new Builder(layout).build();
  grammars.set(layout, known);
  return known;
}

const grammars = new WeakMap<Layout, Node[]>();

class Builder {
  /** The innermost first: where nodes go. */
  readonly #into: Node[][] = [[]];
  #tag: string | undefined;
  #isHead = false;
  #inCell = 0;

  constructor(readonly layout: Layout) {}

  build(): Node[] {
    this.#program(parsed(this.layout.template), root);
    return this.#into[0] as Node[];
  }

  #put(node: Node): void {
    this.#into.at(-1)?.push(node);
  }

  #inside(nodes: Node[], run: () => void): void {
    const depth = this.#into.push(nodes);
    run();
    this.#into.length = depth - 1;
  }

  #program(program: hbs.AST.Program | undefined, scope: Scope): void {
    for (const statement of program?.body ?? []) this.#statement(statement, scope);
  }

  #statement(statement: hbs.AST.Statement, scope: Scope): void {
    switch (statement.type) {
      case 'ContentStatement':
        this.#content((statement as hbs.AST.ContentStatement).value);
        break;
      case 'MustacheStatement':
        this.#mustache(statement as hbs.AST.MustacheStatement, scope);
        break;
      case 'PartialStatement':
        this.#partial(statement as hbs.AST.PartialStatement, scope);
        break;
      case 'BlockStatement':
        this.#block(statement as hbs.AST.BlockStatement, scope);
        break;
    }
  }

  #content(text: string): void {
    for (const [piece] of text.matchAll(this.#tag === undefined ? /<[^>]*>?|[^<]+/g : /^[^>]*>?|<[^>]*>?|[^<]+/g)) {
      if (this.#tag !== undefined || piece.startsWith('<')) {
        const tag = (this.#tag ?? '') + piece;
        this.#tag = tag.endsWith('>') ? undefined : tag;
        if (this.#tag === undefined) this.#markup(tag);
      } else this.#literal(piece);
    }
  }

  #literal(raw: string): void {
    const text = bareText(unescaped(raw));
    if (text === '' || this.#inCell === 0) return;
    const last = this.#into.at(-1)?.at(-1);
    if (last?.type === 'literal') this.#into.at(-1)?.pop();
    this.#put({ type: 'literal', text: last?.type === 'literal' ? last.text + text : text });
  }

  #markup(tag: string): void {
    const name = /^<\/?([a-z0-9]+)/.exec(tag)?.[1] ?? '';
    const isEnd = tag.startsWith('</');
    if (name === 'thead') this.#isHead = !isEnd;
    else if (name === 'br') this.#put({ type: 'break', isParagraph: false });
    else if (name === 'tr' || name === 'td' || name === 'th') isEnd ? this.#close(name) : this.#open(name, tag);
    else if (/^(p|h[1-6])$/.test(name)) this.#paragraph(isEnd);
  }

  #open(name: string, tag: string): void {
    const node: Row | Cell =
      name === 'tr'
        ? { type: 'row', isHead: this.#isHead, cells: [] }
        : {
            type: 'cell',
            colspan: number(tag, 'colspan'),
            rowspan: number(tag, 'rowspan'),
            ...(/\bclass="(?:[^"]* )?free[" ]/.test(tag) && { isFree: true }),
            body: [],
          };
    this.#put(node);
    if (node.type === 'cell') this.#inCell += 1;
    this.#into.push(node.type === 'row' ? node.cells : node.body);
  }

  #close(name: string): void {
    if (name !== 'tr') this.#inCell -= 1;
    this.#into.pop();
  }

  #paragraph(isEnd: boolean): void {
    // Inside a cell, and in a paragraph that a loop goes on with, only its ends matter.
    const isOwn = this.#inCell === 0 || this.#inParagraph;
    if (!isOwn) this.#put({ type: 'break', isParagraph: true });
    else if (isEnd) {
      this.#into.pop();
      this.#inCell -= 1;
      this.#inParagraph = false;
    } else {
      const node: Paragraph = { type: 'paragraph', body: [] };
      this.#put(node);
      this.#into.push(node.body);
      this.#inCell += 1;
      this.#inParagraph = true;
    }
  }
  /** Whether a paragraph outside of tables is open. */
  #inParagraph = false;

  #mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const shows = expressionOf(node as unknown as hbs.AST.SubExpression, scope, true);
    if (this.#tag !== undefined) {
      this.#tag += shows.type === 'constant' ? String(shows.value ?? '') : '0';
      return;
    }
    if (shows.type === 'constant') this.#literal(String(shows.value ?? ''));
    else this.#put({ type: 'hole', shows });
  }

  #partial(node: hbs.AST.PartialStatement, scope: Scope): void {
    const name = (node.name as hbs.AST.PathExpression).original;
    const source = this.layout.partials.get(String(name));
    if (!source) return;
    const [context] = node.params;
    const given = new Map((node.hash?.pairs ?? []).map(({ key, value }) => [key, expressionOf(value, scope)] as const));
    const self = context ? expressionOf(context, scope) : scope.self;
    // Fields that an argument of the caller's own partial stands for come along with a copy of its context.
    const inherited = context ? [] : [...scope.given];
    const params = new Map<string, Expression>();
    this.#program(parsed(source), {
      self,
      given: new Map([...inherited, ...given]),
      params,
      loop: scope.loop,
      isFirst: scope.isFirst,
      outer: scope,
    });
  }

  #block(node: hbs.AST.BlockStatement, scope: Scope): void {
    const name = (node.path as hbs.AST.PathExpression).original;
    const subject = node.params[0] ? expressionOf(node.params[0], scope) : nothing;
    const names = node.program?.blockParams ?? [];
    const other = (node as { inverse?: hbs.AST.Program }).inverse;
    if (name === 'each') {
      this.#each(subject, node.program, names, other, scope);
    } else if (name === 'with') {
      const params = new Map([...scope.params, ...names.map((each) => [each, subject] as const)]);
      const inner = { self: subject, given: new Map(), params, loop: scope.loop, isFirst: scope.isFirst, outer: scope };
      this.#program(node.program, inner);
    } else {
      const [yes, no] = name === 'unless' ? [other, node.program] : [node.program, other];
      this.#option(subject, yes, no, scope);
    }
  }

  #option(subject: Expression, yes: hbs.AST.Program | undefined, no: hbs.AST.Program | undefined, scope: Scope): void {
    // The name of a period is never blank.
    const isSure = subject.type === 'constant' || (subject.type === 'call' && subject.helper === 'wholeName');
    if (isSure) {
      this.#program(subject.type !== 'constant' || subject.value ? yes : no, scope);
      return;
    }
    const option: Option = { type: 'option', asks: subject, body: [], otherwise: [] };
    this.#inside(option.body, () => this.#program(yes, scope));
    this.#inside(option.otherwise, () => this.#program(no, scope));
    if (option.body.length + option.otherwise.length > 0) this.#put(option);
  }

  #each(
    list: Expression,
    program: hbs.AST.Program,
    names: readonly string[],
    other: hbs.AST.Program | undefined,
    scope: Scope,
  ): void {
    const where = whereIn(program);
    if (where && !other) {
      const { field, word, inner } = where;
      const some = callOf('where', [list, constant(field), constant(word)]);
      this.#each(some, inner, names, undefined, scope);
      return;
    }
    const isToldApart = asksFirst(program, this.layout);
    const loop: Loop = { type: 'loop', list, body: [], rest: isToldApart ? [] : undefined, otherwise: [] };
    const self: Expression = { type: 'path', of: loop, keys: [] };
    const params = new Map([...scope.params, ...names.slice(0, 1).map((each) => [each, self] as const)]);
    const turn = (isFirst: boolean | undefined): Scope => ({
      self,
      given: new Map(),
      params,
      loop,
      isFirst,
      outer: scope,
    });
    this.#inside(loop.body, () => this.#program(program, turn(isToldApart ? true : undefined)));
    if (loop.rest) this.#inside(loop.rest, () => this.#program(program, turn(false)));
    this.#inside(loop.otherwise, () => this.#program(other, scope));
    if (loop.body.length + loop.otherwise.length > 0) this.#put(loop);
  }
}

/** A loop that prints only members of which a field is a word: `{{#each list}}{{#if (eq title "省级财政部门")}}…{{/if}}{{/each}}`. */
function whereIn(program: hbs.AST.Program) {
  const said = program.body.filter(
    (each) => each.type !== 'ContentStatement' || (each as hbs.AST.ContentStatement).value.trim() !== '',
  );
  const [only] = said as [hbs.AST.BlockStatement & { readonly inverse?: hbs.AST.Program }];
  if (said.length !== 1 || only.type !== 'BlockStatement' || only.inverse) return undefined;
  const [asks] = only.params as [hbs.AST.SubExpression];
  if ((only.path as hbs.AST.PathExpression).original !== 'if' || asks?.type !== 'SubExpression') return undefined;
  const [path, word] = asks.params as [hbs.AST.PathExpression, hbs.AST.StringLiteral];
  const isNumber = path.data && path.original === '@index' && (word as hbs.AST.Expression)?.type === 'NumberLiteral';
  const isEq = (asks.path as hbs.AST.PathExpression).original === 'eq';
  if (isEq && isNumber) return { field: path.original, word: word.value, inner: only.program };
  if (
    !isEq ||
    word?.type !== 'StringLiteral' ||
    path.type !== 'PathExpression' ||
    path.data ||
    path.depth > 0 ||
    path.parts.length !== 1
  )
    return undefined;
  return { field: path.original, word: word.value, inner: only.program };
}

/** Whether a loop's body asks for its first turn, itself or in a partial, but not in an inner loop. */
function asksFirst(node: unknown, layout: Layout): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if (Array.isArray(node)) return node.some((each) => asksFirst(each, layout));
  const { type, data, original, name, path, params, loc: _, ...fields } = node as Record<string, unknown>;
  if (type === 'PathExpression') return data === true && original === '@first';
  if (type === 'PartialStatement') {
    const source = layout.partials.get(String((name as { original?: unknown }).original));
    return (source !== undefined && asksFirst(parsed(source).body, layout)) || asksFirst(Object.values(fields), layout);
  }
  if (type === 'BlockStatement' && (path as { original?: unknown }).original === 'each')
    return asksFirst(params, layout);
  return asksFirst([path, params, ...Object.values(fields)], layout);
}

function parsed(source: SourceFile): hbs.AST.Program {
  const known = programs.get(source.text);
  if (known) return known;
  const program = parseTemplate(source);
  if ('code' in program) throw new Problems([program]);
  programs.set(source.text, program);
  return program;
}

/** By text: many forms have the same parts. Grammars read them and never change them. */
const programs = new Map<string, hbs.AST.Program>();

function number(tag: string, attribute: string): number {
  const found = new RegExp(`\\b${attribute}="(\\d+)"`).exec(tag)?.[1];
  return found === undefined ? 1 : Number(found);
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
}

/** `isPrinted`: a mustache without arguments is a field, even one that has a helper's name. */
function expressionOf(node: hbs.AST.Expression, scope: Scope, isPrinted = false): Expression {
  switch (node.type) {
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return constant((node as hbs.AST.StringLiteral).value);
    case 'PathExpression':
      return pathOf(node as hbs.AST.PathExpression, scope);
    case 'SubExpression':
    case 'MustacheStatement': {
      const call = node as hbs.AST.SubExpression;
      const pairs = call.hash?.pairs ?? [];
      if (isPrinted && call.params.length === 0 && pairs.length === 0)
        return expressionOf(call.path as hbs.AST.Expression, scope);
      const named = Object.fromEntries(pairs.map(({ key, value }) => [key, expressionOf(value, scope)]));
      const given = call.params.map((each) => expressionOf(each, scope));
      return callOf(String((call.path as hbs.AST.PathExpression).original), given, named);
    }
  }
  return nothing;
}

function pathOf(path: hbs.AST.PathExpression, scope: Scope): Expression {
  const [first, ...rest] = path.parts as string[];
  if (path.data) {
    if (first === 'root') return { type: 'path', of: undefined, keys: rest };
    if (first === 'first' && scope.isFirst !== undefined) return constant(scope.isFirst);
    return scope.loop ? { type: 'turn', of: scope.loop, what: first ?? '' } : nothing;
  }
  const isScoped = /^\.|this\b/.test(path.original);
  const param = first !== undefined && !isScoped && path.depth === 0 ? scope.params.get(first) : undefined;
  if (param) return inside(param, rest);
  let at: Scope | undefined = scope;
  for (let up = 0; up < path.depth; up += 1) at = at?.outer;
  if (!at) return nothing;
  const given = first === undefined ? undefined : at.given.get(first);
  return given ? inside(given, rest) : inside(at.self, path.parts as string[]);
}

function inside(value: Expression, keys: readonly string[]): Expression {
  if (keys.length === 0) return value;
  if (value.type === 'path') return { ...value, keys: [...value.keys, ...keys] };
  // A field of what `or` chooses is that field of either.
  const call = value as Call;
  if (value.type === 'call' && call.helper === 'or')
    return callOf(
      'or',
      call.given.map((each) => inside(each, keys)),
    );
  return nothing;
}
