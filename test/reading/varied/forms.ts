import type { Part } from './part.js';

/** The parts of forms above their indicators, each set out in many ways. */

function money(...lines: readonly string[]): { readonly funding: readonly object[] } {
  return {
    funding: lines.map((line) => {
      const [source, amount, period = 'year'] = line.split(' ');
      return { source, period, amount };
    }),
  };
}

const yearly = '清淤河道十公里，修复岸坡，沿河两镇居民的饮水和灌溉用水得到改善。';
const longer = '两年清淤河道二十公里，建立长效管护制度，水质稳定达到三类。';

/** The names of the project, of who is in charge, and of who does it. */
export const heads: readonly Part[] = [
  {
    lines: [
      '项目名称→2 | 东溪河生态清淤工程→10',
      '主管部门→2 | 青岭县水利局→4 | 实施单位→2 | 青岭县河道管理所→4',
      '项目期→2 | 2024年1月至2025年12月→10',
    ],
    project: { name: '东溪河生态清淤工程', period: { start: '2024-01', end: '2025-12' } },
  },
  {
    lines: ['专项名称→2 | 东溪河生态清淤工程→10', '项目主管部门→2 | 青岭县水利局→4 | 项目单位→2 | 青岭县河道管理所→4'],
    project: { name: '东溪河生态清淤工程' },
  },
  {
    lines: [
      '项目（政策）名称→2 | 东溪河生态清淤工程→10',
      '主管部门及代码→2 | 青岭县水利局→4 | 项目实施单位→2 | 青岭县河道管理所→4',
      '实施期限→2 | 2024年1月至2025年12月→10',
    ],
    project: { name: '东溪河生态清淤工程', period: { start: '2024-01', end: '2025-12' } },
  },
  {
    lines: [
      '资金项目名称→2 | 东溪河生态清淤工程→10',
      '业务主管部门→2 | 青岭县水利局→4 | 预算单位→2 | 青岭县河道管理所→4',
    ],
    project: { name: '东溪河生态清淤工程' },
  },
  {
    lines: [
      '支出项目→2 | 东溪河生态清淤工程→10',
      '预算主管部门→2 | 青岭县水利局→4 | 单位名称→2 | 青岭县河道管理所→4',
      '起止时间→2 | 2024年1月至2025年12月→10',
    ],
    project: { name: '东溪河生态清淤工程', period: { start: '2024-01', end: '2025-12' } },
  },
  {
    lines: ['项目名称：东溪河生态清淤工程→12', '主管部门：青岭县水利局→6 | 实施单位：青岭县河道管理所→6'],
    project: { name: '东溪河生态清淤工程' },
  },
  {
    lines: [
      '项目基本情况↓4 | 项目名称→2 | 东溪河生态清淤工程→9',
      '主管部门→2 | 青岭县水利局→4 | 项目单位→2 | 青岭县河道管理所→3',
      '项目负责人→2 | 何清源→4 | 联系电话→2 | 0999-7654321→3',
      '项目属性→2 | 新增项目□  延续项目☑→9',
    ],
    project: {
      name: '东溪河生态清淤工程',
      attribute: '延续项目',
      contacts: { head: '何清源', headPhone: '0999-7654321' },
    },
  },
  {
    lines: [
      '项目名称→2 | 东溪河生态清淤工程→4 | 项目编码→2 | 330824240001→4',
      '主管部门→2 | 青岭县水利局→4 | 实施单位→2 | 青岭县河道管理所→4',
      '项目类型→2 | 特定目标类→4 | 项目起止时间→2 | 2024.01-2025.12→4',
      '立项依据→2 | 县政府二〇二三年第七次常务会议纪要→10',
      '项目概况→2 | 东溪河淤积多年，汛期行洪不畅，拟分两年清淤。→10',
    ],
    project: {
      name: '东溪河生态清淤工程',
      code: '330824240001',
      type: '特定目标类',
      period: { start: '2024-01', end: '2025-12' },
      basis: '县政府二〇二三年第七次常务会议纪要',
      summary: '东溪河淤积多年，汛期行洪不畅，拟分两年清淤。',
    },
  },
  {
    lines: [
      '主管部门→2 | 青岭县水利局→10',
      '项目申报单位→2 | 青岭县河道管理所→10',
      '项目名称→2 | 东溪河生态清淤工程→10',
      '项目责任人及电话→2 | 何清源 0999-7654321→10',
    ],
    project: { name: '东溪河生态清淤工程', contacts: { head: '何清源', headPhone: '0999-7654321' } },
  },
  {
    lines: [
      '项目名称→2 | 东溪河生态清淤工程→4 | 项目级次→2 | 县本级→4',
      '主管部门→2 | 青岭县水利局→4 | 预算单位（盖章）→2 | 青岭县河道管理所→4',
      '开始时间→2 | 2024年1月1日→4 | 完成时间→2 | 2025年12月31日→4',
    ],
    project: { name: '东溪河生态清淤工程', period: { start: '2024-01-01', end: '2025-12-31' } },
  },
  {
    lines: [
      '基本信息→12',
      '项目名称→3 | 东溪河生态清淤工程→9',
      '主管单位→3 | 青岭县水利局→3 | 项目承担单位→3 | 青岭县河道管理所→3',
      '项目负责人→3 | 何清源→3 | 手机号码→3 | 0999-7654321→3',
    ],
    project: { name: '东溪河生态清淤工程', contacts: { head: '何清源', headPhone: '0999-7654321' } },
  },
];

/** What it costs. */
export const moneys: readonly Part[] = [
  {
    lines: ['项目资金（万元）→2↓3 | 年度资金总额→5 | 120.50→5', '其中：财政拨款→5 | 100.50→5', '其他资金→5 | 20.00→5'],
    project: { ...money('total 120.50', 'fiscal 100.50', 'other 20.00') },
  },
  {
    lines: [
      '资金情况（万元）→2↓4 | →4 | 年初预算数→2 | 全年预算数→2 | 全年执行数→2',
      '年度资金总额→4 | 120.50→2 | 130.00→2 | 90.00→2',
      '财政资金→4 | 100.50→2 | 110.00→2 | 80.00→2',
      '其他资金→4 | 20.00→2 | 20.00→2 | 10.00→2',
    ],
    project: { ...money('total 120.50', 'fiscal 100.50', 'other 20.00') },
  },
  {
    lines: ['资金来源（万元）→2↓2 | 合计→2 | 财政拨款→4 | 其他资金→4', '120.50→2 | 100.50→4 | 20.00→4'],
    project: { ...money('total 120.50', 'fiscal 100.50', 'other 20.00') },
  },
  {
    lines: [
      '项目资金申请（万元）→2↓4 | 项目→4 | 上年度安排资金→3 | 本年度申请资金→3',
      '合计→4 | 66.00→3 | 120.50→3',
      '省级资金→4 | 16.00→3 | 70.50→3',
      '县级资金→4 | 50.00→3 | 50.00→3',
    ],
    project: {
      ...money(
        'total 66.00 lastYear',
        'total 120.50',
        'provincial 16.00 lastYear',
        'provincial 70.50',
        'county 50.00 lastYear',
        'county 50.00',
      ),
    },
  },
  {
    lines: [
      '项目资金（万元）→2↓3 | 中期资金总额→2 | 300.00→3 | 年度资金总额→2 | 120.50→3',
      '其中：财政拨款→2 | 250.00→3 | 其中：财政拨款→2 | 100.50→3',
      '其他资金→2 | 50.00→3 | 其他资金→2 | 20.00→3',
    ],
    project: {
      ...money(
        'total 300.00 medium',
        'total 120.50',
        'fiscal 250.00 medium',
        'fiscal 100.50',
        'other 50.00 medium',
        'other 20.00',
      ),
    },
  },
  {
    lines: [
      '预算情况（万元）→2↓3 | 资金性质→4 | 2023年预算→3 | 2024年预算→3',
      '财政拨款→4 | 88.00→3 | 100.50→3',
      '自有资金→4 | 5.00→3 | 20.00→3',
    ],
    project: { ...money('fiscal 88.00 lastYear', 'fiscal 100.50', 'selfRaised 5.00 lastYear', 'selfRaised 20.00') },
  },
  {
    lines: [
      '项目总额（万元）→2 | 300.00→4 | 本年度预算（万元）→2 | 120.50→4',
      '其中：财政拨款→2 | 250.00→4 | 其中：财政拨款→2 | 100.50→4',
    ],
    project: { ...money('total 300.00 whole', 'total 120.50', 'fiscal 250.00 whole', 'fiscal 100.50') },
  },
  {
    lines: [
      '年度预算→2↓3 | 资金总额（万元）→2↓2 | 按资金来源分→8',
      '一般公共预算拨款→4 | 政府性基金→2 | 其他资金→2',
      '120.50→2 | 100.50→4 | 0→2 | 20.00→2',
    ],
    project: { ...money('total 120.50', 'generalPublicBudget 100.50', 'governmentFund 0', 'other 20.00') },
  },
  {
    lines: ['资金总额→2 | 120.50万元，其中：财政资金100.50万元，其他资金20.00万元→10'],
    project: { ...money('total 120.50', 'fiscal 100.50', 'other 20.00') },
  },
  {
    lines: ['预算资金（万元）→2 | 120.50（财政拨款100.50，其他资金20.00）→10'],
    project: { ...money('total 120.50', 'fiscal 100.50', 'other 20.00') },
  },
  {
    lines: ['资金总额：120.50万元→12', '其中：财政拨款：100.50万元→6 | 其他资金：20.00万元→6'],
    project: { ...money('total 120.50', 'fiscal 100.50', 'other 20.00') },
  },
  {
    lines: [
      '资金来源（万元）→2↓4 | 来源→4 | 金额→3 | 备注→3',
      '合计→4 | 120.50→3 | →3',
      '1.财政拨款→4 | 100.50→3 | 县财政→3',
      '2.其他资金→4 | 20.00→3 | →3',
    ],
    project: { ...money('total 120.50', 'fiscal 100.50', 'other 20.00') },
  },
  {
    lines: ['年度资金总额→2 | 120.50万元→2 | 其中：财政拨款→2 | 100.50万元→2 | 其他资金→2 | 20.00万元→2'],
    project: { ...money('total 120.50', 'fiscal 100.50', 'other 20.00') },
  },
  {
    lines: [
      '资金安排（万元）→2↓3 | 年度→2 | 合计→2 | 财政拨款→3 | 其他资金→3',
      '2023年→2 | 66.00→2 | 60.00→3 | 6.00→3',
      '2024年→2 | 120.50→2 | 100.50→3 | 20.00→3',
    ],
    project: {
      ...money(
        'total 66.00 lastYear',
        'fiscal 60.00 lastYear',
        'other 6.00 lastYear',
        'total 120.50',
        'fiscal 100.50',
        'other 20.00',
      ),
    },
  },
  {
    lines: [
      '项目资金（万元）→2↓4 | 资金总额→6 | 120.50→4',
      '财政拨款→2↓2 | 小计→4 | 100.50→4',
      '其中：一般公共预算→4 | 100.50→4',
      '单位资金→6 | 20.00→4',
    ],
    project: { ...money('total 120.50', 'fiscal 100.50', 'generalPublicBudget 100.50', 'unitFunds 20.00') },
  },
  {
    lines: [
      '预算安排→2↓2 | 预算总额（万元）→3 | 120.50→7',
      '其中：上级补助资金→3 | 70.50→2 | 本级配套资金→3 | 50.00→2',
    ],
    project: { ...money('total 120.50', 'superior 70.50', 'sameLevel 50.00') },
  },
  {
    lines: ['年度预算数（万元）→2 | 120.50→2 | 其中：财政资金→2 | 100.50→2 | 自有资金→2 | 20.00→2'],
    project: { ...money('total 120.50', 'fiscal 100.50', 'selfRaised 20.00') },
  },
  {
    lines: ['资金来源→2 | 合计：120.50万元\n1.财政拨款：100.50万元\n2.其他资金：20.00万元→10'],
    project: { ...money('total 120.50', 'fiscal 100.50', 'other 20.00') },
  },
  {
    lines: [
      '资金构成（万元）→2↓3 | 资金总额→2↓2 | 财政资金→6 | 其他资金→2↓2',
      '中央→2 | 省级→2 | 县级→2',
      '120.50→2 | 50.50→2 | 30.00→2 | 20.00→2 | 20.00→2',
    ],
    project: { ...money('total 120.50', 'central 50.50', 'provincial 30.00', 'county 20.00', 'other 20.00') },
  },
  {
    lines: [
      '预算执行情况（万元）→2↓4 | →3 | 预算数→2 | 到位数→2 | 执行数→2 | 执行率→1',
      '财政拨款→3 | 100.50→2 | 100.50→2 | 90.00→2 | 90%→1',
      '其他资金→3 | 20.00→2 | 10.00→2 | 8.00→2 | 40%→1',
      '合计→3 | 120.50→2 | 110.50→2 | 98.00→2 | 81%→1',
    ],
    project: { ...money('total 120.50', 'fiscal 100.50', 'other 20.00') },
  },
];

/** What it is for. */
export const goals: readonly Part[] = [
  {
    lines: [`年度绩效目标→2 | ${yearly}→10`],
    project: { goals: [{ period: 'year', text: yearly }] },
  },
  {
    lines: ['年度总体目标→2↓2 | 年初设定目标→5 | 实际完成情况→5', `${yearly}→5 | 清淤九公里，其余因汛期推迟到下年。→5`],
    project: { goals: [{ period: 'year', text: yearly }] },
  },
  {
    lines: ['总体目标→2↓2 | 中期目标（2024年—2026年）→5 | 年度目标→5', `${longer}→5 | ${yearly}→5`],
    project: {
      goals: [
        { period: 'medium', from: 2024, to: 2026, text: longer },
        { period: 'year', text: yearly },
      ],
    },
  },
  {
    lines: [`绩效目标→2↓2 | 总目标→2 | ${longer}→8`, `年度目标→2 | ${yearly}→8`],
    project: {
      goals: [
        { period: 'whole', text: longer },
        { period: 'year', text: yearly },
      ],
    },
  },
  {
    lines: [`项目绩效总体目标：→2 | ${yearly}→10`],
    project: { goals: [{ period: 'year', text: yearly }] },
  },
  {
    lines: [`年度总体绩效目标：${yearly}→12`],
    project: { goals: [{ period: 'year', text: yearly }] },
  },
  {
    lines: ['项目年度绩效总目标→12', `${yearly}→12`],
    project: { goals: [{ period: 'year', text: yearly }] },
  },
  {
    lines: [
      '总体绩效目标→2↓3 | 目标内容→10',
      '目标1：清淤河道十公里，修复岸坡。→10',
      '目标2：沿河两镇居民的饮水和灌溉用水得到改善。→10',
    ],
    project: {
      goals: [
        { period: 'year', text: '目标1：清淤河道十公里，修复岸坡。\n目标2：沿河两镇居民的饮水和灌溉用水得到改善。' },
      ],
    },
  },
  {
    lines: ['绩效目标→2↓2 | 实施期目标→5 | 本年度目标→5', `${longer}→5 | ${yearly}→5`],
    project: {
      goals: [
        { period: 'whole', text: longer },
        { period: 'year', text: yearly },
      ],
    },
  },
  {
    lines: ['年度目标→6 | 长期目标→6', `${yearly}→6 | ${longer}→6`],
    project: {
      goals: [
        { period: 'year', text: yearly },
        { period: 'long', text: longer },
      ],
    },
  },
  {
    lines: [`预期绩效→2 | ${yearly}→10`],
    project: { goals: [{ period: 'year', text: yearly }] },
  },
  {
    lines: [`年度工作目标→2 | ${yearly}→10`],
    project: { goals: [{ period: 'year', text: yearly }] },
  },
  {
    lines: [`总体目标（100字以内）→2 | ${yearly}→10`],
    project: { goals: [{ period: 'year', text: yearly }] },
  },
  {
    lines: [
      '年度主要任务→2↓3 | 序号→1 | 目标内容→9',
      '1→1 | 清淤河道十公里，修复岸坡。→9',
      '2→1 | 沿河两镇居民的饮水和灌溉用水得到改善。→9',
    ],
    project: {
      goals: [{ period: 'year', text: '清淤河道十公里，修复岸坡。\n沿河两镇居民的饮水和灌溉用水得到改善。' }],
    },
  },
  {
    lines: [`项目三年总目标→2 | ${longer}→4 | 2024年度目标→2 | ${yearly}→4`],
    project: {
      goals: [
        { period: 'whole', text: longer },
        { period: 'year', text: yearly },
      ],
    },
  },
];
