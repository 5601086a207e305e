import { type Static, Type } from '@sinclair/typebox';
import { closed, define, english, text, titled, words } from './define.js';
import { Amount, DayOrPart, FundingLine, PeriodName } from './fundingSchema.js';
import { Goal, Indicator } from './indicatorSchema.js';

const PlanStep = Type.Object(
  {
    content: text(['项目实施内容', 'content of the step']),
    start: Type.Optional(text(['开始时间', 'start'])),
    end: Type.Optional(text(['完成时间', 'end'])),
    amount: Type.Optional(titled(['资金支出计划', 'planned spending'], Amount)),
  },
  closed,
);

const CostLine = Type.Object(
  {
    name: text(['项目活动（成本构成）', 'activity (cost item)']),
    content: Type.Optional(text(['活动内容表述', 'description of the activity'])),
    economicClass: Type.Optional(text(['支出经济分类', 'economic classification'])),
    quantity: Type.Optional(text(['数量', 'quantity'])),
    unit: Type.Optional(text(['计量单位', 'unit of measure'])),
    unitPrice: Type.Optional(text(['单价', 'unit price'])),
    amount: Amount,
    earlier: Type.Optional(
      Type.Array(Type.Object({ period: PeriodName, amount: Amount }, closed), {
        title: '以前年度金额',
        titleEn: 'amounts of earlier years',
      }),
    ),
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

const Authority = Type.Object(
  {
    title: text(['部门层级', 'level of the authority'], '照表上的栏目写，如 省级财政部门、区县主管部门'),
    name: text(['部门名称', 'name of the authority']),
  },
  closed,
);

const Allocation = Type.Object(
  {
    place: text(['地区（单位）', 'place (unit)']),
    project: Type.Optional(text(['项目名称', 'name of the project'])),
    amount: Amount,
    remark: Type.Optional(text(['备注', 'remark'])),
  },
  closed,
);

/** Persons, telephones and addresses: the public output leaves their cells blank. */
const Contacts = Type.Object(
  {
    head: Type.Optional(text(['项目负责人', 'head of the project'])),
    headPhone: Type.Optional(text(['负责人电话', 'phone of the head'])),
    person: Type.Optional(text(['联系人', 'contact'])),
    personPhone: Type.Optional(text(['联系电话', 'phone of the contact'])),
    manager: Type.Optional(text(['绩效管理联络员', 'performance liaison'])),
    managerPhone: Type.Optional(text(['联络员电话', 'phone of the liaison'])),
    address: Type.Optional(text(['单位地址', 'address of the unit'])),
    postcode: Type.Optional(text(['邮政编码', 'postcode'])),
  },
  {
    ...closed,
    title: '联系信息',
    titleEn: 'contacts',
    description: '内部稿用（--internal）；公开稿不印，也不随数据公开',
  },
);

export const Project = define(
  'project',
  Type.Object(
    {
      id: Type.Optional(text(['项目标识', 'project id'], '本文件内唯一，供 parent 引用；有项目编码时可省')),
      code: Type.Optional(text(['项目编码', 'project code'])),
      name: text(['项目名称', 'name of the project']),
      nameEn: english(['项目名称', 'English name of the project']),
      title: Type.Optional(text(['表名', 'title of the table'], '照公开件；省略时用版式的表名')),
      programme: Type.Optional(
        Type.Object(
          {
            name: Type.Optional(text(['一级项目名称', 'name of the first-level project'])),
            field: Type.Optional(text(['战略领域', 'strategic field'])),
            power: Type.Optional(text(['财政事权', 'fiscal power'])),
            task: Type.Optional(text(['政策任务', 'policy task'])),
          },
          { ...closed, title: '上级计划', titleEn: 'programme' },
        ),
      ),
      parent: Type.Optional(text(['上级项目', 'parent project'], '上级项目的 id 或 code；合计时不与上级重复相加')),
      transferDocument: Type.Optional(words(['转移支付文号', 'transfer payment document'], ['粤财科教〔2022〕224号'])),
      kind: Type.Optional(words(['项目类别', 'category of project'], ['特定目标类', '其他运转类', '人员类', '运转类'])),
      nature: Type.Optional(
        words(['项目性质', 'nature of project'], ['经常性项目', '一次性项目', '其他一次性项目', '阶段性项目']),
      ),
      attribute: Type.Optional(words(['项目属性', 'attribute of project'], ['新增项目', '延续项目'])),
      type: Type.Optional(text(['项目类型', 'type of project'])),
      classification: Type.Optional(text(['项目分类', 'classification of project'])),
      granularity: Type.Optional(text(['项目细化程度', 'degree of detail'])),
      allocationMethod: Type.Optional(text(['项目核拨方式', 'method of allocation'])),
      approval: Type.Optional(text(['项目审批', 'approval of project'])),
      fundNature: Type.Optional(text(['资金性质', 'nature of funds'])),
      fundType: Type.Optional(text(['资金类型', 'type of funds'])),
      functionClass: Type.Optional(text(['支出功能分类', 'functional classification'])),
      division: Type.Optional(text(['归口科室', 'division in charge'])),
      organizingUnit: Type.Optional(text(['组织实施单位', 'organizing unit'])),
      supervisingUnit: Type.Optional(text(['监督管理单位', 'supervising unit'])),
      authorities: Type.Optional(Type.Array(Authority, { title: '各级部门', titleEn: 'authorities' })),
      areas: Type.Optional(Type.Array(text(['补助区域', 'area']), { title: '补助区域', titleEn: 'areas' })),
      contacts: Type.Optional(Contacts),
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
      content: Type.Optional(text(['项目内容', 'content of the project'])),
      baseSituation: Type.Optional(text(['基本情况', 'situation'])),
      fundScope: Type.Optional(text(['用途范围', 'scope of use'])),
      fundUse: Type.Optional(text(['资金用途', 'use of funds'])),
      summary: Type.Optional(text(['项目概况', 'project overview'])),
      basis: Type.Optional(text(['立项依据', 'basis for the project'])),
      policyBasis: Type.Optional(text(['政策依据', 'policy basis'])),
      otherBasis: Type.Optional(text(['其他依据', 'other basis'])),
      necessity: Type.Optional(text(['项目设立必要性', 'necessity'])),
      feasibility: Type.Optional(text(['项目可行性', 'feasibility'])),
      safeguards: Type.Optional(text(['保证项目实施的制度、措施', 'safeguards'])),
      schedule: Type.Optional(text(['项目实施进度安排', 'schedule'])),
      plan: Type.Optional(Type.Array(PlanStep, { title: '项目实施计划', titleEn: 'plan' })),
      costLines: Type.Optional(Type.Array(CostLine, { title: '项目支出明细测算', titleEn: 'cost estimate' })),
      budgetChange: Type.Optional(text(['前两年预算及当年预算变动情况', 'budgets of two years before and the change'])),
      otherMatters: Type.Optional(text(['其他需说明的问题', 'other matters'])),
      procurement: Type.Optional(Type.Array(Procurement, { title: '项目采购', titleEn: 'procurement' })),
      funding: Type.Optional(Type.Array(FundingLine, { title: '项目资金', titleEn: 'project funds' })),
      allocations: Type.Optional(Type.Array(Allocation, { title: '资金安排', titleEn: 'allocation of funds' })),
      executionWeight: Type.Optional(text(['预算执行率权重', 'weight of budget execution'])),
      executionRate: Type.Optional(text(['年度预算执行率', 'rate of budget execution'])),
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
