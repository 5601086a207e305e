import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { nextYear } from '../../src/desk/nextYear.js';
import { readReport } from '../../src/report/read.js';
import type { Report } from '../../src/report/schema.js';
import { sample } from './desk.js';

const shanghai = JSON.parse(sample('shanghai-2024')) as Report;

it('begins the next year: names, goals and indicators stay, days move on, values become history', () => {
  const { report, look } = nextYear(shanghai, { year: 2025, keep: { money: false, values: true } });
  const [before, after] = [shanghai, report].map(({ units }) => units[0]?.projects[0]);
  expect(report.year).toBe(2025);
  expect(after?.name).toBe(before?.name);
  expect(after?.period).toEqual({ ...before?.period, start: '2025-01-01', end: '2025-12-31' });
  expect(after?.funding).toBeUndefined();
  expect(after?.indicators?.[0]?.annualTarget).toEqual(before?.indicators?.[0]?.annualTarget);
  expect(after?.indicators?.[0]?.history).toEqual([{ year: 2024, target: before?.indicators?.[0]?.annualTarget }]);
  expect(look.some(({ pointer, text }) => pointer.includes('/goals/') && text.includes('2024'))).toBe(true);
  expect(look.every(({ pointer }) => !/\/period\/(start|end)$|\/history\//.test(pointer))).toBe(true);
  const bytes = new TextEncoder().encode(JSON.stringify(report));
  expect(readReport(bytes, 'next.json').report).toEqual(report);
});

it('leaves values and money blank, or keeps them, as it is asked', () => {
  const blank = nextYear(shanghai, { year: 2025, keep: { money: false, values: false } }).report.units[0]?.projects[0];
  expect(blank?.indicators?.every(({ annualTarget }) => annualTarget === undefined)).toBe(true);
  const kept = nextYear(shanghai, { year: 2026, keep: { money: true, values: true } }).report.units[0]?.projects[0];
  expect(kept?.funding).toEqual(shanghai.units[0]?.projects[0]?.funding);
  const leap: Report = {
    ...shanghai,
    units: [{ name: 'u', projects: [{ name: 'p', period: { start: '2024-02-29', end: '2024' } }] }],
  };
  expect(
    nextYear(leap, { year: 2025, keep: { money: true, values: true } }).report.units[0]?.projects[0]?.period,
  ).toEqual({ start: '2025-02-28', end: '2025' });
});

it('is a command: jibiao next', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'jibiao-next-')), 'next.json');
  expect(await run(['next', 'data/shanghai-2024.json', '--year', '2026', '--out', path, '--quiet'])).toBe(0);
  expect(JSON.parse(readFileSync(path, 'utf8')).year).toBe(2026);
  const again = ['next', 'data/shanghai-2024.json', '--out', path, '--json'];
  expect(await run(again)).toBe(1);
  expect(await run([...again, '--year', '2023'])).toBe(1);
});
