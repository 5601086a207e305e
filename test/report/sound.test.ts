import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile, compileSound } from '../../src/report/compile.js';
import { runs } from '../runs.js';

const samples = ['guangzhou-2023', 'guangzhou-2025', 'tianjin-2023', 'nansha-2024', 'shanghai-2024'].map(
  (name) => JSON.parse(readFileSync(`data/${name}.json`, 'utf8')) as object,
);
const whole = compile();
const sound = compileSound();

it('takes the samples', () => {
  for (const sample of samples) expect([sound(sample), whole(sample)]).toEqual([true, true]);
});

/** The places inside a value: its own, and those of all that it holds. */
function places(node: unknown): { readonly owner: Record<string, unknown>; readonly key: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  const owner = node as Record<string, unknown>;
  return Object.keys(owner).flatMap((key) => [{ owner, key }, ...places(owner[key])]);
}

it('says of a changed report what the whole validator says of it', () => {
  const other = fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    1,
    -1,
    2024.5,
    '',
    '—',
    '1.00',
    '万元',
    'year',
    [],
    {},
    ['x'],
  );
  const verdicts = new Set<boolean>();
  fc.assert(
    fc.property(fc.nat(4), fc.nat(), other, fc.constantFrom('value', 'name', 'more'), (which, at, value, what) => {
      const report = structuredClone(samples[which]);
      const all = places(report);
      const { owner, key } = all[at % all.length] as (typeof all)[number];
      if (what === 'value') owner[key] = value;
      else if (what === 'more') owner.more = value;
      else {
        owner[`${key}x`] = owner[key];
        delete owner[key];
      }
      const verdict = whole(report) as boolean;
      verdicts.add(verdict);
      expect(sound(report)).toBe(verdict);
    }),
    { numRuns: runs(1500) },
  );
  expect(verdicts.size).toBe(2);
});
