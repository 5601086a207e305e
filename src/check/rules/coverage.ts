import type { Project } from '../../report/schema.js';
import { haveLevels, isOfKind, noneOfKind } from '../indicators/mainKinds.js';
import { listsProjectsOnly, ownerName, ownerTitle, printedOwners } from '../indicators/printedOwners.js';
import type { Found, Rule } from '../rule.js';
import type { OwnerAt, Subject } from '../subject.js';
import { parentProjects } from '../subprojects.js';

/** 产出指标 and 效益指标: at least one each. */
export const coverage: Rule = {
  code: 'output-benefit-missing',
  number: 'R-03',
  severity: 'error',
  title: { zh: '产出指标、效益指标至少各一个', en: 'at least one output and one benefit indicator' },
  wrong: { zh: '没有产出指标或效益指标', en: 'no output or no benefit indicator' },
  why: {
    zh: '产出说明做了什么，效益说明有什么用，缺一不能评价。没有任何指标或没有产出指标的是错误；只缺效益指标的是提醒，已公开的表里有这样的运行维护项目。没有级次的表（各指标都不写一、二级）不问。',
    en: 'Outputs tell what is done, benefits what it is good for. Without outputs it is an error; without benefits a warning, as published tables have such upkeep projects. Forms without levels are not asked.',
  },
  source: {
    zh: '财预〔2015〕88号：绩效指标包括产出、效益和满意度指标；广州市 2023、2025 年公开表有 6 个项目无效益指标',
    en: 'circular 财预〔2015〕88号: indicators are of output, benefit and satisfaction; 6 projects in tables of Guangzhou 2023 and 2025 have no benefit indicator',
  },
  mend: { zh: '补上缺的一级指标，至少一个三级指标', en: 'add at least one indicator of the missing first level' },
  looksAt: { zh: '一级指标、二级指标', en: 'first and second levels of indicators' },
  fails: { '/units/0/projects/1/indicators': [] },
  passes: { '/units/0/projects/1/indicators/2/level1': '效益指标（30分）' },
  whole: true,
  *find(subject: Subject): Generator<Found> {
    const parents = parentProjects(subject.projects);
    const isList = listsProjectsOnly(subject);
    for (const owner of printedOwners(subject)) {
      if (owner.indicators.length === 0) yield* withoutAny(owner, isList, parents);
      else if (haveLevels(owner)) yield* without(owner);
    }
  },
};

function* withoutAny(owner: OwnerAt, isList: boolean, parents: ReadonlySet<Project>): Generator<Found> {
  if (owner.table === 'department' && owner.goals.length === 0) return;
  const { project } = owner.project ?? {};
  const isParent = project !== undefined && parents.has(project);
  yield {
    path: owner.path,
    ...((isParent || (isList && project !== undefined)) && { severity: 'hint' }),
    message: { zh: `${ownerName(owner)}没有绩效指标`, en: `${ownerTitle(owner)} has no indicators` },
  };
}

/** 履职效能, 管理效率: a framework of its own for departments (辽宁). */
const otherFramework = /履职|管理效率|运行成本|社会效应/;

function* without(owner: OwnerAt): Generator<Found> {
  if (owner.indicators.some(({ indicator }) => otherFramework.test(indicator.level1))) return;
  const levels = [
    ['产出', 'error'],
    ['效益', 'warning'],
  ] as const;
  for (const [kind, severity] of levels) {
    if (owner.indicators.some(({ indicator }) => isOfKind(indicator, kind))) continue;
    yield noneOfKind(owner, kind, severity);
  }
}
