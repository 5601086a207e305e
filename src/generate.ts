import type { Document, Table } from './document/document.js';
import { stamped } from './document/stamped.js';
import type { FontBook } from './fonts/book.js';
import { KnownDocx, writtenKeys } from './formats/docx/kept.js';
import { unembeddedNotices } from './formats/docx/notEmbedded.js';
import type { DocxFonts } from './formats/docx/write.js';
import { DrawnPages } from './formats/pdf/drawn.js';
import type { Attachment, PdfOptions } from './formats/pdf/write.js';
import type { DataTable } from './formats/sheet/dataTable.js';
import { compare, type Proven } from './formats/verify/compare.js';
import { Shelf } from './kept/shelf.js';
import { fillLayout, stripPlaces } from './layouts/fill.js';
import type { Layout } from './layouts/find.js';
import { contentProblems } from './layouts/notices.js';
import { starvedColumn } from './markup/columnPlaces.js';
import { type BuiltChunks, type MarkupInput, readMarkup } from './markup/readMarkup.js';
import { fault, type Problem, Problems, stopAtErrors, warning } from './problem.js';
import { compose } from './products/booklet/compose.js';
import type { Cover } from './products/booklet/front.js';
import type { Report } from './report/schema.js';
import { columnWidths } from './typeset/columns.js';
import { dividedCells } from './typeset/dividedCells.js';
import type { Pages } from './typeset/pages.js';
import { type PrintedTable, printedTables } from './typeset/printedTables.js';
import { type SetStretches, typeset } from './typeset/typeset.js';
import { unsetScripts } from './typeset/unset.js';

export type { Attachment } from './formats/pdf/write.js';
export { soundness } from './formats/verify/compare.js';
export type { PrintedTable } from './typeset/printedTables.js';

/** What is published: the tables as they are printed and for the web, and the data behind them. */
export const publications = ['pdf', 'docx', 'html', 'csv', 'xlsx'] as const;

/** What can be asked for: publications and two stages of the way to them. */
export const formats = [...publications, 'markup', 'tree'] as const;
export type Format = (typeof formats)[number];

export const pdfaChoices = ['auto', '1b'] as const;
export type Pdfa = (typeof pdfaChoices)[number];

export interface Wish {
  readonly formats: readonly Format[];
  readonly docxFonts: DocxFonts;
  /** Read the finished files back and compare them with the tree before they are let out. */
  readonly verify: boolean;
  /** PDF/A-1b (PDF 1.4, no tags, no source) for archives that take no later part; else the most that the file can claim. */
  readonly pdfa?: Pdfa;
  /** Print 草稿 across every page. */
  readonly draft?: boolean;
  /** The report's own file, to travel inside the PDF; none when absent. */
  readonly source?: Attachment;
}

export interface Generated {
  readonly files: readonly { readonly format: Format; readonly bytes: Uint8Array }[];
  readonly pages: number;
  readonly title: string;
  /** Forms and lists, in the order of print. */
  readonly tables: readonly PrintedTable[];
  /** What the user should know though the files are good: warnings, and errors that say why a format was not made. */
  readonly problems: readonly Problem[];
}

/** Thrown when a finished file does not carry the tree: our fault, never the input's. Nothing is let out. */
export class VerificationFailed extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message.en).join('\n'));
    this.name = 'VerificationFailed';
  }
}

/** What earlier builds with the same faces and program made: stretches of pages and of Word's text. Bytes are the same without it. */
export class Memory {
  readonly built: BuiltChunks = new Shelf();
  readonly set: SetStretches = new Shelf();
  readonly docx = new KnownDocx();
  readonly drawn = new DrawnPages();

  /** How many stretches of pages it has. */
  get stretches(): number {
    return [...this.set.entries()].length;
  }

  /** The same stretches for a further file of the build, whose pages are others. */
  beside(): Memory {
    return Object.assign(new Memory(), { built: this.built, set: this.set, docx: this.docx });
  }

  /** Ends a build: what it did not need is forgotten. */
  sweep(): void {
    this.built.sweep();
    this.set.sweep();
    this.drawn.sweep();
    this.docx.sweep();
  }
}

/**
 * The whole pipeline: a report and its layouts in the order of print in, files out. Touches no disk and no clock; same input,
 * same bytes. Throws Problems of the stage that found them (layouts, markup, fonts), or VerificationFailed.
 */
export async function generate(
  report: Report,
  layouts: readonly Layout[],
  fonts: FontBook,
  wish: Wish,
  memory = new Memory(),
): Promise<Generated> {
  const prepared = prepare(report, trees(report, layouts, memory), fonts, memory, wish.draft);
  const { files, unmade } = await writeAll(prepared, fonts, wish, memory);
  const problems = [...prepared.problems, ...fontNotices(prepared.document, fonts, wish), ...unmade];
  return { files, ...printed(prepared.document, prepared.pages, memory.set), problems };
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
  memory = new Memory(),
): Promise<Generated> {
  const filled = trees(report, layouts, memory);
  const set = (document: Document) => typeset(document, fonts, memory.set);
  const tables = filled.map(({ document }, index) => {
    const { table, thousands } = (layouts[index] as Layout).manifest;
    return { kind: table, thousands, document };
  });
  const document = drafted(compose(report, tables, cover, set), wish.draft);
  const data = async () => (await import('./formats/sheet/dataTable.js')).dataTable(report);
  const markup = markupOf(filled);
  const pages = set(document);
  const { files, unmade } = await writeAll({ document, pages, markup, data }, fonts, wish, memory);
  const notices = [...fontNotices(document, fonts, wish), ...starvedColumns(document, pages), ...unmade];
  const problems = [...filled.flatMap((each) => each.problems), ...notices];
  return { files, ...printed(document, pages, memory.set), problems };
}

/** The way from markup to files, for tables that no layout fills; `table` is what csv and xlsx have. Throws as `generate` does. */
export async function generateFromMarkup(
  input: MarkupInput,
  fonts: FontBook,
  wish: Wish,
  table?: DataTable,
): Promise<Generated> {
  stopAtErrors(sizeProblems(input.markup));
  const document = drafted(readMarkup(input), wish.draft);
  const memory = new Memory();
  const pages = typeset(document, fonts, memory.set);
  const data = async () => {
    if (table) return table;
    throw new Error('markup has no table of data');
  };
  const { files, unmade } = await writeAll({ document, pages, markup: input.markup, data }, fonts, wish, memory);
  const problems = [...fontNotices(document, fonts, wish), ...starvedColumns(document, pages), ...unmade];
  return { files, ...printed(document, pages, memory.set), problems };
}

function fontNotices(document: Document, fonts: FontBook, { formats, docxFonts }: Wish): Problem[] {
  return formats.includes('docx') && docxFonts !== 'native' ? unembeddedNotices(document, fonts) : [];
}

/** The pages that a report would be published on. Throws Problems. */
export function pagesOf(report: Report, layouts: readonly Layout[], fonts: FontBook): Pages {
  return prepare(report, trees(report, layouts), fonts).pages;
}

function printed(document: Document, pages: Pages, set: SetStretches): Pick<Generated, 'pages' | 'title' | 'tables'> {
  return { pages: pages.pages.length, title: document.title, tables: printedTables(document, pages, set) };
}

interface Output {
  readonly files: Generated['files'];
  /** Why formats that were asked for are not among them. */
  readonly unmade: readonly Problem[];
}

async function writeAll(made: Made, fonts: FontBook, wish: Wish, memory: Memory): Promise<Output> {
  const { formats, unmade } = makeable(made.document, wish.formats, fonts);
  const files = await Promise.all(
    formats.map(async (format) => ({
      format,
      bytes: await write(format, { ...made, fonts, docxFonts: wish.docxFonts, pdf: pdfOptions(wish), memory }),
    })),
  );
  if (wish.verify) await proveNothingLost(files, made, provenBefore(memory, wish.docxFonts === 'native'));
  return { files, unmade };
}

/** The formats that can hold a document. Throws Problems `script-not-set` when no publication that was asked for can. */
function makeable(document: Document, wanted: readonly Format[], fonts: FontBook) {
  const refused = new Map(wanted.map((format) => [format, unsetIn(format, document, fonts)]));
  const formats = wanted.filter((format) => refused.get(format)?.length === 0);
  const unmade = [...refused.values()].flat();
  if (unmade.length > 0 && !publications.some((format) => formats.includes(format))) throw new Problems(unmade);
  return { formats, unmade };
}

/** Every character has been looked up by now; only when one was of such a script is it worth while to ask where. */
function unsetIn(format: Format, document: Document, fonts: FontBook): readonly Problem[] {
  return fonts.unset && (format === 'pdf' || format === 'docx') ? unsetScripts(document, format) : [];
}

/** What this build took over from earlier ones, which verified it. */
function provenBefore({ docx, drawn, set }: Memory, native: boolean): Proven {
  const stretches: Proven['stretches'] = (section) =>
    writtenKeys(section, native).map((key) => (key === undefined ? undefined : docx.stretches.before(key)?.xml));
  return {
    pages: (page, content, glyph) => drawn.proven(page, content, glyph),
    shown: (digest) => set.before(digest)?.pages,
    stretches,
  };
}

function pdfOptions({ pdfa, source }: Wish): PdfOptions {
  if (pdfa === '1b') return { archival1b: true };
  return source ? { source } : {};
}

/** From a report to its pages and its data: what building and comparing have in common. */
interface Prepared {
  readonly markup: string;
  readonly document: Document;
  readonly pages: Pages;
  /** Made when it is asked for. */
  readonly data: () => Promise<DataTable>;
  readonly problems: readonly Problem[];
}

type Made = Omit<Prepared, 'problems'>;

function prepare(
  report: Report,
  filled: readonly Filled[],
  fonts: FontBook,
  memory = new Memory(),
  draft = false,
): Prepared {
  const document = drafted(joined(filled.map((each) => each.document)), draft);
  const pages = typeset(document, fonts, memory.set);
  const data = async () => (await import('./formats/sheet/dataTable.js')).dataTable(report);
  const problems = [...filled.flatMap((each) => each.problems), ...starvedColumns(document, pages)];
  return { markup: markupOf(filled), document, pages, data, problems };
}

/** One publication of a department's own table and of its projects': one behind the other, each in its own look. */
function joined(documents: readonly Document[]): Document {
  const [first, ...others] = documents;
  if (!first) throw new Error('a publication without tables');
  if (others.length === 0) return first;
  const title = documents.map((document) => document.title).join('、');
  return { ...first, title, sections: documents.flatMap((document) => document.sections) };
}

function markupOf(filled: readonly Filled[]): string {
  return filled.map((each) => each.markup).join('\n');
}

/** Each column of the layout that was left too narrow, once. */
function starvedColumns({ sections }: Document, { starved }: Pages): Problem[] {
  const told = new Map<string, Problem>();
  for (const { section, block, column, width } of starved) {
    const problem = starvedColumn(sections[section]?.blocks[block] as Table, column, width);
    const key = `${problem.place?.file} ${problem.place?.line} ${column}`;
    if (!told.has(key)) told.set(key, problem);
  }
  return [...told.values()];
}

/** What is not yet to be published says so on every page. */
function drafted(document: Document, draft = false): Document {
  return draft ? stamped(document, '草稿') : document;
}

type Filled = ReturnType<typeof tree>;

/** From a report to its trees, one a layout. */
function trees(report: Report, layouts: readonly Layout[], memory = new Memory()): Filled[] {
  return layouts.map((layout) => tree(report, layout, memory));
}

function tree(report: Report, layout: Layout, memory: Memory) {
  stopAtErrors(contentProblems(report, layout.manifest));
  const filled = fillLayout(layout, report);
  stopAtErrors(sizeProblems(filled.markup));
  const document = toTree(report, layout, filled, memory.built);
  return { markup: filled.markup, document, problems: filled.problems };
}

/** Filled markup of this many characters, some 1,200 forms, takes a usual machine's memory to set. */
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

/** Reads finished files back and throws VerificationFailed if one of them lost, repeated or misplaced a character. */
async function proveNothingLost(files: Generated['files'], made: Made, proven: Proven): Promise<void> {
  const problems = (await Promise.all(files.map((file) => compare(file.format, file.bytes, made, proven)))).flat();
  if (problems.length > 0) throw new VerificationFailed(problems);
}

/** Compares published files with what the report says now; returns what differs. `files` are whole files as read from disk. */
export async function verify(
  report: Report,
  layouts: readonly Layout[],
  fonts: FontBook,
  files: readonly { readonly path: string; readonly format: Format; readonly bytes: Uint8Array }[],
): Promise<Problem[]> {
  const prepared = prepare(report, trees(report, layouts), fonts);
  const compared = files.map(async ({ path, format, bytes }) => {
    const unset = unsetIn(format, prepared.document, fonts).map(outdated);
    const problems = unset.length > 0 ? unset : await compare(format, bytes, prepared);
    const told = problems.length > 0 ? problems : await otherMarkup(format, bytes, prepared, fonts);
    return told.map((problem) => ({ ...problem, place: { file: path } }));
  });
  return (await Promise.all(compared)).flat();
}

/** A page for the web carries no sum of itself: its marks and style are told when they are not those that would be written now. */
async function otherMarkup(format: Format, bytes: Uint8Array, made: Made, fonts: FontBook): Promise<Problem[]> {
  if (format !== 'html') return [];
  const { writeHtml } = await import('./formats/html/write.js');
  const page = writeHtml(made.document, (table, width) => columnWidths(table, width, fonts));
  if (Buffer.compare(Buffer.from(page), bytes) === 0) return [];
  const message = {
    zh: '字句与数据相符，标记或样式与本程序现在生成的不同：由另一版本生成，或被改动过',
    en: 'its words are those of the data, its markup or style is not what would be written now: another version made it, or it was changed',
  };
  return [warning('html-differs', message, undefined, { zh: '重新生成即可', en: 'build it again' })];
}

/** A file of a format that cannot hold the report was made before it became what it is, or by another program. */
function outdated({ code, message }: Problem): Problem {
  const hint = {
    zh: '这个文件不是照现在的报告生成的，请删去',
    en: 'this file was not made of the report as it is: delete it',
  };
  return fault(code, message, undefined, hint);
}

function toTree(
  report: Report,
  layout: Layout,
  filled: { markup: string; title: string },
  known: BuiltChunks,
): Document {
  const { manifest } = layout;
  const [short, long] = manifest.paper === 'A3' ? [841.89, 1190.55] : [595.28, 841.89];
  const page = manifest.direction === 'landscape' ? { width: long, height: short } : { width: short, height: long };
  const input: MarkupInput = {
    markup: filled.markup,
    file: layout.template.file,
    looks: layout.looks,
    page,
    meta: {
      title: filled.title,
      author: report.department.name,
      subject: manifest.name.zh,
      // Without a date in the data the fiscal year's first day stands in: the clock must not get into a file.
      date: report.date ?? `${report.year}-01-01`,
      language: 'zh-CN',
    },
  };
  return readMarkup(input, known);
}

interface Written extends Made {
  readonly fonts: FontBook;
  readonly docxFonts: DocxFonts;
  readonly pdf: PdfOptions;
  readonly memory: Memory;
}

/** Writers are loaded when they are wanted: an engine takes longer to load than a small table to write. */
async function write(format: Format, written: Written): Promise<Uint8Array> {
  const { document, pages, fonts, data, memory } = written;
  const widths = (table: Table, width: number) => columnWidths(table, width, fonts);
  switch (format) {
    case 'pdf': {
      const { writePdf } = await import('./formats/pdf/write.js');
      return writePdf(document, pages, written.pdf, memory.drawn);
    }
    case 'docx': {
      const { writeDocx } = await import('./formats/docx/write.js');
      const divided = dividedCells(document, pages);
      return writeDocx(document, fonts, widths, { fonts: written.docxFonts, divided }, memory.docx);
    }
    case 'html': {
      const { writeHtml } = await import('./formats/html/write.js');
      return new TextEncoder().encode(writeHtml(document, widths));
    }
    case 'csv': {
      const { writeCsv } = await import('./formats/sheet/csv.js');
      return writeCsv(await data());
    }
    case 'xlsx': {
      const { writeXlsx } = await import('./formats/sheet/xlsx.js');
      return writeXlsx(await data(), document);
    }
    case 'markup':
      return new TextEncoder().encode(stripPlaces(written.markup));
    case 'tree':
      return new TextEncoder().encode(`${JSON.stringify(document, undefined, 2)}\n`);
  }
}
