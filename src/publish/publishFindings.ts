import { join } from 'node:path';
import type { FontBook } from '../fonts/book.js';
import { charactersOf, codePointsOf } from '../fonts/clusters.js';
import type { Format } from '../formats/formats.js';
import { generateFromMarkup, type Wish } from '../generate.js';
import { findProduct } from '../layouts/find.js';
import { type CheckedFile, countsOf } from '../products/findings/findings.js';
import { departmentSheets, overview } from '../products/findings/overview.js';
import { findingsMarkup } from '../products/findings/report.js';
import { reportWords } from '../products/findings/reportWords.js';
import { findingRows } from '../products/findings/rows.js';
import { scriptName, shapedRuns } from '../script/scripts.js';
import { type PublishedOutputs, publishOutputs } from './outputs.js';
import { outputPath } from './paths.js';
import type { Workshop } from './workshop.js';

export interface FindingsWish extends Pick<Wish, 'formats' | 'docxFonts' | 'pdfa' | 'verify'> {
  readonly hints: boolean;
  readonly language: 'zh' | 'en';
  /** Folders of templates, the shipped one first; the `check/` of a later one wins. */
  readonly templates: readonly string[];
}

/**
 * Writes the 核对报告, all formats or none: `<out>/<report>/<report>-核对报告.pdf` for a single report, `<out>/核对报告.pdf`
 * for several. Throws Problems.
 */
export async function publishFindings(
  files: readonly CheckedFile[],
  { fonts, out }: Pick<Workshop, 'fonts' | 'out'>,
  wish: FindingsWish,
): Promise<PublishedOutputs> {
  const { hints, language } = wish;
  const input = findingsInput(files, fonts, wish);
  const listed = hints ? files : files.map(withoutHints);
  const made = await generateFromMarkup(input, fonts, wish, tableOf(listed, language));
  return publishOutputs(made, (format) => pathOf(files, out, format));
}

/** The 核对报告 as markup. `unshown`: the numbers of findings that no marked form shows. */
export function findingsInput(
  files: readonly CheckedFile[],
  fonts: FontBook,
  { hints, language, templates }: Pick<FindingsWish, 'hints' | 'language' | 'templates'>,
  unshown?: ReadonlySet<number>,
): Parameters<typeof generateFromMarkup>[0] {
  const template = findProduct(templates, 'check', 'report');
  const drawable = drawableIn(fonts, language);
  const markup = findingsMarkup({ files, hints, language, drawable, ...(unshown && { unshown }) }, template);
  const page = { width: 841.89, height: 595.28 };
  return { markup, file: 'findings', looks: template.looks, page, meta: metaOf(files, language) };
}

/** Of several reports the workbook begins with an overview and has a sheet for each report to send back. */
function tableOf(files: readonly CheckedFile[], language: 'zh' | 'en') {
  const rows = findingRows(files, language);
  return files.length > 1
    ? { ...rows, sheets: [overview(files, language), rows, ...departmentSheets(files, language)] }
    : rows;
}

function pathOf(files: readonly CheckedFile[], out: string, format: Format): string {
  const [only, ...others] = files;
  if (only && others.length === 0) return outputPath(out, only.file, format, '-核对报告');
  return join(out, `核对报告.${format}`);
}

function withoutHints(file: CheckedFile): CheckedFile {
  if (countsOf([file]).hint === 0) return file;
  return { ...file, findings: file.findings.filter(({ problem }) => problem.severity !== 'hint') };
}

/** The date is the latest of the reports, never the clock's. */
function metaOf(files: readonly CheckedFile[], language: 'zh' | 'en') {
  const abouts = files.flatMap(({ about }) => (about ? [about] : []));
  const dates = abouts.map(({ date, year }) => date ?? `${year}-01-01`).sort();
  const { title } = reportWords(language);
  return {
    title,
    author: (files.length === 1 ? abouts[0]?.department : undefined) ?? '绩表 jibiao',
    subject: title,
    date: dates.at(-1) ?? earliestDate,
    language: language === 'zh' ? ('zh-CN' as const) : ('en' as const),
  };
}

/** The date where no report could be read, because formats need one. */
const earliestDate = '1980-01-01';

/**
 * Replaces a character that no face has by its number, 〔U+1F600〕, and words of a script that cannot be set by its name,
 * 〔阿拉伯文〕. The place is printed beside them.
 */
function drawableIn(fonts: FontBook, language: 'zh' | 'en'): (text: string) => string {
  const roles = ['宋体', '黑体', '小标宋'];
  return (whole) => {
    const text = shapedRuns(whole).reduce((said, run) => said.replace(run, () => scriptOf(run, language)), whole);
    const missing = new Set(roles.flatMap((role) => fonts.missing(text, role, false)));
    missing.delete('\u2028');
    if (missing.size === 0) return text;
    return Array.from(charactersOf(text), (character) =>
      missing.has(character) ? numberOf(character) : character,
    ).join('');
  };
}

function scriptOf(run: string, language: 'zh' | 'en'): string {
  return `〔${scriptName(run)[language]}〕`;
}

function numberOf(character: string): string {
  return `〔${codePointsOf(character)}〕`;
}
