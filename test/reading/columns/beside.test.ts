import { describe, expect, it } from 'vitest';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { leaves, sourceOf } from './rows.js';

/** What stands beside a label: its value, the head of the next column, a level, or an amount of another budget. */

const name = '| 项目名称 | 河道清淤 | < | < |';
const read = (lines: readonly string[]) => {
  const { report, left, notes } = readColumns(sourceOf(lines));
  const found = new Map(
    [...leaves(report)].map(([pointer, value]) => [pointer.replace('/units/0/projects/0', ''), value]),
  );
  return { found, left: left.map(({ text }) => text), notes: notes.map(({ zh }) => zh) };
};

describe('goals below their heads', () => {
  const goal = '全年清淤十八公里，汛期前完工。';
  it.each([
    ['年度预期目标', '具体完成情况'],
    ['年度目标', '目标完成简述'],
    ['绩效目标', '落实情况'],
    ['年度绩效目标', '进展'],
    ['年度总体目标', '对照说明'],
    ['年初设定目标', '达成度'],
    ['预期目标', '年末情况'],
    ['年度目标', '填报口径'],
    ['总体绩效目标', '推进程度'],
    ['本年度绩效目标', '佐证材料'],
  ])('%s beside %s, which is no goal', (label, other) => {
    const lines = [name, `| 三、目标情况 | ${label} | < | ${other} |`, `| ^ | ${goal} | < | 清淤十九公里，已完工。 |`];
    const { found } = read(lines);
    expect(found.get('/goals/0/text')).toBe(goal);
    expect(found.has('/goals/1/text')).toBe(false);
  });

  it('goes on in the rows beside the same label', () => {
    const { found } = read([
      name,
      '| 三、目标情况 | 年度预期目标 | < | 具体情况 |',
      `| ^ | ${goal} | < | 已完工。 |`,
      '| ^ | 沿岸村庄不再内涝，村民满意。 | < | 无内涝。 |',
      '| 项目概况 | 河道多年未清。 | < | < |',
    ]);
    expect([found.get('/goals/0/text'), found.get('/goals/1/text')]).toEqual([goal, '沿岸村庄不再内涝，村民满意。']);
    expect(found.get('/summary')).toBe('河道多年未清。');
  });

  it.each([
    '清淤十八公里',
    '守好水库',
    '按期完工',
    '完成年度任务',
    '河畅水清',
    '不发生内涝',
    '提升通航能力',
    '保障灌溉',
    '达标',
    '长期坚持',
  ])('takes the short goal %s beside its label', (text) => {
    const { found } = read([
      name,
      `| 年度目标 | ${text} | < | < |`,
      '| 资金拨付对象 | 沿岸各村、镇水利站，按进度拨付。 | < | < |',
    ]);
    expect(found.get('/goals/0/text')).toBe(text);
  });

  it.each(['产出指标', '效益指标', '满意度指标', '数量指标', '社会效益指标'])(
    'takes the level %s for no goal',
    (level) => {
      const { found } = read([name, `| 年度绩效总目标 | ${level} | 清淤长度18公里；护岸6公里 | < |`]);
      expect([...found.keys()].some((pointer) => pointer.startsWith('/goals'))).toBe(false);
    },
  );
});

describe('money', () => {
  it('reads sources side by side among heads that are none, where an amount stands below each', () => {
    const { found, left } = read([
      '| 项目名称 | 河道清淤 | < | < | < | < |',
      '| 资金来源（万元） | 财政拨款 | 非税安排 | 上年结转 | 政府债券 | 其他 |',
      '| ^ | 36 | 5 | 2 | 7 | 1 |',
    ]);
    const sources = [0, 1, 2].map((n) => [found.get(`/funding/${n}/source`), found.get(`/funding/${n}/amount`)]);
    expect(sources).toEqual([
      ['fiscal', '36'],
      ['carryover', '2'],
      ['other', '1'],
    ]);
    expect(left).toEqual(['5', '7']);
  });

  it('reads none where words stand below the heads', () => {
    const { found } = read([
      '| 项目名称 | 河道清淤 | < | < | < | < |',
      '| 资金来源（万元） | 财政拨款 | 非税安排 | 上年结转 | 政府债券 | 其他 |',
      '| ^ | 36 | 见附件 | 2 | 另行申请 | 1 |',
    ]);
    expect([...found.keys()].some((pointer) => pointer.startsWith('/funding'))).toBe(false);
  });

  it('reads sources with their amounts in the halves of a form', () => {
    const { found } = read([
      '| 项目名称 | 河道清淤 | < |',
      '| 项目资金（万元） | 实施期资金总额：126.00 | 年度资金总额：42.00 |',
      '| ^ | 其中：财政拨款　120.00 | 其中：财政拨款　40.00 |',
      '| ^ | 其他资金　6.00 | 其他资金　2.00 |',
    ]);
    const all = [0, 1, 2, 3, 4, 5].map((n) =>
      ['source', 'period', 'amount'].map((field) => found.get(`/funding/${n}/${field}`)).join(' '),
    );
    expect(all.sort()).toEqual(
      [
        'total whole 126.00',
        'total year 42.00',
        'fiscal whole 120.00',
        'fiscal year 40.00',
        'other whole 6.00',
        'other year 2.00',
      ].sort(),
    );
  });

  const evaluated = (first: string) =>
    read([
      '| 项目名称 | 河道清淤 | < | < | < | < | < |',
      '| 项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 |',
      `| ^ | 年度资金总额 | ${first} | 65.66 | 65.07 | 10 | 99% |`,
    ]);

  it('reads the changed budget where the first is blank, and says so', () => {
    const { found, notes } = evaluated('');
    expect(found.get('/funding/0/amount')).toBe('65.66');
    expect(notes).toContain('年初预算数空白，读作调整后的预算数，请核对');
  });

  it.each(['60', '0'])('reads the first budget where it is %s', (first) => {
    const { found, notes } = evaluated(first);
    expect(found.get('/funding/0/amount')).toBe(first);
    expect(notes).not.toContain('年初预算数空白，读作调整后的预算数，请核对');
  });
});

it('reads months from and to of one year', () => {
  const range = (text: string) => {
    const { found } = read([`| 项目名称 | 河道清淤 | 起止时间 | ${text} |`]);
    return [found.get('/period/start'), found.get('/period/end')];
  };
  for (const text of ['2022年1月—12月', '2022年1月至12月', '2022年1月-12月'])
    expect(range(text)).toEqual(['2022-01', '2022-12']);
  expect(range('2022年3月1日至11月30日')).toEqual(['2022-03-01', '2022-11-30']);
  expect(range('每年1月—12月')).toEqual([undefined, undefined]);
});

it('leaves what is left of a name with nothing beside it, and keeps a short one with a value', () => {
  const heads = '| 一级指标 | 二级指标 | 三级指标 | 指标值 |';
  const { found, left } = read([name, heads, '| 产出指标 | 数量指标 | 清淤长度 | 18公里 |', '| ^ | ^ | 岗 |  |']);
  expect(found.has('/indicators/1/name')).toBe(false);
  expect(left).toContain('岗');
  const kept = read([name, heads, '| 产出指标 | 数量指标 | 树 | 18棵 |']).found;
  expect(kept.get('/indicators/0/name')).toBe('树');
});

it('reads 单位（专项）名称 as units and, below each, its projects', () => {
  const { found } = read([
    '| 单位代码 | 单位（专项）名称 | 资金总额 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 |',
    '| 605003 | 洈水县水利站 | 30.00 |  |  |  |  |  |',
    '| 605003 | 河道清淤 | 30.00 | 清淤十八公里。 | 产出指标 | 数量指标 | 清淤长度 | 18公里 |',
    '| ^ | ^ | ^ | ^ | ^ | 质量指标 | 验收合格率 | 100% |',
  ]);
  expect([found.get('/units/0/name'), found.get('/units/0/code')]).toEqual(['洈水县水利站', '605003']);
  expect([found.get('/name'), found.get('/indicators/1/name')]).toEqual(['河道清淤', '验收合格率']);
});
