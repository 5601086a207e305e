import { describe, expect, it } from 'vitest';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { leaves, sourceOf } from './rows.js';

/** Whether a form is of a department as a whole or of one project, and of which period its goal is. */

const read = (lines: readonly string[]) => {
  const reading = readColumns(sourceOf(lines));
  return { found: leaves(reading.report), notes: reading.notes.map(({ zh }) => zh), at: reading.at };
};
const indicators = ['| 一级指标 | 二级指标 | 三级指标 | 指标值 |', '| 产出指标 | 数量指标 | 清淤长度 | ≥18公里 |'];

describe('a form of a project below a title of departments', () => {
  it.each([
    [
      '2023年河道清淤经费36.5万元部门整体支出绩效自评表',
      '| 主管部门 | 松溪县水利局 | 实施单位 | 松溪县河道管理所 |',
      '河道清淤经费',
    ],
    [
      '2022年度乡村道路养护资金整体支出绩效自评表',
      '| 主管部门 | 松溪县交通运输局 | 项目实施单位 | 松溪县公路站 |',
      '乡村道路养护资金',
    ],
    ['部门整体支出绩效目标申报表', '| 项目名称 | 渡槽加固 | 主管部门 | 松溪县水利局 |', '渡槽加固'],
    ['2024年部门整体支出绩效目标表', '| 项目名称 | 泵站更新 | 项目实施单位 | 松溪县排涝站 |', '泵站更新'],
  ])('%s: %s', (title, row, name) => {
    const { found, notes } = read([title, row, '| 年度目标 | 清淤十八公里，验收合格。 | < | < |', ...indicators]);
    expect(found.get('/units/0/projects/0/name')).toBe(name);
    expect(found.get('/units/0/projects/0/indicators/0/name')).toBe('清淤长度');
    expect([...found.keys()].some((pointer) => pointer.startsWith('/department/overall'))).toBe(false);
    expect(notes).toContain('表名说是部门整体，表里却是一个项目的，按项目读');
  });

  it.each([
    ['| 部门名称 | 松溪县水利局 | < | < |'],
    ['| 部门（单位）名称 | 松溪县水利局 | 填报人 | 周某 |'],
    ['| 部门名称 | 松溪县水利局 | 部门职能概述 | 管河道、管水库，守护一方水土。 |'],
  ])('is none where a form says what departments say: %s', (row) => {
    const { found, notes } = read(['2024年部门整体支出绩效目标表', row, ...indicators]);
    expect(found.get('/department/overall/indicators/0/name')).toBe('清淤长度');
    expect(notes).not.toContain('表名说是部门整体，表里却是一个项目的，按项目读');
  });

  it('is none where projects are listed behind what the department does', () => {
    const { found } = read([
      '2024年部门整体支出绩效目标表',
      '| 部门职能概述 | 管河道、管水库，守护一方水土。 |',
      '| 项目名称 | 渡槽加固 |',
      '| 年度目标 | 清淤十八公里，验收合格。 |',
    ]);
    expect(found.get('/department/overall/goals/0/period')).toBe('year');
    expect(found.has('/units/0/projects/0/name')).toBe(false);
  });
});

describe('the goal of a department as a whole', () => {
  it.each(['整体绩效目标', '部门整体绩效目标', '整体目标', '部门整体支出目标', '总体目标'])(
    '%s alone is of the year',
    (label) => {
      const { found } = read([
        '2024年部门整体支出绩效目标表',
        '| 部门名称 | 松溪县水利局 |',
        `| ${label} | 守好水库，管好河道。 |`,
      ]);
      expect(found.get('/department/overall/goals/0/period')).toBe('year');
    },
  );

  it('总体目标 beside 年度目标 is of the longer period', () => {
    const { found } = read([
      '2024年部门整体支出绩效目标表',
      '| 部门名称 | 松溪县水利局 |',
      '| 总体目标 | 三年内守好水库。 |',
      '| 年度目标 | 守好水库，管好河道。 |',
    ]);
    expect(found.get('/department/overall/goals/0/period')).toBe('whole');
    expect(found.get('/department/overall/goals/1/period')).toBe('year');
  });
});
