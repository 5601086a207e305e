import { quoted } from '../../json/pointer.js';
import { lastDayOf } from '../../report/day.js';
import type { Project } from '../../report/schema.js';
import { type Deadline, deadlineOf, deadlinesIn } from '../indicators/deadlines.js';
import { isQuantity } from '../indicators/targets.js';
import type { Found, Rule } from '../rule.js';
import { spanOf, yearOf } from '../span.js';
import type { OwnerAt, Subject, TargetAt } from '../subject.js';
import { dueBehind } from '../text/dueBefore.js';

/** What is due is due while the project runs. */
export const deadlineLate: Rule = {
  code: 'deadline-late',
  number: 'R-36',
  severity: 'error',
  title: { zh: '指标的完成时间不晚于项目计划完成日期', en: 'indicators are due before the project ends' },
  wrong: { zh: '指标的完成时间晚于项目计划完成日期', en: 'an indicator is due after the project ends' },
  why: {
    zh: '项目结束以后才完成的指标无法考核；两个日期必有一个写错。',
    en: 'What is due after the end cannot be held against the project: one of the dates is wrong.',
  },
  source: {
    zh: '预算法第十八条（预算年度至十二月三十一日止）；各地表样的项目起止时间',
    en: 'Budget Law art. 18: the budget year ends on 31 December; start and end of the project in the forms',
  },
  mend: { zh: '核对指标的完成时间与项目起止日期', en: 'compare the deadline with the dates of the project' },
  looksAt: {
    zh: '时效类指标的名称和指标值，计划完成日期',
    en: 'names and values of timeliness indicators, end of the project',
  },
  fails: { '/units/0/projects/0/period/end': '2025-06-30' },
  passes: { '/units/0/projects/0/indicators/2/annualTarget': { text: '2025年12月底前完成' } },
  *find({ owners, report }: Subject): Generator<Found> {
    for (const { indicators } of owners) yield* afterTheYear(indicators, report.year);
    for (const { project, indicators, goals } of owners) {
      const { start, end = endOf(project?.project) } = project?.project.period ?? {};
      if (end === undefined) continue;
      yield* lateGoals(goals, lastDayOf(end), end);
      for (const { indicator, targets } of indicators) {
        const isTime = /时间|时限|日期|时点|节点|期限/.test(indicator.name);
        if (!isTime && !indicator.level2?.includes('时效')) continue;
        for (const at of targets) {
          const late = lateIn(at, isTime, start, lastDayOf(end));
          if (late) yield lateFound(at, indicator.name, late, end);
        }
      }
    }
  },
};

/** 2026年10月底 as the value of 2025, beside that of the longer period. */
function* afterTheYear(indicators: OwnerAt['indicators'], year: number): Generator<Found> {
  for (const { indicator, targets } of indicators) {
    const annual = targets.find(({ period }) => period === 'year');
    if (!annual || targets.length < 2 || isQuantity(annual.target)) continue;
    const late = deadlineOf(annual.target.text) ?? deadlinesIn(annual.target.text).at(-1);
    if (late && Number(late.day.slice(0, 4)) > year)
      yield {
        path: [...annual.path, 'text'],
        severity: 'hint',
        message: {
          zh: `指标 ${quoted(indicator.name)} 的年度指标值 ${quoted(annual.target.text)} 已在 ${year} 年以后`,
          en: `the value of the year of ${quoted(indicator.name)}, ${quoted(annual.target.text)}, is after ${year}`,
        },
      };
  }
}

/** 2026年6月底前 in the goal of the year of a project that ends in 2025: perhaps what comes after it. */
function* lateGoals(goals: OwnerAt['goals'], last: string, end: string): Generator<Found> {
  for (const { path, goal } of goals) {
    const late = goal.period === 'year' ? dueBehind(goal.text.slice(0, 3000), last) : undefined;
    if (late)
      yield {
        path: [...path, 'text'],
        severity: 'hint',
        message: {
          zh: `绩效目标的完成时间“${late.words}”晚于项目计划完成日期 ${end}`,
          en: `the goal is due "${late.words}", after the project ends on ${end}`,
        },
      };
  }
}

/** The month in which a project ends by its period as it is written: 2022年3月-2023年11月, 2023年—2024年. */
function endOf(project: Project | undefined): string | undefined {
  const span = project && spanOf(project);
  if (!span) return undefined;
  return `${yearOf(span.last)}-${String((span.last % 12) + 1).padStart(2, '0')}`;
}

function lateIn({ target, period }: TargetAt, isTime: boolean, start: string | undefined, end: string) {
  if (!isQuantity(target)) {
    const whole = deadlineOf(target.text);
    return (whole ? [whole] : deadlinesIn(target.text)).find(({ day }) => day > end);
  }
  const isMonth = /^(月|月份|月底|月底前|月前)$/.test(target.unit ?? '');
  // ≤12 月 names a month only in a project of one year; ≥8 月 is a duration.
  const isOneYear = start?.slice(0, 4) === end.slice(0, 4) && period === 'year';
  if (!isTime || !isMonth || !isOneYear || !/^([1-9]|1[0-2])$/.test(target.value) || isMinimum(target.sign))
    return undefined;
  const day = `${end.slice(0, 4)}-${target.value.padStart(2, '0')}-01`;
  return day > end ? { day, words: `${target.value}月` } : undefined;
}

function isMinimum(sign: string | undefined): boolean {
  return sign !== undefined && /[≥≧＞>]|不少于|不低于|大于|超过|以上/.test(sign) && !sign.startsWith('不超过');
}

function lateFound({ path, target }: TargetAt, name: string, { words }: Deadline, end: string): Found {
  return {
    path: [...path, isQuantity(target) ? 'value' : 'text'],
    message: {
      zh: `三级指标 ${quoted(name)} 的完成时间“${words}”晚于项目计划完成日期 ${end}`,
      en: `${quoted(name)} is due "${words}", after the project ends on ${end}`,
    },
  };
}
