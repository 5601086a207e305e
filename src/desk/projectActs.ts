import { type Path, pointerOf, valueAt } from '../json/pointer.js';
import type { Indicator, Project, Report } from '../report/schema.js';
import { nothing, type Planned, shortened } from './planned.js';
import { movedTo } from './rowActs.js';
import type { Act } from './wire.js';

/** Projects and units: one more, a copy, another place, one less. */

type ProjectHow = Extract<Act, { type: 'project' }>['how'];

export function projectAct(report: Report, at: Path, how: ProjectHow): Planned {
  const unit = at.slice(0, 2);
  const list = [...unit, 'projects'];
  const projects = valueAt(report, list) as readonly Project[] | undefined;
  if (!projects) return nothing;
  const index = at.length > 3 ? Number(at[3]) : projects.length - 1;
  const project = projects[index];
  const place = (p: number): Path => [...list, String(p)];
  const go = (p: number) => ({ go: { form: pointerOf(place(p)) } });
  switch (how) {
    case 'add':
      return {
        ...nothing,
        patches: [{ op: 'insert', path: place(index + 1), value: emptyProject(project) }],
        words: { zh: '加一个项目', en: 'a project added' },
        ...go(index + 1),
      };
    case 'copy': {
      if (!project) return nothing;
      const { id: _, code: _code, ...rest } = project;
      return {
        ...nothing,
        patches: [{ op: 'insert', path: place(index + 1), value: { ...rest, name: `${project.name}（副本）` } }],
        words: { zh: '复制项目', en: 'a project copied' },
        ...go(index + 1),
      };
    }
    case 'remove':
      if (!project) return nothing;
      return {
        ...nothing,
        patches: [{ op: 'remove', path: place(index) }],
        words: { zh: `删去项目“${shortened(project.name).zh}”`, en: `project “${shortened(project.name).en}” deleted` },
        go: { form: projects.length > 1 ? pointerOf(place(Math.max(0, index - 1))) : '' },
      };
    case 'up':
    case 'down': {
      const to = index + (how === 'up' ? -1 : 1);
      if (!project || !(to in projects)) return nothing;
      return {
        ...nothing,
        patches: movedTo(place, index, to, project),
        words: { zh: '移动项目', en: 'a project moved' },
        ...go(to),
      };
    }
  }
}

/** A project with the rows that its neighbour, or the form, has. */
function emptyProject(like: Project | undefined): Project {
  const levels = new Map(
    (like?.indicators ?? []).map(({ level1, level2 }) => [
      `${level1}/${level2}`,
      { level1, ...(level2 !== undefined && { level2 }) },
    ]),
  );
  const rows = levels.size > 0 ? [...levels.values()] : usualLevels;
  return { name: '', ...(like?.kind && { kind: like.kind }), indicators: rows.map((row) => ({ ...row, name: '' })) };
}

/** The second levels of 财预〔2021〕101号 that nearly every published form has. */
export const usualLevels: readonly Pick<Indicator, 'level1' | 'level2'>[] = [
  { level1: '产出指标', level2: '数量指标' },
  { level1: '产出指标', level2: '质量指标' },
  { level1: '产出指标', level2: '时效指标' },
  { level1: '产出指标', level2: '成本指标' },
  { level1: '效益指标', level2: '经济效益指标' },
  { level1: '效益指标', level2: '社会效益指标' },
  { level1: '效益指标', level2: '可持续影响指标' },
  { level1: '满意度指标', level2: '服务对象满意度指标' },
];

export function unitAct(report: Report, at: Path, how: 'add' | 'remove'): Planned {
  const index = at.length > 1 ? Number(at[1]) : report.units.length - 1;
  if (how === 'remove') {
    const unit = report.units[index];
    if (!unit || report.units.length < 2) return nothing;
    return {
      ...nothing,
      patches: [{ op: 'remove', path: ['units', String(index)] }],
      words: { zh: `删去单位“${shortened(unit.name).zh}”`, en: `unit “${shortened(unit.name).en}” deleted` },
      go: { form: '' },
    };
  }
  const path = ['units', String(index + 1)];
  const unit = { name: '新单位', projects: [emptyProject(report.units[0]?.projects[0])] };
  return {
    ...nothing,
    patches: [{ op: 'insert', path, value: unit }],
    words: { zh: '加一个单位', en: 'a unit added' },
    go: { form: `${pointerOf(path)}/projects/0` },
  };
}
