import { expect, it } from 'vitest';
import { rules } from '../../../src/check/rules/all.js';
import { exampleFinding, knownRules, rulesNamed } from '../../../src/products/findings/known.js';

it('finds rules by code or number, however it is written', () => {
  const [total] = rulesNamed('department-total');
  expect(total?.number).toBe('R-14');
  for (const name of ['R-14', 'r-14', 'R14', '14', ' Department-Total ']) expect(rulesNamed(name)).toContain(total);
  for (const name of ['R-999', '', 'totals', 'R-']) expect(rulesNamed(name)).toEqual([]);
});

it('has each code once', () => {
  const codes = knownRules.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

it.each(rules.map((rule) => [rule.code, rule] as const))('%s: its example has a message and a place', (code, rule) => {
  const { problem } = exampleFinding(rule);
  expect(problem.code).toBe(code);
  expect(problem.message.zh).not.toBe('');
  expect(problem.place?.line).toBeGreaterThan(0);
});
