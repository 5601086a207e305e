import { expect, it } from 'vitest';
import { type Indicator, oddRowsIn } from '../../../src/reading/fit/rows.js';
import type { Place } from '../../../src/reading/items.js';

const indicator = (level1: string, level2: string, name: string, value: string | undefined = '5'): Indicator => ({
  level1,
  level2,
  name,
  ...(value !== '' && { annualTarget: { value } }),
});
const usual = [
  indicator('产出指标', '数量指标', '培训人数'),
  indicator('产出指标', '数量指标', '发放户数'),
  indicator('产出指标', '质量指标', '合格率'),
  indicator('效益指标', '社会效益指标', '就业人数'),
  indicator('满意度指标', '服务对象满意度指标', '群众满意度'),
];

/** Which fields of which rows are pointed at, where every field has a cell of its own, but merged levels the same. */
function odd(indicators: readonly Indicator[], isMerged = false): string[] {
  const at = new Map<string, Place>();
  for (const [n, { level1 }] of indicators.entries())
    for (const [column, field] of ['level1', 'level2', 'name', 'annualTarget/value'].entries()) {
      const row = isMerged && field === 'level1' ? indicators.findIndex((each) => each.level1 === level1) : n;
      at.set(`/list/${n}/${field}`, { table: 1, row, column });
    }
  return [...oddRowsIn(indicators, '/list', at).keys()].map((pointer) => pointer.replace('/list/', ''));
}

it('says nothing of rows that go on as forms do', () => {
  expect(odd(usual)).toEqual([]);
});

it('points at the one row of many without a value, and at nothing where more have none', () => {
  const many = [...usual, ...Array.from({ length: 6 }, (_, n) => indicator('满意度指标', '满意度', `第${n}镇满意度`))];
  const bare = indicator('满意度指标', '满意度', '企业满意度', '');
  expect(odd([...many, bare])).toEqual(['level1', 'level2', 'name'].map((field) => `11/${field}`));
  expect(odd([...usual, bare])).toEqual([]);
});

it.each(['验收通过率≥95%', '项目总成本202.6万元', '保障人数=42个'])(
  'points at %s as a name without a value',
  (name) => {
    const own = [indicator('产出指标', '数量指标', '培训人数'), indicator('产出指标', '数量指标', name, '')];
    expect(odd(own)).toEqual(['1/name']);
    expect(odd([indicator('产出指标', '数量指标', name)])).toEqual([]);
  },
);

it('points at an indicator that comes again, but not at a cell of its level that other rows have too', () => {
  const twice = [...usual, usual[4] as Indicator];
  expect(odd(twice)).toEqual(['level1', 'level2', 'name', 'annualTarget/value'].map((field) => `5/${field}`));
  expect(odd(twice, true)).toEqual(['level2', 'name', 'annualTarget/value'].map((field) => `5/${field}`));
});
