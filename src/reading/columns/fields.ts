import { fieldAt, fieldsOf } from '../../report/fields.js';
import { englishFields } from '../../report/patterns.js';
import { targetPeriods } from '../../report/target.js';
import { expenditureKinds, fundingSources, type Period, periods } from '../../report/vocabulary.js';
import { type Look, share } from './looks.js';

/**
 * What a column may hold. The names are those of a mapping file, made of the report's own fields: `unit/name`, `indicator/level1`,
 * `indicator/annualTarget/sign`, `funding/total/year`, `goal/year`; `unit` and `project` hold code and name in one cell.
 */

interface Traits {
  readonly title: string;
  /** At least half of the values must look like one of these. */
  readonly is?: readonly Look[];
  /** What its values do not look like. */
  readonly not?: readonly Look[];
  readonly likes?: readonly Look[];
  readonly dislikes?: readonly Look[];
}

/** Words that no name, description or goal is. */
const notName: readonly Look[] = [
  'level1',
  'level2',
  'sign',
  'nature',
  'direction',
  'number',
  'prose',
  'standard',
  'unit',
];
const notText: readonly Look[] = ['level1', 'level2', 'sign', 'direction', 'nature', 'standard', 'unit', 'number'];
const notLevel: readonly Look[] = ['sign', 'nature', 'direction', 'number', 'unit', 'prose', 'quantity', 'standard'];

const project = fieldAt(['units', '0', 'projects', '0']) ?? {};
const indicator = fieldAt(['units', '0', 'projects', '0', 'indicators', '0']) ?? {};

/** The text fields of an object of the schema, with their titles. */
function texts(of: typeof project, except: readonly string[]): [string, string][] {
  return Object.entries(fieldsOf(of)).flatMap(([name, { type, title = name, pattern }]) =>
    type === 'string' && pattern === undefined && !englishFields.includes(name) && !except.includes(name)
      ? [[name, title]]
      : [],
  );
}

const periodNames = Object.keys(periods) as Period[];
const amounts: Traits = { title: '金额', is: ['amount'] };

const targetParts: Readonly<Record<string, Traits>> = {
  sign: { title: '符号', is: ['sign', 'nature'] },
  value: { title: '数值', not: ['level1', 'level2', 'sign', 'direction', 'nature', 'unit'], likes: ['number'] },
  unit: {
    title: '计量单位',
    not: ['level1', 'level2', 'sign', 'direction', 'nature', 'number', 'prose'],
    likes: ['unit'],
  },
  note: { title: '补充说明', not: ['level1', 'level2', 'sign'] },
  text: { title: '文字', not: ['level1', 'level2', 'sign', 'direction', 'number'] },
};

function targetFields(): [string, Traits][] {
  return Object.entries(targetPeriods).flatMap(([field, period]): [string, Traits][] => [
    [
      `indicator/${field}`,
      {
        title: `${periods[period]}指标值`,
        not: ['level1', 'level2', 'sign', 'direction', 'nature', 'unit'],
        likes: ['quantity'],
      },
    ],
    ...Object.entries(targetParts).map(([part, traits]): [string, Traits] => [
      `indicator/${field}/${part}`,
      { ...traits, title: `${periods[period]}指标值·${traits.title}` },
    ]),
  ]);
}

const own: Readonly<Record<string, Traits>> = {
  left: { title: '不读入' },
  label: { title: '序号等，无字段' },
  year: { title: '年度', is: ['year'] },
  'region/code': { title: '行政区划代码', is: ['code'] },
  'region/name': { title: '地区', not: notName },
  department: { title: '部门编码与名称', not: notName, likes: ['coded', 'body'] },
  'department/code': { title: '部门编码', is: ['code'] },
  'department/name': { title: '部门名称', not: notName, likes: ['body'] },
  unit: { title: '单位编码与名称', not: notName, likes: ['body'] },
  'unit/code': { title: '单位编码', is: ['code'] },
  'unit/name': { title: '单位名称', not: notName, likes: ['body'] },
  'unit-or-project': { title: '单位名称、项目名称', not: notName },
  scope: { title: '范围' },
  project: { title: '项目编码与名称', not: notName, dislikes: ['body'] },
  'project/number': { title: '项目序号', is: ['number'] },
  'project/code': { title: '项目编码', is: ['code'] },
  'project/name': { title: '项目名称', not: notName, dislikes: ['body'] },
  'project/parent': { title: '上级项目', not: notName },
  'overall/duties': { title: '部门职能', not: notText },
  'goals/text': { title: '绩效目标', not: notText },
  'goals/task': { title: '对应工作任务' },
  'plan/content': { title: '项目实施内容', not: notText },
  'plan/start': { title: '开始时间' },
  'plan/end': { title: '完成时间' },
  'plan/amount': { ...amounts, title: '资金支出计划' },
  'allocation/place': { title: '分到资金的地区（单位）', not: notName },
  'allocation/project': { title: '项目名称', not: notName },
  'allocation/amount': { ...amounts, title: '分到的金额' },
  'allocation/remark': { title: '备注' },
  'task/name': { title: '工作任务', not: notName },
  'task/duty': { title: '对应的部门职能', not: notText },
  'task/content': { title: '主要实施内容', not: notText },
  'indicator/number': { title: '指标序号', is: ['number'] },
  'indicator/group': { title: '指标组', is: ['number'] },
  'indicator/level1': { title: '一级指标', not: [...notLevel, 'level2'], likes: ['level1'] },
  'indicator/level2': { title: '二级指标', not: [...notLevel, 'level1'], likes: ['level2'] },
  'indicator/name': { title: '三级指标', not: notName },
  'indicator/nature': { title: '指标性质（定量、定性）', is: ['nature'] },
  'indicator/direction': { title: '指标方向性', is: ['direction'] },
  'indicator/standard': {
    title: '绩效标准',
    not: ['level1', 'level2', 'sign', 'direction', 'nature'],
    likes: ['standard'],
  },
  'indicator/weight': { title: '权重（分值）', is: ['weight'] },
  'indicator/core': { title: '核心指标', is: ['yesNo'] },
  'indicator/linkedToBudget': { title: '是否与预算挂钩', is: ['yesNo'] },
  'indicator/period': { title: '1 总体、0 年度', is: ['number'] },
  'indicator/history/-1': { title: '上年指标值', not: ['level1', 'level2', 'sign', 'direction', 'nature', 'unit'] },
  'indicator/history/-2': { title: '前年指标值', not: ['level1', 'level2', 'sign', 'direction', 'nature', 'unit'] },
  'indicator/packed': { title: '一格里的几个指标', not: ['level1', 'level2', 'sign', 'direction', 'number'] },
  'indicator/place': { title: '一地的指标值（表头是地名）', not: ['level1', 'level2', 'sign', 'direction'] },
  'cost/name': { title: '成本构成', not: ['sign', 'direction', 'number', 'level1', 'level2'] },
  'cost/amount': { title: '金额', is: ['amount'] },
  source: { title: '资金来源', not: ['number', 'sign', 'level1', 'level2'] },
};

const costTexts: Readonly<Record<string, string>> = {
  content: '活动内容表述',
  economicClass: '支出经济分类',
  quantity: '数量',
  unit: '计量单位',
  unitPrice: '单价',
  basis: '测算依据及说明',
  remark: '备注',
};

/** All fields by name. */
export const fields: ReadonlyMap<string, Traits> = new Map<string, Traits>([
  ...Object.entries(own),
  ...texts(project, ['id', 'code', 'name', 'title', 'parent', 'withheldReason']).map(
    ([name, title]): [string, Traits] => [
      `project/${name}`,
      { title, not: ['level1', 'level2', 'sign', 'direction', 'nature'] },
    ],
  ),
  ...['years', 'start', 'end'].map((name): [string, Traits] => [`period/${name}`, { title: '项目期', not: notText }]),
  ...texts(indicator, ['level1', 'level2', 'name', 'nature', 'direction', 'standard', 'goal']).map(
    ([name, title]): [string, Traits] => [
      `indicator/${name}`,
      { title, not: ['level1', 'level2', 'sign', 'direction', 'nature', 'unit'] },
    ],
  ),
  ...targetFields(),
  ...periodNames.flatMap((period): [string, Traits][] => [
    [`goal/${period}`, { title: `绩效目标·${periods[period]}`, not: notText, likes: ['prose'] }],
    [`amount/${period}`, { ...amounts, title: `按来源的金额·${periods[period]}` }],
    [`cost/earlier/${period}`, { ...amounts, title: `成本·${periods[period]}` }],
    ...Object.entries(fundingSources).map(([source, word]): [string, Traits] => [
      `funding/${source}/${period}`,
      { ...amounts, title: `${word}·${periods[period]}` },
    ]),
    ...Object.entries(expenditureKinds).map(([kind, word]): [string, Traits] => [
      `spending/${kind}/${period}`,
      { ...amounts, title: `${word}·${periods[period]}` },
    ]),
  ]),
  ...Object.entries(costTexts).map(([name, title]): [string, Traits] => [
    `cost/${name}`,
    { title, not: ['level1', 'level2', 'sign', 'direction'] },
  ]),
]);

/** Its Chinese title, for questions. */
export function titleOf(field: string): string {
  return fields.get(field)?.title ?? field;
}

/** How well the values of a column look like a field's, 0 to 1; under a half they do not. 1 when all are blank. */
export function score(field: string, values: readonly string[]): number {
  const { is, not = [], likes, dislikes = [] } = fields.get(field) ?? {};
  if (values.length === 0) return 1;
  if (is)
    return Math.min(
      1,
      is.reduce((sum, look) => sum + share(values, look), 0),
    );
  const best = likes ? Math.max(...likes.map((look) => share(values, look))) : 1;
  const odd = Math.max(0, ...not.filter((look) => !likes?.includes(look)).map((look) => share(values, look)));
  const against = Math.max(0, ...dislikes.map((look) => share(values, look)));
  return (1 - Math.max(0, odd - (likes ? best : 0))) * (0.6 + 0.4 * best) * (1 - 0.3 * against);
}
