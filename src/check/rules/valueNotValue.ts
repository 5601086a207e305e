import { type Path, quoted } from '../../json/pointer.js';
import { nameKind } from '../indicators/nameKind.js';
import { pointsAsValues } from '../indicators/pointsAsValues.js';
import { numberValuesOf, type TextValueAt, textValuesOf } from '../indicators/targets.js';
import { adverbs, changeVerbs, measureNouns, toldAsDone } from '../lexicon/values.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { wordsOf } from '../text/blankText.js';
import { asksForNumber, hasNumber, lacksNumber } from './quantityWithoutNumber.js';
import { repeatOfName } from './valueRepeatsName.js';

/** 管网巡检 with the value 巡检覆盖率, 管护期限 with 初步建成: what stands as the value is the name of another measure, or no time. */
export const valueNotValue: Rule = {
  code: 'value-not-value',
  number: 'R-24',
  severity: 'warning',
  title: { zh: '指标值是值', en: 'what stands as the value is one' },
  wrong: { zh: '指标值里写的不是值', en: 'what stands as the value is none' },
  why: {
    zh: '“巡检覆盖率”“增强参与率”是考核什么，不是做到多少；期限、工期的值里要有时间。',
    en: '巡检覆盖率 says what is measured, not how much is due; the value of a period says a time.',
  },
  source: {
    zh: '财预〔2015〕88号 细化量化、合理可行；财预〔2021〕101号 指标值设置',
    en: 'circulars 财预〔2015〕88号 and 财预〔2021〕101号: values are specific',
  },
  mend: { zh: '写出做到多少；期限、工期写到什么时候或多少天', en: 'say how much, or until when' },
  looksAt: { zh: '三级指标名称与文字指标值', en: 'names of indicators and their text values' },
  fails: { '/units/0/projects/1/indicators/2/annualTarget': { text: '增强学术参与率' } },
  passes: { '/units/0/projects/1/indicators/2/annualTarget': { text: '提高办会效率' } },
  *find(subject: Subject): Generator<Found> {
    for (const owner of subject.owners) {
      const [first, ...others] = pointsAsValues(owner).flatMap(({ targets: [at] }) => at ?? []);
      if (first)
        yield pointsFound(
          first.path,
          others.map(({ path }) => path),
        );
    }
    for (const { path, target, indicator, kind, written } of numberValuesOf(subject))
      if (kind === 'year' && indicator.nature === '定性' && target.note === undefined)
        yield {
          path: [...path.slice(0, -1), 'nature'],
          severity: 'hint',
          message: {
            zh: `指标${quoted(indicator.name)}的性质写定性，指标值${quoted(written)}却是数`,
            en: `${quoted(indicator.name)} is said to be 定性, but its value ${quoted(written)} is a number`,
          },
          hint: { zh: '性质改为定量，或写定性的要求', en: 'call it 定量, or say in words what is due' },
        };
    for (const { partAt, target, indicator, kind, written } of numberValuesOf(subject))
      if (kind === 'year' && /^[%％]$/.test(target.unit?.trim() ?? '') && asksWhether.test(indicator.name))
        yield {
          path: partAt('value'),
          severity: 'hint',
          message: {
            zh: `指标${quoted(indicator.name)}问是不是，指标值${quoted(written)}是比率`,
            en: `${quoted(indicator.name)} asks whether, its value ${quoted(written)} is a share`,
          },
        };
    for (const each of textValuesOf(subject)) {
      const judged = judge(each) ?? doubtful(each);
      if (judged && !isTold(each, judged)) yield { path: [...each.path, 'text'], ...judged };
    }
  },
};

/** A value that repeats its name is told by value-repeats-name. */
function isTold({ indicator, target: { text } }: TextValueAt, { severity }: Pick<Found, 'severity'>): boolean {
  const repeated = repeatOfName(indicator, text);
  return repeated !== undefined && (repeated.isDoubtful === undefined || severity === 'hint');
}

function pointsFound(path: Path, related: readonly Path[]): Found {
  return {
    path,
    related,
    message: {
      zh: `${related.length + 1} 个指标值都是没有单位的数，合计正好是分值：像是把权重填进了指标值`,
      en: `the ${related.length + 1} values are bare numbers that add up to a score: they seem to be the weights`,
    },
  };
}

const asksWhether = /是否|能否|可否|有无|有没有|会不会|能不能|与否/;
/** 300×12×4: what comes of it is the value. All day long is 7×24. */
const product = /^\s*\d[\d.]{0,9}\s*[^\d\s×xX*＊=＝]{0,4}(?:\s*[×xX*＊]\s*\d[\d.]{0,9}\s*[^\d\s×xX*＊=＝]{0,4})+\s*$/;
const allDay = /(?:^|\D)(?:[57]|24|365)天?\s*[×xX*＊]\s*(?:[78]|24|365)(?:\D|$)|分辨率|尺寸|规格|型号|大小|幅面|像素/;
const yesOrNo = /^(?:是|否|有|无|对|√)[。]?$/;

const measureEnd = /[率度数次量例比重积程额][。；.;”\s]{0,2}$/;
const measure = new RegExp(`(?:${measureNouns})$`);
const howMuch = /[高低多少大小]于|超过|较|很|良好(?!率)|以上|以下|全国|全省|全市|前列|领先|不变|稳定/;
const time =
  /[\d０-９一二两三四五六七八九十半]|[年月日天时周季旬期分秒]|按|及时|准时|立即|随即|当场|尽快|同步|合同|协议|约定|规定|计划|标准|方案|进度|节点|批复|持续|永久|前$|后$|结束|完工|竣工|到期|春节|元宵|清明|端午|中秋|国庆|元旦|重阳|[暑寒]假|假期|春播|秋收|汛期|过夜|即[清停办结]/;

/** 100%达标. */
const shareOfWord = /^[≥≤＝=＞＜><]*\s*\d+(?:\.\d+)?\s*[%％](?:达标|合格|完成|覆盖|到位|发放|执行)[。；]?$/;

function judge({
  target: { text },
  indicator: { name },
  kind,
}: TextValueAt): Pick<Found, 'message' | 'severity'> | undefined {
  if (text.length > 40 || kind === 'history' || text.trim() === '') return undefined;
  if (measureEnd.test(text) && isMeasure(wordsOf(text), text, name))
    return {
      message: {
        zh: `指标${quoted(name)}的值${quoted(text)}是指标的名称，没有数`,
        en: `the value ${quoted(text)} of ${quoted(name)} is the name of a measure, without a figure`,
      },
    };
  if (toldAsDone.test(text))
    return {
      message: {
        zh: `指标${quoted(name)}的值${quoted(text)}写的是做完了什么，不是要做到什么`,
        en: `the value ${quoted(text)} of ${quoted(name)} tells what was done, not what is due`,
      },
    };
  if (shareOfWord.test(text.trim()))
    return {
      message: {
        zh: `指标${quoted(name)}的值${quoted(text)}在比率后又写文字：写进名称，值只写比率`,
        en: `the value ${quoted(text)} of ${quoted(name)} has a word behind its share: it belongs to the name`,
      },
    };
  if (product.test(text) && !allDay.test(name + text) && (asksForNumber(name) || nameKind(name) !== undefined))
    return {
      message: {
        zh: `指标${quoted(name)}的值${quoted(text)}是算式，没有写出结果`,
        en: `the value ${quoted(text)} of ${quoted(name)} is a sum to be done`,
      },
    };
  if (yesOrNo.test(text.trim()) && name.split(/[，,、；;]/).some((part) => isDuration(part)))
    return {
      message: {
        zh: `指标${quoted(name)}问时间，指标值${quoted(text)}里没有`,
        en: `the indicator ${quoted(name)} asks for a time, its value ${quoted(text)} has none`,
      },
    };
  if (isDuration(name) && !time.test(text.replace(/期间|时期/g, '')) && wordsOf(text).length > 1)
    return {
      message: {
        zh: `指标${quoted(name)}要有时间，指标值${quoted(text)}里没有`,
        en: `the indicator ${quoted(name)} asks for a time, its value ${quoted(text)} has none`,
      },
    };
  return undefined;
}

const grades =
  /^[\s“”"（(]*(?:(?:优秀?|良好?|中等?|一般|差|较差|较好|好|合格|不合格|低|高)[、，,/／\s]*){3,}[\s”"）)。]*$/;

/** 好坏, 是/否: two that exclude each other. */
const choice =
  /^(?:是|有|好|高|大|强|优|多|合格|通过|达标)[\s、，,/／]*(?:否|无|坏|差|低|小|弱|劣|少|不合格|不通过|未?达标|不达标)[。；]?$/;
/** 在规定时间内: when that is, nobody is told. */
const someTime =
  /^(?:在|于)?(?:项目|合同|工程)?(?:计划|规定|预定|约定|既定|要求)的?(?:完成|实施|建设)?(?:时间|期限|工期|时限|时效)(?:之?内|以内|范围内)|(?:所有|全部|一切)时间/;
/** 暂定15次; without an amount, 酌情 and 适当补助; without a number, 视情况. */
function isUnsettled(text: string): boolean {
  return (
    /^暂[定估]/.test(text.trim()) ||
    (/酌情|适当(?:补助|补贴|奖励|给予|安排|发放)/.test(text) && !/\d\s?[万亿]?元/.test(text)) ||
    (/视[^，。；]{0,10}情况|待[^，。；]{1,10}[后再](?:确定|明确|安排)/.test(text) && !/\d/.test(text))
  );
}

const aim = new RegExp(`^(?:${adverbs})*(?:${changeVerbs}|解决|满足)(?=[\\u4e00-\\u9fff]{2})`);

function isListOfAims(text: string): boolean {
  const parts = text.split(/[，；。,;]/).filter((part) => part.trim() !== '');
  return parts.length > 2 && !/\d/.test(text) && parts.every((part) => aim.test(part.trim()));
}

const moneyFor = /(?:\d\s?[万亿]?元|资金|经费)(?:将|主要|全部|均)*用于/;

function isWithoutTime(text: string, level2: string): boolean {
  return /时效|时间|进度/.test(level2) && someTime.test(text.trim()) && !/[\d一二两三四五六七八九十]/.test(text);
}

/** 2020年疫情期间产生的减免房租 for a period: what stands there besides the year is no time. */
function isOfOther(text: string): boolean {
  const rest = text.replace(/(?:19|20)\d\d年度?/g, '');
  return rest !== text && rest.length > 5 && !time.test(rest.replace(/期间|时期|时段/g, ''));
}

/** 优良中低差 as a value, 严格执行相关财经法规制度. */
function doubtful(each: TextValueAt): Pick<Found, 'message' | 'severity'> | undefined {
  const { target, indicator, kind } = each;
  const { text } = target;
  const { name, level2 = '' } = indicator;
  if (text.length > 60 || kind === 'history') return undefined;
  if (text.length <= 20 && (grades.test(text) || choice.test(text.trim())))
    return {
      // What a system exports for 定性 (四川), and others never set.
      severity: 'hint',
      message: {
        zh: `指标${quoted(name)}的值${quoted(text)}是几档或几个选项，没有定到哪一个`,
        en: `the value ${quoted(text)} of the indicator ${quoted(name)} lists choices and sets none`,
      },
    };
  if (/(?<![频效])率$/.test(name.trim()) && onlyTime.test(text.trim()) && !/评/.test(name))
    return {
      severity: 'hint',
      message: {
        zh: `指标${quoted(name)}是比率，指标值${quoted(text)}是时间`,
        en: `${quoted(name)} is a rate, its value ${quoted(text)} a time`,
      },
    };
  if (rateBefore.test(text.trim()) && !/率/.test(name))
    return {
      severity: 'hint',
      message: {
        zh: `指标${quoted(name)}的值${quoted(text)}里写着另一个名称`,
        en: `the value ${quoted(text)} of ${quoted(name)} holds the name of a measure`,
      },
    };
  if (
    /^(?:19|20)\d\d年度?$/.test(text.trim()) &&
    /时效/.test(level2) &&
    !/年[度份限]|(?:服务|责任|实施|执行|使用|保障|租赁)(?:期|周期|期限|期间)$/.test(name)
  )
    return {
      severity: 'hint',
      message: {
        zh: `指标${quoted(name)}的值只写年份${quoted(text)}，没有写到什么时候`,
        en: `the value ${quoted(text)} of ${quoted(name)} is but the year`,
      },
    };
  if (isWithoutTime(text, level2) || (isDuration(name) && isOfOther(text)))
    return {
      severity: 'hint',
      message: {
        zh: `指标${quoted(name)}的值${quoted(text)}没有写明时间`,
        en: `the value ${quoted(text)} of the indicator ${quoted(name)} sets no time`,
      },
    };
  if (yesOrNo.test(text.trim()) && /成本/.test(level2) && !lacksNumber(each))
    return {
      severity: 'hint',
      message: {
        zh: `成本指标${quoted(name)}的值${quoted(text)}不是金额`,
        en: `the value ${quoted(text)} of the cost ${quoted(name)} is no amount`,
      },
    };
  if (isUnsettled(text) && !lacksNumber(each))
    return {
      severity: 'hint',
      message: {
        zh: `指标${quoted(name)}的值${quoted(text)}没有定下来`,
        en: `the value ${quoted(text)} of the indicator ${quoted(name)} is not settled`,
      },
    };
  if (isListOfAims(text))
    return {
      severity: 'hint',
      message: {
        zh: `指标${quoted(name)}的值${quoted(text)}是一串目的，看不出做到什么程度`,
        en: `the value ${quoted(text)} of the indicator ${quoted(name)} lists aims: how far is not told`,
      },
    };
  if (moneyFor.test(text))
    return {
      severity: 'hint',
      message: {
        zh: `指标${quoted(name)}的值${quoted(text)}写的是钱用在哪里`,
        en: `the value ${quoted(text)} of the indicator ${quoted(name)} tells what money is for`,
      },
    };
  const words = wordsOf(text);
  return words.length >= 6 && doing.test(words) && !tellsHow.test(words) && !name.includes(words.replace('了', ''))
    ? {
        severity: 'hint',
        message: {
          zh: `指标${quoted(name)}的值${quoted(text)}说的是要做的事，看不出做到什么程度`,
          en: `the value ${quoted(text)} of the indicator ${quoted(name)} is something to do: how far is not told`,
        },
      }
    : undefined;
}

/** 2025年11月, 每月15日前, 4个季度 */
const onlyTime =
  /^(?:每[年月季]度?)?(?:(?:19|20)\d\d年)?(?:\d{1,2}\s?(?:个?月份?|日|号|天|小时|个?工作日|个?季度)(?:[-—至到]\d{1,2}月)?(?:\d{1,2}日)?)?[底末]?(?:之?前|以前|内)?$/;
/** 测评通过率100% */
const rateBefore = /^[\u4e00-\u9fff]{2,8}率(?:达到?|为|不低于|[≥=＝])?\s?\d[\d.]*\s?[%％]$/;
/** A sentence of what is to be done. */
const doing =
  /^(?:严格执行|严格遵守|认真执行|执行|改善|解决|保障|保证|确保|服务|加强|开展|予以|给予|提供|做好|落实|完成|维护|促进|推动|推进|提高|提升|增强|营造|满足|支持|围绕|通过|为|使|让)[\u4e00-\u9fff]{4,}$/;
/** A number, a degree, a time, or a state that can be told. */
const tellsHow =
  /[\d０-９%％一二两三四五六七八九十百千万零无]|显著|明显|有效|逐[步年]|持续|不断|稳[步定]|进一步|全面|充分|大幅|较|很|更|良好|优[良秀]|及时|按[时期照]|规范|到位|达[标到]|合格|符合|安全|正常|完[好整]|不|未|全部|均|都|率|(?<!制)度$|前列|领先|长期|可持续|健全|顺利|圆满/;

function isMeasure(value: string, text: string, name: string): boolean {
  if (!measure.test(value.slice(-6)) || value === wordsOf(name)) return false;
  return !asksForNumber(name) && !hasNumber(text) && !howMuch.test(text);
}

function isDuration(name: string): boolean {
  if (!/[间期限长数度]/.test(name.slice(-14))) return false;
  return (
    nameKind(name) === 'time' ||
    /(?:(?:建设|服务|实施|项目|管护|运维)周|(?:持续|服务|施工|建设|实施|执行|运行|质保|保修|管护|养护|合同|租赁|有效|项目)(?:履行)?)期$/.test(
      name.slice(-60),
    )
  );
}
