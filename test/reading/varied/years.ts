import { rowOf } from './part.js';
import type { Tree } from './trees.js';

/** Forms that have values and money of earlier years beside those of the year, and goals with names. */

interface Each {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  /** The year before the last, the last year, the year, the long term. */
  readonly values: readonly string[];
}

const told: readonly Each[] = `产出指标 数量指标 更新公交车辆 20辆 35辆 ≥40辆 ≥120辆
产出指标 数量指标 新增充电桩 60个 80个 ≥100个 ≥400个
产出指标 质量指标 车辆完好率 93% 95% ≥96% ≥98%
产出指标 时效指标 发车准点率 88% 90% ≥92% ≥95%
效益指标 社会效益指标 公交出行便利程度 一般 较好 明显提升 持续提升
效益指标 生态效益指标 清洁能源车辆比例 55% 68% ≥80% =100%
满意度指标 服务对象满意度指标 乘客满意度 85% 87% ≥90% ≥92%`
  .split('\n')
  .map((line) => {
    const [level1 = '', level2 = '', name = '', ...values] = line.split(' ');
    return { level1, level2, name, values };
  });

function targetOf(written: string): object {
  const [, sign, value, unit] = /^([≥≤=]?)(\d+)(.*)$/u.exec(written) ?? [];
  return value === undefined ? { text: written } : { ...(sign && { sign }), value, ...(unit && { unit }) };
}

const indicators = (hasLong: boolean) =>
  told.map(({ level1, level2, name, values: [before = '', last = '', year = '', long = ''] }) => ({
    ...{ level1, level2, name, annualTarget: targetOf(year) },
    ...(hasLong && { longTarget: targetOf(long) }),
    history: [
      { year: 2022, target: targetOf(before) },
      { year: 2023, target: targetOf(last) },
    ],
  }));

/** The rows of the indicators, levels merged over theirs; `cells` are those behind the name. */
const rows = (cells: (each: Each) => string, span = 1): string[] =>
  told.map((each, n) => {
    const merged = (level: 'level1' | 'level2'): string => {
      if (told[n - 1]?.[level] === each[level]) return '';
      return `${each[level]}↓${told.filter((other) => other[level] === each[level]).length} | `;
    };
    return `${merged('level1')}${merged('level2')}${each.name}→${span} | ${cells(each)}`;
  });

const named = [
  ['目标1：车辆更新', '更新公交车辆四十辆，新增充电桩一百个。'],
  ['目标2：运营服务', '优化线路六条，发车准点率达到九成以上。'],
] as const;
const longer = '到2026年建成绿色公交体系，清洁能源车辆全覆盖。';

const head = ['项目名称→2 | 城市公交提升→6', '主管部门→2 | 松桥市交通运输局→2 | 实施单位→2 | 松桥市公交公司→2'];

function form(name: string, lines: readonly string[], body: readonly string[], project: object): Tree {
  return {
    name,
    table: [...lines.map((words) => ({ text: words })), { rows: [...head, ...body].map(rowOf) }],
    gold: {
      year: 2024,
      moneyUnit: '万元',
      department: { name: '松桥市交通运输局' },
      units: [{ name: '松桥市公交公司', projects: [{ name: '城市公交提升', ...project }] }],
    },
  };
}

const money = (...told: readonly string[]) =>
  told.map((line) => {
    const [source, period, amount] = line.split(' ');
    return { source, period, amount };
  });

export const years: readonly Tree[] = [
  // Three rows of heads, a longer goal and two named ones.
  form(
    'years-two-before',
    ['项目绩效目标申报表', '（2024年度）　　单位：万元'],
    [
      '项目资金→2↓3 | 资金来源→3 | 2022年预算 | 2023年预算 | 2024年预算',
      '合计→3 | 310.00 | 420.00 | 560.00',
      '财政拨款→3 | 310.00 | 420.00 | 560.00',
      `长期目标（截止2026年）→2 | ${longer}→6`,
      `年度目标↓2 | ${named[0][0]} | ${named[0][1]}→6`,
      `${named[1][0]} | ${named[1][1]}→6`,
      '一级指标↓3 | 二级指标↓3 | 三级指标→2↓3 | 年度指标值→3 | 长期指标值↓3',
      '近两年指标值→2 | 预期当年实现值↓2',
      '2022年 | 2023年',
      ...rows(({ values }) => values.join(' | '), 2),
    ],
    {
      funding: money(
        'total yearBeforeLast 310.00',
        'fiscal yearBeforeLast 310.00',
        'total lastYear 420.00',
        'fiscal lastYear 420.00',
        'total year 560.00',
        'fiscal year 560.00',
      ),
      goals: [
        { period: 'long', to: 2026, text: longer },
        ...named.map(([name, text]) => ({ period: 'year', name, text })),
      ],
      indicators: indicators(true),
    },
  ),
  // 上年 and 前年 below one head, the year behind them.
  form(
    'years-last',
    ['2024年度项目支出绩效目标表', '金额单位：万元'],
    [
      '年度资金总额→2 | 560.00→6',
      `年度绩效目标→2 | ${longer}→6`,
      '一级指标↓2 | 二级指标↓2 | 三级指标→3↓2 | 历史值→2 | 年度指标值↓2',
      '前年 | 上年',
      ...rows(({ values }) => values.slice(0, 3).join(' | '), 3),
    ],
    {
      funding: money('total year 560.00'),
      goals: [{ period: 'year', text: longer }],
      indicators: indicators(false),
    },
  ),
  // All years below one head, goals without words for names.
  form(
    'years-all',
    ['2024年度项目支出绩效目标申报表', '单位：万元'],
    [
      '资金总额→2 | 560.00→6',
      `绩效目标↓2 | 目标1 | ${named[0][1]}→6`,
      `目标2 | ${named[1][1]}→6`,
      '一级指标↓2 | 二级指标↓2 | 三级指标→3↓2 | 指标值→3',
      '2022年 | 2023年 | 2024年',
      ...rows(({ values }) => values.slice(0, 3).join(' | '), 3),
    ],
    {
      funding: money('total year 560.00'),
      goals: named.map(([, text]) => ({ period: 'year', text })),
      indicators: indicators(false),
    },
  ),
];
