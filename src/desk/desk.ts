import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cellOf } from '../check/cells.js';
import { pathOf } from '../json/pointer.js';
import { type Bilingual, type Problem, Problems } from '../problem.js';
import { readManifest } from '../publish/manifest.js';
import { manifestPath, reportName } from '../publish/paths.js';
import { isReportFile } from '../publish/reportFile.js';
import { writeWhole } from '../publish/writeWhole.js';
import type { Report } from '../report/schema.js';
import { columnWidths } from '../typeset/columns.js';
import { actNow } from './actShift.js';
import { planned } from './acts.js';
import { fieldAfter } from './afterwards.js';
import type { DeskReport } from './deskReport.js';
import { keyOf, plainText } from './fields.js';
import { findingsAfter, formAt, shownFindings, wholeFindingSteps, wholeFindings } from './findings.js';
import { type FormTree, formsOf, layoutsOf, overallForm } from './forms.js';
import type { Entry } from './journal.js';
import type { Clash } from './merge.js';
import { cleanName, nameTaken, noReport, troubleWords } from './names.js';
import { type DeskWorkshop, Open } from './openReport.js';
import { outlineOf } from './outline.js';
import { type DrawnSheet, drawn } from './sheet.js';
import { shifted } from './shift.js';
import type { ActAnswer, ActRequest, Address, Field, FormView, Outline, ShownClash, View } from './wire.js';

/** Something that the pages of a report should know. */
export type News =
  | { readonly type: 'changed'; readonly report: string; readonly version: number; readonly saved: boolean }
  | { readonly type: 'checked'; readonly report: string; readonly version: number }
  /** '' for all reports. */
  | { readonly type: 'trouble'; readonly report: string; readonly words: Bilingual }
  | { readonly type: 'layouts' }
  | { readonly type: 'reports' };

/** Milliseconds without an act after which the whole report is looked through. */
const pause = 250;

/** As many more for each project: what takes long is begun when it is likelier that nobody goes on. */
const pauseOfProject = 4;

/** The reports of a folder, as pages see and change them. Everything that a browser may do goes through here. */
export class Desk {
  readonly #open = new Map<string, Open>();
  readonly #listeners = new Set<(news: News) => void>();

  constructor(
    readonly folder: string,
    public workshop: DeskWorkshop,
  ) {}

  /**
   * Layouts or faces have changed: every form is drawn anew. Layouts that can no longer be used stay as they were; gives what is wrong
   * with them.
   */
  renew(workshop: DeskWorkshop): readonly Problem[] {
    const { layouts, broken } = workshop.layouts;
    const kept = this.workshop.layouts.layouts.filter(({ manifest }) => broken.some(({ id }) => id === manifest.id));
    const isKept = ({ id }: { readonly id: string }): boolean => kept.some(({ manifest }) => manifest.id === id);
    const spoiled = broken.filter(isKept);
    this.workshop = {
      ...workshop,
      layouts: { layouts: [...layouts, ...kept], broken: broken.filter((each) => !isKept(each)) },
      ...(spoiled.length > 0 && { spoiled }),
    };
    for (const open of this.#open.values()) open.renew(this.workshop);
    this.tell({ type: 'layouts' });
    return spoiled.flatMap(({ problems }) => problems);
  }

  listen(listener: (news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(news: News): void {
    for (const listener of this.#listeners) listener(news);
  }

  /** The names of the folder's reports: file names without their ending. */
  names(): readonly string[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .filter(isReportFile)
      .filter((file) => statSync(join(this.folder, file), { throwIfNoEntry: false })?.isFile())
      .sort()
      .map((file) => file.replace(/\.json$/i, ''));
  }

  /** The file of a report that is in the folder; a name from a browser never becomes a path by itself. */
  fileOf(name: string): string | undefined {
    const file = readdirSync(this.folder).find(
      (each) => each.replace(/\.json$/i, '') === name && /\.json$/i.test(each),
    );
    return file !== undefined && this.names().includes(name) ? join(this.folder, file) : undefined;
  }

  /** An open report. Throws Problems of reading it, and `desk-no-report`. */
  open(name: string): Open {
    const known = this.#open.get(name);
    if (known) return known;
    const file = this.fileOf(name);
    if (!file) throw new Problems([noReport(name)]);
    const open = new Open(file, name, this.workshop, () => this.#toldOf(name));
    this.#open.set(name, open);
    return open;
  }

  /**
   * What a page shows of a form; of the first form where none is named. `since` is the version that the page has: the form is where
   * that form is now, and what has moved is told.
   */
  view(name: string, form: string, since?: number): FormView {
    const open = this.open(name);
    if (open.checked < 0) this.#checkNow(open);
    const shifts = since === undefined ? [] : open.desk.shiftsSince(since);
    const shown = this.#formOf(open, shifted(form, shifts ?? []) ?? form);
    const { tree, sheet } = this.#drawn(open, shown);
    return {
      form: shown,
      ...(shifts && { shifts }),
      ...this.#state(open),
      ...(sheet && { sheet: sheet.sheet }),
      findings: shownFindings(open.found, open.desk.report, shown, true, tree && sheet && { tree, sheet }),
      outline: outlineOf(open.desk.report, open.found, open.layouts),
    };
  }

  /** Does what a person asks for. Throws what the disk says where it could not be kept. */
  act(name: string, request: ActRequest): ActAnswer {
    const open = this.open(name);
    const { desk } = open;
    const { id, act, version } = request;
    const known = desk.shiftsSince(version);
    const formNow = (each: string): string => shifted(each, known ?? []) ?? each;
    const form = formNow(request.form);
    const shown = formNow(request.shown ?? request.form);
    // Its answer was lost on the way.
    const earlier = desk.entryOf(id);
    if (earlier) {
      const then = actNow(act, desk.shiftsSince(version, earlier.version - 1) ?? []);
      const now = then?.type === 'set' ? this.#fieldAfter(open, form, then, earlier) : undefined;
      return this.#answer(open, shown, { ...(known && { shifts: known }), ...(now && { now }) }, isStructural(act));
    }
    // Since another program has written the file, a value is known by what it was; a blank could be anybody's.
    if (known === undefined && !(act.type === 'set' && act.was !== '')) return this.#answer(open, shown, gone(act));
    const since = known ?? [];
    if (act.type === 'replace') {
      desk.replaceBroken();
      return this.#answer(open, shown, { shifts: since });
    }
    if (act.type === 'undo' || act.type === 'redo') {
      const entry = desk.step(act.type, id);
      const [first] = entry?.patches ?? [];
      const pointer = first && `/${first.path.join('/')}`;
      const go = entry && { form: entry.form, ...(pointer !== undefined && { pointer }) };
      return this.#answer(
        open,
        entry?.form || shown,
        { shifts: desk.shiftsSince(version) ?? [], ...(go && { go }) },
        true,
      );
    }
    const now = actNow(act, since);
    if (!now || now.type === 'undo' || now.type === 'redo' || now.type === 'replace')
      return this.#answer(open, shown, { shifts: since, ...gone(act) });
    const plan = planned(desk, now);
    const { understood, conflict, patches, words } = plan;
    const visit = act.type === 'set' ? { visit: `${request.from} ${act.visit}` } : {};
    const unfit = patches.length > 0 ? this.#unfit(open, form, patches) : undefined;
    if (unfit) {
      const refused = understood.map((each) => ({ ...each, taken: false, words: unfit }));
      return this.#answer(open, shown, { shifts: since, understood: refused });
    }
    desk.make({ id, form, words, patches, ...visit });
    const shifts = desk.shiftsSince(version) ?? [];
    const goForm = plan.go?.form ?? form;
    const isTaken = now.type === 'set' && !conflict && understood.every(({ taken }) => taken);
    const field = isTaken ? this.#fieldAfter(open, form, now, desk.entryOf(id)) : undefined;
    return this.#answer(
      open,
      plan.go ? goForm : shown,
      {
        shifts,
        understood,
        ...(conflict && { conflict }),
        ...(plan.go && { go: { form: goForm, ...(plan.go.pointer !== undefined && { pointer: plan.go.pointer }) } }),
        ...(field && { now: field }),
      },
      isStructural(act),
    );
  }

  /** The tree of a form, and which field each place of it is. Throws Problems as `open` does. */
  treeOf(name: string, form: string): { version: number; tree?: FormTree; fieldOf: DrawnSheet['fieldOf'] } {
    const open = this.open(name);
    const { tree, sheet } = this.#drawn(open, this.#formOf(open, form));
    return { version: open.desk.version, ...(tree && { tree }), fieldOf: sheet?.fieldOf ?? new Map() };
  }

  /** What the list of reports says of one. Throws Problems of reading it. */
  summary(name: string): { outline: Outline; layouts: readonly Bilingual[] } {
    const open = this.open(name);
    if (open.checked < 0) this.#checkNow(open);
    const outline = outlineOf(open.desk.report, open.found, open.layouts);
    return { outline, layouts: open.all.map(({ manifest }) => manifest.name) };
  }

  /** The whole report is looked through when nobody types. */
  #later(open: Open): void {
    clearTimeout(open.timer);
    const projects = open.desk.report.units.reduce((sum, unit) => sum + unit.projects.length, 0);
    open.timer = setTimeout(() => void this.#checkInSteps(open), pause + projects * pauseOfProject);
  }

  /** Whoever types meanwhile is answered first, and then it is begun anew. */
  async #checkInSteps(open: Open): Promise<void> {
    const { version, report } = open.desk;
    const steps = wholeFindingSteps(report, open.all);
    while (open.desk.version === version && open.checked !== version) {
      const step = steps.next();
      if (step.done) {
        open.found = step.value;
        open.checked = version;
        this.tell({ type: 'checked', report: open.name, version });
        return;
      }
      await new Promise((done) => setImmediate(done));
    }
  }

  #checkNow(open: Open): void {
    if (open.checked === open.desk.version) return;
    open.found = wholeFindings(open.desk.report, open.all);
    open.checked = open.desk.version;
  }

  #answer(open: Open, form: string, more: Omit<ActAnswer, keyof View>, structural = false): ActAnswer {
    const { desk } = open;
    const shown = this.#formOf(open, form);
    const isOld = open.checked !== desk.version;
    if (structural && isOld) this.#checkNow(open);
    else if (isOld) open.found = findingsAfter(open.found, desk.report, shown, open.all);
    if (open.checked !== desk.version) this.#later(open);
    const { tree, sheet } = this.#drawn(open, shown);
    if (isOld) this.tell({ type: 'changed', report: open.name, version: desk.version, saved: desk.isSaved });
    return {
      ...this.#state(open),
      ...(sheet && { sheet: sheet.sheet }),
      findings: shownFindings(open.found, desk.report, shown, false, tree && sheet && { tree, sheet }),
      ...(structural && { outline: outlineOf(desk.report, open.found, open.layouts) }),
      ...more,
    };
  }

  #state({
    desk,
    name,
  }: Open): Pick<View, 'version' | 'saved' | 'clashes' | 'broken' | 'canUndo' | 'canRedo' | 'published'> {
    const { canUndo, canRedo } = desk;
    const clashes = desk.clashes.map((each) => shownClash(desk.report, each));
    const origin = readManifest(manifestPath(this.workshop.out, `${name}.json`))?.origin;
    return {
      ...(desk.isSaved && origin?.report === desk.digest && { published: true as const }),
      version: desk.version,
      saved: desk.isSaved,
      ...(clashes.length > 0 && { clashes }),
      ...(desk.broken && { broken: desk.broken }),
      ...(canUndo !== undefined && { canUndo }),
      ...(canRedo !== undefined && { canRedo }),
    };
  }

  #formOf(open: Open, form: string): string {
    const forms = formsOf(open.desk.report, open.layouts);
    return forms.includes(form) ? form : (forms[0] ?? overallForm);
  }

  #drawn(open: Open, form: string): { tree?: FormTree; sheet?: DrawnSheet } {
    const { report } = open.desk;
    const tree = open.treeOf(report, form);
    if (!tree) return {};
    const sheet = drawn(
      tree,
      report,
      (table, width) => columnWidths(table, width, this.workshop.fonts),
      this.workshop.fonts,
    );
    return { tree, sheet };
  }

  /** The field that a typed value stands in after its change. */
  #fieldAfter(open: Open, form: string, address: Address, entry: Entry | undefined): Field | undefined {
    const { sheet } = this.#drawn(open, this.#formOf(open, form));
    const later = entry ? (open.desk.shiftsSince(entry.version) ?? []) : [];
    return sheet && fieldAfter(address, entry, later, sheet.sheet.fields);
  }

  /** Why a form could not be filled with changed data, such as a level that it has no code for. */
  #unfit(open: Open, form: string, patches: Parameters<DeskReport['refusal']>[0]): Bilingual | undefined {
    const report = open.desk.after(patches) as Report;
    try {
      // Of another year, or of one that is none, there may be no form.
      if (patches.some(({ path }) => path.length === 1)) layoutsOf(this.workshop, report);
      open.treeOf(report, this.#formOf(open, form));
      return undefined;
    } catch (cause) {
      if (cause instanceof Problems) return cause.problems.find(({ severity }) => severity === 'error')?.message;
      throw cause;
    }
  }

  #toldOf(name: string): void {
    const open = this.#open.get(name);
    if (!open) return;
    const { trouble } = open.desk;
    if (trouble !== undefined) this.tell({ type: 'trouble', report: name, words: troubleWords(trouble) });
    this.tell({ type: 'changed', report: name, version: open.desk.version, saved: open.desk.isSaved });
  }

  /** A file of the folder has changed, by this desk or by another program. */
  fileChanged(path: string): void {
    const name = basename(path).replace(/\.json$/i, '');
    const open = this.#open.get(name);
    if (!open) {
      this.tell({ type: 'reports' });
      return;
    }
    try {
      const bytes = readFileSync(open.desk.file);
      if (open.desk.isOurs(bytes)) return;
      open.desk.takeIn(bytes);
    } catch (cause) {
      // A file that was taken away is told when there is something to be written.
      if (!open.desk.broken && existsSync(open.desk.file))
        this.tell({ type: 'trouble', report: name, words: troubleWords(cause) });
    }
    this.tell({ type: 'checked', report: name, version: open.desk.version });
  }

  /** Puts a new report into the folder. Throws Problems `desk-name-taken`, `desk-bad-name`, those of writing. */
  add(name: string, bytes: Uint8Array): string {
    const clean = cleanName(name);
    if (this.names().includes(clean)) throw new Problems([nameTaken(clean)]);
    writeWhole([{ path: join(this.folder, `${clean}.json`), bytes }]);
    this.tell({ type: 'reports' });
    return clean;
  }

  /** Writes all that is not yet in its file. */
  saveAll(): void {
    for (const { desk } of this.#open.values()) desk.save();
  }

  /** Where the outputs of a report go. */
  outputsOf(name: string): string {
    return join(this.workshop.out, reportName(`${name}.json`));
  }

  close(): void {
    for (const open of this.#open.values()) {
      clearTimeout(open.timer);
      open.desk.close();
    }
  }
}

function shownClash(report: Report, { pointer, theirs, yours }: Clash): ShownClash {
  const path = pathOf(pointer);
  return {
    ...{ pointer, form: formAt(path), cell: cellOf(report, path) },
    ...{ theirs: plainText(theirs), yours: plainText(yours) },
  };
}

/** The act is about what somebody else has deleted: the page keeps the text and says so. */
function gone(act: ActRequest['act']): Pick<ActAnswer, 'conflict'> {
  return act.type === 'set' ? { conflict: { key: keyOf(act), theirs: '', yours: act.text } } : {};
}

/** It may change the list of forms. */
function isStructural({ type }: ActRequest['act']): boolean {
  return type !== 'set' && type !== 'put';
}
