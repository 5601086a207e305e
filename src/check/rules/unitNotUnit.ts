import { quoted } from '../../json/pointer.js';
import { shifted } from '../../report/decimals.js';
import { numberOf } from '../../report/numerals.js';
import { composeTarget } from '../../report/target.js';
import { type QuantityAt, quantitiesOf, type TextValueAt, textValuesOf } from '../indicators/targets.js';
import { numberWithUnit, unitSense } from '../indicators/units.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { percentInWords, percentUnit } from '../text/percentWords.js';

/** 100百分比, ≥90科技馆正常运转率, 35T, ≤1亿: the unit is a word, the name, a letter or a numeral. */
export const unitNotUnit: Rule = {
  code: 'unit-not-unit',
  number: 'R-29',
  severity: 'error',
  title: { zh: '计量单位是单位', en: 'the unit is a unit' },
  wrong: { zh: '计量单位里写的不是单位', en: 'what is given as the unit is no unit' },
  why: {
    zh: '“100百分比”“≥90科技馆正常运转率”读不通；系统把单位选成了文字或指标名称，印出来就是这样。单位符号分大小写，T 不是吨，M 不是米；“万”“亿”是数词，后面要有单位。',
    en: 'Nobody reads 100百分比 as 100 %; the system took a word or the name for the unit, and so it is printed. Symbols have their capitals: T is no ton, M no metre; 万 and 亿 are numerals, with a unit behind them.',
  },
  source: {
    zh: '天津市 2023 年公开表“100百分比”、安徽省太和县“0.97比例”、湖南省湘潭市 2024 年“80M”；GB/T 15835-2011 数字与 % 的用法；GB 3100-1993 单位符号的大小写',
    en: 'published tables of Tianjin 2023, Taihe and Xiangtan 2024 (80M); GB/T 15835-2011; GB 3100-1993 for symbols of units',
  },
  mend: {
    zh: '写出真正的计量单位',
    en: 'write the unit itself',
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
    for (const each of textValuesOf(subject)) {
      const judged = judgeText(each);
      if (judged) yield { path: [...each.path, 'text'], ...judged };
    }
  },
};

function judgeText({ target: { text }, indicator }: TextValueAt): Judged | undefined {
  const word = percentInWords.exec(text.slice(0, 2000))?.[0];
  if (word !== undefined)
    return {
      severity: word.startsWith('百分之') ? 'hint' : 'error',
      message: {
        zh: `指标值${quoted(text)}里的“${word}”应写数字和 %`,
        en: `the value ${quoted(text)} spells per cent out: ${word}`,
      },
      hint: percentHint(word),
    };
  const unit = numberWithUnit(text)?.unit;
  return unit === undefined ? undefined : notUnit(unit, indicator.name, quoted(text));
}

/** 90百分比 as it should be; of what says no number, the sign only. */
function percentHint(word: string): NonNullable<Found['hint']> {
  const number = numberOf(word.replace(/^百分之/, '')) ?? /[\d.]+/.exec(word)?.[0];
  const right =
    number === undefined ? undefined : word.endsWith('比例') && Number(number) <= 1 ? undefined : `${number}%`;
  return right === undefined
    ? { zh: '改写为数字加 %', en: 'write a number with %' }
    : { zh: `改为 ${right}`, en: `write ${right}` };
}

/** Words that say that something is counted or measured: 次数 for 次, 面积 for 平方米. */
const countWord =
  /^(?:(?:[人户次场天个件篇期份套台项家]|[人场批户班车]次|月|年|字)数|数量|数值|数字|金额|面积|长度|里程|重量|时间|时长|年限|期限|人员|百分数|满意度|文字|单位|元数)$/;
/** How names of measures end, which no unit does. */
const measureName =
  /^(?=.{3})(?!.*[/／·]).*(?:率|满意度)$|^[\u3400-\u9fff]{3,}(?:[次天人户个件台套场家处项]数|数量|面积|里程|长度|重量|金额|成本|费用|投资|情况|效果|能力|[及准完规有安合][时确整范效全格]性|质量|占比|比重)$/;
const points = /^个?百分点$/;
const change = /增|升|提|高|降|减|低|差|变化|同比|环比|幅|贡献|拉动|缩小|扩大/;

type Judged = Pick<Found, 'message' | 'severity' | 'hint'>;

function judge({ target, indicator }: QuantityAt): Judged | undefined {
  const unit = (target.unit ?? '').trim();
  const value = quoted(composeTarget(target));
  const en = `of ${value} is no unit`;
  if (isName(unit, indicator.name.trim()))
    return {
      message: { zh: `指标值${value}的单位写成了指标名称`, en: `the unit ${en}: it is the name of an indicator` },
    };
  if (percentUnit.test(unit))
    return {
      message: { zh: `指标值${value}的单位应为 %`, en: `the unit ${en}: write %` },
      hint: shareHint(target),
    };
  if (countWord.test(unit))
    return { severity: 'warning', message: { zh: `指标值${value}的“${unit}”不是单位`, en: `the unit ${en}` } };
  // 万元元: its last character twice.
  if (/元元$/.test(unit))
    return {
      severity: 'warning',
      message: {
        zh: `指标值${value}的单位“${unit}”末字重复`,
        en: `the last character of the unit ${en}: it is written twice`,
      },
    };
  if (points.test(unit) && !change.test(indicator.name))
    return {
      severity: 'warning',
      message: { zh: `指标值${value}不是变动，单位应为 %`, en: `${value} is no change: its unit should be %` },
    };
  return notUnit(unit, indicator.name, value);
}

/** Whether a unit is a name: that of its indicator, a part of it, or of another measure. */
function isName(unit: string, name: string): boolean {
  if (unit.length <= 2) return false;
  if (unit === name || measureName.test(unit)) return true;
  return unit.length > 3 && name.includes(unit) && unitSense(unit, '').kind === undefined;
}

function shareHint({ value }: QuantityAt['target']): NonNullable<Found['hint']> {
  const part = /^0\.\d{1,4}$/.test(value);
  const right = `${part ? Number(shifted(value, 2)) : value}%`;
  return { zh: `改为 ${right}`, en: `write ${right}` };
}

/** 人/次 says how many for each time; 人次 counts them. */
const slashed = /^(万?)(人|户|场|件|批|车|架|台|例|班)\s?[/／]\s?次$/;
const forEach = /每|平均|次均|单次|频|密度|成本|标准|费|价/;

/** What counts in its name what a bare numeral then needs no unit for: 阅读量 ≥10万. */
const clicks = /(?:阅读|点击|播放|浏览|访问|转发|下载|关注|粉丝|曝光|传播|受众|用户|字)[量数]?$/;
const ofMoney = /费|成本|金额|经费|资金|投资|产值|收入|支出|增收|造价|单价|价|效益|补助|补贴|税|工资|销售/;

/** 8000平方, 1.2万立方/年: of metres, as it is said and not written (GB 3100-1993). */
const powerAlone = /^万?(平方|立方)([/／].*)?$/;

/** 35T, 6千/次: a letter or a numeral where a unit is meant. */
function notUnit(unit: string, name: string, value: string): Judged | undefined {
  const [, tens = '', counted] = slashed.exec(unit) ?? [];
  if (counted !== undefined && !forEach.test(name))
    return {
      severity: 'warning',
      message: {
        zh: `指标值${value}的“${unit}”是每次多少，名称里没有这个意思`,
        en: `“${unit}” of ${value} is a number for each time, which the name does not speak of`,
      },
      hint: { zh: `应是 ${tens}${counted}次`, en: `it should be ${tens}${counted}次` },
    };
  const [, power, tail = ''] = powerAlone.exec(unit) ?? [];
  if (power !== undefined)
    return {
      severity: 'hint',
      message: {
        zh: `指标值${value}的“${unit}”没有写是什么的${power}`,
        en: `“${unit}” of ${value} does not say of what`,
      },
      hint: { zh: `应是 ${unit.slice(0, unit.length - tail.length)}米${tail}`, en: `write ${power}米` },
    };
  const { wrongCase, magnitudeOnly } = unitSense(unit, name);
  if (wrongCase) {
    const { written, right } = wrongCase;
    return {
      severity: written.length === 1 ? 'error' : 'warning',
      message: { zh: `指标值${value}的“${written}”不是计量单位`, en: `“${written}” of ${value} is no unit` },
      hint: { zh: `应是 ${right}`, en: `it should be ${right}` },
    };
  }
  if (!magnitudeOnly || (clicks.test(name) && !/[/／]/.test(unit))) return undefined;
  const isMoney = ofMoney.test(name);
  const right = unit.replace(/^[十百千万亿]+/, (numeral) => `${numeral}元`);
  return {
    // 38万 of money is read as 38万元 by everybody.
    severity: isMoney ? 'hint' : 'warning',
    message: {
      zh: `指标值${value}的“${unit}”只是数词，没有单位`,
      en: `“${unit}” of ${value} is a numeral without a unit`,
    },
    hint: isMoney
      ? { zh: `补上单位，如 ${right}`, en: `add the unit, as in ${right}` }
      : { zh: `在“${unit}”后补上单位`, en: `add the unit behind ${unit}` },
  };
}
