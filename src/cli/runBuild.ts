import { isError, type Problem } from '../problem.js';
import { reportName } from '../publish/build.js';
import { jsonPrinter, textPrinter } from './batch/printer.js';
import { runTasks } from './batch/run.js';
import type { Task } from './batch/task.js';
import { secondsLeft } from './batch/timeLeft.js';
import { milliseconds } from './clock.js';
import { wantedFormats } from './formats.js';
import { tellBroken } from './layoutFolders.js';
import type { AppendixOptions, BuildOptions } from './options.js';
import { exit, type Outcome } from './outcome.js';
import { startProgress } from './progress.js';
import { findReports, type ReportFile, refuseSameNames } from './reports.js';
import { tellWithoutEffect } from './withoutEffect.js';
import type { Words } from './words.js';
import { openWorkshop } from './workshop.js';

/** Builds the reports, prints what was made and sets the exit code. A report's faults do not stop the others. */
export async function runBuild(options: BuildOptions, text: Words, outcome: Outcome): Promise<void> {
  return buildAll(options, false, text, outcome);
}

/** Makes a booklet of each report. */
export async function runAppendix(options: AppendixOptions, text: Words, outcome: Outcome): Promise<void> {
  return buildAll(options, true, text, outcome);
}

async function buildAll(options: BuildOptions, booklet: boolean, text: Words, outcome: Outcome): Promise<void> {
  const wanted = wantedFormats(options.to);
  const reports = await findReports(options.reports);
  refuseSameNames(reports, reportName);
  const workshop = openWorkshop(options);
  tellWithoutEffect(options, wanted, text);
  const tasks = reports.map((report): Task => ({ report, options, booklet }));
  const printer = options.json ? jsonPrinter(text) : textPrinter(reports.length, options.quiet, text);
  const told: Problem[] = [];
  const progress = showProgress(reports, options.quiet || options.json, text);
  await runTasks(tasks, workshop, {
    settled: ({ failed }) => progress.settled(failed),
    take: (result, { report }) => {
      if (result.failed) outcome.code = Math.max(outcome.code, result.ours ? exit.ours : exit.input);
      // Something that was asked for was not made.
      else if (result.problems.some(isError)) outcome.code = Math.max(outcome.code, exit.input);
      if (result.problems.length > 0) progress.clear();
      told.push(...result.problems.filter(isError));
      printer.take(result, report.path);
    },
  });
  progress.clear();
  tellBroken(workshop.layouts, { quiet: options.quiet, told }, text);
  printer.end();
}

/** Shows how many reports are done and failed, and about how long the rest takes; for a single report its name. */
function showProgress(reports: readonly ReportFile[], silent: boolean, text: Words) {
  const progress = startProgress(silent);
  const start = milliseconds();
  const all = reports.length;
  let [done, failures] = [0, 0];
  const show = (): void => {
    const left = secondsLeft({ done, all, elapsed: milliseconds() - start });
    progress.show(text.progress(done, all, failures, left));
  };
  const [only] = reports;
  if (all === 1 && only) progress.show(text.working(reportName(only.path)));
  else show();
  return {
    settled: (failed: boolean): void => {
      done += 1;
      if (failed) failures += 1;
      if (all > 1) show();
    },
    clear: progress.clear,
  };
}
