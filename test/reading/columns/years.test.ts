import { expect, it } from 'vitest';
import { readLines } from './rows.js';

const named = '| 项目名称 | < | 中小学研学实践 | < | < | < | < |';

it('reads the values of earlier years below heads that name them', () => {
  const { project } = readLines(
    '2025年度项目绩效目标表',
    named,
    '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | < | < | 指标值依据 |',
    '| ^ | ^ | ^ | 近两年指标值 | < | 预期当年实现值 | ^ |',
    '| ^ | ^ | ^ | 2023年 | 2024年 | ^ | ^ |',
    '| 产出指标 | 数量指标 | 研学学生 | 800人 | 950人 | ≥1200人 | 历史数据 |',
    '| 效益指标 | 社会效益指标 | 基地知晓度 | 一般 | 较高 | 提高 | 历史数据 |',
  );
  expect(Object.fromEntries(project)).toMatchObject({
    '/indicators/0/annualTarget/value': '1200',
    '/indicators/0/history/0/year': 2023,
    '/indicators/0/history/0/target/value': '800',
    '/indicators/0/history/1/year': 2024,
    '/indicators/1/history/1/target/text': '较高',
  });
});

it('reads goals with names beside one label, and the end of a longer one', () => {
  const { project } = readLines(
    '2025年度项目绩效目标表',
    '| 项目名称 | 中小学研学实践 | < |',
    '| 长期目标（截止2027年） | 建成五个研学基地，形成课程体系。 | < |',
    '| 年度目标 | 目标1：课程建设 | 开发课程十二门，培训教师六十人。 |',
    '| ^ | 目标2：研学活动 | 组织研学活动三十批次。 |',
  );
  expect(Object.fromEntries(project)).toMatchObject({
    '/goals/0/to': 2027,
    '/goals/1/name': '目标1：课程建设',
    '/goals/1/text': '开发课程十二门，培训教师六十人。',
    '/goals/2/name': '目标2：研学活动',
    '/goals/2/period': 'year',
  });
});

const money = [
  '| 项目名称 | < | 中小学研学实践 | < | < |',
  '| 项目资金 | 资金来源 | 2023年预算 | 2024年预算 | 2025年预算 |',
  '| ^ | 合计 | 30 | 40 | 50 |',
  '| ^ | 财政拨款 | 30 | 40 | 50 |',
];

it('reads money by years where the year of the report is said, and leaves it where it is not', () => {
  const { project } = readLines('项目绩效目标表', '（2025年度）　　单位：万元', ...money);
  expect([...project].filter(([at]) => at.endsWith('/period')).map(([, period]) => period)).toEqual(
    expect.arrayContaining(['yearBeforeLast', 'lastYear', 'year']),
  );
  const { project: unsaid, left } = readLines('项目绩效目标表', '单位：万元', ...money);
  expect([...unsaid.keys()].filter((at) => at.startsWith('/funding'))).toEqual([]);
  expect(left.map(({ text }) => text)).toContain('50');
});
