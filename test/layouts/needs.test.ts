import { expect, it } from 'vitest';
import { findLayouts } from '../../src/layouts/find.js';
import { regionalLayout } from '../../src/layouts/regional.js';
import type { Indicator, Project, Report } from '../../src/report/schema.js';

const found = findLayouts(['templates']);

function chosen(name: string, year: number, project: Partial<Project>): string | undefined {
  const funding = [{ source: 'total', period: 'year', amount: '10' }] as const;
  const projects: Project[] = [{ name: '管护经费', funding: [...funding], indicators: [indicator], ...project }];
  const report: Report = {
    ...{ year, region: { name }, moneyUnit: '万元', department: { name: '青禾局' } },
    units: [{ name: '青禾局', projects }],
  };
  return regionalLayout(found, report, 'project').taken?.id;
}

const indicator: Indicator = {
  ...{ level1: '产出指标', level2: '数量指标', name: '管护面积' },
  annualTarget: { sign: '≥', value: '10', unit: '亩' },
};

it('the form for transfer payments by region is for a report that names the authorities', () => {
  const authorities = [{ title: '省级财政部门', name: '重庆市财政局' }];
  expect(chosen('重庆市忠县', 2022, { authorities })).toBe('zhongxian/regional-2022');
  expect(chosen('重庆市忠县', 2022, {})).toBe('chongqing/project-2023');
});

it('a form with a column for each place is for a report with values by place', () => {
  const { annualTarget: target, ...rest } = indicator;
  const places = [{ place: '西坪镇', target: target ?? { text: '10' } }];
  expect(chosen('福建省', 2025, { indicators: [{ ...rest, places }] })).toBe('fujian/special-2025');
  expect(chosen('福建省', 2025, {})).toBeUndefined();
  expect(chosen('福建省', 2017, {})).toBe('fujian/project-2017');
});
