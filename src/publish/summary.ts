import type { TermEntry } from '../english/entry.js';
import { translate } from '../english/translate.js';
import { generateFromMarkup, type Wish } from '../generate.js';
import { findProduct } from '../layouts/find.js';
import type { SourceFile } from '../layouts/source.js';
import type { Problem } from '../problem.js';
import { type Languages, type Summary, summaryOf } from '../products/summary/summary.js';
import { words } from '../products/summary/words.js';
import { readReport } from '../report/read.js';
import type { Report } from '../report/schema.js';
import { gate } from './gate.js';
import { type PublishedOutputs, publishOutputs } from './outputs.js';
import { outputPath } from './paths.js';
import { readFileWithin } from './readFile.js';
import type { Workshop } from './workshop.js';

export interface SummaryWish extends Pick<Wish, 'formats' | 'docxFonts' | 'pdfa' | 'verify' | 'draft'> {
  readonly languages: Languages;
  /** Side by side, or paragraph by paragraph. */
  readonly arrange: 'columns' | 'interleaved';
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

/** What is added to a report's name in those of its summary's files, where it is in Chinese or in both languages. */
export const summarySuffix = '-摘要';

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
  const template = findProduct(wish.templates, 'summary', wish.arrange);
  const summary = await summaryOf(translation, file, languages, template, fonts);
  const made = await generateFromMarkup(inputOf(summary, read.report, languages, template.looks), fonts, wish);
  const suffix = languages === 'en' ? '-summary' : summarySuffix;
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
