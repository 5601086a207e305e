import type { Layout } from '../layouts/find.js';
import { Problems } from '../problem.js';
import { chooseLayout } from './choose.js';
import { readColumns } from './columns/columns.js';
import type { Reason } from './columns/reading.js';
import { partsOf } from './forms.js';
import type { Place, SourceFile } from './items.js';
import { type Json, merged } from './merged.js';
import { readWith } from './reading.js';
import { withSecondReading } from './secondReading.js';
import type { Left, Note, Question } from './told.js';

type Answers = Readonly<Record<string, string>>;

/** What a file says, by one layout, by several one after another, or by labels and heads. */
export interface FileReading {
  readonly report: unknown;
  readonly at: ReadonlyMap<string, Place>;
  readonly left: readonly { readonly place: Place; readonly text: string; readonly why: Left['why'] | Reason }[];
  readonly questions: readonly Question[];
  readonly notes: readonly Note[];
  /** The parts of the file, each with the layout whose form it is and what was read of it alone. */
  readonly parts: readonly {
    readonly layout: Layout | undefined;
    readonly source: SourceFile;
    readonly report: unknown;
  }[];
}

/**
 * Reads a file whose form some layout fills; undefined when none does, so that its heads say what it is. A file of several forms (a
 * department's and those of its projects) is read part by part, each by its own layout, into one report. Throws Problems layout-unclear.
 */
export function readByLayouts(
  source: SourceFile,
  layouts: readonly Layout[],
  answers: Answers = {},
): FileReading | undefined {
  const parts = partsOf(source);
  const layoutsOfParts = parts.length > 1 ? chosen(parts, layouts, answers) : [];
  const inParts = new Set(layoutsOfParts).size > 1 ? readParts(inRuns(parts, layoutsOfParts), answers) : undefined;
  // Whose every part has a layout is surely of several; else what reads more of the file.
  if (inParts && layoutsOfParts.every((layout) => layout !== undefined)) return inParts;
  const layout = chooseLayout(source, layouts, { region: answers.region, year: answers.year });
  const whole = layout && readAs(layout, source, answers);
  if (!inParts) return whole;
  const least = whole?.at.size ?? readColumns(source, { answers }).at.size;
  return inParts.at.size > least ? inParts : whole;
}

/** Reads a file as a form that a layout fills. */
export function readAs(layout: Layout, source: SourceFile, answers: Answers = {}): FileReading {
  const reading = withSecondReading(readWith(layout, source, { answers }), source, answers);
  return { ...reading, parts: [{ layout, source, report: reading.report }] };
}

/** The layout of each part. Of several that fit one, that of the region whose layout another part has. */
function chosen(
  parts: readonly SourceFile[],
  layouts: readonly Layout[],
  { region, year }: Answers,
): (Layout | undefined)[] {
  const tried = parts.map((part) => {
    try {
      return { layout: chooseLayout(part, layouts, { region, year }), unclear: undefined };
    } catch (cause) {
      if (!(cause instanceof Problems)) throw cause;
      return { layout: undefined, unclear: cause };
    }
  });
  const known = tried.find(({ layout }) => layout)?.layout?.manifest.region.name;
  return tried.map(({ layout, unclear }, at) => {
    if (!unclear) return layout;
    if (known === undefined) throw unclear;
    return chooseLayout(parts[at] as SourceFile, layouts, { region: known, year });
  });
}

/** Consecutive parts of one layout as one. */
function inRuns(parts: readonly SourceFile[], layouts: readonly (Layout | undefined)[]) {
  const runs: { layout: Layout | undefined; source: SourceFile }[] = [];
  parts.forEach((source, at) => {
    const [last, layout] = [runs.at(-1), layouts[at]];
    if (last && last.layout === layout)
      runs[runs.length - 1] = { layout, source: { ...last.source, items: [...last.source.items, ...source.items] } };
    else runs.push({ layout, source });
  });
  return runs;
}

/** What the parts do not say of themselves, but another part may. */
const shared = /^(?:year|region|department|unit|money-unit)$/;

function readParts(runs: readonly { layout: Layout | undefined; source: SourceFile }[], answers: Answers): FileReading {
  const parts = runs.map(({ layout, source }, index) => {
    const own = (id: string): string => (shared.test(id) ? id : `part-${index + 1}-${id}`);
    const asOwn = Object.fromEntries(
      Object.entries(answers).flatMap(([id, answer]) => {
        const inner = id.replace(`part-${index + 1}-`, '');
        return own(inner) === id ? [[inner, answer]] : [];
      }),
    );
    const reading = layout ? readAs(layout, source, asOwn) : readColumns(source, { answers: asOwn });
    const questions = reading.questions.map((question) => ({ ...question, id: own(question.id) }));
    return { layout, source, ...reading, questions };
  });
  const asked = (part: (typeof parts)[number], id: string): boolean => part.questions.some((each) => each.id === id);
  const { report, at } = merged(
    parts.map((part) => ({
      report: part.report as Json,
      at: part.at,
      proposed: new Set(['year', 'region', 'department', 'unit'].filter((id) => asked(part, id))),
    })),
  );
  const open = parts.flatMap(({ questions }) =>
    questions.filter(({ id }) => !shared.test(id) || parts.every((part) => asked(part, id))),
  );
  return {
    report,
    at,
    left: parts.flatMap(({ left }) => [...left]),
    questions: [...new Map(open.map((question) => [question.id, question])).values()],
    notes: parts.flatMap(({ notes }) => [...notes]),
    parts: parts.map(({ layout, source, report: own }) => ({ layout, source, report: own })),
  };
}
