import { join } from 'node:path';
import type { Built } from '../publish/build.js';
import { isPublication, type VerifiedFile, verifyFile, verifyReport } from '../publish/verify.js';
import { tellBroken } from './layoutFolders.js';
import type { VerifyOptions } from './options.js';
import { exit, type Outcome } from './outcome.js';
import { printProblems, problemData, sizeText, tableText } from './print.js';
import { findReports } from './reports.js';
import type { Words } from './words.js';
import { openWorkshop } from './workshop.js';

/**
 * Verifies what was built: the files of a report, compared with the report as it is now; a single publication, compared with the
 * manifest beside it. Prints the result and sets the exit code.
 */
export async function runVerify(options: VerifyOptions, text: Words, outcome: Outcome): Promise<void> {
  const published = options.reports.filter(isPublication);
  const named = options.reports.filter((name) => !isPublication(name));
  const files: VerifiedFile[] = [];
  for (const path of published) files.push(await verifyFile(path));
  const results = named.length > 0 || published.length === 0 ? await verifyReports(named, options, text) : [];
  const failed = results.some((result) => result.failed) || files.some(isFaulty);
  if (options.json) {
    const checked = results.map(({ report, files: read, problems }) => ({
      report,
      files: read.map(({ path, format }) => ({ path, format })),
      problems: problems.map((problem) => problemData(problem, text.language)),
    }));
    const alone = files.map(({ problems, ...file }) => ({
      ...file,
      problems: problems.map((problem) => problemData(problem, text.language)),
    }));
    const data = { reports: checked, ...(published.length > 0 && { files: alone }) };
    process.stdout.write(`${JSON.stringify(data, undefined, 2)}\n`);
  } else {
    for (const { problems } of [...results, ...files]) printProblems(problems, text.language);
    if (!options.quiet) process.stdout.write(`${resultTable(results, files, text)}\n`);
  }
  if (failed) outcome.code = exit.input;
}

async function verifyReports(names: readonly string[], options: VerifyOptions, text: Words): Promise<Built[]> {
  const reports = await findReports(names, 'verify');
  const workshop = openWorkshop(options);
  tellBroken(workshop.layouts, options, text);
  const results: Built[] = [];
  for (const { path, folder } of reports) {
    results.push(await verifyReport(path, { ...workshop, out: join(workshop.out, folder) }));
  }
  return results;
}

function isFaulty({ problems }: VerifiedFile): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function resultTable(results: readonly Built[], files: readonly VerifiedFile[], text: Words): string {
  const rows = results.flatMap((result) =>
    result.failed
      ? [[result.report, '', text.notVerified]]
      : result.files.map((file) => [file.path, sizeText(file.size), text.verified]),
  );
  const alone = files.map((file) => [file.path, sizeText(file.size), verdict(file, text)]);
  return tableText([text.columns.file, text.columns.size, text.columns.result], [...rows, ...alone]);
}

function verdict(file: VerifiedFile, { notVerified, asMade, onlySound }: Words): string {
  if (isFaulty(file)) return notVerified;
  return file.asMade ? asMade : onlySound;
}
