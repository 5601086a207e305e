import { VerificationFailed } from '../formats/writeAll.js';
import type { Generated } from '../generate.js';
import { placesOf } from '../json/places.js';
import { pathOf } from '../json/pointer.js';
import { choiceNotices } from '../layouts/choiceNotices.js';
import { chooseLayout, chooseLayouts } from '../layouts/choose.js';
import type { Layout } from '../layouts/find.js';
import { fault, type Problem, Problems, warning } from '../problem.js';
import { type NotPublic, notPublic, publicCopy } from '../report/notPublic.js';
import { type ReadReport, readReport } from '../report/read.js';
import type { Report } from '../report/schema.js';
import { reportName } from './paths.js';
import { readFileWithin } from './readFile.js';
import type { TableStates } from './tableStates.js';
import type { Built, Workshop } from './workshop.js';

/** A report and its layouts. */
export interface Read {
  readonly bytes: Uint8Array;
  /** As it is printed: without signers and contacts, unless the copy is internal. */
  readonly report: Report;
  /** What of the report's file is not for the public, which must not be handed on with what is printed. */
  readonly notPublic: NotPublic;
  readonly layouts: readonly Layout[];
  /** Problems of reading and of choosing the layouts. */
  readonly notices: readonly Problem[];
  /** Adds the report's file and line to problems without a place. */
  readonly place: (problems: readonly Problem[]) => Problem[];
}

/** The result for a report that did not fail. */
export interface Done extends Pick<Generated, 'pages' | 'problems'>, Pick<Built, 'files' | 'stages'> {
  readonly tables?: TableStates;
}

/** Chooses a report's layouts, with notices about the choice. */
export type Choose = (
  workshop: Workshop,
  report: Report,
) => { layouts: readonly Layout[]; notices: readonly Problem[] };

/** The layouts of a report: for the department as a whole, for its projects. A layout that the command names is the only one. */
export const reportLayouts: Choose = (workshop, report) => {
  if (workshop.layout === undefined) return bookletLayouts(workshop, report);
  return { layouts: [chooseLayout(workshop.layouts, report, workshop.layout)], notices: [] };
};

export const bookletLayouts: Choose = (workshop, report) => {
  const { layouts, missing } = chooseLayouts(workshop.layouts, report, workshop.layout);
  return { layouts, notices: [...noticesOf(layouts, workshop, report), ...missing.map(noLayoutFor)] };
};

function noticesOf(layouts: readonly Layout[], workshop: Workshop, report: Report): Problem[] {
  const named = workshop.layout ?? report.layout;
  return layouts.flatMap(({ manifest }) => choiceNotices(workshop.layouts, manifest, report, named));
}

function noLayoutFor(table: 'project' | 'department'): Problem {
  const zh = table === 'department' ? '部门整体绩效目标表' : '项目绩效目标表';
  return warning(
    'appendix-table-missing',
    { zh: `没有能用的${zh}版式，这张表没有印`, en: `no layout for the ${table} table: it is not printed` },
    undefined,
    { zh: '用 --layouts 加上这种表的版式', en: 'add a layout of this table with --layouts' },
  );
}

/** The result when nothing has to be done. */
export interface Shortcut {
  readonly layout: string;
  readonly done: Done;
}

export interface Attempt {
  readonly workshop: Workshop;
  readonly choose: Choose;
  /** Signers and contacts are printed: the copy is not for the public. */
  readonly internal?: boolean;
  /** Checks before any work is done; returns warnings. Throws Problems. */
  readonly gate?: (read: ReadReport, layouts: readonly Layout[]) => readonly Problem[];
  /** The result if outputs for these bytes exist already; undefined when there is work to do. */
  readonly stands?: (bytes: Uint8Array) => Shortcut | undefined;
  readonly work: (read: Read, layout: string) => Promise<Done>;
}

/** Does the work on one report. Never throws: faults of the input, and our own, are in the result. */
export async function attempt(
  path: string,
  { workshop, choose, internal, gate, stands, work }: Attempt,
): Promise<Built> {
  const state = { report: reportName(path), layout: '' };
  let text = '';
  try {
    const bytes = (workshop.read ?? readFileWithin)(path);
    const standing = stands?.(bytes);
    if (standing) return { ...state, layout: standing.layout, ...standing.done, failed: false, ours: false };
    const read = readReport(bytes, path);
    text = read.text;
    const chosen = choose(workshop, read.report);
    state.layout = chosen.layouts.map(({ manifest }) => manifest.id).join('、');
    const place = (problems: readonly Problem[]) => withFilePlaces(problems, path, read.text);
    const notices = [...place([...read.warnings, ...chosen.notices]), ...(gate?.(read, chosen.layouts) ?? [])];
    const report = internal ? read.report : publicCopy(read.report);
    const given = { bytes, report, notPublic: notPublic(read.report), layouts: chosen.layouts, notices, place };
    const done = await work(given, state.layout);
    return { ...state, ...done, failed: false, ours: false };
  } catch (cause) {
    const ours = !(cause instanceof Problems);
    const problems =
      cause instanceof Problems || cause instanceof VerificationFailed ? cause.problems : [ourFault(cause)];
    return {
      ...state,
      pages: 0,
      files: [],
      stages: [],
      problems: withFilePlaces(problems, path, text),
      failed: true,
      ours,
    };
  }
}

/** Our own fault as a problem, so that it does not stop other reports; with its stack for the bug report. */
export function ourFault(cause: unknown): Problem {
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return fault('internal-fault', { zh: `程序内部出错，不是数据的问题：${stack}`, en: `a fault of ours: ${stack}` });
}

/**
 * Adds to problems without a place the report's file and the line of the text that they are about. One that names the fields that
 * it is about gets the place of the first; that in a template, and the other fields, are then related.
 */
export function withFilePlaces(problems: readonly Problem[], file: string, text: string): Problem[] {
  const named = new Set(problems.flatMap(({ fields = [] }) => fields));
  const places = named.size > 0 && isJson(text) ? placesOf([...named].map(pathOf), text) : undefined;
  return problems.map((given) => {
    const { fields, ...problem } = given;
    const [first, ...others] = places ? (fields ?? []).map((pointer) => places.placeOf(pathOf(pointer), file)) : [];
    if (first) {
      const related = [...(problem.place ? [problem.place] : []), ...(problem.related ?? []), ...others];
      return { ...problem, place: first, ...(related.length > 0 && { related }) };
    }
    const at = problem.about === undefined ? -1 : placeOf(problem.about, text);
    if (at < 0) return problem.place ? problem : { ...problem, place: { file } };
    const before = text.slice(0, at).split('\n');
    const column = [...(before.at(-1) ?? '')].length + 1;
    return { ...problem, place: { file, line: before.length, column } };
  });
}

/** A text with a fault of its own tells no places. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Finds a text, preferably as a whole value, else within one; a file may escape any character, as in `\u9b7f`. */
function placeOf(about: string, text: string): number {
  const value = text.indexOf(JSON.stringify(about));
  if (value >= 0) return value;
  const piece = text.indexOf(about);
  return piece >= 0 || !text.includes('\\u') ? piece : text.search(escapedOrNot(about.slice(0, mostSought)));
}

const mostSought = 200;

function escapedOrNot(about: string): RegExp {
  const unit = (index: number): string => {
    const hex = about.charCodeAt(index).toString(16).padStart(4, '0');
    const either = hex.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
    return `(?:\\u${hex}|\\\\u${either})`;
  };
  return new RegExp(Array.from({ length: about.length }, (_, index) => unit(index)).join(''));
}
