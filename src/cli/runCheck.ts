import { jsonBytes } from '../json/bytes.js';
import { type CheckedFile, countsOf } from '../products/findings/findings.js';
import { sarifLog } from '../products/findings/sarif.js';
import { checkFiles } from '../publish/check.js';
import type { PublishedOutputs } from '../publish/outputs.js';
import { type FindingsWish, publishFindings } from '../publish/publishFindings.js';
import { publishMarked } from '../publish/publishMarked.js';
import type { Workshop } from '../publish/workshop.js';
import { writeWhole } from '../publish/writeWhole.js';
import { checkData } from './checkData.js';
import { checkText, mostShown, summaryText } from './checkText.js';
import { wantedFormats } from './formats.js';
import { tellBroken } from './layoutFolders.js';
import type { CheckOptions } from './options.js';
import { exit, type Outcome } from './outcome.js';
import { packageVersion } from './paths.js';
import { sizeText, tableText } from './print.js';
import { startProgress } from './progress.js';
import { findReports } from './reports.js';
import { explainRules } from './runExplain.js';
import { templateFolders } from './templates.js';
import { tellWithoutEffect } from './withoutEffect.js';
import type { Words } from './words.js';
import { openWorkshop } from './workshop.js';

/** Checks the reports, prints the findings, writes the files that were asked for and sets the exit code. */
export async function runCheck(options: CheckOptions, text: Words, outcome: Outcome): Promise<void> {
  if (options.rules || options.explain !== undefined) return explainRules(options, text);
  const to = options.to === '' && options.mark ? 'pdf' : options.to;
  const formats = to === '' ? [] : wantedFormats(to);
  tellWithoutEffect(options, formats, text);
  const reports = await findReports(options.reports, 'check');
  const workshop = openWorkshop(options);
  tellBroken(workshop.layouts, options, text);
  const files = checkAll(
    reports.map(({ path }) => path),
    workshop,
    options,
    text,
  );
  if (options.sarif !== undefined) writeSarif(options.sarif, files, text);
  const wish = {
    formats,
    docxFonts: options['docx-fonts'],
    pdfa: options.pdfa,
    verify: options.verify,
    hints: options.hints,
    language: text.language,
    templates: templateFolders(options.templates, 'check'),
  };
  const publish = options.mark ? markAll : publishFindings;
  const published = formats.length === 0 ? undefined : await publish(files, workshop, wish);
  print(files, published, options, text);
  outcome.code = answer(files, options.strict);
}

/** Marks the forms of each report, one after the other. */
async function markAll(
  files: readonly CheckedFile[],
  workshop: Workshop,
  wish: FindingsWish,
): Promise<PublishedOutputs> {
  const all: PublishedOutputs[] = [];
  for (const file of files) all.push(await publishMarked(file, workshop, wish));
  return {
    files: all.flatMap((made) => made.files),
    stages: [],
    pages: all.reduce((sum, { pages }) => sum + pages, 0),
  };
}

function checkAll(
  paths: readonly string[],
  workshop: Parameters<typeof checkFiles>[1],
  { quiet, json }: CheckOptions,
  text: Words,
): CheckedFile[] {
  const progress = startProgress(quiet || json);
  let [done, failures] = [0, 0];
  const files = checkFiles(paths, workshop, ({ failed }) => {
    done += 1;
    if (failed) failures += 1;
    progress.show(text.progress(done, paths.length, failures, undefined));
  });
  progress.clear();
  return files;
}

function writeSarif(path: string, files: readonly CheckedFile[], { language }: Words): void {
  const log = sarifLog(files, { version: packageVersion(), root: process.cwd(), language });
  writeWhole([{ path, bytes: jsonBytes(log) }]);
}

function print(
  files: readonly CheckedFile[],
  published: PublishedOutputs | undefined,
  { json, quiet, hints }: CheckOptions,
  text: Words,
): void {
  if (json) {
    const data = checkData(files, text.language);
    const made = published && { files: published.files.map(({ path, format }) => ({ path, format })) };
    process.stdout.write(`${JSON.stringify({ ...data, ...made }, undefined, 2)}\n`);
    return;
  }
  for (const stage of published?.stages ?? []) process.stdout.write(stage);
  if (published && published.stages.length > 0) return;
  const look = { hints, quiet, colours: process.stdout.isTTY === true, most: mostShown(files.length), text };
  for (const file of files) process.stdout.write(checkText(file, look));
  if (quiet) return;
  process.stdout.write(`${summaryText(files, look)}\n`);
  if (!published) return;
  const { file, size } = text.columns;
  const rows = published.files.map((made) => [made.path, sizeText(made.size)]);
  process.stdout.write(`\n${tableText([file, size], rows)}\n`);
}

function answer(files: readonly CheckedFile[], strict: boolean): number {
  if (files.some(({ ours }) => ours)) return exit.ours;
  const { error, warning } = countsOf(files);
  return error > 0 || (strict && warning > 0) || files.some(({ failed }) => failed) ? exit.input : exit.done;
}
