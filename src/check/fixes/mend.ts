import { visit } from 'jsonc-parser';
import type { Path } from '../../report/pointer.js';
import type { Fix, Setting } from './fix.js';
import { editedLiteral } from './literal.js';
import { settingAt } from './setting.js';
import { Tracked } from './tracked.js';

/** A text of a report that is mended: where its literal stands in the JSON, and what becomes of it. */
export interface Mended {
  readonly path: Path;
  readonly offset: number;
  /** The literals as they are written, with quotation marks and escapes. */
  readonly raw: string;
  readonly mendedRaw: string;
  readonly before: string;
  readonly after: string;
  /** What was done, each as often as it was. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Mends what one fix brings to light for another; more rounds than any real text takes. */
const mostRounds = 20;

/**
 * What the fixes make of the texts of a report. Changes nothing outside the literals of texts, and of those only the
 * characters that are wrong. `json` is well-formed and no deeper than `deepestNesting`; it need not follow the schema.
 */
export function mendings(json: string, fixes: readonly Fix[]): Mended[] {
  const root: unknown = JSON.parse(json);
  const ascii = !/[^\0-\x7f]/.test(json);
  const mended: Mended[] = [];
  visit(json, {
    onLiteralValue: (value, offset, length, _line, _column, pathNow) => {
      if (typeof value !== 'string' || value === '') return;
      const path = pathNow().map(String);
      const setting = settingAt(path, root);
      const change = setting && mendText(value, setting, fixes);
      if (!change) return;
      const raw = json.slice(offset, offset + length);
      const mendedRaw = editedLiteral(raw, change.edits, ascii);
      mended.push({ path, offset, raw, mendedRaw, before: value, after: change.after, counts: change.counts });
    },
  });
  return mended;
}

/** The JSON with its mended literals in their places. */
export function mendedJson(json: string, mended: readonly Mended[]): string {
  let read = 0;
  const parts = mended.map(({ offset, raw, mendedRaw }) => {
    const part = json.slice(read, offset) + mendedRaw;
    read = offset + raw.length;
    return part;
  });
  return parts.join('') + json.slice(read);
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
