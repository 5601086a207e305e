import type { Each, Expression } from '../layouts/expression.js';

/** `each`: the body once for each member of the list, else `otherwise`. */
export interface Loop extends Each {
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
  /** `class="free"`: files may have any words there, which are in no field. */
  readonly isFree?: true;
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
