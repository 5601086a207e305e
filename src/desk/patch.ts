import { isDeepStrictEqual } from 'node:util';
import type { Path } from '../json/pointer.js';

/**
 * A change of a report's data, small enough to be undone and to be made in the text of its file: a value is set (records above it
 * that are missing are made), removed, or put into a list before the index that its path ends with.
 */
export type Patch =
  | { readonly op: 'set'; readonly path: Path; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: Path }
  | { readonly op: 'insert'; readonly path: Path; readonly value: unknown };

/** The data after a change, and the change that takes it back. What is not on the way to the change is shared with `root`. */
export interface Patched {
  readonly value: unknown;
  readonly inverse: Patch;
}

/** Throws a plain Error for a path that leads into no record or list. */
export function patched(root: unknown, patch: Patch): Patched {
  if (patch.path.length === 0) throw new Error('a report is not replaced whole');
  return patched_(root, patch, 0);
}

/** Several changes, one after the other. The inverses undo them in the order in which they are given. */
export function patchedAll(root: unknown, patches: readonly Patch[]): { value: unknown; inverse: readonly Patch[] } {
  const inverse: Patch[] = [];
  let value = root;
  for (const patch of patches) {
    const next = patched(value, patch);
    value = next.value;
    inverse.unshift(next.inverse);
  }
  return { value, inverse };
}

/** The changes that make one version of the data the other. Lists that have grown or shrunk are set whole. */
export function differences(before: unknown, after: unknown, path: Path = []): Patch[] {
  if (before === after) return [];
  const areLists = Array.isArray(before) && Array.isArray(after) && before.length === after.length;
  if (!areLists && !(isRecord(before) && isRecord(after)))
    return isDeepStrictEqual(before, after) ? [] : [{ op: 'set', path, value: after }];
  const [old, now] = [before, after] as [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key): Patch[] =>
    Object.hasOwn(now, key)
      ? differences(old[key], now[key], [...path, key])
      : [{ op: 'remove', path: [...path, key] }],
  );
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function patched_(owner: unknown, patch: Patch, depth: number): Patched {
  const step = patch.path[depth] as string;
  const isLast = depth === patch.path.length - 1;
  if (Array.isArray(owner)) return inList(owner, step, patch, depth, isLast);
  if (typeof owner !== 'object' || owner === null) throw new Error(`nothing to change at ${patch.path.join('/')}`);
  const record = owner as Readonly<Record<string, unknown>>;
  const has = Object.hasOwn(record, step);
  if (!isLast) {
    if (has) {
      const inner = patched_(record[step], patch, depth + 1);
      return { value: { ...record, [step]: inner.value }, inverse: inner.inverse };
    }
    if (patch.op === 'remove') throw new Error(`nothing to remove at ${patch.path.join('/')}`);
    const made = madeAround(patch.path.slice(depth + 1), patch.value);
    return { value: { ...record, [step]: made }, inverse: { op: 'remove', path: patch.path.slice(0, depth + 1) } };
  }
  if (patch.op === 'insert') throw new Error(`no list at ${patch.path.join('/')}`);
  const before: Patch = has ? { op: 'set', path: patch.path, value: record[step] } : { op: 'remove', path: patch.path };
  if (patch.op === 'set') return { value: { ...record, [step]: patch.value }, inverse: before };
  const { [step]: _, ...rest } = record;
  return { value: rest, inverse: before };
}

function inList(list: readonly unknown[], step: string, patch: Patch, depth: number, isLast: boolean): Patched {
  const index = Number(step);
  const most = isLast && patch.op === 'insert' ? list.length : list.length - 1;
  if (!/^\d+$/.test(step) || index > most) throw new Error(`no member ${patch.path.join('/')}`);
  if (!isLast) {
    const inner = patched_(list[index], patch, depth + 1);
    return { value: list.with(index, inner.value), inverse: inner.inverse };
  }
  switch (patch.op) {
    case 'set':
      return {
        value: list.with(index, patch.value),
        inverse: { op: 'set', path: patch.path, value: list[index] },
      };
    case 'remove':
      return {
        value: list.toSpliced(index, 1),
        inverse: { op: 'insert', path: patch.path, value: list[index] },
      };
    case 'insert':
      return { value: list.toSpliced(index, 0, patch.value), inverse: { op: 'remove', path: patch.path } };
  }
}

/** The records that a value stands in; a list is begun where the step is `0`. */
function madeAround(path: Path, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, step) => (step === '0' ? [inner] : { [step]: inner }), value);
}

/** Of values set one after the other at one path only the last is of use. */
export function compact(patches: Patch[]): void {
  const [last, before] = [patches.at(-1), patches.at(-2)];
  if (last?.op === 'set' && before?.op === 'set' && last.path.join('/') === before.path.join('/'))
    patches.splice(-2, 1);
}
