/** What a template prints or asks, with the arguments of its partials put in: nothing depends on where the call stands any more. */
export type Expression = Constant | Path | Turn | Call;

export interface Constant {
  readonly type: 'constant';
  readonly value: string | number | boolean | undefined;
}

/** Fields, one inside the other, of the report or of the member that a loop is at. */
export interface Path {
  readonly type: 'path';
  readonly of: Loop | undefined;
  readonly keys: readonly string[];
}

/** `@index`, `@first`, `@last` of a loop. */
export interface Turn {
  readonly type: 'turn';
  readonly of: Loop;
  readonly what: string;
}

export interface Call {
  readonly type: 'call';
  readonly helper: string;
  readonly given: readonly Expression[];
  readonly named: Readonly<Record<string, Expression>>;
}

/** `each`: the body once for each member of the list, else `otherwise`. */
export interface Loop {
  readonly type: 'loop';
  readonly list: Expression;
  readonly body: Node[];
  /** What later turns print, where it is not what the first does: `@first`. */
  readonly rest: Node[] | undefined;
  readonly otherwise: Node[];
}

/**
 * A layout's template read as a grammar: what it prints in which order, its partials put in. Rows and paragraphs stand in loops
 * and options; cells in rows; literals, holes and breaks in cells and paragraphs.
 */
export type Node = Loop | Option | Row | Cell | Paragraph | Literal | Hole | Break;

/** `if`: one of two branches. */
export interface Option {
  readonly type: 'option';
  readonly asks: Expression;
  readonly body: Node[];
  readonly otherwise: Node[];
}

export interface Row {
  readonly type: 'row';
  readonly isHead: boolean;
  readonly cells: Node[];
}

export interface Cell {
  readonly type: 'cell';
  readonly colspan: number;
  /** 0 where the report decides how many rows it spans. */
  readonly rowspan: number;
  readonly body: Node[];
}

export interface Paragraph {
  readonly type: 'paragraph';
  readonly body: Node[];
}

/** Text of the form itself, as `plainText` makes it. */
export interface Literal {
  readonly type: 'literal';
  readonly text: string;
}

export interface Hole {
  readonly type: 'hole';
  readonly shows: Expression;
}

/** Where a paragraph (`isParagraph`) or a line ends. */
export interface Break {
  readonly type: 'break';
  readonly isParagraph: boolean;
}

/** All that stands in a loop or an option. */
export function insideOf(node: Loop | Option): readonly Node[] {
  const rest = node.type === 'loop' ? node.rest : undefined;
  return rest ? [...node.body, ...rest, ...node.otherwise] : [...node.body, ...node.otherwise];
}
