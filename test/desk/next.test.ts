import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { nextYear } from '../../src/desk/nextYear.js';
import { readReport } from '../../src/report/read.js';
import type { Report } from '../../src/report/schema.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { deskOn, sample, Tab } from './desk.js';

const shanghai = JSON.parse(sample('shanghai-2024')) as Report;

it('begins the next year: names, goals and indicators stay, days move on; last year’s values have no place in the form', () => {
  const { report, look } = nextYear(shippedLayouts, shanghai, { year: 2025, keep: { money: false, values: true } });
  const [before, after] = [shanghai, report].map(({ units }) => units[0]?.projects[0]);
  expect(report.year).toBe(2025);
  expect(after?.name).toBe(before?.name);
  expect(after?.period).toEqual({ ...before?.period, start: '2025-01-01', end: '2025-12-31' });
  expect(after?.funding?.every(({ amount }) => amount === '')).toBe(true);
  expect(after?.indicators?.[0]?.annualTarget).toEqual(before?.indicators?.[0]?.annualTarget);
  expect(after?.indicators?.some(({ history }) => history !== undefined)).toBe(false);
  expect(look.some(({ pointer, text }) => pointer.includes('/goals/') && text.includes('2024'))).toBe(true);
  expect(look.every(({ pointer }) => !/\/period\/(start|end)$|\/history\//.test(pointer))).toBe(true);
  const bytes = new TextEncoder().encode(JSON.stringify(report));
  expect(readReport(bytes, 'next.json').report).toEqual(report);
});

it('puts last year’s values into the history where the form prints it, beside those of earlier years', () => {
  for (const id of ['hubei/department', 'zhejiang/department']) {
    const path = join('templates', id, 'specimen.json');
    const { report: before } = readReport(readFileSync(path), path);
    const { report } = nextYear(shippedLayouts, before, {
      year: before.year + 1,
      keep: { money: false, values: false },
    });
    const [old, young] = [before, report].map(({ department }) => department.overall?.indicators ?? []);
    const filled = old?.findIndex(({ annualTarget }) => annualTarget !== undefined) ?? -1;
    expect(filled, id).toBeGreaterThanOrEqual(0);
    const { history = [], annualTarget } = old?.[filled] ?? {};
    expect(young?.[filled]?.history, id).toEqual([...history, { year: before.year, target: annualTarget }]);
    expect(report.layout, id).toBe(before.layout);
  }
});

it('tells every text that names a year or a day, and no count of months', () => {
  const [unit] = shanghai.units;
  const texts: readonly (readonly [text: string, isTold: boolean])[] = [
    ['2024年完成', true],
    ['二〇二四年完成', true],
    ['24年底前完成', true],
    ['12月31日前', true],
    ['3月底前', true],
    ['一季度完成', true],
    ['上半年完成', true],
    ['截至2024-12-31', true],
    ['历时12个月', false],
    ['1200人次', false],
    ['约2000项', false],
    ['2000 个', false],
    ['做好2023上海市活动', true],
    ['2000.00', false],
    ['（2024—2026）', true],
    ['计划（2024）', true],
    ['每月检查', false],
    ['不少于20240人', false],
  ];
  const plan = [{ content: '甲', start: '2024-03', end: '2024-11-30' }];
  for (const [text, isTold] of texts) {
    const report: Report = {
      ...shanghai,
      units: [{ ...unit, name: 'u', projects: [{ name: 'p', fundUse: text, plan }] }],
    };
    const { look, report: next } = nextYear(shippedLayouts, report, {
      year: 2025,
      keep: { money: true, values: true },
    });
    expect(
      look.some(({ pointer }) => pointer.endsWith('/fundUse')),
      text,
    ).toBe(isTold);
    expect(
      look.some(({ pointer }) => pointer.includes('/plan/')),
      text,
    ).toBe(false);
    expect(next.units[0]?.projects[0]?.plan).toEqual([{ content: '甲', start: '2025-03', end: '2025-11-30' }]);
  }
});

it('leaves values and money blank, or keeps them, as it is asked', () => {
  const blank = nextYear(shippedLayouts, shanghai, { year: 2025, keep: { money: false, values: false } }).report
    .units[0]?.projects[0];
  expect(blank?.indicators?.every(({ annualTarget }) => annualTarget === undefined)).toBe(true);
  expect(blank?.funding?.map(({ amount }) => amount)).toEqual(shanghai.units[0]?.projects[0]?.funding?.map(() => ''));
  const kept = nextYear(shippedLayouts, shanghai, { year: 2026, keep: { money: true, values: true } }).report.units[0]
    ?.projects[0];
  expect(kept?.funding).toEqual(shanghai.units[0]?.projects[0]?.funding);
  const leap: Report = {
    ...shanghai,
    units: [{ name: 'u', projects: [{ name: 'p', period: { start: '2024-02-29', end: '2024' } }] }],
  };
  expect(
    nextYear(shippedLayouts, leap, { year: 2025, keep: { money: true, values: true } }).report.units[0]?.projects[0]
      ?.period,
  ).toEqual({ start: '2025-02-28', end: '2025' });
});

it('leaves money to be stated: a form whose money is blank cannot be published', () => {
  const { report } = nextYear(shippedLayouts, shanghai, { year: 2026, keep: { money: false, values: true } });
  const { desk } = deskOn({ r: report });
  expect(report.units[0]?.projects.length).toBeGreaterThan(1);
  const found = new Tab(desk, 'r').view.findings.filter(({ code }) => code === 'no-money');
  expect(found).toMatchObject([{ severity: 'error', form: '/units/0/projects/0' }]);
  expect(found[0]?.field).toContain('/funding/');
});

it('is a command: jibiao next', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'jibiao-next-')), 'next.json');
  expect(await run(['next', 'data/shanghai-2024.json', '--year', '2026', '--out', path, '--quiet'])).toBe(0);
  expect(JSON.parse(readFileSync(path, 'utf8')).year).toBe(2026);
  const again = ['next', 'data/shanghai-2024.json', '--out', path, '--json'];
  expect(await run(again)).toBe(1);
  expect(await run([...again, '--year', '2023'])).toBe(1);
});
