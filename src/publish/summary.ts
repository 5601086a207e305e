import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TermEntry } from '../english/entry.js';
import { translate } from '../english/translate.js';
import { generateFromMarkup, type Wish } from '../generate.js';
import { TemplatesFolder } from '../layouts/folder.js';
import type { SourceFile } from '../layouts/source.js';
import { type Problem, Problems } from '../problem.js';
import { type Languages, type Summary, type SummaryTemplate, summaryOf } from '../products/summary/summary.js';
import { words } from '../products/summary/words.js';
import { readReport } from '../report/read.js';
import type { Report } from '../report/schema.js';
import { gate } from './gate.js';
import { type PublishedOutputs, publishOutputs } from './outputs.js';
import { outputPath } from './paths.js';
import { readFileWithin } from './readFile.js';
import type { Workshop } from './workshop.js';

/** Two languages side by side, or paragraph by paragraph. */
const arrangements = ['columns', 'interleaved'] as const;
export type Arrangement = (typeof arrangements)[number];

export interface SummaryWish extends Pick<Wish, 'formats' | 'docxFonts' | 'pdfa' | 'verify' | 'draft'> {
  readonly languages: Languages;
  readonly arrange: Arrangement;
  /** Folders of templates, the shipped one first; the `summary/` of a later one wins. */
  readonly templates: readonly string[];
  readonly terms: readonly TermEntry[];
}

export interface PublishedSummary extends PublishedOutputs {
  readonly report: string;
  /** Texts without English, which are printed in Chinese. */
  readonly missing: Summary['view']['missing'];
  /** English composed from terms, which nobody has checked. */
  readonly composed: Summary['view']['composed'];
  readonly stale: readonly TermEntry[];
  readonly problems: readonly Problem[];
}

/**
 * Writes `<out>/<report>/<report>-摘要.pdf` (`-summary.pdf` for English only) and the other formats, all or none. Throws Problems
 * of the report, of the check (unless a draft is made), of the template, and `summary-number-differs`.
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
  const { template, looks } = sourcesOf(wish);
  const summary = await summaryOf(translation, file, languages, template, fonts);
  const made = await generateFromMarkup(inputOf(summary, read.report, languages, looks), fonts, wish);
  const suffix = languages === 'en' ? '-summary' : '-摘要';
  return {
    report: file,
    ...(await publishOutputs(made, (format) => outputPath(out, file, format, suffix))),
    missing: summary.view.missing,
    composed: summary.view.composed,
    stale: translation.stale,
    problems: [...read.warnings, ...problems, ...made.problems.map((problem) => ({ ...problem, place: { file } }))],
  };
}

function inputOf({ markup, figures }: Summary, report: Report, languages: Languages, looks: readonly SourceFile[]) {
  const side = languages === 'en' ? 'en' : 'zh';
  const title = words.title[side];
  const name = (side === 'en' && report.department.nameEn) || report.department.name;
  return {
    markup,
    file: 'summary',
    figures,
    looks,
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

interface Sources {
  readonly template: SummaryTemplate;
  readonly looks: readonly SourceFile[];
}

/** Throws Problems of files that cannot be read. */
function sourcesOf(wish: SummaryWish): Sources {
  const problems: Problem[] = [];
  const folders = wish.templates.map((path) => new TemplatesFolder(path));
  const template = templateOf(folders, wish.arrange, problems);
  const looks = looksOf(folders, problems);
  if (!template || problems.length > 0) throw new Problems(problems);
  return { template, looks };
}

function templateOf(
  folders: readonly TemplatesFolder[],
  arrange: SummaryWish['arrange'],
  problems: Problem[],
): SummaryTemplate | undefined {
  const names = new Set(folders.flatMap((folder) => folder.list('summary')).flatMap(partialName));
  const read = (name: string) => lastOf(folders, `summary/${name}.hbs`, problems);
  const partials = [...names].flatMap((name) => {
    const source = read(name);
    return source ? [[name, source] as const] : [];
  });
  const template = read(arrange);
  return template && { template, partials: new Map(partials) };
}

/** The partial's name of a template that is not an arrangement. */
function partialName(file: string): string[] {
  const [, name] = /^(.+)\.hbs$/.exec(file) ?? [];
  return name === undefined || arrangements.some((known) => known === name) ? [] : [name];
}

/** The shared style sheet, then each folder's own. */
function looksOf(folders: readonly TemplatesFolder[], problems: Problem[]): SourceFile[] {
  const own = folders.filter((folder) => folder.list('summary').includes('look.css'));
  const sources = [
    folders[0]?.read('partials/base.css', problems),
    ...own.map((folder) => folder.read('summary/look.css', problems)),
  ];
  return sources.filter((source) => source !== undefined);
}

function lastOf(folders: readonly TemplatesFolder[], name: string, problems: Problem[]): SourceFile | undefined {
  const folder = folders.findLast((each) => existsSync(join(each.path, name))) ?? folders[0];
  return folder?.read(name, problems);
}
