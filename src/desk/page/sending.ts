import { batch } from '@preact/signals';
import { actNow } from '../actShift.js';
import { type Shift, shifted } from '../shift.js';
import type { Act, ActAnswer, ActRequest, Address, Field, FormView } from '../wire.js';
import { ask, Refused, reportPath } from './api.js';
import {
  addressOf,
  canRedo,
  canUndo,
  conflict,
  draftOf,
  drafts,
  forget,
  form,
  inHand,
  isLocked,
  isRevising,
  outline,
  putBack,
  refocus,
  report,
  sheet,
  taken,
  trouble,
  understood,
  unread,
  version,
} from './state.js';
import { keptUnread } from './unread.js';
import { said, words } from './words.js';

/** An act that is not yet on the desk's disk. */
interface Waiting {
  readonly id: string;
  readonly act: Act;
  readonly form: string;
  /** The version that its pointers are of. */
  readonly version: number;
  readonly key?: string;
  /** It may be on the desk's disk: what is typed after it is another act. */
  readonly isSent?: true;
}

let waiting: Waiting[] = [];
let inFlight: Waiting | undefined;
let isBehind = false;
let isComposing = false;
let heldBack: (() => void)[] = [];
const tab = randomId();
let visit = randomId();

function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('');
}

function storeKey(): string {
  return `jibiao-desk ${report.value}`;
}

/** What is not yet on the server's disk is in this browser, whatever happens to either. */
function store(): void {
  const all = inFlight ? [inFlight, ...waiting] : waiting;
  try {
    if (all.length === 0) localStorage.removeItem(storeKey());
    else localStorage.setItem(storeKey(), JSON.stringify(all));
  } catch {
    // A browser without room: the acts are still in this page.
  }
}

function restored(): Waiting[] {
  try {
    return JSON.parse(localStorage.getItem(storeKey()) ?? '[]') as Waiting[];
  } catch {
    return [];
  }
}

/** Opens a report at one of its forms, if that is still wanted when the answer comes. */
export async function openForm(name: string, wanted: string, isWanted: () => boolean): Promise<void> {
  const isOther = report.value !== name;
  if (isOther) {
    batch(() => {
      report.value = name;
      sheet.value = undefined;
      outline.value = undefined;
      isRevising.value = false;
      conflict.value = undefined;
      putBack(keptUnread(name));
    });
    waiting = restored();
    inFlight = undefined;
    if (waiting.length > 0) isRevising.value = true;
  }
  const view = await ask<FormView>(`${reportPath(name)}?form=${encodeURIComponent(wanted)}`);
  if (!isWanted()) return;
  batch(() => {
    putBack(unread.value);
    form.value = view.form;
    taken(view);
    for (const { act, key } of waiting) if (act.type === 'set' && key !== undefined) draftOf(key).value = act.text;
  });
  void send();
}

/** The findings and the list of forms anew; the sheet too if somebody else has changed the report. */
export async function refresh(): Promise<void> {
  // What was told while something was under way is asked for after it.
  isBehind = inFlight !== undefined || waiting.length > 0;
  if (report.value === '' || isBehind) return;
  const name = report.value;
  const before = version.value;
  const view = await ask<FormView>(`${reportPath(name)}?form=${encodeURIComponent(form.value)}&since=${before}`);
  if (name !== report.value || inFlight || waiting.length > 0) return;
  held(() => {
    // An act that was sent after this was asked may have been answered before it: then this is of the past.
    if (version.value !== before) return void refresh();
    batch(() => {
      const hand = inHand.value;
      if (view.shifts.length > 0) follow(view.shifts, view.version);
      form.value = view.form;
      taken(view, view.version === before);
      if (view.shifts.length > 0) refocus.value = { key: shiftedKey(hand, view.shifts) ?? '', isSame: true };
    });
  });
}

/** While somebody composes 汉字, nothing of the form may change: the composition would be lost. */
function held(change: () => void): void {
  if (isComposing) heldBack.push(change);
  else change();
}

export function composing(now: boolean): void {
  isComposing = now;
  if (now) return;
  const all = heldBack;
  heldBack = [];
  for (const change of all) change();
  void send();
}

/** A stay in a field begins: what is typed until the next is taken back at once. */
export function beginVisit(): void {
  visit = randomId();
}

/** What is typed in a field goes to the server; while one is under way the newest waits. */
export function typed(field: Field, text: string): void {
  if (isLocked.value) return;
  draftOf(field.key).value = text;
  const { kind, pointers, member, unit, suffix, choice } = field;
  const address: Address = {
    kind,
    pointers,
    ...(member && { member }),
    ...(unit && { unit }),
    ...(suffix !== undefined && { suffix }),
    ...(choice !== undefined && { choice }),
  };
  const last = waiting[waiting.length - 1];
  if (last?.key === field.key && !last.isSent) waiting.pop();
  const act: Act = { type: 'set', ...address, text, was: field.was, visit };
  waiting.push({ id: randomId(), act, form: form.value, version: version.value, key: field.key });
  store();
  void send();
}

/** Anything else that a person does. What was published is changed by nothing before 修订 is said, whichever key is pressed. */
export function does(act: Act): void {
  if (isLocked.value) return;
  waiting.push({ id: randomId(), act, form: form.value, version: version.value });
  store();
  void send();
}

let retry: ReturnType<typeof setTimeout> | undefined;

async function send(): Promise<void> {
  const next = waiting[0];
  if (!inFlight && !next && isBehind) void refresh();
  // What is held back may move what is sent next.
  if (inFlight || !next || heldBack.length > 0) return;
  const sent: Waiting = { ...next, isSent: true };
  inFlight = sent;
  waiting = waiting.slice(1);
  store();
  const name = report.value;
  const { id, act, version: known, form: at } = sent;
  const request: ActRequest = { id, from: tab, version: known, form: at, act };
  try {
    const answer = await ask<ActAnswer>(reportPath(name, 'acts'), request);
    // Another report was opened meanwhile.
    if (inFlight !== sent) return;
    inFlight = undefined;
    trouble.value = '';
    store();
    held(() => answered(sent, answer));
    void send();
  } catch (cause) {
    if (inFlight !== sent) return;
    inFlight = undefined;
    waiting.unshift(sent);
    store();
    // What no desk could understand would be refused again. All else may be for now: the file is away, or the token is another.
    const isFinal =
      cause instanceof Refused &&
      ([400, 413].includes(cause.status) || cause.problems.some(({ code }) => code === 'desk-bad-request'));
    if (isFinal) {
      waiting.shift();
      store();
    }
    const told = cause instanceof Refused ? cause.problems.map(({ message }) => said(message)) : [];
    trouble.value = cause instanceof Refused ? [...told, ...(isFinal ? [] : [words.kept])].join('；') : 'offline';
    clearTimeout(retry);
    retry = setTimeout(() => void send(), isFinal ? 0 : 1_000);
  }
}

/** What the field holds after an act of this page that was before it. */
function fresh(each: Waiting): Waiting {
  const field = each.key === undefined ? undefined : sheet.value?.fields[each.key];
  return each.act.type === 'set' && field ? { ...each, act: { ...each.act, was: field.was } } : each;
}

function answered(sent: Waiting, answer: ActAnswer): void {
  batch(() => {
    const hand = inHand.value;
    if (answer.shifts.length > 0) follow(answer.shifts, answer.version);
    else waiting = waiting.map((each) => ({ ...each, version: answer.version }));
    const at = shifted(sent.form, answer.shifts) ?? sent.form;
    const goesElsewhere = answer.go && answer.go.form !== '' && answer.go.form !== form.value;
    if (answer.go && answer.go.form !== '') form.value = answer.go.form;
    // Another form was opened meanwhile: it is asked for anew.
    if (!answer.go && at !== form.value) {
      version.value = answer.version;
      isBehind = true;
    } else taken(answer);
    const key = sent.key === undefined ? undefined : shiftedKey(sent.key, answer.shifts);
    for (const [from, to] of answer.moved ?? []) becomes(from, to);
    const contested = answer.conflict?.key;
    waiting = waiting.map((each) => (each.key === contested ? each : fresh(each)));
    if (answer.understood) {
      const all = new Map(understood.value);
      for (const each of answer.understood) {
        all.set(each.key, each);
        if (each.text !== undefined) draftOf(each.key).value = each.text;
      }
      understood.value = all;
    }
    if (key !== undefined && answer.conflict === undefined) settle(key, sent);
    if (answer.conflict) {
      const { key: at, theirs } = answer.conflict;
      conflict.value = answer.conflict;
      const why = {
        zh: `别处已改成“${theirs}”，这里的没有存`,
        en: `changed elsewhere to “${theirs}”; this is not saved`,
      };
      understood.value = new Map(understood.value).set(at, { key: at, words: why, taken: false });
    }
    if (goesElsewhere) location.hash = addressOf(report.value, form.value);
    if (answer.go?.pointer !== undefined) refocus.value = { pointer: answer.go.pointer };
    else if (answer.shifts.length > 0 || answer.moved) {
      const moved = answer.moved?.find(([from]) => hand === from);
      refocus.value = moved
        ? { pointer: moved[1], isSame: true }
        : { key: shiftedKey(hand, answer.shifts) ?? '', isSame: true };
    }
  });
}

/** A text that has arrived is shown as it is printed, once the caret has left the field. */
function settle(key: string, { act }: Waiting): void {
  const draft = draftOf(key);
  if (act.type !== 'set' || draft.value !== act.text || inHand.value === key) return;
  const wasTaken = understood.value.get(key)?.taken !== false;
  if (wasTaken) draft.value = undefined;
}

/** The caret has left a field: from now on it shows what is printed, unless that is still under way or was not understood. */
export function left(key: string): void {
  const isUnderWay = [...(inFlight ? [inFlight] : []), ...waiting].some((each) => each.key === key);
  if (isUnderWay || understood.value.get(key)?.taken === false || conflict.value?.key === key) return;
  draftOf(key).value = undefined;
}

/** What is typed and what is waiting goes to where its rows are now. */
function follow(shifts: readonly Shift[], now: number): void {
  const to = shifted(form.value, shifts);
  if (to !== undefined && to !== form.value) {
    const isHere = location.hash === addressOf(report.value, form.value);
    form.value = to;
    if (isHere) history.replaceState(undefined, '', addressOf(report.value, to));
  }
  waiting = waiting.flatMap((each): Waiting[] => {
    const act = actNow(each.act, shifts);
    const key = each.key === undefined ? undefined : shiftedKey(each.key, shifts);
    const at = shifted(each.form, shifts) ?? each.form;
    return act ? [{ ...each, act, form: at, version: now, ...(key !== undefined && { key }) }] : [];
  });
  const moved = [...drafts].flatMap(([key, draft]) => {
    const to = shiftedKey(key, shifts);
    return to === undefined ? [] : [[to, draft] as const];
  });
  drafts.clear();
  for (const [key, draft] of moved) drafts.set(key, draft);
  understood.value = new Map(
    [...understood.value].map(([key, each]) => {
      const to = shiftedKey(key, shifts) ?? key;
      return [to, { ...each, key: to }];
    }),
  );
}

/** A blank that was typed in has become a field: what is typed goes on there. */
function becomes(from: string, to: string): void {
  const field = Object.values(sheet.value?.fields ?? {}).find(({ pointers: [first] }) => first === to);
  if (!field) return;
  const draft = drafts.get(from);
  if (draft) {
    drafts.delete(from);
    drafts.set(field.key, draft);
  }
  waiting = waiting.map((each) => {
    if (each.act.type !== 'set' || each.key !== from) return each;
    const { member: _, ...act } = each.act;
    return { ...each, key: field.key, act: { ...act, pointers: field.pointers, kind: field.kind } };
  });
}

function shiftedKey(key: string, shifts: readonly Shift[]): string | undefined {
  const found = /^(\w+) ([^ +]+)(.*)$/s.exec(key);
  if (!found || shifts.length === 0) return key;
  const pointer = shifted(found[2] as string, shifts);
  return pointer === undefined ? undefined : `${found[1]} ${pointer}${found[3]}`;
}

export function undo(): void {
  if (canUndo.value !== undefined) does({ type: 'undo' });
}

export function redo(): void {
  if (canRedo.value !== undefined) does({ type: 'redo' });
}

/** Both versions were shown; the person takes one. */
export function resolve(takeMine: boolean): void {
  const now = conflict.value;
  const field = now && sheet.value?.fields[now.key];
  conflict.value = undefined;
  if (!now || !field) return;
  if (takeMine) typed(field, now.yours);
  else forget(now.key);
}
