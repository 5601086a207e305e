import { describe, expect, it } from 'vitest';
import { readLines as read } from './rows.js';

/** Ways to set a form out that no published table was needed for: heads above several columns, names that no label says, levels in rows of their own. */

const title = '2024年度项目支出绩效目标表';
const name = '| 项目名称 | < | 东溪河清淤 | < |';

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

it('reads the text below a label that has a row of its own', () => {
  const { project } = read(
    title,
    name,
    '| 项目年度绩效总目标 | < | < | < |',
    '| 清淤河道十公里，修复岸坡。 | < | < | < |',
    '| 立项依据 | < | < | < |',
    '| 县政府常务会议纪要第七号 | < | < | < |',
  );
  expect(project.get('/goals/0/text')).toBe('清淤河道十公里，修复岸坡。');
  expect(project.get('/basis')).toBe('县政府常务会议纪要第七号');
});

describe('indicators without columns of levels', () => {
  it.each([
    [
      'in the column of names',
      [
        '| 产出指标 | < |  |',
        '| 数量指标 | < |  |',
        '| 清淤长度 | < | ≥10公里 |',
        '| 成本指标 | < |  |',
        '| 每公里成本 | < | ≤12万元 |',
        '| 满意度指标 | < |  |',
        '| 村民满意度 | < | ≥90% |',
      ],
    ],
    [
      'with numbers',
      [
        '| 一、产出指标 | < |  |',
        '| （一）数量指标 | < |  |',
        '| 清淤长度 | < | ≥10公里 |',
        '| （二）成本指标 | < |  |',
        '| 每公里成本 | < | ≤12万元 |',
        '| 二、满意度指标 | < |  |',
        '| 村民满意度 | < | ≥90% |',
      ],
    ],
  ])('%s', (_, rows) => {
    const { projects } = read(title, '| 项目名称 | < | 东溪河清淤 |', '| 指标名称 | < | 指标值 |', ...rows);
    const { indicators } = projects[0] as { indicators: { level1: string; level2?: string; name: string }[] };
    expect(indicators.map(({ level1, level2, name: own }) => [level1, level2, own])).toEqual([
      ['产出指标', '数量指标', '清淤长度'],
      ['产出指标', '成本指标', '每公里成本'],
      ['满意度指标', undefined, '村民满意度'],
    ]);
  });

  it.each([
    '清淤河道10公里；工程验收合格率100%',
    '1.清淤河道10公里；2.工程验收合格率100%。',
    '清淤河道10公里，工程验收合格率100%',
    '清淤河道10公里\n工程验收合格率100%',
    '（1）清淤河道10公里；（2）工程验收合格率100%。',
  ])('several in one cell beside their level, each pointed at: %j', (text) => {
    const { projects, notes } = read(
      title,
      name,
      `| 绩效指标 | 产出指标 | 数量指标 | ${text} |`,
      '| ^ | ^ | 时效指标 | 2024年11月底前完工 |',
    );
    const { indicators } = projects[0] as { indicators: object[] };
    expect(indicators).toMatchObject([
      { level1: '产出指标', level2: '数量指标', name: '清淤河道', annualTarget: { value: '10', unit: '公里' } },
      { level1: '产出指标', level2: '数量指标', name: '工程验收合格率', annualTarget: { value: '100', unit: '%' } },
      { level1: '产出指标', level2: '时效指标' },
    ]);
    expect(notes.map(({ zh }) => zh)).toContain('一格里有几个指标，按句子读入，请核对');
  });
});

it('reads a table that goes on from another page whose first rows have no levels, and its points by their total', () => {
  const { project } = read(
    '|  |  | 清淤长度 | ≥ | 10 | 公里 | 12 | 20 |',
    '|  | 时效指标 | 完工率 | = | 100 | % | 98 | 10 |',
    '| 满意度指标 | 服务对象满意度指标 | 村民满意度 | ≥ | 90 | % | 95 | 10 |',
    '| 合计 | < | < | < | < | < | < | 100 |',
    '| 评价结论 | 完成较好。 | < | < | < | < | < | < |',
  );
  expect(project.get('/indicators/0/name')).toBe('清淤长度');
  expect(project.get('/indicators/0/weight')).toBe('20');
  expect(project.get('/indicators/1/level2')).toBe('时效指标');
  expect(project.get('/indicators/2/weight')).toBe('10');
});

describe('whose a project is', () => {
  it('says where the name of a unit is the department’s', () => {
    const { report, notes } = read(title, '| 主管部门 | < | 青岭县水利局 | < |', name, '| 年度目标 | < | 清淤。 | < |');
    expect(report).toMatchObject({ units: [{ name: '青岭县水利局' }] });
    expect(notes.map(({ zh }) => zh)).toContain('没有单位名称，按主管部门写作“青岭县水利局”，请核对');
  });

  it('takes a page without names for the unit of the forms behind it', () => {
    const { report, notes } = read(
      '| 产出指标 | 数量指标 | 清淤长度 | ≥ | 10 | 公里 |',
      '',
      title,
      '| 项目名称 | < | < | 岸坡修复 | < | < |',
      '| 主管部门 | < | 青岭县水利局 | 实施单位 | 青岭县河道所 | < |',
    );
    expect(report).toMatchObject({ units: [{ name: '青岭县河道所', projects: [{}, { name: '岸坡修复' }] }] });
    expect(notes.map(({ zh }) => zh)).toContain('前面的项目没有单位名称，也归这个单位，请核对');
  });

  it.each(['禁毒支队', '党群办', '水利建设科', '财务股', '执法大队'])(
    'takes %s for a part of the department',
    (division) => {
      const { report } = read(
        title,
        name,
        `| 主管部门 | 青岭县公安局 | 实施单位 | ${division} |`,
        '| 年度目标 | < | 清淤。 | < |',
      );
      expect(report).toMatchObject({ units: [{ name: '青岭县公安局', projects: [{ implementingUnit: division }] }] });
    },
  );

  it('reads no label behind a name', () => {
    const { report } = read(
      '项目单位（盖章）：青岭县河道所 主要领导签字：',
      title,
      name,
      '| 年度目标 | < | 清淤。 | < |',
    );
    expect(report).toMatchObject({ units: [{ name: '青岭县河道所' }] });
  });
});
