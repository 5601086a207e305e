import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { TermEntry, TermState } from '../english/entry.js';
import { listing, staleProblems } from '../english/listing.js';
import { readTerms } from '../english/readTerms.js';
import { translate } from '../english/translate.js';
import { writeTermsCsv, writeTmx, writeXliff } from '../english/writeTerms.js';
import { fault, Problems } from '../problem.js';
import { readFileWithin } from '../publish/readFile.js';
import { writeWhole } from '../publish/writeWhole.js';
import { readReport } from '../report/read.js';
import type { TermsOptions } from './options.js';
import { printProblems } from './print.js';
import type { Words } from './words.js';

/** Lists the texts of a report for a translator, on the output stream or in a file; stale ones on the error stream. */
export async function runTerms(options: TermsOptions, text: Words): Promise<void> {
  const { report, warnings } = readReport(readFileWithin(options.report), options.report);
  const own = options.terms === undefined ? [] : readTerms(readFileWithin(options.terms), options.terms);
  const translation = translate(report, own);
  const lines = listing(translation, own);
  const bytes = writtenAs(options, lines);
  if (options.out !== undefined) {
    keepWhatIsThere(options.out, options);
    writeWhole([{ path: options.out, bytes }]);
  } else process.stdout.write(bytes);
  if (options.quiet) return;
  printProblems([...warnings, ...staleProblems(translation.stale, options.terms ?? '')], text.language);
  process.stderr.write(`${text.terms.done(countsOf(lines))}\n`);
}

function writtenAs({ to, report }: TermsOptions, lines: readonly TermEntry[]): Uint8Array {
  switch (to) {
    case 'csv':
      return writeTermsCsv(lines);
    case 'xliff':
      return writeXliff(lines, basename(report));
    case 'tmx':
      return writeTmx(lines);
  }
}

/** Only the file whose translations were read may be overwritten: any other file may be somebody's work, or the report. */
function keepWhatIsThere(out: string, { terms }: TermsOptions): void {
  if (!existsSync(out) || (terms !== undefined && resolve(out) === resolve(terms))) return;
  throw new Problems([
    fault(
      'terms-exist',
      { zh: '文件已存在，没有覆盖', en: 'there is such a file: it was not replaced' },
      { file: out },
      {
        zh: `若是填过的译文文件，加 --terms ${out}，已译的都留着；否则换一个名称`,
        en: `if it is a file of translations, add --terms ${out}: what is translated stays; else take another name`,
      },
    ),
  ]);
}

function countsOf(lines: readonly TermEntry[]): Record<TermState, number> {
  const counts = { missing: 0, proposed: 0, composed: 0, translated: 0, stale: 0 };
  for (const { state } of lines) counts[state] += 1;
  return counts;
}
