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
  /** Characters before the property, such as the `*` of a prefix hack. */
  readonly hack?: string;
}

/** A node of a CSS text, comments left out. */
export type CssNode = CssRule | CssAtRule | CssDeclaration;

/** Why a text is not CSS, in postcss's words, and where. */
export interface CssFault {
  readonly reason: string;
  readonly at: Partial<Begun>;
}

/** The nodes of a text, or why it could not be read. */
export type CssReading = { readonly nodes: readonly CssNode[] } | { readonly fault: CssFault };
