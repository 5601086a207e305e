import { checkTemplate } from '../../layouts/checker/checkLayout.js';
import { compileMarkupOf, engineWith } from '../../layouts/compile.js';
import { stripPlaces, withinStrings } from '../../layouts/fill.js';
import type { SourceFile } from '../../layouts/source.js';
import { fault, Problems } from '../../problem.js';
import { hasRightToLeft, isolatedAll } from '../../script/direction.js';
import type { SummaryView } from './view.js';
import { vocabulary } from './vocabulary.js';

/** A template of a summary with its partials. */
export interface SummaryTemplate {
  readonly template: SourceFile;
  readonly partials: ReadonlyMap<string, SourceFile>;
}

/**
 * Fills a template of a summary: markup with places. It is checked first, as layouts are, with every partial that it calls.
 * Throws Problems: template-… with file and line, summary-template-empty, layout-too-long, report-too-long.
 */
export function fillSummary({ template, partials }: SummaryTemplate, view: SummaryView): string {
  const check = checkTemplate(template, partials, vocabulary);
  if (check.problems.length > 0) throw new Problems(check.problems);
  const engine = engineWith(
    [...partials].filter(([name]) => check.partials.includes(name)),
    vocabulary.helpers,
  );
  const isolated = hasRightToLeft(JSON.stringify(view)) ? isolatedAll(view) : view;
  const markup = withinStrings(() => compileMarkupOf<SummaryView>(engine, template)(isolated));
  if (!/\S/.test(stripPlaces(markup).replace(/<[^>]*>/g, ''))) throw new Problems([nothing(template.file)]);
  return markup;
}

/** The problem of a template without content: an empty page would be published. */
function nothing(file: string) {
  return fault(
    'summary-template-empty',
    { zh: '这个模板没有印出任何文字', en: 'this template prints no words' },
    { file },
    {
      zh: '可从随程序的 templates/summary 抄一份再改；不用时删去这个文件',
      en: 'begin with a copy of the shipped templates/summary, or delete the file',
    },
  );
}
