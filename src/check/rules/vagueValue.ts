import { quoted } from '../../json/pointer.js';
import type { Indicator } from '../../report/schema.js';
import { type TextValueAt, textValuesOf } from '../indicators/targets.js';
import {
  changeVerbs,
  degreeNouns,
  degreeWords,
  emptyAdverbs,
  supportVerbs,
  toldAsDone,
  trendVerbs,
} from '../lexicon/values.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, Subject } from '../subject.js';
import { wordsOf } from '../text/blankText.js';
import { lacksNumber } from './quantityWithoutNumber.js';
import { repeatOfName } from './valueRepeatsName.js';

/** 效果明显, 有所改善, 有力支撑: a value in words that sets nothing. */
export const vagueValue: Rule = {
  code: 'vague-value',
  number: 'R-24',
  severity: 'hint',
  title: { zh: '定性指标值说得出做到什么程度', en: 'a value in words sets what is due' },
  wrong: { zh: '定性指标值空泛', en: 'a value in words sets nothing' },
  why: {
    zh: '“效果明显”“有所改善”“有力支撑”套在哪个指标上都行，年末怎样都算完成；说不出数的，写与上年相比、达到什么标准，或分档写明。',
    en: '效果明显 or 有所改善 fits any indicator and is reached by anything; say against what, by which standard, or in which grades.',
  },
  source: {
    zh: '财预〔2015〕88号：绩效指标应细化量化，不能量化的采用分级分档形式表述；安徽省池州市 2022 年公开表三项效益都是“效果明显”',
    en: 'circular 财预〔2015〕88号: what cannot be quantified is stated in grades; published table of Chizhou 2022',
  },
  mend: {
    zh: '写出数，或与什么相比、达到什么标准、分成哪几档',
    en: 'give a number, or say against what, by which standard, or in which grades',
  },
  looksAt: { zh: '文字指标值，评分标准和指标解释', en: 'values in words, scoring rules and descriptions' },
  fails: { '/units/0/projects/1/indicators/2/annualTarget': { text: '影响明显' } },
  passes: { '/units/0/projects/1/indicators/2/annualTarget': { text: '较上年提升' } },
  *find(subject: Subject): Generator<Found> {
    const told = new Set<IndicatorAt>();
    for (const each of textValuesOf(subject)) {
      if (each.kind === 'history' || told.has(each.at) || !isVague(each.target.text) || isTold(each)) continue;
      told.add(each.at);
      yield {
        path: [...each.path, 'text'],
        message: {
          zh: `指标${quoted(each.indicator.name)}的值${quoted(each.target.text)}没有说做到什么程度`,
          en: `the value ${quoted(each.target.text)} of ${quoted(each.indicator.name)} sets nothing: to what degree?`,
        },
      };
    }
  },
};

const longest = 14;
const direction = new RegExp(`^(?:${emptyAdverbs})*(?:${changeVerbs}|${trendVerbs})$`);
const trend = new RegExp(`^持续(?:${trendVerbs})$`);
const support = new RegExp(`^(?:${emptyAdverbs})*(?:${supportVerbs})+$`);
const degree = new RegExp(
  `^(?:${degreeNouns})*(?:${degreeWords})(?:的?(?:${supportVerbs})*(?:效果|效益|成效|影响|作用|支撑|保障))?$`,
);
const nearly =
  /^(?:基本|较为|相对|比较|日趋|日益|更加|更为|进一步)(?:健全|完善|规范|完备|成熟|齐全|合理|充分|稳定|便利|便捷)$/;

/** 按质按量完成, 圆满完成各项任务: as it is to be done, and nothing else. */
const asDue =
  /^(?:(?:按质按量|保质保量|高质量|圆满|顺利|较好|认真|积极|扎实|按照?(?:要求|规定|计划要求))(?:地)?(?:完成|开展|实施|推进|落实|执行|做好)?(?:了)?(?:(?:本年|当年|全年|年度|各项|既定|相关|有关|日常|所有|的)*(?:工作|任务|目标)?))$/;

/** Whether a value tells no more than that something becomes better, or how well, but not by what measure. */
export function isVague(text: string): boolean {
  if (text.length > longest) return false;
  const words = wordsOf(text).replace(/(?<=[\u4e00-\u9fff]{2})了$/, '');
  if (/^(?:有|一般|长期有效)$/.test(words)) return true;
  // A state, and a grade.
  if (/^(?:完善|丰富|巩固|优|佳)$/.test(words)) return false;
  return (
    (direction.test(words) && !trend.test(words)) ||
    support.test(words) ||
    degree.test(words) ||
    nearly.test(words) ||
    asDue.test(words)
  );
}

/** By another rule, or by what stands beside it: the grades, or the number by which it is judged. */
function isTold(each: TextValueAt): boolean {
  const { indicator, target } = each;
  return (
    lacksNumber(each) ||
    repeatOfName(indicator, target.text) !== undefined ||
    toldAsDone.test(target.text) ||
    isJudgedBy(indicator, wordsOf(target.text))
  );
}

function isJudgedBy({ scoringRule = '', description = '', remark = '' }: Indicator, value: string): boolean {
  return [scoringRule, description, remark].some(
    (text) => (value.length > 1 && text.includes(value) && /\d|[；;]/.test(text)) || /\d\s?[%％]/.test(text),
  );
}
