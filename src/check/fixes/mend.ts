import { placesOf } from '../../json/places.js';
import type { Path } from '../../json/pointer.js';
import { type Edit, type Fix, type Setting, withEdits } from './fix.js';
import { literalEdits } from './literal.js';
import { settingsIn } from './setting.js';
import { Tracked } from './tracked.js';

/** A text of a report that is mended. */
export interface Mended {
  readonly path: Path;
  /** Where its literal begins in the JSON. */
  readonly offset: number;
  /** Edits of the JSON: in order, apart, within the literal. */
  readonly edits: readonly Edit[];
  readonly before: string;
  readonly after: string;
  /** How often each kind of mending was done. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Mends what one fix brings to light for another; more rounds than any real text takes. */
const mostRounds = 20;

/**
 * What the fixes make of the texts of a report. Changes nothing outside the literals of texts, and of those only the
 * characters that are wrong. `json` is well-formed, has each field once and is no deeper than `deepestNesting`; it need not
 * follow the schema.
 */
export function mendings(json: string, fixes: readonly Fix[]): Mended[] {
  const changed = textsToMend(json).flatMap(({ path, text, setting }) => {
    const change = mendText(text, setting, fixes);
    return change ? [{ path, text, change }] : [];
  });
  const ascii = !/[^\0-\x7f]/.test(json);
  const places = placesOf(
    changed.map(({ path }) => path),
    json,
  );
  const mended = changed.map(({ path, text, change }): Mended => {
    const { value: offset = 0, raw = '' } = places.at(path) ?? {};
    const edits = literalEdits(raw, change.edits, ascii).map((edit) => ({
      start: offset + edit.start,
      end: offset + edit.end,
      text: edit.text,
    }));
    return { path, offset, edits, before: text, after: change.after, counts: change.counts };
  });
  return mended.toSorted((left, right) => left.offset - right.offset);
}

/** The texts of a report in which something may be mended. */
export function textsToMend(json: string): { readonly path: Path; readonly text: string; readonly setting: Setting }[] {
  const root: unknown = JSON.parse(json);
  const settingAt = settingsIn(root);
  return textsIn(root, []).flatMap(({ path, text }) => {
    const setting = settingAt(path);
    return setting ? [{ path, text, setting }] : [];
  });
}

/** All texts of a parsed JSON but the empty ones, with their paths. */
function textsIn(value: unknown, path: Path): { readonly path: Path; readonly text: string }[] {
  if (typeof value === 'string') return value === '' ? [] : [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([step, inner]) => textsIn(inner, [...path, step]));
}

/** The JSON with all texts mended. */
export function mendedJson(json: string, mended: readonly Mended[]): string {
  return withEdits(
    json,
    mended.flatMap(({ edits }) => edits),
  );
}

/** One text mended; undefined when there is nothing to mend, or nothing would be left, which somebody must look at. */
export function mendText(text: string, setting: Setting, fixes: readonly Fix[]) {
  const counts = new Map<string, number>();
  let tracked: Tracked | undefined;
  for (let round = 0, before = ''; round < mostRounds && before !== (tracked?.text ?? text); round += 1) {
    before = tracked?.text ?? text;
    for (const { code, find } of fixes) {
      const edits = find(tracked?.text ?? text, setting);
      if (edits.length === 0) continue;
      tracked ??= new Tracked(text);
      tracked.apply(edits);
      counts.set(code, (counts.get(code) ?? 0) + edits.length);
    }
  }
  if (!tracked || tracked.text === text || tracked.text.trim() === '') return undefined;
  return { after: tracked.text, edits: tracked.edits(), counts };
}
