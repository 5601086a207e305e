import { type Period, periodName } from '../../report/vocabulary.js';
import { ownerName, ownerTitle } from '../indicators/printedOwners.js';
import { hasMoreMoney } from '../money/longer.js';
import type { Found, Rule } from '../rule.js';
import { isOfSeveralYears } from '../span.js';
import type { GoalAt, OwnerAt, Subject } from '../subject.js';
import { saysNothing, wordsOf } from '../text/blankText.js';

/** The goal of several years is not that of one. */
export const sameGoals: Rule = {
  code: 'same-goals',
  number: 'R-10',
  severity: 'warning',
  title: { zh: '实施期目标与年度目标不相同', en: 'the goal of the whole period is not that of the year' },
  wrong: { zh: '实施期目标与年度目标相同', en: 'the goal of the whole period is that of the year' },
  why: {
    zh: '几年的目标与一年的目标一字不差（或只差标点），必有一个是抄的。只有一年的项目可以相同，不算；看不出几年的，作为提示。',
    en: 'A goal of several years that is word for word that of one year was copied. Projects of one year may have one goal for both; where nothing tells, it is a hint.',
  },
  source: {
    zh: '天津市政策及项目绩效目标表注：跨年度项目实施期目标与年度目标分别填写；湖南省宁乡市 2021 年公开表分列长期目标、年度目标',
    en: 'note on Tianjin’s form: projects of several years state both goals; a table of Ningxiang 2021 has a column for each',
  },
  mend: {
    zh: '实施期目标写到期末做到什么程度，年度目标写今年做到哪一步',
    en: 'say what is reached by the end, and what of it this year',
  },
  looksAt: {
    zh: '中期、长期、项目总体目标与年度目标；项目起止时间、项目总资金',
    en: 'goals of the periods, dates and money of the project',
  },
  fails: {
    '/units/0/projects/1/period/end': '2027-12-31',
    '/units/0/projects/1/goals/-': { period: 'whole', text: '支持学会举办学术会议不少于8场，推动学科发展' },
  },
  passes: {
    '/units/0/projects/1/goals/-': { period: 'whole', text: '支持学会举办学术会议不少于8场，推动学科发展。' },
  },
  *find({ owners }: Subject): Generator<Found> {
    for (const owner of owners) {
      const longerOnes = owner.goals.filter(({ goal }) => longer.has(goal.period));
      if (longerOnes.length === 0) continue;
      const years = owner.goals.filter(({ goal }) => goal.period === 'year' && !saysNothing(goal.text));
      if (years.length === 0) continue;
      const words = new Map(years.map((at) => [wordsOf(at.goal.text), at]));
      for (const at of longerOnes) {
        const year = words.get(wordsOf(at.goal.text));
        const several = year && severalYears(owner, at);
        if (year && several !== false) yield found(owner, at, year, several === undefined);
      }
    }
  },
};

const longer: ReadonlySet<Period> = new Set(['whole', 'medium', 'long']);
const namesYears =
  /(?:[二两三四五六七八九十]|(?<!\d)[2-9])年(?!级)|十[三四五六]五|(?:19|20)\d\d\s?年?\s?[-－—~～至到]\s?(?:19|20)\d\d/;

/** Whether the goal is of several years: a medium or long term, the dates, more money in all, or its words say so. */
function severalYears({ project }: OwnerAt, { goal }: GoalAt): boolean | undefined {
  if (goal.period !== 'whole' || project === undefined) return true;
  const told = isOfSeveralYears(project.project) ?? hasMoreMoney(project);
  if (told !== undefined) return told;
  return namesYears.test(goal.text) ? true : undefined;
}

function found(owner: OwnerAt, { path, goal }: GoalAt, year: GoalAt, unsure: boolean): Found {
  const name = periodName(goal.period).zh;
  return {
    path: [...path, 'text'],
    related: [[...year.path, 'text']],
    ...(unsure && { severity: 'hint' }),
    message: {
      zh: `${ownerName(owner)}的${name}目标与年度目标相同`,
      en: `the goal of the ${goal.period} period of ${ownerTitle(owner)} is that of the year`,
    },
  };
}
