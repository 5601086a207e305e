import { describe, expect, it } from 'vitest';
import { lostKinds } from '../../src/check/unprinted.js';
import { fillLayout, stripPlaces } from '../../src/layouts/fill.js';
import { pagesOf } from '../../src/publish/pages.js';
import type { Indicator, Project } from '../../src/report/schema.js';
import { layoutOf, projectOf, reportOf } from './make.js';

/** Helpers of forms whose columns, boxes and shares come from the data. */

const at = (place: string, value: string) => ({ place, target: { sign: '≥', value, unit: '个' } as const });
const indicators: Indicator[] = [
  {
    ...{ level1: '产出', level2: '数量指标', name: '甲', weight: '10.5', goal: 'a' },
    annualTarget: { sign: '≥', value: '5', unit: '个' },
    mediumTarget: { text: '稳定' },
    places: [at('石桥乡', '2'), at('柳镇', '3')],
    history: [{ year: 2023, target: { value: '4', unit: '个' } }],
  },
  {
    ...{ level1: '产出指标', level2: '质量指标', name: '乙', weight: '20' },
    annualTarget: { text: '合格' },
    longTarget: { sign: '≥', value: '9', unit: '%' },
    places: [at('柳镇', '7')],
    history: [{ year: 2022, target: { value: '1', unit: '%' } }],
  },
];
const own: Partial<Project> = {
  attribute: '新增项目、重点项目',
  goals: [
    { id: 'a', period: 'year', text: '一' },
    { period: 'year', text: '二' },
  ],
  funding: [
    { source: 'total', period: 'year', amount: '3' },
    { source: 'fiscal', period: 'year', amount: '2', note: '含上年' },
  ],
  costLines: [{ name: '租船', amount: '2', earlier: [{ period: 'lastYearActual', amount: '1.5' }] }],
};
const report = reportOf([projectOf('项目', indicators, own)]);
const fill = (template: string) =>
  stripPlaces(fillLayout(layoutOf(`{{#each (projects)}}${template}{{/each}}`), report).markup);
/** The fields that a layout of this template leaves out. */
const lost = (template: string) =>
  lostKinds(report, pagesOf(report, [layoutOf(`{{#each (projects)}}${template}{{/each}}`)])).map(({ field }) => field);

describe('columns', () => {
  it('are as many as there are places or years', () => {
    expect(fill('{{#each (placesOf project.indicators)}}{{this}};{{/each}}')).toBe('石桥乡;柳镇;');
    const cells =
      '{{#each project.indicators as |row|}}{{#each (placesOf ../project.indicators)}}{{atPlace row this}};{{/each}}|{{/each}}';
    expect(fill(cells)).toBe('≥2个;≥3个;|;≥7个;|');
    expect(lost(cells)).not.toContain('indicator.places');
    expect(lost('{{#each project.indicators}}{{name}}{{/each}}')).toContain('indicator.places');
    const years =
      '{{#each project.indicators as |row|}}{{#each (yearsOf ../project.indicators)}}{{inYear row this}};{{/each}}|{{/each}}';
    expect(fill(`{{#each (yearsOf project.indicators)}}{{this}} {{/each}}${years}`)).toBe('2022 2023 ;4个;|1%;;|');
    expect(lost(years)).not.toContain('indicator.history');
  });

  it('go on beside in chunks', () => {
    const template = '{{#each (chunks (placesOf project.indicators) 1)}}[{{#each this}}{{this}}{{/each}}]{{/each}}';
    expect(fill(template)).toBe('[石桥乡][柳镇]');
    expect(fill('{{#each (chunks project.plan 2)}}x{{/each}}')).toBe('');
  });

  it('of sign, figure and unit have the words of a value in words as its figure', () => {
    const parts =
      '{{#each project.indicators}}{{signOf annualTarget}},{{figureOf annualTarget}},{{unitOf annualTarget}};{{/each}}';
    expect(fill(parts)).toBe('≥,5,个;,合格,;');
    expect(lost(parts)).not.toContain('indicator.annualTarget');
  });

  it('of other periods have their own values', () => {
    const template = '{{#each project.indicators}}{{targetOf this "medium"}},{{targetOf this "long"}};{{/each}}';
    expect(fill(template)).toBe('稳定,;,≥9%;');
    expect(lost(template)).not.toContain('indicator.longTarget');
    expect(lost(template)).toContain('indicator.annualTarget');
  });

  it('of earlier years have the amounts of cost lines', () => {
    const template =
      '{{#each project.costLines}}{{money (amountIn this "lastYearActual")}},{{amountIn this "lastYear"}}{{/each}}';
    expect(fill(template)).toBe('1.50,');
    expect(lost(template).filter((field) => field.includes('earlier'))).toEqual([]);
  });
});

describe('choices of indicators', () => {
  it.each([
    [
      'a goal',
      '{{#each project.goals}}{{#each (ofGoal ../project.indicators this)}}{{name}}{{/each}};{{/each}}',
      '甲;;',
    ],
    ['no goal', '{{#each (withoutGoal project.indicators)}}{{name}}{{/each}}', '乙'],
    ['a first level, however written', '{{#each (ofLevel1 project.indicators "产出指标")}}{{name}}{{/each}}', '甲乙'],
    ['a second level', '{{#each (ofLevel2 project.indicators "质量指标")}}{{name}}{{/each}}', '乙'],
    ['none of some second levels', '{{#each (notLevel2 project.indicators "质量" "时效指标")}}{{name}}{{/each}}', '甲'],
    ['the sum of weights', '{{weights project.indicators}}', '30.5'],
  ])('%s', (_, template, expected) => {
    expect(fill(template)).toBe(expected);
  });
});

describe('boxes and shares', () => {
  it('tick each choice that was taken', () => {
    const boxes =
      '{{tick project.attribute "新增项目"}}{{tick project.attribute "延续项目"}}{{tick project.attribute "重点项目"}}';
    expect(fill(boxes)).toBe('☑□☑');
    expect(lost(`{{project.name}}${boxes}`)).not.toContain('project.attribute');
    // One of two choices has no box: the field is not on the page whole.
    expect(lost('{{project.name}}{{tick project.attribute "新增项目"}}')).toContain('project.attribute');
  });

  it('are of an amount in another, exact', () => {
    expect(fill('{{percent (amount project "fiscal" "year") (amount project "total" "year")}}')).toBe('66.67');
    expect(fill('{{percent (amount project "other" "year") (amount project "total" "year")}}')).toBe('');
  });

  it('have what is written beside an amount', () => {
    expect(fill('{{fundNote project "fiscal" "year"}}{{fundNote project "total" "year"}}')).toBe('含上年');
    expect(lost('{{amount project "total" "year"}}{{amount project "fiscal" "year"}}')).toContain(
      'project.funding.note',
    );
  });
});
