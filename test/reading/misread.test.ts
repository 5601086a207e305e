import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Layout } from '../../src/layouts/find.js';
import { chooseLayout } from '../../src/reading/choose.js';
import { readWith } from '../../src/reading/reading.js';
import { regionIn } from '../../src/reading/region.js';
import type { Report } from '../../src/report/schema.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { leaves, sourceOf } from './columns/rows.js';
import { documentOf } from './recall.js';
import { treeItems } from './treeItems.js';

const layoutOf = (id: string): Layout => {
  const found = shippedLayouts.layouts.find(({ manifest }) => manifest.id === id);
  if (!found) throw new Error(`no layout ${id}`);
  return found;
};

/** As a court of Tianjin published its tables in 2023: one numbered heading, then tables of several projects below it. */
const court = (name: string): string[] => [
  '| 207101天津市河北区人民法院 | < | < | 单位：万元 | < | < | < |',
  `| 项目名称 | ${name} | < | < | < | < | < |`,
  '| 预算规模及资金用途 | 预算数 | 20.00 | 其中：财政资金 | 20.00 | 其他资金 |  |',
  '| ^ | 用于维修 | < | < | < | < | < |',
  '| 绩效目标 | 1.维修审判大楼。 | < | < | < | < | < |',
  '| 一级指标 | 二级指标 | 三级指标 | < | 绩效指标描述 | 指标值 | < |',
  '| 产\n出\n指\n标 | 数量 指标 | 维修面积 | < | 维修面积 | ≥400平方米 | < |',
];

it('leaves the heading of a group of projects and keeps the unit above the first of their tables', () => {
  const source = sourceOf(['3.法院办案业务绩效目标表', ...court('安全隐患维修'), '', ...court('办案业务费')]);
  const { report, left } = readWith(layoutOf('tianjin/project-2023'), source);
  const read = leaves(report);
  expect(read.get('/units/0/name')).toBe('天津市河北区人民法院');
  expect(read.get('/units/0/projects/0/name')).toBe('安全隐患维修');
  expect(read.get('/units/0/projects/1/name')).toBe('办案业务费');
  expect(read.has('/units/1/name')).toBe(false);
  expect(left.map(({ text }) => text)).toContain('3.法院办案业务绩效目标表');
});

it('reads levels that stand one character a line', () => {
  const { report } = readWith(layoutOf('tianjin/project-2023'), sourceOf(['1.维修绩效目标表', ...court('维修')]));
  expect(report).toMatchObject({
    units: [{ projects: [{ indicators: [{ level1: '产出指标', level2: '数量指标' }] }] }],
  });
});

/** A form that several places publish, of a county of Shaanxi. */
const road = [
  '| 绩效目标申报表 | < | < | < | < |',
  '| （2021年度） | < | < | < | < |',
  '| 项目名称 | 石坪村果园路 | < | 项目负责人及联系电话 | 刘某 |',
  '| 主管部门 | 清涧县交通运输局 | < | 实施单位 | 清涧县交通运输局 |',
  '| 资金情况（万元） | 年度资金总额： | 500 | < | < |',
  '| ^ | 其中：财政拨款 | 500 | < | < |',
  '| ^ | 其他资金 |  | < | < |',
  '| 总体目标 | 年度目标 | < | < | < |',
  '| ^ | 建设2公里果园路。 | < | < | < |',
  '| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |',
  '| ^ | 产出指标 | 数量指标 | 新建水泥路 | 2km |',
  '| ^ | ^ | 质量指标 | 验收合格率 | 100% |',
];

it('takes no form of another province where one of the whole country fits as well', () => {
  const layout = chooseLayout(sourceOf(road), shippedLayouts.layouts);
  expect(layout?.manifest.region.name).toBe('全国');
});

it('reads money in the unit of its own label, and says that the file has two', () => {
  const source = sourceOf([...road.slice(0, 2), '| 单位：元 | < | < | < | < |', ...road.slice(2)]);
  const { report, notes } = readWith(layoutOf('national/rural-revitalization'), source);
  expect(report).toMatchObject({ moneyUnit: '万元' });
  expect(notes.map(({ zh }) => zh).join()).toContain('金额单位有元、有万元');
});

it('takes the city of a division of the corps for the region', () => {
  expect(regionIn('新疆生产建设兵团第一师阿拉尔市六团农业发展服务中心')?.name).toContain('阿拉尔市');
  expect(regionIn('新疆生产建设兵团教育局')).toBeUndefined();
});

it.each(['guangzhou-2023', 'shanghai-2024', 'tianjin-2023'])(
  'knows the general form, most of whose labels are optional, by how well it fits: %s',
  (name) => {
    const report = JSON.parse(readFileSync(`data/${name}.json`, 'utf8')) as Report;
    const source = treeItems(documentOf(layoutOf('generic/project'), report));
    expect(chooseLayout(source, shippedLayouts.layouts)?.manifest.id).toBe('generic/project');
  },
);
