import { type Static, type TSchema, Type } from '@sinclair/typebox';

/**
 * The report: one JSON Schema (2020-12) for every layout, and the types inferred from it.
 * Fields follow domain.md §3; `title` is the field's own Chinese word and is used in messages.
 */

/** A decimal amount, or blank (''), or a dash ('—'). `''`, `'0'`, `'0.00'` and `'—'` are four different prints. */
export const amountPattern = '^(|—|-?(0|[1-9][0-9]*)(\\.[0-9]+)?)$';
export const decimalPattern = '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$';
export const datePattern = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';

const definitions: Record<string, TSchema> = {};

/** Registers a named definition and returns a typed reference to it, so that the printed schema stays readable. */
function define<T extends TSchema>(name: string, schema: T) {
  definitions[name] = schema;
  return Type.Unsafe<Static<T>>({ $ref: `#/$defs/${name}` });
}

const closed = { additionalProperties: false } as const;
const text = (title: string, description?: string) => Type.String({ title, ...(description && { description }) });
const words = (title: string, examples: string[]) => Type.String({ title, examples });
const oneOf = <const T extends string>(title: string, values: readonly T[], description?: string) =>
  Type.Unsafe<T>({ type: 'string', enum: values, title, ...(description && { description }) });

/** Sources of money (domain.md §3): English identifier → the field's word. */
export const fundingSources = {
  total: '资金总额',
  fiscal: '财政拨款（财政资金）',
  currentYearFiscal: '当年财政拨款',
  fiscalSpecialAccount: '财政专户',
  carryover: '上年结转资金',
  other: '其他资金',
  generalPublicBudget: '一般公共预算',
  governmentFund: '政府性基金预算',
  stateCapital: '国有资本经营预算',
  socialInsuranceFund: '社会保险基金预算',
  unitFunds: '单位资金',
  institutionalRevenue: '事业收入',
  operatingRevenue: '经营收入',
  selfRaised: '自筹（自有）资金',
  specialBond: '专项债券',
  transferPayment: '转移支付资金',
  superior: '上级补助',
  sameLevel: '本级安排',
  central: '中央财政资金',
  provincial: '省级财政资金',
  municipal: '市级财政资金',
  county: '县（区）级财政资金',
} as const;
export type FundingSource = keyof typeof fundingSources;

/** Kinds of departmental expenditure, and its division by budget level (L04, L09, L15, L20). */
export const expenditureKinds = {
  total: '支出合计',
  basic: '基本支出',
  project: '项目支出',
  fiscalSpecialFunds: '财政专项资金',
  otherDevelopment: '其他事业发展性支出',
  districtLevel: '区本级使用资金',
  downwardTransfer: '拟用于对下转移支付资金',
  personnel: '人员类项目支出',
  operating: '运转类项目支出',
  otherOperating: '其他运转类项目支出',
  specificPurpose: '特定目标类项目支出',
} as const;
export type ExpenditureKind = keyof typeof expenditureKinds;

/** Periods of money and goals. */
export const periods = {
  year: '年度',
  whole: '项目总体（实施周期）',
  medium: '中期',
  long: '长期',
  lastYear: '上年预算',
  lastYearActual: '上年执行',
  yearBeforeLast: '前年',
} as const;
export type Period = keyof typeof periods;

/**
 * Signs and sign words as regions write them. Words that follow the unit: 以上, 及以上, 以内.
 * What each means is told by `comparison` (target.ts); source: code set PMKPIZBXS and domain.md §4.2.
 */
export const signs = [
  '≥',
  '＞',
  '＝',
  '＜',
  '≤',
  '>',
  '=',
  '<',
  '≧',
  '≦',
  '不少于',
  '不低于',
  '大于',
  '超过',
  '不超过',
  '不高于',
  '小于',
  '低于',
  '以上',
  '及以上',
  '以内',
] as const;
export type Sign = (typeof signs)[number];

export const Amount = define(
  'amount',
  Type.String({
    pattern: amountPattern,
    title: '金额',
    description: '十进制字符串，单位见 moneyUnit。空白 ""、"0"、"0.00" 与 "—" 各不相同。',
    examples: ['71.78', '1700000.00', '0.00', '', '—'],
  }),
);

const Day = define('date', Type.String({ pattern: datePattern, title: '日期', examples: ['2024-01-01'] }));

const PeriodName = define('period', oneOf('期间', Object.keys(periods) as Period[], describe(periods)));

export const FundingLine = define(
  'fundingLine',
  Type.Object(
    {
      source: oneOf('资金来源', Object.keys(fundingSources) as FundingSource[], describe(fundingSources)),
      period: PeriodName,
      amount: Amount,
    },
    { ...closed, title: '资金' },
  ),
);

export const ExpenditureLine = define(
  'expenditureLine',
  Type.Object(
    {
      kind: oneOf('支出类别', Object.keys(expenditureKinds) as ExpenditureKind[], describe(expenditureKinds)),
      period: PeriodName,
      amount: Amount,
    },
    { ...closed, title: '支出' },
  ),
);

/** The same definition under the word that this field has for it. */
const titled = <T extends TSchema>(title: string, schema: T): T => ({ ...schema, title });

export interface QuantityTarget {
  sign?: Sign;
  value: string;
  unit?: string;
  note?: string;
}
export interface TextTarget {
  text: string;
}

/** A target is a quantity (sign, value, unit) or free text; the two never mix. */
const TextBranch = Type.Object({ text: text('文字指标值') }, closed);
const QuantityBranch = Type.Object(
  {
    sign: Type.Optional(oneOf('符号', signs, '计算符号，或照原表写的文字（不少于、以上等）')),
    value: Type.String({
      pattern: decimalPattern,
      title: '数值',
      description: '小数位照原样保留：80 与 80.00 不同',
      examples: ['96', '90.00'],
    }),
    unit: Type.Optional(words('计量单位', ['%', '个', '次', '场次', '人次', '万人次', '篇', '项', '天', '万元'])),
    note: Type.Optional(text('补充说明', '印在单位之后的括注等')),
  },
  closed,
);

export const Target = define(
  'target',
  Type.Unsafe<QuantityTarget | TextTarget>({
    title: '指标值',
    description: '定量写 sign、value、unit，定性或其他写 text。怎样连成一格由版式决定。',
    type: 'object',
    ...conditional({ required: ['text'] }, TextBranch, QuantityBranch),
  }),
);
export type Target = Static<typeof Target>;

export const Indicator = define(
  'indicator',
  Type.Object(
    {
      level1: words('一级指标', ['成本指标', '产出指标', '效益指标', '满意度指标']),
      level2: Type.Optional(
        words('二级指标', [
          '数量指标',
          '质量指标',
          '时效指标',
          '成本指标',
          '经济成本指标',
          '社会成本指标',
          '生态环境成本指标',
          '经济效益指标',
          '社会效益指标',
          '生态效益指标',
          '可持续影响指标',
          '服务对象满意度指标',
        ]),
      ),
      name: text('三级指标'),
      annualTarget: Type.Optional(titled('年度指标值', Target)),
      wholeTarget: Type.Optional(titled('实施周期指标值', Target)),
      group: Type.Optional(
        Type.Integer({ minimum: 1, title: '指标组', description: '同一项目有几组指标时的组号；每组从 1 起编号' }),
      ),
      weight: Type.Optional(Type.String({ pattern: decimalPattern, title: '权重（分值）' })),
      description: Type.Optional(text('绩效指标描述（指标解释）')),
      direction: Type.Optional(words('指标方向性', ['正向指标', '反向指标'])),
      standard: Type.Optional(words('绩效标准', ['计划标准', '历史标准', '行业标准', '预算支出标准'])),
      scoringRule: Type.Optional(text('评分标准（赋分原则）')),
      basis: Type.Optional(text('指标值确定依据')),
      remark: Type.Optional(text('备注')),
      core: Type.Optional(Type.Boolean({ title: '核心（必填）指标' })),
      linkedToBudget: Type.Optional(Type.Boolean({ title: '是否与预算挂钩' })),
      history: Type.Optional(
        Type.Array(
          Type.Object(
            {
              year: Type.Integer({ title: '年度' }),
              target: Target,
            },
            closed,
          ),
          { title: '历史指标值' },
        ),
      ),
      places: Type.Optional(
        Type.Array(
          Type.Object(
            {
              place: text('地区'),
              target: Target,
            },
            closed,
          ),
          { title: '分地区指标值' },
        ),
      ),
    },
    { ...closed, title: '绩效指标' },
  ),
);
export type Indicator = Static<typeof Indicator>;

export const Goal = define(
  'goal',
  Type.Object(
    {
      period: PeriodName,
      name: Type.Optional(text('目标名称')),
      text: text('目标', '换行 \\n 另起一段'),
    },
    { ...closed, title: '绩效目标' },
  ),
);
export type Goal = Static<typeof Goal>;

const PlanStep = Type.Object(
  {
    content: text('项目实施内容'),
    start: Type.Optional(text('开始时间')),
    end: Type.Optional(text('完成时间')),
  },
  closed,
);

const CostLine = Type.Object(
  {
    name: text('项目活动（成本构成）'),
    content: Type.Optional(text('活动内容表述')),
    economicClass: Type.Optional(text('支出经济分类')),
    amount: Amount,
    basis: Type.Optional(text('测算依据及说明')),
    remark: Type.Optional(text('备注')),
  },
  closed,
);

const Procurement = Type.Object(
  {
    item: text('品名'),
    quantity: Type.Optional(text('数量')),
    amount: Amount,
  },
  closed,
);

export const Project = define(
  'project',
  Type.Object(
    {
      id: Type.Optional(text('项目标识', '本文件内唯一，供 parent 引用；有项目编码时可省')),
      code: Type.Optional(text('项目编码')),
      name: text('项目名称'),
      parent: Type.Optional(text('上级项目', '上级项目的 id 或 code；合计时不与上级重复相加')),
      transferDocument: Type.Optional(words('转移支付文号', ['粤财科教〔2022〕224号'])),
      kind: Type.Optional(words('项目类别', ['特定目标类', '其他运转类', '人员类', '运转类'])),
      nature: Type.Optional(words('项目性质', ['经常性项目', '一次性项目', '其他一次性项目', '阶段性项目'])),
      attribute: Type.Optional(words('项目属性', ['新增项目', '延续项目'])),
      type: Type.Optional(text('项目类型')),
      origin: Type.Optional(text('项目来源')),
      investmentField: Type.Optional(text('资金投向领域')),
      period: Type.Optional(
        Type.Object(
          {
            start: Type.Optional(titled('计划开始日期', Day)),
            end: Type.Optional(titled('计划完成日期', Day)),
            years: Type.Optional(text('项目期')),
            build: Type.Optional(text('建设期限')),
            operate: Type.Optional(text('运营期限')),
          },
          { ...closed, title: '项目期' },
        ),
      ),
      implementingUnit: Type.Optional(text('实施单位', '与所在单位不同时填写')),
      fundUse: Type.Optional(text('资金用途')),
      summary: Type.Optional(text('项目概况')),
      basis: Type.Optional(text('立项依据')),
      necessity: Type.Optional(text('项目设立必要性')),
      feasibility: Type.Optional(text('项目可行性')),
      safeguards: Type.Optional(text('保证项目实施的制度、措施')),
      plan: Type.Optional(Type.Array(PlanStep, { title: '项目实施计划' })),
      costLines: Type.Optional(Type.Array(CostLine, { title: '项目支出明细测算' })),
      procurement: Type.Optional(Type.Array(Procurement, { title: '项目采购' })),
      funding: Type.Optional(Type.Array(FundingLine, { title: '项目资金' })),
      goals: Type.Optional(Type.Array(Goal, { title: '绩效目标' })),
      indicators: Type.Optional(Type.Array(Indicator, { title: '绩效指标' })),
      publish: Type.Optional(
        Type.Boolean({ title: '是否公开', description: '缺省为公开；不公开的项目不印，须写明原因' }),
      ),
      withheldReason: Type.Optional(text('不公开原因')),
    },
    { ...closed, title: '项目' },
  ),
);
export type Project = Static<typeof Project>;

export const Unit = define(
  'unit',
  Type.Object(
    {
      code: Type.Optional(text('单位编码')),
      name: text('单位名称'),
      funding: Type.Optional(Type.Array(FundingLine, { title: '单位小计', description: '省略时按项目相加' })),
      projects: Type.Array(Project, { title: '项目' }),
    },
    { ...closed, title: '预算单位' },
  ),
);
export type Unit = Static<typeof Unit>;

export const Task = define(
  'task',
  Type.Object(
    {
      name: text('任务名称'),
      content: Type.Optional(text('主要实施内容')),
      funding: Type.Optional(Type.Array(FundingLine, { title: '拟投入的资金' })),
      expected: Type.Optional(text('期望达到的目标（概述）')),
      optional: Type.Optional(Type.Boolean({ title: '可选任务', description: '归入“其他需完成的任务（可选项）”' })),
    },
    { ...closed, title: '任务' },
  ),
);
export type Task = Static<typeof Task>;

export const Overall = define(
  'overall',
  Type.Object(
    {
      income: Type.Optional(Type.Array(FundingLine, { title: '收入来源' })),
      expenditure: Type.Optional(Type.Array(ExpenditureLine, { title: '部门预算支出' })),
      duties: Type.Optional(Type.Array(text('部门职能'), { title: '部门职能' })),
      strategy: Type.Optional(text('部门战略目标')),
      staff: Type.Optional(
        Type.Object(
          {
            approved: Type.Optional(Type.Integer({ minimum: 0, title: '核定的人员编制数' })),
            actual: Type.Optional(Type.Integer({ minimum: 0, title: '实际在职人员总数' })),
            permanent: Type.Optional(Type.Integer({ minimum: 0, title: '其中：在编人员数' })),
            otherStaff: Type.Optional(Type.Integer({ minimum: 0, title: '其他人员数' })),
            innerDivisions: Type.Optional(Type.Integer({ minimum: 0, title: '内设职能部门数' })),
            subordinateUnits: Type.Optional(Type.Integer({ minimum: 0, title: '所属预算单位数' })),
          },
          { ...closed, title: '人员机构' },
        ),
      ),
      goals: Type.Optional(Type.Array(Goal, { title: '总体绩效目标' })),
      tasks: Type.Optional(Type.Array(Task, { title: '重点工作任务' })),
      indicators: Type.Optional(Type.Array(Indicator, { title: '绩效指标' })),
    },
    { ...closed, title: '部门整体' },
  ),
);
export type Overall = Static<typeof Overall>;

export const Department = define(
  'department',
  Type.Object(
    {
      code: Type.Optional(text('部门编码')),
      name: text('部门名称'),
      funding: Type.Optional(Type.Array(FundingLine, { title: '部门合计', description: '省略时按单位相加' })),
      overall: Type.Optional(Overall),
    },
    { ...closed, title: '主管部门' },
  ),
);
export type Department = Static<typeof Department>;

const Signoff = Type.Object(
  {
    preparedBy: Type.Optional(text('填报人')),
    handledBy: Type.Optional(text('经办人')),
    head: Type.Optional(text('单位负责人')),
    phone: Type.Optional(text('联系电话')),
    date: Type.Optional(text('填报日期')),
    opinion: Type.Optional(text('审核意见')),
  },
  { ...closed, title: '签署', description: '内部稿用；公开稿不印姓名与电话' },
);

export const Report = Type.Object(
  {
    $schema: Type.Optional(Type.String({ title: '模式文件', description: '供编辑器补全与检查' })),
    year: Type.Integer({ minimum: 1949, maximum: 2199, title: '年度', examples: [2024] }),
    region: Type.Object(
      {
        code: Type.Optional(Type.String({ pattern: '^[0-9]{6}$', title: '行政区划代码', examples: ['440100'] })),
        name: text('地区名称'),
      },
      { ...closed, title: '地区' },
    ),
    layout: Type.Optional(words('版式', ['generic/project'])),
    moneyUnit: oneOf('金额单位', ['元', '万元'] as const, '全文件金额的单位，只写一次'),
    date: Type.Optional(Day),
    department: Department,
    units: Type.Array(Unit, { title: '预算单位' }),
    notes: Type.Optional(Type.Array(text('注'), { title: '表下注' })),
    signoff: Type.Optional(Signoff),
  },
  { ...closed, title: '绩效目标报告' },
);
export type Report = Static<typeof Report>;
export type FundingLine = Static<typeof FundingLine>;
export type ExpenditureLine = Static<typeof ExpenditureLine>;
export type MoneyUnit = Report['moneyUnit'];

/** The whole schema as it is printed by `jibiao schema`. */
export const reportSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:jibiao:report',
  ...Report,
  $defs: definitions,
};

function describe(names: Record<string, string>): string {
  return Object.entries(names)
    .map(([key, word]) => `${key} ${word}`)
    .join('；');
}

/** JSON Schema's if, then, else. From entries, because an object literal with a `then` would look like a promise. */
function conditional(condition: object, yes: TSchema, no: TSchema): Record<string, object> {
  return Object.fromEntries([
    ['if', condition],
    ['then', yes],
    ['else', no],
  ]);
}
