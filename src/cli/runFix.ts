import { fixes } from '../check/fixes/all.js';
import type { Fix } from '../check/fixes/fix.js';
import { Lines } from '../json/lines.js';
import { pointerOf } from '../json/pointer.js';
import { fault, type Problem, Problems } from '../problem.js';
import { type Fixed, fixFile, writeFixed } from '../publish/fix.js';
import { fixText } from './fixText.js';
import type { FixOptions } from './options.js';
import { exit, type Outcome } from './outcome.js';
import { printProblems, problemData, tableText } from './print.js';
import { findReports } from './reports.js';
import { type Words, words } from './words.js';

/** Shows what can be fixed in reports, and with --write fixes it. A file that cannot be read does not stop the others. */
export async function runFix(options: FixOptions, text: Words, outcome: Outcome): Promise<void> {
  const wanted = wantedFixes(options.only);
  const reports = await findReports(options.reports, 'fix');
  const data: object[] = [];
  const sum: Sum = { files: 0, unread: 0, counts: new Map() };
  for (const { path } of reports) {
    const result = attempt(path, wanted, options.write);
    count(result, sum);
    if (options.json) data.push(fixData(path, result, text));
    else print(result, options, text);
  }
  if (options.json) process.stdout.write(`${JSON.stringify(sumData(sum, data, options.write), undefined, 2)}\n`);
  else if (!options.quiet && sum.unread < reports.length)
    process.stdout.write(`${sumText(sum, reports.length, options.write, text)}\n`);
  if (sum.unread > 0 || (options['exit-code'] && sum.files > 0)) outcome.code = exit.input;
}

interface Sum {
  /** How many files have something to fix. */
  files: number;
  unread: number;
  readonly counts: Map<string, number>;
}

type Result = { readonly fixed: Fixed } | { readonly problems: readonly Problem[] };

function attempt(path: string, wanted: readonly Fix[], write: boolean): Result {
  try {
    const fixed = fixFile(path, wanted);
    if (write && fixed.mended.length > 0) writeFixed(fixed);
    return { fixed };
  } catch (cause) {
    if (cause instanceof Problems) return { problems: cause.problems };
    throw cause;
  }
}

function count(result: Result, sum: Sum): void {
  if ('problems' in result) {
    sum.unread += 1;
    return;
  }
  if (result.fixed.mended.length > 0) sum.files += 1;
  for (const { counts } of result.fixed.mended) {
    for (const [code, times] of counts) sum.counts.set(code, (sum.counts.get(code) ?? 0) + times);
  }
}

function print(result: Result, { quiet }: FixOptions, text: Words): void {
  if ('problems' in result) printProblems(result.problems, text.language);
  else if (!quiet && result.fixed.mended.length > 0)
    process.stdout.write(`${fixText(result.fixed, text.language, process.stdout.isTTY === true)}\n\n`);
}

function sumText(sum: Sum, all: number, write: boolean, { fix: text, language }: Words): string {
  if (sum.files === 0) return text.nothing(all - sum.unread);
  const places = [...sum.counts.values()].reduce((total, times) => total + times, 0);
  const rows = fixes
    .filter(({ code }) => sum.counts.has(code))
    .map(({ code, title }) => [code, title[language], String(sum.counts.get(code))]);
  const head = write ? text.done(places, sum.files) : text.found(places, sum.files);
  return [head, tableText(text.columns, rows), ...(write ? [] : ['', text.howToWrite])].join('\n');
}

/** The shape is stable: codes, JSON pointers, lines, and each text before and after. */
function fixData(file: string, result: Result, { language }: Words): object {
  if ('problems' in result)
    return { file, changes: [], problems: result.problems.map((one) => problemData(one, language)) };
  const lines = new Lines(result.fixed.text);
  const changes = result.fixed.mended.map(({ path, offset, before, after, counts }) => ({
    codes: [...counts.keys()],
    pointer: pointerOf(path),
    ...lines.at(offset),
    before,
    after,
  }));
  return { file, changes, problems: [] };
}

function sumData(sum: Sum, reports: readonly object[], written: boolean): object {
  return { written, files: sum.files, counts: Object.fromEntries(sum.counts), reports };
}

/** The fixes of a list like `quotes,typo`; all when there is none. Throws Problems `unknown-fix`. */
function wantedFixes(list: string): readonly Fix[] {
  const codes = list.split(/[,，、\s]+/).filter(Boolean);
  if (codes.length === 0) return fixes;
  const unknown = codes.filter((code) => fixes.every((fix) => fix.code !== code));
  if (unknown.length === 0) return fixes.filter(({ code }) => codes.includes(code));
  const known = fixes.map(({ code }) => code).join(', ');
  const [zh, en] = [words('zh').fix, words('en').fix];
  throw new Problems([
    fault('unknown-fix', { zh: zh.unknown(unknown.join('、')), en: en.unknown(unknown.join(', ')) }, undefined, {
      zh: zh.known(known),
      en: en.known(known),
    }),
  ]);
}
