import { describe, expect, test } from 'vitest';
import { fillLayout } from '../../src/layouts/fill.js';
import type { Manifest } from '../../src/layouts/manifest.js';
import type { Indicator, Report } from '../../src/report/schema.js';
import { layoutOf, projectOf, reportOf } from './make.js';

function fill(template: string, report: Report = reportOf(), own: Partial<Manifest> = {}): string {
  return fillLayout(layoutOf(template, {}, own), report).markup;
}

const indicators: Indicator[] = [
  {
    level1: '产出指标',
    level2: '数量指标',
    name: '场次',
    annualTarget: { sign: '≥', value: '16.00', unit: '个', note: '（含线上）' },
  },
  { level1: '产出指标', level2: '数量指标', name: '人数', annualTarget: { sign: '以上', value: '90', unit: '%' } },
  { level1: '产出指标', level2: '时效指标', name: '及时', annualTarget: { text: '及时' }, group: 2 },
  { level1: '满意度指标', level2: '服务对象满意度', name: '满意' },
];
const measured = reportOf([projectOf('项目', indicators)]);
const eachRow = (body: string) => `{{#each (projects)}}{{#each (rows project.indicators)}}${body}{{/each}}{{/each}}`;

test('target', () => {
  expect(fill(eachRow('{{target annualTarget}};'), measured)).toBe('≥16.00个（含线上）;90%以上;及时;;');
  expect(fill(eachRow('{{target annualTarget open="(" close=")"}};'), measured)).toBe(
    '≥16.00(个)（含线上）;90(%)以上;及时;;',
  );
});

test('rows: spans of merged cells', () => {
  expect(fill(eachRow('{{name}} {{level1Span}} {{level2Span}} {{number}};'), measured)).toBe(
    '场次 3 2 1;人数 0 0 2;及时 0 1 1;满意 1 1 1;',
  );
  expect(fill('{{count (rows department.overall.indicators)}}')).toBe('0');
});

test('rows: equal second levels of different first levels do not merge', () => {
  const report = reportOf([
    projectOf('项目', [
      { level1: '成本指标', level2: '成本指标', name: '一' },
      { level1: '产出指标', level2: '成本指标', name: '二' },
      { level1: '产出指标', name: '三' },
      { level1: '产出指标', name: '四' },
    ]),
  ]);
  expect(fill(eachRow('{{level1Span}}{{level2Span}};'), report)).toBe('11;31;02;00;');
});

describe('rows: required second levels', () => {
  const row = eachRow('{{level1}}/{{level2}}/{{name}};');
  test('empty slots stand in taxonomy order (南沙 2024)', () => {
    const requiredLevel2 = ['可持续影响指标', '经济效益指标', '社会效益指标', '生态效益指标', '服务对象满意度指标'];
    const report = reportOf([
      projectOf('项目', [
        { level1: '产出指标', level2: '数量指标', name: '甲' },
        { level1: '效益指标', level2: '社会效益', name: '乙' },
      ]),
    ]);
    expect(fill(row, report, { requiredLevel2 }).split(';')).toEqual([
      '产出指标/数量指标/甲',
      '效益指标/经济效益指标/',
      '效益指标/社会效益/乙',
      '效益指标/生态效益指标/',
      '效益指标/可持续影响指标/',
      '满意度指标/服务对象满意度指标/',
      '',
    ]);
  });

  test('a missing first level stands between its neighbours', () => {
    const report = reportOf([
      projectOf('项目', [
        { level1: '产出指标', level2: '数量指标', name: '甲' },
        { level1: '满意度指标', level2: '服务对象满意度指标', name: '乙' },
      ]),
    ]);
    expect(fill(eachRow('{{level2}} {{level1Span}};'), report, { requiredLevel2: ['经济效益指标', '质量指标'] })).toBe(
      '数量指标 2;质量指标 0;经济效益指标 1;服务对象满意度指标 1;',
    );
  });

  test('no indicators at all', () => {
    expect(fill(row, reportOf([{ name: '项目' }]), { requiredLevel2: ['数量指标'] })).toBe('产出指标/数量指标/;');
  });

  test('the report is not changed, nor the manifest', () => {
    const requiredLevel2 = Object.freeze(['可持续影响指标', '经济效益指标']) as unknown as string[];
    fill(row, measured, { requiredLevel2 });
    expect(indicators).toHaveLength(4);
    expect(requiredLevel2[0]).toBe('可持续影响指标');
  });
});

test('groups: by number, in order of first appearance, each with its own rows', () => {
  const template =
    '{{#each (projects)}}{{#each (groups project.indicators)}}[{{#each (rows this)}}{{add @index 1}}{{name}}{{/each}}]{{/each}}{{/each}}';
  expect(fill(template, measured)).toBe('[1场次2人数3满意][1及时]');
});
