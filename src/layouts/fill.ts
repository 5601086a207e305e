import { fault, type Problem, Problems, stopAtErrors } from '../problem.js';
import type { Report } from '../report/schema.js';
import { withoutIsolates } from '../script/direction.js';
import { checkLayout } from './checker/checkLayout.js';
import { compileMarkup, compileText, engineWith, type Fill, sourcedEngineWith } from './compile.js';
import type { Layout } from './find.js';
import { type PageFacts, pageOf } from './page.js';
import { Printed } from './printed.js';
import { readyPartials } from './ready.js';
import { FieldSources, type Source } from './sources.js';
import { type View, viewOf } from './view.js';

export { stripPlaces } from './places.js';
export { stripSources } from './sources.js';

/** A layout filled with a report: markup with places, the document's title, what is printed, and warnings. */
export interface Filled {
  readonly markup: string;
  readonly title: string;
  readonly page: PageFacts;
  readonly problems: readonly Problem[];
}

/** A filled layout whose printed texts stand between the marks of their sources. */
export interface FilledWithSources extends Filled {
  readonly sources: readonly Source[];
}

/** Remembered while the report is in memory: a check and the build after it ask for the same. */
const filledOf = new WeakMap<Report, Map<Layout, Filled>>();

/**
 * Fills a layout with a report, once. The templates are checked first, once for each layout.
 * Throws Problems: template-… (the layout is wrong), text-control-character, indicator-code-unknown, date-unreadable,
 * report-too-long, layout-too-long. Returns warnings: amount-rounded.
 */
export function fillLayout(layout: Layout, report: Report): Filled {
  const known = filledOf.get(report)?.get(layout);
  if (known) return known;
  const filled = fill(layout, report);
  filledOf.set(report, (filledOf.get(report) ?? new Map()).set(layout, filled));
  return filled;
}

/**
 * The same with the source of every printed text, and of every blank: without the marks (`stripSources`) the markup is that of
 * `fillLayout`. Not remembered.
 */
export function fillWithSources(layout: Layout, report: Report): FilledWithSources {
  let sources: FieldSources | undefined;
  const filled = fill(layout, report, (view, printed) => {
    sources = new FieldSources(view, printed);
    return sources;
  });
  return { ...filled, sources: sources?.all ?? [] };
}

function fill(layout: Layout, report: Report, sourcesOf?: (view: View, printed: Printed) => FieldSources): Filled {
  const { markup, title, goals } = compiledOf(layout, sourcesOf ? sourcedEngineWith : engineWith);
  const found: Problem[] = [];
  const view = viewOf(report, layout.manifest, found);
  stopAtErrors(found);
  const printed = new Printed(goals.length === 1 ? goals[0] : undefined);
  const filled = withinStrings(() => ({
    markup: markup(view, found, printed, sourcesOf?.(view, printed)),
    // What the title prints is in no cell, so it does not count as printed.
    title: oneLine(title(view, found, new Printed())),
  }));
  const problems = withoutDoubles(found);
  stopAtErrors(problems);
  return { ...filled, page: pageOf(view, layout.manifest, printed, goals), problems };
}

interface CompiledLayout {
  readonly markup: Fill;
  readonly title: Fill;
  /** The periods of goals that the template asks for; of `(goalPeriods …)` whichever the data has. */
  readonly goals: readonly string[];
}

const anyPeriod = ['year', 'whole'];

/** Read off the texts of the template and its partials: a form that has no goal names none, in whatever branch. */
function goalsIn(texts: readonly string[]): readonly string[] {
  const all = texts.join('\n').replace(/\{\{!--[\s\S]*?--\}\}|\{\{![^}]*\}\}/g, '');
  if (!/\bgoals?\b/.test(all)) return [];
  // (goals project.goals "year"), or the same through a partial: {{> goal-prose list=project.goals period="year"}}.
  const asked = [...all.matchAll(/\(goals\s+[^\s()"]+\s+"(\w+)"\)|\{\{>[^}]*\bgoals\b[^}]*\bperiod="(\w+)"/g)];
  const isOpen = /\bgoalPeriods\b|\beach\s+[\w./]*goals\b|\bofGoal\b|\(goals\s+\S+\s+(?!period\))[a-z]/.test(all);
  return isOpen || asked.length === 0 ? anyPeriod : [...new Set(asked.map(([, own, passed]) => own ?? passed ?? ''))];
}

type MakeEngine = (partials: Parameters<typeof engineWith>[0]) => ReturnType<typeof engineWith>;

const caches = new Map<MakeEngine, WeakMap<Layout, CompiledLayout>>(
  [engineWith, sourcedEngineWith].map((make) => [make, new WeakMap()]),
);

function compiledOf(layout: Layout, makeEngine: MakeEngine): CompiledLayout {
  const cache = caches.get(makeEngine) as WeakMap<Layout, CompiledLayout>;
  const known = cache.get(layout);
  if (known) return known;
  const called = readyPartials(layout) ?? checkedPartials(layout);
  const engine = makeEngine([...layout.partials].filter(([name]) => called.includes(name)));
  const partials = called.flatMap((name) => layout.partials.get(name)?.text ?? []);
  const compiled = {
    markup: compileMarkup(engine, layout.template),
    title: compileText(engine, layout.title),
    goals: goalsIn([layout.template.text, ...partials]),
  };
  cache.set(layout, compiled);
  return compiled;
}

function checkedPartials(layout: Layout): readonly string[] {
  const { problems, partials } = checkLayout(layout);
  if (problems.length > 0) throw new Problems(problems);
  return partials;
}

/** Reports text that is too long for a JavaScript string, far beyond the limit of a report's markup (generate.ts). */
export function withinStrings<T>(fill: () => T): T {
  try {
    return fill();
  } catch (cause) {
    if (cause instanceof RangeError && cause.message.includes('string length')) throw new Problems([tooLong]);
    throw cause;
  }
}

const tooLong = fault(
  'report-too-long',
  {
    zh: '一份报告的内容太多：填好的版式超过 5 亿字符',
    en: 'too much for one report: its filled layout has more than 500 million characters',
  },
  undefined,
  { zh: '请按单位拆成几份', en: 'split it by unit' },
);

/** Removes line breaks, and the white space that readManifest.ts puts before the title's source. */
function oneLine(title: string): string {
  return withoutIsolates(title.replaceAll('\u2028', '')).trim();
}

function withoutDoubles(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
