import { numbersOf } from '../indicators/habits.js';
import { printedOwners } from '../indicators/printedOwners.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { saysNothing } from '../text/blankText.js';

/** 认真做好各项工作: a goal without a number, where the indicators have several that it could state. */
export const goalWithoutNumber: Rule = {
  code: 'goal-without-number',
  number: 'R-46',
  severity: 'hint',
  title: { zh: '绩效目标里有数', en: 'a goal states a number' },
  wrong: { zh: '绩效目标里没有一个数', en: 'a goal without a number' },
  why: {
    zh: '目标要细化、量化：指标里数得出的，目标里也说到；通篇没有一个数的目标，换个单位也能用。',
    en: 'Goals are specific: what the indicators count the goal states as well; one without a number could be of any body.',
  },
  source: {
    zh: '财预〔2015〕88号 第十八条：绩效目标应指向明确、细化量化',
    en: 'circular 财预〔2015〕88号, article 18: goals are specific and quantified',
  },
  mend: { zh: '把主要指标的数写进目标', en: 'state the numbers of the main indicators' },
  looksAt: { zh: '绩效目标，各指标值', en: 'goals, values of indicators' },
  fails: { '/units/0/projects/0/goals/0/text': '认真组织科普活动，提高公众科学素质，推动科普事业发展。' },
  passes: { '/units/0/projects/0/goals/0/text': '认真组织科普活动二十场，提高公众科学素质，推动科普事业发展。' },
  *find(subject: Subject): Generator<Found> {
    for (const owner of printedOwners(subject)) {
      const said = owner.goals.filter(({ goal }) => !saysNothing(goal.text));
      const [first] = said;
      if (!first) continue;
      const year = `${subject.report.year}年`;
      const text = said.map(({ goal }) => goal.text.replace(noCount, '').replaceAll(year, '')).join('');
      if (text.length > longest || number.test(text)) continue;
      const counts = numbersOf(owner).filter(({ unit, field }) => field === 'value' && counted.test(unit)).length;
      if (counts < fewest) continue;
      yield {
        path: [...first.path, 'text'],
        message: {
          zh: `绩效目标里没有一个数，指标里有 ${counts} 个数得出的量`,
          en: `the goal has no number, the indicators count ${counts} things`,
        },
      };
    }
  },
};

/** Numbers of a list and of documents; the year itself is none either. */
const noCount =
  /(?:^|[\n。；;\s])(?:目标)?[（(]?[\d一二三四五六七八九十]{1,2}[）)]?[：:.．、]|目标\d|[（(〔[【](?:19|20)\d\d[）)〕\]】]\s?\d*号?/g;
const number =
  /[\d０-９%％]|[一二两三四五六七八九十百千万]+(?:[个项次场户件期处座家名人篇份册套台条批]|万|百分)|百分之|全覆盖|零/;
/** Things, not shares, times and money. */
const counted = /^[万千百]?[^%％‰年月日天时元分秒]{1,3}$/;
const fewest = 1;
/** A longer goal tells by itself what is done. */
const longest = 120;
