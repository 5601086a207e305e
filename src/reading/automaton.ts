import type { Loop, Node, Option } from './nodes.js';

/** What a way through a grammar does between two of its tokens. */
export type Event =
  | { readonly type: 'turn'; readonly loop: Loop; readonly isFirst: boolean }
  | { readonly type: 'end'; readonly loop: Loop }
  | { readonly type: 'option'; readonly option: Option; readonly isTaken: boolean };

export interface Edge {
  readonly to: number;
  readonly cost: number;
  readonly event?: Event;
}

/** States of a grammar: from each, edges that read nothing, or one token to read. */
export interface Automaton<Token extends Node> {
  readonly edges: readonly (readonly Edge[])[];
  readonly tokens: readonly ({ readonly node: Token; readonly to: number } | undefined)[];
  readonly start: number;
  readonly end: number;
}

/** What loops and options cost by themselves. */
export interface Costs {
  readonly turn: (loop: Loop, isFirst: boolean) => number;
  readonly noTurn: number;
  /** Of an option: what it costs to take its other branch. */
  readonly other: (option: Option) => number;
  /** And what it costs to take its body. */
  readonly body: (option: Option) => number;
}

/** The automaton of nodes; what is no loop and no option is a token. */
export function automatonOf<Token extends Node>(nodes: readonly Node[], costs: Costs): Automaton<Token> {
  const edges: Edge[][] = [];
  const tokens: ({ node: Token; to: number } | undefined)[] = [];
  const state = (): number => {
    tokens.push(undefined);
    return edges.push([]) - 1;
  };
  const link = (from: number, to: number, cost = 0, event?: Event): void => {
    edges[from]?.push(event ? { to, cost, event } : { to, cost });
  };
  const all = (inner: readonly Node[], from: number): number => inner.reduce((at, node) => one(node, at), from);
  const one = (node: Node, from: number): number => {
    if (node.type === 'loop') {
      const [into, out] = [state(), state()];
      link(from, into, costs.turn(node, true), { type: 'turn', loop: node, isFirst: true });
      const last = all(node.body, into);
      const again = node.rest ? state() : into;
      link(last, again, costs.turn(node, false), { type: 'turn', loop: node, isFirst: false });
      link(last, out, 0, { type: 'end', loop: node });
      if (node.rest) {
        const end = all(node.rest, again);
        link(end, again, costs.turn(node, false), { type: 'turn', loop: node, isFirst: false });
        link(end, out, 0, { type: 'end', loop: node });
      }
      link(all(node.otherwise, from), out, costs.noTurn);
      return out;
    }
    if (node.type === 'option') {
      const [yes, no, out] = [state(), state(), state()];
      link(from, yes, costs.body(node), { type: 'option', option: node, isTaken: true });
      link(from, no, costs.other(node), { type: 'option', option: node, isTaken: false });
      link(all(node.body, yes), out);
      link(all(node.otherwise, no), out);
      return out;
    }
    const [at, to] = [state(), state()];
    link(from, at);
    tokens[at] = { node: node as Token, to };
    return to;
  };
  const start = state();
  const end = all(nodes, start);
  return { edges, tokens, start, end };
}
