import { lastDayToPublish } from '../../report/deadline.js';
import { type CheckedFile, countsOf, frequencies, gravest, ruleName, shortNames, verdictOf } from './findings.js';
import { reportWords } from './reportWords.js';
import type { FindingRow, Rows } from './rows.js';

/** What an officer works from who was sent many reports: all of them by kind of finding, and a sheet for each to send back. */

const zh = {
  sheet: '汇总',
  headings: ['序号', '部门', '报告', '年度', '数据日期'],
  deadline: ['批复日期', '公开期限'],
  counts: ['结论', '错误', '注意', '提示', '认可'],
  sum: '合计',
  findings: ['序号', '级别', '表/项目', '单元格', '问题', '怎么改', '规则', '行'],
};

const en: typeof zh = {
  sheet: 'Overview',
  headings: ['No.', 'Department', 'Report', 'Year', 'Data of'],
  deadline: ['Approved', 'Publish by'],
  counts: ['Verdict', 'Errors', 'Warnings', 'Hints', 'Accepted'],
  sum: 'Sum',
  findings: ['No.', 'Severity', 'Table / project', 'Cell', 'Finding', 'How to mend it', 'Rule', 'Line'],
};

type Language = 'zh' | 'en';
type Column = Rows['columns'][number];

/** The worst first: unreadable reports, then by errors, warnings and hints; equal ones in their order. */
export function worstFirst(files: readonly CheckedFile[]): CheckedFile[] {
  const graveness = (file: CheckedFile): number[] => {
    const { error, warning, hint } = countsOf([file]);
    return [Number(file.failed), error, warning, hint];
  };
  const all = files.map((file) => ({ file, grave: graveness(file) }));
  const order = (left: number[], right: number[]): number =>
    left.reduce((found, value, index) => found || (right[index] as number) - value, 0);
  return all.toSorted((left, right) => order(left.grave, right.grave)).map(({ file }) => file);
}

/**
 * A row a report, the worst first, with a column for each kind of finding, the most frequent first; the sums are the last row.
 * Dates of approval and the last day to publish have columns where any report tells them.
 */
export function overview(files: readonly CheckedFile[], language: Language): Rows {
  const text = language === 'zh' ? zh : en;
  const { verdicts, unreadable } = reportWords(language);
  const kinds = frequencies(files);
  const names = shortNames(files.map(({ file }) => file));
  const dated = files.some(({ about }) => about?.approvalDate !== undefined);
  const rows = worstFirst(files).map((file, index) => {
    const { about } = file;
    const approved = about?.approvalDate ?? '';
    const times = timesIn(file);
    return [
      String(index + 1),
      about?.department ?? unreadable,
      names.get(file.file) ?? '',
      String(about?.year ?? ''),
      about?.date ?? '',
      ...(dated ? [approved, approved && lastDayToPublish(approved)] : []),
      verdicts[verdictOf(file)],
      ...numbersOf([file]),
      ...kinds.map(({ code }) => String(times.get(code) ?? '')),
    ];
  });
  const before = text.headings.length + (dated ? text.deadline.length : 0) + 1;
  const sums = [
    text.sum,
    ...Array<string>(before - 1).fill(''),
    ...numbersOf(files),
    ...kinds.map(({ count }) => String(count)),
  ];
  const numeric = new Set(['年度', 'Year', ...text.counts.slice(1), text.headings[0]]);
  const column = (heading: string): Column => ({ heading, kind: numeric.has(heading) ? 'number' : 'text' });
  return {
    name: text.sheet,
    columns: [
      ...[...text.headings, ...(dated ? text.deadline : []), ...text.counts].map(column),
      ...kinds.map(({ code, number, wrong }): Column => {
        const heading = wrong === undefined ? code : `${number} ${wrong[language]}`;
        return { heading, kind: 'number', wrap: true };
      }),
    ],
    rows: [...rows, sums],
  };
}

function numbersOf(files: readonly CheckedFile[]): string[] {
  const { error, warning, hint, accepted } = countsOf(files);
  return [error, warning, hint, accepted].map(String);
}

/** How often each code was found in a report. */
function timesIn({ findings }: CheckedFile): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { problem } of findings) times.set(problem.code, (times.get(problem.code) ?? 0) + 1);
  return times;
}

/** The name of each report's sheet: its department's, with the year where there are several reports of it. */
function departmentNames(files: readonly CheckedFile[]): (file: CheckedFile) => string | undefined {
  const counts = new Map<string, number>();
  for (const { about } of files) if (about) counts.set(about.department, (counts.get(about.department) ?? 0) + 1);
  return ({ about }) =>
    about && (counts.get(about.department) === 1 ? about.department : `${about.department} ${about.year}`);
}

const long: ReadonlySet<number> = new Set([2, 4, 5]);

/** For each report with findings a sheet under its department's name, the worst report and the gravest finding first. */
export function departmentSheets(files: readonly CheckedFile[], language: Language): Rows[] {
  const text = language === 'zh' ? zh : en;
  const { severity } = reportWords(language);
  const names = shortNames(files.map(({ file }) => file));
  const called = departmentNames(files);
  const last = text.findings.length - 1;
  return worstFirst(files)
    .filter(({ findings }) => findings.length > 0)
    .map((file) => ({
      name: called(file) ?? names.get(file.file) ?? '',
      columns: text.findings.map((heading, index): Column => {
        const kind = index === 0 || index === last ? 'number' : 'text';
        return { heading, kind, ...(long.has(index) && { wrap: true }) };
      }),
      rows: gravest(file.findings, file.findings.length).map((found, index) => {
        const { problem, table } = found;
        return [
          String(index + 1),
          severity[problem.severity],
          table[language],
          problem.place?.cell?.[language] ?? '',
          problem.message[language],
          problem.hint?.[language] ?? '',
          ruleName(found),
          String(problem.place?.line ?? ''),
        ];
      }),
    }));
}

/** The findings of a department's sheet, in either language, without file and pointer; undefined where no row has its heads. */
export function findingsInSheet(rows: readonly (readonly string[])[]): FindingRow[] | undefined {
  for (const [language, text] of [['zh', zh] as const, ['en', en] as const]) {
    const [, severity = '', table = '', cell = '', message = '', hint = ''] = text.findings;
    const top = rows.findIndex((row) => text.findings.every((heading) => row.includes(heading)));
    const head = rows[top];
    if (!head) continue;
    const severities = Object.entries(reportWords(language).severity);
    return rows.slice(top + 1).flatMap((row): FindingRow[] => {
      const of = (heading: string): string => row[head.indexOf(heading)]?.trim() ?? '';
      const grave = severities.find(([, word]) => word === of(severity))?.[0] as FindingRow['severity'] | undefined;
      if (grave === undefined) return [];
      const [own, at, told, mend] = [table, cell, message, hint].map(of) as [string, string, string, string];
      return [{ file: '', table: own, cell: at, severity: grave, message: told, hint: mend, pointer: '' }];
    });
  }
  return undefined;
}
