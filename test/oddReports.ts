import type { Indicator, Project, Report, Task } from '../src/report/schema.js';

/** Invented reports of every shape that a publisher meets: what they hold, not how it is worded, is odd. */

const indicator = (name: string, value: string): Indicator => ({
  level1: '产出指标',
  level2: '数量指标',
  name,
  annualTarget: { sign: '≥', value, unit: '场次' },
});

const slot: Indicator = { level1: '成本指标', level2: '社会成本指标', name: '', annualTarget: { text: '' } };

const satisfaction: Indicator = {
  level1: '满意度指标',
  level2: '服务对象满意度指标',
  name: '观众满意度',
  annualTarget: { sign: '≥', value: '90', unit: '%' },
};

/** A project with a goal and two indicators; no money for ''. */
export function project(id: string, amount: string, more: Partial<Project> = {}): Project {
  const funding = [
    { source: 'total', period: 'year', amount },
    { source: 'fiscal', period: 'year', amount },
  ] as const;
  return {
    id,
    name: `${id}项目`,
    ...(amount !== '' && { funding: [...funding] }),
    goals: [{ period: 'year', text: '全年举办活动不少于96场次。' }],
    indicators: [indicator('举办活动场次', '96'), satisfaction],
    ...more,
  };
}

export function report(projects: readonly (readonly Project[])[], more: Partial<Report> = {}): Report {
  return {
    year: 2026,
    region: { name: '青禾市' },
    moneyUnit: '万元',
    department: { name: '青禾市某某局' },
    units: projects.map((own, index) => ({ name: `青禾市第${index + 1}中心`, projects: [...own] })),
    ...more,
  };
}

const tasks: Task[] = [
  { name: '科普任务', funding: [{ source: 'total', period: 'year', amount: '176.70' }] },
  { name: '创新任务', funding: [{ source: 'total', period: 'year', amount: '88.01' }] },
];
const overall = {
  goals: [{ period: 'year' as const, text: '做好全年科普工作。' }],
  tasks,
  indicators: [indicator('举办活动场次', '96'), indicator('培训人次', '300'), slot, satisfaction],
};
const whole = (more: object) => ({ department: { name: '青禾市某某局', overall: { ...overall, ...more } } });
const withheld = { publish: false, withheldReason: '涉密' } as const;

export const oddReports: Readonly<Record<string, Report>> = {
  'department only': report([], whole({})),
  'department without tasks': report([], whole({ tasks: [] })),
  'department of tasks alone': report([], whole({ goals: [], indicators: [] })),
  'department of goals alone': report([], whole({ tasks: [], indicators: [] })),
  'department of slots alone': report([], whole({ tasks: [], goals: [], indicators: [slot] })),
  'department, one unit without projects': report([[]], whole({})),
  'department and projects': report([[project('甲', '120.00'), project('乙', '5.00')]], whole({})),
  empty: report([]),
  'empty units': report([[], []]),
  'one project': report([[project('甲', '120.00')]]),
  'one unit': report([[project('甲', '1234.50'), project('乙', '5.00')]]),
  'many units': report([[project('甲', '10100.00')], [project('乙', '2.00'), project('丙', '3.00')], []]),
  'a project below nothing and one of nothing': report([
    [project('甲', '120.00'), project('乙', '-5.00'), project('丙', '0.00')],
  ]),
  'all of nothing': report([[project('甲', '0.00'), project('乙', '0.00')]]),
  'all below nothing': report([[project('甲', '-3.00'), project('乙', '-5.00')]]),
  'money of some only': report([[project('甲', '120.00'), project('乙', '')]]),
  'no money': report([[project('甲', ''), project('乙', '—')]]),
  'other money than fiscal': report([
    [project('甲', '120.00'), project('乙', '', { funding: [{ source: 'total', period: 'year', amount: '7.00' }] })],
  ]),
  'a project within a project': report([
    [project('甲', '120.00'), project('乙', '70.00', { parent: '甲' }), project('丙', '50.00', { parent: '甲' })],
  ]),
  'a project that is withheld': report([[project('甲', '120.00'), project('密', '30.00', withheld)]]),
  'all withheld': report([[project('密', '30.00', withheld)]]),
  'projects without targets': report([[project('甲', '120.00'), project('乙', '5.00', { goals: [], indicators: [] })]]),
  'projects without indicators': report([[project('甲', '120.00', { indicators: [] })]], whole({})),
  'open rows': report([
    [project('甲', '120.00', { indicators: [indicator('举办活动场次', '96'), slot, satisfaction] })],
  ]),
  'in yuan': report([[project('甲', '1200000'), project('乙', '35')]], { moneyUnit: '元' }),
};
