import { expect, it } from 'vitest';
import { rules } from '../../src/check/rules/all.js';
import { exampleFinding, rulesNamed } from '../../src/findings/explain.js';

it('finds a rule by code or number, however it is written', () => {
  const total = rulesNamed('department-total');
  expect(total?.number).toBe('R-14');
  for (const name of ['R-14', 'r-14', 'R14', '14'])
    expect(rulesNamed(name)).toEqual(expect.arrayContaining([...total]));
  expect(rulesNamed(' Department-Total ')).toEqual(total);
  for (const name of ['R-999', '', 'totals', 'R-']) expect(rulesNamed(name)).toEqual([]);
});

it.each(rules.map((rule) => [rule.code, rule] as const))('%s: its example has a message and a place', (code, rule) => {
  const { problem } = exampleFinding(rule);
  expect(problem.code).toBe(code);
  expect(problem.message.zh).not.toBe('');
  expect(problem.place?.line).toBeGreaterThan(0);
});
