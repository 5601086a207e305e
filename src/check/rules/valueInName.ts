import { quoted } from '../../json/pointer.js';
import { normal } from '../../report/decimals.js';
import type { Indicator, Target } from '../../report/schema.js';
import { composeTarget } from '../../report/target.js';
import { isNoName } from '../indicators/noName.js';
import { quantitiesIn, quantityOf } from '../indicators/quantities.js';
import { comparable } from '../indicators/units.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** 护河员45人, ≥45人: the value stands in the name of its indicator. */
export const valueInName: Rule = {
  code: 'value-in-name',
  number: 'R-29',
  severity: 'warning',
  title: { zh: '指标名称里不写指标值', en: 'the name of an indicator does not hold its value' },
  wrong: { zh: '指标值写进了指标名称', en: 'the value stands in the name of its indicator' },
  why: {
    zh: '名称说考核什么，指标值说做到多少；“护河员45人 ≥45人”的数写了两遍，调整目标时容易只改一处。',
    en: 'A name says what is measured, a value how much is due; written into the name too, one of them is forgotten when targets change.',
  },
  source: {
    zh: '财预〔2015〕88号：绩效指标有名称和指标值；各地表样名称、指标值分列',
    en: 'circular 财预〔2015〕88号: an indicator has a name and a value; forms have a column for each',
  },
  mend: { zh: '名称里去掉数和单位，只说考核什么', en: 'take number and unit out of the name' },
  looksAt: { zh: '三级指标名称里的数，指标值', en: 'numbers in names of indicators, their values' },
  fails: { '/units/0/projects/0/indicators/0/name': '举办20场科普活动' },
  passes: { '/units/0/projects/0/indicators/0/name': '举办2025年科普活动' },
  *find({ owners }: Subject): Generator<Found> {
    for (const { indicators } of owners) {
      for (const { path, indicator, targets } of indicators) {
        if (!/[\d０-９]/.test(indicator.name) || isNoName(indicator.name)) continue;
        const held = targets.find(({ target }) => isHeld(target, indicator) || isWritten(target, indicator));
        if (held) yield found([...path, 'name'], indicator, held.target);
      }
    }
  },
};

/** 3个月内完成, ≤3个月: with its very unit, also one that prose has other words for. */
function isWritten(target: Target, { name }: Indicator): boolean {
  if ('text' in target || !target.unit || name.length > 200) return false;
  const at = name.indexOf(target.value + target.unit.trim());
  return at >= 0 && !/[\d.第]/.test(name.charAt(at - 1));
}

const shareAtEnd = /(?:率|度|比例|占比)\s?\d{1,3}(?:\.\d{1,2})?\s?[%％]$/;

function isHeld(target: Target, { name }: Indicator): boolean {
  const value = quantityOf(target);
  if (!value || name.length > 200) return false;
  // 质量达标率100% with the value ≥98%: the name has a value of its own.
  if (value.unit === '%' && shareAtEnd.test(name)) return true;
  return quantitiesIn(name).some(
    ({ value: number, unit }) => normal(number) === normal(value.value) && comparable(unit, value.unit),
  );
}

function found(path: readonly string[], { name }: Indicator, target: Target): Found {
  return {
    path,
    message: {
      zh: `指标名称 ${quoted(name)} 里写了指标值 ${quoted(composeTarget(target))}`,
      en: `the name ${quoted(name)} holds the value ${quoted(composeTarget(target))}`,
    },
  };
}
