import { type Path, quoted } from '../../json/pointer.js';
import type { Found, Rule } from '../rule.js';
import type { IndicatorAt, ProjectAt, Subject } from '../subject.js';
import { isBlank, saysNothing } from '../text/blankText.js';
import { isNone } from '../text/placeholders.js';

/** 部门名称, 单位名称, 项目名称 and 实施单位 are not blank: the schema asks for the fields, not for words in them. */
export const nameBlank: Rule = {
  code: 'name-blank',
  number: 'R-01',
  severity: 'error',
  title: { zh: '部门、单位、项目名称和实施单位不为空白', en: 'department, unit and project have names' },
  wrong: { zh: '部门、单位、项目或实施单位的名称空白', en: 'a department, unit or project has no name' },
  why: {
    zh: '每种表都印主管部门、实施单位和项目名称；只有空格的名称印出来是空格子。',
    en: 'Every form prints the department, the implementing unit and the project; a name of spaces prints an empty cell.',
  },
  source: {
    zh: '各地表样均有项目名称、主管部门、实施单位',
    en: 'all forms print the names of project, department and implementing unit',
  },
  mend: {
    zh: '补上全称；实施单位与所在单位相同的，可以不写',
    en: 'write the full name; delete implementingUnit if it is the unit itself',
  },
  looksAt: {
    zh: '部门名称、单位名称、项目名称、实施单位，有评分标准或权重的三级指标',
    en: 'names of department, units and projects, implementing unit, names of indicators that are scored',
  },
  fails: { '/units/0/projects/1/name': '　　' },
  passes: { '/units/0/projects/1/implementingUnit': '' },
  *find({ report, projects, owners }: Subject): Generator<Found> {
    const named = (path: Path, name: string, zh: string, en: string): Found[] =>
      isBlank(name) ? [{ path, message: { zh: `${zh}是空白`, en: `the ${en} is blank` } }] : [];
    yield* named(['department', 'name'], report.department.name, '部门名称', "department's name");
    for (const [u, unit] of report.units.entries()) {
      yield* named(['units', String(u), 'name'], unit.name, '单位名称', "unit's name");
    }
    for (const { path, project } of projects.filter(isPublished)) {
      yield* named([...path, 'name'], project.name, '项目名称', "project's name");
      // '' lets the unit's own name be printed instead, spaces do not.
      const { implementingUnit = '' } = project;
      if (implementingUnit === '') continue;
      yield* named([...path, 'implementingUnit'], implementingUnit, '实施单位', 'implementing unit');
    }
    for (const { indicators } of owners) for (const at of indicators) yield* ruledRow(at);
  },
};

/** A row whose level the form prints, with neither name nor value, keeps its place; one that is scored or weighed is of something. */
function* ruledRow({ path, indicator, targets }: IndicatorAt): Generator<Found> {
  const { name, scoringRule = '', basis = '', description = '', weight = '' } = indicator;
  if (!saysNothing(name) || targets.some(({ target }) => !('text' in target) || !saysNothing(target.text))) return;
  const filled = [scoringRule, basis, description].find((text) => !saysNothing(text) && !isNone(text));
  const said = filled ?? (Number(weight) > 0 ? weight : undefined);
  if (said === undefined) return;
  yield {
    path: [...path, 'name'],
    severity: 'warning',
    message: {
      zh: `三级指标没有名称和指标值，却写了${filled === undefined ? '权重' : ''}${quoted(said)}`,
      en: `the indicator has no name and no value, but ${quoted(said)}`,
    },
  };
}

function isPublished({ project }: ProjectAt): boolean {
  return project.publish !== false;
}
