import { expectedOf } from '../expectations.js';
import { haveLevels, isOfKind, noneOfKind } from '../indicators/mainKinds.js';
import { printedOwners } from '../indicators/printedOwners.js';
import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';

/** 满意度指标 where a project serves somebody; internal projects may have none. */
export const satisfactionMissing: Rule = {
  code: 'satisfaction-missing',
  number: 'R-04',
  severity: 'hint',
  lacks: 'indicators',
  title: { zh: '有服务对象的项目有满意度指标', en: 'projects that serve somebody have a satisfaction indicator' },
  wrong: { zh: '有服务对象而没有满意度指标', en: 'no satisfaction indicator though somebody is served' },
  why: {
    zh: '面向公众或单位提供服务的项目要问服务对象是否满意；内部运转、修缮、信息化运维等项目可以没有，所以只提示。',
    en: 'Who serves the public asks whether it is satisfied. Upkeep and internal projects may not, so this is only a hint.',
  },
  source: {
    zh: '财预〔2015〕88号：绩效指标包括产出、效益和满意度指标；广州市 2025 年公开表 19 个项目中 10 个没有满意度',
    en: 'circular 财预〔2015〕88号 names all three; 10 of 19 projects of Guangzhou 2025 have no satisfaction indicator',
  },
  mend: { zh: '有服务对象的补上满意度指标；没有的可以不理', en: 'add one if the project serves somebody' },
  looksAt: { zh: '一级指标、二级指标', en: 'first and second levels of indicators' },
  fails: { '/units/0/projects/1/indicators/3': null },
  passes: {
    '/units/0/projects/1/indicators/3/level1': '效益指标',
    '/units/0/projects/1/indicators/3/level2': '社会公众或服务对象满意度指标',
  },
  *find(subject: Subject): Generator<Found> {
    for (const owner of printedOwners(subject)) {
      const { indicators, table } = owner;
      // A layout that prints the empty slot is found by required-level2-empty.
      const slots = expectedOf(subject.expectations, table)?.requiredLevel2 ?? [];
      if (!haveLevels(owner) || slots.some((name) => name.includes('满意'))) continue;
      if (!indicators.some(({ indicator }) => isOfKind(indicator, '满意度') || asks.test(indicator.name)))
        yield noneOfKind(owner, '满意度', 'hint');
    }
  },
};

/** 群众满意度 under 成效指标 (海南) asks whether they are satisfied; that it stands elsewhere is told by wrong-level. */
const asks = /满意(?:度|率|程度)/;
