import { quoted } from '../../json/pointer.js';
import { standsIn } from '../../regions/home.js';
import { listedRegions } from '../../regions/tree.js';
import type { Found, Rule } from '../rule.js';
import type { OwnerAt, Subject } from '../subject.js';

const mostName = 100;
const mostDuty = 150;
const guangxi = '450000';
const mostGoal = 4000;

/** What the budget systems refuse: long names, names with spaces, long goals and duties. */
export const textLimits: Rule = {
  code: 'text-limits',
  number: 'R-32',
  severity: 'error',
  title: {
    zh: '名称、目标、职能的长度和空格合乎系统要求',
    en: 'names, goals and duties fit the limits of the systems',
  },
  wrong: { zh: '名称、目标或职能过长，或含有空格', en: 'a name, goal or duty is too long or has spaces' },
  why: {
    zh: '一体化系统不收超过 100 字或带空格的三级指标名称、超过 4000 字的目标；广西的部门职能每条不超过 150 字。',
    en: 'The budget systems refuse names over 100 characters or with spaces and goals over 4,000; Guangxi duties have 150.',
  },
  source: {
    zh: '广西壮族自治区部门整体支出绩效目标申报表的填写要求',
    en: 'instructions of the department form of Guangxi',
  },
  mend: { zh: '精简文字，删去汉字之间的空格', en: 'shorten the text, delete spaces between characters' },
  looksAt: { zh: '三级指标名称、绩效目标、部门职能', en: 'names of indicators, goals, duties' },
  fails: { '/units/0/projects/0/indicators/0/name': '举办科普 活动场次' },
  passes: { '/units/0/projects/0/indicators/0/name': '举办 AI 科普活动场次' },
  *find({ report, owners }: Subject): Generator<Found> {
    for (const owner of owners) yield* inOwner(owner);
    for (const [index, duty] of (report.department.overall?.duties ?? []).entries())
      if (isLonger(duty, mostDuty) && standsIn(listedRegions, report.region, guangxi))
        yield {
          path: ['department', 'overall', 'duties', String(index)],
          severity: 'hint',
          message: tooLong('部门职能', 'the duty', duty, mostDuty),
        };
  },
};

const innerSpace = /\p{Script=Han}\s+\p{Script=Han}/u;

const sentenceName = 24;
const measureAtEnd = /[率数量度额]$|(?:比例|占比|面积|里程|人次|时间)$/;
/** Two clauses, outside brackets. */
const clauses = /^(?:[^（(]|[（(][^）)]*[）)]){6,}[，。；](?:[^（(]|[（(][^）)]*[）)]){6,}$/;

function* inOwner({ goals, indicators }: OwnerAt): Generator<Found> {
  for (const { path, goal } of goals)
    if (isLonger(goal.text, mostGoal))
      yield { path: [...path, 'text'], message: tooLong('绩效目标', 'the goal', goal.text, mostGoal) };
  for (const { path, indicator } of indicators) {
    const { name } = indicator;
    const at = [...path, 'name'];
    if (isLonger(name, mostName)) yield { path: at, message: tooLong('三级指标名称', 'the name', name, mostName) };
    else if (name.length > sentenceName && clauses.test(name) && !measureAtEnd.test(name) && !isOfGoal(name, goals))
      yield {
        path: at,
        severity: 'hint',
        message: {
          zh: `三级指标名称${quoted(name)}是一句话，不像指标`,
          en: `the name ${quoted(name)} is a sentence rather than an indicator`,
        },
      };
    else if (innerSpace.test(name))
      yield {
        path: at,
        severity: 'warning',
        message: { zh: `三级指标名称${quoted(name)}里有空格`, en: `the name ${quoted(name)} has a space in it` },
      };
  }
}

/** What is copied from a goal is told by copied-text. */
function isOfGoal(name: string, goals: OwnerAt['goals']): boolean {
  return goals.some(({ goal }) => goal.text.includes(name.slice(0, 10)));
}

/** Code points, so that a rare 汉字 counts once. */
function isLonger(text: string, most: number): boolean {
  return text.length > most && lengthOf(text) > most;
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

function tooLong(zh: string, en: string, text: string, most: number): Found['message'] {
  const length = lengthOf(text);
  return {
    zh: `${zh}共 ${length} 字，超过 ${most} 字`,
    en: `${en} has ${length} characters, more than ${most}`,
  };
}
