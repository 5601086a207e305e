import { describe, expect, it } from 'vitest';
import { level1Of, levelCode, taxonomy, taxonomyOrder } from '../../src/report/taxonomy.js';

describe('taxonomy', () => {
  it('gives the official codes, with or without 指标', () => {
    const names = [
      '产出指标',
      '数量指标',
      '质量指标',
      '时效指标',
      '成本指标',
      '效益指标',
      '经济效益',
      '社会效益',
      '生态效益',
      '可持续影响指标',
      '满意度指标',
      '服务对象满意度',
    ];
    expect(names.map(levelCode)).toEqual(['1', '11', '12', '13', '14', '2', '21', '22', '23', '24', '3', '31']);
    expect(['经济成本指标', '未知指标', ''].map(levelCode)).toEqual([undefined, undefined, undefined]);
  });

  it('knows the first level of every second level', () => {
    expect(['成本指标', '经济成本指标', '社会效益', '服务对象满意度指标', '产出指标'].map(level1Of)).toEqual([
      '产出指标',
      '成本指标',
      '效益指标',
      '满意度指标',
      undefined,
    ]);
  });

  it('orders 成本 before 产出, and unknown names last', () => {
    const level1 = ['满意度指标', '别的', '产出指标', '成本指标', '效益指标'];
    expect(level1.toSorted((left, right) => taxonomyOrder(left, 1) - taxonomyOrder(right, 1))).toEqual([
      '成本指标',
      '产出指标',
      '效益指标',
      '满意度指标',
      '别的',
    ]);
    expect(taxonomyOrder('成本指标', 2)).toBeGreaterThan(taxonomyOrder('时效指标', 2));
  });

  it('has one entry for each name of a level, under a first level that it has', () => {
    const keys = taxonomy.map(({ level, name }) => `${level} ${name}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { level1 } of taxonomy) expect(level1 === undefined || keys.includes(`1 ${level1}`)).toBe(true);
  });
});
