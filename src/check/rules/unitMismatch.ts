import { quoted } from '../../json/pointer.js';
import { composeTarget } from '../../report/target.js';
import { type QuantityAt, quantitiesOf } from '../indicators/targets.js';
import { comparable, isCount, measureOf } from '../indicators/units.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

type Judged = { readonly severity: 'warning' | 'hint'; readonly zh: string; readonly en: string };

/** 参与人数 230个, 正常运行率 230天: the unit does not fit what the name counts. */
export const unitMismatch: Rule = {
  code: 'unit-mismatch',
  number: 'R-28',
  severity: 'warning',
  title: { zh: '计量单位与指标名称相配', en: 'the unit fits what the indicator counts' },
  wrong: { zh: '计量单位与指标名称不相配', en: 'a unit does not fit what the indicator counts' },
  why: {
    zh: '人数用“人”，比率用“%”，时间用天、小时；单位不配的多半是填错行或选错单位。',
    en: 'People are counted in 人, rates in %, times in days or hours; another unit is mostly a slip of the row or the list.',
  },
  source: {
    zh: '四川省井研县 2023 年公开表“230 个”（人）、天津市 2023 年“正常运行率≥230天”、广州市 2025 年“（项）”写 2场',
    en: 'published tables of Jingyan 2023, Tianjin 2023 and Guangzhou 2025',
  },
  mend: { zh: '改单位，或改指标名称，使两者相配', en: 'correct the unit or the name' },
  looksAt: { zh: '三级指标名称与计量单位', en: 'names of indicators and units of their values' },
  fails: {
    '/units/0/projects/0/indicators/4': {
      level1: '效益指标',
      level2: '社会效益指标',
      name: '参与活动人数',
      annualTarget: { sign: '≥', value: '3000', unit: '个' },
    },
  },
  passes: {
    '/units/0/projects/0/indicators/4': {
      level1: '效益指标',
      level2: '社会效益指标',
      name: '参与活动人数',
      annualTarget: { sign: '≥', value: '0.3', unit: '万人' },
    },
  },
  *find(subject: Subject): Generator<Found> {
    for (const each of quantitiesOf(subject)) {
      const judged = judge(each);
      if (!judged) continue;
      const [name, value] = [quoted(each.indicator.name), quoted(composeTarget(each.target))];
      yield {
        path: [...each.path, 'unit'],
        severity: judged.severity,
        message: {
          zh: `指标${name}的指标值${value}${judged.zh}`,
          en: `the value ${value} of the indicator ${name} ${judged.en}`,
        },
      };
    }
  },
};

const people = /(?:人数|人员数量?|人员数|专家数量?|学员数量?|教师数量?|党员数量?|志愿者数量?|人才数量?)$/;
const rate = /(?<![频效速功])率$|占比$/;
const counted = /(?:数量|次数|场次|场数|人数|人次|件数|份数|篇数)$/;
const duration = /(?:时间|工期|天数)$/;
const timeUnits = /天|日|时|分|秒|周|月|年|季|旬|期/;

function judge({ target, indicator }: QuantityAt): Judged | undefined {
  const unit = (target.unit ?? '').trim();
  if (unit === '') return undefined;
  const { bare, stated } = partsOf(indicator.name);
  const measure = measureOf(unit)?.unit;
  if (stated !== undefined && measure !== undefined) {
    const wanted = measureOf(stated)?.unit;
    if (wanted !== undefined && !comparable(wanted, measure) && !unit.includes(stated))
      return warned(`的单位与名称里的“${stated}”不同`, `has another unit than the ${stated} of its name`);
  }
  return misfit(bare, unit, measure);
}

function misfit(name: string, unit: string, measure: string | undefined): Judged | undefined {
  if (people.test(name)) {
    if (measure === '人次')
      return { severity: 'hint', zh: '：人数用“人”，人次是参加的次数', en: 'counts visits, not people' };
    if (measure !== '人' && isCount(unit)) return warned('：人数应以“人”为单位', 'should count people in 人');
  }
  if (rate.test(name) && measure !== undefined && (isCount(unit) || /^(?:天|小时|分钟|亩)$/.test(measure)))
    return warned('：比率应以“%”为单位', 'should be in %');
  if (counted.test(name) && measure === '%') return warned('：数量不以“%”为单位', 'is a count, but in %');
  if (duration.test(name) && !timeUnits.test(unit) && measure !== undefined && !/占|比/.test(name))
    return warned('：时间应以天、小时等为单位', 'should be in days, hours or the like');
  return undefined;
}

/** The name without its bracket, and the unit that the bracket states: 转化情况（项）. */
function partsOf(name: string): { bare: string; stated?: string } {
  const match = /[（(]([^（()）]{1,6})[)）]$/.exec(name.slice(-200).trim());
  const stated = match?.[1]?.split(/[/／、]/)[0]?.trim();
  const bare = match ? name.trim().slice(0, -match[0].length) : name.trim();
  return stated === undefined ? { bare } : { bare, stated };
}

function warned(zh: string, en: string): Judged {
  return { severity: 'warning', zh, en };
}
