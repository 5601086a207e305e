import { isError } from '../../problem.js';
import type { Built } from '../../publish/build.js';
import { piece } from '../../script/clusters.js';
import { changesLine } from '../changes.js';
import { harmless, isAlwaysShown, isOfUnprinted, printProblems, problemData, sizeText, tableText } from '../print.js';
import { WithoutPlace } from '../withoutPlace.js';
import type { Words } from '../words.js';

/** Prints results as they come, in the order of the reports, and a summary. Keeps of each only what it will print. */
export interface Printer {
  take(result: Built, path: string): void;
  end(): void;
}

/** A run of more reports prints sums instead of a row for each file, and not every warning. */
const longRun = 50;
const mostWarnings = 50;
const mostFailures = 100;
/** How many characters of its first error are printed for a failed report. */
const longestReason = 160;

/** For people: problems on the error stream, then a table or sums, then which reports failed and why. */
export function textPrinter(all: number, quiet: boolean, text: Words): Printer {
  const long = all > longRun;
  const rows: string[][] = [];
  const failures: string[] = [];
  const changes: string[] = [];
  const withoutPlace = new WithoutPlace();
  const sum = { made: 0, failed: 0, lacking: 0, files: 0, pages: 0, bytes: 0, warnings: 0 };

  const printWarnings = (result: Built): void => {
    const wanted = quiet ? result.problems.filter(isAlwaysShown) : result.problems;
    // Hints say which layout was chosen, which is the same for a whole province.
    const problems = long ? wanted.filter((each) => each.severity !== 'hint' || isOfUnprinted(each)) : wanted;
    const left = long && !quiet ? Math.max(0, mostWarnings - sum.warnings) : problems.length;
    printProblems(
      problems.filter((problem, index) => index < left || isAlwaysShown(problem)),
      text.language,
    );
    if (!quiet) sum.warnings += problems.length;
  };
  const printErrors = ({ problems, failed }: Built): void => {
    if (!long) {
      printProblems(quiet ? problems.filter(isAlwaysShown) : problems, text.language);
      return;
    }
    const errors = problems.filter(isError);
    // What is missing on the pages of a failed report does not matter.
    const unprinted = failed ? [] : problems.filter(isOfUnprinted);
    printProblems([...errors.slice(0, 1), ...unprinted], text.language);
    if (errors.length > 1) process.stderr.write(`${text.moreFaults(errors.length - 1)}\n`);
  };
  return {
    take: (result, path) => {
      const lacks = !result.failed && result.problems.some(isError);
      if (result.failed || (lacks && long)) printErrors(result);
      else printWarnings(result);
      for (const stage of result.stages) process.stdout.write(stage);
      if (long && !quiet && !result.failed) withoutPlace.take(result.problems, text.language);
      sum[result.failed ? 'failed' : 'made'] += 1;
      if (lacks) sum.lacking += 1;
      sum.files += result.files.length;
      sum.pages += result.pages;
      sum.bytes += result.files.reduce((bytes, { size }) => bytes + size, 0);
      if ((result.failed || lacks) && failures.length < mostFailures)
        failures.push(`  ${path}  ${reason(result, text)}`);
      if (long || quiet) return;
      rows.push(...result.files.map((file) => row(file, result, text)));
      const line = changesLine(result.report, result.tables, text);
      if (line !== undefined) changes.push(line);
    },
    end: () => {
      if (rows.length > 0) {
        const { file, layout, pages, size, state } = text.columns;
        process.stdout.write(`${tableText([file, layout, pages, size, state], rows)}\n`);
        process.stdout.write(`${[...changes, text.made(sum.made, sum.files)].join('\n')}\n`);
      }
      if (long && !quiet) {
        process.stdout.write(`${text.madeMany(sum.made, sum.files, sum.pages, sizeText(sum.bytes))}\n`);
        if (sum.warnings > mostWarnings) {
          process.stderr.write(`${text.moreWarnings(sum.warnings - mostWarnings)}\n`);
        }
      }
      withoutPlace.print(text.language);
      if (sum.failed + sum.lacking === 0) return;
      const more = sum.failed + sum.lacking - failures.length;
      const list = all === 1 ? [] : [...failures, ...(more > 0 ? [`  ${text.moreFailed(more)}`] : [])];
      const counts = [
        ...(sum.failed > 0 ? [text.failed(sum.failed)] : []),
        ...(sum.lacking > 0 ? [text.lacking(sum.lacking)] : []),
      ];
      process.stderr.write(`${[...counts, ...list].join('\n')}\n`);
    },
  };
}

function row(file: Built['files'][number], { layout, pages }: Built, text: Words): string[] {
  return [file.path, layout, String(pages), sizeText(file.size), text.states[file.state]];
}

/** The first error of a failed report, on one line. */
export function reason({ problems }: Pick<Built, 'problems'>, { language }: Words): string {
  const first = problems.find(isError) ?? problems[0];
  if (!first) return '';
  const [line = ''] = harmless(first.message[language]).split('\n');
  return `${line.length > longestReason ? `${piece(line, 0, longestReason)}…` : line} [${first.code}]`;
}

/** For machines: one JSON value on the output stream, written report by report, with every problem. */
export function jsonPrinter({ language }: Words): Printer {
  let before = '{\n  "reports": [\n';
  return {
    take: ({ problems, stages, ours: _, ...result }, path) => {
      const data = {
        ...result,
        input: path,
        ...(stages.length > 0 && { stages }),
        problems: problems.map((problem) => problemData(problem, language)),
      };
      process.stdout.write(`${before}    ${JSON.stringify(data, undefined, 2).replaceAll('\n', '\n    ')}`);
      before = ',\n';
    },
    end: () => {
      process.stdout.write('\n  ]\n}\n');
    },
  };
}
