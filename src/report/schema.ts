import { type Static, Type } from '@sinclair/typebox';
import { closed, define, definitions, english, oneOf, text, titled, words } from './define.js';
import { Day, ExpenditureLine, FundingLine } from './fundingSchema.js';
import { Goal, Indicator } from './indicatorSchema.js';
import { Project } from './projectSchema.js';

export * from './fundingSchema.js';
export * from './indicatorSchema.js';
export * from './projectSchema.js';

/**
 * The report: one JSON Schema (2020-12) for every layout, and the types inferred from it.
 * Fields are those of the published forms; `title` is the field's own Chinese word and is used in messages.
 */

export const Unit = define(
  'unit',
  Type.Object(
    {
      code: Type.Optional(text(['单位编码', 'unit code'])),
      name: text(['单位名称', 'name of the unit']),
      nameEn: english(['单位名称', 'English name of the unit']),
      funding: Type.Optional(
        Type.Array(FundingLine, { title: '单位小计', titleEn: 'unit subtotal', description: '省略时按项目相加' }),
      ),
      projects: Type.Array(Project, { title: '项目', titleEn: 'project' }),
    },
    { ...closed, title: '预算单位', titleEn: 'budget unit' },
  ),
);
export type Unit = Static<typeof Unit>;

export const Task = define(
  'task',
  Type.Object(
    {
      name: text(['任务名称', 'name of the task']),
      nameEn: english(['任务名称', 'English name of the task']),
      number: Type.Optional(text(['任务序号', 'number of the task'])),
      duty: Type.Optional(text(['对应职能', 'duty that it serves'])),
      content: Type.Optional(text(['主要实施内容', 'main content'])),
      funding: Type.Optional(Type.Array(FundingLine, { title: '拟投入的资金', titleEn: 'planned funds' })),
      expected: Type.Optional(text(['期望达到的目标（概述）', 'expected result'])),
      optional: Type.Optional(
        Type.Boolean({ title: '可选任务', titleEn: 'optional task', description: '归入“其他需完成的任务（可选项）”' }),
      ),
    },
    { ...closed, title: '任务', titleEn: 'task' },
  ),
);
export type Task = Static<typeof Task>;

export const Overall = define(
  'overall',
  Type.Object(
    {
      income: Type.Optional(Type.Array(FundingLine, { title: '收入来源', titleEn: 'income' })),
      expenditure: Type.Optional(
        Type.Array(ExpenditureLine, { title: '部门预算支出', titleEn: 'departmental expenditure' }),
      ),
      duties: Type.Optional(
        Type.Array(text(['部门职能', 'duties of the department']), {
          title: '部门职能',
          titleEn: 'duties of the department',
        }),
      ),
      strategy: Type.Optional(text(['部门战略目标', 'strategic goal of the department'])),
      staff: Type.Optional(
        Type.Object(
          {
            approved: Type.Optional(Type.Integer({ minimum: 0, title: '核定的人员编制数', titleEn: 'approved posts' })),
            actual: Type.Optional(Type.Integer({ minimum: 0, title: '实际在职人员总数', titleEn: 'staff in post' })),
            permanent: Type.Optional(
              Type.Integer({ minimum: 0, title: '其中：在编人员数', titleEn: 'of which established staff' }),
            ),
            otherStaff: Type.Optional(Type.Integer({ minimum: 0, title: '其他人员数', titleEn: 'other staff' })),
            innerDivisions: Type.Optional(
              Type.Integer({ minimum: 0, title: '内设职能部门数', titleEn: 'inner divisions' }),
            ),
            subordinateUnits: Type.Optional(
              Type.Integer({ minimum: 0, title: '所属预算单位数', titleEn: 'subordinate budget units' }),
            ),
          },
          { ...closed, title: '人员机构', titleEn: 'staff and divisions' },
        ),
      ),
      goals: Type.Optional(Type.Array(Goal, { title: '总体绩效目标', titleEn: 'overall goals' })),
      tasks: Type.Optional(Type.Array(Task, { title: '重点工作任务', titleEn: 'key tasks' })),
      indicators: Type.Optional(Type.Array(Indicator, { title: '绩效指标', titleEn: 'indicator' })),
    },
    { ...closed, title: '部门整体', titleEn: 'department as a whole' },
  ),
);
export type Overall = Static<typeof Overall>;

export const Department = define(
  'department',
  Type.Object(
    {
      code: Type.Optional(text(['部门编码', 'department code'])),
      name: text(['部门名称', 'name of the department']),
      nameEn: english(['部门名称', 'English name of the department']),
      funding: Type.Optional(
        Type.Array(FundingLine, { title: '部门合计', titleEn: 'department total', description: '省略时按单位相加' }),
      ),
      overall: Type.Optional(Overall),
    },
    { ...closed, title: '主管部门', titleEn: 'department in charge' },
  ),
);
export type Department = Static<typeof Department>;

export const Term = define(
  'term',
  Type.Object(
    { name: text(['名词', 'term']), meaning: text(['解释', 'meaning']) },
    { ...closed, title: '名词解释', titleEn: 'glossary' },
  ),
);
export type Term = Static<typeof Term>;

export const Acceptance = define(
  'acceptance',
  Type.Object(
    {
      code: text(['问题代码', 'finding code'], 'jibiao check 输出的代码，如 funding-sum，或规则编号，如 R-13'),
      at: text(['问题位置', 'finding place'], 'jibiao check 输出的 JSON 指针，如 /units/0/projects/0/funding/0/amount'),
      reason: Type.String({
        pattern: '\\S',
        title: '认可原因',
        titleEn: 'reason for accepting',
        examples: ['公开件原文如此'],
      }),
    },
    { ...closed, title: '认可的问题', titleEn: 'accepted finding' },
  ),
);
export type Acceptance = Static<typeof Acceptance>;

const Signoff = Type.Object(
  {
    preparedBy: Type.Optional(text(['填报人', 'prepared by'])),
    handledBy: Type.Optional(text(['经办人', 'handled by'])),
    head: Type.Optional(text(['单位负责人', 'head of the unit'])),
    phone: Type.Optional(text(['联系电话', 'phone'])),
    date: Type.Optional(text(['填报日期', 'date of filling in'])),
    opinion: Type.Optional(text(['审核意见', 'opinion'])),
  },
  { ...closed, title: '签署', titleEn: 'signoff', description: '内部稿用；公开稿不印姓名与电话' },
);

export const Report = Type.Object(
  {
    $schema: Type.Optional(
      Type.String({ title: '模式文件', titleEn: 'schema file', description: '供编辑器补全与检查' }),
    ),
    year: Type.Integer({ minimum: 1949, maximum: 2199, title: '年度', titleEn: 'year', examples: [2024] }),
    region: Type.Object(
      {
        code: Type.Optional(
          Type.String({
            pattern: '^[0-9]{6}$',
            title: '行政区划代码',
            titleEn: 'administrative division code',
            description: 'GB/T 2260，须与名称一致',
            examples: ['440100'],
          }),
        ),
        name: text(['地区名称', 'name of the region'], '写全名，如 上海市普陀区；几处同名的写上级或代码'),
      },
      { ...closed, title: '地区', titleEn: 'region' },
    ),
    title: Type.Optional(text(['表名', 'title of the table'], '照公开件；省略时用版式的表名')),
    layout: Type.Optional(words(['版式', 'layout'], ['generic/project'])),
    moneyUnit: oneOf(['金额单位', 'money unit'], ['元', '万元'] as const, '全文件金额的单位，只写一次'),
    date: Type.Optional(Day),
    approvalDate: Type.Optional({
      ...titled(['批复日期', 'date of approval'], Day),
      description: '财政部门批复的日期；部门在批复后二十日内公开（预算法第十四条）。不印出',
    }),
    department: Department,
    units: Type.Array(Unit, { title: '预算单位', titleEn: 'budget unit' }),
    notes: Type.Optional(Type.Array(text(['注', 'note']), { title: '表下注', titleEn: 'note' })),
    glossary: Type.Optional(
      Type.Array(Term, { title: '名词解释', titleEn: 'glossary', description: '印在成册附表的说明之后' }),
    ),
    accepted: Type.Optional(
      Type.Array(Acceptance, {
        title: '认可的问题',
        titleEn: 'accepted finding',
        description: '核对后认可、照原样公开的问题；不印出',
      }),
    ),
    signoff: Type.Optional(Signoff),
  },
  { ...closed, title: '绩效目标报告', titleEn: 'report' },
);
export type Report = Static<typeof Report>;
export type MoneyUnit = Report['moneyUnit'];

/** The whole schema as it is printed by `jibiao schema`. */
export const reportSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:jibiao:report',
  ...Report,
  $defs: definitions,
};
