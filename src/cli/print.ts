import stringWidth from 'string-width';
import { visible } from '../json/pointer.js';
import { type Place, type Problem, placeText } from '../problem.js';
import { piece } from '../script/clusters.js';
import { type Language, words } from './words.js';

/** How many problems are shown (`--json` has them all). */
const mostShown = 50;
/** How many characters of a message are shown: it may quote a long text of a file. */
const longest = 400;
/** How many of the other places of a problem are shown. */
const mostRelated = 4;

/** Prints problems on the error stream, each with its place, code and hint. */
export function printProblems(problems: readonly Problem[], language: Language): void {
  const all = inLines(problems, language);
  const shown = all.filter((problem, index) => index < mostShown || isOfUnprinted(problem) || isWithoutPlace(problem));
  for (const problem of shown) process.stderr.write(`${problemText(problem, language)}\n`);
  if (all.length > shown.length) process.stderr.write(`${words(language).more(all.length - shown.length)}\n`);
}

/** Whether a problem is about what no page shows: these are always shown in full. */
export function isOfUnprinted({ code }: Problem): boolean {
  return code === 'field-not-printed';
}

/** Whether a problem is about what has no place in the region's form, as its layout declares. */
export function isWithoutPlace({ code }: Problem): boolean {
  return code === 'field-without-place';
}

/** Whether a problem is shown even when only errors are wanted. */
export function isAlwaysShown(problem: Problem): boolean {
  return problem.severity === 'error' || isOfUnprinted(problem);
}

/** Joins problems that have an `item` to one line for each report and code, at the place of the first. */
function inLines(problems: readonly Problem[], language: Language): Problem[] {
  const lines = new Map<unknown, Problem[]>();
  for (const problem of problems) {
    const key = problem.item ? `${problem.code} ${problem.severity} ${problem.place?.file}` : problem;
    const line = lines.get(key);
    if (line) line.push(problem);
    else lines.set(key, [problem]);
  }
  return [...lines.values()].map((line) => {
    const [first] = line as [Problem];
    if (line.length === 1) return first;
    const items = line.map(({ item }) => item?.[language] ?? '').join(language === 'zh' ? '、' : ', ');
    const { place } = first;
    const whole = place && { file: place.file, ...(place.line !== undefined && { line: place.line }) };
    const message = { zh: words('zh').notPrinted(items), en: words('en').notPrinted(items) };
    return { ...first, message, ...(whole && { place: whole }) };
  });
}

/** The same for machines, on the output stream. */
export function printProblemsAsData(problems: readonly Problem[], language: Language): void {
  const data = { problems: problems.map((problem) => problemData(problem, language)) };
  process.stdout.write(`${JSON.stringify(data, undefined, 2)}\n`);
}

function problemText(problem: Problem, language: Language): string {
  const text = words(language);
  const colon = language === 'zh' ? '：' : ': ';
  const place = problem.place ? ` ${placeText(problem.place, language)}` : '';
  const lines = [`${text.severity[problem.severity]}${place}`, `  ${messageText(problem, language)} [${problem.code}]`];
  const related = (problem.related ?? []).slice(0, mostRelated).map((place) => placeText(place, language));
  if (related.length > 0) lines.push(`  ${text.check.related}${colon}${related.join(language === 'zh' ? '、' : ', ')}`);
  if (problem.hint) lines.push(`  ${text.hint}${colon}${problem.hint[language]}`);
  return harmless(lines.join('\n'));
}

/** Makes control characters visible: texts of files and layouts must not move a terminal's cursor or reverse its text. */
export function harmless(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/** A message, shortened; our own faults in full. */
export function messageText(problem: Problem, language: Language): string {
  const text = problem.message[language];
  return text.length > longest && problem.code !== 'internal-fault' && !isOfUnprinted(problem)
    ? `${piece(text, 0, longest)}…`
    : text;
}

/** A problem as `--json` prints it, in one language. */
export function problemData(problem: Problem, language: Language) {
  return {
    code: problem.code,
    severity: problem.severity,
    message: problem.message[language],
    ...(problem.hint && { hint: problem.hint[language] }),
    ...(problem.place && { place: placeData(problem.place, language) }),
    ...(problem.related && { related: problem.related.map((place) => placeData(place, language)) }),
  };
}

function placeData({ cell, ...place }: Place, language: Language) {
  return { ...place, ...(cell && { cell: cell[language] }) };
}

/** Rows under their headings, in columns as wide as their widest cell; 汉字 count two. */
export function tableText(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, ...rows].map((row) => row.map(visible));
  const widths = headings.map((_, column) =>
    all.reduce((widest, row) => Math.max(widest, stringWidth(row[column] ?? '')), 0),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] as number) - stringWidth(cell)))
      .join('  ')
      .trimEnd();
  const ruler = widths.map((width) => '-'.repeat(width)).join('  ');
  const [head = [], ...body] = all;
  return [line(head), ruler, ...body.map(line)].join('\n');
}

/** A file size for people: 12 kB, 1.2 MB. */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
