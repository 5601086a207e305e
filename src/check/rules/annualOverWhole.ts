import { quoted } from '../../json/pointer.js';
import type { Bilingual } from '../../problem.js';
import { convert, subtractAmounts } from '../../report/money.js';
import type { QuantityTarget } from '../../report/schema.js';
import { boundOf, composeTarget } from '../../report/target.js';
import { isAddedUp } from '../indicators/addedUp.js';
import { isQuantity } from '../indicators/targets.js';
import { annualTarget, longerTargets, targetName } from '../indicators/values.js';
import type { Found, Rule } from '../rule.js';
import type { Subject, TargetAt } from '../subject.js';

/** Of counts and money, a year's part is not more than the whole. */
export const annualOverWhole: Rule = {
  code: 'annual-over-whole',
  number: 'R-35',
  severity: 'warning',
  title: {
    zh: '数量的年度指标值不大于实施周期、中期、长期指标值',
    en: 'of counts, the value of the year is not above that of the whole period',
  },
  wrong: {
    zh: '数量的年度指标值大于实施周期、中期、长期指标值',
    en: 'of a count, the value of the year is above that of the whole period',
  },
  why: {
    zh: '实施周期包含本年度，场次、人次、金额按年累计，年度不会比全程还多；多半是两栏填反了。',
    en: 'The whole period holds the year: events, visits and money add up. Mostly the columns were swapped.',
  },
  source: {
    zh: '广东省专项资金绩效目标表年度、实施周期两列',
    en: 'the two columns of the Guangdong form for special funds',
  },
  mend: { zh: '核对两栏，填反的对调；不是累计数的不用改', en: 'swap the values if they are in the wrong columns' },
  looksAt: { zh: '年度指标值与实施周期、中期、长期指标值的数值与计量单位', en: 'value and unit of the targets' },
  fails: { '/units/0/projects/0/indicators/0/wholeTarget': { sign: '≥', value: '15', unit: '场' } },
  passes: { '/units/0/projects/0/indicators/1/wholeTarget': { sign: '≥', value: '90', unit: '%' } },
  *find({ owners }: Subject): Generator<Found> {
    for (const { indicators } of owners) {
      for (const at of indicators) {
        const year = annualTarget(at);
        for (const longer of year ? longerTargets(at) : []) {
          const found = year && compared(at.indicator.name, year, longer);
          if (found) yield found;
        }
      }
    }
  },
};

function compared(name: string, yearAt: TargetAt, longerAt: TargetAt): Found | undefined {
  const { target: annual } = yearAt;
  const { target: longer } = longerAt;
  if (!isQuantity(annual) || !isQuantity(longer)) return undefined;
  if (!isAddedUp(name, annual) || !isAddedUp(name, longer))
    return isFloorAbove(name, annual, longer)
      ? {
          ...betweenOf(yearAt, longerAt, (part, all, words) => ({
            zh: `三级指标 ${quoted(name)} 年度要求 ${part}，高于${words.zh} ${all}`,
            en: `${quoted(name)} asks for ${part} in the year, and for ${all} as ${words.en}`,
          })),
          severity: 'hint',
        }
      : undefined;
  const [year, whole] = [counted(annual), counted(longer)];
  if (year.unit !== whole.unit) return undefined;
  const step = excess(year.value, whole.value);
  if (step === undefined) return undefined;
  return betweenOf(yearAt, longerAt, (part, all, words) => ({
    zh: `三级指标 ${quoted(name)} 年度指标值 ${part} 大于${words.zh} ${all}，多 ${cut(step)}`,
    en: `${quoted(name)}: ${part} for the year is more than the ${words.en} ${all}, by ${cut(step)}`,
  }));
}

/** What is said of the value of the year beside the longer one. */
function betweenOf(
  yearAt: TargetAt,
  longerAt: TargetAt,
  said: (part: string, all: string, words: Bilingual) => Bilingual,
): Found {
  const [part, all] = [yearAt, longerAt].map(({ target }) => quoted(composeTarget(target))) as [string, string];
  return {
    path: [...yearAt.path, 'value'],
    related: [[...longerAt.path, 'value']],
    message: said(part, all, targetName(longerAt.period)),
  };
}

/** ≥85% for the year, ≥80% by the end of the longer period: a share that is to be high is not to fall. */
function isFloorAbove(name: string, annual: QuantityTarget, longer: QuantityTarget): boolean {
  const areFloors = [annual, longer].every(
    ({ sign, value, unit = '' }) => boundOf(sign) === 'floor' && /^[%％]$/.test(unit.trim()) && /^\d/.test(value),
  );
  if (!areFloors || /增长|增幅|提高|提升|下降|降低|减少/.test(name)) return false;
  return excess(annual.value, longer.value) !== undefined;
}

/** By how much one number is more than another; undefined where it is not. */
function excess(one: string, other: string): string | undefined {
  const step = subtractAmounts(one, other);
  return step.startsWith('-') || !/[1-9]/.test(step) ? undefined : step;
}

function cut(decimal: string): string {
  return decimal.length > 20 ? `${decimal.slice(0, 20)}…` : decimal;
}

/** 3 万人次 is 30000 人次. */
function counted({ value, unit = '' }: QuantityTarget): { value: string; unit: string } {
  // Ten thousand of anything is as exact as ten thousand yuan.
  return unit.startsWith('万') ? { value: convert(value, '万元', '元'), unit: unit.slice(1) } : { value, unit };
}
