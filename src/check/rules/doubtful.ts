import { type Path, quoted } from '../../json/pointer.js';
import type { Bilingual } from '../../problem.js';
import { composeTarget } from '../../report/target.js';
import { headOf } from '../indicators/heads.js';
import { isNoName } from '../indicators/noName.js';
import { openingOf, rowSense } from '../indicators/rowSense.js';
import { isQuantity } from '../indicators/targets.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, Subject } from '../subject.js';
import { saysNothing } from '../text/blankText.js';

/**
 * What reviewers send back is written in too many ways for lists: these hints are what 25,000 judged rows tell (`rowSense.ts`,
 * docs/decisions.md), and silent where another rule has spoken of the cell.
 */
interface Doubt extends Pick<Rule, 'number' | 'title' | 'wrong' | 'why' | 'mend' | 'fails' | 'passes'> {
  readonly part: 'name' | 'value';
  /** Of rows of a judge from whom nothing was learned that score more, nine in ten are sent back. */
  readonly sentBack: number;
  /** Where it stands in a row, if anything stands there. */
  readonly at: (row: IndicatorAt) => Path | undefined;
  readonly message: (name: string, value: string) => Bilingual;
}

const learned: Bilingual = {
  zh: '这一条是从 2.5 万行逐行评判过的指标里学来的，只作提示；别的规则已经指出的不再说。',
  en: 'This was learned from 25,000 rows that were judged one by one; it is a hint, and silent where another rule has spoken.',
};

function ruleOf({ part, sentBack, number, why, at, message, ...words }: Doubt): Rule {
  return {
    ...words,
    code: `doubtful-${part}`,
    number,
    severity: 'hint',
    why: { zh: `${why.zh}${learned.zh}`, en: `${why.en} ${learned.en}` },
    source: {
      zh: '财预〔2015〕88号：绩效指标应指向明确、细化量化、合理可行；财预〔2021〕101号 指标值设置',
      en: 'circulars 财预〔2015〕88号 and 财预〔2021〕101号: indicators and their values are clear, detailed, quantified and reasonable',
    },
    looksAt: { zh: '二级指标、三级指标名称、指标值', en: 'levels, names and values of indicators' },
    yields: true,
    *find({ owners }: Subject): Generator<Found> {
      for (const { indicators } of owners)
        for (const row of indicators) {
          const path = at(row);
          if (path === undefined || isMeasured(row) || rowSense(row.indicator)[part] < sentBack) continue;
          yield { path, message: message(quoted(row.indicator.name), quoted(composeTarget(row.targets[0]?.target))) };
        }
    },
  };
}

const measures: ReadonlySet<string> = new Set('rate count sum days money time size rank'.split(' '));

/** 古树挂牌完成率 ≥98%: no judge sends back its value, few its name; it is not weighed. */
function isMeasured({ targets: [at], indicator: { name } }: IndicatorAt): boolean {
  return (
    at !== undefined &&
    isQuantity(at.target) &&
    name.length > 5 &&
    measures.has(headOf(name) ?? '') &&
    openingOf(name) === ''
  );
}

/** 较上年增长: against something, which a year can be held to. */
const compared = /^(?:同比|[较比](?:上年|上一年|去年|往年|同期|前))/;

function valueAt({ targets: [at] }: IndicatorAt): Path | undefined {
  if (at === undefined) return undefined;
  const value = composeTarget(at.target);
  return saysNothing(value) || compared.test(value) ? undefined : at.path;
}

export const doubtfulName = ruleOf({
  part: 'name',
  sentBack: -0.1,
  number: 'R-07',
  title: { zh: '指标名称看得出考核什么', en: 'the name of an indicator tells what is measured' },
  wrong: { zh: '指标名称看不出考核什么', en: 'a name that hardly tells what is measured' },
  why: {
    zh: '任务、口号、计划里的一句话，或者只写“完成率”“数量”，都看不出考核的是什么。',
    en: 'Tasks, slogans, sentences of a plan, or a bare rate do not tell what is measured.',
  },
  mend: {
    zh: '写清楚考核的是什么，如“…率”“…数量”“…完成时间”；写得没错就不用改',
    en: 'say what is measured: a rate, a number, a time; leave it if it is right',
  },
  fails: { '/units/0/projects/0/indicators/1/name': '组织实施各项科普工作任务' },
  passes: { '/units/0/projects/0/indicators/1/name': '科普任务日常监督检查覆盖率' },
  at: ({ path, indicator }) =>
    isNoName(indicator.name) || saysNothing(indicator.name) ? undefined : [...path, 'name'],
  message: (name) => ({
    zh: `指标名称 ${name} 看不出考核的是什么`,
    en: `the indicator’s name ${name} hardly tells what is measured`,
  }),
});

export const doubtfulValue = ruleOf({
  part: 'value',
  sentBack: -0.1,
  number: 'R-24',
  title: { zh: '指标值说得出做到什么程度', en: 'a value tells how much is due' },
  wrong: { zh: '指标值说明不了做到什么程度', en: 'a value that hardly tells how much is due' },
  why: {
    zh: '照抄名称、写成要做的事、该有数的没有数，或者只写“完成”“良好”，年底都没法考核。',
    en: 'The name again, a task, no number where one is due, or a bare 完成 cannot be assessed.',
  },
  mend: {
    zh: '写出做到多少、到什么时候或到什么程度；写得没错就不用改',
    en: 'say how much, until when or to what degree; leave it if it is right',
  },
  fails: { '/units/0/projects/1/indicators/2/annualTarget': { text: '组织科技工作者开展学术活动' } },
  passes: { '/units/0/projects/1/indicators/2/annualTarget': { text: '较上年提升' } },
  at: valueAt,
  message: (name, value) => ({
    zh: `指标值 ${value} 说明不了 ${name} 做到什么程度`,
    en: `the value ${value} hardly tells how much of ${name} is due`,
  }),
});
