import { pathOf } from '../json/pointer.js';
import type { Report } from '../report/schema.js';
import type { Patch } from './rule.js';

/** A small report without a fault: examples of the rules are changes of it. */
export const exampleReport: Report = {
  year: 2025,
  region: { name: '示例市' },
  moneyUnit: '万元',
  department: {
    code: '101',
    name: '示例市科学技术协会',
    funding: [
      { source: 'total', period: 'year', amount: '120.00' },
      { source: 'fiscal', period: 'year', amount: '120.00' },
    ],
  },
  units: [
    {
      code: '101001',
      name: '示例市科学技术协会本级',
      projects: [
        {
          code: 'P01',
          name: '科普活动经费',
          kind: '特定目标类',
          period: { start: '2025-01-01', end: '2025-12-31' },
          funding: [
            { source: 'total', period: 'year', amount: '70.00' },
            { source: 'fiscal', period: 'year', amount: '70.00' },
          ],
          goals: [{ period: 'year', text: '全年举办科普活动不少于20场，服务公众不少于3000人次，提高公众科学素质。' }],
          indicators: [
            indicator('产出指标', '数量指标', '举办科普活动场次', '≥', '20', '场'),
            indicator('产出指标', '质量指标', '活动按计划完成率', '≥', '95', '%'),
            indicator('产出指标', '时效指标', '活动完成时间', '≤', '12', '月'),
            indicator('产出指标', '成本指标', '活动经费总额', '≤', '70.00', '万元'),
            indicator('效益指标', '社会效益指标', '服务公众人次', '≥', '3000', '人次'),
            indicator('满意度指标', '服务对象满意度指标', '参与公众满意度', '≥', '90', '%'),
          ],
        },
        {
          code: 'P02',
          name: '学术交流经费',
          kind: '特定目标类',
          period: { start: '2025-01-01', end: '2025-12-31' },
          funding: [
            { source: 'total', period: 'year', amount: '50.00' },
            { source: 'fiscal', period: 'year', amount: '50.00' },
          ],
          goals: [{ period: 'year', text: '支持学会举办学术会议不少于8场，推动学科发展。' }],
          indicators: [
            indicator('产出指标', '数量指标', '举办学术会议场次', '≥', '8', '场'),
            indicator('产出指标', '质量指标', '会议论文合格率', '≥', '90', '%'),
            {
              level1: '效益指标',
              level2: '社会效益指标',
              name: '学会学术影响力',
              annualTarget: { text: '逐步提升' },
            },
            indicator('满意度指标', '服务对象满意度指标', '参会代表满意度', '≥', '90', '%'),
          ],
        },
      ],
    },
  ],
};

function indicator(level1: string, level2: string, name: string, sign: '≥' | '≤', value: string, unit: string) {
  return { level1, level2, name, annualTarget: { sign, value, unit } };
}

/** A report (the example where none is given) with changes made one after the other. Throws a plain Error for a pointer that leads nowhere. */
export function patched(patch: Patch, before: Report = exampleReport): Report {
  const report: unknown = structuredClone(before);
  for (const [pointer, value] of Object.entries(patch)) change(report, pointer, structuredClone(value));
  return report as Report;
}

function change(report: unknown, pointer: string, value: unknown): void {
  const path = pathOf(pointer);
  const last = path.at(-1) as string;
  let parent = report as Record<string, unknown>;
  for (const step of path.slice(0, -1)) {
    const inner = parent[step];
    if (typeof inner !== 'object' || inner === null) throw new Error(`the example report has no ${pointer}`);
    parent = inner as Record<string, unknown>;
  }
  if (Array.isArray(parent)) {
    if (value === null) parent.splice(Number(last), 1);
    else if (last === '-') parent.push(value);
    else parent[Number(last)] = value;
  } else if (value === null) delete parent[last];
  else parent[last] = value;
}
