import type { CheckedFinding } from '../../check/check.js';
import { byTable, type CheckedFile, countsOf, frequencies, gravest, shortNames, verdictOf } from './findings.js';
import { knownRules } from './known.js';
import { centre, type Drawable, escaped, plainTable, rowsTable } from './pieces.js';
import { type ReportWords, reportWords } from './reportWords.js';

/** What a 核对报告 is made from. */
export interface FindingsReport {
  readonly files: readonly CheckedFile[];
  /** Hints are listed, not only counted. */
  readonly hints: boolean;
  readonly language: 'zh' | 'en';
  readonly drawable: Drawable;
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

/** The 核对报告 as markup of the subset: what was checked, a row a report, the findings by report and table, what was accepted. */
export function findingsMarkup(report: FindingsReport): string {
  const { files, hints, drawable } = report;
  const text = reportWords(report.language);
  const made = { ...report, text, names: shortNames(files.map(({ file }) => file)) };
  const shown = files.map((file) => ({ file, findings: shownOf(file, report) }));
  const accepted = files.map((file) => ({ file, findings: file.accepted }));
  const said = (words: string): string => `<p class="summary">${escaped(words, drawable)}</p>`;
  return [
    `<h1>${escaped(text.title, drawable)}</h1>`,
    headline(made),
    said(summary(made)),
    summaryTable(made),
    listTables('findings', text.columns, shown, made) || nothing(made),
    listTables('accepted', text.acceptedColumns, accepted, made),
    plainTable(
      'notes',
      [1],
      text.notes(hints ? 0 : countsOf(files).hint).map((note) => [note]),
      drawable,
    ),
    plainTable('signature', [3, 3, 4], [text.signature], drawable),
  ].join('\n');
}

/** What stands for the list where none of it is printed; hints may have been found that are only counted. */
function nothing({ files, text, drawable }: Made): string {
  const words = countsOf(files).hint > 0 ? text.noneButHints : text.none;
  return `<h2>${escaped(text.sections.findings, drawable)}</h2><p class="summary">${escaped(words, drawable)}</p>`;
}

function shownOf({ findings }: CheckedFile, { hints }: FindingsReport): readonly Found[] {
  return hints ? findings : findings.filter(({ problem }) => problem.severity !== 'hint');
}

function headline({ files, text, names, drawable }: Made): string {
  const [file, ...others] = files;
  const about = others.length === 0 ? file?.about : undefined;
  const head = about ? text.only(about.department, about.year) : text.files(files.length);
  const name = file && others.length === 0 ? [text.file(names.get(file.file) ?? '', about?.date)] : [];
  return plainTable(
    'headline',
    [5, 5, 2].slice(-2 - name.length),
    [[head, ...name, text.rules(knownRules.length)]],
    drawable,
  );
}

function summary({ files, language, text }: Made): string {
  const { error, warning, hint, accepted } = countsOf(files);
  const list = frequencies(files).map(({ code, wrong, count }) => text.times(wrong?.[language] ?? code, count));
  const frequent = list.length > 0 && files.length > 1 ? text.frequent(list.slice(0, mostFrequent)) : '';
  return `${text.summary(error, warning, hint, accepted)}${frequent}`;
}

function summaryTable({ files, text, names, drawable }: Made): string {
  const rows = files.map((file, index) => {
    const { about } = file;
    const cells = [
      centre(String(index + 1)),
      `<td>${escaped(names.get(file.file) ?? '', drawable)}</td>`,
      `<td>${escaped(about?.department ?? text.unreadable, drawable)}</td>`,
      centre(about === undefined ? '—' : String(about.year)),
      centre(about?.date ?? '—'),
      ...counts([file]),
      centre(text.verdicts[verdictOf(file)]),
    ];
    return `<tr>${cells.join('')}</tr>`;
  });
  const sum = `<tr class="sum"><td class="center" colspan="5">${text.sum}</td>${counts(files).join('')}<td></td></tr>`;
  const widths = ['30pt', '9fr', '9fr', '38pt', '66pt', '40pt', '44pt', '40pt', '44pt', '56pt'];
  const body = files.length > 1 ? [...rows, sum] : rows;
  return rowsTable(text.sections.summary, widths, text.summaryColumns, body, drawable);
}

function counts(files: readonly CheckedFile[]): string[] {
  const { error, warning, hint, accepted } = countsOf(files);
  return [error, warning, hint, accepted].map((count) => centre(String(count)));
}

/** One table a report, so that every page says whose findings it has; numbers go on. */
function listTables(
  section: 'findings' | 'accepted',
  heads: readonly string[],
  files: readonly { readonly file: CheckedFile; readonly findings: readonly Found[] }[],
  made: Made,
): string {
  const { text, language, drawable } = made;
  const widths = ['30pt', '10fr', '11fr', '34pt', '20fr', '14fr', '10fr'];
  const most = Math.min(mostOfOne, Math.max(leastOfOne, Math.floor(mostOfAll / made.files.length)));
  let number = 0;
  const tables = files.flatMap(({ file, findings }) => {
    if (findings.length === 0) return [];
    const printed = gravest(findings, most);
    const rows = byTable(printed).flatMap(({ table, findings: own }) => {
      const owner = `<th scope="row" class="owner" rowspan="${own.length}"><h3>${escaped(table[language], drawable)}</h3></th>`;
      return own.map((found, index) => row(found, ++number, index === 0 ? owner : '', made));
    });
    const all = [...rows, ...leftRow(findings.length - printed.length, made)];
    return [rowsTable(titleOf(text.sections[section], file, made), widths, heads, all, drawable)];
  });
  return tables.join('\n');
}

/** Of a single report the headline tells enough. */
function titleOf(section: string, { about, file }: CheckedFile, { files, text, names }: Made): string {
  if (files.length === 1) return section;
  return [section, about && text.only(about.department, about.year), names.get(file)].filter(Boolean).join('　');
}

function leftRow(count: number, { text, drawable }: Made): string[] {
  return count > 0 ? [`<tr><td colspan="7">${escaped(text.left(count), drawable)}</td></tr>`] : [];
}

function row({ problem, number: rule, reason }: Found, number: number, owner: string, made: Made): string {
  const { language, text, drawable } = made;
  const { severity, message, hint, place, code } = problem;
  const where = [language === 'zh' ? place?.cell : place?.pointer, place?.line && text.line(place.line)];
  const said = (words: string): string => escaped(words, drawable);
  const cells = [
    centre(String(number)),
    owner,
    `<td>${said(where.filter(Boolean).join('\n'))}</td>`,
    `<td class="${severity === 'error' ? 'error' : 'center'}">${text.severity[severity]}</td>`,
    `<td class="prose">${said(message[language])}</td>`,
    `<td class="prose">${said(reason ?? hint?.[language] ?? '')}</td>`,
    `<td>${said([rule, code].filter(Boolean).join('\n'))}</td>`,
  ];
  return `<tr>${cells.join('')}</tr>`;
}
