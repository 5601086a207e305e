import { quoted } from '../../json/pointer.js';
import type { Indicator } from '../../report/schema.js';
import { composeTarget, mainTarget } from '../../report/target.js';
import { levelMeant } from '../indicators/levels.js';
import { isNoName } from '../indicators/noName.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** A 时效指标 speaks of time; a time of response is no satisfaction. */
export const timelinessWithoutTime: Rule = {
  code: 'timeliness-without-time',
  number: 'R-27',
  severity: 'hint',
  title: { zh: '时效指标说的是时间', en: 'timeliness indicators speak of time' },
  wrong: {
    zh: '时效指标说的不是时间，或时间放错了地方',
    en: 'a timeliness indicator does not speak of time, or a time stands elsewhere',
  },
  why: {
    zh: '时效指标看何时完成、是否及时；数量放到时效下、响应时间放到满意度下，都会被要求调整。',
    en: 'Timeliness asks when and whether in time; a count there, or a time of response under satisfaction, is misplaced.',
  },
  source: {
    zh: '广州市 2023 年公开表把应急响应时间列入满意度，2025 年把报告数量列入时效',
    en: 'published tables of Guangzhou 2023 and 2025',
  },
  mend: {
    zh: '换到合适的二级指标下，或写明完成时间、及时率',
    en: 'move it to the level it belongs to, or state the time or the rate of timeliness',
  },
  looksAt: { zh: '时效指标、满意度指标的名称和值', en: 'names and values of timeliness and satisfaction indicators' },
  fails: {
    '/units/0/projects/0/indicators/2': {
      level1: '产出指标',
      level2: '时效指标',
      name: '活动评审报告数量',
      annualTarget: { value: '2', unit: '份' },
    },
  },
  passes: {
    '/units/0/projects/0/indicators/2': {
      level1: '产出指标',
      level2: '时效指标',
      name: '资金支出进度',
      annualTarget: { value: '100', unit: '%' },
    },
  },
  *find({ owners }: Subject): Generator<Found> {
    for (const { indicators } of owners) {
      for (const { path, indicator } of indicators) {
        const why = misplaced(indicator);
        if (why) yield { path: [...path, 'name'], message: why };
      }
    }
  },
};

const timely =
  /时|日|天|月|年|季|周|期|限|早|快|速|进度|效率|频|钟|延|立即|随即|提前|完成|完工|竣工|开工|到位|办结|支付|拨付|下达|春|夏|秋|冬|汛|阶段|节点/;
const timeWanted = /(?:响应|修复|到达|办结|完成|处置|处理)时[间限长]/;

/** Whether an indicator's name, value or description has a word of time. */
export function speaksOfTime(indicator: Indicator): boolean {
  const { name, description = '' } = indicator;
  const value = composeTarget(mainTarget(indicator)).slice(0, 200);
  return timely.test(name.slice(0, 200) + value + description.slice(0, 200));
}

function misplaced(indicator: Indicator): Found['message'] | undefined {
  const { level1, level2 = '', name } = indicator;
  const value = composeTarget(mainTarget(indicator)).slice(0, 200);
  if (levelMeant(level2, 2)?.name === '时效指标' && !isNoName(name) && !speaksOfTime(indicator))
    return {
      zh: `时效指标${quoted(name)}没有说到时间，指标值是${quoted(value)}`,
      en: `the timeliness indicator ${quoted(name)} with the value ${quoted(value)} says nothing of time`,
    };
  if (
    levelMeant(level1, 1)?.name === '满意度指标' &&
    timeWanted.test(name.slice(0, 200) + value) &&
    !/满意|投诉率/.test(name)
  )
    return {
      zh: `满意度指标${quoted(name)}说的是时间：${quoted(value)}`,
      en: `the satisfaction indicator ${quoted(name)} speaks of time: ${quoted(value)}`,
    };
  return undefined;
}
