import { chart } from '../charts/chart.js';
import type { Drawn } from '../document/drawing.js';
import type { FontBook } from '../fonts/book.js';
import { type Problem, Problems } from '../problem.js';
import { numberProblems } from '../terms/compare.js';
import { proveEnglish } from '../terms/prove.js';
import type { Translation } from '../terms/translate.js';
import { briefProblems } from './briefs.js';
import { specOf } from './chartSpec.js';
import type { Languages } from './charts.js';
import type { Pair } from './pair.js';
import { fillSummary, type SummaryTemplate } from './template.js';
import { type SummaryView, viewOf } from './view.js';

export type { Languages } from './charts.js';
export type { SummaryTemplate } from './template.js';

export interface Summary {
  /** Markup with places, for `readMarkup`. */
  readonly markup: string;
  readonly figures: ReadonlyMap<string, Drawn>;
  readonly view: SummaryView;
}

/**
 * A summary of a translated report: words, charts and tables in one or both languages. Throws Problems: summary-number-differs
 * wherever the two languages do not say the same numbers, summary-brief-number, and those of the template.
 */
export async function summaryOf(
  translation: Translation,
  file: string,
  languages: Languages,
  template: SummaryTemplate,
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
      .map(async (each) => [each.name, await chart(specOf(each, languages), fonts, { width: chartWidth })] as const),
  );
  return { markup: fillSummary(template, view), figures: new Map(drawn), view };
}

/** As wide as the text of the shipped look, in points; in a narrower one charts are drawn smaller. */
const chartWidth = 498;

/** Numbers that differ, but for those whose place the report accepts with a reason: 三八节 and 8 March are no mistake. */
function numbersOf(translation: Translation, file: string): Problem[] {
  const accepted = (translation.report.accepted ?? []).filter(({ code }) => code === 'summary-number-differs');
  const places = new Set(accepted.map(({ at }) => at));
  return proveEnglish(translation, file).filter(({ place }) => !places.has(place?.pointer ?? ''));
}

/** What is computed must be the same in both languages as well: a fault here would be ours. Targets are proven by `proveEnglish`. */
function computedProblems({ figures, charts, projects, overall }: SummaryView, file: string) {
  const place = { file };
  const pairs: Pair[] = [
    ...figures.map(({ value }) => value),
    ...charts.flatMap(({ rows }) => rows.map(({ value }) => value)),
    ...projects.map(({ amount }) => amount),
    ...(overall?.tasks ?? []).map(({ amount }) => amount),
  ];
  return pairs.flatMap((pair) =>
    numberProblems(pair, { zh: { ...place, cell: pair.zh }, en: { ...place, cell: pair.en } }),
  );
}
