import { quoted } from '../../json/pointer.js';
import type { Indicator } from '../../report/schema.js';
import { headOf } from '../indicators/heads.js';
import { levelMeant } from '../indicators/levels.js';
import { nameSense, valueClasses } from '../indicators/nameSense.js';
import { isQuantity, type TextValueAt, textValuesOf } from '../indicators/targets.js';
import { unitSense } from '../indicators/units.js';
import { adverbs, changeVerbs } from '../lexicon/values.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { saysNothing } from '../text/blankText.js';
import { placeholderIn } from '../text/placeholders.js';

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
      const severity = lacking(each);
      if (severity === undefined) continue;
      yield {
        path: [...each.path, 'text'],
        severity,
        message: {
          zh: `指标${quoted(each.indicator.name)}要有数，指标值${quoted(each.target.text)}里没有`,
          en: `the indicator ${quoted(each.indicator.name)} asks for a number, its value ${quoted(each.target.text)} has none`,
        },
      };
    }
  },
};

/** Whether a value is told for having no number where its name asks for one. */
export function lacksNumber(each: TextValueAt): boolean {
  return lacking(each) !== undefined;
}

function lacking(each: TextValueAt): 'warning' | 'hint' | undefined {
  const { kind, indicator, target } = each;
  const text = target.text.trim();
  // 待定: placeholder tells.
  if (text === '' || placeholderIn(text)?.kind === 'whole') return undefined;
  if (!saysNothing(text) && isUnitAlone(text)) return 'warning';
  if (
    kind !== 'history' &&
    indicator.nature?.startsWith('定量') &&
    /^(?:较|比)(?:上年|去年|往年|同期)/.test(text) &&
    !anyDigit.test(text.replace('一定', ''))
  )
    return 'hint';
  if (kind !== 'history' && /^(?:若干|多|数)[个场次项期人件处家户批篇份台套本辆组条]?(?:次|名)?$/.test(text))
    return 'warning';
  if (!hasNumber(text)) {
    if (promisesNumber(each)) return isTrend(indicator, text) || isAim(indicator) ? 'hint' : 'warning';
    return kind !== 'history' &&
      (isCost(indicator, text) ||
        isWithinBudget(indicator, text) ||
        isCalledNumber(indicator, text) ||
        isOfQuantity(indicator, text) ||
        /满意[度率]$/.test(endOf(indicator.name)) ||
        isUsuallyNumber(indicator.name, text))
      ? 'hint'
      : undefined;
  }
  // 应改尽改 is all of them: as good as 100 % for a rate, but a count says how many.
  if (kind === 'history' || anyDigit.test(text) || !countsThings(indicator.name)) return undefined;
  return /^应.{1,2}尽.{1,2}$/.test(text) ? 'warning' : /^(?:全部|所有|全覆盖)/.test(text) ? 'hint' : undefined;
}

/** 结核病发病率 逐步下降, 天然林面积 不减少: an effect may be told by its direction. */
function isTrend({ level1, level2 = level1 }: Indicator, text: string): boolean {
  return /效益|影响|社会成本|生态/.test(level2) && text.length < 12 && trend.test(text);
}

/** 提升公交客运量 带动出行 as an effect: the name is an aim, and asks for a number by its last word only. */
function isAim({ name, level1, level2 = level1 }: Indicator): boolean {
  return /效益|影响/.test(level2) && aim.test(name.trim());
}

const aim = new RegExp(`^(?:${adverbs})?(?:${changeVerbs}).*(?<!数)量$`);
const trend =
  /(?:下降|降低|减少|上升|提高|提升|增长|增加|扩大|稳中有[升增降]|不(?:再|断|持续)?(?:减少|增加|下降|新增|反弹|降低))(?:趋势)?$/;
const anyDigit = /[\d０-９零〇一二两三四五六七八九十百]/;

/** 公里, 万亩, ≥ %: the form's own unit, and no number was written before it. */
function isUnitAlone(text: string): boolean {
  const unit = text.replace(/^(?:[≥≤≧≦＞＜＝><=]+|不少于|不低于|不超过)\s*/, '');
  if (unit.length === 0 || unit.length > 6 || notAlone.has(unit) || /^[一二两三四五六七八九十]/.test(unit))
    return false;
  return unitSense(unit).kind !== undefined;
}

/** Units that are words of their own. */
const notAlone: ReadonlySet<string> = new Set(
  '对 时间 日期 项目 企业 学校 单位 平台 系统 社区 基地 街道 网格 专家 职工 教师 学生 师生 学员 阶段 时 分 级 星 等 成 号 线 路 课 月份 百分比 级别 季度 岗位 站点 度 一级'.split(
    ' ',
  ),
);

/** 建设项目成本 with 参照政府采购成本控制, 补贴标准 with 予以适当补助: so much must not cost more than what? */
function isCost({ name, level1, level2 = '' }: Indicator, text: string): boolean {
  const isOfCost = /成本/.test(level2) || (level2 === '' && /成本/.test(level1));
  return (
    isOfCost &&
    !/社会|生态/.test(level2) &&
    (/(?:成本|费用|造价|经费|投资|支出|预算|单价|价格|控制)(?:总?额|数|内|情况)?$/.test(name.slice(-12)) ||
      (text.length >= shortestSentence && !pricedElsewhere.test(text) && !otherwise.test(text)))
  );
}

/** A shorter value is a state: 有效控制. */
const shortestSentence = 6;
/** Where the price stands, if not in the table. */
const pricedElsewhere =
  /合同|协议|中标|招标|据实|实际(?!情况)|文件|规定|标准|定额|市场|预算|概算|财评|评审|审计|比价|询价|政府采购|目录|节约|节省|降低|无/;

/** 项目成本控制 with 不超预算 or 控制在预算内, whatever its level is called: how much may it cost? */
function isWithinBudget({ name }: Indicator, text: string): boolean {
  return withinBudget.test(text) && ofMoney.test(name.slice(-16));
}

const withinBudget =
  /^(?:严格)?(?:不得?超(?:过|出)?|未超(?:过|出)?|控制在|不高于|不大于|小于等于|低于|在)(?:了)?(?:项目|年初|年度|批复的?|财政|部门|下达|核定的?|总|批准的?){0,3}(?:预算|概算|经费|额度|标准)(?:金额|数|总?额|资金|安排|批复数|指标)?(?:之?内|范围(?:之?内)?|以内|控制)?[。；]?$/;
const ofMoney = /成本|费|经费|支出|投资|造价|价格|预算|资金|金额|开支/;

/** 定量 in the column of its nature, and words as its value: 工作安排时间 定量 按月安排. A time is as good as a number. */
function isCalledNumber({ nature }: Indicator, text: string): boolean {
  return nature === '定量' && !otherwise.test(text) && !/[年月季周日天]底?前|及时|按时|按期|合格|达标/.test(text);
}

/** What is no number for a reason, or is told of by other rules: an effect under 数量指标 stands at the wrong level. */
const otherwise = /^[是有无否]$|[见详]附|按实|据实|实有|按需|提升|提高|改善|增强|长期|持续|长远/;

/** 培训业务骨干 with 按计划完成 under 数量指标: how many? 修缮级别 asks of which kind, and stands at the wrong level. */
function isOfQuantity({ name, level2 = '' }: Indicator, text: string): boolean {
  return levelMeant(level2, 2)?.name === '数量指标' && !otherwise.test(text) && headOf(name) !== 'class';
}

/** What names that are called so have as a number, and neither in words nor as a time. */
function isUsuallyNumber(name: string, text: string): boolean {
  if (otherwise.test(text) || /^(?:严格)?按/.test(text)) return false;
  const { values } = nameSense(name);
  const usual = Math.max(...valueClasses.map((each) => (each === 'time' || each === 'manner' ? -9 : values[each])));
  return usual > surely && values.manner < -surely && values.time < -surely;
}

const surely = 1;

/** Heads that nothing but a number answers. */
const numbered: ReadonlySet<string> = new Set(['rate', 'count', 'sum', 'days']);

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
  const head = headOf(name);
  return head !== undefined && numbered.has(head);
}

function countsThings(name: string): boolean {
  const head = headOf(name);
  return head === 'sum' || (head === 'count' && !/(?:浓度|能耗|指数|系数)$/.test(endOf(name)));
}

function endOf(name: string): string {
  return name
    .slice(-40)
    .replace(/[（(][^（()）]{0,10}[)）]$/, '')
    .slice(-8);
}
