import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exampleReport } from '../../src/check/example.js';
import { doubtsOf } from '../../src/reading/doubts.js';
import type { Place } from '../../src/reading/items.js';
import type { Report } from '../../src/report/schema.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { leaves } from './columns/rows.js';

const changed = (change: (report: Report) => void): Report => {
  const report = structuredClone(exampleReport);
  change(report);
  return report;
};
const cell = (row: number): Place => ({ table: 1, row, column: 2 });
const at = new Map<string, Place>([
  ['/department/name', cell(1)],
  ['/units/0/name', cell(2)],
  ['/units/0/projects/0/name', cell(3)],
  ['/units/0/projects/0/indicators/0/name', cell(4)],
  ['/units/0/projects/0/indicators/0/annualTarget/unit', cell(5)],
]);
const rowsOf = (report: Report, differences: Parameters<typeof doubtsOf>[2] = []): unknown[] =>
  doubtsOf(report, at, differences).map(({ place }) => place?.row);

it('says nothing of a report whose values look like what they are', () => {
  expect(doubtsOf(exampleReport, at, [])).toEqual([]);
});

it('points at names of bodies and projects that are none', () => {
  const report = changed((it) => {
    it.department.name = '《全民科学素质行动规划纲要》';
    Object.assign(it.units[0]?.projects[0] ?? expect.fail(), { name: '附件：生猪调出大县奖励资金' });
  });
  expect(rowsOf(report)).toEqual([1, 3]);
});

it('points at a number as a name and at a value as a unit', () => {
  const report = changed((it) => {
    const indicator = it.units[0]?.projects[0]?.indicators?.[0] ?? expect.fail();
    Object.assign(indicator, { name: '88', annualTarget: { value: '5', unit: '≥95%' } });
  });
  expect(rowsOf(report).sort()).toEqual([4, 5]);
});

it('points at a goal that is a value and at text that may be a number with its unit', () => {
  const texts = ['28.8万元%', '400元/人、天', '12月', '12月底前', '5%左右', '2023年12月', '3年内', '不超预算'];
  const report = changed((it) => {
    const project = it.units[0]?.projects[0] ?? expect.fail();
    const [indicator = expect.fail()] = project.indicators ?? [];
    Object.assign(project, {
      goals: [{ period: 'year', text: '6500平方米' }],
      indicators: texts.map((text) => ({ ...indicator, annualTarget: { text } })),
    });
  });
  const places = new Map([
    ['/units/0/projects/0/goals/0/text', cell(20)],
    ...texts.map((_, n): [string, Place] => [`/units/0/projects/0/indicators/${n}/annualTarget/text`, cell(n)]),
  ]);
  expect(doubtsOf(report, places, []).map(({ place }) => place?.row)).toEqual([20, 0, 1, 2]);
});

it.each([
  ['/units/0/name', '实施单位'],
  ['/units/0/projects/0/name', '项目负责人'],
  ['/units/0/projects/0/name', '打印日期：2024-03-05'],
  ['/units/0/projects/0/summary', '1200'],
  ['/units/0/projects/0/goals/0/text', '资金来源'],
  ['/units/0/projects/0/indicators/0/level1', '三级指标'],
  ['/units/0/projects/0/indicators/0/level2', '≥95%'],
])('points at %s that is %s', (pointer, value) => {
  const report = changed((it) => {
    const steps = pointer.slice(1).split('/');
    const field = steps.pop() ?? expect.fail();
    const parent = steps.reduce(
      (of, step) => of[step] as Record<string, unknown>,
      it as unknown as Record<string, unknown>,
    );
    parent[field] = value;
  });
  expect(doubtsOf(report, new Map([[pointer, cell(7)]]), []).map(({ place }) => place?.row)).toEqual([7]);
});

it.each([['/year'], ['/region'], ['/department/name'], ['/units/0/name']])(
  'doubts a report without %s no less: what it lacks is asked',
  (lacking) => {
    const report = changed((it) => {
      const steps = lacking.split('/').slice(1);
      const field = steps.pop() ?? expect.fail();
      const of = steps.reduce<Record<string, unknown>>(
        (each, step) => each[step] as Record<string, unknown>,
        it as unknown as Record<string, unknown>,
      );
      delete of[field];
      const project = it.units[0]?.projects[0] ?? expect.fail();
      Object.assign(project, { goals: [{ period: 'year', text: '产出指标' }] });
      Object.assign(project.indicators?.[0] ?? expect.fail(), { name: '88' });
    });
    const places = new Map([...at, ['/units/0/projects/0/goals/0/text', cell(6)] as const]);
    expect(doubtsOf(report, places, []).map(({ place }) => place?.row)).toEqual([6, 4]);
  },
);

it('points at nothing in the published tables that the layouts are after', () => {
  const told = shippedLayouts.layouts.flatMap(({ manifest }) => {
    const report = JSON.parse(readFileSync(`templates/${manifest.id}/specimen.json`, 'utf8')) as Report;
    const texts = [...leaves(report as unknown as Record<string, unknown>)].map(([pointer]) => pointer);
    const places = new Map(texts.map((pointer, row) => [pointer, cell(row)]));
    const said = doubtsOf(report, places, []);
    return said.map(({ place, zh }) => `${manifest.id} ${texts[place?.row ?? 0]} ${zh}`);
  });
  expect(told).toEqual([]);
});

it('points at a field that the form prints otherwise than the file, not at what is no field', () => {
  const lost = [cell(2), cell(9)].map((place) => ({ place, text: '甲', isExtra: false }));
  expect(rowsOf(exampleReport, lost)).toEqual([2]);
});
