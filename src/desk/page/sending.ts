import { batch } from '@preact/signals';
import { actNow } from '../actShift.js';
import { type Shift, shifted } from '../shift.js';
import type { Act, ActAnswer, ActRequest, Address, Field, FormView, Understood } from '../wire.js';
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
import { formOfKey, keptUnread } from './unread.js';
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
    version.value = waiting[0]?.version ?? -1;
    inFlight = undefined;
    heldBack = [];
    if (waiting.length > 0) isRevising.value = true;
  }
  for (let isTaken = false; !isTaken; ) {
    if (isUnderWay()) void send();
    while (isUnderWay()) await new Promise((done) => setTimeout(done, 30));
    const before = version.value;
    const view = await viewOf(name, wanted, before);
    if (!isWanted() || report.value !== name) return;
    isTaken = !isUnderWay() && version.value === before;
    if (isTaken)
      batch(() => {
        follow(view.shifts, view.version);
        form.value = view.form;
        putBack(unread.value);
        taken(view);
        for (const { act, key } of waiting) if (act.type === 'set' && key !== undefined) draftOf(key).value = act.text;
      });
  }
  void send();
}

/** Of what was sent and not yet answered it is not known which version has it: until then nothing newer is shown. */
function isUnderWay(): boolean {
  return inFlight !== undefined || heldBack.length > 0 || waiting.some(({ isSent }) => isSent);
}

/** A form as it is now, and what has moved since the version that the page has. */
function viewOf(name: string, wanted: string, since: number): Promise<FormView> {
  const from = since < 0 ? '' : `&since=${since}`;
  return ask<FormView>(`${reportPath(name)}?form=${encodeURIComponent(wanted)}${from}`);
}

/** The findings and the list of forms anew; the sheet too if somebody else has changed the report. */
export async function refresh(): Promise<void> {
  // What was told while something was under way is asked for after it.
  isBehind = inFlight !== undefined || waiting.length > 0;
  if (report.value === '' || isBehind) return;
  const name = report.value;
  const [at, before] = [form.value, version.value];
  let view: FormView;
  try {
    view = await viewOf(name, at, before);
  } catch {
    // The desk or the file is away: it is asked again when it is back, or with the next act.
    isBehind = true;
    return;
  }
  if (name !== report.value) return;
  held(() => {
    // An act that was sent after this was asked is answered first, or has been, or another form is shown: then this is of the past.
    if (inFlight || waiting.length > 0 || version.value !== before || form.value !== at) return void refresh();
    batch(() => {
      const hand = inHand.value;
      follow(view.shifts, view.version);
      form.value = view.form;
      taken(view, view.version === before);
      if (view.shifts && view.shifts.length > 0)
        refocus.value = { key: shiftedKey(hand, view.shifts) ?? '', isSame: true };
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
  const last = waiting[waiting.length - 1];
  if (last?.key === field.key && !last.isSent) waiting.pop();
  const act: Act = { type: 'set', ...addressOfField(field), text, was: field.was, visit };
  waiting.push({ id: randomId(), act, form: form.value, version: version.value, key: field.key });
  store();
  void send();
}

/** All of an address, so that nothing is left of another. */
function addressOfField({ kind, pointers, member, unit, suffix, choice }: Field): Address {
  return { kind, pointers, member, unit, suffix, choice } as Address;
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
  const shown = form.value === at ? {} : { shown: form.value };
  const request: ActRequest = { id, from: tab, version: known, form: at, ...shown, act };
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
    // What was refused is not on the desk's disk.
    const { isSent: _, ...unsent } = sent;
    waiting.unshift(cause instanceof Refused ? unsent : sent);
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

function answered(sent: Waiting, answer: ActAnswer): void {
  batch(() => {
    const hand = inHand.value;
    const { shifts, now, conflict: clash } = answer;
    const own = sent.key !== undefined && now ? ([sent.key, now] as const) : undefined;
    const led = leadOf(shifts, own);
    follow(shifts, answer.version, own);
    waiting = waiting.map((each) => (each.key === clash?.key ? each : fresh(each, sent, answer)));
    const goesElsewhere = answer.go && answer.go.form !== '' && answer.go.form !== form.value;
    if (answer.go && answer.go.form !== '') form.value = answer.go.form;
    taken(answer);
    if (answer.understood) {
      const all = new Map(understood.value);
      for (const each of answer.understood) {
        const key = own?.[0] === each.key ? own[1].key : each.key;
        all.set(key, { ...each, key });
        if (each.text !== undefined) draftOf(key).value = each.text;
      }
      understood.value = all;
    }
    const key = sent.key === undefined ? undefined : led(sent.key);
    if (key !== undefined && !clash) settle(key, sent);
    if (clash) {
      const { key: contested, theirs } = clash;
      conflict.value = clash;
      const why = {
        zh: `别处已改成“${theirs}”，这里的没有存`,
        en: `changed elsewhere to “${theirs}”; this is not saved`,
      };
      understood.value = new Map(understood.value).set(contested, { key: contested, words: why, taken: false });
    }
    store();
    if (goesElsewhere) location.hash = addressOf(report.value, form.value);
    if (answer.go?.pointer !== undefined) refocus.value = { pointer: answer.go.pointer };
    else if ((shifts && shifts.length > 0) || led(hand) !== hand)
      refocus.value = { key: led(hand) ?? '', isSame: true };
  });
}

/** An act with what its field holds after an act before it: of a value this very one, in whatever cell; of a paste or an undo any. */
function fresh(each: Waiting, { act }: Waiting, { now, sheet: drawn }: ActAnswer): Waiting {
  if (each.act.type !== 'set') return each;
  const isSame = now !== undefined && each.act.pointers[0] === now.pointers[0];
  const field = act.type === 'set' ? (isSame ? now : undefined) : each.key && drawn?.fields[each.key];
  return field ? { ...each, act: { ...each.act, was: field.was } } : each;
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

/** The key of a field that was typed in, and the field that its value stands in now. */
type Own = readonly [key: string, field: Field];

/** Where a key leads now; undefined where its row is gone. */
function leadOf(shifts: readonly Shift[] | undefined, own?: Own): (key: string) => string | undefined {
  return (key) => (own?.[0] === key ? own[1].key : shiftedKey(key, shifts));
}

/** What is typed and what is waiting goes to where its rows are now; `own` is what the field of a key has become. */
function follow(shifts: readonly Shift[] | undefined, now: number, own?: Own): void {
  // Where that is not known, the desk tells for each act that its place is not known any more.
  if (!shifts) return;
  const to = shifted(form.value, shifts);
  if (to !== undefined && to !== form.value) {
    const isHere = location.hash === addressOf(report.value, form.value);
    form.value = to;
    if (isHere) history.replaceState(undefined, '', addressOf(report.value, to));
  }
  const led = leadOf(shifts, own);
  /** What was typed in rows that are gone is kept and shown. */
  const lost: { at: string; text: string }[] = [];
  waiting = waiting.flatMap((each): Waiting[] => {
    const key = each.key === undefined ? undefined : led(each.key);
    const isOwn = own !== undefined && each.key === own[0];
    const act =
      isOwn && each.act.type === 'set' ? { ...each.act, ...addressOfField(own[1]) } : actNow(each.act, shifts);
    const at = shifted(each.form, shifts) ?? each.form;
    if (!act && each.act.type === 'set') lost.push({ at, text: each.act.text });
    return act ? [{ ...each, act, form: at, version: now, ...(key !== undefined && { key }) }] : [];
  });
  if (shifts.length === 0 && (own === undefined || own[0] === own[1].key)) return;
  const told = new Map<string, Understood>();
  for (const [key, each] of understood.value) {
    const to = led(key);
    const { value } = draftOf(key);
    if (to !== undefined) told.set(to, { ...each, key: to });
    else if (!each.taken && value !== undefined) lost.push({ at: formOfKey(key), text: value });
  }
  const moved = [...drafts].flatMap(([key, draft]) => {
    const to = led(key);
    return to === undefined ? [] : [[to, draft] as const];
  });
  drafts.clear();
  for (const [key, draft] of moved) drafts.set(key, draft);
  for (const { at, text } of lost) {
    if (text === '') continue;
    const key = `gone ${at.startsWith('/') ? at : '/department/overall/'} ${text}`;
    draftOf(key).value = text;
    told.set(key, { key, words: { zh: '那一行已经删去', en: 'its row was deleted' }, taken: false });
  }
  understood.value = told;
}

function shiftedKey(key: string, shifts: readonly Shift[] = []): string | undefined {
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
