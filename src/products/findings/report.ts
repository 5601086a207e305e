import type { CheckedFinding } from '../../check/check.js';
import type { ProductTemplate } from '../../layouts/find.js';
import { fillProduct, shown } from '../../layouts/product.js';
import type { Problem } from '../../problem.js';
import { byTable, type CheckedFile, countsOf, frequencies, gravest, shortNames, verdictOf } from './findings.js';
import { type Fold, foldsOf, othersText } from './folds.js';
import { knownRules } from './known.js';
import { type ReportWords, reportWords } from './reportWords.js';
import { FindingsView } from './vocabulary.js';

/** What a 核对报告 is made from. */
export interface FindingsReport {
  readonly files: readonly CheckedFile[];
  /** Hints are listed, not only counted. */
  readonly hints: boolean;
  readonly language: 'zh' | 'en';
  /** The numbers of findings whose field no marked form shows: where they are says so. */
  readonly unshown?: ReadonlySet<number>;
  /** Makes what no face draws visible: findings quote what they object to. */
  readonly drawable: (text: string) => string;
}

/** A report with its words and the names of its files. */
interface Made extends FindingsReport {
  readonly text: ReportWords;
  readonly names: ReadonlyMap<string, string>;
}

/** So many findings are printed of one report, and about so many of all: 3,000 fill 300 pages. Spreadsheet and data have all. */
const mostOfOne = 200;
const mostOfAll = 3000;
const leastOfOne = 5;
const mostFrequent = 3;

type Found = CheckedFinding & { readonly reason?: string };
type List = FindingsView['lists'][number];

/** The 核对报告 as markup with places. Throws Problems of the template. */
export function findingsMarkup(report: FindingsReport, template: ProductTemplate): string {
  return fillProduct(template, FindingsView, viewOf(report), (text) => report.drawable(shown(text)));
}

/** What was checked, a row a report, the findings by report and table, what was accepted. */
function viewOf(report: FindingsReport): FindingsView {
  const { files, hints } = report;
  const text = reportWords(report.language);
  const made = { ...report, text, names: shortNames(files.map(({ file }) => file)) };
  const findings = listsOf('findings', made, (file) => (hints ? file.findings : file.findings.filter(isNoHint)));
  return {
    title: text.title,
    ...headline(made),
    summary: summary(made),
    reports: {
      title: text.sections.summary,
      columns: text.columns.summary,
      rows: files.map((file, index) => reportRow(file, index, made)),
      sum: text.sum,
      sums: files.length > 1 ? counts(files) : [],
    },
    lists: [
      ...(findings.length > 0 ? findings : [nothing(made)]),
      ...listsOf('accepted', made, ({ accepted }) => accepted),
    ],
    notes: text.notes(hints ? 0 : countsOf(files).hint),
    signature: text.signature,
  };
}

function isNoHint({ problem }: Found): boolean {
  return problem.severity !== 'hint';
}

/** What stands for the list where none of it is printed; hints may have been found that are only counted. */
function nothing({ files, text }: Made): List {
  const none = countsOf(files).hint > 0 ? text.noneButHints : text.none;
  return { title: text.sections.findings, none, columns: [], rows: [], left: '' };
}

function headline({ files, text, names }: Made) {
  const [file, ...others] = files;
  const only = others.length === 0 ? file : undefined;
  return {
    about: only?.about ? text.only(only.about.department, only.about.year) : text.files(files.length),
    file: only ? text.file(names.get(only.file) ?? '', only.about?.date) : '',
    rules: text.rules(knownRules.length),
  };
}

function summary({ files, language, text }: Made): string {
  const { error, warning, hint, accepted } = countsOf(files);
  const list = frequencies(files).map(({ code, wrong, count }) => text.times(wrong?.[language] ?? code, count));
  const frequent = list.length > 0 && files.length > 1 ? text.frequent(list.slice(0, mostFrequent)) : '';
  return `${text.summary(error, warning, hint, accepted)}${frequent}`;
}

function reportRow(file: CheckedFile, index: number, { text, names }: Made) {
  const { about } = file;
  return {
    number: index + 1,
    file: names.get(file.file) ?? '',
    department: about?.department ?? text.unreadable,
    year: about === undefined ? '—' : String(about.year),
    date: about?.date ?? '—',
    counts: counts([file]),
    verdict: text.verdicts[verdictOf(file)],
  };
}

function counts(files: readonly CheckedFile[]): number[] {
  const { error, warning, hint, accepted } = countsOf(files);
  return [error, warning, hint, accepted];
}

/**
 * The number of each finding of one report in its 核对报告, where it is alone. Findings that are said together share one; those
 * beyond what is printed have none.
 */
export function findingNumbers(file: CheckedFile, hints: boolean): ReadonlyMap<Problem, number> {
  const findings = hints ? file.findings : file.findings.filter(isNoHint);
  const rows = byTable(gravest(foldsOf(findings), mostOf([file]))).flatMap((table) => table.findings);
  return new Map(
    rows.flatMap(({ problem, others }, index) =>
      [problem, ...others.map((other) => other.problem)].map((each): [Problem, number] => [each, index + 1]),
    ),
  );
}

function mostOf(files: readonly CheckedFile[]): number {
  return Math.min(mostOfOne, Math.max(leastOfOne, Math.floor(mostOfAll / files.length)));
}

/** A list for each report of which there is something to list; numbers go on. */
function listsOf(
  section: 'findings' | 'accepted',
  made: Made,
  foundIn: (file: CheckedFile) => readonly Found[],
): List[] {
  const { files, text, language } = made;
  const most = mostOf(files);
  let number = 0;
  return files.flatMap((file) => {
    const findings = foundIn(file);
    if (findings.length === 0) return [];
    const printed = gravest(foldsOf(findings), most);
    const left = findings.length - printed.reduce((sum, { others }) => sum + 1 + others.length, 0);
    const rows = byTable(printed).flatMap(({ table, findings: own }) =>
      own.map((found, index) => ({
        number: ++number,
        owner: table[language],
        span: index === 0 ? own.length : 0,
        ...cellsOf(found, made, section === 'findings' && made.unshown?.has(number)),
      })),
    );
    const title = titleOf(text.sections[section], file, made);
    return [{ title, none: '', columns: text.columns[section], rows, left: left > 0 ? text.left(left) : '' }];
  });
}

/** Of a single report the headline tells enough. */
function titleOf(section: string, { about, file }: CheckedFile, { files, text, names }: Made): string {
  if (files.length === 1) return section;
  return [section, about && text.only(about.department, about.year), names.get(file)].filter(Boolean).join('　');
}

function cellsOf(found: Fold<Found>, { language, text }: Made, isUnshown = false) {
  const { problem, number, reason } = found;
  const { severity, message, hint, place, code } = problem;
  const where = [
    place?.cell?.[language] ?? place?.pointer,
    place?.line && text.line(place.line),
    isUnshown && text.unshown,
  ];
  return {
    where: where.filter(Boolean).join('\n'),
    severity: text.severity[severity],
    error: severity === 'error',
    message: [message[language], othersText(found, language)].filter(Boolean).join('\n'),
    advice: reason ?? hint?.[language] ?? '',
    rule: [number, code].filter(Boolean).join('\n'),
  };
}
