import { quoted } from '../../json/pointer.js';
import { composeTarget } from '../../report/target.js';
import { type QuantityAt, quantitiesOf, textValuesOf } from '../indicators/targets.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { percentInWords, percentUnit } from '../text/percentWords.js';

/** 100百分比, ≥90科技馆正常运转率: the unit is a word, or the name. */
export const unitNotUnit: Rule = {
  code: 'unit-not-unit',
  number: 'R-29',
  severity: 'error',
  title: { zh: '计量单位是单位', en: 'the unit is a unit' },
  wrong: { zh: '计量单位里写的不是单位', en: 'what is given as the unit is no unit' },
  why: {
    zh: '“100百分比”“≥90科技馆正常运转率”读不通；系统把单位选成了文字或指标名称，印出来就是这样。',
    en: 'Nobody reads 100百分比 as 100 %; the system took a word or the name for the unit, and so it is printed.',
  },
  source: {
    zh: '天津市 2023 年公开表“100百分比”、安徽省太和县“0.97比例”；GB/T 15835-2011 数字与 % 的用法',
    en: 'published tables of Tianjin 2023 and Taihe; GB/T 15835-2011',
  },
  mend: {
    zh: '单位改为 %、人、场次等；0.97比例 改为 97%',
    en: 'write %, 人, 场次 and the like; 0.97比例 is 97%',
  },
  looksAt: { zh: '计量单位，以及文字指标值里的百分比', en: 'units, and per cent in text values' },
  fails: { '/units/0/projects/0/indicators/5/annualTarget/unit': '参与公众满意度' },
  passes: {
    '/units/0/projects/0/indicators/5': {
      level1: '满意度指标',
      level2: '服务对象满意度指标',
      name: '公众满意度比上年提高',
      annualTarget: { sign: '≥', value: '2', unit: '个百分点' },
    },
  },
  *find(subject: Subject): Generator<Found> {
    for (const each of quantitiesOf(subject)) {
      const judged = judge(each);
      if (judged) yield { path: [...each.path, 'unit'], ...judged };
    }
    for (const { path, target } of textValuesOf(subject)) {
      const word = percentInWords.exec(target.text.slice(0, 2000))?.[0];
      if (word === undefined) continue;
      yield {
        path: [...path, 'text'],
        severity: word.startsWith('百分之') ? 'warning' : 'error',
        message: {
          zh: `指标值${quoted(target.text)}里的“${word}”应写数字和 %`,
          en: `the value ${quoted(target.text)} spells per cent out: ${word}`,
        },
        hint: { zh: '改写为数字加 %，如 100%', en: 'write a number with %, as in 100%' },
      };
    }
  },
};

/** Words that say that something is counted: 次数 for 次. */
const countWord = /^(?:人数|次数|场数|天数|个数|数量|数值|数字|件数|篇数|期数|金额)$/;
const points = /^个?百分点$/;
const change = /增|升|提|高|降|减|低|差|变化|同比|环比|幅|贡献|拉动|缩小|扩大/;

function judge({ target, indicator }: QuantityAt): Pick<Found, 'message' | 'severity'> | undefined {
  const unit = (target.unit ?? '').trim();
  const value = quoted(composeTarget(target));
  const en = `of ${value} is no unit`;
  if (unit.length > 2 && (unit === indicator.name.trim() || /(?:率|满意度)$/.test(unit)))
    return {
      message: { zh: `指标值${value}的单位写成了指标名称`, en: `the unit ${en}: it is the name of an indicator` },
    };
  if (percentUnit.test(unit)) return { message: { zh: `指标值${value}的单位应为 %`, en: `the unit ${en}: write %` } };
  if (countWord.test(unit))
    return { severity: 'warning', message: { zh: `指标值${value}的“${unit}”不是单位`, en: `the unit ${en}` } };
  if (points.test(unit) && !change.test(indicator.name))
    return {
      severity: 'warning',
      message: { zh: `指标值${value}不是变动，单位应为 %`, en: `${value} is no change: its unit should be %` },
    };
  return undefined;
}
