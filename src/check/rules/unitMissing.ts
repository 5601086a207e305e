import { type Path, quoted } from '../../json/pointer.js';
import type { Indicator, Target } from '../../report/schema.js';
import { boundOf, composeTarget } from '../../report/target.js';
import { pointsAsValues } from '../indicators/pointsAsValues.js';
import { printedOwners } from '../indicators/printedOwners.js';
import { asQuantity } from '../indicators/targets.js';
import { unitSense } from '../indicators/units.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, OwnerAt, Subject, TargetAt } from '../subject.js';
import { isBlank, saysNothing } from '../text/blankText.js';
import { isExplained } from './valueUnexplained.js';

/** Measures that have no unit. */
const unitless =
  /PUE|pH|[MPRS]QI|指数|系数|倍数|比值|占比|信噪比|压实度|名次|排名|位次|得分|评分|分值|等级|级别|(?:性别|收入|师生|生师|床护|医护|投入产出|供需)比|[十百千万亿].{0,8}死亡率/i;

/** 完成率（%）, 报送数(个): the unit stands in the name. */
const unitInName = /[（(](?![^（()）]*[*＊×])[^（()）]{1,12}[）)]\s*$/;

/** A quantity with a sign has a unit. */
export const unitMissing: Rule = {
  code: 'unit-missing',
  number: 'R-08',
  severity: 'error',
  title: { zh: '定量指标值有计量单位', en: 'a quantity has a unit' },
  wrong: { zh: '定量指标值没有计量单位', en: 'a quantity has no unit' },
  why: {
    zh: '“≥20”不知道是 20 场还是 20 人；只有定性、定量（其他）和不需单位的指标可以没有。',
    en: '“≥20” may be events or people. Only qualitative and other values, and true numbers, do without.',
  },
  source: {
    zh: '预算管理一体化系统代码集 PMKPIZBXS：计算符号为 6、9、10 以外的必填计量单位',
    en: 'code set PMKPIZBXS of the budget system: required unless the sign is 6, 9 or 10',
  },
  mend: { zh: '补上 unit，如 "场"、"人次"、"%"', en: 'add "unit", such as "场", "人次" or "%"' },
  looksAt: {
    zh: '指标值的符号、数值、计量单位，三级指标名称',
    en: 'sign, value and unit of targets, names of indicators',
  },
  fails: { '/units/0/projects/0/indicators/0/annualTarget/unit': null },
  passes: {
    '/units/0/projects/0/indicators/1/name': '活动按计划完成率（%）',
    '/units/0/projects/0/indicators/1/annualTarget/unit': null,
  },
  *find(subject: Subject): Generator<Found> {
    for (const owner of printedOwners(subject)) {
      const points = pointsAsValues(owner);
      for (const at of owner.indicators) {
        yield* monthOrMonths(at);
        if (unitless.test(at.indicator.name) || unitInName.test(at.indicator.name)) continue;
        yield* lacking(at.targets.length > 0 ? at : placesOf(at));
        yield* bareShare(at);
        if (!points.includes(at)) yield* unitInRule(at, owner) ?? bareCount(at, owner);
      }
    }
  },
};

const share = /率$|比例$|占比$|满意度$/;

/** 变质比例 0, 成活率 85: a share of what? */
function* bareShare({ indicator, targets }: IndicatorAt): Generator<Found> {
  const name = indicator.name.trim().replace(/[（(][^（()）]*[*＊×][^（()）]*[）)]$/, '');
  if (!share.test(name) || /[频功速税汇利费斜倍]率$/.test(name)) return;
  for (const { path, target } of targets) {
    const quantity = asQuantity(target);
    if (!quantity || quantity.sign !== undefined || !isBlank(quantity.unit) || !saysNothing(quantity.note)) continue;
    // 0.95 is a share as it stands.
    if (/^0?\.\d+$/.test(quantity.value)) continue;
    yield {
      path: [...path, 'text' in target ? 'text' : 'value'],
      severity: 'hint',
      message: {
        zh: `三级指标 ${quoted(indicator.name)} 的指标值 ${quoted(quantity.value)} 没有写 %`,
        en: `the value ${quoted(quantity.value)} of ${quoted(indicator.name)} has no %`,
      },
    };
    return;
  }
}

/** 设备运转天数 200 with 优：200天以上: the scoring rule has the number with the unit that the value lacks; other rows have theirs. */
function unitInRule({ indicator, targets }: IndicatorAt, { indicators }: OwnerAt): Found[] | undefined {
  const { name, scoringRule = '', standard = '' } = indicator;
  const [first] = targets;
  const quantity = first && asQuantity(first.target);
  if (!first || !quantity || !isNumberAlone(quantity) || quantity.sign !== undefined) return undefined;
  const unit = [scoringRule, standard].flatMap((text) => unitBehind(quantity.value, text, name) ?? [])[0];
  if (unit === undefined) return undefined;
  const others = indicators.filter(({ targets: [at] }) => at && !isBlank(asQuantity(at.target)?.unit)).length;
  return [
    {
      path: numberOf(first),
      severity: others >= 2 ? 'warning' : 'hint',
      message: {
        zh: `三级指标 ${quoted(name)} 的指标值 ${quoted(quantity.value)} 没有单位，评分标准里是“${quantity.value}${unit}”`,
        en: `the value ${quoted(quantity.value)} of ${quoted(name)} has no unit; its scoring rule has ${quantity.value}${unit}`,
      },
      hint: { zh: `补上“${unit}”`, en: `add ${unit}` },
    },
  ];
}

/** The unit behind a number in a text, the longest that is one: 天 of 200天以上. */
function unitBehind(value: string, text: string, name: string): string | undefined {
  const start = text.indexOf(value);
  if (start < 0 || /[\d.]/.test(text[start - 1] ?? '')) return undefined;
  const behind = text.slice(start + value.length).trimStart();
  return [4, 3, 2, 1]
    .map((length) => behind.slice(0, length))
    .find((unit) => unit !== '' && !/^[分级]/.test(unit) && unitSense(unit, name).kind !== undefined);
}

/** Whether what is written beside a number says its unit: 46个林班, 单位：座. */
function saysUnit({ description = '', remark = '', scoringRule = '', basis = '' }: Indicator): boolean {
  return [description, remark, scoringRule, basis].some(
    (text) => /单位|^[\u4e00-\u9fff%％/]{1,4}$/.test(text.trim()) || /\d\s?[\u4e00-\u9fff%％]/.test(text),
  );
}

/** 残疾人证办理 1500 beside a remark that tells no unit: where other rows have theirs, it was lost. Without any remark value-unexplained tells. */
function* bareCount({ indicator, targets }: IndicatorAt, { indicators }: OwnerAt): Generator<Found> {
  const [first] = targets;
  const quantity = first && asQuantity(first.target);
  if (!first || !quantity || !isNumberAlone(quantity) || quantity.sign !== undefined) return;
  const name = indicator.name.trim().replace(/[（(][^（()）]*[)）]$/, '');
  if (share.test(name) || !isExplained(indicator) || saysUnit(indicator)) return;
  if (/[时年]间|日期|年份|期限|时限/.test(indicator.name) || Number(quantity.value) === 0) return;
  const all = indicators.flatMap(({ targets: [at] }) => (at && asQuantity(at.target)) ?? []);
  const bare = all.filter((each) => isBlank(each.unit)).length;
  if (3 * bare > all.length) return;
  yield {
    path: numberOf(first),
    severity: 'hint',
    message: {
      zh: `三级指标 ${quoted(indicator.name)} 的指标值 ${quoted(quantity.value)} 没有计量单位，同表其他指标有`,
      en: `the value ${quoted(quantity.value)} of ${quoted(indicator.name)} has no unit, which the other rows have`,
    },
  };
}

const dueIn =
  /(?:完成|完工|竣工|交付|实施|建设|到位|开工|发放|拨付)?(?:时限|时间|期限)\s?[（(]\s?(月|日|年)\s?[）)]\s*$/;

/** 完成时限（月） 10: in October, or within ten months? */
function* monthOrMonths({ indicator, targets }: IndicatorAt): Generator<Found> {
  const [, unit] = dueIn.exec(indicator.name) ?? [];
  const bare = unit === undefined ? undefined : targets.find(({ target }) => isNumberAlone(target));
  if (!bare || 'text' in bare.target || Number(bare.target.value) > 31) return;
  const { value } = bare.target;
  const told = unit === '月' ? `${value}月还是${value}个月` : `第${value}${unit}还是${value}${unit}内`;
  yield {
    path: [...bare.path, 'value'],
    severity: 'hint',
    message: {
      zh: `三级指标 ${quoted(indicator.name)} 的指标值只写 ${quoted(value)}，不知是${told}`,
      en: `the value ${quoted(value)} of ${quoted(indicator.name)} may be a date or a duration`,
    },
  };
}

/** Values by place as the targets that they are. */
function placesOf(at: IndicatorAt): IndicatorAt {
  const targets = (at.indicator.places ?? []).map(({ target }, index) => ({
    path: [...at.path, 'places', String(index), 'target'],
    target,
    period: 'year' as const,
  }));
  return { ...at, targets };
}

/** One finding for an indicator: its value of the whole period is mostly a copy of the year's. */
function* lacking({ indicator, targets }: IndicatorAt): Generator<Found> {
  const bare = targets.filter(isBare);
  const [first, ...others] = bare;
  if (!first) return;
  // None at all is none of any unit: 重特大事故 ＝0.
  const isNone = bare.every(({ target }) => {
    const { value, sign } = asQuantity(target) ?? {};
    return Number(value) === 0 && boundOf(sign) !== 'floor';
  });
  yield {
    path: numberOf(first),
    ...(isNone && { severity: 'hint' as const }),
    ...(others.length > 0 && { related: others.map(numberOf) }),
    message: {
      zh: `三级指标 ${quoted(indicator.name)} 的指标值 ${quoted(composeTarget(first.target))} 没有计量单位`,
      en: `the value ${quoted(composeTarget(first.target))} of ${quoted(indicator.name)} has no unit`,
    },
  };
}

function numberOf({ path, target }: TargetAt): Path {
  return [...path, 'text' in target ? 'text' : 'value'];
}

function isNumberAlone(target: Target): boolean {
  return !('text' in target) && isBlank(target.unit) && saysNothing(target.note);
}

/** A number with a sign and no unit, or with only half of one: ≤28.40/株. */
function isBare({ target }: TargetAt): boolean {
  const { sign, unit = '', note } = asQuantity(target) ?? {};
  return (sign !== undefined && isBlank(unit) && saysNothing(note)) || /^[/／]/.test(unit.trim());
}
