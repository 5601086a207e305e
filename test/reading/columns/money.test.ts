import { describe, expect, it } from 'vitest';
import { readLines as read } from './rows.js';

/** Money as forms set it out: by source and year, below groups of heads, in rows, in one cell. */

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

describe('money below groups of heads', () => {
  it.each([
    ['按资金来源分', '一般公共预算拨款', 'generalPublicBudget'],
    ['按资金性质分', '财政拨款', 'fiscal'],
    ['收入构成', '财政资金', 'fiscal'],
    ['资金来源构成', '上级补助', 'superior'],
    ['按收入性质分', '中央资金', 'central'],
  ])('%s', (group, source, field) => {
    const { project } = read(
      title,
      '| 项目名称 | 东溪河清淤 | < | < |',
      `| 年度预算（万元） | 资金总额 | ${group} | < |`,
      `| ^ | ^ | ${source} | 其他资金 |`,
      '| ^ | 120.50 | 100.50 | 20.00 |',
    );
    const lines = [0, 1, 2].map(
      (at) => `${project.get(`/funding/${at}/source`)} ${project.get(`/funding/${at}/amount`)}`,
    );
    expect(lines.toSorted()).toEqual([`${field} 100.50`, 'other 20.00', 'total 120.50'].toSorted());
  });

  it('of a department, whose income and expenditure they are', () => {
    const { report } = read(
      '2024年度部门整体支出绩效目标申报表',
      '| 部门名称 | 青岭县水利局 | < | < | < | < |',
      '| 年度预算申请（万元） | 资金总额 | 按收入性质分 | < | 按支出性质分 | < |',
      '| ^ | ^ | 公共财政拨款 | 其他资金 | 基本支出 | 项目支出 |',
      '| ^ | 211.62 | 201.62 | 10.00 | 161.62 | 50.00 |',
    );
    const { overall } = (report as { department: { overall: object } }).department;
    expect(overall).toMatchObject({
      income: [{ source: 'total', amount: '211.62' }, { amount: '201.62' }, { source: 'other', amount: '10.00' }],
      expenditure: [
        { kind: 'basic', amount: '161.62' },
        { kind: 'project', amount: '50.00' },
      ],
    });
  });
});

describe('money in rows and cells', () => {
  it.each([
    ['| 年度 | 合计 | 财政拨款 | 其他资金 |', '| 2024年 | 120.50 | 100.50 | 20.00 |'],
    ['| 资金来源（万元） | 合计 | 财政拨款 | 其他资金 |', '| ^ | 120.50 | 100.50 | 20.00 |'],
    ['| 资金总额：120.50万元 | < | < | < |', '| 其中：财政拨款：100.50万元 | < | 其他资金：20.00万元 | < |'],
    ['| 资金总额 | 120.50万元，其中：财政拨款100.50万元，其他资金20.00万元 | < | < |'],
    ['| 资金总额（万元） | 120.50（财政拨款100.50，其他资金20.00） | < | < |'],
    [
      '| 资金来源 | 来源 | 金额（万元） | 备注 |',
      '| ^ | 合计 | 120.50 |  |',
      '| ^ | 1.财政拨款 | 100.50 | 县级 |',
      '| ^ | 2.其他资金 | 20.00 |  |',
    ],
    [
      '| 项目资金（万元） | 资金总额 | < | 120.50 |',
      '| ^ | 财政拨款 | 小计 | 100.50 |',
      '| ^ | ^ | 其中：一般公共预算 | 100.50 |',
      '| ^ | 其他资金 | < | 20.00 |',
    ],
  ])('%j', (...rows) => {
    const { project } = read(title, '| 项目名称 | 东溪河清淤 | < | < |', ...rows);
    const found = Array.from(
      { length: 4 },
      (_, at) => `${project.get(`/funding/${at}/source`)} ${project.get(`/funding/${at}/amount`)}`,
    );
    expect(found).toEqual(expect.arrayContaining(['total 120.50', 'fiscal 100.50', 'other 20.00']));
  });
});

it('takes sums above the forms for no project', () => {
  const { projects } = read(
    '项目支出资金汇总表',
    '| 合计 | 年度资金总额 | < | 491.00 |',
    title,
    name,
    '| 年度绩效目标 | < | 清淤。 | < |',
  );
  expect(projects).toEqual([{ name: '东溪河清淤', goals: [{ period: 'year', text: '清淤。' }] }]);
});
