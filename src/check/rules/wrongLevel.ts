import { quoted } from '../../json/pointer.js';
import type { Indicator, Target } from '../../report/schema.js';
import { composeTarget, mainTarget } from '../../report/target.js';
import { levelMeant } from '../indicators/levels.js';
import { isUsualValue, type NameHabit, nameHabit } from '../indicators/nameHabits.js';
import { asQuantity, isQuantity } from '../indicators/targets.js';
import { isCount, measureOf, unitSense } from '../indicators/units.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
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

/** Counts that do tell of quality: faults, prizes, excellence, adoption. */
const quality =
  /事故|投诉|差错|故障|错|获奖|奖|优秀|优质|精品|高水平|合格|达标|违|问题|安全|纠纷|采纳|批示|转化|专利|认定|认证|通过|漏|损|标准|质量|等级|级别|高级|核心|发生|返工|退|缺陷|投入使用|隐患|称号|示范|控制|规模|限额/;
const volume = /(?:数量|人数|人次|场次|次数|场数|件数|份数|篇数|参与者)$/;
const ofQuality = /合格率|及格率|达标率|准确率|正确率|完好率|优良率|优秀率|通过率|规范性|规范率|完整性|合规率/;

/** Of time, as far as the words say when: 实时 and 无故障时间 tell of quality. */
const inTime = /及时|按时|按期|准时|如期|限时|时限|工期|(?:完成|完工|竣工|交付|到位)时间/;
const alsoQuality = /准确|合格|规范|质量|完整|完好|正确|有效/;
const cost = /(?:成本|造价|(?:成本|投资|预算|费用)控制(?:率|数|额)?|(?<!消)费用)$/;
/** What one gets or costs. */
const price =
  /(?:(?:补助|补贴|奖励|资助|救助|收费|经费|工资|伙食|发放|保障|缴费|费用|财政)标准|单价|单位成本|人均成本|人均费用|均价)$/;
const notSpent = /减|免|节|补|发放|收取|筹集|征收|赔|报销|收费/;
const satisfied = /满意(?:度|率|程度)?$/;

function judge(indicator: Indicator): Judged | undefined {
  const main = mainTarget(indicator);
  const target = main && (asQuantity(main) ?? main);
  const level2 = levelMeant(indicator.level2 ?? '', 2);
  // A row that stands under another first level has slipped: level2-misplaced tells.
  const name = indicator.name.slice(-60).replace(/[（(][^（()）]{0,10}[)）]$/, '');
  if (target !== undefined && /满意/.test(indicator.level1)) return notSatisfied(name, target);
  if (target !== undefined && indicator.level2 === undefined) return costAsEffect(name, indicator.level1);
  if (target === undefined || level2 === undefined) return undefined;
  return (
    ofOtherLevel(name, target, level2.name, level2.level1) ??
    byEnd(name, target, level2.name) ??
    ofQuantity(indicator, target, name, level2.name) ??
    effectElsewhere(name, target, level2.name) ??
    noNature(name, target, level2.name) ??
    outputElsewhere(name, target, level2.name, level2.level1) ??
    countElsewhere(indicator, target, name, level2.name) ??
    unusual(indicator, target, level2.name, level2.level1)
  );
}

const opinion =
  /满意|投诉|表扬|好评|差评|评价|评议|认可|认同|支持|获得感|幸福|安全感|信访|上访|反映|意见|测评|口碑|美誉|知晓|建议|评分|得分|信任|欢迎/;
const event = /(?:事故|事件|案件|差错|故障|违规|问题|隐患|灾害|险情)\S{0,4}(?:次数|起数|件数|数量?|率)$/;

const ofEffect = /(?:生态|经济|社会|可持续|环境)\S{0,4}(?:效益|影响|改善|发展)$/;

/** A rate of work, whatever stands before it: 项目验收合格率, 资金拨付及时率. */
const ofWork =
  /(?:合格|达标|及时|按时|完成|到位|覆盖|支付|拨付|执行|开工|完好|准确|合规|通过|优良|入学|巩固|发放)[率度]$/;

/** 粮食安全事件发生数, 项目验收合格率 under satisfaction: nobody is asked. Times there are told by timeliness-without-time. */
function notSatisfied(name: string, target: Target): Judged | undefined {
  if (opinion.test(name) || name.trim() === '' || /时[间限长]|天数|对象$/.test(name)) return undefined;
  if (ofEffect.test(name.trim())) return misplaced('效益', '效益指标', '满意度指标');
  const isWork = ofWork.test(name.trim());
  const isCounted = event.test(name) || (isQuantity(target) && isCount(target.unit ?? ''));
  if (!isCounted && !isWork) return undefined;
  return {
    severity: event.test(name) || isWork ? 'warning' : 'hint',
    zh: '说的不是满意度，列在满意度指标下',
    en: 'is no satisfaction, but stands under 满意度指标',
  };
}

const gain =
  /^(?:进一步|有效|不断|持续|切实|显著|逐步)?(?:提升|提高|促进|改善|增强|推动|带动|增加|优化|美化|保护|传承|弘扬)/;
const harm = /负|不利|污染|破坏|损害|损失|排放|扰民|投诉|消耗|能耗|占用|风险|事故|伤|噪|拥堵|成本|代价|减少|降低|控制/;
const lasting = /长远|深远|长期|持续|提升|提高|改善|增强/;

/** What does good is no cost to society or nature; 成本, 补助标准 and what becomes of it are no quantity. */
function effectElsewhere(name: string, target: Target, level2: string): Judged | undefined {
  if (level2 === '社会成本指标' || level2 === '生态环境成本指标') {
    if (harm.test(name)) return undefined;
    const isGood = gain.test(name) || (/影响$/.test(name) && !isQuantity(target) && lasting.test(target.text));
    return isGood ? misplaced('效益', '效益指标', level2) : undefined;
  }
  if (level2 !== '数量指标' || isQuantity(target)) return undefined;
  const isEffect =
    !/[\d０-９]/.test(target.text) &&
    (gain.test(name)
      ? lasting.test(target.text)
      : /^(?:有效|显著|明显|持续|不断)(?:促进|提升|提高|改善|增强|带动)$/.test(target.text));
  return isEffect ? { ...misplaced('效益', '效益指标', level2), severity: 'hint' } : undefined;
}

/** 项目成本控制 under 成效指标 of a form without second levels: what it costs is no effect. */
function costAsEffect(name: string, level1: string): Judged | undefined {
  if (!/^(?:成效|效益|效果|绩效效益)(?:指标|目标)?$/.test(level1.trim())) return undefined;
  if (notSpent.test(name) || notOfCost.test(name)) return undefined;
  return cost.test(name) || /成本控制(?:情况|效果)?$/.test(name)
    ? { ...misplaced('成本', '成本指标', level1.trim()), severity: 'hint' }
    : undefined;
}

/** How far work or money has got: nothing that comes of it. */
const progress =
  /(?:完成|竣工|完工|开工|支出|支付|拨付|执行|结算|清算|履约|验收合格|验收通过|资金到位|资金使用)(?:进度|及时)?率$|(?:任务|计划|工作|合同|项目)完成(?:及时性|情况)$/;
/** 林木受害控制完成率, 脱贫任务完成率: what is reached may be an effect by itself. */
const isEffectToo = /减排|控制|降|脱贫|增收|就业|治理|修复|保护|整改|化解/;
const ofCost = /成本/;
const notOfCost = /降低|节约|节省|减少|下降|社会成本|环境成本|生态成本|增效|效益|收益/;

/** 合同完成率 under 社会效益指标, 控制项目成本 under 生态效益指标. */
function outputElsewhere(name: string, target: Target, level2: string, level1 = ''): Judged | undefined {
  if (level1 !== '效益指标') return undefined;
  if (progress.test(name.slice(-14)) && !isEffectToo.test(name)) return misplaced('产出', '产出指标', level2);
  if (level2 !== '生态效益指标' && /(?:工程|项目|建设|施工|资金|物资|设备)\S{0,6}(?:合格|达标|合规|完好)率$/.test(name))
    return misplaced('质量', '质量指标', level2);
  if (isQuantity(target) && built.test(name) && isOutputUnit(target.unit ?? ''))
    return { ...misplaced('产出', '产出指标', level2), severity: 'hint' };
  if (
    level2 === '经济效益指标' &&
    ofPlace.test(name) &&
    !ofEconomy.test(name + (isQuantity(target) ? '' : target.text))
  )
    return {
      severity: 'hint',
      zh: '说的不是经济，列在经济效益指标下',
      en: 'tells nothing of the economy, but stands under 经济效益指标',
    };
  const isCostToo = level2 !== '经济效益指标' && ofCost.test(name) && !notOfCost.test(name);
  return isCostToo && !/降|减|节/.test(isQuantity(target) ? '' : target.text)
    ? { ...misplaced('成本', '成本指标', level2), severity: 'hint' }
    : undefined;
}

/** What is made: 新建道路长度 3公里 under 社会效益指标. */
const built =
  /^(?:新建|修建|改建|扩建|购置|采购|印制|制作|安装|铺设|硬化|改造|维修|栽植)\S{1,20}(?:数|数量|长度|里程|面积|规模)$/;

function isOutputUnit(unit: string): boolean {
  const { kind } = unitSense(unit);
  return isCount(unit) || kind === 'length' || kind === 'area';
}

const ofPlace = /人居环境|生态|环境|空气|水质|绿化|村容|卫生条件|文化|治安|稳定|满意|幸福/;
const ofEconomy =
  /经济|收入|增收|产值|产业|成本|效益|节|投资|营商|消费|旅游|利|税|价|钱|费|资金|增长|就业|市场|企业|发展/;

/** 验收合格率, 完成及时率 under 成本指标; of money one may mean how it is spent. */
function rateUnderCost(name: string, target: Target): Judged | undefined {
  if (!isQuantity(target) || !/^[%％]$/.test(target.unit ?? '') || !ofWork.test(name.trim())) return undefined;
  const isOfMoney = /资金|预算|经费|价|成本|费用|标准|补助|补贴|支出|投资|款/.test(name);
  const belongs = /及时|按时/.test(name) ? '时效' : '质量';
  return { ...misplaced(belongs, `${belongs}指标`, '成本指标'), ...(isOfMoney && { severity: 'hint' as const }) };
}

/** 培训次数 under 时效指标, 购置台数 under 成本指标. */
function countElsewhere(indicator: Indicator, target: Target, name: string, level2: string): Judged | undefined {
  if (level2 !== '时效指标' && level2 !== '成本指标' && level2 !== '经济成本指标') return undefined;
  const rate = level2 === '时效指标' ? undefined : rateUnderCost(name, target);
  if (rate) return rate;
  const { unit = '' } = isQuantity(target) ? target : {};
  if (!isCount(unit) && unit !== '户') return undefined;
  // One that says nothing of time at all is told by timeliness-without-time.
  if (level2 === '时效指标' && !speaksOfTime(indicator)) return undefined;
  if (
    level2 === '时效指标'
      ? inTime.test(name) || /时|天|日|月|期|频|进度|逾|延|超/.test(name)
      : /成本|费|价|元|节|减|降|超/.test(name)
  )
    return undefined;
  const isSure = volume.test(name) || /(?:数|量)$/.test(name);
  return { ...misplaced('数量', '数量指标', level2), severity: isSure ? 'warning' : 'hint' };
}

const ofNature =
  /生态|环境|环保|绿|林|草|树|植被|种|水|河|湖|湿地|大气|空气|污|废|垃圾|粪|秸秆|节能|节约|能耗|低碳|碳|减排|排放|土|沙|荒|耕地|资源|噪|尘|卫生|整洁|市容|村容|面貌|景观|美|物种|生物|农药|化肥|循环|可持续|自然|灾/;
const ofSociety =
  /安全(?:情况|保障|事故|生产|运行)|教学|教育|教师|学生|办学|就业|收入|增收|经济|产值|税收|稳定|和谐|治安|文化|健康水平|公共服务|知晓率|满意|维稳|信访|上学|就医|出行/;

/** 安全情况 under 生态效益指标: nothing of nature, and a word of society or economy. */
function noNature(name: string, target: Target, level2: string): Judged | undefined {
  if (level2 !== '生态效益指标' || !ofSociety.test(name) || ofNature.test(name)) return undefined;
  if (!isQuantity(target) && ofNature.test(target.text)) return undefined;
  return {
    severity: 'hint',
    zh: '说的不是生态，列在生态效益指标下',
    en: 'tells nothing of nature, but stands under 生态效益指标',
  };
}

const dueEnd =
  /(?:完成|完工|竣工|交付|实施|开工|支付|拨付|发放|建设|采购|验收)(?:时间|时限|期限|日期)$|^(?:建设|施工|项目)?工期$/;
const qualityEnd = /(?:工程|建设|施工|项目|产品|服务|教学|培训|编制|成果|设备|采购|印刷|课程|活动|保洁|供餐|监测)质量$/;

/** 项目完成时间 under 社会效益指标, 工程质量 under 成本指标. Lasting effects may have their time. */
function byEnd(name: string, target: Target, level2: string): Judged | undefined {
  const end = name.trim().slice(-10);
  // 开工时间 330天 under 数量指标 is how long, not when.
  const isDuration = level2 === '数量指标' && isQuantity(target);
  if (dueEnd.test(end) && !isDuration && level2 !== '时效指标' && level2 !== '可持续影响指标')
    return misplaced('时效', '时效指标', level2);
  const isElsewhere = level2 === '数量指标' || level2 === '时效指标' || /成本/.test(level2);
  return isElsewhere && qualityEnd.test(end) ? misplaced('质量', '质量指标', level2) : undefined;
}

/** What its name says it is of, wherever it stands. */
function ofOtherLevel(name: string, target: Target, level2: string, level1 = ''): Judged | undefined {
  const end = name.slice(-10);
  if (satisfied.test(end) && level1 !== '满意度指标' && !/^(?:提升|提高|增强)/.test(name))
    return misplaced('满意度', '满意度指标', level2);
  if (level1 !== '产出指标') return undefined;
  if (level2 !== '成本指标' && cost.test(end) && !notSpent.test(name)) return misplaced('成本', '成本指标', level2);
  // 补助标准 589元/人 under quantity or quality.
  if ((level2 === '数量指标' || level2 === '质量指标') && price.test(end) && ofMoney(target))
    return misplaced('成本', '成本指标', level2);
  const isTimed = (level2 === '数量指标' || level2 === '质量指标') && inTime.test(name) && !alsoQuality.test(name);
  return isTimed ? misplaced('时效', '时效指标', level2) : undefined;
}

function ofMoney(target: Target): boolean {
  return isQuantity(target) ? /元/.test(target.unit ?? '') : /\d\s?万?元/.test(target.text);
}

function misplaced(zh: string, belongs: string, level2: string): Judged {
  return {
    severity: 'warning',
    zh: `说的是${zh}，列在${level2}下`,
    en: `belongs to ${belongs}, but stands under ${level2}`,
  };
}

function ofQuantity({ description = '' }: Indicator, target: Target, name: string, level2: string): Judged | undefined {
  if (!isQuantity(target)) return undefined;
  const unit = target.unit ?? '';
  if (level2 === '质量指标') return countUnderQuality(name, unit, description.slice(0, 200));
  if (level2 !== '数量指标') return undefined;
  return /^万?元/.test(unit) && spent.test(name) && !notSpent.test(name)
    ? { ...misplaced('投入', '成本指标', level2), severity: 'hint' }
    : rateUnderQuantity(name, unit);
}

/** 业务工作支出安排金额: the money that is put in, not what comes out; what is granted or raised is another matter. */
const spent =
  /(?:支出|经费|预算)(?:安排|投入|使用|支出)?(?:资金|数|总?额|金额|规模)?$|(?:项目|工作|建设|财政|总)(?:资金)?投入(?:资金|总?额|金额)?$/;

function countUnderQuality(name: string, unit: string, description: string): Judged | undefined {
  const isPeople = ['人', '人次'].includes(measureOf(unit)?.unit ?? '');
  if (/(?:面积|长度|里程)$/.test(name) && !quality.test(name) && /^(?:area|length)$/.test(unitSense(unit).kind ?? ''))
    return { severity: 'hint', zh: '是数量，列在质量指标下', en: 'is a measure, but stands under 质量指标' };
  if (!isCount(unit) || quality.test(name)) return undefined;
  const sure = (isPeople || volume.test(name)) && !quality.test(description);
  return {
    severity: sure ? 'warning' : 'hint',
    zh: '是数量，列在质量指标下',
    en: 'is a count, but stands under 质量指标',
  };
}

/** How much of what was planned is done: regions count it as quantity. */
const ofExtent = /(?:覆盖|完成|普及|参与|到位|配备|开展|执行|实施|发放|支付|使用|建成|开工|完工)率$|占比$|比例$/;

function rateUnderQuantity(name: string, unit: string): Judged | undefined {
  if (!/^[%％]$/.test(unit) && !(unit === '' && /率$/.test(name))) return undefined;
  if (ofQuality.test(name)) return misplaced('质量', '质量指标', '数量指标');
  if (ofExtent.test(name)) return undefined;
  return { severity: 'hint', zh: '是比率，列在数量指标下', en: 'is a rate, but stands under 数量指标' };
}

const outputs = ['数量', '质量', '时效', '成本'];

/** What names that end so never stand under: 资金支出率 under 数量, 理论教育课时比例 under 时效. Effects are told apart by reviewers only. */
function unusual(indicator: Indicator, target: Target, level2: string, level1 = ''): Judged | undefined {
  const { name } = indicator;
  // A sentence as a name or as a value is told as such.
  const isSentence = name.length > 24 || (!isQuantity(target) && target.text.length > 12);
  const habit = isSentence ? undefined : nameHabit(name);
  if (!habit || !isUsualValue(target, habit)) return undefined;
  const own = outputs.find((level) => level2.includes(level)) ?? (/满意/.test(level2) ? '满意度' : undefined);
  // Without any time it is told by timeliness-without-time.
  if (own === '时效' && !speaksOfTime(indicator)) return undefined;
  if (own !== '满意度' && ofExtent.test(indicator.name)) return undefined;
  const isOfTime = own === '时效' && (inTime.test(name) || /当[年月日期]|年内|季度|月底/.test(name));
  // 工作完成率 may be an effect as a text, but a share of what was planned is an output.
  const isEffect = own === undefined && (level1 !== '效益指标' || !isOutputShare(habit));
  if (isOfTime || isEffect || (own !== undefined && habit.levels.has(own))) return undefined;
  if (own === '成本' && [...habit.levels].some((level) => level.endsWith('成本'))) return undefined;
  const usual = [...habit.levels].map((level) => `${level}指标`).slice(0, 2);
  return {
    severity: 'hint',
    zh: `列在${level2}下，这类名称（…${habit.end}）多列在${usual.join('、')}下`,
    en: `stands under ${level2}; names that end with ${habit.end} usually stand under ${usual.join(' or ')}`,
  };
}

function isOutputShare({ levels, values }: NameHabit): boolean {
  return values.size === 1 && values.has('share') && [...levels].every((level) => outputs.includes(level));
}

function shown(indicator: Indicator): string {
  return `（${composeTarget(mainTarget(indicator))}）`;
}
