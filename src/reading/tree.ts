import type { Place } from './items.js';
import type { Leaf, Spots } from './spots.js';

/** A report being made: records, lists and values with their places. */
export type Tree = Leaf | Branch | Tree[];
export interface Branch {
  [field: string]: Tree | undefined;
}

export function isLeaf(tree: Tree | undefined): tree is Leaf {
  return tree !== undefined && !Array.isArray(tree) && 'value' in tree && 'place' in tree;
}

export function leafOf(value: Leaf['value'], place?: Place): Leaf {
  return { value, place };
}

/** What a list that is kept by a key says with it. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  funding: ['source', 'period'],
  income: ['source', 'period'],
  expenditure: ['kind', 'period'],
  earlier: ['period'],
  places: ['place'],
  history: ['year'],
};

/** The values as a tree: segments that are numbers make lists, those with `~` lists kept by a key. */
export function treeOf(spots: Spots): Branch {
  const root: Branch = {};
  for (const [spot, leaf] of spots.leaves) {
    if (!spot.startsWith('/')) continue;
    const segments = spot.slice(1).split('/');
    let at = root;
    segments.forEach((segment, index) => {
      if (index === segments.length - 1) {
        // A value in words and in figures both: the words are kept whole.
        at[segment] ??= leaf;
        return;
      }
      const next = at[segment];
      if (next === undefined || isLeaf(next) || Array.isArray(next)) at[segment] = {};
      at = at[segment] as Branch;
    });
  }
  return withLists(root, '') as Branch;
}

function withLists(tree: Tree, field: string): Tree {
  if (isLeaf(tree) || Array.isArray(tree)) return tree;
  const keys = Object.keys(tree);
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key))) {
    return keys
      .map(Number)
      .sort((left, right) => left - right)
      .map((key) => withLists(tree[key] as Tree, ''));
  }
  if (keys.length > 0 && keys.every((key) => /^~(?![01])/.test(key))) {
    return keys.map((key) => {
      const words = key.slice(1).split('|').map(decodeURIComponent);
      const own = Object.fromEntries(
        (keysOf[field] ?? []).flatMap((name, index) => {
          const word = words[index] as string;
          return [[name, leafOf(name === 'year' ? Number(word) : word)]];
        }),
      );
      return { ...own, ...(withLists(tree[key] as Tree, '') as Branch) };
    });
  }
  const fields = keys.map(
    (key) => [key.replace(/~1/g, '/').replace(/~0/g, '~'), withLists(tree[key] as Tree, key)] as const,
  );
  return Object.fromEntries(fields);
}

/** A list of records of a branch. */
export function listOf(branch: Branch | undefined, field: string): Branch[] {
  const list = branch?.[field];
  return Array.isArray(list) ? (list.filter((each) => !isLeaf(each) && !Array.isArray(each)) as Branch[]) : [];
}

export function branchOf(branch: Branch, field: string): Branch | undefined {
  const inner = branch[field];
  return inner === undefined || isLeaf(inner) || Array.isArray(inner) ? undefined : inner;
}

export function textOf(branch: Branch | undefined, field: string): string | undefined {
  const leaf = branch?.[field];
  return isLeaf(leaf) ? String(leaf.value) : undefined;
}

/** Plain JSON, and by pointer where each value was found. */
export function plainOf(tree: Tree, at: Map<string, Place>, pointer = ''): unknown {
  if (isLeaf(tree)) {
    if (tree.place) at.set(pointer, tree.place);
    return tree.value;
  }
  if (Array.isArray(tree)) return tree.map((each, index) => plainOf(each, at, `${pointer}/${index}`));
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, inner]) =>
      inner === undefined
        ? []
        : [[key, plainOf(inner, at, `${pointer}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`)]],
    ),
  );
}
