import type { BrokenLayout, Layout } from '../layouts/find.js';
import type { Workshop } from '../publish/workshop.js';
import type { Report } from '../report/schema.js';
import { DeskReport } from './deskReport.js';
import type { FoundAt } from './findings.js';
import { type FormTree, formTree, layoutsOf } from './forms.js';

/** What the desk works with: as `jibiao build`, and the folders of the products' templates. */
export interface DeskWorkshop extends Workshop {
  readonly templates: readonly string[];
  /** Layouts that were saved with faults while forms were shown in them: these stay as they were before. */
  readonly spoiled?: readonly BrokenLayout[];
  /** Where layouts are made of files that are read in, and how the workshop is opened with them; absent where none may be made. */
  readonly own?: { readonly folder: string; readonly folders: readonly string[]; readonly reopen: () => DeskWorkshop };
}

/** A report with what is shown of it: the forms' layouts, and what was found. */
export class Open {
  readonly desk: DeskReport;
  found: readonly FoundAt[] = [];
  /** The version that `found` is of, whole. */
  checked = -1;
  timer: NodeJS.Timeout | undefined;
  #tree: { readonly of: Report; readonly form: string; readonly tree: FormTree | undefined } | undefined;
  #layouts: { readonly key: string; readonly layouts: ReturnType<typeof layoutsOf> } | undefined;

  constructor(
    file: string,
    readonly name: string,
    public workshop: DeskWorkshop,
    told: () => void,
  ) {
    this.desk = new DeskReport(file, name, told);
  }

  /** Layouts or faces have changed. */
  renew(workshop: DeskWorkshop): void {
    this.workshop = workshop;
    this.#layouts = undefined;
    this.#tree = undefined;
    this.checked = -1;
  }

  /** Chosen once for what they depend on, but the values: a form does not turn into another while it is filled in. */
  get layouts(): ReturnType<typeof layoutsOf> {
    const { region, year, layout, department, units } = this.desk.report;
    const hasProjects = units.some(({ projects }) => projects.length > 0);
    const key = JSON.stringify([region, year, layout, department.overall !== undefined, hasProjects]);
    if (this.#layouts?.key !== key) this.#layouts = { key, layouts: layoutsOf(this.workshop, this.desk.report) };
    return this.#layouts.layouts;
  }

  /** The tree of a form, of the data that it was last asked for. */
  treeOf(report: Report, form: string): FormTree | undefined {
    if (this.#tree?.of !== report || this.#tree.form !== form)
      this.#tree = { of: report, form, tree: formTree(report, form, this.layouts) };
    return this.#tree.tree;
  }

  get all(): readonly Layout[] {
    return [this.layouts.overall, this.layouts.project].filter((each) => each !== undefined);
  }
}
