import { type Static, Type } from '@sinclair/typebox';
import { closed, conditional, define, english, oneOf, text, titled, words } from './define.js';
import { PeriodName } from './fundingSchema.js';
import { decimalPattern } from './patterns.js';
import { type Sign, signs } from './vocabulary.js';

export interface QuantityTarget {
  sign?: Sign;
  value: string;
  unit?: string;
  /** The unit in English where the usual word is wrong: 'visit' or 'person-time' for 人次. Singular, or 'singular/plural'. */
  unitEn?: string;
  note?: string;
  noteEn?: string;
}
export interface TextTarget {
  text: string;
  textEn?: string;
}

/** A target is a quantity (sign, value, unit) or free text; the two never mix. */
const TextBranch = Type.Object(
  { text: text(['文字指标值', 'value in words']), textEn: english(['指标值', 'English value in words']) },
  closed,
);
const QuantityBranch = Type.Object(
  {
    sign: Type.Optional(oneOf(['符号', 'comparison operator'], signs, '计算符号，或照原表写的文字（不少于、以上等）')),
    value: Type.String({
      pattern: decimalPattern,
      title: '数值',
      titleEn: 'number',
      description: '小数位照原样保留：80 与 80.00 不同',
      examples: ['96', '90.00'],
    }),
    unit: Type.Optional(
      words(['计量单位', 'unit of measure'], ['%', '个', '次', '场次', '人次', '万人次', '篇', '项', '天', '万元']),
    ),
    unitEn: english(['计量单位', 'English unit of measure']),
    note: Type.Optional(text(['补充说明', 'note'], '印在单位之后的括注等')),
    noteEn: english(['补充说明', 'English note']),
  },
  closed,
);

export const Target = define(
  'target',
  Type.Unsafe<QuantityTarget | TextTarget>({
    title: '指标值',
    titleEn: 'value',
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
      level1: words(['一级指标', 'first-level indicator'], ['成本指标', '产出指标', '效益指标', '满意度指标']),
      level2: Type.Optional(
        words(
          ['二级指标', 'second-level indicator'],
          [
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
          ],
        ),
      ),
      name: text(['三级指标', 'third-level indicator']),
      nameEn: english(['三级指标', 'English of the third-level indicator']),
      annualTarget: Type.Optional(titled(['年度指标值', 'annual value'], Target)),
      wholeTarget: Type.Optional(titled(['实施周期指标值', 'value over the implementation period'], Target)),
      mediumTarget: Type.Optional(titled(['中期指标值', 'medium-term value'], Target)),
      longTarget: Type.Optional(titled(['长期指标值', 'long-term value'], Target)),
      adjustedTarget: Type.Optional(titled(['调整后指标值', 'value after adjustment'], Target)),
      state: Type.Optional(text(['数据状态', 'state of the row'], '绩效目标调整时这一行的变动，照原表写')),
      goal: Type.Optional(text(['所属目标', 'goal that it belongs to'], '目标的 id')),
      group: Type.Optional(
        Type.Integer({
          minimum: 1,
          title: '指标组',
          titleEn: 'indicator group',
          description: '同一项目有几组指标时的组号；每组从 1 起编号',
        }),
      ),
      weight: Type.Optional(
        Type.String({ pattern: decimalPattern, title: '权重（分值）', titleEn: 'weight (points)' }),
      ),
      description: Type.Optional(text(['绩效指标描述（指标解释）', 'description of the indicator'])),
      nature: Type.Optional(words(['指标性质', 'nature of the indicator'], ['定量', '定性'])),
      importance: Type.Optional(text(['指标重要性', 'importance'])),
      category: Type.Optional(text(['指标分类', 'category of the indicator'])),
      direction: Type.Optional(words(['指标方向性', 'direction of the indicator'], ['正向指标', '反向指标'])),
      standard: Type.Optional(
        words(['绩效标准', 'performance standard'], ['计划标准', '历史标准', '行业标准', '预算支出标准']),
      ),
      scoringRule: Type.Optional(text(['评分标准（赋分原则）', 'scoring rule'])),
      basis: Type.Optional(text(['指标值确定依据', 'basis for the value'])),
      remark: Type.Optional(text(['备注', 'remark'])),
      core: Type.Optional(Type.Boolean({ title: '核心（必填）指标', titleEn: 'core indicator' })),
      linkedToBudget: Type.Optional(Type.Boolean({ title: '是否与预算挂钩', titleEn: 'linked to the budget' })),
      history: Type.Optional(
        Type.Array(
          Type.Object(
            {
              year: Type.Integer({ title: '年度', titleEn: 'year' }),
              target: Target,
            },
            closed,
          ),
          { title: '历史指标值', titleEn: 'earlier values' },
        ),
      ),
      places: Type.Optional(
        Type.Array(
          Type.Object(
            {
              place: text(['地区', 'region']),
              target: Target,
            },
            closed,
          ),
          { title: '分地区指标值', titleEn: 'values by region' },
        ),
      ),
    },
    { ...closed, title: '绩效指标', titleEn: 'indicator' },
  ),
);
export type Indicator = Static<typeof Indicator>;

const yearOf = ([title, titleEn]: readonly [string, string]) =>
  Type.Integer({ minimum: 1949, maximum: 2199, title, titleEn });

export const Goal = define(
  'goal',
  Type.Object(
    {
      id: Type.Optional(text(['目标标识', 'goal id'], '同一项目内唯一，供指标的 goal 引用')),
      period: PeriodName,
      from: Type.Optional(yearOf(['起始年度', 'first year'])),
      to: Type.Optional(yearOf(['截止年度', 'last year'])),
      task: Type.Optional(text(['对应工作任务', 'task that it serves'])),
      name: Type.Optional(text(['目标名称', 'name of the goal'])),
      nameEn: english(['目标名称', 'English name of the goal']),
      text: text(['目标', 'text of the goal'], '换行 \\n 另起一段'),
      textEn: english(['目标', 'English text of the goal']),
      brief: Type.Optional(
        text(
          ['目标概述', 'goal in one sentence'],
          '目标较长时，用一句话写出要点，只取目标里有的内容；印在摘要里，表里仍印目标全文',
        ),
      ),
      briefEn: english(['目标概述', 'English of the goal in one sentence']),
    },
    { ...closed, title: '绩效目标', titleEn: 'goal' },
  ),
);
export type Goal = Static<typeof Goal>;
