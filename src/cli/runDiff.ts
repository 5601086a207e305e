import { codeOf } from '../diff/change.js';
import { lineText } from '../diff/words.js';
import { pointerOf } from '../json/pointer.js';
import { isError } from '../problem.js';
import {
  type Compared,
  diffFiles,
  type PlacedChange,
  type PublishedRevision,
  publishRevision,
} from '../publish/diff.js';
import { diffText } from './diffText.js';
import { wantedPublications } from './formats.js';
import { tellBroken } from './layoutFolders.js';
import type { DiffOptions } from './options.js';
import { exit, type Outcome } from './outcome.js';
import { printProblems, problemData, sizeText, tableText } from './print.js';
import { templateFolders } from './templates.js';
import { tellWithoutEffect } from './withoutEffect.js';
import type { Words } from './words.js';
import { openWorkshop } from './workshop.js';

/** Compares two reports, prints the changes, and makes the 修订对照表 if asked for. */
export async function runDiff(options: DiffOptions, text: Words, outcome: Outcome): Promise<void> {
  const formats =
    options.to === ''
      ? []
      : wantedPublications(options.to, 'revision-format', { zh: '修订对照表', en: 'a table of revisions' });
  tellWithoutEffect(options, formats, text);
  const compared = await diffFiles(options.old, options.new);
  const workshop = formats.length === 0 ? undefined : openWorkshop(options);
  if (workshop) tellBroken(workshop.layouts, options, text);
  const published =
    workshop === undefined
      ? undefined
      : await publishRevision(compared, workshop, {
          formats,
          docxFonts: options['docx-fonts'],
          pdfa: options.pdfa,
          verify: options.verify,
          language: text.language,
          internal: options.internal,
          templates: templateFolders(options.templates, 'revision'),
        });
  if (options.json) printJson(compared, published, text);
  else print(compared, published, options, text);
  if (published?.problems.some(isError)) outcome.code = exit.input;
  // Unlike diff(1), exit code 1 means wrong input, and differences only with --exit-code.
  if (options['exit-code'] && compared.changes.length > 0) outcome.code = exit.input;
}

function print(
  compared: Compared,
  published: PublishedRevision | undefined,
  { quiet }: DiffOptions,
  text: Words,
): void {
  const problems = [...compared.warnings, ...(published?.problems ?? [])];
  printProblems(quiet ? problems.filter(isError) : problems, text.language);
  for (const stage of published?.stages ?? []) process.stdout.write(stage);
  if (quiet || (published && published.stages.length > 0)) return;
  process.stdout.write(`${diffText(compared, text.language, process.stdout.isTTY === true)}\n`);
  if (!published) return;
  const { file, layout, pages, size } = text.columns;
  const rows = published.files.map((made) => [
    made.path,
    published.layout,
    String(published.pages),
    sizeText(made.size),
  ]);
  process.stdout.write(`\n${tableText([file, layout, pages, size], rows)}\n`);
}

/** The shape is stable: codes, both sides with JSON pointer and line, and fields of each kind of change. */
function printJson(compared: Compared, published: PublishedRevision | undefined, text: Words): void {
  const { before, after, changes, summary, warnings } = compared;
  const data = {
    before: { file: before.file, year: before.report.year, moneyUnit: before.report.moneyUnit },
    after: { file: after.file, year: after.report.year, moneyUnit: after.report.moneyUnit },
    same: changes.length === 0,
    count: changes.length,
    ...summary,
    changes: changes.map((located) => changeData(located, published, text.language)),
    ...(published && { files: published.files.map(({ path, format }) => ({ path, format })) }),
    problems: [...warnings, ...(published?.problems ?? [])].map((problem) => problemData(problem, text.language)),
  };
  process.stdout.write(`${JSON.stringify(data, undefined, 2)}\n`);
}

function changeData(located: PlacedChange, published: PublishedRevision | undefined, language: 'zh' | 'en') {
  const { change } = located;
  const { type: _, owner, cell, before, after, ...own } = change;
  const page = published?.pageOf(change);
  const side = (name: 'before' | 'after') => {
    const found = change[name];
    return found && { [name]: { text: found.text[language], pointer: pointerOf(found.path), ...located[name] } };
  };
  return {
    code: codeOf(change),
    ...owner,
    cell: cell[language],
    ...side('before'),
    ...side('after'),
    ...own,
    ...('content' in change && change.content && { content: change.content.map((line) => lineText(line, language)) }),
    ...(page !== undefined && { page }),
  };
}
