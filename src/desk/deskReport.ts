import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { pathOf } from '../json/pointer.js';
import { TakenOut } from '../json/taken.js';
import { sha256 } from '../kept/digest.js';
import { type Bilingual, fault, Problems } from '../problem.js';
import { writeWhole } from '../publish/writeWhole.js';
import { readReport } from '../report/read.js';
import type { Report } from '../report/schema.js';
import { type Entry, Journal, type Mark } from './journal.js';
import { type Clash, heldBefore, mergedInto } from './merge.js';
import { compact, differences, type Patch, patchedAll } from './patch.js';
import { refusalOf } from './refusal.js';
import type { Shift } from './shift.js';
import { shiftsOf } from './shiftsOf.js';
import { patchedText } from './textPatch.js';
import { mostRemembered, Undoing } from './undoing.js';

/** A change to be made, with its words for whoever undoes it. */
export interface Change {
  readonly id: string;
  readonly form: string;
  readonly words: Bilingual;
  readonly visit?: string;
  readonly patches: readonly Patch[];
}

/** Milliseconds after the last change until the file is written, and at most after the first. */
const settling = 150;
const longest = 1_000;

/**
 * A report that is being edited: its data, what can be undone, and its file. A change is in the journal, on the disk, before `make`
 * returns; the file itself follows when no more comes, written whole or not at all.
 */
export class DeskReport {
  readonly #journal: Journal;
  #value: Report;
  /** The data as it is in the file. */
  #base: Report;
  #text: string;
  #mark: string;
  #digest: string;
  #version = 0;
  #saved = 0;
  #waiting: Patch[] = [];
  readonly #asWritten = new TakenOut();
  #lastTried: { patches: readonly Patch[]; of: Report; tried: ReturnType<typeof patchedAll> } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #latest: NodeJS.Timeout | undefined;
  readonly #undoing = new Undoing();
  /** The changes that were made, by the request's id. */
  readonly #made = new Map<string, Entry>();
  readonly #shifts: { readonly version: number; readonly shifts: readonly Shift[] }[] = [];
  /** Whether the journal knows the file: it is begun with the first change, not by looking at a report. */
  #begun = false;
  /** Values that another program changed while they were changed here, until somebody has chosen. */
  #clashes: readonly Clash[] = [];
  /** What another program has made of the file, where that is no report: what is typed is in the journal alone meanwhile. */
  broken: Bilingual | undefined;
  /** Why the file could not be written, until it can. */
  trouble: unknown;

  /** Throws Problems of reading. What an earlier desk had in its journal and not yet in the file is put into the file. */
  constructor(
    readonly file: string,
    name: string,
    readonly told: () => void = () => {},
  ) {
    this.#journal = new Journal(file, name);
    const bytes = readFileSync(file);
    const read = readReport(bytes, file);
    this.#value = read.report;
    this.#base = read.report;
    this.#text = read.text;
    this.#mark = bytes[0] === 0xef ? '\ufeff' : '';
    this.#digest = sha256(bytes);
    this.#resume();
  }

  get report(): Report {
    return this.#value;
  }

  get version(): number {
    return this.#version;
  }

  /** The SHA-256 of the file. */
  get digest(): string {
    return this.#digest;
  }

  get isSaved(): boolean {
    return this.#saved === this.#version;
  }

  get canUndo(): Bilingual | undefined {
    return this.#undoing.canUndo;
  }

  get canRedo(): Bilingual | undefined {
    return this.#undoing.canRedo;
  }

  /** What a request has changed, if it was done before. */
  entryOf(id: string): Entry | undefined {
    return this.#made.get(id);
  }

  /** How lists have changed since a version, up to another; undefined where that is too long ago. */
  shiftsSince(version: number, until = this.#version): readonly Shift[] | undefined {
    if (version === until) return [];
    const first = this.#shifts[0]?.version ?? this.#version + 1;
    if (version > until || version + 1 < first) return undefined;
    return this.#shifts.flatMap((each) => (each.version > version && each.version <= until ? each.shifts : []));
  }

  /** What would be wrong with the report after a change, of what the schema says; the change is not made. */
  refusal(patches: readonly Patch[]): Bilingual | undefined {
    return refusalOf(this.#value, patches);
  }

  /** The report as it would be after a change, which is not made. */
  after(patches: readonly Patch[]): Report {
    return this.#tried(patches).value as Report;
  }

  /** What was tried is made of the same objects: what was reckoned of them is still of use. */
  #tried(patches: readonly Patch[]): ReturnType<typeof patchedAll> {
    const known = this.#lastTried;
    if (known?.patches === patches && known.of === this.#value) return known.tried;
    const tried = patchedAll(this.#value, patches);
    this.#lastTried = { patches, of: this.#value, tried };
    return tried;
  }

  /** Makes a change. Throws what the disk says, and then nothing has changed. */
  make({ patches, ...change }: Change): void {
    if (patches.length === 0) return;
    const { value, inverse } = this.#tried(patches);
    this.#commit({ type: 'edit', version: this.#version + 1, patches, inverse, ...change }, value as Report);
    this.#undoing.edited({ type: 'edit', version: this.#version, patches, inverse, ...change });
  }

  /** Takes back the last change that was not taken back, or makes it again. Returns it; undefined where there is none. */
  step(type: 'undo' | 'redo', id: string): Entry | undefined {
    const entry = this.#undoing.next(type);
    if (!entry) return undefined;
    const patches = type === 'undo' ? entry.inverse : entry.patches;
    const { value, inverse } = patchedAll(this.#value, patches);
    const { form, words } = entry;
    this.#commit({ type, id, version: this.#version + 1, patches, inverse, form, words }, value as Report);
    this.#undoing.stepped(type, inverse);
    return entry;
  }

  /** Writes the file if it is not as the data. Throws Problems; the data and the journal stay. */
  save(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#latest);
    this.#latest = undefined;
    if (this.isSaved || this.broken) return;
    const text = patchedText(this.#text, this.#waiting, this.#asWritten);
    const bytes = new TextEncoder().encode(this.#mark + text);
    // A file that somebody took away while it was filled in comes back with what was filled in.
    const path = existsSync(this.file) ? realpathSync(this.file) : undefined;
    if (path && sha256(readFileSync(path)) !== this.#digest) throw new Problems([changedOutside(this.file)]);
    writeWhole([path ? { path, bytes, mode: statSync(path).mode & 0o7777 } : { path: this.file, bytes }]);
    this.#text = text;
    this.#digest = sha256(bytes);
    this.#waiting = [];
    this.#base = this.#value;
    this.#saved = this.#version;
    this.trouble = undefined;
    this.#journal.append({ type: 'file', version: this.#version, sha256: this.#digest });
  }

  /** Whether the file is as this desk wrote it or found it. */
  isOurs(bytes: Uint8Array): boolean {
    return sha256(bytes) === this.#digest;
  }

  /**
   * Takes in what another program has written. What was made here and not yet in the file is made again there, field by field; where
   * both have changed one, both versions are kept in `clashes`. What it wrote can be taken back as any change, and those before it
   * after that. Throws Problems where that is no report.
   */
  takeIn(bytes: Uint8Array): void {
    const read = this.#readAgain(bytes);
    const { patches, clashes } = mergedInto(read.report, this.#base, this.#waiting);
    const outside = differences(this.#value, read.report);
    const { inverse } = patchedAll(this.#value, outside);
    const version = this.#version + 1;
    const words = { zh: '另一个程序的改动', en: 'the changes of another program' };
    const entry: Entry = {
      type: 'edit',
      id: `outside-${version}`,
      version,
      patches: outside,
      inverse,
      form: '',
      words,
    };
    if (!this.#begun) this.#journal.restart([this.#markNow()]);
    this.#begun = true;
    this.#journal.append(entry);
    this.#value = read.report;
    this.#base = read.report;
    this.#text = read.text;
    this.#digest = sha256(bytes);
    this.#waiting = [];
    this.#undoing.forgetUndone();
    this.#shifts.length = 0;
    this.#version = version;
    this.#saved = version;
    if (outside.length > 0) this.#undoing.edited(entry);
    this.#journal.append(this.#markNow());
    if (patches.length > 0) this.#again(patches);
    this.#clashes = [...this.#clashes, ...clashes];
    this.told();
  }

  #readAgain(bytes: Uint8Array): ReturnType<typeof readReport> {
    try {
      const read = readReport(bytes, this.file);
      this.broken = undefined;
      return read;
    } catch (cause) {
      this.broken = cause instanceof Problems ? cause.problems[0]?.message : undefined;
      throw cause;
    }
  }

  /** What is in the file and is no report goes beside the journal, and the data as it is here takes its place. Throws Problems of writing. */
  replaceBroken(): void {
    const bytes = readFileSync(this.file);
    writeWhole([{ path: this.#journal.path.replace(/journal$/, 'replaced'), bytes }]);
    this.#digest = sha256(bytes);
    this.#saved = -1;
    this.broken = undefined;
    this.save();
  }

  close(): void {
    try {
      this.save();
    } finally {
      this.#journal.close();
    }
  }

  get clashes(): readonly Clash[] {
    return this.#clashes;
  }

  /** Somebody has chosen between the two versions of a value. Returns the change that makes it so, which may be none. */
  chosen(pointer: string, isOurs: boolean): readonly Patch[] {
    const clash = this.#clashes.find((each) => each.pointer === pointer);
    this.#clashes = this.#clashes.filter((each) => each !== clash);
    return clash && isOurs ? [{ op: 'set', path: pathOf(pointer), value: clash.yours }] : [];
  }

  #again(patches: readonly Patch[]): void {
    this.make({
      id: `again-${this.#version}`,
      form: '',
      words: { zh: '另一个程序改过之前的改动', en: 'changes from before another program' },
      patches,
    });
  }

  #commit(change: Entry, value: Report): void {
    const entry = { ...change, shifts: shiftsOf(this.#value, change.patches) };
    if (!this.#begun) this.#journal.restart([this.#markNow()]);
    this.#begun = true;
    this.#journal.append(entry);
    this.#made.set(entry.id, entry);
    for (const id of this.#made.keys()) {
      if (this.#made.size <= mostRemembered) break;
      this.#made.delete(id);
    }
    this.#taken(entry, value);
    this.#later();
  }

  #taken(entry: Entry, value: Report): void {
    this.#moved(entry);
    this.#value = value;
    this.#version = entry.version;
    this.#waiting.push(...entry.patches);
    compact(this.#waiting);
  }

  /** What moved at a version; of what is not known, nothing before is of use. */
  #moved({ version, shifts }: Entry): void {
    if (shifts) this.#shifts.push({ version, shifts });
    else this.#shifts.length = 0;
    if (this.#shifts.length > 500) this.#shifts.shift();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#saveNow(), settling);
    this.#latest ??= setTimeout(() => this.#saveNow(), longest);
  }

  /** What cannot be written stays in the journal; it is tried again, and the pages are told. */
  #saveNow(): void {
    try {
      this.save();
    } catch (cause) {
      this.trouble = cause;
      this.#timer = setTimeout(() => this.#saveNow(), 2_000);
      this.#timer.unref();
    }
    this.told();
  }

  #markNow(): Mark {
    return { type: 'file', version: this.#version, sha256: this.#digest };
  }

  /** Goes on where an earlier desk stopped, if the file is one that its journal knows. */
  #resume(): void {
    const lines = this.#journal.read();
    const from = lines.findLastIndex((line) => line.type === 'file' && line.sha256 === this.#digest);
    if (from < 0) {
      this.#version = (lines.at(-1)?.version ?? 0) + 1;
      this.#saved = this.#version;
      if (lines.length === 0) return;
      const lost = lines.slice(lines.findLastIndex((line) => line.type === 'file') + 1);
      this.#journal.restart([this.#markNow()]);
      this.#begun = true;
      // The file was changed while no desk watched it, after the power had failed.
      const changes = lost.flatMap((line) => (line.type === 'file' ? [] : line.patches));
      const inverses = lost.toReversed().flatMap((line) => (line.type === 'file' ? [] : line.inverse));
      const { patches, clashes } = mergedInto(this.#value, heldBefore(this.#value, inverses), changes);
      if (patches.length > 0) this.#again(patches);
      this.#clashes = clashes;
      return;
    }
    this.#begun = true;
    for (const [index, line] of lines.entries()) {
      if (line.type === 'file') continue;
      this.#made.set(line.id, line);
      this.#undoing.remembered(line);
      if (index > from) this.#taken(line, patchedAll(this.#value, line.patches).value as Report);
      else this.#moved(line);
    }
    this.#version = lines.at(-1)?.version ?? 0;
    this.#saved = (lines[from] as Mark).version;
    if (!this.isSaved) this.save();
  }
}

function changedOutside(file: string) {
  return fault(
    'desk-changed-outside',
    { zh: '另一个程序改过这个文件', en: 'another program has changed this file' },
    { file },
    { zh: '先把它的改动读进来', en: 'its changes are taken in first' },
  );
}
