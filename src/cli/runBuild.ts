import { type Built, buildAppendix, buildReport, reportName } from '../build/build.js';
import { fault, Problems } from '../problem.js';
import { changesLine } from './changes.js';
import type { AppendixOptions, BuildOptions } from './options.js';
import { exit, type Outcome } from './outcome.js';
import { reportFiles } from './paths.js';
import { printProblems, problemData, sizeText, tableText } from './print.js';
import { startProgress } from './progress.js';
import { bookletOf, wishOf } from './wish.js';
import type { Words } from './words.js';
import { openWorkshop } from './workshop.js';

/** Builds the reports one by one, prints what was made and sets the exit code. One report's faults stop no other. */
export async function runBuild(options: BuildOptions, text: Words, outcome: Outcome): Promise<void> {
  return buildAll(options, text, outcome, buildReport);
}

/** One booklet a report. */
export async function runAppendix(options: AppendixOptions, text: Words, outcome: Outcome): Promise<void> {
  const booklet = bookletOf(options);
  return buildAll(options, text, outcome, (file, workshop, wish) => buildAppendix(file, workshop, wish, booklet));
}

async function buildAll(
  options: BuildOptions,
  text: Words,
  outcome: Outcome,
  build: typeof buildReport,
): Promise<void> {
  const wish = wishOf(options);
  const files = reportFiles(options.reports);
  refuseSameNames(files);
  const workshop = openWorkshop(options);
  const progress = startProgress(options.quiet || options.json);
  const results: Built[] = [];
  for (const [index, file] of files.entries()) {
    progress.show(text.working(index + 1, files.length, reportName(file)));
    results.push(await build(file, workshop, wish));
  }
  progress.clear();
  if (options.json) printJson(results, text);
  else printResults(results, options.quiet, text);
  if (results.some((result) => result.failed))
    outcome.code = results.some((result) => result.ours) ? exit.ours : exit.input;
}

/** Two reports of one name would write over each other. Throws Problems `same-report-name`. */
export function refuseSameNames(files: readonly string[]): void {
  const byName = grouped(files);
  const clashes = [...byName].filter(([, same]) => same.length > 1);
  if (clashes.length === 0) return;
  throw new Problems(
    clashes.map(([name, same]) =>
      fault(
        'same-report-name',
        {
          zh: `有 ${same.length} 份报告都叫 ${name}，输出会互相覆盖`,
          en: `${same.length} reports are called ${name} and would overwrite each other`,
        },
        { file: same[1] as string },
        { zh: '请改文件名，或分次生成到不同的 --out', en: 'rename one, or build them into different --out folders' },
      ),
    ),
  );
}

function grouped(files: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const file of files) groups.set(reportName(file), [...(groups.get(reportName(file)) ?? []), file]);
  return groups;
}

function printResults(results: readonly Built[], quiet: boolean, text: Words): void {
  for (const result of results) {
    const shown = quiet ? result.problems.filter((problem) => problem.severity === 'error') : result.problems;
    printProblems(shown, text.language);
    for (const stage of result.stages) process.stdout.write(stage);
  }
  const rows = results.flatMap((result) =>
    result.files.map((file) => [
      file.path,
      result.layout,
      String(result.pages),
      sizeText(file.size),
      text.states[file.state],
    ]),
  );
  const failed = results.filter((result) => result.failed).length;
  if (rows.length > 0 && !quiet) {
    const { file, layout, pages, size, state } = text.columns;
    process.stdout.write(`${tableText([file, layout, pages, size, state], rows)}\n`);
    for (const { report, tables } of results) {
      const line = changesLine(report, tables, text);
      if (line !== undefined) process.stdout.write(`${line}\n`);
    }
    process.stdout.write(`${text.made(results.length - failed, rows.length)}\n`);
  }
  if (failed > 0) process.stderr.write(`${text.failed(failed)}\n`);
}

function printJson(results: readonly Built[], text: Words): void {
  const reports = results.map(({ problems, stages, ours: _, ...result }) => ({
    ...result,
    ...(stages.length > 0 && { stages }),
    problems: problems.map((problem) => problemData(problem, text.language)),
  }));
  process.stdout.write(`${JSON.stringify({ reports }, undefined, 2)}\n`);
}
