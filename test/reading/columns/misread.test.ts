import { expect, it } from 'vitest';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { leaves, sourceOf } from './rows.js';

/** 海南 2018: the value under 绩效目标, and grades under 绩效标准. */
const graded = [
  '| 项目绩效目标表 | < | < | < | < | < | < |',
  '| 项目名称：规划馆运行 | < | < | < | < | < | < |',
  '| 指标类型 | 绩效指标 | 绩效目标 | 绩效标准 | < | < | < |',
  '| ^ | ^ | ^ | 优 | 良 | 中 | 差 |',
  '| 产出指标 | 物业管理面积 | 6500平方米 | 6500平方米以上 | 5500平方米-6500平方米 | 4500平方米-5500平方米 | 4500平方米以下 |',
  '| ^ | 用电量 | 60万度 | 60万度以上 | 50万度-60万度 | 40万度-50万度 | 40万度以下 |',
];

it('reads 绩效目标 behind 指标类型 as values, and leaves the grades', () => {
  const { report, left } = readColumns(sourceOf(graded));
  const read = leaves(report);
  expect(read.has('/units/0/projects/0/goals/0/text')).toBe(false);
  expect(read.get('/units/0/projects/0/indicators/0/annualTarget/value')).toBe('6500');
  expect(read.has('/units/0/projects/0/indicators/0/annualTarget/sign')).toBe(false);
  expect(left.map(({ text }) => text)).toContain('60万度以上');
});

/** 鄂州 2022: second levels under 一级指标, lines of costs under 项目预算成本构成. */
const costed = [
  '| 项目名称 | 办公大楼运行保障项目 | < | < | < |',
  '| 项目预算成本构成 | 金额 | 测算（公式）依据 | 2020年实际执行数 | 2021年实际执行数 |',
  '| 保安服务费 | 191 | 依据招标文件 | 191 | 191 |',
  '| 保洁服务费 | 99 | 依据招标文件 | 99 | 99 |',
  '| 绩效目标 | 办公大楼服务对象满意。 | < | < | < |',
  '| 绩效指标 | 一级指标 | 二级指标 | 绩效标准 | 当年预期实现值 |',
  '| ^ | 数量指标 | 维修次数 | 反映办公大楼全年维修情况 | 2280次 |',
  '| ^ | ^ | 巡察次数 | 反映大楼保卫巡检情况 | 200次 |',
  '| ^ | 质量指标 | 验收合格率 | 反映办公大楼全年维修质量情况 | 95% |',
];

it('points at each second level whose first is put in', () => {
  const { notes } = readColumns(sourceOf(costed));
  const said = notes.filter(({ zh }) => zh.includes('补写'));
  expect(said.map(({ zh }) => zh)).toEqual([
    '没有一级指标，按“数量指标”补写产出指标（2 个指标）',
    '没有一级指标，按“质量指标”补写产出指标（1 个指标）',
  ]);
  expect(new Set(said.map(({ place }) => JSON.stringify(place))).size).toBe(2);
});

it('reads lines of costs below 项目预算成本构成, and no money of the project', () => {
  const read = leaves(readColumns(sourceOf(costed)).report);
  expect(read.get('/units/0/projects/0/costLines/1/name')).toBe('保洁服务费');
  expect(read.get('/units/0/projects/0/costLines/1/amount')).toBe('99');
  expect([...read.keys()].some((at) => at.includes('/funding/'))).toBe(false);
});

const merged = [
  '| 项目名称 | 河道清淤 | < | < |',
  '| 一级指标 | 二级指标 | 三级指标 | 指标值 |',
  '| 产出指标 | 数量指标 | 清淤长度 | 18公里 |',
  '| ^ | ^ | 护岸长度 | 6公里 |',
  '| 效益指标 | 社会效益指标 | 受益村庄 | 12个 |',
];
const fromAbove = (lines: readonly string[]): number[] =>
  readColumns(sourceOf(lines)).notes.flatMap(({ zh, place }) => (/^空格，照上一行/.test(zh) ? [place?.row ?? 0] : []));

it('points at blank levels below merged ones, which may be of no level above them', () => {
  const lines = [...merged, '|  |  | 村民满意度 | ≥90% |'];
  const { report, at } = readColumns(sourceOf(lines));
  expect(leaves(report).get('/units/0/projects/0/indicators/3/level2')).toBe('社会效益指标');
  expect(at.get('/units/0/projects/0/indicators/3/level2')).toMatchObject({ row: 6, column: 2 });
  expect(fromAbove(lines)).toEqual([6, 6]);
});

it('points at a blank level where merged ones stand only below it, or in the column of the other level', () => {
  const [project = '', heads = '', ...rows] = merged;
  const blank = '|  |  | 培训人数 | 30人 |';
  expect(fromAbove([project, heads, '| 产出指标 | 数量指标 | 培训次数 | 2次 |', blank, ...rows])).toEqual([4, 4]);
  const first = ['| 产出指标 | 数量指标 | 清淤长度 | 18公里 |', '| ^ |  | 验收合格率 | 100% |'];
  expect(fromAbove([project, heads, ...first])).toEqual([4]);
});

it('points at none where levels are merged only, nor where blanks stand for the level above', () => {
  expect(fromAbove(merged)).toEqual([]);
  expect(
    fromAbove([...merged.slice(0, 3), '|  |  | 护岸长度 | 6公里 |', '|  | 质量指标 | 验收合格率 | 100% |']),
  ).toEqual([]);
});

it('points at every cell that is unlike the others of its column', () => {
  const { questions, notes, at } = readColumns(
    sourceOf([
      '| 项目名称 | 河道清淤 | < | < |',
      '| 一级指标 | 二级指标 | 三级指标 | 指标值 |',
      ...[
        '数量指标',
        '质量指标',
        '时效指标',
        '成本指标',
        '立项情况',
        '质量指标',
        '实施过程',
        '数量指标',
        '经办程序',
      ].map((level, n) => `| 产出指标 | ${level} | 第${n + 1}段清淤 | ${n + 1}公里 |`),
    ]),
  );
  const told = [...questions, ...notes].flatMap(({ place }) => (place ? [JSON.stringify(place)] : []));
  for (const n of [4, 6, 8])
    expect(told).toContain(JSON.stringify(at.get(`/units/0/projects/0/indicators/${n}/level2`)));
});

it('reads the period of a block from the label beside its rows', () => {
  const block = (label: string, name: string): string[] => [
    '|  | 一级指标 | 二级指标 | 三级指标 | 指标值 |',
    `| ${label} | 产出指标 | 数量指标 | 清淤${name} | ≥18公里 |`,
    `| ^ | 效益指标 | 社会效益指标 | 受益${name} | 12个 |`,
  ];
  const lines = ['| 项目名称 | 河道清淤 | < | < | < |', ...block('长期绩效指标（目标1）', '总长度')];
  const read = (more: readonly string[]): string[] =>
    [...leaves(readColumns(sourceOf([...lines, ...more])).report).keys()].flatMap(
      (at) => /\d\/(\w+Target)\/value/.exec(at)?.[1] ?? [],
    );
  expect(read([])).toEqual(['longTarget', 'longTarget']);
  expect(read(block('年度绩效指标', '长度'))).toEqual(['longTarget', 'longTarget', 'annualTarget', 'annualTarget']);
});
