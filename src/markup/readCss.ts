import { createRequire } from 'node:module';
import type { ChildNode } from 'postcss';
import type { CssNode, CssReading } from './css.js';
import { readyNodes } from './ready.js';

/** Reads the CSS of a sheet or a `style` attribute. For the shipped templates the build has done that. */
export function readCss(text: string): CssReading {
  const nodes = readyNodes(text);
  return nodes ? { nodes } : readCssAnew(text);
}

/** The same with the parser, which is only loaded here. `map: false` keeps it from looking for source maps on the disk. */
export function readCssAnew(text: string): CssReading {
  const { parse, CssSyntaxError } = createRequire(import.meta.url)('postcss') as typeof import('postcss');
  try {
    return { nodes: plain(parse(text, { map: false }).nodes) };
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    const { reason, line, column } = error;
    const at = { ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
    return { fault: { reason, at } };
  }
}

/** `@page`, a footer in it, the footer's declarations: deeper nodes are not read. */
const deepestRead = 3;

function plain(nodes: readonly ChildNode[], depth = 1): CssNode[] {
  if (depth > deepestRead) return [];
  return nodes.flatMap((node) => plainNode(node, depth) ?? []);
}

function plainNode(node: ChildNode, depth: number): CssNode | undefined {
  const { line = 1, column = 1 } = node.source?.start ?? {};
  switch (node.type) {
    case 'rule':
      return { type: 'rule', line, column, selectors: node.selectors, nodes: plain(node.nodes, depth + 1) };
    case 'atrule': {
      const { name, params } = node;
      return { type: 'atrule', line, column, name, params, nodes: plain(node.nodes ?? [], depth + 1) };
    }
    case 'decl': {
      const { prop, value, important, raws } = node;
      const [hack] = /\S/.exec(raws.before ?? '') ?? [];
      return { type: 'decl', line, column, prop, value, ...(important && { important }), ...(hack && { hack }) };
    }
    case 'comment':
      return undefined;
  }
}
