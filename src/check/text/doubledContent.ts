import { matches, none, type Slip } from './slip.js';

/** Verbs that tables have twice in a clause: 补助…学生生活补助. Not those that are names of things too (服务, 管理, 宣传, 组织). */
const verbs =
  '补助|补贴|资助|奖励|救助|实现|完成|开展|发放|建设|改造|维修|修缮|购置|采购|购买|提高|提升|改善|促进|保障|确保|加强|增强|推进|推动|支付|缴纳|举办|印刷|租赁|整治|治理|修复|拆除|检测|慰问|扶持|解决|落实';
/** Done anew and done: 新建收容所建设项目. */
const anew = '新建|修建|改建|扩建';
const joined = '[^、，。；;：:！!?？\\n（）()“”《》\\d和与及或并而]';
const quick = new RegExp(
  `(?:${anew})${joined}{2,24}建设|(${verbs})${joined}{2,24}\\1|补助|经费资金|资金经费|费用资金|资金费用|经费费用|费用经费|提高提升|提升提高|确保保证|保证确保|加强增强|增强加强|难题问题|防止|确保障|[均都]各|都均|约|近|年年度|面积`,
);
const end = '(?=[\\u4e00-\\u9fff]{0,8}(?:$|[，。；;\\n）)]|[≥≤]?\\d))';
/** 建设单位建设…, 救助对象…救助: who does it or has it, no verb. */
const body = '对象|人员|单位|资金|中心|机构|标准|部门|项目|工程|主体|企业|[站员率的]';
const verbTwice = new RegExp(
  `(?<=^|[^\\u4e00-\\u9fff]|进一步|有效|[按及]时|切实|持续|不断|全面|积极|大力|要求|按[季月年]|[全每]年|年内)(${verbs})了?(?!${body})${joined}{2,24}?\\1(?!者)${end}`,
  'g',
);
const anewTwice = new RegExp(
  `(${anew})(?!${body}|[续等改扩]|(?<=新建)[村街路区县])${joined}{2,24}?建设(?!者)${end}`,
  'g',
);
/** 资助补助资金, 专项经费资金: two words for one thing. 津贴补贴 is a term, 奖励补助 are two. */
const sameThing =
  /资助补助|补助资助|资助补贴|补贴资助|补助补贴|补贴补助|经费资金|资金经费|费用资金|资金费用|经费费用|费用经费|提高提升|提升提高|确保保证|保证确保|加强增强|增强加强|难题问题/g;
/** Two words in one: 严防 and 防止, 均 and 各. */
const blend = /严防止|确保障(?!碍)|[均都]各(?=[按为占有]\d?)|都均(?=[为按达有])/g;
/** 约300人左右, 近20余家: about, said twice. */
const about =
  /(?<![签契条公合节制预大简靠邻附远临最])(?:大约|约|将近|近)\s?\d[\d.,]*\s?[十百千万亿]*(?:[\u4e00-\u9fff]{0,3}(?:左右|上下)|余[\u4e00-\u9fff])/g;
const yearTwice = /(?<=\d{4})年年度(?![计预工总报目绩决考投])/g;

/** 166315㎡面积: the unit says it. */
const areaTwice = /(?<=\d\s?[万千百]?)(?:平方米|㎡|m²|平方公里|公顷|亩)(?:的?面积)(?!积)/g;

/** The same content twice in one clause: a verb that comes again, two words for one thing, a blend of two verbs. */
export function doubledContent(text: string): Iterable<Slip> {
  return text.length > 4 && quick.test(text) ? slips(text) : none;
}

function* slips(text: string): Generator<Slip> {
  for (const { 0: whole, 1: verb = '', index } of text.matchAll(verbTwice))
    yield {
      ...{ start: index, end: index + whole.length, severity: 'hint' },
      zh: `“${verb}”在一句里重复`,
      en: `${verb} twice in a clause`,
    };
  for (const { 0: whole, 1: verb = '', index } of text.matchAll(anewTwice))
    yield {
      ...{ start: index, end: index + whole.length, severity: 'hint' },
      zh: `“${verb}”与“建设”意思重复`,
      en: `${verb} and 建设 say the same`,
    };
  yield* matches(text, sameThing, '两个词意思重复', 'two words for one thing', 'hint');
  yield* matches(text, blend, '两个词粘在一起', 'two words in one', 'hint');
  yield* matches(text, about, '约数说了两遍', 'about, said twice', 'hint');
  yield* matches(text, areaTwice, '单位已经是面积', 'the unit says area', 'hint');
  yield* matches(text, yearTwice, '“年”重复', '年 twice', 'hint');
}
