import { quoted } from '../../json/pointer.js';
import type { Indicator, QuantityTarget, Target } from '../../report/schema.js';
import { expectedOf } from '../expectations.js';
import { haveLevels } from '../indicators/mainKinds.js';
import { printedOwners } from '../indicators/printedOwners.js';
import { isQuantity } from '../indicators/targets.js';
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
      for (const at of owner.indicators) yield* unexplained(at, kindsAlone);
    }
  },
};

const kinds: ReadonlySet<string> = new Set(['定量其他', '定量', '定性', '定性指标', '定量指标', '其他']);

/** 完成率（%）, or what has no unit by nature. */
const tellsUnit = /[）)]\s*$|率|比|指数|系数|倍|得分|评分|排名|名次|等级|PUE|pH/i;

function* unexplained({ indicator, targets }: IndicatorAt, kindsAlone: boolean): Generator<Found> {
  const name = quoted(indicator.name);
  for (const { path, target } of targets) {
    if (isQuantity(target)) {
      if (!isBareNumber(target) || isExplained(indicator)) continue;
      yield {
        path: [...path, 'value'],
        severity: 'warning',
        message: {
          zh: `三级指标 ${name} 的指标值只有数 ${target.value}，没有符号、单位和说明`,
          en: `the value of ${name} is the bare number ${target.value}, without sign, unit or explanation`,
        },
      };
    } else if (isKind(target) && !(kindsAlone && /^定性/.test(target.text.trim()))) {
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

/** A description that only repeats the name explains nothing. */
function isExplained({ name, description, remark, scoringRule, basis }: Indicator): boolean {
  const said = [description, remark, scoringRule, basis].filter((text) => text !== undefined && !saysNothing(text));
  return tellsUnit.test(name) || said.some((text) => text !== undefined && wordsOf(text) !== wordsOf(name));
}

function isKind(target: Target): boolean {
  return !isQuantity(target) && target.text.length < 20 && kinds.has(wordsOf(target.text));
}
