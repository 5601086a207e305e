import { it } from 'vitest';
import { grammarOf, type Node } from '../../src/reading/grammar.js';
import { keyOf, type Expression } from '../../src/reading/expression.js';
import { shippedLayouts } from '../shippedLayouts.js';
it('dump', () => {
  const holes = new Map<string, Set<string>>();
  const show = (e: Expression): string => e.type === 'path' ? '…' + (e.keys.at(-1) ?? '') : e.type === 'call' ? `(${e.helper} ${e.given.map(show).join(' ')})` : keyOf(e, () => 'L');
  const walk = (nodes: Node[], id: string): void => { for (const n of nodes) {
    const add = (k: string) => holes.set(k, (holes.get(k) ?? new Set()).add(id));
    if (n.type === 'hole' && n.shows.type !== 'path') add('hole ' + show(n.shows));
    if (n.type === 'loop') { if (n.list.type !== 'path') add('each ' + show(n.list)); walk(n.body, id); walk(n.otherwise, id); }
    if (n.type === 'option') { if (n.asks.type !== 'path') add('if ' + show(n.asks)); walk(n.body, id); walk(n.otherwise, id); }
    if (n.type === 'row') walk(n.cells, id);
    if (n.type === 'cell' || n.type === 'paragraph') walk(n.body, id);
  } };
  for (const l of shippedLayouts.layouts) walk(grammarOf(l), l.manifest.id);
  console.log([...holes].sort().map(([k, v]) => `${v.size} ${k} ${v.size < 3 ? [...v].join(',') : ''}`).join('\n'));
});
