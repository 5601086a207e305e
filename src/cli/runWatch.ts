import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Problems } from '../problem.js';
import { type Built, buildAppendix, buildReport, reportName, type Workshop } from '../publish/build.js';
import { disk } from '../watch/disk.js';
import { type News, watch } from '../watch/watch.js';
import { changesLine } from './changes.js';
import { milliseconds } from './clock.js';
import { foldersOf, pathsOf, tellBroken } from './layoutFolders.js';
import { newsData, newsText } from './newsText.js';
import type { WatchOptions } from './options.js';
import { isAlwaysShown, printProblems } from './print.js';
import { findReports, type ReportFile, refuseSameNames } from './reports.js';
import { bookletOf, wishOf } from './wish.js';
import { tellWithoutEffect } from './withoutEffect.js';
import type { Words } from './words.js';
import { openChecked } from './workshop.js';

/** Builds, and builds again on each save, until Ctrl-C. Throws Problems when it cannot begin. */
export async function runWatch(options: WatchOptions, text: Words): Promise<void> {
  const { reports } = options;
  tellWithoutEffect(options, wishOf(options).formats, text);
  const shelf = new ReportShelf(await findReports(reports, 'watch'));
  const ending = endOnSignals(text, options.quiet || options.json);
  const tools = {
    reports: () => shelf.now(reports),
    open: () => openForWatching(options, text),
    build: builder(options, shelf),
    tell: (news: News) => print(news, options, text),
    clock: milliseconds,
    pause,
  };
  try {
    await watch(tools, disk({ ...options, layouts: pathsOf(foldersOf(options.layouts)) }), ending.signal);
    if (!options.quiet && !options.json) say(text.watch.stopped);
  } finally {
    ending.forget();
  }
}

/** Opens the workshop, at first and again after changes. What was kept for other faces or layouts is useless. */
function openForWatching(options: WatchOptions, text: Words): Workshop {
  const workshop = openChecked(options);
  tellBroken(workshop.layouts, options, text);
  return { ...workshop, kept: new Map() };
}

function builder(options: WatchOptions, shelf: ReportShelf): (file: string, workshop: Workshop) => Promise<Built> {
  const wish = wishOf(options);
  const booklet = bookletOf(options);
  return (file, workshop) => {
    const own = { ...workshop, out: join(workshop.out, shelf.folderOf(file)) };
    return options.appendix ? buildAppendix(file, own, wish, booklet) : buildReport(file, own, wish);
  };
}

/** The reports to watch, and the folders below `--out` for their outputs. */
class ReportShelf {
  readonly #folders = new Map<string, string>();

  /** Throws Problems `same-report-name`. */
  constructor(reports: readonly ReportFile[]) {
    this.#note(reports);
  }

  /** The report files on the disk now; a name may lead to nothing for a while. Throws as the constructor. */
  async now(names: readonly string[]): Promise<string[]> {
    const found = await Promise.all(names.map(reportsNow));
    const reports = [...new Map(found.flat().map((report) => [report.path, report])).values()];
    this.#note(reports);
    return reports.map(({ path }) => path);
  }

  folderOf(path: string): string {
    return this.#folders.get(path) ?? '';
  }

  #note(reports: readonly ReportFile[]): void {
    refuseSameNames(reports, reportName);
    for (const { path, folder } of reports) this.#folders.set(path, folder);
  }
}

async function reportsNow(name: string): Promise<ReportFile[]> {
  try {
    return await findReports([name]);
  } catch (cause) {
    if (cause instanceof Problems) return [];
    throw cause;
  }
}

/**
 * The first signal ends the watch after the current report, the second at once. Outputs are written synchronously, so that no
 * signal leaves anything half-written.
 */
function endOnSignals(text: Words, silent: boolean): { signal: AbortSignal; forget: () => void } {
  const stop = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  let patience: NodeJS.Timeout | undefined;
  const heard = (signal: (typeof signals)[number]): void => {
    if (stop.signal.aborted) process.exit(128 + constants.signals[signal]);
    stop.abort();
    if (!silent) patience = setTimeout(() => say(text.watch.finishing), 300);
  };
  for (const signal of signals) process.on(signal, heard);
  return {
    signal: stop.signal,
    forget: () => {
      clearTimeout(patience);
      for (const signal of signals) process.off(signal, heard);
    },
  };
}

function print(news: News, { json, quiet }: WatchOptions, text: Words): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(newsData(news, text))}\n`);
    return;
  }
  const problems = news.type === 'built' ? news.built.problems : news.type === 'refused' ? news.problems : [];
  printProblems(quiet ? problems.filter(isAlwaysShown) : problems, text.language);
  if (news.type === 'built') for (const stage of news.built.stages) process.stdout.write(stage);
  const line = newsText(news, text);
  const faulty = news.type === 'refused' || (news.type === 'built' && news.built.failed);
  if (line && (faulty || !quiet)) say(line, faulty);
  const changes = news.type === 'built' && changesLine(news.built.report, news.built.tables, text);
  if (changes && !quiet) process.stdout.write(`${changes}\n`);
}

/** Prints a line with the time of day. */
function say(line: string, faulty = false): void {
  const time = new Date().toTimeString().slice(0, 8);
  (faulty ? process.stderr : process.stdout).write(`${time} ${line}\n`);
}
