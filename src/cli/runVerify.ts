import { join } from 'node:path';
import { type Built, verifyReport } from '../build/build.js';
import type { VerifyOptions } from './options.js';
import { exit, type Outcome } from './outcome.js';
import { printProblems, problemData, sizeText, tableText } from './print.js';
import { findReports } from './reports.js';
import type { Words } from './words.js';
import { openWorkshop } from './workshop.js';

/** Compares the files that were built with the reports as they are now; prints the result and sets the exit code. */
export async function runVerify(options: VerifyOptions, text: Words, outcome: Outcome): Promise<void> {
  const reports = await findReports(options.reports, 'verify');
  const workshop = openWorkshop(options);
  const results: Built[] = [];
  for (const { path, folder } of reports) {
    results.push(await verifyReport(path, { ...workshop, out: join(workshop.out, folder) }));
  }
  if (options.json) {
    const told = results.map(({ report, files: read, problems }) => ({
      report,
      files: read.map(({ path, format }) => ({ path, format })),
      problems: problems.map((problem) => problemData(problem, text.language)),
    }));
    process.stdout.write(`${JSON.stringify({ reports: told }, undefined, 2)}\n`);
  } else {
    for (const result of results) printProblems(result.problems, text.language);
    if (!options.quiet) process.stdout.write(`${resultTable(results, text)}\n`);
  }
  if (results.some((result) => result.failed)) outcome.code = exit.input;
}

function resultTable(results: readonly Built[], text: Words): string {
  const rows = results.flatMap((result) =>
    result.failed
      ? [[result.report, '', text.notVerified]]
      : result.files.map((file) => [file.path, sizeText(file.size), text.verified]),
  );
  return tableText([text.columns.file, text.columns.size, text.columns.result], rows);
}
