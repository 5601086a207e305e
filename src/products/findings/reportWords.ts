import type { Verdict } from './findings.js';

/** The words of the 核对报告 itself; findings bring their own. */
const zh = {
  title: '绩效目标核对报告',
  only: (department: string, year: number) => `${department}　${year}年度`,
  file: (name: string, date: string | undefined) => `文件：${name}${date === undefined ? '' : `　数据日期：${date}`}`,
  files: (count: number) => `核对报告 ${count} 份`,
  rules: (count: number) => `核对规则 ${count} 条`,
  unreadable: '（未能读入）',
  summary: (error: number, warning: number, hint: number, accepted: number) =>
    `共发现错误 ${error} 处、注意 ${warning} 处、提示 ${hint} 处，另有已认可 ${accepted} 处。`,
  frequent: (list: readonly string[]) => `最多的是：${list.join('；')}。`,
  times: (title: string, count: number) => `${title}（${count} 处）`,
  sections: { summary: '一、汇总', findings: '二、发现的问题', accepted: '三、已认可、照原样公开的' },
  columns: {
    summary: ['序号', '报告', '部门', '年度', '数据日期', '错误', '注意', '提示', '认可', '结论'],
    findings: ['序号', '表/项目', '单元格', '级别', '问题', '怎么改', '规则'],
    accepted: ['序号', '表/项目', '单元格', '级别', '问题', '认可理由', '规则'],
  },
  sum: '合计',
  verdicts: { unreadable: '未能读入', faulty: '须改正', doubtful: '请核对', sound: '通过' },
  severity: { error: '错误', warning: '注意', hint: '提示' },
  line: (line: number) => `第 ${line} 行`,
  unshown: '（表上没有印这一项）',
  left: (count: number) => `本报告另有 ${count} 处未列，见 XLSX 或 jibiao check --json。`,
  none: '没有发现问题。',
  noneButHints: '没有错误和注意。',
  notes: (hidden: number) => [
    '注：1.“错误”须改正后再公开；“注意”请逐条核对，确认无误的可写明理由予以认可；“提示”供参考。',
    `　　2.行号指数据文件中的行；规则编号的依据，可用 jibiao check --explain 编号 查看。${hidden > 0 ? `提示 ${hidden} 处未列出。` : ''}`,
  ],
  signature: ['核对人：', '复核人：', '日期：　　　　年　　月　　日'],
} satisfies Words;

interface Words {
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly [word: string]: unknown;
}

const en: typeof zh = {
  title: 'Check of performance targets',
  only: (department, year) => `${department}　${year}`,
  file: (name, date) => `File: ${name}${date === undefined ? '' : `　Data of: ${date}`}`,
  files: (count) => `Reports: ${count}`,
  rules: (count) => `Rules: ${count}`,
  unreadable: '(could not be read)',
  summary: (error, warning, hint, accepted) =>
    `Found: errors ${error}, warnings ${warning}, hints ${hint}; accepted: ${accepted}.`,
  frequent: (list) => ` Most frequent: ${list.join('; ')}.`,
  times: (title, count) => `${title} (${count})`,
  sections: { summary: '1. Summary', findings: '2. Findings', accepted: '3. Accepted, to be published as they are' },
  columns: {
    summary: ['No.', 'Report', 'Department', 'Year', 'Data of', 'Errors', 'Warnings', 'Hints', 'Accepted', 'Verdict'],
    findings: ['No.', 'Table / project', 'Cell', 'Severity', 'Finding', 'How to mend it', 'Rule'],
    accepted: ['No.', 'Table / project', 'Cell', 'Severity', 'Finding', 'Accepted because', 'Rule'],
  },
  sum: 'Sum',
  verdicts: { unreadable: 'not read', faulty: 'to correct', doubtful: 'to look at', sound: 'passed' },
  severity: { error: 'error', warning: 'warning', hint: 'hint' },
  line: (line) => `line ${line}`,
  unshown: '(not printed in the form)',
  left: (count) => `${count} more in this report: see the XLSX or jibiao check --json.`,
  none: 'Nothing was found.',
  noneButHints: 'No errors and no warnings.',
  notes: (hidden) => [
    'Notes: 1. Errors are corrected before publication; warnings are looked at one by one, and accepted with a reason where they are right; hints are for information.',
    `2. Lines are those of the data file; jibiao check --explain NUMBER tells what a rule follows.${hidden > 0 ? ` Hints not listed: ${hidden}.` : ''}`,
  ],
  signature: ['Checked by:', 'Reviewed by:', 'Date:'],
};

export type ReportWords = typeof zh;

export function reportWords(language: 'zh' | 'en'): ReportWords {
  return language === 'zh' ? zh : en;
}
