/** Where a node begins: line and column, from 1. */
interface Begun {
  readonly line: number;
  readonly column: number;
}

export interface CssRule extends Begun {
  readonly type: 'rule';
  readonly selectors: readonly string[];
  readonly nodes: readonly CssNode[];
}

export interface CssAtRule extends Begun {
  readonly type: 'atrule';
  readonly name: string;
  readonly params: string;
  readonly nodes: readonly CssNode[];
}

export interface CssDeclaration extends Begun {
  readonly type: 'decl';
  readonly prop: string;
  readonly value: string;
  readonly important?: boolean;
  /** What stands before the property beside white space: `*` of a prefix hack. */
  readonly hack?: string;
}

/** A node of a CSS text. Comments are none. */
export type CssNode = CssRule | CssAtRule | CssDeclaration;

/** Why a text is no CSS, in postcss's words, and where. */
export interface CssFault {
  readonly reason: string;
  readonly at: Partial<Begun>;
}

/** The nodes of a text, or what stopped its reading. */
export type CssReading = { readonly nodes: readonly CssNode[] } | { readonly fault: CssFault };
