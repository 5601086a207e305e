import { goldOf, indicatorsOf, levelled, money, type Told, tableOf, textOf } from './told.js';

/** Forms of departments as a whole, set out otherwise than in `departments.ts`. */

const department = '石桥县农业农村局';
const goal = '粮食总产稳定在四十万吨，新建高标准农田三万亩，农民收入稳步增加。';
const duties = '负责全县种植业、畜牧业、农业机械化的监督管理，组织实施乡村产业发展规划。';

const all = indicatorsOf(`
  履职效能指标 重点工作任务完成 新建高标准农田 ≥ 3 万亩
  履职效能指标 重点工作任务完成 培训高素质农民 ≥ 600 人次
  管理效率指标 预算管理 预算执行率 ≥ 95 %
  运行成本指标 公用经费控制 三公经费控制率 ≤ 100 %
  社会效应指标 社会效益 农产品抽检合格率 ≥ 98 %
  社会效应指标 满意度 农民满意度 ≥ 90 %
  可持续发展能力指标 人才支撑 技术人员培训 持续开展`);

const title = ['部门整体支出绩效目标表', '（2025年度）'];

function form(name: string, lines: readonly string[], overall: object, more: object = {}): Told {
  return {
    name: `whole-${name}`,
    table: tableOf(lines),
    gold: { year: 2025, moneyUnit: '万元', department: { name: department, overall }, units: [], ...more },
  };
}

const goals = { goals: [{ period: 'year', text: goal }] };
const tasks = [
  { name: '高标准农田建设', content: '新建高标准农田三万亩', amount: '4200.00' },
  { name: '农民培训', content: '培训高素质农民六百人次', amount: '180.00' },
];
const indicated = { indicators: goldOf(all) };
const rows = levelled(all, (each) => `${each.name} | ${textOf(each)}`);

export const wholes: readonly Told[] = [
  form(
    'numbered-money',
    [
      ...title,
      `| 部门（单位）名称 | ${department}→3 |`,
      `| 年度履职目标 | ${goal}→3 |`,
      '| 年度主要任务↓3 | 任务名称 | 主要内容→2 |',
      ...tasks.map((each) => `| ${each.name} | ${each.content}→2 |`),
      '| 预算情况↓9 | 部门预算总额（万元）→2 | 6380.00 |',
      '| 1、资金来源：（1）政府预算资金→2 | 6300.00 |',
      '| （2）财政专户管理资金→2 | 0.00 |',
      '| （3）单位资金→2 | 80.00 |',
      '| 2、资金结构：（1）基本支出→2 | 2000.00 |',
      '| （2）项目支出→2 | 4380.00 |',
      '| 一级指标 | 二级指标 | 三级指标 | 指标值 |',
      ...rows,
    ].map((line) => line.replace('↓9', '↓6')),
    {
      ...goals,
      tasks: tasks.map(({ name, content }) => ({ name, content })),
      income: money('source', 'total 6380.00', 'fiscal 6300.00', 'fiscalSpecialAccount 0.00', 'unitFunds 80.00'),
      expenditure: money('kind', 'basic 2000.00', 'project 4380.00'),
      ...indicated,
    },
  ),
  form(
    'one-wide-row',
    [
      '2025年部门整体支出绩效目标表',
      '金额单位：万元',
      '| 部门名称↓3 | 年度预算申请→7 | 部门职能职责描述↓3 | 整体绩效目标↓3 | 部门整体支出年度绩效指标→2 |',
      '| 资金总额↓2 | 按收入性质分→4 | 按支出性质分→2 | 产出指标↓2 | 效益指标↓2 |',
      '| 一般公共预算 | 政府性基金拨款 | 纳入专户的非税收入拨款 | 其他资金 | 基本支出 | 项目支出 |',
      `| ${department} | 6380.00 | 6300.00 | 0.00 | 0.00 | 80.00 | 2000.00 | 4380.00 | ${duties} | ${goal} | 新建高标准农田≥3万亩；培训高素质农民≥600人次 | 农产品抽检合格率≥98%；农民满意度≥90% |`,
    ],
    {
      ...goals,
      duties: [duties],
      income: money(
        'source',
        'total 6380.00',
        'generalPublicBudget 6300.00',
        'governmentFund 0.00',
        'fiscalSpecialAccount 0.00',
        'other 80.00',
      ),
      expenditure: money('kind', 'basic 2000.00', 'project 4380.00'),
      indicators: goldOf(
        indicatorsOf(`
          产出指标 - 新建高标准农田 ≥ 3 万亩
          产出指标 - 培训高素质农民 ≥ 600 人次
          效益指标 - 农产品抽检合格率 ≥ 98 %
          效益指标 - 农民满意度 ≥ 90 %`),
      ),
    },
  ),
  form(
    'sections-of-a-form',
    [
      ...title,
      `填报单位：${department}　　金额单位：万元`,
      '| 一、部门基本情况→6 |',
      '| 人员编制数 | 126 | 实有在职人数 | 118 | 内设机构数 | 11 |',
      `| 部门职责 | ${duties}→5 |`,
      '| 二、部门预算→6 |',
      '| 收入预算合计 | 6380.00 | 财政拨款 | 6300.00 | 其他资金 | 80.00 |',
      '| 支出预算合计 | 6380.00 | 基本支出 | 2000.00 | 项目支出 | 4380.00 |',
      '| 三、年度绩效目标→6 |',
      `| ${goal}→6 |`,
      '| 四、年度绩效指标→6 |',
      '| 一级指标 | 二级指标 | 三级指标→2 | 指标值 | 分值 |',
      ...levelled(all, (each, n) => `${each.name}→2 | ${textOf(each)} | ${n === 6 ? 10 : 15}`),
    ],
    {
      staff: { approved: 126, actual: 118, innerDivisions: 11 },
      duties: [duties],
      income: money('source', 'total 6380.00', 'fiscal 6300.00', 'other 80.00'),
      expenditure: money('kind', 'total 6380.00', 'basic 2000.00', 'project 4380.00'),
      ...goals,
      indicators: goldOf(all, (_, n) => ({ weight: n === 6 ? '10' : '15' })),
    },
  ),
  form(
    'tasks-with-goals',
    [
      ...title,
      `| 部门名称 | ${department}→5 |`,
      '| 年度主要任务↓5 | 任务名称↓2 | 主要内容↓2 | 预算金额（万元）→3 |',
      '| 总额 | 财政拨款 | 其他资金 |',
      ...tasks.map((each) => `| ${each.name} | ${each.content} | ${each.amount} | ${each.amount} | 0.00 |`),
      '| 金额合计→2 | 4380.00 | 4380.00 | 0.00 |',
      `| 年度总体目标 | 目标1：粮食总产稳定在四十万吨。\n目标2：农民收入稳步增加。→5 |`,
      '| 年度绩效指标↓8 | 一级指标 | 二级指标 | 三级指标→2 | 指标值 |',
      ...levelled(all, (each) => `${each.name}→2 | ${textOf(each)}`),
    ],
    {
      tasks: tasks.map(({ name, content, amount }) => ({
        name,
        content,
        funding: money('source', `total ${amount}`, `fiscal ${amount}`, 'other 0.00'),
      })),
      goals: [{ period: 'year', text: '目标1：粮食总产稳定在四十万吨。\n目标2：农民收入稳步增加。' }],
      ...indicated,
      expenditure: [],
    },
  ),
  form(
    'signs-and-units',
    [
      ...title,
      `| 部门名称 | ${department}→6 |`,
      '| 年度预算金额（万元） | 合计 | 6380.00 | 基本支出 | 2000.00 | 项目支出 | 4380.00 |',
      `| 年度目标 | ${goal}→6 |`,
      '| 一级指标 | 二级指标 | 三级指标 | 运算符号 | 指标值 | 度量单位 | 分值权重 |',
      ...levelled(
        all,
        (each, n) =>
          `${each.name} | ${each.sign || '定性'} | ${each.value || each.words} | ${each.unit} | ${n === 6 ? 10 : 15}`,
      ),
    ],
    {
      ...goals,
      expenditure: money('kind', 'total 6380.00', 'basic 2000.00', 'project 4380.00'),
      indicators: goldOf(all, ({ words }, n) => ({ weight: n === 6 ? '10' : '15', ...(words && { nature: '定性' }) })),
    },
  ),
  form(
    'half-year-values',
    [
      ...title,
      `| 主管部门 | ${department}→5 |`,
      `| 中长期目标 | 到2027年建成高标准农田十万亩。→5 |`,
      `| 年度目标 | ${goal}→5 |`,
      '| 一级指标 | 二级指标 | 三级指标→2 | 半年（程）值 | 全年（程）值 |',
      ...levelled(all, (each) => `${each.name}→2 | 达到五成 | ${textOf(each)}`),
    ],
    {
      goals: [
        { period: 'medium', text: '到2027年建成高标准农田十万亩。' },
        { period: 'year', text: goal },
      ],
      ...indicated,
    },
  ),
];
