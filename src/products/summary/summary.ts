import type { Drawn } from '../../document/drawing.js';
import { numberProblems } from '../../english/compare.js';
import { proveEnglish } from '../../english/prove.js';
import type { Translation } from '../../english/translate.js';
import type { FontBook } from '../../fonts/book.js';
import type { ProductTemplate } from '../../layouts/find.js';
import { fillProduct } from '../../layouts/product.js';
import { asWritten, type Problem, Problems } from '../../problem.js';
import { briefProblems } from './briefs.js';
import { specOf } from './chartSpec.js';
import { chart, type Strip } from './charts/chart.js';
import type { Languages } from './charts.js';
import type { Pair } from './pair.js';
import { viewOf } from './view.js';
import { SummaryView } from './vocabulary.js';

export type { Languages } from './charts.js';

export interface Summary {
  /** Markup with places, for `readMarkup`. */
  readonly markup: string;
  /** The charts by name, in strips below each other. */
  readonly figures: ReadonlyMap<string, readonly FigureStrip[]>;
  readonly view: SummaryView;
}

/**
 * A summary of a translated report: words, charts and tables in one or both languages. Throws Problems: summary-number-differs
 * wherever the two languages have different numbers, summary-brief-number, and those of the template.
 */
export async function summaryOf(
  translation: Translation,
  file: string,
  languages: Languages,
  template: ProductTemplate,
  fonts: FontBook,
): Promise<Summary> {
  const { view, charts } = viewOf(translation, languages);
  const problems = [
    ...briefProblems(translation.texts, file),
    ...(languages === 'zh' ? [] : [...numbersOf(translation, file), ...computedProblems(view, file)]),
  ];
  if (problems.length > 0) throw new Problems(problems);
  const drawn = await Promise.all(
    charts
      .filter(({ drawn }) => drawn)
      .map(async (each) => {
        const strips = await chart(specOf(each, languages), fonts, { width: chartWidth });
        return [each.name, withWords(strips, each.title, languages)] as const;
      }),
  );
  return { markup: fillProduct(template, SummaryView, view), figures: new Map(drawn), view };
}

/** A drawing; one of several strips has its own alternative text. */
export interface FigureStrip extends Drawn {
  readonly alt?: string;
}

/** Adds to each of several strips an alternative text with its rows. */
function withWords(strips: readonly Strip[], { zh, en }: Pair, languages: Languages): FigureStrip[] {
  return strips.map(({ spoken, ...drawn }, index) => {
    if (strips.length === 1) return drawn;
    const count = `${index + 1}/${strips.length}`;
    const alt =
      languages === 'en' ? `${en} (${count}): ${spoken.join(', ')}` : `${zh}（${count}）：${spoken.join('，')}`;
    return { ...drawn, alt };
  });
}

/** In points, the text width of the shipped style; in a narrower one charts are scaled down. */
const chartWidth = 498;

/** Numbers that differ, except where the report accepts that with a reason: 三八节 and 8 March are no mistake. */
function numbersOf(translation: Translation, file: string): Problem[] {
  const accepted = (translation.report.accepted ?? []).filter(({ code }) => code === 'summary-number-differs');
  const places = new Set(accepted.map(({ at }) => at));
  return proveEnglish(translation, file).filter(({ place }) => !places.has(place?.pointer ?? ''));
}

/** Computed numbers that differ between the languages, which would be our fault. Targets are checked by `proveEnglish`. */
function computedProblems({ figures, charts, projects, overall }: SummaryView, file: string) {
  const place = { file };
  const pairs: Pair[] = [
    ...figures.map(({ value }) => value),
    ...charts.flatMap(({ rows }) => rows.map(({ value }) => value)),
    ...projects.map(({ amount }) => amount),
    ...(overall?.tasks ?? []).map(({ amount }) => amount),
  ];
  return pairs.flatMap((pair) =>
    numberProblems(pair, { zh: { ...place, cell: asWritten(pair.zh) }, en: { ...place, cell: asWritten(pair.en) } }),
  );
}
