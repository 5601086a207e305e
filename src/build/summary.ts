import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Format, generateFromMarkup, publications, type Wish } from '../generate.js';
import type { SourceFile } from '../layouts/source.js';
import type { Problem } from '../problem.js';
import { readReport } from '../report/read.js';
import { type Languages, type Summary, type SummaryTemplate, summaryOf } from '../summary/summary.js';
import { words } from '../summary/words.js';
import type { TermEntry } from '../terms/entry.js';
import { translate } from '../terms/translate.js';
import { gate } from './gate.js';
import { outputPath } from './paths.js';
import { readFileWithin } from './readFile.js';
import type { Workshop } from './workshop.js';
import { writeWhole } from './writeWhole.js';

/** Side by side, or paragraph by paragraph. */
export const arrangements = ['columns', 'interleaved'] as const;
export type Arrangement = (typeof arrangements)[number];

export interface SummaryWish extends Pick<Wish, 'formats' | 'docxFonts' | 'verify' | 'draft'> {
  readonly languages: Languages;
  readonly arrange: Arrangement;
  /** Folders of templates, the shipped one first; a later one's `summary/` comes before. */
  readonly templates: readonly string[];
  readonly terms: readonly TermEntry[];
}

export interface PublishedSummary {
  readonly report: string;
  readonly files: readonly { readonly path: string; readonly format: Format; readonly size: number }[];
  readonly stages: readonly string[];
  readonly pages: number;
  /** Texts without English, kept in Chinese. */
  readonly missing: Summary['view']['missing'];
  readonly stale: readonly TermEntry[];
  readonly problems: readonly Problem[];
}

/**
 * Writes `<out>/<report>/<report>-摘要.pdf` (`-summary.pdf` in English alone) and the other formats, all or none. Throws Problems of the report, of the check
 * (unless a draft is made), of the template, and `summary-number-differs`.
 */
export async function publishSummary(
  file: string,
  { fonts, out }: Pick<Workshop, 'fonts' | 'out'>,
  wish: SummaryWish,
): Promise<PublishedSummary> {
  const read = readReport(readFileWithin(file), file);
  const { problems } = gate(read, [], wish.draft === true, {});
  const { languages } = wish;
  const translation = translate(read.report, wish.terms);
  const summary = await summaryOf(translation, file, languages, templateOf(wish), fonts);
  const made = await generateFromMarkup(inputOf(summary, read.report, wish), fonts, wish);
  const written = made.files.filter(({ format }) => publications.some((known) => known === format));
  const files = written.map(({ format, bytes }) => ({
    path: outputPath(out, file, format, languages === 'en' ? '-summary' : '-摘要'),
    format,
    bytes,
  }));
  writeWhole(files);
  return {
    report: file,
    files: files.map(({ path, format, bytes }) => ({ path, format, size: bytes.length })),
    stages: made.files
      .filter(({ format }) => !publications.some((known) => known === format))
      .map(({ bytes }) => new TextDecoder().decode(bytes)),
    pages: made.pages,
    missing: summary.view.missing,
    stale: translation.stale,
    problems: [...read.warnings, ...problems],
  };
}

function inputOf({ markup, figures }: Summary, report: ReturnType<typeof readReport>['report'], wish: SummaryWish) {
  const side = wish.languages === 'en' ? 'en' : 'zh';
  const title = words.title[side];
  const name = (side === 'en' && report.department.nameEn) || report.department.name;
  return {
    markup,
    file: 'summary',
    figures,
    looks: looksOf(wish.templates),
    page: { width: 595.28, height: 841.89 },
    meta: {
      title: `${name} ${report.year} ${title}`,
      author: name,
      subject: title,
      date: report.date ?? `${report.year}-01-01`,
      language: side === 'en' ? ('en' as const) : ('zh-CN' as const),
    },
  };
}

const partialNames = ['head', 'title', 'note', 'cells', 'paragraphs', 'tasks', 'indicators', 'missing'].map(
  (name) => `summary-${name}`,
);

function templateOf({ templates, arrange }: SummaryWish): SummaryTemplate {
  const partials = new Map(partialNames.map((name) => [name, lastOf(templates, `summary/${name}.hbs`)]));
  return { template: lastOf(templates, `summary/${arrange}.hbs`), partials };
}

/** The house look, then each folder's own. */
function looksOf(templates: readonly string[]): SourceFile[] {
  const [shipped = ''] = templates;
  const own = templates.filter((folder) => existsSync(join(folder, 'summary/look.css')));
  return [sourceAt(shipped, 'partials/base.css'), ...own.map((folder) => sourceAt(folder, 'summary/look.css'))];
}

function lastOf(templates: readonly string[], name: string): SourceFile {
  const folder = templates.findLast((each) => existsSync(join(each, name))) ?? templates[0] ?? '';
  return sourceAt(folder, name);
}

function sourceAt(folder: string, name: string): SourceFile {
  return { file: name, text: readFileSync(join(folder, name), 'utf8') };
}
