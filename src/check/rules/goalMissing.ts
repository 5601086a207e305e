import { quoted } from '../../json/pointer.js';
import type { Project } from '../../report/schema.js';
import { expectedOf } from '../expectations.js';
import { listsProjectsOnly, ownerName, ownerTitle, printedOwners } from '../indicators/printedOwners.js';
import type { Found, Rule } from '../rule.js';
import type { OwnerAt, Subject } from '../subject.js';
import { parentProjects } from '../subprojects.js';
import { isBlank, saysNothing } from '../text/blankText.js';

/** Every project, and the department's table, has a goal in words. */
export const goalMissing: Rule = {
  code: 'goal-missing',
  number: 'R-02',
  severity: 'error',
  lacks: 'goals',
  title: { zh: '绩效目标有文字，不只是空格或换行', en: 'the goal has words, not only spaces or line breaks' },
  wrong: { zh: '没有绩效目标', en: 'a project has no goal' },
  why: {
    zh: '没有目标的项目不能安排预算；空的目标栏是最先被退回的。',
    en: 'A project without a goal may not be budgeted; an empty goal is sent back first.',
  },
  source: {
    zh: '中发〔2018〕34号、财预〔2015〕88号：绩效目标是预算安排的前置条件',
    en: '中发〔2018〕34号 and 财预〔2015〕88号: targets are a precondition of a budget',
  },
  mend: { zh: '写明要做什么、做到什么程度、有什么效果', en: 'say what is done, how much of it, and to what effect' },
  looksAt: { zh: '总体绩效目标、年度绩效目标', en: 'goals of projects and of the department' },
  fails: { '/units/0/projects/0/goals/0/text': ' \n　' },
  passes: {
    '/units/0/projects/0/goals/-': { period: 'whole', text: '三年内建成科普活动品牌，服务公众不少于9000人次。' },
  },
  whole: true,
  *find(subject: Subject): Generator<Found> {
    const parents = parentProjects(subject.projects);
    const isList = listsProjectsOnly(subject);
    for (const owner of printedOwners(subject)) {
      yield* blankGoals(owner);
      if (owner.goals.length === 0 && asksForGoal(owner, subject)) yield without(owner, isList, parents);
    }
  },
};

function* blankGoals({ goals }: OwnerAt): Generator<Found> {
  for (const { path, goal } of goals) {
    const said = lackIn(goal.text);
    if (!said) continue;
    yield { path: [...path, 'text'], message: { zh: `绩效目标${said.zh}`, en: `the goal ${said.en}` } };
  }
}

function lackIn(text: string) {
  if (isBlank(text)) return { zh: '是空白', en: 'is blank' };
  if (saysNothing(text)) return { zh: '没有文字，只有符号', en: 'has only marks' };
  // 43.2: an amount in the place of the goal. Nearly all have 汉字, which need no Unicode tables.
  const rest = text.replace(/[万亿]?元/g, '');
  if (/[\u4e00-\u9fff]/.test(rest) || /\p{L}/u.test(rest)) return undefined;
  return { zh: `只写了 ${quoted(text.trim())}，没有文字`, en: `is only ${quoted(text.trim())}` };
}

/** A form may have no place for a goal, and a department may be there only for its money. */
function asksForGoal({ table, indicators }: OwnerAt, { expectations, pages }: Subject): boolean {
  const own = pages.filter((page) => page.table === table);
  if (own.length > 0 && own.every(({ goalPeriods }) => goalPeriods.length === 0)) return false;
  return table === 'project' || indicators.length > 0 || expectedOf(expectations, 'department') !== undefined;
}

/** A project that only heads others may leave goal and indicators to them, and a list of projects to their own forms. */
function without(owner: OwnerAt, isList: boolean, parents: ReadonlySet<Project>): Found {
  const { project } = owner.project ?? {};
  const isParent = project !== undefined && parents.has(project) && owner.indicators.length === 0;
  return {
    path: owner.path,
    ...((isParent || (isList && project !== undefined)) && { severity: 'hint' }),
    message: { zh: `${ownerName(owner)}没有绩效目标`, en: `${ownerTitle(owner)} has no goal` },
  };
}
