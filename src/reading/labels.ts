import { fieldOf } from '../layouts/expression.js';
import type { Node } from './nodes.js';
import { bareText } from './plainText.js';

/** The words of a pattern that prints nothing else (but the money unit, which is left out); undefined of others. */
export function labelOf(nodes: readonly Node[]): string | undefined {
  let label = '';
  for (const node of nodes) {
    if (node.type === 'literal') label += node.text;
    else if (node.type === 'hole' && fieldOf(node.shows) === 'moneyUnit') label += '元';
    else if (node.type !== 'break') return undefined;
  }
  return withoutUnit(label);
}

/** Labels are the same whatever the money unit, and on the next page. */
export function labelIn(text: string): string {
  return withoutUnit(bareText(text).replace(/\(?(?:续表?|接上页)\)?$/, ''));
}

function withoutUnit(label: string): string {
  return label.replace(/[([]?(?:金额)?单位?:?万?元[)\]]?|[([]万?元[)\]]/g, (found) => (found === label ? '元' : ''));
}

const known = new Map<string, number>();

/** How alike two labels are, 0 to 1: twice what they have in common in order, by their lengths together. */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  if (left === '' || right === '' || left.length > 60 || right.length > 60) return 0;
  const key = `${left}\n${right}`;
  const found = known.get(key) ?? (2 * common(left, right)) / (left.length + right.length);
  if (known.size > 100_000) known.clear();
  known.set(key, found);
  return found;
}

/** The length of the longest common subsequence. */
function common(left: string, right: string): number {
  let row = new Uint8Array(right.length + 1);
  for (const character of left) {
    const next = new Uint8Array(right.length + 1);
    for (let at = 1; at <= right.length; at += 1) {
      next[at] = right[at - 1] === character ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0);
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
