import { quoted } from '../../json/pointer.js';
import { quantitiesIn } from '../indicators/quantities.js';
import { textValuesOf } from '../indicators/targets.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** 90%以上。 as text: a number that no layout can print in its own way. */
export const quantityAsText: Rule = {
  code: 'quantity-as-text',
  number: 'R-24',
  severity: 'warning',
  title: { zh: '定量指标值分开写符号、数值、单位', en: 'a quantity is written as sign, value and unit' },
  wrong: { zh: '定量指标值写成了一串文字', en: 'a quantity is written as text' },
  why: {
    zh: '写成一串文字的数，版式不能按本地写法印出，其他核对也读不到它；常见于带了句号的“300次。”。',
    en: 'A number in a text is not printed the way of the region and is not seen by other rules; often it has a stray full stop.',
  },
  source: {
    zh: '财预〔2015〕88号 细化量化；广州市 2025 年公开表“90%以上。”“300次。”',
    en: 'circular 财预〔2015〕88号: targets are quantified; published table of Guangzhou 2025',
  },
  mend: {
    zh: '改为 sign、value、unit 三项，去掉句号，如 {"sign": "≥", "value": "90", "unit": "%"}',
    en: 'write sign, value and unit apart, without a full stop: {"sign": "≥", "value": "90", "unit": "%"}',
  },
  looksAt: { zh: '文字指标值，含历史值与分地区值', en: 'text values, also of earlier years and of places' },
  fails: { '/units/0/projects/0/indicators/1/annualTarget': { text: '≥95%。' } },
  passes: { '/units/0/projects/0/indicators/1/annualTarget': { text: '每季度不低于95%' } },
  ofEntry: true,
  *find(subject: Subject): Generator<Found> {
    for (const { path, target, indicator } of textValuesOf(subject)) {
      const alone = numberAlone(target.text);
      if (
        alone === undefined &&
        !isSentenceOfOne(target.text, indicator.name) &&
        !isSentenceOfCount(target.text, indicator.level2)
      )
        continue;
      yield {
        path: [...path, 'text'],
        ...((alone !== 'exact' || !stopAtEnd.test(target.text)) && { severity: 'hint' as const }),
        message: saidOf(target.text, alone),
      };
    }
  },
};

/** >=17600株 and 不超过3000元 print as a quantity would, only not the way of the region; 90%以上。 does not. */
const stopAtEnd = /[。；;，,]\s*$/;

function saidOf(text: string, alone: 'exact' | 'vague' | undefined): Found['message'] {
  const value = quoted(text);
  if (alone === undefined)
    return { zh: `指标值${value}是一句话，数在里面`, en: `the value ${value} is a sentence with a number in it` };
  const about = alone === 'vague' ? { zh: '约数', en: 'about a number' } : { zh: '数', en: 'a number' };
  return {
    zh: `指标值${value}是一个${about.zh}，却写成了文字`,
    en: `the value ${value} is ${about.en}, but it is written as a text`,
  };
}

/** 提升10% says at once what a sign cannot. */
const changed =
  /^(?:同比|环比|较上年|比上年|较去年|逐年|年均|平均)?(?:提升|提高|增长|增加|上升|下降|降低|减少|压减|节约|增幅|降幅)(?:了)?\s?\d[\d.]*\s?[%％](?:以上|左右)?[。；;]?$/;

const partial = /每|各|其中|分别|人均|平均|左右|余|约|[；;\n]/;
const counts = /^[\d.,]+\s?(?:[%％]|万?元|[人户次场个家项件套台处座所条亩吨]$)/;

/** 补助资金及时到位100%: words, and at their end the number that is meant; or two shares in one sentence. Times are let be. */
function isSentenceOfOne(text: string, name: string): boolean {
  if (text.length > 40 || partial.test(text) || changed.test(text.trim())) return false;
  const plain = text.trim().replace(/[。；;]+$/, '');
  const found = quantitiesIn(plain);
  const shares = found.filter(({ unit }) => unit === '%');
  if (shares.length === 2 && found.length === 2) return true;
  const [only, second] = found;
  return (
    only !== undefined &&
    second === undefined &&
    !only.vague &&
    only.start > 1 &&
    // The words of the name before a number: name-in-value tells.
    !name.includes(plain.slice(0, only.start).trim()) &&
    only.end === plain.length &&
    counts.test(plain.slice(only.start).replace(/^\D+/, ''))
  );
}

/** 对学校2400平方米场馆补贴5万元 under 数量指标, 按1000元/人兑付 under 成本指标: a sentence where the form asks for a number. */
function isSentenceOfCount(text: string, level2 = ''): boolean {
  if (
    !/数量|成本/.test(level2) ||
    text.length < 12 ||
    text.length > 60 ||
    /[；;\n]|每年|每月|每季|第|以[上内下]/.test(text)
  )
    return false;
  const found = quantitiesIn(text).filter(({ unit, vague }) => !vague && !/^[年月天日%]|小时/.test(unit));
  const words = text.replace(/[^\u4e00-\u9fff]/g, '');
  // Two counts are a list; a size and the money for it are one sentence.
  const isOne = found.length === 1 || (found.length === 2 && found.some(({ unit }) => unit === '元'));
  return isOne && words.length > 9;
}

const bareNumber = /^(?:[><]=|[≥≤≧≦＞＜＝><=]|不少于|不低于|不超过|不高于)?\d{1,15}(?:\.\d{1,10})?$/;

const yearOrMonth = /^(?:19|20)\d\d(?:\.\d{1,2})?$/;

/** What leads to a number and adds nothing to it: 达到220人. */
const leads = /^(?:达到|达|共计|合计|总计|共|计|为|实现|完成)(?=[约近\d≥≤])/;

/** Whether a text is but one number with its unit, exact or about: 95%左右. */
function numberAlone(text: string): 'exact' | 'vague' | undefined {
  if (text.length > 40) return undefined;
  const plain = text
    .replace(/\s/g, '')
    .replace(/[。；;，,.]+$/, '')
    .replace(leads, '');
  if (bareNumber.test(plain)) return yearOrMonth.test(plain) ? undefined : 'exact';
  const [only, second] = quantitiesIn(plain);
  if (only === undefined || second !== undefined || only.start !== 0 || only.end !== plain.length) return undefined;
  return only.vague ? 'vague' : 'exact';
}
