import { fault, Problems } from '../problem.js';
import { intoReport, writeInto } from '../publish/into.js';
import { intoData, intoText } from './intoText.js';
import { foldersOf, layoutsIn, tellBroken } from './layoutFolders.js';
import type { ImportOptions } from './options.js';
import { exit, type Outcome } from './outcome.js';
import { printProblems, problemData } from './print.js';
import type { Words } from './words.js';

/**
 * Shows what an edited file changes in the report that it was made of, and with --write changes it. The exit code is 1 where an edit
 * was not taken over.
 */
export async function runInto(options: ImportOptions, report: string, text: Words, outcome: Outcome): Promise<void> {
  const [file, ...others] = options.files;
  if (file === undefined || others.length > 0) throw new Problems([oneFile]);
  const layouts = layoutsIn(foldersOf(options.layouts));
  tellBroken(layouts, options, text);
  const into = await intoReport(file, report, { layouts, layout: options.layout });
  const isSound = into.problems.every(({ severity }) => severity !== 'error');
  const isWritten = options.write && isSound && into.edited.length > 0;
  if (isWritten) writeInto(into);
  if (!isSound || into.refused.length > 0) outcome.code = exit.input;
  if (options.json) {
    const problems = into.problems.map((problem) => problemData(problem, text.language));
    const data = { ...intoData(into, isWritten, text.language), problems };
    process.stdout.write(`${JSON.stringify(data, undefined, 2)}\n`);
    return;
  }
  printProblems(into.problems, text.language);
  if (!options.quiet) process.stdout.write(`${intoText(into, isWritten, text)}\n`);
}

const oneFile = fault(
  'into-one-file',
  { zh: '--into 一次只读一份改过的文件', en: '--into takes one edited file' },
  undefined,
  { zh: '例如 jibiao import 改过.docx --into 报告.json', en: 'such as jibiao import edited.docx --into report.json' },
);
