import { styleText } from 'node:util';
import { type Place, type Problem, placeText, type Severity } from '../problem.js';
import {
  byTable,
  type CheckedFile,
  countsOf,
  frequencies,
  gravest,
  ruleName,
  verdictOf,
} from '../products/findings/findings.js';
import { type Fold, foldsOf, othersText } from '../products/findings/folds.js';
import { knownRules } from '../products/findings/known.js';
import { messageText, tableText } from './print.js';
import type { Words } from './words.js';

/** How findings are shown. */
export interface CheckLook {
  readonly hints: boolean;
  /** Only errors, and no sums. */
  readonly quiet: boolean;
  readonly colours: boolean;
  /** How many findings of one report are shown; JSON and spreadsheet have them all. */
  readonly most: number;
  readonly text: Words;
}

const mostAccepted = 10;
const mostRelated = 3;
/** With more reports, less is shown of each, and those without faults have no row. */
const longRun = 50;
const mostFrequent = 5;

/** How many findings of each report are shown, for a number of reports. */
export function mostShown(reports: number): number {
  return reports > longRun ? 10 : 50;
}

/** The findings of one report, by table, the most severe first; then those that it accepts. '' if there are none to show. */
export function checkText(file: CheckedFile, look: CheckLook): string {
  const lost = file.findings.map(({ problem }) => problem).filter(isLost);
  const wanted = file.findings.filter(({ problem }) => isShown(problem.severity, look) && !isLost(problem));
  const accepted = look.quiet ? [] : file.accepted;
  if (wanted.length + accepted.length + lost.length === 0) return '';
  const shown = gravest(foldsOf(wanted), look.most);
  const { check } = look.text;
  const { about } = file;
  const what = about ? check.about(about.department, about.year, file.layouts) : check.unreadable;
  const lines = [`${styled('bold', file.file, look)}  ${what}`];
  lines.push(...lostLines(lost, look));
  for (const { table, findings } of byTable(shown)) {
    lines.push(`  ${styled('bold', table[look.text.language], look)}`);
    for (const finding of findings) lines.push(...findingLines(finding, look));
  }
  const left = wanted.length - shown.reduce((sum, { others }) => sum + 1 + others.length, 0);
  if (left > 0) lines.push(`  ${check.left(left)}`);
  lines.push(...acceptedLines(accepted, look));
  return `${lines.join('\n')}\n\n`;
}

/** Whether a finding is about what no page shows: all of these share one line, which is always shown. */
function isLost({ severity, item }: Problem): boolean {
  return severity === 'warning' && item !== undefined;
}

function lostLines(lost: readonly Problem[], look: CheckLook): string[] {
  const [first] = lost;
  if (!first) return [];
  const { language, severity, hint } = look.text;
  const items = lost.map(({ item }) => item?.[language] ?? '').join(language === 'zh' ? '、' : ', ');
  const place = first.place ? ` ${placeText(bare(first.place), language)}` : '';
  return [
    `    ${styled(styles.warning, severity.warning, look)}${place}`,
    `      ${look.text.notPrinted(items)} [${first.code}]`,
    ...(first.hint ? [`      ${hint}${colon(look)}${first.hint[language]}`] : []),
  ];
}

function isShown(severity: Severity, { hints, quiet }: CheckLook): boolean {
  if (severity === 'error') return true;
  return !quiet && (severity === 'warning' || hints);
}

const styles = { error: 'red', warning: 'yellow', hint: 'dim' } as const;

function styled(style: 'bold' | 'red' | 'yellow' | 'dim', words: string, { colours }: CheckLook): string {
  return colours ? styleText(style, words, { validateStream: false }) : words;
}

function findingLines(finding: Fold, look: CheckLook): string[] {
  const { problem } = finding;
  const { language, severity, hint, check } = look.text;
  const words = styled(styles[problem.severity], severity[problem.severity], look);
  const lines = [
    `    ${words} ${whereText(problem, look)}`,
    `      ${messageText(problem, language)} [${ruleName(finding)}]`,
  ];
  const alike = othersText(finding, language);
  if (alike !== '') lines.push(`      ${alike}`);
  const others = (problem.related ?? []).slice(0, mostRelated).map((place) => placeText(bare(place), language));
  if (others.length > 0)
    lines.push(`      ${check.related}${colon(look)}${others.join(language === 'zh' ? '、' : ', ')}`);
  if (problem.hint) lines.push(`      ${hint}${colon(look)}${problem.hint[language]}`);
  return lines;
}

function bare({ file, line, column }: Place): Place {
  return { file, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
}

/** File, line and column, then the cell in words, or its pointer where it has none. */
function whereText({ place }: Problem, { text }: CheckLook): string {
  if (!place) return '';
  const { pointer, ...spot } = place;
  return placeText({ ...spot, ...(!spot.cell && pointer !== undefined && { pointer }) }, text.language);
}

function acceptedLines(accepted: CheckedFile['accepted'], look: CheckLook): string[] {
  if (accepted.length === 0) return [];
  const { check, language } = look.text;
  const lines = accepted.slice(0, mostAccepted).flatMap((each) => {
    const { problem, table, reason } = each;
    return [
      `    ${whereText(problem, look)} ${table[language]}`,
      `      ${messageText(problem, language)} [${ruleName(each)}]`,
      `      ${check.reason}${colon(look)}${reason}`,
    ];
  });
  const more = accepted.length - mostAccepted;
  return [`  ${check.accepted(accepted.length)}`, ...lines, ...(more > 0 ? [`    ${check.moreAccepted(more)}`] : [])];
}

function colon({ text }: CheckLook): string {
  return text.language === 'zh' ? '：' : ': ';
}

/** The summary of a run: notices, a row for each report, the most frequent findings, how many were not shown. */
export function summaryText(files: readonly CheckedFile[], look: CheckLook): string {
  const { check } = look.text;
  const { error, warning, hint } = countsOf(files);
  const lines = [...noticeLines(files, look), ...summaryTable(files, look)];
  if (files.length > 1 && error + warning > 0) lines.push(check.frequent(frequentTexts(files, look)));
  if (hint > 0 && !look.hints) lines.push(check.hidden(hint));
  lines.push(check.done(files.length, knownRules.length, error, warning));
  return lines.join('\n');
}

/** Each notice once, because those of many reports are mostly the same. */
function noticeLines(files: readonly CheckedFile[], look: CheckLook): string[] {
  const { check, language } = look.text;
  const counts = new Map<string, number>();
  for (const { message } of files.flatMap(({ notices }) => notices)) {
    counts.set(message[language], (counts.get(message[language]) ?? 0) + 1);
  }
  const lines = [...counts].map(
    ([words, count]) => `${check.notice}${colon(look)}${words}${count > 1 ? check.inReports(count) : ''}`,
  );
  return lines.length > 0 ? [...lines, ''] : [];
}

function summaryTable(files: readonly CheckedFile[], { text: { check } }: CheckLook): string[] {
  const row = (name: string, of: readonly CheckedFile[], verdict: string): string[] => {
    const { error, warning, hint, accepted } = countsOf(of);
    return [name, ...[error, warning, hint, accepted].map(String), verdict];
  };
  const long = files.length > longRun;
  const shown = long ? files.filter((file) => verdictOf(file) !== 'sound') : files;
  const rows = shown.map((file) => row(file.file, [file], check.verdicts[verdictOf(file)]));
  const { report, error, warning, hint, accepted, verdict } = check.columns;
  const all = files.length > 1 ? [...rows, row(check.sum, files, '')] : rows;
  const table = tableText([report, error, warning, hint, accepted, verdict], all);
  const others = files.length - shown.length;
  return [table, '', ...(others > 0 ? [check.othersSound(others)] : [])];
}

function frequentTexts(files: readonly CheckedFile[], { text: { check, language } }: CheckLook): string[] {
  return frequencies(files)
    .slice(0, mostFrequent)
    .map(({ code, number, wrong, count, reports }) =>
      check.times(wrong ? `${number} ${wrong[language]}` : code, count, reports),
    );
}
