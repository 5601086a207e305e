import { all, merged, text, weight } from './indicators.js';
import type { Part } from './part.js';

/** A form of a department as a whole; `project` of each part is of its `overall`. */

const money = (key: 'source' | 'kind', ...lines: readonly string[]): object[] =>
  lines.map((line) => {
    const [name, amount] = line.split(' ');
    return { [key]: name, period: 'year', amount };
  });
const income = (...lines: readonly string[]) => ({ income: money('source', ...lines) });
const expenditure = (...lines: readonly string[]) => ({ expenditure: money('kind', ...lines) });

export const departmentTitles = [
  ['部门整体支出绩效目标申报表', '（2024年度）'],
  ['2024年度部门（单位）整体支出绩效目标表'],
  ['青岭县水利局2024年部门整体绩效目标表', '单位：万元'],
] as const;

export const departmentHeads: readonly Part[] = [
  { lines: ['部门名称→3 | 青岭县水利局→9'], project: {} },
  { lines: ['部门（单位）名称→3 | 青岭县水利局→9'], project: {} },
  { lines: ['单位名称→3 | 青岭县水利局→3 | 单位编码→3 | 101→3'], project: {} },
  { lines: ['填报单位（盖章）：青岭县水利局→12'], project: {} },
  {
    lines: ['部门名称→3 | 青岭县水利局→9', '部门职能→3 | 负责全县水资源管理和河道整治。→9'],
    project: { duties: ['负责全县水资源管理和河道整治。'] },
  },
  {
    lines: [
      '预算部门→3 | 青岭县水利局→9',
      '人员编制数→3 | 45→3 | 实有人数→3 | 42→3',
      '部门主要职责→3 | 负责全县水资源管理和河道整治。→9',
    ],
    project: { staff: { approved: 45, actual: 42 }, duties: ['负责全县水资源管理和河道整治。'] },
  },
];

export const departmentMoneys: readonly Part[] = [
  {
    lines: [
      '年度预算申请（万元）→2↓3 | 资金总额→2↓2 | 按收入性质分→4 | 按支出性质分→4',
      '一般公共预算拨款→2 | 其他资金→2 | 基本支出→2 | 项目支出→2',
      '211.62→2 | 201.62→2 | 10.00→2 | 161.62→2 | 50.00→2',
    ],
    project: {
      ...income('total 211.62', 'generalPublicBudget 201.62', 'other 10.00'),
      ...expenditure('basic 161.62', 'project 50.00'),
    },
  },
  {
    lines: [
      '预算情况（万元）→2↓4 | 收入预算合计→5 | 211.62→5',
      '其中：财政拨款→5 | 201.62→5',
      '支出预算合计→5 | 211.62→5',
      '其中：基本支出→3 | 161.62→2 | 项目支出→3 | 50.00→2',
    ],
    project: {
      ...income('total 211.62', 'fiscal 201.62'),
      ...expenditure('total 211.62', 'basic 161.62', 'project 50.00'),
    },
  },
  {
    lines: ['部门预算（万元）→2↓3 | 部门支出总额→4 | 211.62→6', '基本支出→4 | 161.62→6', '项目支出→4 | 50.00→6'],
    project: { ...expenditure('total 211.62', 'basic 161.62', 'project 50.00') },
  },
  {
    lines: [
      '年度资金总额：211.62万元→12',
      '按收入性质分：→6 | 按支出性质分：→6',
      '其中：一般公共预算：201.62万元→6 | 其中：基本支出：161.62万元→6',
      '其他资金：10.00万元→6 | 项目支出：50.00万元→6',
    ],
    project: {
      ...income('total 211.62', 'generalPublicBudget 201.62', 'other 10.00'),
      ...expenditure('basic 161.62', 'project 50.00'),
    },
  },
  {
    lines: [
      '预算资金（万元）→2↓3 | 收入预算→5 | 支出预算→5',
      '合计→2 | 财政拨款→2 | 其他→1 | 合计→1 | 基本支出→2 | 项目支出→2',
      '211.62→2 | 201.62→2 | 10.00→1 | 211.62→1 | 161.62→2 | 50.00→2',
    ],
    project: {
      ...income('total 211.62', 'fiscal 201.62', 'other 10.00'),
      ...expenditure('total 211.62', 'basic 161.62', 'project 50.00'),
    },
  },
];

const goal = '保障全县城乡供水安全，完成东溪河清淤，群众对水利工作满意。';
const goals = { goals: [{ period: 'year', text: goal }] };

export const departmentGoals: readonly Part[] = [
  { lines: [`年度总体目标→3 | ${goal}→9`], project: goals },
  { lines: [`整体绩效目标→3 | ${goal}→9`], project: goals },
  { lines: [`部门整体绩效目标→3 | ${goal}→9`], project: goals },
  { lines: [`年度绩效目标→3↓2 | 预期目标→5 | 实际完成情况→4`, `${goal}→5 | 全部完成。→4`], project: goals },
  {
    lines: [
      '年度主要任务→2↓3 | 任务名称→3 | 主要内容→4 | 预算金额（万元）→3',
      '河道整治→3 | 东溪河清淤十公里→4 | 50.00→3',
      '供水保障→3 | 改造管网三十公里→4 | 60.00→3',
      `总体目标→2 | ${goal}→10`,
    ],
    project: {
      ...goals,
      tasks: [
        { name: '河道整治', content: '东溪河清淤十公里', funding: money('source', 'total 50.00') },
        { name: '供水保障', content: '改造管网三十公里', funding: money('source', 'total 60.00') },
      ],
    },
  },
];

const plainly = all.map(({ level1, level2, name, target }) => ({ level1, level2, name, annualTarget: target }));
const weighed = all.map((each, n) => ({ ...plainly[n], weight: weight(each) }));

export const departmentIndicators: readonly Part[] = [
  {
    lines: merged('三级指标→4 | 指标值→4', (each) => `${each.name}→4 | ${text(each)}→4`, { side: '年度绩效指标' }),
    project: { indicators: plainly },
  },
  {
    lines: merged(
      '三级指标→4 | 年度指标值→2 | 权重→2',
      (each) => `${each.name}→4 | ${text(each)}→2 | ${weight(each)}→2`,
      {
        side: '部门整体支出年度绩效指标',
      },
    ),
    project: { indicators: weighed },
  },
  {
    lines: merged('指标内容→4 | 目标值→4 | ', (each) => `${each.name}→4 | ${text(each)}→4 | `),
    project: { indicators: plainly },
  },
  {
    lines: merged(
      '三级指标→3 | 指标内容→3 | 指标值→1 | 备注→1',
      (each) => `${each.name}→3 | 反映${each.name}→3 | ${text(each)} | `,
      {
        side: '绩效指标',
      },
    ),
    project: { indicators: plainly.map((each) => ({ ...each, description: `反映${each.name}` })) },
  },
];
