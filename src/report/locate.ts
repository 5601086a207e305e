import { visit } from 'jsonc-parser';
import type { Path } from './pointer.js';
import { pointerOf } from './pointer.js';

/** Where a value stands: offsets of the value and, in an object, of its key; `raw` is a scalar as written, else ''. */
export interface Located {
  readonly value: number;
  readonly key: number;
  readonly raw: string;
}

/** The wanted paths as a tree, so that one pass over the text meets them all. */
interface Wanted {
  readonly pointer: string;
  readonly children: Map<string, Wanted>;
}

/** An open { or [ of the pass; `wanted` is undefined when nothing below it is wanted. */
interface Open {
  readonly wanted: Wanted | undefined;
  readonly isArray: boolean;
  key: string;
  keyAt: number;
  index: number;
}

/**
 * Finds the places of values in a well-formed JSON text, all in one streaming pass that keeps no tree.
 * Gives a map by JSON pointer; where a key is written twice, the last one, whose value JSON keeps.
 * Recursive: the text must not be nested deeper than `deepestNesting`.
 */
export function locate(text: string, paths: Iterable<Path>): Map<string, Located> {
  const root = wantedTree(paths);
  const found = new Map<string, Located>();
  const opened: Open[] = [];
  const meet = (offset: number, length: number): Wanted | undefined => {
    const parent = opened.at(-1);
    const wanted = parent === undefined ? root : childOf(parent);
    const key = parent?.isArray === false ? parent.keyAt : offset;
    if (wanted) found.set(wanted.pointer, { value: offset, key, raw: text.slice(offset, offset + length) });
    return wanted;
  };
  const open = (isArray: boolean) => (offset: number) => {
    const wanted = meet(offset, 0);
    opened.push({ wanted, isArray, key: '', keyAt: 0, index: 0 });
    return wanted !== undefined;
  };
  const close = () => void opened.pop();
  visit(text, {
    onObjectBegin: open(false),
    onArrayBegin: open(true),
    onObjectEnd: close,
    onArrayEnd: close,
    onObjectProperty: (key, offset) => Object.assign(opened.at(-1) ?? {}, { key, keyAt: offset }),
    onSeparator: (character) => void (character === ',' && nextItem(opened.at(-1))),
    onLiteralValue: (_, offset, length) => void meet(offset, length),
  });
  return found;
}

function childOf(parent: Open): Wanted | undefined {
  return parent.wanted?.children.get(parent.isArray ? String(parent.index) : parent.key);
}

function nextItem(open: Open | undefined): void {
  if (open?.isArray) open.index += 1;
}

function wantedTree(paths: Iterable<Path>): Wanted {
  const root: Wanted = { pointer: '', children: new Map() };
  for (const path of paths) {
    let wanted = root;
    for (const [depth, step] of path.entries()) {
      const next = wanted.children.get(step) ?? { pointer: pointerOf(path.slice(0, depth + 1)), children: new Map() };
      wanted.children.set(step, next);
      wanted = next;
    }
  }
  return root;
}
