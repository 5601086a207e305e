import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/problem.js';
import { readReport } from '../../src/report/read.js';
import { runs } from '../runs.js';

const fieldNames = [
  'year',
  'units',
  'projects',
  'name',
  'period',
  'start',
  'parent',
  'id',
  'funding',
  '__proto__',
  '项目',
];
const words = ['', '2024-02-30', '71.78', '1,000万元', '≥96%', '\u0000', '\ud83d', '万元', '公开', '甲'];
const anyJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.oneof(fc.constantFrom(...words), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...fieldNames), tie('value')), { maxLength: 5 }).map(Object.fromEntries),
  ),
})).value;

/** Reading ends well or with Problems that all have words; anything else is our own fault. */
function endsWell(bytes: Uint8Array): void {
  try {
    readReport(bytes, 'x.json');
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    for (const { message, hint } of error.problems) {
      expect(message.zh && message.en && hint?.zh && hint.en).toBeTruthy();
      expect(`${message.zh}${message.en}${hint?.zh}${hint?.en}`).not.toMatch(/undefined|NaN|\[object/);
    }
  }
}

describe('readReport', () => {
  it('tells problems of any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), endsWell));
  });

  it('tells problems of any JSON, with the names and words of a report', () => {
    const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    fc.assert(
      fc.property(anyJson, (value) => endsWell(encode(value))),
      { numRuns: runs(500) },
    );
  });

  it('tells nesting of 100,000 levels, open or closed, without a stack', () => {
    for (const text of ['['.repeat(100_000), `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`]) {
      expect(() => readReport(new TextEncoder().encode(text), 'x.json')).toThrow('nesting-too-deep');
    }
  });

  it('refuses a file of more than 256 MB unread', () => {
    expect(() => readReport(new Uint8Array(256 * 1024 * 1024 + 1), 'x.json')).toThrow('file-too-large');
  });
});
