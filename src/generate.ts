import type { Document, Table } from './document/document.js';
import { stamped } from './document/stamped.js';
import type { FontBook } from './fonts/book.js';
import type { Made, Writing } from './formats/format.js';
import type { Format } from './formats/formats.js';
import { differences, rowOf } from './formats/rows.js';
import type { DataTable } from './formats/sheet/dataTable.js';
import { refusals, type WrittenFiles, writeAll } from './formats/writeAll.js';
import { Kept } from './kept/kept.js';
import { fillLayout, fillWithSources, stripPlaces, stripSources } from './layouts/fill.js';
import type { Layout } from './layouts/find.js';
import { contentProblems } from './layouts/notices.js';
import { paperOf } from './layouts/paper.js';
import { starvedColumn } from './markup/columnPlaces.js';
import { type MarkupInput, readMarkup } from './markup/readMarkup.js';
import { fault, type Problem, stopAtErrors } from './problem.js';
import { compose } from './products/booklet/compose.js';
import type { Cover } from './products/booklet/front.js';
import { type MarkedFinding, type MarkWords, markedDocument, markedForms } from './products/marked/marked.js';
import type { Report } from './report/schema.js';
import { columnWidths } from './typeset/columns.js';
import type { Pages } from './typeset/pages.js';
import { type PrintedTable, printedTables } from './typeset/printedTables.js';
import { typeset } from './typeset/typeset.js';

/** Which formats to make of a report, and how. */
export interface Wish extends Pick<Writing, 'docxFonts' | 'pdfa' | 'source'> {
  readonly formats: readonly Format[];
  /** Read the finished files back and compare them with the tree. */
  readonly verify: boolean;
  /** Print 草稿 across every page. */
  readonly draft?: boolean;
}

export interface Generated extends WrittenFiles {
  readonly pages: number;
  readonly title: string;
  /** The forms and lists, in the order of print. */
  readonly tables: readonly PrintedTable[];
}

/**
 * The whole pipeline: a report and its layouts, in the order of print, in; files out. Uses no disk and no clock: same input, same
 * bytes, whatever is `kept` of earlier builds. Throws the Problems of a stage (layouts, markup, fonts), or VerificationFailed.
 */
export async function generate(
  report: Report,
  layouts: readonly Layout[],
  fonts: FontBook,
  wish: Wish,
  kept = new Kept(),
): Promise<Generated> {
  const filled = trees(report, layouts, kept);
  return written(setFrom(report, layouts, filled, fonts, kept, wish.draft), fonts, wish, kept);
}

/**
 * One booklet of all of a report's tables: cover, contents, note, then each layout's tables. `layouts` in the order of print.
 * Throws as `generate` does.
 */
export async function generateAppendix(
  report: Report,
  layouts: readonly Layout[],
  fonts: FontBook,
  wish: Wish,
  cover: Cover,
  kept = new Kept(),
): Promise<Generated> {
  const filled = trees(report, layouts, kept);
  const tables = filled.map(({ document }, index) => {
    const { table, thousands } = (layouts[index] as Layout).manifest;
    return { kind: table, thousands, document };
  });
  const set = (document: Document) => typeset(document, fonts, kept);
  const composed = (each: readonly (typeof tables)[number][]): Document =>
    drafted(compose(report, each, cover, set), wish.draft);
  const document = composed(tables);
  const told = () =>
    composed(tables.map((table, index) => ({ ...table, document: toldTree(report, layouts[index] as Layout) })));
  return written(withData(report, filled, { document, told, pages: set(document) }), fonts, wish, kept);
}

/** From markup to files, for documents without a layout; `table` is for csv and xlsx. Throws as `generate` does. */
export async function generateFromMarkup(
  input: MarkupInput,
  fonts: FontBook,
  wish: Wish,
  table?: DataTable,
): Promise<Generated> {
  const markup = stripPlaces(input.markup);
  // The indentation of a template in a long loop says nothing of how much there is.
  stopAtErrors(sizeProblems(markup.replace(/\n */g, '')));
  const kept = new Kept();
  const document = drafted(readMarkup(input), wish.draft);
  const data = async () => {
    if (table) return table;
    throw new Error('markup has no table of data');
  };
  const pages = typeset(document, fonts, kept);
  const told = () => document;
  return written({ markup: () => markup, document, told, pages, data, problems: [] }, fonts, wish, kept);
}

/** What is marked in forms, its words, and the list of it, made when it is known which findings no form shows. */
export interface Marking {
  readonly findings: readonly MarkedFinding[];
  readonly words: MarkWords;
  readonly list: (unshown: ReadonlySet<number>) => MarkupInput;
}

/** The forms of a report with the findings of a check in their cells, and the list of them behind. Never for publication. */
export async function generateMarked(
  report: Report,
  layouts: readonly Layout[],
  { findings, words, list }: Marking,
  fonts: FontBook,
  wish: Wish,
): Promise<Generated> {
  const told = layouts.map((layout) => toldTree(report, layout));
  const { forms, unshown } = markedForms(told, findings, words);
  const document = markedDocument([...forms, readMarkup(list(unshown))], words);
  const none = () => Promise.reject(new Error('a marked form has no table of data'));
  const pages = typeset(document, fonts);
  const made = { document, told: () => document, pages, markup: () => '', data: none, problems: [] };
  return written(made, fonts, wish, new Kept());
}

/** The pages of a report. Throws Problems. */
export function pagesOf(report: Report, layouts: readonly Layout[], fonts: FontBook): Pages {
  return setFrom(report, layouts, trees(report, layouts), fonts).pages;
}

/** Compares published files, as read from the disk, with the report as it is now; returns what differs. */
export async function verify(
  report: Report,
  layouts: readonly Layout[],
  fonts: FontBook,
  files: readonly { readonly path: string; readonly format: Format; readonly bytes: Uint8Array }[],
): Promise<Problem[]> {
  const made = setFrom(report, layouts, trees(report, layouts), fonts);
  const compared = files.map(async ({ path, format, bytes }) => {
    const refused = (await refusals(format, made, fonts)).map(notOfThisReport);
    const found = refused.length > 0 ? refused : await differences(format, bytes, made);
    const writing = { widths: widthsBy(fonts) };
    const problems = found.length > 0 ? found : ((await rowOf(format).outdated?.(bytes, made, writing)) ?? []);
    return problems.map((problem) => ({ ...problem, place: { file: path } }));
  });
  return (await Promise.all(compared)).flat();
}

/** A file in a format that refuses the report was made of an earlier report, or by another program. */
function notOfThisReport({ code, message }: Problem): Problem {
  const hint = {
    zh: '这个文件不是照现在的报告生成的，请删去',
    en: 'this file was not made of the report as it is: delete it',
  };
  return fault(code, message, undefined, hint);
}

/** What files are made of, and the problems so far. */
interface Ready extends Made {
  readonly problems: readonly Problem[];
}

async function written(made: Ready, fonts: FontBook, wish: Wish, kept: Kept): Promise<Generated> {
  const { docxFonts, pdfa, source } = wish;
  const writing = { fonts, widths: widthsBy(fonts), docxFonts, pdfa, source, kept };
  const { files, problems } = await writeAll(made, wish.formats, writing, wish.verify);
  const { document, pages } = made;
  return {
    files,
    pages: pages.pages.length,
    title: document.title,
    tables: printedTables(document, pages, kept),
    problems: [...made.problems, ...starvedColumns(document, pages), ...problems],
  };
}

function widthsBy(fonts: FontBook): Writing['widths'] {
  return (table, textWidth) => columnWidths(table, textWidth, fonts);
}

function setFrom(
  report: Report,
  layouts: readonly Layout[],
  filled: readonly Filled[],
  fonts: FontBook,
  kept = new Kept(),
  draft = false,
): Ready {
  const whole = (documents: readonly Document[]): Document => drafted(joined(documents), draft);
  const document = whole(filled.map((each) => each.document));
  const told = () => whole(layouts.map((layout) => toldTree(report, layout)));
  return withData(report, filled, { document, told, pages: typeset(document, fonts, kept) });
}

function withData(report: Report, filled: readonly Filled[], made: Pick<Ready, 'document' | 'told' | 'pages'>): Ready {
  return {
    ...made,
    markup: () => stripPlaces(filled.map((each) => each.markup).join('\n')),
    data: async () => (await import('./formats/sheet/dataTable.js')).dataTable(report),
    problems: filled.flatMap((each) => each.problems),
  };
}

/** Joins documents, of a department's table and of its projects, one after the other, each in its own style. */
function joined(documents: readonly Document[]): Document {
  const [first, ...others] = documents;
  if (!first) throw new Error('a publication without tables');
  if (others.length === 0) return first;
  const title = documents.map((document) => document.title).join('、');
  return { ...first, title, sections: documents.flatMap((document) => document.sections) };
}

/** A warning for each column of a layout that is too narrow. */
function starvedColumns({ sections }: Document, { starved }: Pages): Problem[] {
  const byColumn = new Map<string, Problem>();
  for (const { section, block, column, width } of starved) {
    const problem = starvedColumn(sections[section]?.blocks[block] as Table, column, width);
    const key = `${problem.place?.file} ${problem.place?.line} ${column}`;
    if (!byColumn.has(key)) byColumn.set(key, problem);
  }
  return [...byColumn.values()];
}

/** The document with 草稿 on every page, if it is a draft. */
function drafted(document: Document, draft = false): Document {
  return draft ? stamped(document, '草稿') : document;
}

type Filled = ReturnType<typeof tree>;

/** The trees of a report, one for each layout. */
function trees(report: Report, layouts: readonly Layout[], kept = new Kept()): Filled[] {
  return layouts.map((layout) => tree(report, layout, kept));
}

/** The document of a report in one layout, nothing added. Throws Problems. */
export function treeOf(report: Report, layout: Layout): Document {
  return tree(report, layout, new Kept()).document;
}

/** The same, whose texts and blank cells tell the places in the data that they come from (`from`). */
export function toldTree(report: Report, layout: Layout): Document {
  stopAtErrors(contentProblems(report, layout.manifest));
  const { markup, title, sources } = fillWithSources(layout, report);
  stopAtErrors(sizeProblems(stripSources(markup)));
  return readMarkup({ ...inputOf(report, layout, markup, title), sources });
}

function tree(report: Report, layout: Layout, kept: Kept) {
  stopAtErrors(contentProblems(report, layout.manifest));
  const { markup, title, problems } = fillLayout(layout, report);
  stopAtErrors(sizeProblems(markup));
  return { markup, document: readMarkup(inputOf(report, layout, markup, title), kept), problems };
}

/** In characters, some 1,200 forms: setting more needs more memory than a usual machine has. */
export const longestMarkup = 10_000_000;

function sizeProblems(markup: string): Problem[] {
  if (markup.length <= longestMarkup) return [];
  const size = Math.ceil(markup.length / 1_000_000);
  const message = {
    zh: `一份报告的内容太多：填好的版式有 ${size} 百万字符，上限 ${longestMarkup / 1_000_000} 百万`,
    en: `too much for one report: its filled layout has ${size} million characters, the limit is ${longestMarkup / 1_000_000}`,
  };
  return [fault('report-too-long', message, undefined, { zh: '请按单位拆成几份', en: 'split it by unit' })];
}

/** The short and the long side in points. */
const papers = { A3: [841.89, 1190.55], A4: [595.28, 841.89] } as const;

function inputOf(report: Report, { manifest, template, looks }: Layout, markup: string, title: string): MarkupInput {
  const { paper, direction } = paperOf(manifest, report);
  const [short, long] = papers[paper];
  return {
    markup,
    file: template.file,
    looks,
    page: direction === 'landscape' ? { width: long, height: short } : { width: short, height: long },
    meta: {
      title,
      author: report.department.name,
      subject: manifest.name.zh,
      // Without a date in the data, the first day of the fiscal year: never the clock.
      date: report.date ?? `${report.year}-01-01`,
      language: 'zh-CN',
    },
  };
}
