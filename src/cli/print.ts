import stringWidth from 'string-width';
import { type Problem, placeText } from '../problem.js';
import { type Language, words } from './words.js';

/** Prints problems on the error stream, each with its place, code and hint. */
export function printProblems(problems: readonly Problem[], language: Language): void {
  for (const problem of problems) process.stderr.write(`${problemText(problem, language)}\n`);
}

export function problemText(problem: Problem, language: Language): string {
  const text = words(language);
  const place = problem.place ? ` ${placeText(problem.place)}` : '';
  const lines = [`${text.severity[problem.severity]}${place}`, `  ${problem.message[language]} [${problem.code}]`];
  if (problem.hint) lines.push(`  ${text.hint}${language === 'zh' ? '：' : ': '}${problem.hint[language]}`);
  return lines.join('\n');
}

/** A problem as `--json` prints it: in one language, places as they are. */
export function problemData(problem: Problem, language: Language) {
  return {
    code: problem.code,
    severity: problem.severity,
    message: problem.message[language],
    ...(problem.hint && { hint: problem.hint[language] }),
    ...(problem.place && { place: problem.place }),
  };
}

/** Rows under their headings, in columns as wide as their widest cell; 汉字 count two. */
export function tableText(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => stringWidth(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] as number) - stringWidth(cell)))
      .join('  ')
      .trimEnd();
  const ruler = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(headings), ruler, ...rows.map(line)].join('\n');
}

/** A file size for people: 12 kB, 1.2 MB. */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
