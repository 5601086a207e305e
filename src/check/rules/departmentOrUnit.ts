import type { Found, Rule } from '../rule.js';
import type { Subject } from '../subject.js';
import { foundIn, matches } from '../text/slip.js';
import type { TextAt } from '../texts.js';

const unit = /(?:我|本)单位/g;
const department = /(?:我|本)部门(?!预算|职责|职能|内)/g;

export const departmentOrUnit: Rule = {
  code: 'department-or-unit',
  number: 'R-48',
  severity: 'hint',
  title: { zh: '部门整体称“部门”，单个单位称“单位”', en: 'the whole is 部门, one unit is 单位' },
  wrong: { zh: '“部门”与“单位”混称', en: '部门 and 单位 are mixed up' },
  why: {
    zh: '部门含本级和所属单位；部门整体表写“本单位”，或单位的项目写“本部门”，指代不清。',
    en: 'A department is more than one unit; a table that mixes the words leaves open whom it means.',
  },
  source: {
    zh: '预算法第八条：各部门预算由本部门及其所属各单位预算组成',
    en: 'Budget Law art. 8: a departmental budget is made of those of its units',
  },
  mend: { zh: '部门整体写“本部门”，单位的项目写“本单位”', en: 'write 本部门 for the whole, 本单位 for a unit' },
  looksAt: { zh: '部门整体的文字；所属单位项目的文字', en: 'texts of the department; texts of units’ projects' },
  fails: {
    '/units/-': { name: '示例市科学馆', projects: [] },
    '/notes': ['我单位2025年度按部门预算编制。'],
  },
  passes: { '/notes': ['我单位2025年度按部门预算编制。'] },
  whole: true,
  *find(subject): Generator<Found> {
    if (subject.report.units.length < 2) return;
    const speaking = subject.texts.filter(({ text }) => text.includes('单位') || text.includes('部门'));
    const whole = speaking.filter(({ path }) => path[0] === 'department' || path[0] === 'notes');
    const parts = speaking.filter((at) => isOfUnit(at, subject));
    yield* foundIn(whole, (text) => matches(text, unit, '部门整体的文字里称“单位”', 'the whole is called a unit'));
    yield* foundIn(parts, (text) => matches(text, department, '单位的项目里称“部门”', 'a unit is called a department'));
  },
};

/** The department's own office (本级) may speak for the whole. */
function isOfUnit({ path }: TextAt, { report }: Subject): boolean {
  if (path[0] !== 'units' || path[2] !== 'projects') return false;
  const name = report.units[Number(path[1])]?.name ?? '';
  return name !== report.department.name && !/(?:本级|机关|本部)[）)]?$/.test(name);
}
