import { isDeepStrictEqual } from 'node:util';
import { type Path, pointerOf, valueAt } from '../json/pointer.js';
import { type Patch, patched } from './patch.js';

/** A value that was changed here and by another program: what stands now, and what was typed here. */
export interface Clash {
  readonly pointer: string;
  readonly theirs: unknown;
  readonly yours: unknown;
}

/**
 * Changes made here, of data that was `base`, made in data that another program has changed meanwhile. Where it changed other
 * fields, both changes are kept; where it changed the same, its value stays and the clash is told; what is about a row that it took
 * away is dropped. A row is found again by what it holds, or by its name, where rows were added or taken away.
 */
export function mergedInto(
  theirs: unknown,
  base: unknown,
  changes: readonly Patch[],
): { readonly patches: readonly Patch[]; readonly clashes: readonly Clash[] } {
  const patches: Patch[] = [];
  const clashes = new Map<string, Clash>();
  let [mine, now] = [base, theirs];
  for (const change of changes) {
    const path = ledTo(change.path, mine, now, change.op === 'insert');
    const before = valueAt(mine, change.path);
    mine = patched(mine, change).value;
    if (!path) continue;
    const there = valueAt(now, path);
    const isSame = change.op === 'insert' || isDeepStrictEqual(before, there);
    if (isSame) {
      const led = { ...change, path } as Patch;
      now = patched(now, led).value;
      patches.push(led);
    } else if (change.op === 'set' && !isDeepStrictEqual(there, change.value))
      clashes.set(pointerOf(path), { pointer: pointerOf(path), theirs: there, yours: change.value });
  }
  return { patches, clashes: [...clashes.values()] };
}

/**
 * What the file held before changes that were kept with what takes them back, where nobody has it any more: the file as it is now,
 * with the values that were replaced. Rows are taken to be where they are.
 */
export function heldBefore(now: unknown, inverses: readonly Patch[]): unknown {
  let held = now;
  for (const inverse of inverses) {
    if (inverse.op !== 'set' || valueAt(held, inverse.path) === undefined) continue;
    held = patched(held, inverse).value;
  }
  return held;
}

/** Where a path of `mine` leads in `now`; undefined where it leads to nothing any more. `isPlace`: its last step may be the end of a list. */
function ledTo(path: Path, mine: unknown, now: unknown, isPlace: boolean): Path | undefined {
  const led: string[] = [];
  let [own, other] = [mine, now];
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    let to = step;
    if (Array.isArray(own) && Array.isArray(other)) {
      const index = isLast && isPlace && Number(step) >= own.length ? other.length : placeOf(Number(step), own, other);
      if (index < 0) return undefined;
      to = String(index);
    } else if (Array.isArray(own) !== Array.isArray(other) && own !== undefined && other !== undefined)
      return undefined;
    led.push(to);
    [own, other] = [valueAt(own, [step]), valueAt(other, [to])];
  }
  return led;
}

/** The place of a list's member in another version of the list; -1 where it is not there. */
function placeOf(index: number, own: readonly unknown[], other: readonly unknown[]): number {
  if (own.length === other.length) return index;
  const member = own[index];
  const same = other.findIndex((each) => isDeepStrictEqual(each, member));
  if (same >= 0) return same;
  const name = valueAt(member, ['name']);
  const named = other.flatMap((each, at) => (name !== undefined && valueAt(each, ['name']) === name ? [at] : []));
  return named.length === 1 ? (named[0] as number) : -1;
}
