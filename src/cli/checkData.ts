import type { CheckedFinding } from '../check/check.js';
import { type CheckedFile, countsOf, verdictOf } from '../products/findings/findings.js';
import { problemData } from './print.js';
import type { Language } from './words.js';

/** What `--json` prints: all findings with hints, in the order of the reports, each with its report. The shape is stable. */
export function checkData(files: readonly CheckedFile[], language: Language) {
  const all = <F extends CheckedFinding>(of: (file: CheckedFile) => readonly F[]) =>
    files.flatMap((file) => of(file).map((finding) => findingData(file.file, finding, language)));
  return {
    reports: files.map((file) => ({
      report: file.file,
      ...file.about,
      layouts: file.layouts,
      verdict: verdictOf(file),
      failed: file.failed,
      ...named(countsOf([file])),
      notices: file.notices.map((problem) => problemData(problem, language)),
    })),
    findings: all(({ findings }) => findings),
    accepted: all(({ accepted }) => accepted),
    totals: { reports: files.length, failed: files.filter(({ failed }) => failed).length, ...named(countsOf(files)) },
  };
}

function named({ error, warning, hint, accepted }: ReturnType<typeof countsOf>) {
  return { errors: error, warnings: warning, hints: hint, accepted };
}

function findingData(report: string, finding: CheckedFinding & { readonly reason?: string }, language: Language) {
  const { problem, number, table, reason } = finding;
  const { code, ...data } = problemData(problem, language);
  return {
    report,
    code,
    ...(number !== '' && { number }),
    table: table[language],
    ...data,
    ...(reason !== undefined && { reason }),
  };
}
