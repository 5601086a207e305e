import Handlebars from 'handlebars';
import type { Problem } from '../problem.js';
import type { Helper } from './helpers/signature.js';
import { helpers } from './helpers/table.js';
import { withPlaces } from './places.js';
import type { Printed } from './printed.js';
import { type Compilation, readyTemplate, type Sources, templateKey } from './ready.js';
import { placeOf, type SourceFile } from './source.js';
import type { FieldSources } from './sources.js';
import { Steps, sizeOf } from './steps.js';
import { withTraces } from './trace.js';
import { registerBlanks, registerTrace } from './traced.js';
import type { View } from './view.js';

/** Fills a compiled template; helpers add to `problems` and `printed`. With `sources`, printed texts stand between their marks. */
export type Fill = (view: View, problems: Problem[], printed: Printed, sources?: FieldSources) => string;

interface HelperOptions {
  readonly data: {
    readonly root: View;
    readonly problems: Problem[];
    readonly printed: Printed;
    readonly sources?: FieldSources;
    readonly steps: Steps;
  };
  readonly hash: Readonly<Record<string, string>>;
  readonly loc: hbs.AST.SourceLocation;
}

const asMarkup: Compilation = { places: true, noEscape: false };
const asText: Compilation = { places: false, noEscape: true };

/** A separate Handlebars with these helpers and partials. Templates must have passed the checker. */
export function engineWith(
  partials: readonly (readonly [string, SourceFile])[],
  listed: ReadonlyMap<string, Helper> = helpers,
): typeof Handlebars {
  const engine = Handlebars.create();
  engine.registerHelper('each', counted(engine.helpers.each as Handlebars.HelperDelegate));
  for (const [name, helper] of listed) engine.registerHelper(name, adapted(name, helper));
  registerTrace(engine, (name) => listed.get(name));
  for (const [name, source] of partials) engine.registerPartial(name, compiled(engine, source, asMarkup));
  return engine;
}

/** The same for `sources`: blocks that write nothing leave marks. Apart, so that usual fillings call no more than they need. */
export function sourcedEngineWith(partials: readonly (readonly [string, SourceFile])[]): typeof Handlebars {
  const engine = engineWith(partials);
  registerBlanks(engine);
  return engine;
}

/** Compiles a template to markup: data is escaped, and every tag has its place. */
export function compileMarkup(engine: typeof Handlebars, source: SourceFile): Fill {
  return filling(compiled(engine, source, asMarkup));
}

/** Compiles a template of something other than a layout to markup; nothing is recorded as printed. */
export function compileMarkupOf<T>(engine: typeof Handlebars, source: SourceFile): (view: T) => string {
  const template = compiled(engine, source, asMarkup);
  return (view) => template(view, { data: { root: view, steps: new Steps() } });
}

/** Compiles a template to plain text. */
export function compileText(engine: typeof Handlebars, source: SourceFile): Fill {
  return filling(compiled(engine, source, asText));
}

/** The templates of a checked layout or product, precompiled to source text for `Handlebars.template`, by key (ready.ts). For the build. */
export function precompiled(
  { template, title, partials }: Sources,
  called: readonly string[],
  listed: ReadonlyMap<string, Helper> = helpers,
): Map<string, string> {
  const engine = engineWith([], listed);
  const written = (source: SourceFile, compilation: Compilation): [string, string] => {
    const { program, options } = parsed(engine, source, compilation);
    return [templateKey(source, compilation), engine.precompile(program, options) as string];
  };
  const inside = called.flatMap((name) => partials.get(name) ?? []);
  const texts = title ? [written(title, asText)] : [];
  return new Map([...texts, ...[template, ...inside].map((source) => written(source, asMarkup))]);
}

function compiled(engine: typeof Handlebars, source: SourceFile, compilation: Compilation): HandlebarsTemplateDelegate {
  const ready = readyTemplate(source, compilation);
  if (ready) return engine.template(ready);
  const { program, options } = parsed(engine, source, compilation);
  return engine.compile(program, options);
}

function parsed(engine: typeof Handlebars, { file, text }: SourceFile, { places, noEscape }: Compilation) {
  const program = engine.parseWithoutProcessing(text, { srcName: file });
  if (places) {
    withTraces(program);
    withPlaces(program, file);
  }
  const knownHelpers = Object.fromEntries(Object.keys(engine.helpers).map((name) => [name, true])) as KnownHelpers;
  return { program, options: { knownHelpers, knownHelpersOnly: true, preventIndent: true, noEscape } };
}

function filling(template: HandlebarsTemplateDelegate): Fill {
  return (view, problems, printed, sources) =>
    template(view, { data: { root: view, problems, printed, sources, steps: new Steps() } });
}

/** Handlebars' `each`, which counts its items and what they write as steps. */
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
 * A helper as Handlebars calls it. `{{code}}` without arguments prints the field of that name, because some fields and helpers
 * share names and Handlebars would call the helper.
 */
function adapted(name: string, helper: Helper) {
  return function (this: Readonly<Record<string, unknown>>, ...all: unknown[]): unknown {
    const { data, hash, loc } = all.pop() as HelperOptions;
    if (all.length === 0 && helper.takes.length > 0) return Object.hasOwn(this, name) ? this[name] : '';
    const { root: view, problems, printed, sources, steps } = data;
    const call = { view, problems, printed, sources, place: placeOf(loc), named: hash };
    steps.take(all.reduce((sum: number, given) => sum + sizeOf(given), 1));
    const made = helper.run(call, ...(all as never[]));
    steps.take(sizeOf(made));
    return made;
  };
}
