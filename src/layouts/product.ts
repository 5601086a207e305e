import type { Static, TObject } from '@sinclair/typebox';
import { fault, type Problem, Problems } from '../problem.js';
import { printable } from '../report/printable.js';
import { isolated } from '../script/direction.js';
import { checkTemplate } from './checker/checkLayout.js';
import { compileMarkupOf, engineWith } from './compile.js';
import { stripPlaces, withinStrings } from './fill.js';
import type { ProductTemplate } from './find.js';
import { recordKind } from './kinds.js';
import { readyPartials } from './ready.js';
import { withTexts } from './view.js';

/**
 * Fills the template of a product: markup with places. It is checked first, as layouts are, with every partial that it calls: it
 * may name what `schema` describes, and no helper. `said` is what becomes of each text before it is printed.
 * Throws Problems: template-… with file and line, layout-too-long, report-too-long.
 */
export function fillProduct<S extends TObject>(
  { product, template, partials }: ProductTemplate,
  schema: S,
  view: Static<S>,
  said: (text: string) => string = (text) => text,
): string {
  const called = readyPartials({ template, partials }) ?? checkedPartials({ product, template, partials }, schema);
  const inside = [...partials].filter(([name]) => called.includes(name));
  const fill = compileMarkupOf(engineWith(inside, noHelpers), template);
  const markup = withinStrings(() => fill(withTexts(view, (text) => isolated(said(text)))));
  if (!/\S/.test(stripPlaces(markup).replace(/<[^>]*>/g, ''))) throw new Problems([nothing(product, template.file)]);
  return markup;
}

export const noHelpers = new Map();

/** The partials that a sound template calls. Throws Problems: template-… */
export function checkedPartials(
  { product, template, partials }: Omit<ProductTemplate, 'looks'>,
  schema: TObject,
): readonly string[] {
  const root = recordKind(schema, product, {});
  const check = checkTemplate(template, partials, { root, helpers: noHelpers });
  if (check.problems.length > 0) throw new Problems(check.problems);
  return check.partials;
}

/** A text as pages can show it, its lines apart. */
export function shown(text: string): string {
  return printable(text).replace(/\r\n?|\n/g, '\u2028');
}

/** An empty page would be published. */
function nothing(product: string, file: string): Problem {
  const message = { zh: '这个模板没有印出任何文字', en: 'this template prints no words' };
  return fault(
    'template-empty',
    message,
    { file },
    {
      zh: `可从随程序的 templates/${product} 抄一份再改；不用时删去这个文件`,
      en: `begin with a copy of the shipped templates/${product}, or delete the file`,
    },
  );
}
