import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/problem.js';
import { readReport } from '../../src/report/read.js';
import { size } from '../runs.js';

const indicators = Array.from({ length: 8 }, (_, index) => ({
  level1: '产出指标',
  level2: '数量指标',
  name: `正常运作天数${index}`,
  annualTarget: { sign: '≥', value: '264', unit: '天' },
}));

/** A report of projects of 2.4 kB each, indented as a system exports it. `amount` goes into every project. */
function largeReport(count: number, amount: string): Uint8Array {
  const projects = Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    name: `科学素质提升工程${index}`,
    funding: [{ source: 'total', period: 'year', amount: '$' }],
    goals: [{ period: 'year', text: '维持科技馆的全年正常运作，设施正常运作天数占开馆天数不低于96%。'.repeat(3) }],
    indicators,
  }));
  const head = { year: 2024, region: { name: '广州市' }, moneyUnit: '万元', department: { name: '科协' } };
  const text = JSON.stringify({ ...head, units: [{ name: '发展中心', projects }] }, null, 2);
  return new TextEncoder().encode(text.replaceAll('"$"', amount));
}

describe('a large report', () => {
  it('of up to 100 MB is read', () => {
    const count = size(42_000);
    const bytes = largeReport(count, '"71.78"');
    expect(bytes.length).toBeGreaterThan(size(95e6));
    expect(readReport(bytes, 'x.json').report.units[0]?.projects).toHaveLength(count);
  });

  it('with a fault in every project tells the first 1000 with their places', () => {
    try {
      readReport(largeReport(size(8_000), '71.78'), 'x.json');
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof Problems)) throw error;
      expect(error.problems).toHaveLength(1001);
      expect(error.problems[999]?.place?.pointer).toBe('/units/0/projects/999/funding/0/amount');
      expect(error.problems[1000]?.code).toBe('too-many-problems');
    }
  });
});
