import { styleText } from 'node:util';
import type { CheckedFinding } from '../check/check.js';
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
import { knownRules } from '../products/findings/known.js';
import { messageText, tableText } from './print.js';
import type { Words } from './words.js';

/** How findings are shown. */
export interface CheckLook {
  readonly hints: boolean;
  /** Errors only, and no sums. */
  readonly quiet: boolean;
  readonly colours: boolean;
  /** So many findings of one report are shown; data and spreadsheet have them all. */
  readonly most: number;
  readonly text: Words;
}

const mostAccepted = 10;
const mostRelated = 3;
/** More reports than these are summed up: less is shown of each, and those without a fault have no row. */
const longRun = 50;
const mostFrequent = 5;

/** How many findings are shown of each of so many reports. */
export function mostShown(reports: number): number {
  return reports > longRun ? 10 : 50;
}

/** What was found in one report, by table, the gravest first; then what it accepts. '' where there is nothing to show. */
export function checkText(file: CheckedFile, look: CheckLook): string {
  const lost = file.findings.map(({ problem }) => problem).filter(isLost);
  const wanted = file.findings.filter(({ problem }) => isShown(problem.severity, look) && !isLost(problem));
  const accepted = look.quiet ? [] : file.accepted;
  if (wanted.length + accepted.length + lost.length === 0) return '';
  const shown = gravest(wanted, look.most);
  const { check } = look.text;
  const { about } = file;
  const what = about ? check.about(about.department, about.year, file.layouts) : check.unreadable;
  const lines = [`${styled('bold', file.file, look)}  ${what}`];
  lines.push(...lostLines(lost, look));
  for (const { table, findings } of byTable(shown)) {
    lines.push(`  ${styled('bold', table[look.text.language], look)}`);
    for (const finding of findings) lines.push(...findingLines(finding, look));
  }
  if (wanted.length > shown.length) lines.push(`  ${check.left(wanted.length - shown.length)}`);
  lines.push(...acceptedLines(accepted, look));
  return `${lines.join('\n')}\n\n`;
}

/** What no page shows: told in one line, however much else there is. */
function isLost({ severity, item }: Problem): boolean {
  return severity === 'warning' && item !== undefined;
}

function lostLines(lost: readonly Problem[], look: CheckLook): string[] {
  const [first] = lost;
  if (!first) return [];
  const { language, severity, hint } = look.text;
  const items = lost.map(({ item }) => item?.[language] ?? '').join(language === 'zh' ? '、' : ', ');
  const place = first.place ? ` ${placeText(bare(first.place))}` : '';
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

function findingLines(finding: CheckedFinding, look: CheckLook): string[] {
  const { problem } = finding;
  const { language, severity, hint, check } = look.text;
  const words = styled(styles[problem.severity], severity[problem.severity], look);
  const lines = [
    `    ${words} ${whereText(problem, look)}`,
    `      ${messageText(problem, language)} [${ruleName(finding)}]`,
  ];
  const others = (problem.related ?? []).slice(0, mostRelated).map((place) => placeText(bare(place)));
  if (others.length > 0)
    lines.push(`      ${check.related}${colon(look)}${others.join(language === 'zh' ? '、' : ', ')}`);
  if (problem.hint) lines.push(`      ${hint}${colon(look)}${problem.hint[language]}`);
  return lines;
}

function bare({ file, line, column }: Place): Place {
  return { file, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
}

/** File, line and column, then the cell in words; in English, which has no words for cells, its pointer. */
function whereText({ place }: Problem, { text }: CheckLook): string {
  if (!place) return '';
  const { pointer, cell, ...spot } = place;
  const inWords = text.language === 'zh' && cell !== undefined ? { cell } : pointer !== undefined && { pointer };
  return placeText({ ...spot, ...inWords });
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

/** What a run comes to: what is to be known of it, a row a report, what was found most, and what was not shown. */
export function summaryText(files: readonly CheckedFile[], look: CheckLook): string {
  const { check } = look.text;
  const { error, warning, hint } = countsOf(files);
  const lines = [...noticeLines(files, look), ...summaryTable(files, look)];
  if (files.length > 1 && error + warning > 0) lines.push(check.frequent(frequentTexts(files, look)));
  if (hint > 0 && !look.hints) lines.push(check.hidden(hint));
  lines.push(check.done(files.length, knownRules.length, error, warning));
  return lines.join('\n');
}

/** Notices of many reports are mostly the same one. */
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
