import { rules } from '../check/rules/all.js';
import { type Path, pathOf, pointerOf, valueAt } from '../json/pointer.js';
import type { Bilingual } from '../problem.js';
import { targetIn } from '../reading/targets.js';
import { fieldAt } from '../report/fields.js';
import type { Indicator, Project, Report } from '../report/schema.js';
import { type DeskReport, shiftsOf } from './deskReport.js';
import { inserted, keyOf, orderedMember, wasOf, written } from './fields.js';
import { type Patch, patchedAll } from './patch.js';
import { shifted } from './shift.js';
import type { Act, Address, Conflict, NewRows, Understood } from './wire.js';

/** What a person's act makes of a report. */
export interface Planned {
  readonly patches: readonly Patch[];
  /** For whoever undoes it. */
  readonly words: Bilingual;
  readonly understood: readonly Understood[];
  readonly conflict?: Conflict;
  /** Where to go on: the field of a new row, the form of a new project. */
  readonly go?: { readonly form?: string; readonly pointer?: string };
}

const nothing: Planned = { patches: [], words: { zh: '', en: '' }, understood: [] };

/** What an act changes. `undo`, `redo` and `replace` are not planned: the report itself knows what they are. */
export function planned(desk: DeskReport, act: Exclude<Act, { type: 'undo' | 'redo' | 'replace' }>): Planned {
  const plan = plannedAlone(desk, act);
  return { ...plan, patches: [...plan.patches, ...followed(desk.report, plan.patches)] };
}

/** What the report accepts stays with what it is about, or goes with it. */
function followed(report: Report, patches: readonly Patch[]): Patch[] {
  const shifts = shiftsOf(report, patches);
  const accepted = report.accepted ?? [];
  if (shifts.length === 0 || accepted.length === 0) return [];
  const moved = accepted.flatMap((each) => {
    const at = shifted(each.at, shifts);
    return at === undefined ? [] : [{ ...each, at }];
  });
  if (JSON.stringify(moved) === JSON.stringify(accepted)) return [];
  return [moved.length > 0 ? { op: 'set', path: ['accepted'], value: moved } : { op: 'remove', path: ['accepted'] }];
}

function plannedAlone(desk: DeskReport, act: Exclude<Act, { type: 'undo' | 'redo' | 'replace' }>): Planned {
  const { report } = desk;
  switch (act.type) {
    case 'set':
      return setField(desk, act);
    case 'put':
      return putText(desk, act.pointer, act.text, act.was);
    case 'row':
      return rowAct(report, pathOf(act.record), act.how);
    case 'paste':
      return pasted(desk, act);
    case 'project':
      return projectAct(report, pathOf(act.at), act.how);
    case 'unit':
      return unitAct(report, pathOf(act.at), act.how);
    case 'choose': {
      const patches = desk.chosen(act.pointer, act.isOurs);
      return { ...nothing, patches, words: { zh: '用这里填的', en: 'the value typed here taken' } };
    }
    case 'accept':
      return acceptAct(desk, act);
  }
}

function setField(desk: DeskReport, act: Extract<Act, { type: 'set' }>): Planned {
  const key = keyOf(act);
  if (!isEditable(act)) return said(key, { zh: '这里不能填写', en: 'nothing is filled in here' });
  const now = wasOf(desk.report, act);
  const { patches, words } = written(desk.report, act, act.text);
  if (!patches) return said(key, words);
  if (patches.length === 0) return said(key, words, true);
  if (now !== act.was) return { ...nothing, conflict: { key, theirs: now, yours: act.text } };
  const refusal = desk.refusal(patches);
  if (refusal) return said(key, refusal);
  const isEmptied = act.text.trim() === '';
  const told = isEmptied ? words : withEnglish(words, desk.report, act.pointers);
  return { patches, words: changed(act.text), understood: [{ key, words: told, taken: true }] };
}

/** A text that has an English one beside it says so: that is still of the text before. */
function withEnglish(words: Bilingual, report: Report, pointers: readonly string[]): Bilingual {
  const path = pathOf(pointers[0] as string);
  const english = valueAt(report, [...path.slice(0, -1), `${path.at(-1)}En`]);
  if (typeof english !== 'string' || english === '') return words;
  const both = (own: string, more: string, mark: string): string => [own, more].filter(Boolean).join(mark);
  return {
    zh: both(words.zh, `英文仍是“${english}”，请一并看看`, '；'),
    en: both(words.en, `the English is still “${english}”: have a look at it`, '; '),
  };
}

function said(key: string, words: Bilingual, taken = false): Planned {
  return { ...nothing, understood: [{ key, words, taken }] };
}

function changed(text: string): Bilingual {
  const { zh, en } = shortened(text);
  return { zh: `改“${zh}”`, en: `changed to “${en}”` };
}

function shortened(text: string): Bilingual {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return { zh: '空白', en: 'blank' };
  const short = line.length > 12 ? `${line.slice(0, 12)}…` : line;
  return { zh: short, en: short };
}

/** What of the report itself is filled in, where it is printed; its unit of money and its layout are no texts to be typed. */
const ownOfReport: ReadonlySet<string> = new Set(['/year', '/title']);

/** Only what the schema knows, and what is a value and no record. */
function isEditable({ pointers, member = {} }: Address): boolean {
  const isMember = Object.values(member).every((held) => ['string', 'number', 'boolean'].includes(typeof held));
  return (
    isMember &&
    pointers.length > 0 &&
    pointers.every((pointer) => {
      const path = pathOf(pointer.replace(/\/-(?=\/|$)/g, '/0'));
      return (
        (path.length > 1 || ownOfReport.has(pointer)) &&
        path.every((step) => step !== '__proto__') &&
        fieldAt(path) !== undefined
      );
    })
  );
}

/** A text as it is to be, such as one that was mended. */
function putText(desk: DeskReport, pointer: string, text: string, was: string): Planned {
  const path = pathOf(pointer);
  const now = valueAt(desk.report, path);
  if (typeof now !== 'string' || fieldAt(path)?.type !== 'string') return nothing;
  const key = pointer;
  if (now !== was) return { ...nothing, conflict: { key, theirs: now, yours: text } };
  const patches: Patch[] = [{ op: 'set', path, value: text }];
  const refusal = desk.refusal(patches);
  return refusal ? said(key, refusal) : { patches, words: { zh: '改好一处', en: 'a text mended' }, understood: [] };
}

/** Each cell by itself: one that is not understood leaves the others. Cells and new rows are one change. */
function pasted(desk: DeskReport, { cells, more }: Extract<Act, { type: 'paste' }>): Planned {
  const patches: Patch[] = [];
  const understood: Understood[] = [];
  let report = desk.report;
  for (const cell of cells) {
    const key = keyOf(cell);
    if (!isEditable(cell)) continue;
    const { patches: own, words } = written(report, cell, cell.text);
    const refusal = own && own.length > 0 ? desk.refusal([...patches, ...own]) : undefined;
    const taken = own !== undefined && refusal === undefined;
    understood.push({ key, words: refusal ?? words, taken, ...(!taken && { text: cell.text }) });
    if (!own || refusal) continue;
    patches.push(...own);
    report = patchedAll(report, own).value as Report;
  }
  const added = more && newRows(desk, more);
  const rows = added?.patches.length ?? 0;
  const zh = [cells.length > 0 ? `粘贴 ${cells.length} 格` : '', rows > 0 ? `加 ${rows} 行` : ''];
  const en = [cells.length > 0 ? `${cells.length} cells pasted` : '', rows > 0 ? `${rows} rows added` : ''];
  return {
    patches: [...patches, ...(added?.patches ?? [])],
    words: { zh: zh.filter(Boolean).join('，'), en: en.filter(Boolean).join(', ') },
    understood: [...understood, ...(added?.understood ?? [])],
    ...(cells.length === 0 && added && { go: { pointer: added.first } }),
  };
}

type RowHow = Extract<Act, { type: 'row' }>['how'];

function rowAct(report: Report, record: Path, how: RowHow): Planned {
  const list = record.slice(0, -1);
  const index = Number(record.at(-1));
  const members = valueAt(report, list);
  if (!Array.isArray(members) || !(index in members)) return nothing;
  const member: unknown = members[index];
  const at = (place: number): Path => [...list, String(place)];
  const go = (place: number) => ({ go: { pointer: pointerOf(at(place)) } });
  switch (how) {
    case 'add':
      return {
        ...nothing,
        patches: [{ op: 'insert', path: at(index + 1), value: rowLike(list, member) }],
        words: { zh: '加一行', en: 'a row added' },
        ...go(index + 1),
      };
    case 'copy':
      return {
        ...nothing,
        patches: [{ op: 'insert', path: at(index + 1), value: member }],
        words: { zh: '复制一行', en: 'a row copied' },
        ...go(index + 1),
      };
    case 'remove': {
      const patches: Patch[] =
        members.length === 1 && list.at(-1) !== 'projects'
          ? [{ op: 'remove', path: list }]
          : [{ op: 'remove', path: at(index) }];
      return {
        ...nothing,
        patches,
        words: { zh: '删一行', en: 'a row deleted' },
        ...go(Math.max(0, Math.min(index, members.length - 2))),
      };
    }
    case 'up':
    case 'down': {
      const to = index + (how === 'up' ? -1 : 1);
      if (!(to in members)) return nothing;
      return {
        ...nothing,
        patches: movedTo(at, index, to, member),
        words: { zh: '移动一行', en: 'a row moved' },
        ...go(to),
      };
    }
  }
}

function movedTo(at: (place: number) => Path, from: number, to: number, member: unknown): Patch[] {
  return [
    { op: 'remove', path: at(from) },
    { op: 'insert', path: at(to), value: member },
  ];
}

/** A row like another, but for what is its own: an indicator of the same levels, group and goal. */
function rowLike(list: Path, member: unknown): unknown {
  if (typeof member === 'string') return '';
  const { level1, level2, group, goal, source, period } = member as Partial<Indicator> & Record<string, unknown>;
  const kept = Object.entries({ level1, level2, group, goal, source, period }).filter(
    ([key, value]) => value !== undefined && fieldAt([...list, '0', key]),
  );
  return orderedMember([...list, '0'], Object.fromEntries(kept));
}

/** A finding is accepted, or is open again; an acceptance that meets no finding is itself one, and goes. */
function acceptAct(desk: DeskReport, { code, pointer, reason }: Extract<Act, { type: 'accept' }>): Planned {
  const before = desk.report.accepted ?? [];
  const number = rules.find((rule) => rule.code === code)?.number;
  const others = before.filter(
    (each, index) =>
      pointer !== `/accepted/${index}` && (each.at !== pointer || (each.code !== code && each.code !== number)),
  );
  const isOver = reason.trim() === '';
  const after = isOver ? others : [...others, { code, at: pointer, reason: reason.trim() }];
  if (after.length === 0 && before.length === 0) return nothing;
  const patches: Patch[] =
    after.length > 0 ? [{ op: 'set', path: ['accepted'], value: after }] : [{ op: 'remove', path: ['accepted'] }];
  if (desk.refusal(patches)) return nothing;
  const words = isOver ? { zh: '撤回认可', en: 'acceptance taken back' } : { zh: '认可一处', en: 'a finding accepted' };
  return { ...nothing, patches, words };
}

interface Added {
  readonly patches: readonly Patch[];
  readonly understood: readonly Understood[];
  /** The pointer of the first. */
  readonly first: string;
}

/** New members of a list; a text that the schema does not allow in a field is told, and the rest of its row is there. */
function newRows(desk: DeskReport, { list, rows, below }: NewRows): Added | undefined {
  const path = pathOf(list);
  const properties = fieldAt([...path, '0'])?.properties;
  if (!properties) return undefined;
  const before = valueAt(desk.report, path);
  const length = Array.isArray(before) ? before.length : 0;
  const first = below === undefined ? length : Math.min(length, Number(pathOf(below).at(-1)) + 1);
  const patchOf = (index: number, held: Readonly<Record<string, unknown>>): Patch => {
    const value = orderedMember([...path, '0'], held);
    return index === first ? inserted(desk.report, path, index, value) : insertedAt(path, index, value);
  };
  const understood: Understood[] = [];
  const patches = rows.slice(0, 2_000).map((row, n) => {
    const given = Object.entries(row).flatMap(([name, text]): [string, unknown][] => {
      if (!Object.hasOwn(properties, name) || text.trim() === '') return [];
      return [[name, /Target$/.test(name) ? targetIn(text, { open: '(（', close: ')）' }) : text.trim()]];
    });
    const whole = Object.fromEntries(given);
    if (!desk.refusal([patchOf(first, whole)])) return patchOf(first + n, whole);
    const fit = given.filter(([name, value]) => {
      const words = desk.refusal([patchOf(first, { [name]: value })]);
      const kind = /Target$/.test(name) ? 'target' : 'text';
      const key = keyOf({ kind, pointers: [pointerOf([...path, String(first + n), name])] });
      if (words) understood.push({ key, words, taken: false, text: row[name] ?? '' });
      return !words;
    });
    return patchOf(first + n, Object.fromEntries(fit));
  });
  return { patches, understood, first: pointerOf([...path, String(first)]) };
}

function insertedAt(list: Path, index: number, value: unknown): Patch {
  return { op: 'insert', path: [...list, String(index)], value };
}

type ProjectHow = Extract<Act, { type: 'project' }>['how'];

function projectAct(report: Report, at: Path, how: ProjectHow): Planned {
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

function unitAct(report: Report, at: Path, how: 'add' | 'remove'): Planned {
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
