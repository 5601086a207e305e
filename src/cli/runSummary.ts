import { join } from 'node:path';
import { staleProblems } from '../english/listing.js';
import { readTerms } from '../english/readTerms.js';
import { openFonts } from '../fonts/open.js';
import { isError, type Problem, Problems } from '../problem.js';
import { readFileWithin } from '../publish/readFile.js';
import { type PublishedSummary, publishSummary, type SummaryWish } from '../publish/summary.js';
import { wantedPublications } from './formats.js';
import type { SummaryOptions } from './options.js';
import { exit, type Outcome } from './outcome.js';
import { shippedFonts } from './paths.js';
import { printProblems, problemData, sizeText, tableText } from './print.js';
import { findReports } from './reports.js';
import { templateFolders } from './templates.js';
import { tellWithoutEffect } from './withoutEffect.js';
import type { Words } from './words.js';

/** Makes the summaries of reports, one after the other; a report that fails does not stop the rest. */
export async function runSummary(options: SummaryOptions, text: Words, outcome: Outcome): Promise<void> {
  const wish = wishOf(options);
  tellWithoutEffect(options, wish.formats, text);
  const reports = await findReports(options.reports, 'summary');
  const fonts = openFonts([shippedFonts, ...options.fonts]);
  const made: PublishedSummary[] = [];
  const problems: Problem[] = [];
  for (const { path, folder } of reports) {
    try {
      const summary = await publishSummary(path, { fonts, out: join(options.out, folder) }, wish);
      made.push(summary);
      if (summary.problems.some(isError)) outcome.code = exit.input;
    } catch (cause) {
      if (!(cause instanceof Problems)) throw cause;
      problems.push(...cause.problems);
      outcome.code = exit.input;
    }
  }
  const all = [...problems, ...made.flatMap((each) => each.problems), ...staleOnce(made, options)];
  if (options.json) printJson(made, all, text);
  else print(made, all, options, text);
}

function wishOf(options: SummaryOptions): SummaryWish {
  const wanted = wantedPublications(options.to, 'summary-format', { zh: '摘要', en: 'a summary' });
  const { terms } = options;
  return {
    formats: wanted,
    docxFonts: options['docx-fonts'],
    pdfa: options.pdfa,
    verify: options.verify,
    draft: options.draft,
    languages: options.lang ?? 'zh-en',
    arrange: options.arrange,
    templates: templateFolders(options.templates, 'summary'),
    terms: terms === undefined ? [] : readTerms(readFileWithin(terms), terms),
  };
}

/** Stale terms, each once; each report that does not have the text reports it. */
function staleOnce(made: readonly PublishedSummary[], { terms }: SummaryOptions): Problem[] {
  const [first, ...others] = made;
  const stale = (first?.stale ?? []).filter((entry) => others.every((each) => each.stale.includes(entry)));
  return staleProblems(stale, terms ?? '');
}

function print(
  made: readonly PublishedSummary[],
  problems: readonly Problem[],
  { quiet, terms }: SummaryOptions,
  text: Words,
): void {
  printProblems(quiet ? problems.filter(isError) : problems, text.language);
  for (const stage of made.flatMap(({ stages }) => stages)) process.stdout.write(stage);
  if (quiet || made.every(({ files }) => files.length === 0)) return;
  const rows = made.flatMap(({ files, pages }) => files.map(({ path, size }) => [path, String(pages), sizeText(size)]));
  process.stdout.write(`${tableText([text.columns.file, text.columns.pages, text.columns.size], rows)}\n`);
  const own = terms === undefined ? '' : ` --terms ${terms}`;
  for (const { report, missing, composed } of made) {
    if (missing.length > 0) process.stderr.write(`${text.summary.missing(report, missing.length)}\n`);
    if (composed.length > 0) process.stderr.write(`${text.summary.composed(report, composed.length, own)}\n`);
  }
}

function printJson(made: readonly PublishedSummary[], problems: readonly Problem[], text: Words): void {
  const data = {
    reports: made.map(({ report, files, pages, missing, composed }) => ({
      report,
      pages,
      files: files.map(({ path, format }) => ({ path, format })),
      missing: missing.map(({ context, zh }) => ({ context: context[text.language], zh })),
      composed: composed.map(({ context, zh, en }) => ({ context: context[text.language], zh, en })),
    })),
    problems: problems.map((problem) => problemData(problem, text.language)),
  };
  process.stdout.write(`${JSON.stringify(data, undefined, 2)}\n`);
}
