import type { Cell, Table } from './table.js';

/**
 * Invented tables of one invented project, set out as regions set theirs out: other labels, other places, other columns. What they say
 * is the same, so that whatever is misread is a matter of how it stands.
 */
export interface Varied {
  readonly name: string;
  readonly table: Table;
  readonly gold: object;
}

/** Cells of a grid of 12 columns; a number behind a text is its width, `↓2` its height. */
type Line = readonly (string | readonly [text: string, across: number, down?: number])[];

interface Part {
  readonly lines: readonly Line[];
  readonly project?: object;
  readonly report?: object;
}

const width = 12;

const rowOf = (line: Line): (string | Cell)[] =>
  line.map((each) => {
    const [text, across, down = 1] = typeof each === 'string' ? [each, 1] : each;
    return { text, colspan: across, rowspan: down };
  });

const label = (text: string) => [text, 2] as const;

/** The names of the project, of who is in charge, and of who does it. */
const heads: readonly Part[] = (
  [
    ['项目名称', '主管部门', '实施单位'],
    ['专项名称', '项目主管部门', '项目单位'],
    ['项目（政策）名称', '主管部门及代码', '项目实施单位'],
    ['资金项目名称', '业务主管部门', '预算单位'],
    ['支出项目', '预算主管部门', '单位名称'],
  ] as const
).map(([project, department, unit], n) => ({
  lines: [
    [label(project), ['东溪河生态清淤工程', 10]],
    [label(department), ['青岭县水利局', 4], label(unit), ['青岭县河道管理所', 4]],
    ...(n % 2 === 0
      ? [[label(['项目期', '起止时间', '实施期限'][n % 3] ?? ''), ['2024年1月至2025年12月', 10]] as Line]
      : []),
  ],
  project: { name: '东溪河生态清淤工程', ...(n % 2 === 0 && { period: { start: '2024-01', end: '2025-12' } }) },
}));

const line = (source: string, amount: string, period = 'year') => ({ source, period, amount });
const usual = [line('total', '120.50'), line('fiscal', '100.50'), line('other', '20.00')];

const money: readonly Part[] = [
  {
    lines: [
      [
        ['项目资金（万元）', 2, 3],
        ['年度资金总额', 5],
        ['120.50', 5],
      ],
      [
        ['其中：财政拨款', 5],
        ['100.50', 5],
      ],
      [
        ['其他资金', 5],
        ['20.00', 5],
      ],
    ],
    project: { funding: usual },
  },
  {
    lines: [
      [
        ['资金情况（万元）', 2, 4],
        ['', 4],
        ['年初预算数', 2],
        ['全年预算数', 2],
        ['全年执行数', 2],
      ],
      [
        ['年度资金总额', 4],
        ['120.50', 2],
        ['130.00', 2],
        ['90.00', 2],
      ],
      [
        ['财政资金', 4],
        ['100.50', 2],
        ['110.00', 2],
        ['80.00', 2],
      ],
      [
        ['其他资金', 4],
        ['20.00', 2],
        ['20.00', 2],
        ['10.00', 2],
      ],
    ],
    project: { funding: usual },
  },
  {
    lines: [
      [
        ['资金来源（万元）', 2, 2],
        ['合计', 2],
        ['财政拨款', 4],
        ['其他资金', 4],
      ],
      [
        ['120.50', 2],
        ['100.50', 4],
        ['20.00', 4],
      ],
    ],
    project: { funding: usual },
  },
  {
    lines: [
      [
        ['项目资金申请（万元）', 2, 4],
        ['项目', 4],
        ['上年度安排资金', 3],
        ['本年度申请资金', 3],
      ],
      [
        ['合计', 4],
        ['66.00', 3],
        ['120.50', 3],
      ],
      [
        ['省级资金', 4],
        ['16.00', 3],
        ['70.50', 3],
      ],
      [
        ['县级资金', 4],
        ['50.00', 3],
        ['50.00', 3],
      ],
    ],
    project: {
      funding: [
        line('total', '66.00', 'lastYear'),
        line('total', '120.50'),
        line('provincial', '16.00', 'lastYear'),
        line('provincial', '70.50'),
        line('county', '50.00', 'lastYear'),
        line('county', '50.00'),
      ],
    },
  },
  {
    lines: [
      [['项目资金（万元）', 2, 3], label('中期资金总额'), ['300.00', 3], label('年度资金总额'), ['120.50', 3]],
      [label('其中：财政拨款'), ['250.00', 3], label('其中：财政拨款'), ['100.50', 3]],
      [label('其他资金'), ['50.00', 3], label('其他资金'), ['20.00', 3]],
    ],
    project: {
      funding: [
        line('total', '300.00', 'medium'),
        line('total', '120.50'),
        line('fiscal', '250.00', 'medium'),
        line('fiscal', '100.50'),
        line('other', '50.00', 'medium'),
        line('other', '20.00'),
      ],
    },
  },
  {
    lines: [
      [
        ['预算情况（万元）', 2, 3],
        ['资金性质', 4],
        ['2023年预算', 3],
        ['2024年预算', 3],
      ],
      [
        ['财政拨款', 4],
        ['88.00', 3],
        ['100.50', 3],
      ],
      [
        ['自有资金', 4],
        ['5.00', 3],
        ['20.00', 3],
      ],
    ],
    project: {
      funding: [
        line('fiscal', '88.00', 'lastYear'),
        line('fiscal', '100.50'),
        line('selfRaised', '5.00', 'lastYear'),
        line('selfRaised', '20.00'),
      ],
    },
  },
  {
    lines: [
      [label('项目总额（万元）'), ['300.00', 4], label('本年度预算（万元）'), ['120.50', 4]],
      [label('其中：中央资金'), ['70.50', 4], label('县级配套资金'), ['50.00', 4]],
    ],
    project: {
      funding: [
        line('total', '300.00', 'whole'),
        line('total', '120.50'),
        line('central', '70.50'),
        line('county', '50.00'),
      ],
    },
  },
  {
    lines: [
      [
        ['年度预算', 2, 3],
        ['资金总额（万元）', 2, 2],
        ['按资金来源分', 8],
      ],
      [
        ['一般公共预算拨款', 4],
        ['政府性基金', 2],
        ['其他资金', 2],
      ],
      [
        ['120.50', 2],
        ['100.50', 4],
        ['0', 2],
        ['20.00', 2],
      ],
    ],
    project: {
      funding: [
        line('total', '120.50'),
        line('generalPublicBudget', '100.50'),
        line('governmentFund', '0'),
        line('other', '20.00'),
      ],
    },
  },
  {
    lines: [[label('资金总额'), ['120.50万元，其中：财政资金100.50万元，其他资金20.00万元', 10]]],
    project: { funding: usual },
  },
  {
    lines: [[label('预算资金（万元）'), ['120.50（财政拨款100.50，其他资金20.00）', 10]]],
    project: { funding: usual },
  },
];

const yearly = '清淤河道十公里，修复岸坡，沿河两镇居民的饮水和灌溉用水得到改善。';
const longer = '两年清淤河道二十公里，建立长效管护制度，水质稳定达到三类。';

const goals: readonly Part[] = [
  { lines: [[label('年度绩效目标'), [yearly, 10]]], project: { goals: [{ period: 'year', text: yearly }] } },
  {
    lines: [
      [
        ['年度总体目标', 2, 2],
        ['年初设定目标', 5],
        ['实际完成情况', 5],
      ],
      [
        [yearly, 5],
        ['清淤九公里，其余因汛期推迟到下年。', 5],
      ],
    ],
    project: { goals: [{ period: 'year', text: yearly }] },
  },
  {
    lines: [
      [
        ['总体目标', 2, 2],
        ['中期目标（2024年—2026年）', 5],
        ['年度目标', 5],
      ],
      [
        [longer, 5],
        [yearly, 5],
      ],
    ],
    project: {
      goals: [
        { period: 'medium', from: 2024, to: 2026, text: longer },
        { period: 'year', text: yearly },
      ],
    },
  },
  {
    lines: [
      [['绩效目标', 2, 2], label('总目标'), [longer, 8]],
      [label('年度目标'), [yearly, 8]],
    ],
    project: {
      goals: [
        { period: 'whole', text: longer },
        { period: 'year', text: yearly },
      ],
    },
  },
  { lines: [[label('项目绩效总体目标：'), [yearly, 10]]], project: { goals: [{ period: 'year', text: yearly }] } },
  { lines: [[[`年度总体绩效目标：${yearly}`, 12]]], project: { goals: [{ period: 'year', text: yearly }] } },
  {
    lines: [[['项目年度绩效总目标', 12]], [[yearly, 12]]],
    project: { goals: [{ period: 'year', text: yearly }] },
  },
];

type Target = { sign?: string; value?: string; unit?: string; text?: string };
type Level = readonly [string, readonly (readonly [string, readonly (readonly [string, Target])[]])[]];
const q = (sign: string | undefined, value: string, unit: string): Target => ({ ...(sign && { sign }), value, unit });

const tree: readonly Level[] = [
  [
    '产出指标',
    [
      [
        '数量指标',
        [
          ['清淤河道长度', q('≥', '10', '公里')],
          ['修复岸坡面积', q('≥', '2600', '平方米')],
        ],
      ],
      ['质量指标', [['工程验收合格率', q('=', '100', '%')]]],
      ['时效指标', [['完工时间', { text: '2024年11月底前' }]]],
      ['成本指标', [['每公里清淤成本', q('≤', '12', '万元')]]],
    ],
  ],
  [
    '效益指标',
    [
      ['社会效益指标', [['受益居民', q('≥', '3200', '人')]]],
      ['生态效益指标', [['河道水质', { text: '明显改善' }]]],
    ],
  ],
  ['满意度指标', [['服务对象满意度指标', [['沿河居民满意度', q('≥', '90', '%')]]]]],
];

interface Flat {
  readonly n: number;
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly target: Target;
  /** How many rows its first and second level have, where it is the first of them. */
  readonly rows1: number;
  readonly rows2: number;
}

const flat: readonly Flat[] = tree
  .flatMap(([level1, seconds]) => {
    const rows = seconds.reduce((sum, [, names]) => sum + names.length, 0);
    return seconds.flatMap(([level2, names], s) =>
      names.map(([name, target], n) => ({
        n: 0,
        ...{ level1, level2, name, target },
        rows1: s === 0 && n === 0 ? rows : 0,
        rows2: n === 0 ? names.length : 0,
      })),
    );
  })
  .map((each, n) => ({ ...each, n }));

const text = ({ sign = '', value = '', unit = '', text: words }: Target): string => words ?? `${sign}${value}${unit}`;

interface Setting {
  readonly side?: string;
  readonly heads: readonly (readonly [head: string, across: number])[];
  readonly cells: (each: Flat) => readonly string[];
  readonly level1?: (level: string) => string;
  readonly level2?: (level: string) => string;
  readonly levels?: 0 | 1 | 2;
  readonly isMerged?: boolean;
  readonly total?: string;
  readonly extra?: (each: Flat) => object;
  readonly target?: 'annualTarget' | 'wholeTarget';
  readonly above?: Line;
}

/** Rows of indicators below their heads. */
function table(setting: Setting): Part {
  const {
    heads: own,
    cells,
    level1 = (each) => each,
    level2 = (each) => each,
    levels = 2,
    side,
    isMerged = true,
  } = setting;
  const before: Line = side === undefined ? [] : [[side, 1, flat.length + 1 + (setting.above ? 1 : 0)]];
  const wide = levels === 2 ? [1, 2] : levels === 1 ? [2] : [];
  const names = ['一级指标', '二级指标'].slice(0, levels);
  const head: Line = own.map(([word, across]) => [word, across]);
  const rows = flat.map((each): Line => {
    const all: [string, number, number][] = [
      [level1(each.level1), wide[0] ?? 0, each.rows1],
      [level2(each.level2), wide[1] ?? 0, each.rows2],
    ];
    const shown = all
      .slice(0, levels)
      .flatMap(
        ([word, across, down]): Line =>
          isMerged ? (down > 0 ? [[word, across, down]] : []) : [[down > 0 ? word : '', across]],
      );
    return [...shown, ...cells(each).map((word, at) => [word, own[at]?.[1] ?? 1] as const)];
  });
  const first: Line = [...names.map((word, at) => [word, wide[at] ?? 1] as const), ...head];
  const lines = [...(setting.above ? [setting.above] : []), first, ...rows];
  const total: Line[] = setting.total
    ? [
        [
          [setting.total, width - 2],
          ['100', 1],
          ['', 1],
        ],
      ]
    : [];
  return {
    lines: [...lines.map((each, at) => (at === 0 ? [...before, ...each] : each)), ...total],
    project: {
      indicators: flat.map((each) => ({
        level1: levels > 0 ? each.level1 : '',
        ...(levels > 1 && { level2: each.level2 }),
        name: each.name,
        [setting.target ?? 'annualTarget']: each.target,
        ...setting.extra?.(each),
      })),
    },
  };
}

const weights = ['20', '10', '10', '10', '10', '15', '15', '10'];
const weight = ({ n }: Flat) => weights[n] ?? '';
const rule = () => '完成得满分，每少1%扣1分';
const numbers = ['一', '二', '三'];

const indicators: readonly Part[] = [
  table({
    side: '绩效指标',
    heads: [
      ['三级指标', 4],
      ['指标值', 4],
    ],
    cells: (each) => [each.name, text(each.target)],
  }),
  table({
    side: '年度绩效指标',
    heads: [
      ['三级指标', 3],
      ['年度指标值', 2],
      ['实际完成值', 1],
      ['分值', 1],
      ['得分', 1],
    ],
    cells: (each) => [each.name, text(each.target), text(each.target), weight(each), '9'],
    extra: (each) => ({ weight: weight(each) }),
  }),
  table({
    heads: [
      ['三级指标', 3],
      ['指标性质', 1],
      ['指标值', 2],
      ['度量单位', 1],
      ['权重', 2],
    ],
    cells: (each) => [
      each.name,
      each.target.sign ?? '定性',
      each.target.value ?? each.target.text ?? '',
      each.target.unit ?? '',
      weight(each),
    ],
    extra: (each) => ({ weight: weight(each), ...(each.target.text && { nature: '定性' }) }),
    isMerged: false,
  }),
  table({
    side: '绩效指标',
    heads: [
      ['三级指标', 3],
      ['绩效标准', 1],
      ['指标解释', 2],
      ['目标值', 1],
      ['备注', 1],
    ],
    cells: (each) => [each.name, '计划标准', `反映${each.name}的情况`, text(each.target), ''],
    extra: (each) => ({ standard: '计划标准', description: `反映${each.name}的情况` }),
  }),
  table({
    side: '绩效指标',
    level1: (word) => `${numbers[tree.findIndex(([each]) => each === word)]}、${word}`,
    level2: (word) => `1.${word.replace(/指标$/u, '')}`,
    heads: [
      ['指标名称', 4],
      ['指标值', 2],
      ['评分标准', 2],
    ],
    cells: (each) => [each.name, text(each.target), rule()],
    extra: () => ({ scoringRule: rule() }),
  }),
  table({
    side: '绩效指标',
    level1: (word) => word.replace(/指标$/u, ''),
    level2: (word) => word.replace(/指标$/u, ''),
    heads: [
      ['指标内容', 4],
      ['计划指标值', 2],
      ['责任单位', 2],
    ],
    cells: (each) => [each.name, text(each.target), '工程股'],
  }),
  table({
    level1: (word) => `${word}\n（50分）`,
    heads: [
      ['三级指标', 1],
      ['', 3],
      ['预期指标值', 4],
      ['评分规则', 1],
    ],
    cells: (each) => [`${each.n + 1}`, each.name, text(each.target), rule()],
    extra: () => ({ scoringRule: rule() }),
  }),
  table({
    side: '绩效指标',
    heads: [
      ['三级指标', 3],
      ['符号', 1],
      ['值', 1],
      ['单位（文字描述）', 1],
      ['说明', 2],
    ],
    cells: (each) => [
      each.name,
      each.target.sign ?? '',
      each.target.value ?? '',
      each.target.unit ?? each.target.text ?? '',
      '',
    ],
  }),
  table({
    levels: 1,
    heads: [
      ['绩效指标', 6],
      ['目标值', 4],
    ],
    cells: (each) => [each.name, text(each.target)],
  }),
  table({
    heads: [
      ['三级指标', 4],
      ['指标值', 4],
      ['', 1],
    ],
    cells: (each) => [`指标${each.n + 1}：${each.name}`, text(each.target), ''],
    total: '合计',
  }),
  table({
    side: '绩效指标',
    heads: [
      ['三级指标', 4],
      ['上年完成值', 2],
      ['本年目标值', 2],
    ],
    cells: (each) => [each.name, each.target.value ?? '无', text(each.target)],
    extra: (each) => ({
      history: [{ year: 2023, target: each.target.value ? { value: each.target.value } : { text: '无' } }],
    }),
  }),
  table({
    heads: [
      ['指标名称及内容', 4],
      ['单位', 1],
      ['绩效目标值', 3],
      ['数据来源', 1],
    ],
    cells: (each) => [
      each.name,
      each.target.unit ?? '',
      each.target.text ?? `${each.target.sign}${each.target.value}`,
      '台账',
    ],
  }),
];

const titles = [
  ['项目支出绩效目标申报表', '（2024年度）'],
  ['2024年度项目支出绩效自评表'],
  ['部门预算项目绩效目标表', '（2024年）', '填报单位：青岭县河道管理所    单位：万元'],
  ['青岭县2024年项目支出绩效目标表', '金额单位：万元'],
] as const;

const merge = (...parts: (object | undefined)[]): object => Object.assign({}, ...parts);

/** All settings of each part, each beside several of the others: 60 tables. */
export const varied: readonly Varied[] = Array.from({ length: 60 }, (_, n) => {
  const at = <T>(list: readonly T[], step: number): T =>
    list[(n * step + Math.floor(n / list.length)) % list.length] as T;
  const parts = [at(heads, 1), at(money, 3), at(goals, 2), at(indicators, 5)];
  const title = at(titles, 1);
  return {
    name: `varied-${String(n + 1).padStart(2, '0')}`,
    table: [...title.map((words) => ({ text: words })), { rows: parts.flatMap(({ lines }) => lines.map(rowOf)) }],
    gold: {
      year: 2024,
      moneyUnit: '万元',
      department: { name: '青岭县水利局' },
      units: [{ name: '青岭县河道管理所', projects: [merge(...parts.map(({ project }) => project))] }],
    },
  };
});
