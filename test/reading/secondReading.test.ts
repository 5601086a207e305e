import { expect, it } from 'vitest';
import type { Layout } from '../../src/layouts/find.js';
import { chooseLayout } from '../../src/reading/choose.js';
import { readWith } from '../../src/reading/reading.js';
import { withSecondReading } from '../../src/reading/secondReading.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { leaves, sourceOf } from './columns/rows.js';

const layoutOf = (id: string): Layout => {
  const found = shippedLayouts.layouts.find(({ manifest }) => manifest.id === id);
  if (!found) throw new Error(`no layout ${id}`);
  return found;
};

/** A form that is nearly 宁夏's, but has another label where that has the project's attribute, and its name where that has none. */
const near = (label: string) => [
  '项目支出绩效目标表',
  '（2024年度）',
  '| 项目名称 | < | 河道清淤 | < | < |',
  '| 主管部门及代码 | < | 某县水务局 | 实施单位 | 某县河道所 |',
  `| ${label} | < | 某县河道所 | 项目期 | 1年 |`,
  '| 项目资金（万元） | < | 年度资金总额： | 100 | < |',
  '| ^ | < | 其中：财政拨款 | 100 | < |',
  '| 总体目标 | 清淤十公里。 | < | < | < |',
  '| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |',
  '| ^ | 产出指标 | 数量指标 | 清淤长度 | ≥10公里 |',
];

const silent = (lines: readonly string[], id: string) => {
  const source = sourceOf(lines);
  const { report, at, notes } = withSecondReading(readWith(layoutOf(id), source), source);
  const told = new Set(notes.map(({ place }) => JSON.stringify(place)));
  return { read: leaves(report), isTold: (pointer: string) => told.has(JSON.stringify(at.get(pointer))) };
};

it('tells a cell that its label puts into another field than the layout does', () => {
  const { read, isTold } = silent(near('单位名称'), 'ningxia/project');
  const [pointer] = [...read].find(([at, value]) => value === '某县河道所' && /attribute|classification/.test(at)) ?? [
    '',
  ];
  expect(pointer).not.toBe('');
  expect(isTold(pointer)).toBe(true);
});

it('tells nothing of the form that the layout is of', () => {
  const source = sourceOf(near('项目属性'));
  const { notes } = withSecondReading(readWith(layoutOf('ningxia/project'), source), source);
  expect(notes.filter(({ zh }) => zh.startsWith('按栏目名'))).toEqual([]);
});

it('puts what the layout has no place for where its label says', () => {
  const lines = near('项目属性');
  const source = sourceOf(lines.toSpliced(6, 0, '| 立项依据 | < | 某县办字〔2023〕5号 | < | < |'));
  const layout = layoutOf('ningxia/project');
  const first = readWith(layout, source);
  expect(leaves(first.report).has('/units/0/projects/0/basis')).toBe(false);
  const { report, left, at } = withSecondReading(first, source);
  expect(leaves(report).get('/units/0/projects/0/basis')).toBe('某县办字〔2023〕5号');
  expect(left.map(({ text }) => text)).not.toContain('某县办字〔2023〕5号');
  expect(at.get('/units/0/projects/0/basis')).toEqual({ table: 1, row: 7, column: 3 });
});

it('takes values of the longer period for those of the period that the form names', () => {
  const source = sourceOf([
    '项目支出绩效目标申报表',
    '（2022年度）',
    '| 项目名称 | < | 学科建设 | < | < | < | < |',
    '| 主管部门 | < | 某省教育厅 | < | 实施单位 | 某大学 | < |',
    '| 项目属性 | < | 持续性项目 | < | 项目期 | 2022年—2024年 | < |',
    '| 项目资金\n（万元） | < | 实施期资金总额： | 12600.00 | 年度资金总额： | 4200.00 | < |',
    '| ^ | < | 其中：财政拨款 | 12000.00 | 其中：财政拨款 | 4000.00 | < |',
    '| ^ | < | 其他资金 | 600.00 | 其他资金 | 200.00 | < |',
    '| 总体\n目标 | 实施期目标 | < | < | 年度目标 | < | < |',
    '| ^ | 三年引进人才60人。 | < | < | 引进人才20人。 | < | < |',
    '| 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值 |',
    '| 产出指标 | 数量指标 | 引进人才 | ≥60人 | 数量指标 | 引进人才 | ≥20人 |',
  ]);
  expect(chooseLayout(source, shippedLayouts.layouts)?.manifest.id).toBe('national/project-two-periods');
  const { report } = readWith(layoutOf('national/project-two-periods'), source);
  const read = leaves(report);
  expect(read.get('/units/0/projects/0/indicators/0/wholeTarget/value')).toBe('60');
  expect(read.get('/units/0/projects/0/goals/0/period')).toBe('whole');
  expect([...read.keys()].filter((at) => at.includes('mediumTarget'))).toEqual([]);
});
