import type { Problem } from '../../problem.js';
import type { Helper } from '../helpers/signature.js';
import type { Kind, RecordKind } from '../kinds.js';
import type { SourceFile } from '../source.js';

/** What templates may name: the fields of the root, and helpers. */
export interface Vocabulary {
  readonly root: RecordKind;
  readonly helpers: ReadonlyMap<string, Helper>;
}

/** What the checker of one layout collects: problems, and the partials that were called, parsed. */
export interface CheckState {
  readonly helpers: Vocabulary['helpers'];
  readonly problems: Problem[];
  readonly partials: ReadonlyMap<string, SourceFile>;
  readonly parsed: Map<string, hbs.AST.Program | undefined>;
  /** Characters and statements checked so far: partials that call partials twice would grow without bounds. */
  length: number;
}

/** What names mean at one point of a template. */
export interface Scope {
  readonly root: Kind;
  /** The contexts, innermost first: `this`, `../`, `../../` … A partial has only its own. */
  readonly contexts: readonly Kind[];
  /** Block parameters. */
  readonly names: ReadonlyMap<string, Kind>;
  /** Whether `@index`, `@first` and `@last` are defined. */
  readonly inLoop: boolean;
  /** The partials that we are in, outermost first; `calledAt` is where the innermost was called. */
  readonly partials: readonly string[];
  readonly calledAt?: hbs.AST.SourceLocation;
}

/** A program that is still to be checked, and its scope. */
export interface Unchecked {
  readonly program: hbs.AST.Program | undefined;
  readonly scope: Scope;
}

/** The scope inside an `each` or `with`: a new context, and names for it. */
export function inside(scope: Scope, context: Kind, names: Iterable<readonly [string, Kind]>, loop: boolean): Scope {
  return {
    ...scope,
    contexts: [context, ...scope.contexts],
    names: new Map([...scope.names, ...names]),
    inLoop: scope.inLoop || loop,
  };
}

/** The scope of a partial: it sees only its context, `@root`, and the loop that it is called in. */
export function ofPartial(scope: Scope, name: string, context: Kind, calledAt: hbs.AST.SourceLocation): Scope {
  return { ...scope, contexts: [context], names: new Map(), partials: [...scope.partials, name], calledAt };
}

/**
 * Whether a context and the next outer one may be the same value. Handlebars then adds no level for the inner one, so that
 * what `../` means would depend on the data.
 */
export function mayBeSame(inner: Kind, outer: Kind): boolean {
  if (inner.type === 'unknown' || outer.type === 'unknown') return false;
  if (inner.type === 'record' && outer.type === 'record') return inner.name === outer.name;
  return inner.type !== 'record' && outer.type !== 'record';
}
