import { pointerOf } from '../json/pointer.js';
import { asWritten, type Place, type Problem } from '../problem.js';
import type { Indicator, Report } from '../report/schema.js';
import { composeTarget, targetsIn } from '../report/target.js';
import { numberProblems } from './compare.js';
import { englishTarget } from './target.js';
import type { Termbase } from './termbase.js';
import { englishPath, type Translated, type Translation } from './translate.js';

/**
 * Proves that each English of a translated report says the numbers of its Chinese: names, goals and texts as they stand,
 * quantities as they are printed (≥2.5万人次 and 'at least 25,000 visits'). Errors `summary-number-differs`, each with both
 * cells; `file` is the report's name.
 */
export function proveEnglish({ report, texts, terms }: Translation, file: string): Problem[] {
  const written = texts.filter(({ kind, english }) => english?.en && kind !== 'unit');
  return [
    ...written.flatMap((text) => numberProblems({ zh: text.zh, en: text.english?.en ?? '' }, placesOf(text, file))),
    ...quantitiesOf(report).flatMap((at) => quantityProblems(at, terms, file)),
  ];
}

function placesOf(text: Translated, file: string): { zh: Place; en: Place } {
  const path = englishPath(text);
  const cell = text.context === '' ? {} : { cell: asWritten(text.context) };
  const zh = { file, pointer: text.pointer, ...cell };
  return { zh, en: path === undefined ? zh : { file, pointer: pointerOf(path), ...cell } };
}

interface IndicatorAt {
  readonly indicator: Indicator;
  readonly pointer: string;
}

function quantitiesOf({ department, units }: Report): IndicatorAt[] {
  const owners = [
    { path: '/department/overall', list: department.overall?.indicators },
    ...units.flatMap(({ projects }, u) =>
      projects.map((project, p) => ({
        path: `/units/${u}/projects/${p}`,
        list: project.publish === false ? [] : project.indicators,
      })),
    ),
  ];
  return owners.flatMap(({ path, list = [] }) =>
    list.map((indicator, index) => ({ indicator, pointer: `${path}/indicators/${index}` })),
  );
}

/** 8月 of a quantity is eight months, not August. */
function quantityProblems({ indicator, pointer }: IndicatorAt, terms: Termbase, file: string): Problem[] {
  return targetsIn(indicator).flatMap(({ field: name, target }) => {
    if ('text' in target) return [];
    const en = englishTarget(target, indicator, terms);
    if (en === undefined) return [];
    const place = { file, cell: { zh: `指标“${indicator.name}”`, en: `indicator “${indicator.name}”` } };
    return numberProblems(
      { zh: composeTarget(target.unit === '月' ? { ...target, unit: '个月' } : target), en },
      {
        zh: { ...place, pointer: `${pointer}/${name}/value` },
        en: { ...place, pointer: `${pointer}/${name}/${target.unitEn === undefined ? 'unit' : 'unitEn'}` },
      },
    );
  });
}
