import { batch, computed, effect, type Signal, signal } from '@preact/signals';
import type { Bilingual } from '../../problem.js';
import type { Conflict, DeskFinding, Outline, Sheet, ShownClash, Understood, View } from '../wire.js';
import { formOfKey, keepUnread, type Unread } from './unread.js';

/** What the page shows of the report in hand. */
export const report = signal('');
export const form = signal('');
export const sheet = signal<Sheet | undefined>(undefined);
export const findings = signal<readonly DeskFinding[]>([]);
/** Those that are published as they are. */
export const accepted = signal<readonly DeskFinding[]>([]);
export const outline = signal<Outline | undefined>(undefined);
export const version = signal(0);
export const isSaved = signal(true);
export const canUndo = signal<Bilingual | undefined>(undefined);
export const canRedo = signal<Bilingual | undefined>(undefined);
export const trouble = signal('');
export const clashes = signal<readonly ShownClash[]>([]);
export const broken = signal<Bilingual | undefined>(undefined);
export const isPublished = signal(false);
/** The person has said that what was published is to be changed. */
export const isRevising = signal(false);
/** The key of the field in hand. */
export const inHand = signal('');
export const understood = signal<ReadonlyMap<string, Understood>>(new Map());
export const conflict = signal<Conflict | undefined>(undefined);
export const isLocked = computed(() => isPublished.value && !isRevising.value);
/** Grows with each change of the data, the layouts or the faces, for what follows them: the printed pages. */
export const changes = signal(0);

/** What was typed in a field and is not yet as the server prints it, by the field's key. */
export const drafts = new Map<string, Signal<string | undefined>>();

export function draftOf(key: string): Signal<string | undefined> {
  const known = drafts.get(key);
  if (known) return known;
  const made = signal<string | undefined>(undefined);
  drafts.set(key, made);
  return made;
}

/** What was typed and is not in the data: it stays where it was typed, whatever form is shown, until it is mended or taken back. */
export const unread = computed((): readonly Unread[] =>
  [...understood.value].flatMap(([key, { taken, words: why }]) => {
    const text = draftOf(key).value;
    return taken || text === undefined ? [] : [{ key, text, words: why }];
  }),
);

/** The keys of those that were left. */
export const notUnderstood = computed(() => unread.value.flatMap(({ key }) => (key === inHand.value ? [] : [key])));

/** Those of this form whose field is there no more. */
export const gone = computed(() =>
  unread.value.filter(({ key }) => formOfKey(key) === form.value && sheet.value && !sheet.value.fields[key]),
);

effect(() => keepUnread(report.value, unread.value));

/** Only these are shown beside what is printed. */
export function putBack(all: readonly Unread[]): void {
  drafts.clear();
  for (const { key, text } of all) draftOf(key).value = text;
  understood.value = new Map(all.map(({ key, words: why }) => [key, { key, words: why, taken: false }]));
}

/** What was typed there is given up. */
export function forget(key: string): void {
  batch(() => {
    draftOf(key).value = undefined;
    understood.value = new Map([...understood.value].filter(([each]) => each !== key));
  });
}

/** What the desk tells of the report and the form in hand. */
export function taken(view: View, onlyFindings = false): void {
  if (view.sheet && !onlyFindings) sheet.value = view.sheet;
  if (view.version !== version.value) changes.value += 1;
  version.value = view.version;
  findings.value = view.findings.filter(({ reason }) => reason === undefined);
  accepted.value = view.findings.filter(({ reason }) => reason !== undefined);
  if (view.outline) outline.value = view.outline;
  isSaved.value = view.saved;
  canUndo.value = view.canUndo;
  canRedo.value = view.canRedo;
  isPublished.value = view.published === true;
  clashes.value = view.clashes ?? [];
  broken.value = view.broken;
}

/** A form of a report, and a value in it. */
export function addressOf(name: string, at: string, pointer = ''): string {
  const steps = pointer !== '' ? [name, at, pointer] : at !== '' ? [name, at] : [name];
  return `#/${steps.map(encodeURIComponent).join('/')}`;
}

/** Where to put the caret once the form is drawn anew: the field and the selection in it. */
export const refocus = signal<{ readonly key?: string; readonly pointer?: string; readonly isSame?: true } | undefined>(
  undefined,
);
