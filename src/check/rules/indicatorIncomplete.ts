import { quoted } from '../../json/pointer.js';
import { levelOf } from '../../report/taxonomy.js';
import { expectedOf } from '../expectations.js';
import { blockPeriods } from '../indicators/groups.js';
import { printedOwners } from '../indicators/printedOwners.js';
import { isQuantity } from '../indicators/targets.js';
import { hasValue, targetName } from '../indicators/values.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, OwnerAt, Subject } from '../subject.js';
import { saysNothing } from '../text/blankText.js';
import { isNone, placeholderIn } from '../text/placeholders.js';

/** Every indicator has a name and a value. */
export const indicatorIncomplete: Rule = {
  code: 'indicator-incomplete',
  number: 'R-07',
  severity: 'error',
  lacks: 'annualTarget',
  title: { zh: '每个三级指标都有名称和指标值', en: 'every indicator has a name and a value' },
  wrong: { zh: '三级指标缺名称或指标值', en: 'an indicator has no name or no value' },
  why: {
    zh: '没有名称不知道考核什么，没有指标值不知道做到多少。',
    en: 'Without a name nobody knows what is measured, without a value how much is due.',
  },
  source: {
    zh: '财预〔2015〕88号：绩效指标应有名称和指标值',
    en: 'circular 财预〔2015〕88号: an indicator has a name and a value',
  },
  mend: { zh: '补上名称和指标值；多余的空行删去', en: 'fill in name and value, or delete the empty row' },
  looksAt: { zh: '三级指标、年度指标值、实施周期指标值', en: 'names and targets of indicators' },
  fails: { '/units/0/projects/0/indicators/0/annualTarget': null },
  passes: { '/units/0/projects/0/indicators/5/annualTarget': { text: '较满意' } },
  *find(subject: Subject): Generator<Found> {
    for (const owner of printedOwners(subject)) {
      const isOptional = expectedOf(subject.expectations, owner.table)?.valueOptional === true;
      const blocks = blockPeriods(owner.indicators);
      for (const at of owner.indicators) {
        if (!hasValue(at) && (isSlot(at, owner) || isLeftOver(at.indicator.name))) continue;
        if (saysNothing(at.indicator.name)) {
          yield { path: [...at.path, 'name'], message: { zh: '三级指标没有名称', en: 'the indicator has no name' } };
        }
        if (hasValue(at)) yield* blocks.has(at) ? [] : emptyValues(at);
        else if (at.indicator.core !== true && !isOptional) yield withoutValue(at);
        // A form may leave values to its districts; where nearly all rows have one, a row that is weighed has lost its own.
        else if (isOptional && Number(at.indicator.weight) > 0 && isOdd(owner))
          yield { ...withoutValue(at), severity: 'warning' };
      }
    }
  },
};

/** …… for further rows of the form, and 无: placeholders, told as such. */
function isLeftOver(name: string): boolean {
  return isNone(name) || placeholderIn(name)?.kind === 'dots';
}

function isOdd({ indicators }: OwnerAt): boolean {
  return 4 * indicators.filter(hasValue).length > 3 * indicators.length;
}

function withoutValue({ path, indicator, targets }: IndicatorAt): Found {
  const [first] = targets;
  return {
    path: first ? [...first.path, 'text'] : path,
    message: {
      zh: `三级指标 ${quoted(indicator.name)} 没有指标值`,
      en: `the indicator ${quoted(indicator.name)} has no value`,
    },
  };
}

/** The other value is there, but this one says nothing. */
function* emptyValues({ targets }: IndicatorAt): Generator<Found> {
  for (const each of targets) {
    if (isQuantity(each.target) || !saysNothing(each.target.text)) continue;
    const { zh, en } = targetName(each.period);
    yield {
      path: [...each.path, 'text'],
      message: { zh: `${zh}没有内容`, en: `the ${en} is empty` },
    };
  }
}

/** Forms print some second levels though they have no indicator: the only row of one, without name and value, keeps its place. */
function isSlot({ indicator }: IndicatorAt, { indicators }: OwnerAt): boolean {
  const { name, level2 } = indicator;
  if (!(saysNothing(name) || isNone(name)) || level2 === undefined || levelOf(level2, 2) === undefined) return false;
  return !indicators.some((other) => other.indicator !== indicator && other.indicator.level2 === level2);
}
