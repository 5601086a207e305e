import { composeTarget } from '../../report/target.js';
import { isAddedUp } from '../indicators/addedUp.js';
import { ownerName, ownerTitle } from '../indicators/printedOwners.js';
import { isQuantity, sameTarget } from '../indicators/targets.js';
import { isMore, lineOf } from '../money/money.js';
import type { Found, Rule } from '../rule.js';
import { isOfSeveralYears } from '../span.js';
import type { IndicatorAt, OwnerAt, Subject } from '../subject.js';

/** Of several years, what adds up is not all done in one of them. */
export const sameHalves: Rule = {
  code: 'same-halves',
  number: 'R-35',
  severity: 'warning',
  title: {
    zh: '跨年度项目的实施周期指标值不全等于年度指标值',
    en: 'the values of several years are not all those of one year',
  },
  wrong: {
    zh: '跨年度项目的实施周期指标值全都等于年度指标值',
    en: 'all values of several years are those of one year',
  },
  why: {
    zh: '场次、人次、公里按年累计，几年的数不会个个等于一年的数，多半是把一半抄到了另一半。比率、时限、满意度可以相同；只有一个累计指标，或累计数都是 1 的，也可以相同。',
    en: 'Events, visits and lengths add up over years: where each of them is the same, one half was copied. Rates and deadlines may be equal, and so may a single count, or counts of one thing.',
  },
  source: {
    zh: '广东省专项资金绩效目标表年度、实施周期两列；安徽省太和县公开表中期、年度两列',
    en: 'the two columns of the Guangdong form for special funds, and of a table of Taihe, Anhui',
  },
  mend: { zh: '按全程与本年度分别填写', en: 'state what is done in all, and what this year' },
  looksAt: {
    zh: '年度指标值与实施周期指标值；项目起止时间、总资金与年度资金',
    en: 'both values of indicators; dates and money of the project',
  },
  fails: {
    '/units/0/projects/0/period/end': '2027-12-31',
    '/units/0/projects/0/goals/-': { period: 'whole', text: '三年内建成科普活动品牌。' },
    '/units/0/projects/0/indicators/0/wholeTarget': { sign: '≥', value: '20', unit: '场' },
    '/units/0/projects/0/indicators/4/wholeTarget': { sign: '≥', value: '3000', unit: '人次' },
  },
  passes: {
    '/units/0/projects/0/indicators/0/wholeTarget': { sign: '≥', value: '20', unit: '场' },
    '/units/0/projects/0/indicators/4/wholeTarget': { sign: '≥', value: '3000', unit: '人次' },
  },
  *find({ owners }: Subject): Generator<Found> {
    for (const owner of owners) {
      if (!isLonger(owner)) continue;
      const both = owner.indicators.filter(
        ({ indicator: { annualTarget, wholeTarget } }) => annualTarget !== undefined && wholeTarget !== undefined,
      );
      const added = both.filter(isCounted);
      const many = added.filter(({ indicator: { annualTarget } }) => !isOne(annualTarget));
      if (many.length < 2 || !both.every(isSame)) continue;
      yield found(owner, both.length, many);
    }
  },
};

function isLonger({ project }: OwnerAt): boolean {
  if (!project) return false;
  const told = isOfSeveralYears(project.project);
  if (told !== undefined) return told;
  const [whole, year] = (['whole', 'year'] as const).map((period) =>
    lineOf(project.project.funding, project.path, 'total', period),
  );
  return whole !== undefined && year !== undefined && isMore(whole.amount, year.amount);
}

function isSame({ indicator: { annualTarget, wholeTarget } }: IndicatorAt): boolean {
  return annualTarget !== undefined && wholeTarget !== undefined && sameTarget(wholeTarget, annualTarget);
}

function isCounted({ indicator: { name, annualTarget } }: IndicatorAt): boolean {
  return annualTarget !== undefined && isQuantity(annualTarget) && isAddedUp(name, annualTarget);
}

function isOne(target: IndicatorAt['indicator']['annualTarget']): boolean {
  return target !== undefined && isQuantity(target) && Number(target.value) <= 1;
}

function found(owner: OwnerAt, count: number, [first]: readonly IndicatorAt[]): Found {
  const { name, annualTarget } = first?.indicator ?? { name: '' };
  const value = composeTarget(annualTarget);
  return {
    path: [...owner.path, 'indicators'],
    ...(first && { related: [[...first.path, 'wholeTarget']] }),
    message: {
      zh: `${ownerName(owner)}跨年度，${count} 个指标的实施周期指标值都与年度指标值相同，如“${name}”都是 ${value}`,
      en: `${ownerTitle(owner)} runs over several years, but all ${count} values of the whole period are those of the year, such as "${name}": ${value}`,
    },
  };
}
