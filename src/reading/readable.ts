import type { Expression } from '../layouts/expression.js';
import type { Layout } from '../layouts/find.js';
import { helpers } from '../layouts/helpers/table.js';
import { grammarOf } from './grammar.js';
import { insideOf, type Node } from './nodes.js';

/** Helpers that hand on what another one made; its text is read by that one's inverse. */
const handOn: ReadonlySet<string> = new Set(['or', 'trimEnd']);

/** Where a template prints: a loop in a paragraph outside of tables makes running text. */
type Where = 'form' | 'table' | 'paragraph' | 'running text';

/**
 * The helpers whose printed texts cannot be read back, by name; a layout that prints by one is write-only: `import` finds its form and
 * lists what such a helper printed. `target` is one of them where indicators run on in a paragraph outside of tables, as in notices
 * in prose: nothing tells there where a name ends and its value begins.
 */
export function helpersNotRead(layout: Layout): string[] {
  const found = new Set<string>();
  const printed = (shown: Expression, where: Where): void => {
    if (shown.type !== 'call') return;
    const isRunning = where === 'running text' && shown.helper === 'target';
    if (helpers.get(shown.helper)?.inverse === undefined || isRunning) found.add(shown.helper);
    else if (handOn.has(shown.helper)) for (const each of shown.given) printed(each, where);
  };
  const visit = (nodes: readonly Node[], where: Where): void => {
    for (const node of nodes) {
      if (node.type === 'hole') printed(node.shows, where);
      else if (node.type === 'row') visit(node.cells, 'table');
      else if (node.type === 'cell') visit(node.body, 'table');
      else if (node.type === 'paragraph') visit(node.body, where === 'table' ? where : 'paragraph');
      else if (node.type === 'loop' || node.type === 'option')
        visit(insideOf(node), node.type === 'loop' && where === 'paragraph' ? 'running text' : where);
    }
  };
  visit(grammarOf(layout), 'form');
  return [...found].sort();
}
