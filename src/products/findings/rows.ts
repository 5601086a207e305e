import type { CheckedFinding } from '../../check/check.js';
import { type CheckedFile, shortNames } from './findings.js';

/** Findings as one flat table, for a spreadsheet that filters: one row a finding. */
export interface Rows {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly kind: 'text' | 'number'; readonly wrap?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

type Found = CheckedFinding & { readonly reason?: string };

const zh = {
  sheet: '核对结果',
  headings: {
    number: '序号',
    file: '报告',
    department: '部门',
    year: '年度',
    state: '状态',
    severity: '级别',
    table: '表/项目',
    cell: '单元格',
    message: '问题',
    hint: '怎么改',
    reason: '认可理由',
    rule: '规则',
    code: '代码',
    line: '行',
    column: '列',
    pointer: '位置（JSON 指针）',
  },
  severity: { error: '错误', warning: '注意', hint: '提示' },
  state: { open: '待处理', accepted: '已认可' },
};

const en: typeof zh = {
  sheet: 'Findings',
  headings: {
    number: 'No.',
    file: 'Report',
    department: 'Department',
    year: 'Year',
    state: 'State',
    severity: 'Severity',
    table: 'Table / project',
    cell: 'Cell',
    message: 'Finding',
    hint: 'How to mend it',
    reason: 'Accepted because',
    rule: 'Rule',
    code: 'Code',
    line: 'Line',
    column: 'Column',
    pointer: 'Place (JSON pointer)',
  },
  severity: { error: 'error', warning: 'warning', hint: 'hint' },
  state: { open: 'open', accepted: 'accepted' },
};

const numbers: ReadonlySet<string> = new Set(['number', 'year', 'line', 'column']);
const long: ReadonlySet<string> = new Set(['message', 'hint', 'reason']);

/** All findings of all reports, then what was accepted of each. */
export function findingRows(files: readonly CheckedFile[], language: 'zh' | 'en'): Rows {
  const text = language === 'zh' ? zh : en;
  const names = Object.keys(text.headings) as (keyof typeof zh.headings)[];
  const called = shortNames(files.map(({ file }) => file));
  const all = files.flatMap((file) => [...file.findings, ...file.accepted].map((found: Found) => ({ file, found })));
  return {
    name: text.sheet,
    columns: names.map((name) => ({
      heading: text.headings[name],
      kind: numbers.has(name) ? ('number' as const) : ('text' as const),
      ...(long.has(name) && { wrap: true }),
    })),
    rows: all.map(({ file, found }, index) => {
      const cells = { ...cellsOf(file, found, language), file: called.get(file.file) ?? '' };
      return names.map((name) => (name === 'number' ? String(index + 1) : cells[name]));
    }),
  };
}

/** A row of the table above, read back. */
export interface FindingRow {
  readonly file: string;
  readonly table: string;
  readonly cell: string;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly message: string;
  readonly hint: string;
  readonly pointer: string;
}

/** The open findings of rows that `findingRows` made, in either language and with columns in any order; undefined where none has its heads. */
export function findingsInRows(rows: readonly (readonly string[])[]): FindingRow[] | undefined {
  for (const text of [zh, en]) {
    const { pointer, message } = text.headings;
    const top = rows.findIndex((row) => row.includes(pointer) && row.includes(message));
    const head = rows[top];
    if (!head) continue;
    return rows.slice(top + 1).flatMap((row): FindingRow[] => {
      const of = (name: keyof typeof zh.headings): string => row[head.indexOf(text.headings[name])]?.trim() ?? '';
      const severity = (['error', 'warning', 'hint'] as const).find((each) => text.severity[each] === of('severity'));
      if (severity === undefined || of('state') === text.state.accepted) return [];
      const [file, table, cell] = [of('file'), of('table'), of('cell')];
      return [{ file, table, cell, severity, message: of('message'), hint: of('hint'), pointer: of('pointer') }];
    });
  }
  return undefined;
}

function cellsOf({ about }: CheckedFile, { problem, number, table, reason }: Found, language: 'zh' | 'en') {
  const text = language === 'zh' ? zh : en;
  const { code, severity, message, hint, place } = problem;
  return {
    department: about?.department ?? '',
    year: about === undefined ? '' : String(about.year),
    state: reason === undefined ? text.state.open : text.state.accepted,
    severity: text.severity[severity],
    table: table[language],
    cell: place?.cell?.[language] ?? '',
    message: message[language],
    hint: hint?.[language] ?? '',
    reason: reason ?? '',
    rule: number,
    code,
    line: String(place?.line ?? ''),
    column: String(place?.column ?? ''),
    pointer: place?.pointer ?? '',
  };
}
