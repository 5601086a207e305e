import type { Layout } from '../layouts/find.js';
import type { Expression } from './expression.js';
import { grammarOf } from './grammar.js';
import { inverses } from './inverses.js';
import type { Node } from './nodes.js';

/** Helpers that hand on what another one made; its text is read by that one's inverse. */
const handOn: ReadonlySet<string> = new Set(['or', 'trimEnd']);

/**
 * The helpers whose printed texts cannot be read back, by name; a layout that prints by one is write-only: `import` finds its form and
 * lists what such a helper printed.
 */
export function helpersNotRead(layout: Layout): string[] {
  const found = new Set<string>();
  const printed = (shown: Expression): void => {
    if (shown.type !== 'call') return;
    if (!Object.hasOwn(inverses, shown.helper)) found.add(shown.helper);
    else if (handOn.has(shown.helper)) shown.given.forEach(printed);
  };
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.type === 'hole') printed(node.shows);
      else if (node.type === 'row') visit(node.cells);
      else if (node.type === 'cell' || node.type === 'paragraph') visit(node.body);
      else if (node.type === 'loop') for (const part of [node.body, node.rest ?? [], node.otherwise]) visit(part);
      else if (node.type === 'option') for (const part of [node.body, node.otherwise]) visit(part);
    }
  };
  visit(grammarOf(layout));
  return [...found].sort();
}
