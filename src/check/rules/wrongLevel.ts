import { quoted } from '../../json/pointer.js';
import type { Indicator, Target } from '../../report/schema.js';
import { boundOf, composeTarget, mainTarget } from '../../report/target.js';
import { headOf } from '../indicators/heads.js';
import { levelMeant } from '../indicators/levels.js';
import { bareOf, nameKind } from '../indicators/nameKind.js';
import {
  type NameSense,
  nameSense,
  type SenseLevel,
  senseLevels,
  type ValueKind,
  valueKindOf,
} from '../indicators/nameSense.js';
import { isNoName } from '../indicators/noName.js';
import { lowSense } from '../indicators/rowSense.js';
import { asQuantity } from '../indicators/targets.js';
import { isCount, unitAtStart, unitSense } from '../indicators/units.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { isWordAlone, wordStart } from '../text/words.js';
import { speaksOfTime } from './timelinessWithoutTime.js';

type Judged = { readonly severity: 'warning' | 'hint'; readonly zh: string; readonly en: string };

/** 参与人数 under 质量指标, 达标率 under 数量指标, 满意度 under 社会效益指标, 及时配送 under 质量指标. */
export const wrongLevel: Rule = {
  code: 'wrong-level',
  number: 'R-28',
  severity: 'warning',
  title: { zh: '指标放在所属的二级指标下', en: 'an indicator stands under the second level that it is of' },
  wrong: { zh: '指标放错了二级指标', en: 'an indicator stands under a second level that it is not of' },
  why: {
    zh: '数量指标是数出来的个数，质量指标是达到的标准；参与人数列入质量、合格率列入数量，时效、成本、满意度列入别处，评审会要求调整。',
    en: 'Quantity is what is counted, quality the standard that is reached; reviewers send back what is under the wrong one, and time, cost and satisfaction elsewhere.',
  },
  source: {
    zh: '天津市 2023 年公开表“参与人数”列入质量，广州市 2025 年公开表“达标率”“投资控制率”列入数量',
    en: 'published tables of Tianjin 2023 (参与人数 under quality) and Guangzhou 2025 (rates under quantity)',
  },
  mend: { zh: '换到合适的二级指标下', en: 'move it to the second level that it belongs to' },
  looksAt: { zh: '二级指标，三级指标名称与单位', en: 'second levels, names and units of indicators' },
  fails: {
    '/units/0/projects/0/indicators/1': {
      level1: '产出指标',
      level2: '质量指标',
      name: '现场参与人次',
      annualTarget: { sign: '≥', value: '500', unit: '人次' },
    },
  },
  passes: {
    '/units/0/projects/0/indicators/1': {
      level1: '产出指标',
      level2: '质量指标',
      name: '重大安全事故发生次数',
      annualTarget: { value: '0', unit: '次' },
    },
  },
  *find({ owners }: Subject): Generator<Found> {
    for (const { indicators } of owners) {
      for (const { path, indicator } of indicators) {
        const judged = judge(indicator);
        if (!judged) continue;
        yield {
          path: [...path, indicator.level2 === undefined ? 'level1' : 'level2'],
          severity: judged.severity,
          message: {
            zh: `指标${quoted(indicator.name)}${shown(indicator)}${judged.zh}`,
            en: `the indicator ${quoted(indicator.name)} ${judged.en}`,
          },
        };
      }
    }
  },
};

/** A row is told where its own level is refused, and another one fits by so much better; surely, by so much more (docs/decisions.md). */
const [refused, better, surelyBetter] = [-0.4, 1.6, 2.4];
/** What is no satisfaction is seen easily, whatever else it is. */
const slightlyBetter = 1.2;
/** Below it the best level is a guess, which is not named. */
const accepted = 0.3;
const effects: readonly SenseLevel[] = ['经济效益', '社会效益', '生态效益', '可持续影响'];
const costs: readonly SenseLevel[] = ['成本', '社会成本', '生态环境成本'];

/** 三级指标, 指标1: the form's own words. */
const noName = /指标[\d一二三四五六]*[：:]?$/;

function judge(indicator: Indicator): Judged | undefined {
  const target = mainTarget(indicator);
  const stands = standsUnder(indicator);
  const name = indicator.name.trim();
  if (target === undefined || stands === undefined || noName.test(name) || isNoName(name)) return undefined;
  return byName(indicator, target, stands) ?? byValue(name, kindOf(target), stands) ?? byWords(name, target, stands);
}

/** What names that are called so are accepted under, which is not where it stands. */
function byName(indicator: Indicator, target: Target, stands: readonly SenseLevel[]): Judged | undefined {
  const name = indicator.name.trim().replace(otherSatisfaction, '满意度');
  const kind = kindOf(target);
  const { levels, told } = nameSense(name, kind);
  const own = ownScore(stands, levels, target, name);
  const top = senseLevels.reduce((best, level) => (levels[level] > levels[best] ? level : best));
  const by = levels[top] - own;
  if (stands.includes('时效') && within.test(name)) return undefined;
  if (top === '时效' && stands.every((level) => effects.includes(level)) && ofServed.test(name)) return undefined;
  if (own >= refused || by < (stands[0] === '满意度' ? slightlyBetter : better)) return undefined;
  // 维护费 35处, 活动场次 3万元/场: what is counted and what is called is not the same, which unit-mismatch tells.
  if ((top === '成本' && kind === 'number') || (stands.includes('成本') && kind === 'money')) return undefined;
  const severity = isSure(by, top, stands, kind, name) ? 'warning' : 'hint';
  // Without any time it is told by timeliness-without-time.
  if (top !== '成本' && stands.includes('时效') && !speaksOfTime(indicator)) return undefined;
  const at = indicator.level2 ?? indicator.level1;
  if (levels[top] < accepted || stands[0] === '满意度')
    return { severity, zh: `说的不是${stands[0]}，列在${at}下`, en: `is not of ${at}, under which it stands` };
  const like = endIn(name, told(top, stands[0] as SenseLevel));
  return {
    severity,
    zh: `列在${at}下，“${like}”通常放在${top}指标下`,
    en: `stands under ${at}; names like ${like} usually stand under ${top}指标`,
  };
}

/** The end of a name that tells, from where its first word begins: 用情况 is that of 使用情况. Figures are all one to who told it. */
function endIn(name: string, end: string): string {
  const from = name.lastIndexOf(end);
  if (from < 0) return name;
  if (end.startsWith('的')) return end.slice(1);
  return isWordAlone(end) ? name.slice(wordStart(name, from), from + end.length) : end;
}

const otherSatisfaction = /满意(?:程度|情况|状况|水平)$/;
/** 信访7日内程序回复率: a rate of what is done in time. */
const within = /\d\s?(?:个?工作)?(?:日|天|小时|分钟|个?月)(?:之?内|以内)/;

/** 平均等待时间: how long those wait whom it is for, and an effect of it. */
const ofServed = /(?:等待|候诊|候车|排队|通勤|往返|出行|就医|办事|跑腿)[^完]{0,4}(?:时间|时长|用时|耗时)$/;

/** How much of what was planned is done: regions count it as quantity. */
const ofExtent = /(?:完成|开工|完工|竣工)率$|占比$|比例$/;
/** Money that comes out of it, or is given away. */
const comesOut = /争取|吸引|引进|引资|招引|筹|募|收(?!到)|征|缴|交易|贷款|发放|销售|产值|签约|投资|融资|挽回|核销|担保/;
/** What counts things by its name, or holds their number. */
const countsThings =
  /(?:(?<![倍系指参])数|数量|人次|户次|场次|批次|次数)$|\d+(?:\.\d+)?\s?(?:万?元|人|户|个|项|次|场|套|台|辆|件|座|处|亩|公里|平方米|米|吨|间|所|条|批|份|册|期|盏|株|棵|头|只)(?:$|[、，；])/;
/** What is delivered or sent, beside money: 设备到位率. */
const ofThings =
  /(?:设备|设施|人员|物资|材料|器材|车辆|仪器|货物|药品|疫苗|种苗|苗木|农资|师资|队伍|教材|耗材|装备)(?:采购|配备|配置)?到位率$/;
const moneyRate =
  /(?:到位|拨付|支付|兑付|支出|下达|资金[^及按]{0,4}发放|经费[^及按]{0,4}发放|(?:资金|经费|预算|支出|拨款)执行)率$/;

/** Shares that are of cost: how much of it is saved, kept or spent on what. */
const ofCost =
  /成本(?!核算)|控制|节[约省]|降|减|超支|超概|超预算|费|占比|比例|比重|价格?(?:波动|涨|差|偏)|损耗|偏差|利息|利率|投入|投资/;
/** 项目推进情况, 年度任务完成率. */
const ofItself =
  /^(?:本|该|各项|年度|全年)?(?:项目|工程|工作|任务|计划|方案)(?:的)?(?:实施|完成|开展|推进|建设|执行)(?:情况|进度|质量|率)?$/;
/** 资金使用合规性, 专款专用率: 财预〔2020〕10号 counts it to how money is managed. */
const spending =
  /专款专用|(?:资金|经费|支出|预算|款项?)(?:的)?(?:使用|支出|拨付|发放|管理|支付|审批|执行|流程)*(?:合规|规范|合法|合理)(?:性|率|程度)?$/;

/** A share or money under quantity; how far money has got, which 财预〔2020〕10号 counts to the process, not to what comes out of it. */
function byValue(name: string, kind: ValueKind | undefined, stands: readonly SenseLevel[]): Judged | undefined {
  const bare = bareOf(name);
  // 应受助学生数 100%, 教学软件2套 100%: the value is amiss, not the level.
  const isShare = kind === 'share' || (kind === undefined && headOf(name) === 'rate');
  if (stands[0] === '数量' && isShare && !ofExtent.test(bare) && !countsThings.test(bare))
    return { severity: 'hint', zh: '是比率，列在数量指标下', en: 'is a rate, but stands under 数量指标' };
  const isMoney = kind === 'money' || (kind === undefined && nameKind(name) === 'money');
  if (stands[0] === '数量' && isMoney && !comesOut.test(bare))
    return { severity: 'hint', zh: '是金额，列在数量指标下', en: 'is money, but stands under 数量指标' };
  if (stands[0] === '成本' && kind === 'share' && !ofCost.test(bare) && !moneyRate.test(bare))
    return { severity: 'hint', zh: '是比率，说的不是成本', en: 'is a rate, and not of cost' };
  if (stands.every((level) => effects.includes(level)) && (ofItself.test(bare) || /应.{1,2}尽.{1,2}率$/.test(bare)))
    return {
      severity: 'hint',
      zh: '说的是工作本身做得怎样，不是效益',
      en: 'tells how the work itself goes, which is no effect',
    };
  if (stands[0] === '质量' && spending.test(bare))
    return {
      severity: 'hint',
      zh: '说的是钱用得合不合规，属投入和过程，不是产出质量',
      en: 'tells whether money is spent by the rules, which is no output',
    };
  const isOutput = stands[0] === '质量' || stands[0] === '时效' || stands[0] === '成本';
  return isOutput &&
    kind === 'share' &&
    moneyRate.test(bare) &&
    !ofThings.test(bare) &&
    !/及时|按时|按期|准时|进度/.test(bare)
    ? {
        severity: 'hint',
        zh: `说的是资金到没到位、花没花，属投入和过程，不是产出${stands[0]}`,
        en: 'tells how far money has got, which is no output',
      }
    : undefined;
}

/** 修缮级别 under 数量指标, 精品课程 3门 or 37个基层医疗机构 under 质量指标: what is of which kind, or how many there are. */
function byWords(name: string, target: Target, stands: readonly SenseLevel[]): Judged | undefined {
  if (stands[0] === '质量' && isCountOfQuality(name, target))
    return { severity: 'hint', zh: '数的是个数，列在质量指标下', en: 'is a count, but stands under 质量指标' };
  if (!('text' in target)) return undefined;
  const text = target.text.trim();
  if (stands[0] === '数量' && headOf(name) === 'class' && !/\d/.test(text))
    return { severity: 'hint', zh: '说的是哪一种、哪一级，不是数量', en: 'tells of which kind it is, not how many' };
  const [, number = '', rest = ''] = countedThing.exec(text) ?? [];
  const isCounted = Number(number) > 1 && isCount(unitAtStart(rest)) && rest.length - unitAtStart(rest).length > 1;
  return stands[0] === '质量' && isCounted && !/率|标准|要求/.test(name + text)
    ? { severity: 'hint', zh: '数的是个数，列在质量指标下', en: 'is a count, but stands under 质量指标' }
    : undefined;
}

/** 精品课程 3门, 训练时长 300小时: more than one of something that is neither harm nor a prize nor so much for each. */
function isCountOfQuality(name: string, target: Target): boolean {
  const { value = '', unit = '', sign } = asQuantity(target) ?? {};
  const bare = bareOf(name);
  if (
    !(Number(value) > 1) ||
    (sign !== undefined && boundOf(sign) === 'ceiling') ||
    ofGrade.test(bare) ||
    lowSense(name) > -0.1
  )
    return false;
  const { kind = 'none', isRatio } = unitSense(unit, name);
  return (
    (counted.has(kind) && !isRatio && !/[级等]$/.test(unit)) ||
    (/^(?:小时|学时|课时)$/.test(unit) && /(?:时长|学时|课时)数?$/.test(bare))
  );
}

const counted: ReadonlySet<string> = new Set(['people', 'visits', 'household', 'event', 'thing']);

/** What is counted or measured and tells how good something is. */
const ofGrade =
  /奖|金牌|奖牌|名次|荣誉|爆款|均|每|采纳|采用|转化|录用|发表|达标|合格|优秀|优良|标准|等级|故障|间隔|并发|周转|门类|种类|指标|留样|保存|[高宽厚深长强温湿密精浓力速硬亮]度|误差|偏差|距离|比$/;

const countedThing = /^(\d{1,6})([\u4e00-\u9fff]{3,14})[。；]?$/;

/** That nothing happens is as good as a number. */
const none = /^(?:无|零|没有|不发生|未发生|杜绝)/;

function kindOf(target: Target): ValueKind | undefined {
  return 'text' in target && none.test(target.text) ? undefined : valueKindOf(target);
}

/** A shorter value says how well, not what: 有力, 良好. */
const shortestSaid = 5;

/** How well a row's name, or its value in words, is accepted where it stands; what lasts may be any effect, and days may be counted. */
function ownScore(stands: readonly SenseLevel[], levels: NameSense['levels'], target: Target, name: string): number {
  if (isSideCost(stands) && 'text' in target && lastsWell.test(target.text)) return -better;
  const kind = kindOf(target);
  const all = stands.includes('可持续影响') && kind !== 'number' ? effects : stands;
  const own = Math.max(...all.map((level) => levels[level]));
  if (!('text' in target)) {
    const counted = kind === 'time' ? nameSense(name, 'number').levels : levels;
    return Math.max(own, ...stands.map((level) => counted[level]));
  }
  if (target.text.length < shortestSaid || kind !== 'manner') return own;
  const said = nameSense(target.text, 'manner').levels;
  return Math.max(own, ...stands.map((level) => said[level]));
}

/** What is said of good that lasts, not of harm. */
const lastsWell = /长远|深远|提升|提高|改善|增强/;

/** Costs to society or to nature. */
function isSideCost(stands: readonly SenseLevel[]): boolean {
  return stands.length === 1 && costs.includes(stands[0] as SenseLevel);
}

/**
 * Effects are told apart by reviewers only, and so are they from counts and qualities; but what does good is surely no cost to society or
 * nature, and how far work has got no effect.
 */
function isSure(
  by: number,
  top: SenseLevel,
  stands: readonly SenseLevel[],
  kind: ValueKind | undefined,
  name: string,
): boolean {
  if (stands.length === 1 && stands[0] === '满意度') return true;
  // What society or nature bears is told apart by few.
  if (isSideCost(stands) && !effects.includes(top)) return false;
  if (effects.includes(top)) return isSideCost(stands);
  // A form without second levels says little of where a row stands.
  if (stands.includes('社会效益') && stands.length > 1) return false;
  const mayBeEffect =
    (top === '时效' && !ofTime.test(name)) ||
    ((top === '数量' || top === '质量') && (kind !== 'share' || !ofWork.test(name)));
  return by > surelyBetter && !(mayBeEffect && stands.some((level) => effects.includes(level)));
}

/** 突发事件及时处置 may do good. */
const ofTime = /(?:时间|时限|期限|工期|及时[率性])$/;
/** Rates of the work itself; 用血满足率 may be what society has of it. */
const ofWork =
  /(?:合格|达标|验收|完成|及时|准确|正确|完好|通过|到位|发放|规范|合规|开工|完工|竣工|结算|履约|执行)\S{0,2}率$/;

/** What a row may be of, by where it stands; undefined where a table has its own levels. */
function standsUnder({ level1, level2 }: Indicator): readonly SenseLevel[] | undefined {
  if (/满意/.test(level1)) return ['满意度'];
  if (level2 === undefined)
    return /^(?:成效|效益|效果|绩效效益)(?:指标|目标)?$/.test(level1.trim()) ? [...effects, '满意度'] : undefined;
  const meant = levelMeant(level2, 2)?.name.replace(/指标$/, '').replace('服务对象', '').replace('经济成本', '成本');
  const level = senseLevels.find((each) => each === meant);
  if (level === undefined) return undefined;
  return costs.includes(level) ? (level === '成本' ? costs : [level]) : [level];
}

function shown(indicator: Indicator): string {
  return `（${composeTarget(mainTarget(indicator))}）`;
}
