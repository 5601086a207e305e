import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/check.js';
import { patched } from '../../src/check/example.js';
import { fixes } from '../../src/check/fixes/all.js';
import type { Fix } from '../../src/check/fixes/fix.js';
import { mendings } from '../../src/check/fixes/mend.js';
import type { Patch } from '../../src/check/rule.js';
import { rules } from '../../src/check/rules/all.js';
import { pointerOf } from '../../src/json/pointer.js';
import { readReport } from '../../src/report/read.js';
import { casesOf } from './cases.js';

/** Every case of test/cases/check and every sample, with its findings, hints and accepted ones too: codes with pointers. */
const reports = [
  ...rules.flatMap(({ code }) => {
    const { fails, passes } = casesOf(code);
    return [...fails, ...passes].map(({ patch }) => checked(JSON.stringify(patched(patch))));
  }),
  ...readdirSync('data')
    .filter((name) => /^[a-z]+-\d{4}\.json$/.test(name))
    .map((name) => checked(readFileSync(`data/${name}`, 'utf8'))),
];

function checked(json: string): { readonly json: string; readonly found: ReadonlySet<string> } {
  const { findings, accepted } = checkReport(readReport(Buffer.from(json), 'report.json'), []);
  const all = [...findings, ...accepted].map(({ problem }) => `${problem.code} ${problem.place?.pointer}`);
  return { json, found: new Set(all) };
}

/** The texts that a fix mends by itself and no rule of its slip flags. */
function unflagged(fix: Fix, of: readonly { readonly json: string; readonly found: ReadonlySet<string> }[]): string[] {
  return of.flatMap(({ json, found }) =>
    mendings(json, [fix]).flatMap(({ path, before }) => (found.has(`${fix.rule} ${pointerOf(path)}`) ? [] : [before])),
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
    if (fix.unflagged === undefined) expect(unflagged(fix, reports)).toEqual([]);
  });

  it('has a rule that flags its examples, as far as it does not say otherwise', () => {
    const own = fix.examples.mends.map(([before]) => checked(JSON.stringify(patched(holding(before)))));
    const left = unflagged(fix, own);
    if (fix.unflagged === undefined) expect(left).toEqual([]);
    // What is said to be mended though unflagged is among the examples or the cases.
    else expect([...left, ...unflagged(fix, reports)].length).toBeGreaterThan(0);
  });
});
