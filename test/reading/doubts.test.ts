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
      indicators: texts.map((text, n) => ({ ...indicator, name: `第${n}批培训人数`, annualTarget: { text } })),
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

const lacked = [
  '/year',
  '/region',
  '/moneyUnit',
  '/department',
  '/department/name',
  '/units/0/name',
  '/units/0/projects/0/name',
  '/units/0/projects/0/indicators/1/name',
  '/units/0/projects/0/indicators/1/level1',
  '/units/0/projects/0/funding/0/amount',
  '/units/0/projects/0/funding/0/source',
  '/units/0/projects/0/funding/0/period',
];
it.each(lacked.map((lacking) => [lacking]))('doubts a report without %s no less: what it lacks is asked', (lacking) => {
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
  expect(doubtsOf(report, places, []).map(({ place }) => place?.row)).toEqual([4, 6]);
});

const ofEvaluation = [
  ['项目决策', '决策依据充分性'],
  ['项目管理', '制度执行有效性'],
  ['项目决策（10分）', '目标明确性'],
  ['决策指标', '绩效目标合理性'],
  ['过程指标', '资金使用合规性'],
  ['决策', '论证决策科学性'],
  ['过程', '会计信息质量'],
  ['管理指标', '资料归档完整性'],
  ['资金管理', '支付审批规范性'],
  ['组织实施', '监督检查有效性'],
] as const;

it.each(ofEvaluation)('points at a row of %s without a value, at its levels and its name', (level1, name) => {
  const report = changed((it) => {
    const indicators = it.units[0]?.projects[0]?.indicators ?? [];
    indicators.push({ level1, level2: '项目立项', name });
  });
  const list = report.units[0]?.projects[0]?.indicators ?? [];
  const own = `/units/0/projects/0/indicators/${list.length - 1}`;
  const places = new Map([[`${own}/level1`, cell(1)] as const, [`${own}/level2`, cell(2)], [`${own}/name`, cell(3)]]);
  expect(doubtsOf(report, places, []).map(({ place }) => place?.row)).toEqual([1, 2, 3]);
});

it.each([
  ['a value', '过程指标', { text: '100%' }],
  ['a usual level', '产出指标', undefined],
  ['a usual level with points', '效益指标（30分）', undefined],
  ['满意度', '满意度指标', undefined],
  ['成本', '成本指标', undefined],
  ['no level', '', undefined],
])('points at no row with %s', (_, level1, annualTarget) => {
  const report = changed((it) => {
    const indicators = it.units[0]?.projects[0]?.indicators ?? [];
    indicators.push({ level1, name: '按期完工', ...(annualTarget && { annualTarget }) });
  });
  const list = report.units[0]?.projects[0]?.indicators ?? [];
  const places = new Map([[`/units/0/projects/0/indicators/${list.length - 1}/name`, cell(3)]]);
  expect(doubtsOf(report, places, [])).toEqual([]);
});

it('points at no first level that has a value in another row, nor where no row has any', () => {
  const rows = [
    { level1: '任务指标', name: '清淤', annualTarget: { text: '18公里' } },
    { level1: '任务指标', name: '护岸' },
  ];
  const withRows = (indicators: Report['units'][0]['projects'][0]['indicators']) =>
    changed((it) => Object.assign(it.units[0]?.projects[0] ?? expect.fail(), { indicators }));
  const places = new Map([['/units/0/projects/0/indicators/1/name', cell(3)]]);
  expect(doubtsOf(withRows(rows), places, [])).toEqual([]);
  expect(doubtsOf(withRows(rows.map(({ level1, name }) => ({ level1, name }))), places, [])).toEqual([]);
});

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
