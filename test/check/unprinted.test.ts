import { expect, it } from 'vitest';
import { lostKinds } from '../../src/check/unprinted.js';
import type { Report } from '../../src/report/schema.js';

it('names a project that is lost whole, though it has dates', () => {
  const project = { name: '道路养护', period: { start: '2025-01', end: '2025-12' } };
  const report: Report = {
    ...{ year: 2025, region: { name: '海南省' }, moneyUnit: '万元', department: { name: '青禾局' } },
    units: [{ name: '青禾局', projects: [project] }],
  };
  const path = ['units', '0', 'projects', '0'];
  const page = {
    ...{ id: 'x/y', table: 'project' as const, region: { name: '海南省' }, withoutPlace: [], rows: 0 },
    ...{
      unprinted: [{ path, field: 'project', owner: path }],
      blankRows: [],
      blankCells: [],
      blankGoals: [],
      goalPeriods: ['year'],
      blankMoney: [],
      hasMoney: true,
    },
  };
  expect(lostKinds(report, [page]).map(({ item }) => item.zh)).toEqual(['项目（1 个）']);
});
