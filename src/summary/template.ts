import Handlebars from 'handlebars';
import { withPlaces } from '../layouts/places.js';
import { parseTemplate, type SourceFile } from '../layouts/source.js';
import { fault, Problems } from '../problem.js';
import type { SummaryView } from './view.js';

/**
 * Fills a template of a summary: markup with places. Data is escaped; a template has `each`, `if`, `unless` and `with` and no
 * other helper, and no prototype. Throws Problems: template-syntax, template-too-deep, template-name-unknown, template-failed.
 */
export function fillSummary(source: SourceFile, partials: ReadonlyMap<string, SourceFile>, view: SummaryView): string {
  const engine = Handlebars.create();
  for (const [name, partial] of partials) engine.registerPartial(name, compiled(engine, partial));
  const template = compiled(engine, source);
  try {
    return template(view);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new Problems([failure(source.file, cause)]);
  }
}

function compiled(engine: typeof Handlebars, source: SourceFile): Handlebars.TemplateDelegate<SummaryView> {
  const program = parseTemplate(source);
  if ('code' in program) throw new Problems([program]);
  withPlaces(program, source.file);
  return engine.compile(program, { strict: true, knownHelpersOnly: true, preventIndent: true });
}

/** Handlebars says `"tilte" not defined in [object Object] - 12:4`. */
function failure(file: string, cause: Error & { lineNumber?: number; column?: number }) {
  const [, name, at] = /^"([^"]+)" not defined in .* - (\d+):\d+$/s.exec(cause.message) ?? [];
  const line = Number(at ?? cause.lineNumber ?? 1);
  if (name === undefined) {
    const message = {
      zh: `摘要模板无法填写：${cause.message}`,
      en: `the summary's template cannot be filled: ${cause.message}`,
    };
    return fault('template-failed', message, { file, line });
  }
  return fault(
    'template-name-unknown',
    { zh: `摘要里没有“${name}”这一项`, en: `a summary has nothing called ${name}` },
    { file, line },
    { zh: '可用的名称见 README 的“双语摘要”', en: 'README (Bilingual summaries) lists the names' },
  );
}
