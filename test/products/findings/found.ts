import type { CheckedFinding } from '../../../src/check/check.js';
import type { Severity } from '../../../src/problem.js';
import type { CheckedFile } from '../../../src/products/findings/findings.js';

/** A finding as rules make them, in a table of its own unless one is named. */
export function found(severity: Severity, line: number, pointer: string, more: Partial<CheckedFinding> = {}) {
  const finding: CheckedFinding = {
    problem: {
      code: `code-${severity}`,
      severity,
      message: { zh: `第 ${line} 行有问题`, en: `line ${line} is wrong` },
      hint: { zh: '改正', en: 'correct it' },
      place: {
        file: '科协/2025.json',
        line,
        column: 9,
        pointer,
        cell: { zh: '年度资金总额·金额', en: 'total funds, year · amount' },
      },
    },
    number: 'R-13',
    table: { zh: '项目“甲 & 乙”', en: 'project “甲 & 乙”' },
  };
  return { ...finding, ...more };
}

export function file(findings: readonly CheckedFinding[], more: Partial<CheckedFile> = {}): CheckedFile {
  return {
    file: '科协/2025.json',
    about: { department: '示例市科学技术协会', year: 2025, date: '2025-02-10' },
    layouts: ['generic/project'],
    notices: [],
    findings,
    accepted: [],
    failed: false,
    ours: false,
    ...more,
  };
}

/** The same under a code of its own, so that it folds with no other. */
export function foundAlone(severity: Severity, line: number, pointer: string): CheckedFinding {
  const finding = found(severity, line, pointer);
  return { ...finding, problem: { ...finding.problem, code: `code-${line}` } };
}
