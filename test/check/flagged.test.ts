import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/check.js';
import { patched } from '../../src/check/example.js';
import { fixes } from '../../src/check/fixes/all.js';
import type { Fix, Setting } from '../../src/check/fixes/fix.js';
import { mendText, textsToMend } from '../../src/check/fixes/mend.js';
import type { Patch } from '../../src/check/rule.js';
import { rules } from '../../src/check/rules/all.js';
import { pointerOf } from '../../src/json/pointer.js';
import { readReport } from '../../src/report/read.js';
import { casesOf } from './cases.js';

/** A text with its setting, and where it stands in reports: the pointer, and what a check of that report found. */
interface Held {
  readonly text: string;
  readonly setting: Setting;
  readonly places: { readonly pointer: string; readonly found: ReadonlySet<string> }[];
}

/** The texts of every case of test/cases/check and of every sample, each once. */
const texts = textsOf([
  ...rules.flatMap(({ code }) => {
    const { fails, passes } = casesOf(code);
    return [...fails, ...passes].map(({ patch }) => JSON.stringify(patched(patch)));
  }),
  ...readdirSync('data')
    .filter((name) => /^[a-z]+-\d{4}\.json$/.test(name))
    .map((name) => readFileSync(`data/${name}`, 'utf8')),
]);

function textsOf(reports: readonly string[]): readonly Held[] {
  const held = new Map<string, Held>();
  for (const json of reports) {
    const found = foundIn(json);
    for (const { path, text, setting } of textsToMend(json)) {
      const key = JSON.stringify([text, setting]);
      const same = held.get(key) ?? { text, setting, places: [] };
      held.set(key, same);
      same.places.push({ pointer: pointerOf(path), found });
    }
  }
  return [...held.values()];
}

/** What a check finds, hints and accepted ones too: codes with pointers, of all places of a folded finding. */
function foundIn(json: string): ReadonlySet<string> {
  const { findings, accepted } = checkReport(readReport(Buffer.from(json), 'report.json'), []);
  return new Set(
    [...findings, ...accepted].flatMap(({ problem: { code, place, related = [] } }) =>
      [place, ...related].map((at) => `${code} ${at?.pointer}`),
    ),
  );
}

/** The texts that a fix mends by itself and no rule of its slip flags. */
function unflagged(fix: Fix, among: readonly Held[]): string[] {
  return among
    .filter(({ text, setting }) => mendText(text, setting, [fix]) !== undefined)
    .flatMap(({ text, places }) =>
      places.flatMap(({ pointer, found }) => (found.has(`${fix.rule} ${pointer}`) ? [] : [text])),
    );
}

/** The example report with a text in a goal and in a note. */
function holding(text: string): Patch {
  return {
    '/units/0/projects/0/goals/0/text': `${text}。全年举办科普活动不少于20场，服务公众不少于3000人次。`,
    '/notes': [text],
  };
}

describe.each(fixes.map((fix) => [fix.code, fix] as const))('%s', (_, fix) => {
  it('mends nothing that its rule does not flag, or says what and why', () => {
    if (fix.rule !== undefined) expect(rules.map(({ code }) => code)).toContain(fix.rule);
    else expect(fix.unflagged).toBeDefined();
    if (fix.unflagged === undefined) expect(unflagged(fix, texts)).toEqual([]);
  });

  it('has a rule that flags its examples, as far as it does not say otherwise', () => {
    if (fix.examples.setting) {
      // Its examples stand in no prose: the cases have some.
      const mended = texts.filter(({ text, setting }) => mendText(text, setting, [fix]) !== undefined);
      expect(mended.length).toBeGreaterThan(2);
      return;
    }
    const own = textsOf(fix.examples.mends.map(([before]) => JSON.stringify(patched(holding(before)))));
    const left = unflagged(fix, own);
    if (fix.unflagged === undefined) expect(left).toEqual([]);
    // What is said to be mended though unflagged is among the examples or the cases.
    else expect([...left, ...unflagged(fix, texts)].length).toBeGreaterThan(0);
  });
});
