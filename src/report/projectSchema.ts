import { type Static, Type } from '@sinclair/typebox';
import { closed, define, english, text, titled, words } from './define.js';
import { Amount, DayOrPart, FundingLine } from './fundingSchema.js';
import { Goal, Indicator } from './indicatorSchema.js';

const PlanStep = Type.Object(
  {
    content: text(['项目实施内容', 'content of the step']),
    start: Type.Optional(text(['开始时间', 'start'])),
    end: Type.Optional(text(['完成时间', 'end'])),
  },
  closed,
);

const CostLine = Type.Object(
  {
    name: text(['项目活动（成本构成）', 'activity (cost item)']),
    content: Type.Optional(text(['活动内容表述', 'description of the activity'])),
    economicClass: Type.Optional(text(['支出经济分类', 'economic classification'])),
    amount: Amount,
    basis: Type.Optional(text(['测算依据及说明', 'basis of the estimate'])),
    remark: Type.Optional(text(['备注', 'remark'])),
  },
  closed,
);

const Procurement = Type.Object(
  {
    item: text(['品名', 'item']),
    quantity: Type.Optional(text(['数量', 'quantity'])),
    amount: Amount,
  },
  closed,
);

export const Project = define(
  'project',
  Type.Object(
    {
      id: Type.Optional(text(['项目标识', 'project id'], '本文件内唯一，供 parent 引用；有项目编码时可省')),
      code: Type.Optional(text(['项目编码', 'project code'])),
      name: text(['项目名称', 'name of the project']),
      nameEn: english(['项目名称', 'English name of the project']),
      parent: Type.Optional(text(['上级项目', 'parent project'], '上级项目的 id 或 code；合计时不与上级重复相加')),
      transferDocument: Type.Optional(words(['转移支付文号', 'transfer payment document'], ['粤财科教〔2022〕224号'])),
      kind: Type.Optional(words(['项目类别', 'category of project'], ['特定目标类', '其他运转类', '人员类', '运转类'])),
      nature: Type.Optional(
        words(['项目性质', 'nature of project'], ['经常性项目', '一次性项目', '其他一次性项目', '阶段性项目']),
      ),
      attribute: Type.Optional(words(['项目属性', 'attribute of project'], ['新增项目', '延续项目'])),
      type: Type.Optional(text(['项目类型', 'type of project'])),
      origin: Type.Optional(text(['项目来源', 'origin of project'])),
      investmentField: Type.Optional(text(['资金投向领域', 'field of investment'])),
      period: Type.Optional(
        Type.Object(
          {
            start: Type.Optional(titled(['计划开始日期', 'planned start'], DayOrPart)),
            end: Type.Optional(titled(['计划完成日期', 'planned end'], DayOrPart)),
            years: Type.Optional(text(['项目期', 'project period'])),
            build: Type.Optional(text(['建设期限', 'construction period'])),
            operate: Type.Optional(text(['运营期限', 'operation period'])),
          },
          { ...closed, title: '项目期', titleEn: 'project period' },
        ),
      ),
      implementingUnit: Type.Optional(text(['实施单位', 'implementing unit'], '与所在单位不同时填写')),
      fundUse: Type.Optional(text(['资金用途', 'use of funds'])),
      summary: Type.Optional(text(['项目概况', 'project overview'])),
      basis: Type.Optional(text(['立项依据', 'basis for the project'])),
      necessity: Type.Optional(text(['项目设立必要性', 'necessity'])),
      feasibility: Type.Optional(text(['项目可行性', 'feasibility'])),
      safeguards: Type.Optional(text(['保证项目实施的制度、措施', 'safeguards'])),
      plan: Type.Optional(Type.Array(PlanStep, { title: '项目实施计划', titleEn: 'plan' })),
      costLines: Type.Optional(Type.Array(CostLine, { title: '项目支出明细测算', titleEn: 'cost estimate' })),
      procurement: Type.Optional(Type.Array(Procurement, { title: '项目采购', titleEn: 'procurement' })),
      funding: Type.Optional(Type.Array(FundingLine, { title: '项目资金', titleEn: 'project funds' })),
      goals: Type.Optional(Type.Array(Goal, { title: '绩效目标', titleEn: 'goal' })),
      indicators: Type.Optional(Type.Array(Indicator, { title: '绩效指标', titleEn: 'indicator' })),
      publish: Type.Optional(
        Type.Boolean({
          title: '是否公开',
          titleEn: 'published',
          description: '缺省为公开；不公开的项目不印，须写明原因',
        }),
      ),
      withheldReason: Type.Optional(text(['不公开原因', 'reason for withholding'])),
    },
    { ...closed, title: '项目', titleEn: 'project' },
  ),
);
export type Project = Static<typeof Project>;
