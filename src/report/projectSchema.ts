import { type Static, Type } from '@sinclair/typebox';
import { closed, define, english, text, titled, words } from './define.js';
import { Amount, DayOrPart, FundingLine } from './fundingSchema.js';
import { Goal, Indicator } from './indicatorSchema.js';

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
      nameEn: english('项目名称'),
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
            start: Type.Optional(titled('计划开始日期', DayOrPart)),
            end: Type.Optional(titled('计划完成日期', DayOrPart)),
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
