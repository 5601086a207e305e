import { resolve } from 'node:path';
import { type Problem, Problems } from '../problem.js';
import type { Built, Workshop } from '../publish/build.js';

/** A change on the disk: of a report file; of layouts or fonts; or the disk can no longer be watched. */
export type Change =
  | { readonly type: 'report'; readonly path: string }
  | { readonly type: 'workshop' }
  | { readonly type: 'lost'; readonly problem: Problem };

/** Calls back for each change from now on; returns how to stop that. */
export type ChangeSource = (tell: (change: Change) => void) => Promise<() => Promise<void>>;

/** The events of a watch, in order. */
export type News =
  | { readonly type: 'started'; readonly reports: readonly string[] }
  | { readonly type: 'added' | 'removed'; readonly file: string }
  | { readonly type: 'reopened'; readonly reports: readonly string[] }
  /** `again`: this watch has built it before. */
  | {
      readonly type: 'built';
      readonly file: string;
      readonly built: Built;
      readonly milliseconds: number;
      readonly again: boolean;
    }
  /** The workshop cannot be opened, or reports have the same name; the last good state stays in use. */
  | { readonly type: 'refused'; readonly what: 'workshop' | 'reports'; readonly problems: readonly Problem[] }
  /** The reports have different names again. */
  | { readonly type: 'mended' }
  /** Everything is built. */
  | { readonly type: 'waiting' };

/** What a watch needs. The clock counts milliseconds, and a pause takes so many. */
export interface WatchTools {
  /** The report files on the disk now. Throws Problems when their outputs would overwrite each other. */
  readonly reports: () => Promise<readonly string[]>;
  /** Throws Problems. */
  readonly open: () => Workshop;
  readonly build: (file: string, workshop: Workshop) => Promise<Built>;
  readonly tell: (news: News) => void;
  readonly clock: () => number;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

/**
 * Milliseconds without changes before a build, because editors save in several steps. More than the 100 for which chokidar delays
 * removals, and the 50 in which it reports only one change.
 */
export const settling = 200;
/** After so many of these pauses with changes a build starts anyway. */
export const mostPauses = 10;

/**
 * Builds all reports, then what changes, one build at a time, until it is stopped; the current report is finished. A change during
 * a build is handled after it. Throws Problems if it cannot begin or can no longer watch the disk, and our own faults.
 */
export async function watch(tools: WatchTools, source: ChangeSource, stop: AbortSignal): Promise<void> {
  const files = await tools.reports();
  const watching = new Watching(tools, tools.open(), files, stop);
  // Before the first build, so that no change during it is missed.
  const close = await source((change) => watching.note(change));
  try {
    tools.tell({ type: 'started', reports: files });
    await watching.run();
  } finally {
    await close();
  }
}

class Watching {
  readonly #tools: WatchTools;
  readonly #stop: AbortSignal;
  #workshop: Workshop;
  #known: readonly string[];
  /** The reports to build, in this order. */
  readonly #due: Set<string>;
  readonly #built = new Set<string>();
  /** The files that changed since `#sort`. */
  readonly #saved = new Set<string>();
  #stale = false;
  #noted = false;
  #lost: Problem | undefined;
  #refused = false;
  #waiting = false;
  #wake: () => void = () => {};

  constructor(tools: WatchTools, workshop: Workshop, files: readonly string[], stop: AbortSignal) {
    this.#tools = tools;
    this.#workshop = workshop;
    this.#known = files;
    this.#due = new Set(files);
    this.#stop = stop;
    stop.addEventListener('abort', () => this.#wake());
  }

  note(change: Change): void {
    switch (change.type) {
      case 'report':
        this.#saved.add(sameName(change.path));
        break;
      case 'workshop':
        this.#stale = true;
        break;
      case 'lost':
        this.#lost = change.problem;
    }
    this.#noted = true;
    this.#wake();
  }

  async run(): Promise<void> {
    while (!this.#stop.aborted) {
      await this.#quiet();
      if (this.#stop.aborted) return;
      // Going on without changes would show old pages as current.
      if (this.#lost) throw new Problems([this.#lost]);
      await this.#sort();
      const [next] = this.#due;
      if (next === undefined) await this.#change();
      else await this.#build(next);
    }
  }

  async #quiet(): Promise<void> {
    for (let pauses = 0; this.#noted && pauses < mostPauses && !this.#stop.aborted; pauses += 1) {
      this.#noted = false;
      await this.#tools.pause(settling);
    }
    this.#noted = false;
  }

  /** Waits for a change or the end. */
  async #change(): Promise<void> {
    if (!this.#waiting) this.#tools.tell({ type: 'waiting' });
    this.#waiting = true;
    if (this.#noted || this.#stop.aborted) return;
    await new Promise<void>((wake) => {
      this.#wake = wake;
    });
  }

  async #build(file: string): Promise<void> {
    this.#due.delete(file);
    this.#waiting = false;
    const { build, clock, tell } = this.#tools;
    const start = clock();
    const built = await build(file, this.#workshop);
    tell({ type: 'built', file, built, milliseconds: clock() - start, again: this.#built.has(file) });
    this.#built.add(file);
  }

  /** Turns the changes that were noted into reports to build. */
  async #sort(): Promise<void> {
    if (this.#saved.size > 0) await this.#sortReports();
    if (this.#stale) await this.#reopen();
  }

  async #sortReports(): Promise<void> {
    const saved = new Set(this.#saved);
    this.#saved.clear();
    const found = await this.#attempt('reports', this.#tools.reports);
    if (found && this.#refused) this.#tools.tell({ type: 'mended' });
    this.#refused = found === undefined;
    const now = found ?? this.#known;
    for (const file of this.#known.filter((known) => !now.includes(known))) {
      this.#due.delete(file);
      this.#tools.tell({ type: 'removed', file });
    }
    for (const file of now) {
      const added = !this.#known.includes(file);
      if (added) this.#tools.tell({ type: 'added', file });
      if (added || saved.has(sameName(file))) this.#due.add(file);
    }
    this.#known = now;
  }

  async #reopen(): Promise<void> {
    this.#stale = false;
    const workshop = await this.#attempt('workshop', this.#tools.open);
    if (!workshop) return;
    this.#workshop = workshop;
    for (const file of this.#known) this.#due.add(file);
    this.#tools.tell({ type: 'reopened', reports: this.#known });
  }

  async #attempt<T>(what: 'workshop' | 'reports', work: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (cause) {
      if (!(cause instanceof Problems)) throw cause;
      this.#tools.tell({ type: 'refused', what, problems: cause.problems });
      return undefined;
    }
  }
}

/** A path for comparing: disks that ignore case, or decompose accents, may spell it differently than the user. */
function sameName(path: string): string {
  return resolve(path).normalize('NFC').toLowerCase();
}
