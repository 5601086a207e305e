import { quoted } from '../../json/pointer.js';
import type { Indicator, QuantityTarget, Target } from '../../report/schema.js';
import { expectedOf } from '../expectations.js';
import { haveLevels } from '../indicators/mainKinds.js';
import { pointsAsValues } from '../indicators/pointsAsValues.js';
import { printedOwners } from '../indicators/printedOwners.js';
import { asQuantity, isQuantity } from '../indicators/targets.js';
import { unitSense } from '../indicators/units.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, Subject } from '../subject.js';
import { isBlank, saysNothing, wordsOf } from '../text/blankText.js';

/** A value that is neither a comparison nor words is explained: a bare number tells nothing by itself. */
export const valueUnexplained: Rule = {
  code: 'value-unexplained',
  number: 'R-37',
  severity: 'error',
  title: { zh: '定量（其他）的指标值有说明', en: 'a value of the kind “other quantity” is explained' },
  wrong: { zh: '定量（其他）的指标值没有说明', en: 'a value of the kind “other quantity” is not explained' },
  why: {
    zh: '计算符号为“定量（其他）”的，要说明怎样算完成；只写一个数、没有符号也没有单位的，看不懂；把“定性”“定量”当作指标值的，等于没有填。',
    en: 'The kind “other quantity” must say what counts as reached. A number without sign and unit tells nothing, nor does the word 定性 as a value.',
  },
  source: {
    zh: '预算管理一体化系统代码集 PMKPIZBXS：9 定量（其他）必填说明',
    en: 'code set PMKPIZBXS of the budget system, 9: an explanation is required',
  },
  mend: {
    zh: '补上符号和单位，或在 note、description（指标解释）里写明算法',
    en: 'add sign and unit, or explain it in "note" or "description"',
  },
  looksAt: {
    zh: '指标值的符号、数值、单位、补充说明，绩效指标描述',
    en: 'sign, value, unit and note of targets, descriptions',
  },
  fails: { '/units/0/projects/1/indicators/2/annualTarget': { text: '定量（其他）' } },
  passes: { '/units/0/projects/1/indicators/0/annualTarget': { value: '8', unit: '场' } },
  *find(subject: Subject): Generator<Found> {
    for (const owner of printedOwners(subject)) {
      // Forms that have the kind of a value in a column of its own leave the value of 定性 blank (重庆).
      const kindsAlone = expectedOf(subject.expectations, owner.table)?.valueOptional === true || !haveLevels(owner);
      // Points that slipped into the column of values are told once, by value-not-value.
      const points = pointsAsValues(owner);
      for (const at of owner.indicators) if (!points.includes(at)) yield* unexplained(at, kindsAlone);
    }
  },
};

const kinds: ReadonlySet<string> = new Set(['定量其他', '定量', '定性', '定性指标', '定量指标', '其他']);

/** What has no unit by nature, or whose share another rule asks for. */
const unitless = /率|比(?!赛)|指数|系数|倍|得分|评分|排名|名次|等级|PUE|pH/i;

function* unexplained({ path: at, indicator, targets }: IndicatorAt, kindsAlone: boolean): Generator<Found> {
  const name = quoted(indicator.name);
  const places = (indicator.places ?? []).map(({ target }, index) => ({
    path: [...at, 'places', String(index), 'target'],
    target,
  }));
  const [bare, ...others] = places.filter(({ target }) => isQuantity(target) && isBareNumber(target));
  if (bare && isQuantity(bare.target) && targets.length === 0 && !isExplained(indicator))
    yield {
      path: [...bare.path, 'value'],
      severity: 'warning',
      related: others.map(({ path }) => [...path, 'value']),
      message: {
        zh: `三级指标 ${name} 各地的指标值只有数，如 ${bare.target.value}，没有符号、单位和说明`,
        en: `the values of ${name} by place are bare numbers, such as ${bare.target.value}, without sign, unit or explanation`,
      },
    };
  for (const { path, target } of targets) {
    const quantity = asQuantity(target);
    if (quantity) {
      if (!isBareNumber(quantity) || isExplained(indicator)) continue;
      yield {
        path: [...path, isQuantity(target) ? 'value' : 'text'],
        severity: 'warning',
        message: {
          zh: `三级指标 ${name} 的指标值只有数 ${quantity.value}，没有符号、单位和说明`,
          en: `the value of ${name} is the bare number ${quantity.value}, without sign, unit or explanation`,
        },
      };
    } else if (!isQuantity(target) && isKind(target) && !(kindsAlone && /^定性/.test(target.text.trim()))) {
      yield {
        path: [...path, 'text'],
        message: {
          zh: `三级指标 ${name} 的指标值写成了指标性质 ${quoted(target.text)}，没有指标值`,
          en: `the value of ${name} is ${quoted(target.text)}, the kind of the value`,
        },
      };
    }
  }
}

function isBareNumber({ sign, unit, note }: QuantityTarget): boolean {
  return sign === undefined && isBlank(unit) && saysNothing(note);
}

/** What surrounds the name in a description that says no more, 反映…情况, and what says only that the value is reached. */
const round = /^(?:反映|体现|考核|衡量|评价|统计|是指|指)|(?:的?(?:具体)?情况|的?指标值?|等)$/g;
const reached =
  /^(?:达到|完成|实现|按照?|符合)?(?:预计|预期|目标|计划|规定|指标|年度|历史|行业)(?:值|标准|目标|要求|完成值?|数)?$/;

/** A description that only repeats the name, or says that the value is reached, explains nothing. */
export function isExplained({ name, description, remark, scoringRule, basis }: Indicator): boolean {
  if (unitless.test(name) || tellsUnit(name)) return true;
  const own = wordsOf(name);
  return [description, remark, scoringRule, basis].some((text) => {
    if (text === undefined || saysNothing(text)) return false;
    const said = wordsOf(text);
    return said !== own && said.replace(round, '') !== own && !reached.test(said);
  });
}

/** 新建厂房（平方米）, 报送数(份): the bracket is a unit, not （校区） or （含续建）. */
function tellsUnit(name: string): boolean {
  const [, inside = ''] = /[（(]([^（()）]{1,12})[）)]\s*$/.exec(name) ?? [];
  return (
    inside !== '' &&
    (unitSense(inside.replace(/^单位[：:]?|^[≥≤＞＜=＝]\s?[*＊×]*/, ''), name).kind !== undefined ||
      /[/／%％元分]/.test(inside))
  );
}

function isKind(target: Target): boolean {
  return !isQuantity(target) && target.text.length < 20 && kinds.has(wordsOf(target.text));
}
