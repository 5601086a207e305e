import { describe, expect, it } from 'vitest';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { leaves, sourceOf } from './rows.js';

/** Ways to set a form out that no published table was needed for: money by year, heads above several columns, names that no label says. */

function read(...lines: readonly string[]) {
  const reading = readColumns(sourceOf(lines));
  const { units } = reading.report as { units: { projects: object[] }[] };
  return { ...reading, project: leaves(units[0]?.projects[0]), projects: units.flatMap(({ projects }) => projects) };
}

const title = '2024年度项目支出绩效目标表';
const name = '| 项目名称 | < | 东溪河清淤 | < |';

describe('money by source and year', () => {
  it.each([
    [
      ['项目', '上年度安排资金', '本年度申请资金'],
      ['合计', '省级资金'],
    ],
    [
      ['', '上年预算数', '本年预算数'],
      ['资金总额', '其中：省级资金'],
    ],
    [
      ['资金性质', '2023年预算', '2024年预算'],
      ['合计', '省级财政资金'],
    ],
    [
      ['来源', '2023年安排资金', '2024年申请资金（万元）'],
      ['小计', '省级'],
    ],
    [
      ['资金类别', '上一年度安排金额', '当年申请金额'],
      ['总计', '省级补助'],
    ],
  ])('%j', (heads, sources) => {
    const { project } = read(
      title,
      name,
      `| 项目资金（万元） | ${heads.join(' | ')} |`,
      `| ^ | ${sources[0]} | 66.00 | 120.50 |`,
      `| ^ | ${sources[1]} | 16.00 | 70.50 |`,
      '| 年度绩效目标 | 清淤河道十公里，修复岸坡。 | < | < |',
    );
    const lines = [0, 1, 2, 3].map((at) =>
      ['source', 'period', 'amount'].map((part) => project.get(`/funding/${at}/${part}`)).join(' '),
    );
    expect(lines).toEqual([
      'total lastYear 66.00',
      'total year 120.50',
      'provincial lastYear 16.00',
      'provincial year 70.50',
    ]);
    expect(project.get('/goals/0/text')).toBe('清淤河道十公里，修复岸坡。');
  });
});

describe('a project that no label names', () => {
  it.each(['| 河道清淤内容 | < | 东溪河 | < |', '| 主管部门 | < | 青岭县水利局 | < |'])('%s', (first) => {
    const { project, questions } = read(
      title,
      first,
      '| 年度绩效目标 | < | 清淤河道十公里，修复岸坡。 | < |',
      '| 年度资金总额（万元） | < | 120.50 | < |',
    );
    expect(project.get('/goals/0/text')).toBe('清淤河道十公里，修复岸坡。');
    expect(project.get('/funding/0/amount')).toBe('120.50');
    expect(questions.map(({ id }) => id)).toContain('project');
  });

  it('is asked by what stands beside a label like that of a name', () => {
    const { project, questions } = read(
      title,
      '| 支出项目 | < | 东溪河清淤 | < |',
      '| 年度绩效目标 | < | 清淤河道十公里，修复岸坡。 | < |',
    );
    expect(project.get('/name')).toBe('东溪河清淤');
    expect(questions.find(({ id }) => id === 'project')?.proposed).toBe('东溪河清淤');
  });

  it.each(['资金项目名称', '支出项目名称', '转移支付项目名称', '二级项目名称', '专项资金名称'])(
    'but by %s',
    (label) => {
      expect(
        read(title, `| ${label} | < | 东溪河清淤 | < |`, '| 年度绩效目标 | < | 清淤。 | < |').questions,
      ).not.toContainEqual(expect.objectContaining({ id: 'project' }));
    },
  );

  it('takes what stands above the name for the same project', () => {
    const { projects } = read(
      title,
      '| 项目编码 | < | 330100240001 | < |',
      '| 项目类别 | < | 特定目标类 | < |',
      name,
      '| 年度绩效目标 | < | 清淤。 | < |',
    );
    expect(projects).toEqual([
      {
        code: '330100240001',
        name: '东溪河清淤',
        kind: '特定目标类',
        goals: [{ period: 'year', text: '清淤。' }],
      },
    ]);
  });
});

describe('one head above several columns', () => {
  it.each([
    [
      'numbers and names',
      ['三级指标', '<', '指标值', '备注'],
      ['1', '清淤长度', '≥10公里', ''],
      ['2', '岸坡面积', '≥80平方米', ''],
    ],
    [
      'names and what they mean',
      ['三级指标', '<', '指标值', '备注'],
      ['清淤长度', '河道清淤的长度', '≥10公里', ''],
      ['岸坡面积', '修复的岸坡', '≥80平方米', ''],
    ],
    [
      'a sign and a number with its unit',
      ['三级指标', '指标值', '<', '备注'],
      ['清淤长度', '≥', '10公里', ''],
      ['岸坡面积', '≥', '80平方米', ''],
    ],
    [
      'a number and a unit',
      ['三级指标', '指标值', '<', '符号'],
      ['清淤长度', '10', '公里', '≥'],
      ['岸坡面积', '80', '平方米', '≥'],
    ],
    [
      'names, and numbers below no head',
      ['三级指标', '', '指标值', '备注'],
      ['1', '清淤长度', '≥10公里', ''],
      ['2', '岸坡面积', '≥80平方米', ''],
    ],
  ])('%s', (_, heads, ...rows) => {
    const { project } = read(
      title,
      '| 项目名称 | < | 东溪河清淤 | < | < | < |',
      `| 一级指标 | 二级指标 | ${heads.join(' | ')} |`,
      `| 产出指标 | 数量指标 | ${rows[0]?.join(' | ')} |`,
      `| ^ | ^ | ${rows[1]?.join(' | ')} |`,
    );
    expect(project.get('/indicators/0/name')).toBe('清淤长度');
    expect(['sign', 'value', 'unit'].map((part) => project.get(`/indicators/0/annualTarget/${part}`)).join('')).toBe(
      '≥10公里',
    );
    expect(project.get('/indicators/1/name')).toBe('岸坡面积');
  });
});

it.each(['一、产出指标', '（一）产出指标', '1.产出指标', '1、产出指标', '产出指标（50分）'])(
  'reads %s as its level',
  (level) => {
    const { project } = read(
      title,
      name,
      '| 一级指标 | 二级指标 | 三级指标 | 指标值 |',
      `| ${level} | 1.数量指标 | 清淤长度 | ≥10公里 |`,
      `| ^ | 2.质量指标 | 合格率 | 100% |`,
    );
    expect(project.get('/indicators/0/level1')).toBe('产出指标');
    expect(project.get('/indicators/1/level2')).toBe('质量指标');
  },
);

it('takes the words in the column of units for the value where there is no number', () => {
  const { project } = read(
    title,
    '| 项目名称 | < | 东溪河清淤 | < | < |',
    '| 一级指标 | 三级指标 | 符号 | 值 | 单位（文字描述） |',
    '| 产出指标 | 清淤长度 | ≥ | 10 | 公里 |',
    '| ^ | 合格率 | ≥ | 95 | % |',
    '| 效益指标 | 河道水质 |  |  | 明显改善 |',
  );
  expect(project.get('/indicators/0/annualTarget/unit')).toBe('公里');
  expect(project.get('/indicators/2/annualTarget/text')).toBe('明显改善');
});

it('reads the years of a goal, and the goal of all years alone as that of the year', () => {
  const { project } = read(
    title,
    name,
    '| 中期目标（2024年—2026年） | < | 三年清淤。 | < |',
    '| 年度目标 | < | 清淤。 | < |',
  );
  expect([project.get('/goals/0/from'), project.get('/goals/0/to')]).toEqual([2024, 2026]);
  expect(read(title, name, '| 项目绩效总目标 | < | 清淤。 | < |').project.get('/goals/0/period')).toBe('year');
});
