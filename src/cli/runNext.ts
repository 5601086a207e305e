import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nextYear } from '../desk/nextYear.js';
import { nameOfYear } from '../desk/reports.js';
import type { YearInText } from '../desk/wireListing.js';
import { jsonBytes } from '../json/bytes.js';
import { findLayouts } from '../layouts/find.js';
import { fault, type Problem, Problems } from '../problem.js';
import { reportName } from '../publish/build.js';
import { readFileWithin } from '../publish/readFile.js';
import { writeWhole } from '../publish/writeWhole.js';
import { readReport } from '../report/read.js';
import type { NextOptions } from './options.js';
import { shippedTemplates } from './paths.js';
import type { Words } from './words.js';

/** How many texts with a year in them are printed; `--json` has all. */
const mostShown = 40;

/** Begins next year's report from this year's. Throws Problems: of reading, `next-year`, file-exists, cannot-write. */
export async function runNext(options: NextOptions, text: Words): Promise<void> {
  const { report } = readReport(readFileWithin(options.report), options.report);
  const year = options.year === undefined ? report.year + 1 : Number(options.year);
  if (!Number.isInteger(year) || year <= report.year || year > 2199)
    throw new Problems([noYear(options.year ?? '', report.year)]);
  const { report: next, look } = nextYear(findLayouts([shippedTemplates]), report, {
    year,
    keep: { money: options.money, values: options.values },
  });
  const path =
    options.out ?? join(dirname(options.report), `${nameOfYear(reportName(options.report), report.year, year)}.json`);
  if (existsSync(path) && !options.force) throw new Problems([exists(path)]);
  writeWhole([{ path, bytes: jsonBytes(next) }]);
  if (options.json) process.stdout.write(`${JSON.stringify({ written: path, look }, undefined, 2)}\n`);
  else if (!options.quiet) process.stdout.write(`${nextText(path, look, text)}\n`);
}

function nextText(path: string, look: readonly YearInText[], { next }: Words): string {
  const shown = look.slice(0, mostShown).map(({ pointer, part }) => `  ${pointer}  ${part}`);
  const more = look.length > mostShown ? [`  ${next.more(look.length - mostShown)}`] : [];
  return [next.written(path), ...(look.length > 0 ? [next.look(look.length), ...shown, ...more] : [])].join('\n');
}

function noYear(word: string, before: number): Problem {
  const message = {
    zh: `--year 须是 ${before} 以后的年度：${word}`,
    en: `--year must be a year after ${before}: ${word}`,
  };
  return fault('next-year', message, undefined, {
    zh: `例如 --year ${before + 1}`,
    en: `such as --year ${before + 1}`,
  });
}

function exists(file: string): Problem {
  return fault(
    'file-exists',
    { zh: '已有这个文件，没有改动', en: 'this file exists and was left alone' },
    { file },
    { zh: '要覆盖请加 --force，或用 --out 写到别处', en: 'add --force to replace it, or write elsewhere with --out' },
  );
}
