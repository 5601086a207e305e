import { goldOf, indicatorsOf, levelled, money, type Told, tableOf, textOf } from './told.js';

/** Forms of one project whose parts stand otherwise than in `forms.ts`: in several tables, below headings, in quarters, in bands. */

const department = '沙河县住房和城乡建设局';
const unit = '沙河县物业服务中心';
const name = '老旧小区改造';
const goal = '改造老旧小区十二个，更换供水管网，居民的居住条件明显改善。';
const later = '到2026年完成全部老旧小区的改造，建立长效管护机制。';

const all = indicatorsOf(`
  产出指标 数量指标 改造老旧小区 ≥ 12 个
  产出指标 数量指标 更换供水管网 ≥ 8.5 公里
  产出指标 质量指标 竣工验收合格率 = 100 %
  产出指标 时效指标 完成时间 2025年12月底前
  成本指标 经济成本指标 每平方米改造成本 ≤ 320 元
  效益指标 社会效益指标 受益居民 ≥ 4300 户
  效益指标 可持续影响指标 管护机制 健全
  满意度指标 服务对象满意度指标 居民满意度 ≥ 92 %`);
const firsts = [...new Set(all.map(({ level1 }) => level1))];
const ofFirst = (level: string) => all.filter(({ level1 }) => level1 === level);
const weights = ['10', '10', '10', '10', '10', '15', '15', '10'];
const weighed = (_: unknown, n: number): object => ({ weight: weights[n] });

const funded = { funding: money('source', 'total 860.00', 'fiscal 800.00', 'other 60.00') };
const goals = { goals: [{ period: 'year', text: goal }] };
const head = [`| 项目名称 | ${name}→5 |`, `| 主管部门 | ${department}→2 | 实施单位 | ${unit}→2 |`];
const funds = [
  '| 项目资金（万元）↓3 | 年度资金总额→2 | 860.00→3 |',
  '| 其中：财政拨款→2 | 800.00→3 |',
  '| 其他资金→2 | 60.00→3 |',
];
const aim = `| 年度总体目标 | ${goal}→5 |`;

function form(name: string, lines: readonly string[], project: object, more: object = {}): Told {
  return {
    name: `setout-${name}`,
    table: tableOf(lines),
    gold: {
      year: 2025,
      moneyUnit: '万元',
      department: { name: department },
      units: [{ name: unit, projects: [{ name: '老旧小区改造', ...project }] }],
      ...more,
    },
  };
}

const title = ['项目支出绩效目标表', '（2025年度）'];
const plain = { ...funded, ...goals, indicators: goldOf(all) };
const start = [...head, ...funds, aim];

export const setouts: readonly Told[] = [
  form(
    'paragraphs-above',
    [
      ...title,
      `项目名称：${name}`,
      `主管部门：${department}`,
      `实施单位：${unit}`,
      '年度资金总额：860.00万元  其中：财政拨款：800.00万元  其他资金：60.00万元',
      `年度总体目标：${goal}`,
      '| 一级指标 | 二级指标 | 三级指标 | 指标值 |',
      ...levelled(all, (each) => `${each.name} | ${textOf(each)}`),
    ],
    plain,
  ),
  form(
    'sections',
    [
      ...title,
      '一、项目基本信息',
      `| 项目名称 | ${name} | 项目类别 | 特定目标类 |`,
      `| 主管部门 | ${department} | 实施单位 | ${unit} |`,
      '二、项目资金（单位：万元）',
      '| 资金总额 | 财政拨款 | 其他资金 |',
      '| 860.00 | 800.00 | 60.00 |',
      '三、年度绩效目标',
      goal,
      '四、绩效指标',
      '| 一级指标 | 二级指标 | 三级指标 | 指标值 |',
      ...levelled(all, (each) => `${each.name} | ${textOf(each)}`),
    ],
    { kind: '特定目标类', ...plain },
  ),
  form(
    'a-table-a-level',
    [
      ...title,
      ...start,
      ...firsts.flatMap((level, n) => [
        `${'一二三四'[n]}、${level}`,
        '| 二级指标 | 三级指标→3 | 目标值→2 |',
        ...ofFirst(level).map((each) => `| ${each.level2} | ${each.name}→3 | ${textOf(each)}→2 |`),
      ]),
    ],
    plain,
  ),
  form(
    'bands-with-points',
    [
      ...title,
      ...start,
      '| 序号 | 指标名称→2 | 指标值→2 | 分值 |',
      ...firsts.flatMap((level) => [
        `| ${level}（${ofFirst(level).length * 10}分）→6 |`,
        ...ofFirst(level).map(
          (each, n) => `| ${n + 1} | ${each.name}→2 | ${textOf(each)}→2 | ${weights[all.indexOf(each)]} |`,
        ),
      ]),
    ],
    { ...plain, indicators: goldOf(all, (each, n) => ({ level2: undefined, ...weighed(each, n) })) },
  ),
  form(
    'quarters',
    [
      ...title,
      ...start.map((line) =>
        line
          .replace(/→5 \|$/u, '→8 |')
          .replace(/→3 \|$/u, '→6 |')
          .replace(`${unit}→2`, `${unit}→5`),
      ),
      '| 一级指标↓2 | 二级指标↓2 | 三级指标→2↓2 | 指标值→5 |',
      '| 一季度 | 二季度 | 三季度 | 四季度 | 全年 |',
      ...levelled(all, (each) => `${each.name}→2 | 10% | 30% | 60% | 100% | ${textOf(each)}`),
    ],
    plain,
  ),
  form(
    'half-year',
    [
      ...title,
      ...start,
      '| 一级指标 | 二级指标 | 三级指标→2 | 半年（程）指标值 | 全年（程）指标值 |',
      ...levelled(all, (each) => `${each.name}→2 | 完成50% | ${textOf(each)}`),
    ],
    plain,
  ),
  form(
    'value-in-three-below',
    [
      ...title,
      ...start,
      '| 一级指标↓2 | 二级指标↓2 | 三级指标↓2 | 年度指标值→3 |',
      '| 运算符 | 指标数值 | 单位 |',
      ...levelled(
        all,
        (each) => `${each.name} | ${each.sign || '定性'} | ${each.value || each.words} | ${each.unit || '/'}`,
      ),
    ],
    { ...plain, indicators: goldOf(all, ({ words }) => (words ? { nature: '定性' } : {})) },
  ),
  form(
    'unit-behind-name',
    [
      ...title,
      ...start,
      '| 一级指标 | 二级指标 | 三级指标→2 | 指标值→2 |',
      ...levelled(
        all,
        (each) => `${each.name}${each.unit && `（${each.unit}）`}→2 | ${each.words || `${each.sign}${each.value}`}→2`,
      ),
    ],
    {
      ...plain,
      indicators: goldOf(all, ({ name, sign, value, unit, words }) => ({
        name: unit ? `${name}（${unit}）` : name,
        annualTarget: words ? { text: words } : { sign, value },
      })),
    },
  ),
  form(
    'four-levels',
    [
      ...title,
      ...start,
      '| 绩效指标↓9 | 一级指标 | 二级指标 | 三级指标 | 四级指标 | 指标值 |',
      ...levelled(all, (each) => `${each.name.slice(0, 2)}情况 | ${each.name} | ${textOf(each)}`),
    ],
    { ...plain, indicators: goldOf(all) },
  ),
  form(
    'points-beside-levels',
    [
      ...title,
      ...start.map((line) =>
        line
          .replace(/→5 \|$/u, '→7 |')
          .replace(/→3 \|$/u, '→5 |')
          .replace(`${unit}→2`, `${unit}→4`),
      ),
      '| 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 指标值 | 评分标准 |',
      ...all.map((each, n) => {
        const level1 = each.rows1 > 0 ? `${each.level1}↓${each.rows1} | ${each.rows1 * 10}↓${each.rows1} | ` : '';
        const level2 = each.rows2 > 0 ? `${each.level2}↓${each.rows2} | ${each.rows2 * 10}↓${each.rows2} | ` : '';
        return `| ${level1}${level2}${each.name} | ${weights[n]} | ${textOf(each)} | 达到得满分 |`;
      }),
    ],
    { ...plain, indicators: goldOf(all, (each, n) => ({ ...weighed(each, n), scoringRule: '达到得满分' })) },
  ),
  form(
    'period-and-year-values',
    [
      ...title,
      ...head,
      '| 项目总投资（万元） | 2600.00 | 本年度预算（万元） | 860.00→3 |',
      `| 项目总目标 | ${later}→5 |`,
      `| 2025年度目标 | ${goal}→5 |`,
      '| 一级指标 | 二级指标 | 三级指标→2 | 项目期指标值 | 2025年度指标值 |',
      ...levelled(all, (each) => `${each.name}→2 | ${textOf(each)} | ${textOf(each)}`),
    ],
    {
      funding: money('source', 'total 2600.00 whole', 'total 860.00'),
      goals: [
        { period: 'whole', text: later },
        { period: 'year', text: goal },
      ],
      indicators: goldOf(all, (each) => ({
        wholeTarget: (goldOf([each])[0] as { annualTarget: object }).annualTarget,
      })),
    },
  ),
  form(
    'linked-goals',
    [
      ...title,
      ...head,
      ...funds,
      '| 年度绩效目标↓2 | 目标1→2 | 改造老旧小区十二个，更换供水管网。→3 |',
      '| 目标2→2 | 建立管护机制，居民的居住条件改善。→3 |',
      '| 对应目标 | 一级指标 | 二级指标 | 三级指标→2 | 指标值 |',
      ...all.map(
        (each, n) => `| 目标${n < 5 ? 1 : 2} | ${each.level1} | ${each.level2} | ${each.name}→2 | ${textOf(each)} |`,
      ),
    ],
    {
      ...plain,
      goals: [
        { period: 'year', text: '改造老旧小区十二个，更换供水管网。' },
        { period: 'year', text: '建立管护机制，居民的居住条件改善。' },
      ],
    },
  ),
  form(
    'goals-over-their-rows',
    [
      ...title,
      ...head,
      ...funds,
      '| 绩效目标 | 一级指标 | 二级指标 | 三级指标→2 | 指标值 |',
      ...all.map((each, n) => {
        const before =
          n === 0
            ? '目标1：改造老旧小区十二个，更换供水管网。↓5 | '
            : n === 5
              ? '目标2：建立管护机制，居民的居住条件改善。↓3 | '
              : '';
        return `| ${before}${each.level1} | ${each.level2} | ${each.name}→2 | ${textOf(each)} |`;
      }),
    ],
    {
      ...plain,
      goals: [
        { period: 'year', text: '改造老旧小区十二个，更换供水管网。' },
        { period: 'year', text: '建立管护机制，居民的居住条件改善。' },
      ],
    },
  ),
  form(
    'costs-and-plan',
    [
      ...title,
      ...head,
      ...funds,
      '| 支出明细→6 |',
      '| 明细项目→2 | 单价（万元） | 数量 | 金额（万元） | 测算依据 |',
      '| 外墙保温→2 | 0.032 | 20000 | 640.00 | 按平方米 |',
      '| 管网更换→2 | 22 | 10 | 220.00 | 按公里 |',
      '| 实施计划→6 |',
      '| 实施内容→3 | 开始时间 | 完成时间→2 |',
      '| 入户调查与设计→3 | 2025年1月 | 2025年3月→2 |',
      '| 施工与验收→3 | 2025年4月 | 2025年12月→2 |',
      aim,
      '| 一级指标 | 二级指标 | 三级指标→2 | 指标值→2 |',
      ...levelled(all, (each) => `${each.name}→2 | ${textOf(each)}→2`),
    ],
    {
      ...plain,
      costLines: [
        { name: '外墙保温', unitPrice: '0.032', quantity: '20000', amount: '640.00', basis: '按平方米' },
        { name: '管网更换', unitPrice: '22', quantity: '10', amount: '220.00', basis: '按公里' },
      ],
      plan: [
        { content: '入户调查与设计', start: '2025年1月', end: '2025年3月' },
        { content: '施工与验收', start: '2025年4月', end: '2025年12月' },
      ],
    },
  ),
  form(
    'money-by-years',
    [
      ...title,
      ...head,
      '| 资金来源（万元） | 总额 | 2024年 | 2025年 | 2026年→2 |',
      '| 财政拨款 | 2400.00 | 700.00 | 800.00 | 900.00→2 |',
      '| 其他资金 | 200.00 | 80.00 | 60.00 | 60.00→2 |',
      '| 合计 | 2600.00 | 780.00 | 860.00 | 960.00→2 |',
      aim,
      '| 一级指标 | 二级指标 | 三级指标→2 | 指标值→2 |',
      ...levelled(all, (each) => `${each.name}→2 | ${textOf(each)}→2`),
    ],
    {
      ...plain,
      funding: money(
        'source',
        'fiscal 2400.00 whole',
        'fiscal 700.00 lastYear',
        'fiscal 800.00',
        'other 200.00 whole',
        'other 80.00 lastYear',
        'other 60.00',
        'total 2600.00 whole',
        'total 780.00 lastYear',
        'total 860.00',
      ),
    },
  ),
  form(
    'numbered-labels',
    [
      ...title,
      `| 1.项目名称 | ${name}→5 |`,
      `| 2.主管部门 | ${department}→2 | 3.实施单位 | ${unit}→2 |`,
      '| 4.资金总额（万元） | 860.00 | 其中：财政拨款 | 800.00 | 其他资金 | 60.00 |',
      '| 5.立项依据 | 县政府2024年第六次常务会议纪要→5 |',
      `| 6.年度目标 | ${goal}→5 |`,
      '| 7.绩效指标↓9 | 一级指标 | 二级指标 | 三级指标→2 | 指标值 |',
      ...levelled(all, (each) => `${each.name}→2 | ${textOf(each)}`),
    ],
    { basis: '县政府2024年第六次常务会议纪要', ...plain },
  ),
  form(
    'vertical-groups',
    [
      ...title,
      `| 基\n本\n信\n息↓3 | 项目名称 | ${name}→4 |`,
      `| 主管部门 | ${department}→2 | 实施单位 | ${unit} |`,
      '| 项目起始年度 | 2024→2 | 项目终止年度 | 2026 |',
      '| 资\n金\n信\n息↓3 | 预算总额（万元） | 860.00→4 |',
      '| 其中：财政拨款 | 800.00→4 |',
      '| 其他资金 | 60.00→4 |',
      `| 目\n标\n信\n息 | 年度绩效目标 | ${goal}→4 |`,
      '| 指\n标\n信\n息↓9 | 一级指标 | 二级指标 | 三级指标→2 | 指标值 |',
      ...levelled(all, (each) => `${each.name}→2 | ${textOf(each)}`),
    ],
    { ...plain, period: { start: '2024', end: '2026' } },
  ),
  form(
    'monitoring',
    [
      '项目支出绩效运行监控表',
      '（2025年度）',
      ...head,
      '| 项目资金（万元）↓4 |  | 年初预算数 | 1-8月执行数 | 执行率 | 全年预计执行数 |',
      '| 年度资金总额 | 860.00 | 500.00 | 58% | 860.00 |',
      '| 其中：财政拨款 | 800.00 | 480.00 | 60% | 800.00 |',
      '| 其他资金 | 60.00 | 20.00 | 33% | 60.00 |',
      aim,
      '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-8月完成情况 | 全年预计完成情况 |',
      ...levelled(all, (each) => `${each.name} | ${textOf(each)} | 完成六成 | 可以完成`),
    ],
    plain,
  ),
  form(
    'both-levels-one-cell',
    [
      ...title,
      ...start,
      '| 指标类别 | 指标名称→2 | 年度目标值 | 计量单位 | 指标权重 |',
      ...all.map(
        (each, n) =>
          `| ${each.level1}\n${each.level2} | ${each.name}→2 | ${each.words || `${each.sign}${each.value}`} | ${each.unit} | ${weights[n]}% |`,
      ),
    ],
    { ...plain, indicators: goldOf(all, weighed) },
  ),
  form(
    'two-columns-of-indicators',
    [
      ...title,
      ...start,
      '| 产出指标→3 | 效果指标→3 |',
      '| 指标名称→2 | 指标值 | 指标名称→2 | 指标值 |',
      ...[0, 1, 2, 3].map((n) => {
        const [left, right] = [all[n], all[n + 4]] as const;
        return `| ${left?.name}→2 | ${left && textOf(left)} | ${right?.name}→2 | ${right && textOf(right)} |`;
      }),
    ],
    {
      ...plain,
      indicators: goldOf(all.map((each, n) => ({ ...each, level1: n < 4 ? '产出指标' : '效果指标', level2: '-' }))),
    },
  ),
  form(
    'period-in-brackets',
    [
      '2025年老旧小区改造项目绩效目标表',
      `填报单位（盖章）：${unit}        主管部门：${department}        金额单位：万元`,
      `| 项目名称 | ${name} | 项目属性 | 延续项目 | 项目周期 | 2024年-2026年 |`,
      '| 预算金额 | 860.00 | 其中：财政拨款 | 800.00 | 其他资金 | 60.00 |',
      `| 绩效目标↓2 | 三年目标（2024-2026年） | ${later}→4 |`,
      `| 当年目标（2025年） | ${goal}→4 |`,
      '| 一级指标 | 二级指标 | 三级指标→2 | 指标值→2 |',
      ...levelled(all, (each) => `${each.name}→2 | ${textOf(each)}→2`),
    ],
    {
      attribute: '延续项目',
      period: { years: '2024年-2026年' },
      ...funded,
      goals: [
        { period: 'medium', from: 2024, to: 2026, text: later },
        { period: 'year', text: goal },
      ],
      indicators: goldOf(all),
    },
  ),
  form(
    'continued-page',
    [
      ...title,
      ...start,
      '| 一级指标 | 二级指标 | 三级指标→2 | 指标值→2 |',
      ...levelled(all.slice(0, 4), (each) => `${each.name}→2 | ${textOf(each)}→2`).map((line) =>
        line.replace('产出指标↓4', '产出指标↓4'),
      ),
      '项目支出绩效目标表（续表）',
      '| 一级指标 | 二级指标 | 三级指标→2 | 指标值→2 |',
      ...levelled(all.slice(4), (each) => `${each.name}→2 | ${textOf(each)}→2`),
      '| 填报人：周文远→2 | 联系电话：0999-1234567→2 | 填报日期：2025年1月6日→2 |',
    ],
    plain,
    { signoff: { preparedBy: '周文远', phone: '0999-1234567', date: '2025年1月6日' } },
  ),
];
