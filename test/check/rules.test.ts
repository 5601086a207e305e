import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { acrossRules } from '../../src/check/across/rules.js';
import { rules } from '../../src/check/rules/all.js';
import { casesOf, foundIn as found } from './cases.js';

it('finds nothing in the example report', () => {
  expect(found({}, {}, true)).toEqual({});
});

it('has each code and each number pattern once, in order, and no rule without cases', () => {
  const codes = rules.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  const numbers = rules.map(({ number }) => Number(number.slice(2)));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  for (const code of codes) expect(existsSync(`test/cases/check/${code}.json`), code).toBe(true);
  const files = readdirSync('test/cases/check').filter((file) => file.endsWith('.json'));
  expect(files.map((file) => file.replace('.json', '')).filter((code) => !codes.includes(code))).toEqual([]);
});

it('has as many rules as the guides say', () => {
  const count = String(rules.length + acrossRules.length);
  expect(/按 (\d+) 条规则/.exec(readFileSync('README.md', 'utf8'))?.[1]).toBe(count);
  expect(/to (\d+) rules/.exec(readFileSync('README.en.md', 'utf8'))?.[1]).toBe(count);
});

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const hint = rule.severity === 'hint';

  it('finds its own example and lets its counter-example pass', () => {
    expect(Object.keys(found(rule.fails, rule, hint, code))).toContain(code);
    expect(found(rule.passes, rule, false)).toEqual({});
  });

  const { fails, passes } = casesOf(code);

  it('has at least three cases of each kind', () => {
    expect(fails.length).toBeGreaterThanOrEqual(3);
    expect(passes.length).toBeGreaterThanOrEqual(3);
  });

  it.each(fails.map((each) => [each.why, each] as const))('finds: %s', (_, { patch, finds, hints, ...held }) => {
    expect(Object.keys(finds ?? {})).toContain(code);
    expect(found(patch, held, hint || hints === true, code)).toEqual(finds);
  });

  it.each(passes.map((each) => [each.why, each] as const))('lets pass: %s', (_, { patch, hints, ...held }) => {
    expect(found(patch, held, false)).toEqual({});
    if (hint || hints) expect(found(patch, held, true, code)[code]).toBeUndefined();
  });
});
