import { expect, it } from 'vitest';
import { diffReports } from '../../src/diff/diff.js';
import type { Report } from '../../src/report/schema.js';
import { randomReport } from '../layouts/randomReport.js';

/** A field of the schema is compared without a further word: whatever is filled, changing it is told. */
it.each([3, 14, 159, 2653])('tells each changed field of random report %i', (seed) => {
  const { report, filled } = randomReport(seed, '万元');
  expect(filled.length).toBeGreaterThan(60);
  for (const { path, value } of filled) {
    if (path[0] === 'signoff' || path.includes('accepted')) continue;
    const changed = structuredClone(report) as Report;
    setAt(
      changed,
      path,
      /^\d+(?:\.\d+)?$/.test(value) ? value.replace(/\d/, (digit) => String((Number(digit) % 8) + 1)) : `${value}改`,
    );
    if (/^\d{4}-/.test(value)) setAt(changed, path, '2029-12-31');
    expect(diffReports(report, changed).length, path.join('/')).toBeGreaterThan(0);
  }
});

function setAt(report: Report, path: readonly string[], value: string): void {
  const owner = path
    .slice(0, -1)
    .reduce((inner, step) => (inner as Record<string, object>)[step] as object, report as object);
  const last = path.at(-1) as string;
  const before = (owner as Record<string, unknown>)[last];
  (owner as Record<string, unknown>)[last] = typeof before === 'number' ? Number(value) : value;
}
