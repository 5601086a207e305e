import { quoted } from '../../json/pointer.js';
import { hasValue, saidTargets, targetName } from '../indicators/values.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, Subject } from '../subject.js';

/** A row that the layout prints has a value in one of the layout's own columns. */
export const valueBlank: Rule = {
  code: 'value-blank',
  number: 'R-07',
  severity: 'error',
  lacks: 'annualTarget',
  title: { zh: '印出的每一行指标，指标值格都有内容', en: 'each printed row of indicators has a value in its cells' },
  wrong: { zh: '印出的指标值格是空的', en: 'a printed cell of a value is blank' },
  why: {
    zh: '数据里有指标值，但版式没有放它的栏，印出来是一个空格：读者会以为没有定目标。',
    en: 'The data has a value that the layout has no column for: the printed cell is blank, as if there were no target.',
  },
  source: {
    zh: '财预〔2015〕88号：绩效指标应有可考核的指标值；所选版式自身的栏目',
    en: 'the circular 财预〔2015〕88号: indicators need values that can be assessed; the cells of the chosen layout',
  },
  mend: {
    zh: '填上版式要的那一期指标值，或换用有分期、分地区栏的版式',
    en: 'fill the value of the period that the layout prints, or use a layout with columns for periods or places',
  },
  looksAt: { zh: '各期指标值、分地区指标值', en: 'values of all periods and of places' },
  layout: 'example/one-period',
  page: { blankRows: [['units', '0', 'projects', '0', 'indicators', '4']] },
  whole: true,
  fails: {
    '/units/0/projects/0/indicators/4': {
      level1: '效益指标',
      level2: '社会效益指标',
      name: '服务公众人次',
      places: [{ place: '东区', target: { sign: '≥', value: '3000', unit: '人次' } }],
    },
  },
  passes: { '/units/0/projects/1/indicators/2/annualTarget': { text: '明显提升' } },
  *find({ owners, pages }: Subject): Generator<Found> {
    const blank = new Set(pages.flatMap(({ blankRows }) => blankRows.map((path) => path.join('/'))));
    if (blank.size === 0) return;
    for (const at of owners.flatMap(({ indicators }) => indicators)) {
      // One without any value is found by the rule that asks for one.
      if (blank.has(at.path.join('/')) && hasValue(at)) yield found(at);
    }
  },
};

function found(at: IndicatorAt): Found {
  const { path, indicator } = at;
  const name = quoted(indicator.name);
  const { zh, en } = given(at);
  return {
    path,
    message: {
      zh: `三级指标 ${name} 的指标值格是空的：数据里只有${zh}，版式没有这一栏`,
      en: `the value cell of the indicator ${name} is blank: the data has only ${en}, which the layout has no column for`,
    },
  };
}

function given(at: IndicatorAt) {
  const [first] = saidTargets(at);
  if (first) return targetName(first.period);
  return { zh: '分地区指标值', en: 'values of places' };
}
