import { quoted } from '../../json/pointer.js';
import { isQuantity, type TextValueAt, textValuesOf } from '../indicators/targets.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** 办公设备购置数量, and the value has no number. */
export const quantityWithoutNumber: Rule = {
  code: 'quantity-without-number',
  number: 'R-24',
  severity: 'warning',
  title: { zh: '数量、比率、指数类指标的值里有数', en: 'an indicator that counts has a number in its value' },
  wrong: { zh: '数量、比率、指数类指标的值里没有数', en: 'an indicator that counts has no number in its value' },
  why: {
    zh: '名称是“…数量”“…率”“…指数”，值却只有文字，年末无法按数自评；历史值同样要有数，才能比较。',
    en: 'A name like …数量 or …率 promises a number; without one nobody can evaluate it at the end of the year.',
  },
  source: {
    zh: '财预〔2015〕88号 细化量化；广州市南沙区 2024 年公开表“办公家具和办公设备购置数量”的值是一句话',
    en: 'circular 财预〔2015〕88号: targets are quantified; published table of Nansha 2024',
  },
  mend: {
    zh: '写上数和单位；确实不能定量的，把名称改为定性的说法',
    en: 'give the number and the unit; if it cannot be counted, give the indicator a qualitative name',
  },
  looksAt: { zh: '三级指标名称与文字指标值', en: 'names of indicators and their text values' },
  fails: { '/units/0/projects/0/indicators/0/annualTarget': { text: '按计划举办科普活动' } },
  passes: { '/units/0/projects/0/indicators/0/annualTarget': { text: '每季度举办不少于五场' } },
  *find(subject: Subject): Generator<Found> {
    for (const each of textValuesOf(subject)) {
      if (hasNumber(each.target.text) || each.target.text.trim() === '' || !promisesNumber(each)) continue;
      yield {
        path: [...each.path, 'text'],
        message: {
          zh: `指标${quoted(each.indicator.name)}要有数，指标值${quoted(each.target.text)}里没有`,
          en: `the indicator ${quoted(each.indicator.name)} asks for a number, its value ${quoted(each.target.text)} has none`,
        },
      };
    }
  },
};

const counting =
  /(?:数量|人次|[场批家件户班车架台项]次|浓度|[金资售易口]额|面积|里程|产值|产量|比例|占比|比重|(?<![参函岁少多招算倍周])数|(?<!(?<!有)效|[频速功税汇利费斜分赔周保心])率|能耗|(?<![质力能容音胆气]|工作)量)$/;
/** Words that stand for a number or for none: 全部 is 100 %, 上年 was a number, 无 and — are nobody's number. */
const asGood =
  /[零〇一二两三四五六七八九十百半]|全部|全覆盖|全面覆盖|应.尽.|均|无|不发生|未发生|上年|去年|往年|同期|持平|负增长|^[-—–/\\×xX*＊\s]*$/;

/** Whether a value has a number, or a word as good as one. */
export function hasNumber(text: string): boolean {
  const start = text.slice(0, 2000).replace(/(?:19|20)\d\d(?=年|-|至|—)/g, '');
  return /[\d０-９]/.test(start) || asGood.test(start);
}

function promisesNumber({ kind, indicator }: TextValueAt): boolean {
  if (kind === 'history' && !(indicator.annualTarget && isQuantity(indicator.annualTarget))) return false;
  return asksForNumber(indicator.name);
}

/** Whether a name is of a count, a rate or an index. */
export function asksForNumber(name: string): boolean {
  return counting.test(
    name
      .slice(-40)
      .replace(/[（(][^（()）]{0,10}[)）]$/, '')
      .slice(-8),
  );
}
