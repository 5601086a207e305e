import { rules } from '../check/rules/all.js';
import { pathOf, valueAt } from '../json/pointer.js';
import type { Bilingual } from '../problem.js';
import { fieldAt } from '../report/fields.js';
import type { Report } from '../report/schema.js';
import type { DeskReport } from './deskReport.js';
import { keyOf, wasOf, written } from './fields.js';
import { type Patch, patchedAll } from './patch.js';
import { nothing, type Planned, shortened } from './planned.js';
import { projectAct, unitAct } from './projectActs.js';
import { newRows, rowAct } from './rowActs.js';
import { shifted } from './shift.js';
import { shiftsOf } from './shiftsOf.js';
import type { Act, Address, Understood } from './wire.js';

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
