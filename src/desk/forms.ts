import type { Block, Cell, Document, Row, Source, Table } from '../document/document.js';
import { placeCells } from '../document/walk.js';
import { toldTree } from '../generate.js';
import { pathOf } from '../json/pointer.js';
import { chooseLayouts } from '../layouts/choose.js';
import type { FoundLayouts, Layout } from '../layouts/find.js';
import type { Project, Report, Unit } from '../report/schema.js';

/** The department's own table; a project's form is named by the project's JSON pointer. */
export const overallForm = 'overall';

/** A form to be edited: the tree of its table, and the report that it was made of, whose pointers are turned into the whole one's. */
export interface FormTree {
  readonly form: string;
  readonly layout: Layout;
  readonly document: Document;
  readonly report: Report;
  /** A pointer of the tree as one of the whole report, and back; undefined where the form's own report has it not. */
  readonly outward: (pointer: string) => string;
  readonly inward: (pointer: string) => string | undefined;
}

/** The layouts of the department's table and of the projects'. Throws Problems as `chooseLayouts` does. */
export function layoutsOf(
  workshop: { readonly layouts: FoundLayouts; readonly layout?: string },
  report: Report,
): { overall?: Layout; project?: Layout } {
  const { layouts } = chooseLayouts(workshop.layouts, report, workshop.layout);
  const of = (table: 'department' | 'project') => layouts.find(({ manifest }) => manifest.table === table);
  const [overall, project] = [of('department'), of('project')];
  return { ...(overall && { overall }), ...(project && { project }) };
}

/** Every form of a report, in its order. */
export function formsOf(report: Report, layouts: { readonly overall?: Layout }): string[] {
  const projects = report.units.flatMap((unit, u) => unit.projects.map((_, p) => `/units/${u}/projects/${p}`));
  return [...(layouts.overall ? [overallForm] : []), ...projects];
}

/**
 * The tree of one form. Where each project has a form of its own it is filled alone, as if the report had no other: that takes a
 * fraction of the time, and prints the same but for what counts projects. Of a list, the rows of the project, its unit and the
 * department are taken. Throws Problems of filling.
 */
export function formTree(
  report: Report,
  form: string,
  layouts: { overall?: Layout; project?: Layout },
): FormTree | undefined {
  if (form === overallForm) {
    if (!layouts.overall) return undefined;
    const document = toldTree(report, layouts.overall);
    return { form, layout: layouts.overall, document, report, outward: same, inward: same };
  }
  const found = projectAt(report, form);
  if (!found || !layouts.project) return undefined;
  const { unit, project } = found;
  if (layouts.project.manifest.shape === 'form') {
    const alone = onlyWith(report, unit, project);
    const document = toldTree(alone, layouts.project);
    const [, , u = '0', , p = '0'] = form.split('/');
    const inner = '/units/0/projects/0';
    const outward = (pointer: string) =>
      moved(pointer, inner, form) ?? moved(pointer, '/units/0', `/units/${u}`) ?? pointer;
    const inward = (pointer: string) => {
      const mine = moved(pointer, `/units/${u}/projects/${p}`, inner);
      if (mine !== undefined) return mine;
      if (/^\/units\/\d+\/projects(\/|$)/.test(pointer)) return undefined;
      return moved(pointer, `/units/${u}`, '/units/0') ?? (/^\/units(\/|$)/.test(pointer) ? undefined : pointer);
    };
    return { form, layout: layouts.project, document, report: alone, outward, inward };
  }
  const shown = project.publish === false ? withProject(report, form, published(project)) : report;
  const document = rowsOf(toldTree(shown, layouts.project), form);
  return { form, layout: layouts.project, document, report: shown, outward: same, inward: same };
}

const same = (pointer: string): string => pointer;

function moved(pointer: string, from: string, to: string): string | undefined {
  return pointer === from || pointer.startsWith(`${from}/`) ? to + pointer.slice(from.length) : undefined;
}

export function projectAt(report: Report, pointer: string): { unit: Unit; project: Project } | undefined {
  const [, u, , p] = pathOf(pointer);
  const unit = report.units[Number(u)];
  const project = unit?.projects[Number(p)];
  return unit && project && { unit, project };
}

/** The report as if this were its only project; what is withheld is shown to its author. */
export function onlyWith(report: Report, unit: Unit, project: Project): Report {
  const { accepted: _, ...rest } = report;
  return { ...rest, units: [{ ...unit, projects: [published(project)] }] };
}

function published(project: Project): Project {
  const { publish: _, ...rest } = project;
  return rest;
}

function withProject(report: Report, form: string, project: Project): Report {
  const [, u, , p] = pathOf(form);
  const units = report.units.map((unit, index) =>
    index === Number(u) ? { ...unit, projects: unit.projects.with(Number(p), project) } : unit,
  );
  return { ...report, units };
}

/** Of a list's blocks, what is of the project, of its unit, of the department, or of nobody. */
function rowsOf(document: Document, form: string): Document {
  const unit = form.split('/').slice(0, 3).join('/');
  const isOther = (pointer: string): boolean => {
    if (!pointer.startsWith('/units/')) return false;
    if (!pointer.startsWith(`${unit}/`)) return true;
    return pointer.startsWith(`${unit}/projects/`) && !pointer.startsWith(`${form}/`);
  };
  const isKept = (pointers: readonly string[]): boolean =>
    pointers.length === 0 || pointers.some((each) => !isOther(each));
  const sections = document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.flatMap((block): Block[] => {
      if (block.type !== 'table') return isKept(pointersIn(block)) ? [block] : [];
      const rows = keptRows(block, isKept);
      return rows ? [{ ...block, body: rows }] : [];
    }),
  }));
  return { ...document, sections: sections.filter(({ blocks }) => blocks.length > 0) };
}

/** The rows of a table's body that are kept; cells that reach over others reach over fewer. Undefined where none is left of some. */
function keptRows(table: Table, isKept: (pointers: readonly string[]) => boolean): Row[] | undefined {
  const heads = table.head.length;
  const own = table.body.map((row) =>
    isKept(row.cells.flatMap((cell) => (cell.rowspan === 1 ? cellPointers(cell) : []))),
  );
  if (own.every(Boolean)) return [...table.body];
  if (table.body.length > 0 && !own.some(Boolean)) return undefined;
  const placed = placeCells(table);
  return table.body.flatMap((_, index): Row[] => {
    if (!own[index]) return [];
    const row = heads + index;
    const cells = placed.flatMap(({ cell, row: top, column }) => {
      if (top < heads || top > row || top + cell.rowspan <= row) return [];
      const span = own.slice(top - heads, top - heads + cell.rowspan);
      const isFirst = span.indexOf(true) === row - top;
      return isFirst ? [{ cell: { ...cell, rowspan: span.filter(Boolean).length }, column }] : [];
    });
    return [{ cells: cells.sort((left, right) => left.column - right.column).map(({ cell }) => cell) }];
  });
}

function pointersIn(block: Block): string[] {
  if (block.type !== 'paragraph' && block.type !== 'heading') return [];
  return block.inlines.flatMap((inline) => (inline.type === 'text' ? sourcesPointers(inline.from) : []));
}

function cellPointers(cell: Cell): string[] {
  const words = cell.blocks.flatMap((block) => pointersIn(block));
  return [...sourcesPointers(cell.from), ...words];
}

function sourcesPointers(from: readonly Source[] | undefined): string[] {
  return (from ?? []).flatMap(({ pointers }) => pointers);
}
