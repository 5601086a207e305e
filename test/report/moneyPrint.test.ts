import { expect, it } from 'vitest';
import { moneyPrint } from '../../src/report/moneyPrint.js';
import type { Project, Report } from '../../src/report/schema.js';

function decimals(project: Partial<Project>): number {
  const projects = [{ name: '管护经费', ...project }];
  const report: Report = {
    ...{ year: 2025, region: { name: '福建省' }, moneyUnit: '万元', department: { name: '青禾局' } },
    units: [{ name: '青禾局', projects }],
  };
  return moneyPrint({ moneyUnit: 'report' }, report).decimals;
}

it('without decimals of its own a layout prints as many as any amount has: shares, steps and earlier years too', () => {
  expect(decimals({ funding: [{ source: 'total', period: 'year', amount: '30' }] })).toBe(0);
  expect(decimals({ allocations: [{ place: '西坪镇', amount: '12.5' }] })).toBe(1);
  expect(decimals({ plan: [{ content: '清淤' }, { content: '护岸', amount: '3.25' }] })).toBe(2);
  const earlier = [{ period: 'lastYear', amount: '4.125' } as const];
  expect(decimals({ costLines: [{ name: '讲座', amount: '80', earlier }] })).toBe(3);
});
