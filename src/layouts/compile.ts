import Handlebars from 'handlebars';
import type { Problem } from '../problem.js';
import type { Helper } from './helpers/signature.js';
import { helpers } from './helpers/table.js';
import { withPlaces } from './places.js';
import type { Reads } from './reads.js';
import { placeOf, type SourceFile } from './source.js';
import { Steps, sizeOf } from './steps.js';
import type { View } from './view.js';

/** Fills a compiled template; helpers add their problems to the list. */
export type Fill = (view: View, problems: Problem[], reads: Reads) => string;

interface HelperOptions {
  readonly data: { readonly root: View; readonly problems: Problem[]; readonly reads: Reads; readonly steps: Steps };
  readonly hash: Readonly<Record<string, string>>;
  readonly loc: hbs.AST.SourceLocation;
}

/** A Handlebars of its own, with the listed helpers and these partials. Templates must have passed the checker. */
export function engineWith(
  partials: readonly (readonly [string, SourceFile])[],
  listed: ReadonlyMap<string, Helper> = helpers,
): typeof Handlebars {
  const engine = Handlebars.create();
  engine.registerHelper('each', counted(engine.helpers.each as Handlebars.HelperDelegate));
  for (const [name, helper] of listed) engine.registerHelper(name, adapted(name, helper));
  for (const [name, source] of partials) engine.registerPartial(name, compiled(engine, source, true, false));
  return engine;
}

/** The template as markup: data is escaped, and every tag tells its place. */
export function compileMarkup(engine: typeof Handlebars, source: SourceFile): Fill {
  return filling(compiled(engine, source, true, false));
}

/** The template of something other than a layout as markup of what it is given. */
export function compileMarkupOf<T>(engine: typeof Handlebars, source: SourceFile): (view: T) => string {
  const template = compiled(engine, source, true, false);
  return (view) => template(view, { data: { root: view, steps: new Steps() } });
}

/** The template as plain text. */
export function compileText(engine: typeof Handlebars, source: SourceFile): Fill {
  return filling(compiled(engine, source, false, true));
}

function compiled(engine: typeof Handlebars, source: SourceFile, places: boolean, noEscape: boolean) {
  const program = engine.parseWithoutProcessing(source.text, { srcName: source.file });
  if (places) withPlaces(program, source.file);
  const knownHelpers = Object.fromEntries(Object.keys(engine.helpers).map((name) => [name, true]));
  return engine.compile(program, {
    knownHelpers: knownHelpers as KnownHelpers,
    knownHelpersOnly: true,
    preventIndent: true,
    noEscape,
  });
}

function filling(template: HandlebarsTemplateDelegate): Fill {
  return (view, problems, reads) => template(view, { data: { root: view, problems, reads, steps: new Steps() } });
}

/** Handlebars' own loop, its turns and what they write counted. */
function counted(each: Handlebars.HelperDelegate): Handlebars.HelperDelegate {
  return function (this: unknown, list: unknown, options: Handlebars.HelperOptions): string {
    const { steps } = options.data as HelperOptions['data'];
    steps.take(sizeOf(list));
    const written = String(each.call(this, list, options));
    steps.take(sizeOf(written));
    return written;
  };
}

/**
 * A listed helper as Handlebars calls it. `{{code}}` without arguments is the field: Handlebars would call the helper,
 * but fields of a report and helpers share names.
 */
function adapted(name: string, helper: Helper) {
  return function (this: Readonly<Record<string, unknown>>, ...all: unknown[]): unknown {
    const { data, hash, loc } = all.pop() as HelperOptions;
    if (all.length === 0 && helper.takes.length > 0) return Object.hasOwn(this, name) ? this[name] : '';
    const { root: view, problems, reads, steps } = data;
    const call = { view, problems, reads, place: placeOf(loc), named: hash };
    steps.take(all.reduce((sum: number, given) => sum + sizeOf(given), 1));
    const made = helper.run(call, ...(all as never[]));
    steps.take(sizeOf(made));
    return made;
  };
}
