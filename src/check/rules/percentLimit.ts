import { quoted } from '../../json/pointer.js';
import { compareDecimals } from '../../report/decimals.js';
import { type Comparison, comparison } from '../../report/target.js';
import { type NumberValueAt, numberValuesOf } from '../indicators/targets.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, Subject } from '../subject.js';
import { unitAtEnd } from '../text/unitInName.js';

type Judged = Pick<Found, 'severity'> & { readonly zh: string; readonly en: string };

/** ≥100%, ≥0%, 292%: limits that a share cannot break, or cannot reach. */
export const percentLimit: Rule = {
  code: 'percent-limit',
  number: 'R-25',
  severity: 'warning',
  title: { zh: '百分数的界限说得通', en: 'limits in per cent make sense' },
  wrong: { zh: '百分数的界限说不通', en: 'a limit in per cent makes no sense' },
  why: {
    zh: '合格率、满意度到不了 100% 以上：“≥100%”只能是“＝100%”，“292%”多半是“≥92%”认错了字；“≥0%”怎样都算完成。',
    en: 'A share cannot exceed 100 %: ≥100% can only be ＝100%, 292% is likely a misread ≥92%, and ≥0% asks for nothing.',
  },
  source: {
    zh: '上海市 2024 年、安徽省太和县、湖南省岳阳县公开表',
    en: 'published tables of Shanghai 2024, Taihe and Yueyang county',
  },
  mend: {
    zh: '最多 100% 的比率写“＝100%”或“≥”一个小于 100 的数；增长率、增幅等在名称里写明',
    en: 'write ＝100%, or ≥ with less than 100; if it is a growth rate, let the name say so',
  },
  looksAt: { zh: '单位为 % 的指标值', en: 'values in per cent' },
  fails: { '/units/0/projects/0/indicators/1/annualTarget': { sign: '≥', value: '100.00', unit: '%' } },
  passes: {
    '/units/0/projects/0/indicators/1': {
      level1: '产出指标',
      level2: '质量指标',
      name: '活动参与人数增长率',
      annualTarget: { sign: '≥', value: '120', unit: '%' },
    },
  },
  *find(subject: Subject): Generator<Found> {
    const told = new Set<IndicatorAt>();
    for (const each of numberValuesOf(subject)) {
      // What is amiss at one place is at all of them.
      if (each.kind === 'history' || (each.kind === 'place' && told.has(each.at))) continue;
      const judged = judge(each);
      if (!judged) continue;
      told.add(each.at);
      yield found(each, judged);
    }
  },
};

/** Shares of a whole: never above 100. */
const share =
  /满意[度率]|合格率|及格率|达标率|通过率|及时率|按时率|准时率|准确率|正确率|完好率|优良率|优秀率|知晓率|合规率|到位率|出勤率|参与率|成活率|规范率|公开率|有效率|占.{0,12}比[例重]|占比|普及率|在线率|归档率/;
/** Rates that may be any number: changes, yields, and ratios of two things. */
const open =
  /增|升|提高|提升|降|减|变化|同比|环比|超|倍|收益|回报|利润|保值|产销|毛入学|拨备|偿付|求人|供需|折|溢价|利率|负债|杠杆|比率|赔付|周转|床位|利用率|使用率|毛入园|债务率|繁殖率|复种|性别比/;
/** More may be done than was planned. */
const mayExceed = /自给|(?:任务|计划|目标|招商|引资|税收|预算|订单|收入)[^率]{0,4}完成率|完成(?:预算|计划|任务)/;

function judge({ target, indicator }: NumberValueAt): Judged | undefined {
  const { sign, value } = target;
  // 核查准确率（%） ≥100: the name has the unit.
  const unit = target.unit || ((/[%％]/.test(indicator.name) ? unitAtEnd(indicator.name)?.unit : undefined) ?? '');
  const bare = unit === '' && /率(?:[（(][^（()）]{0,6}[)）])?$/.test(indicator.name);
  if (!bare && !['%', '％', '百分比'].includes(unit.trim())) return undefined;
  const compared = sign === undefined ? '＝' : comparison(sign);
  return bare
    ? nothingAsked(value, compared, indicator.name)
    : (tooMuch(value, compared, indicator.name) ?? nothingAsked(value, compared, indicator.name));
}

function tooMuch(value: string, compared: Comparison, name: string): Judged | undefined {
  const beyond = compareDecimals(value, '100');
  if (beyond < 0 || (open.test(name) && !share.test(name))) return undefined;
  if (beyond > 0 && mayExceed.test(name)) return undefined;
  if (beyond > 0) {
    const severity = share.test(name) && !open.test(name) ? 'error' : 'warning';
    return { severity, zh: '超过 100%', en: 'is above 100 %' };
  }
  if (compared === '＞') return { zh: '要求超过 100%，达不到', en: 'asks for more than 100 %, which cannot be' };
  if (compared === '≥')
    return share.test(name)
      ? { zh: '只可能等于 100%', en: 'can only be 100 %' }
      : { zh: '没有超过 100% 的余地，通常写“＝100%”', en: 'leaves no room above 100 %: usually it is ＝100%' };
  return compared === '≤' && share.test(name) ? { zh: '怎样都算完成', en: 'is met whatever happens' } : undefined;
}

/** Of these nobody asks for a hundredth; 不合格率 and 抽查覆盖率 may be one. */
const ofAll =
  /^(?!.*(?:[不未]|抽[查检样])).*(?:满意|合格|及格|达标|及时|准确|正确|完好|完成|覆盖|发放|到位|通过|知晓|兑付|支付|办结|规范|公开|执行)[率度]$/;

function nothingAsked(value: string, compared: Comparison, name: string): Judged | undefined {
  const above = compareDecimals(value, '0');
  if (compared === '≥' && above === 0) {
    const severity = /节约|节省|增|降|减|提/.test(name) ? 'hint' : 'warning';
    return { severity, zh: '等于没有要求', en: 'asks for nothing' };
  }
  const isFloor = compared === '≥' || compared === '＞';
  // ≤1% may be meant, and so may ＝1%.
  if (compared === '＝' && compareDecimals(value, '1') === 0 && ofAll.test(name))
    return { severity: 'hint', zh: '是 1%，多半把小数 1 当成了百分数', en: 'is 1 %: likely 1 was meant for all' };
  const tiny = above > 0 && compareDecimals(value, '1') <= (isFloor ? 0 : -1) && (isFloor || compared === '＝');
  return tiny && /满意[度率]|合格率|达标率|及时率|准确率|完好率/.test(name)
    ? { zh: '不到 1%，多半把小数当成了百分数', en: 'is 1 % or less: likely a fraction was taken for per cent' }
    : undefined;
}

function found({ partAt, written, indicator }: NumberValueAt, { severity, zh, en }: Judged): Found {
  const value = quoted(written);
  return {
    path: partAt('value'),
    ...(severity && { severity }),
    message: {
      zh: `指标${quoted(indicator.name)}的指标值${value}${zh}`,
      en: `the value ${value} of the indicator ${quoted(indicator.name)} ${en}`,
    },
  };
}
