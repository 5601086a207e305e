import { describe, expect, it } from 'vitest';
import { readColumns } from '../../../src/reading/columns/columns.js';
import { fieldOfHead, fieldOfLabel } from '../../../src/reading/columns/heads.js';
import { moneyIn, packedMoney } from '../../../src/reading/columns/packed.js';
import { leaves, sourceOf } from './rows.js';

/** What forms that nobody has seen have in common: labels made of the same words, and ways to set things out. */

it('指标 above first levels, beside the names under 指标内容, is the first level; above names it is the name', () => {
  const rows = (first: string, second: string) => [
    '2031年项目绩效目标表',
    '| 项目名称 | 水窖工程 | < | < |',
    '| 项目绩效指标 | 指标 | 指标内容 | 指标值 |',
    `| ^ | ${first} | 新建水窖 | 12口 |`,
    '| ^ | ^ | 验收合格率 | 100% |',
    `| ^ | ${second} | 受益农户 | 300户 |`,
  ];
  const read = (first: string, second: string) => leaves(readColumns(sourceOf(rows(first, second))).report);
  const at = '/units/0/projects/0/indicators';
  expect(read('产出指标', '效益指标').get(`${at}/1/level1`)).toBe('产出指标');
  expect(read('产出指标', '效益指标').get(`${at}/1/name`)).toBe('验收合格率');
  expect(read('建设规模', '受益情况').get(`${at}/2/name`)).toBe('受益情况');
});

describe('labels and heads that no list has', () => {
  it.each([
    ['年度申请总额', 'funding/total/year'],
    ['项目经费预算', 'funding/total/?'],
    ['下达金额', 'funding/total/?'],
    ['自治区资金', 'funding/provincial/?'],
    ['上级转移支付', 'funding/superior/?'],
    ['年度财政资金总额', 'funding/total/year'],
    ['专项长期绩效目标', 'goal/long'],
    ['绩效目标概述', 'goal/?'],
    ['资金文号', 'project/transferDocument'],
    ['项目建设单位', 'implementing'],
    ['负责人/电话', 'contacts/headWithPhone'],
    ['项目年度计划', 'project/schedule'],
  ])('%s is %s', (label, field) => {
    expect(fieldOfLabel(label)).toBe(field);
  });

  it.each([
    ['本县目标值', 'indicator/?'],
    ['年初目标值（A）', 'indicator/annualTarget'],
    ['总周期指标值', 'indicator/wholeTarget'],
    ['2022年完成值', 'value/2022'],
    ['绩效子类', 'indicator/level2'],
    ['绩效度量单位', 'indicator/?/unit'],
    ['指标完成情况', 'left'],
  ])('%s above a column is %s', (head, field) => {
    expect(fieldOfHead(head)).toBe(field);
  });

  it.each(['年度工作计划', '工程验收合格率', '资金到位率', '行业管理', '公众满意度', '项目验收'])(
    '%s is a value',
    (text) => {
      expect(fieldOfLabel(text)).toBeUndefined();
    },
  );
});

it('parts money that is packed with its labels', () => {
  expect(moneyIn('其中：上级补助120')).toEqual({ source: 'superior', text: '120' });
  expect(moneyIn('合计3268.4')).toEqual({ source: 'total', text: '3268.4' });
  expect(moneyIn('禁牧81.6万亩')).toBeUndefined();
  expect(packedMoney('552（中央350，县级202）')).toEqual([
    { source: 'total', text: '552' },
    { source: 'central', text: '350' },
    { source: 'county', text: '202' },
  ]);
});

/** What is read of a form with a row of heads and rows of indicators. */
function read(lines: readonly string[]) {
  const { report, left, questions, notes } = readColumns(sourceOf(['2024年度项目支出绩效目标表', ...lines]));
  return {
    read: leaves((report as { units: { projects: object[] }[] }).units[0]?.projects[0]),
    left,
    questions,
    notes,
  };
}

const name = '| 项目名称 | 河道清淤 | < | < |';

it('reads both levels of one cell', () => {
  const { read: found } = read([
    name,
    '| 指标类型 | 指标内容 | 目标值 | 目标值依据 |',
    '| 产出指标-数量指标 | 清淤长度 | ≥18公里 | 设计 |',
    '| 满意度指标-服务对象满意度指标 | 村民满意度 | ≥90% | 问卷 |',
  ]);
  expect(found.get('/indicators/0/level1')).toBe('产出指标');
  expect(found.get('/indicators/0/level2')).toBe('数量指标');
  expect(found.get('/indicators/1/level2')).toBe('服务对象满意度指标');
});

it('reads values of the years that heads name', () => {
  const { read: found, questions } = read([
    name,
    '| 一级指标 | 三级指标 | 2023年完成值 | 2024年指标值 |',
    '| 产出指标 | 清淤长度 | 12公里 | ≥18公里 |',
    '| 效益指标 | 受益人口 | 300人 | ≥500人 |',
  ]);
  expect(found.get('/indicators/0/annualTarget/value')).toBe('18');
  expect(found.get('/indicators/0/history/0/year')).toBe(2023);
  expect(found.get('/indicators/0/history/0/target/value')).toBe('12');
  expect(questions.filter(({ id }) => id.startsWith('column'))).toEqual([]);
});

it('reads columns of places', () => {
  const { read: found } = read([
    name,
    '| 一级指标 | 三级指标 | 合计 | 东河镇 | 西山乡 |',
    '| 产出指标 | 清淤长度 | ≥18公里 | ≥10公里 | ≥8公里 |',
    '| 效益指标 | 受益人口 | ≥500人 | ≥300人 | ≥200人 |',
  ]);
  expect(found.get('/indicators/0/annualTarget/value')).toBe('18');
  expect(found.get('/indicators/1/places/1/place')).toBe('西山乡');
  expect(found.get('/indicators/1/places/1/target/value')).toBe('200');
});

it('reads first levels in rows of their own, with their numbers', () => {
  const { read: found } = read([
    name,
    '| 指标名称 | < | 单位 | 目标值 |',
    '| 一、产出指标 | < | < | < |',
    '| 清淤长度 | < | 公里 | ≥18 |',
    '| 二、满意度 | < | < | < |',
    '| 村民满意度 | < | % | ≥90 |',
  ]);
  expect(found.get('/indicators/0/level1')).toBe('产出指标');
  expect(found.get('/indicators/0/annualTarget/unit')).toBe('公里');
  expect(found.get('/indicators/1/level1')).toBe('满意度');
});

it('reads the halves of a form, each of its period', () => {
  const { read: found, questions } = read([
    name,
    '| 总体目标 | 实施期目标 | < | 年度目标 |',
    '| ^ | 三年清淤三十公里。 | < | 清淤十公里。 |',
    '',
    '| 一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值 |',
    '| 产出指标 | 数量指标 | 清淤长度 | ≥30公里 | 数量指标 | 清淤长度 | ≥10公里 |',
  ]);
  expect(found.get('/indicators/0/wholeTarget/value')).toBe('30');
  expect(found.get('/indicators/0/annualTarget/value')).toBe('10');
  expect(found.has('/indicators/1/name')).toBe(false);
  expect(questions.filter(({ id }) => id.startsWith('column'))).toEqual([]);
});

it('reads a table whose heads stand on a page that is not here, and says so', () => {
  const { read: found, notes } = read([
    '| 项目名称 | 河道清淤 | < | < | < | < |',
    '',
    '| 产出指标 | 数量指标 | 清淤长度 | ≥ | 18 | 公里 |',
    '| ^ | 时效指标 | 按期完工率 | = | 100 | % |',
  ]);
  expect(found.get('/indicators/1/level1')).toBe('产出指标');
  expect(found.get('/indicators/1/annualTarget/value')).toBe('100');
  expect(notes.map(({ zh }) => zh)).toContain('这张表没有表头，按值的样子读，请核对');
});

it('reads the choice that is ticked, and none where none is', () => {
  const { read: found, left } = read([
    name,
    '| 项目类别 | 1、部门预算项目 ☑  2、省直专项 □ | < | < |',
    '| 项目属性 | 1、持续性项目 □  2、新增性项目 □ | < | < |',
  ]);
  expect(found.get('/kind')).toBe('部门预算项目');
  expect(found.has('/attribute')).toBe(false);
  expect(left.map(({ text }) => text)).toContain('1、持续性项目 □  2、新增性项目 □');
});

it('reads money by year, in rows of periods and below 合计', () => {
  const { read: found } = read([
    '| 项目名称 | 河道清淤 | < | < | < |',
    '| 经费预算（万元） | 总额 | 270.00 | 2024年 | 90.00 |',
  ]);
  expect([found.get('/funding/0/period'), found.get('/funding/0/amount')]).toEqual(['whole', '270.00']);
  expect([found.get('/funding/1/period'), found.get('/funding/1/amount')]).toEqual(['year', '90.00']);
  const { read: rows } = read([
    '| 项目名称 | 河道清淤 | < | < | < |',
    '| 资金（万元） |  | 总额 | 财政资金 | 其他 |',
    '| ^ | 实施期 | 560 | 500 | 60 |',
    '| ^ | 本年度 | 260 | 260 | 0 |',
  ]);
  expect([rows.get('/funding/1/source'), rows.get('/funding/1/period')]).toEqual(['fiscal', 'whole']);
  expect([rows.get('/funding/3/source'), rows.get('/funding/3/amount')]).toEqual(['total', '260']);
});

it('reads a range of days as its start and end, and years as they stand', () => {
  const range = (text: string) => read([`| 项目名称 | 河道清淤 | 起止时间 | ${text} |`]).read;
  expect(range('2022年3月至2023年10月').get('/period/end')).toBe('2023-10');
  expect(range('2022年—2024年').get('/period/years')).toBe('2022年—2024年');
});

it('says that another body than the unit runs a project', () => {
  const { notes } = readColumns(
    sourceOf(['填报单位：洈水镇人民政府', '| 项目名称 | 河道清淤 | 项目执行单位 | 洈水镇水利站 |']),
  );
  expect(notes.map(({ zh }) => zh)).toContain('填报单位与实施单位不同，实施单位另记，请核对单位名称');
});
