import { describe, expect, it } from 'vitest';
import { readLines as read } from './rows.js';

/** Tables that a page ends in the middle of: they go on in another table, or begin on a page that is not here. */

const form = [
  '2024年度项目支出绩效目标表',
  '| 项目名称 | < | 东溪河清淤 | < | < |',
  '| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |',
  '| ^ | 产出指标 | 数量指标 | 清淤长度 | ≥10公里 |',
];
const rest = ['|  |  | 质量指标 | 合格率 | 100% |', '|  | 效益指标 | 社会效益指标 | 受益居民 | ≥3200人 |'];

describe('goes on with the columns of the page before', () => {
  it.each([[['']], [['- 2 -']], [['第2页 共3页']], [['续表']], [['（续表）']]])('across %j', (between) => {
    const { project, projects } = read(...form, ...between, ...rest);
    expect(projects).toHaveLength(1);
    expect([project.get('/indicators/1/level1'), project.get('/indicators/1/level2')]).toEqual([
      '产出指标',
      '质量指标',
    ]);
    expect(project.get('/indicators/2/level1')).toBe('效益指标');
    expect(project.get('/indicators/2/annualTarget/value')).toBe('3200');
  });

  it('below the same heads', () => {
    const { project } = read(...form, '', '| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |', ...rest);
    expect(project.get('/indicators/1/name')).toBe('合格率');
  });

  it('but not below the title of another form', () => {
    const { projects } = read(
      ...form,
      '2024年度项目支出绩效目标表',
      '| 项目名称 | < | 西山水库加固 | < | < |',
      '| 年度目标 | < | 加固大坝。 | < | < |',
    );
    expect(projects).toMatchObject([{ indicators: [{}] }, { name: '西山水库加固', goals: [{}] }]);
  });
});

describe('begins on a page that is not here', () => {
  it.each([
    [
      'levels in front',
      ['| 产出指标 | 数量指标 | 清淤长度 | ≥10公里 |', '| 效益指标 | 社会效益指标 | 受益居民 | ≥3200人 |'],
    ],
    [
      'levels behind',
      ['| ≥10公里 | 清淤长度 | 数量指标 | 产出指标 |', '| ≥3200人 | 受益居民 | 社会效益指标 | 效益指标 |'],
    ],
    [
      'the first levels blank',
      ['|  | 数量指标 | 清淤长度 | ≥10公里 |', '| 效益指标 | 社会效益指标 | 受益居民 | ≥3200人 |'],
    ],
    ['numbers in front', ['| 7 | 产出 | 数量 | 清淤长度 | ≥10公里 |', '| 8 | 效益 | 社会效益 | 受益居民 | ≥3200人 |']],
    ['numbered slots', ['|  | 指标3：清淤长度 | ≥10公里 | 12公里 |', '|  | 指标4：受益居民 | ≥3200人 | 3300人 |']],
    [
      'slots that nobody filled',
      [
        '| 产出指标 | 数量指标 | 指标1 清淤长度 | ≥10公里 |',
        '| ^ | 质量指标 | 指标2 |  |',
        '| 效益指标 | 社会效益指标 | 受益居民 | ≥3200人 |',
      ],
    ],
  ])('with %s', (_, rows) => {
    const { project, projects, notes } = read(...(rows as string[]));
    const { indicators } = projects[0] as { indicators: { name: string }[] };
    expect(indicators.map(({ name }) => name.replace(/^指标1 /u, ''))).toEqual(['清淤长度', '受益居民']);
    expect(project.get('/indicators/1/annualTarget/value')).toBe('3200');
    expect(notes.map(({ zh }) => zh)).toContain('这张表没有表头，按值的样子读，请核对');
  });

  it('but is left where its rows are of projects that no head tells', () => {
    const { projects } = read(
      '| 甲局 | 清淤 | 产出指标 | 数量指标 | 清淤长度 | ≥10公里 |',
      '| 乙局 | 加固 | 产出指标 | 数量指标 | 加固坝长 | ≥2公里 |',
    );
    expect(projects).toEqual([]);
  });
});
