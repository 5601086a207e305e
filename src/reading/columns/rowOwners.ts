import type { Cell, Row } from '../items.js';
import { isBlank, joined } from './cellText.js';
import type { Column } from './decide.js';
import type { Node } from './draft.js';
import { withoutNumber } from './formText.js';
import type { Pieces } from './indicators.js';
import type { Piece } from './ledger.js';
import { looks } from './looks.js';
import { namedIn } from './owners.js';
import { type Entry, isTotal, type Section, unitOf, type Workshop } from './section.js';

/** Tells whose the rows of a section are. `reset`: another project or unit begins. */
export class RowOwners {
  #lastNumber = 0;
  #lastProjectNumber: string | undefined;
  #isMerged = false;

  constructor(
    private readonly section: Section,
    private readonly work: Workshop,
    private readonly reset: () => void,
  ) {}

  /** A row with a unit and at most its money: held until it is known what it is the sum of. */
  isUnitAlone(entries: readonly Entry[], fresh: readonly Entry[], all: Pieces, next: Row | undefined): boolean {
    const ofUnit = /^(?:unit|unit\/code|unit\/name|unit-or-project|department.*|year|region\/.*|label|left)$/;
    const isOther = ({ column: { field } }: Entry) => !ofUnit.test(field) && !field.startsWith('funding/');
    const either = entries.find(({ column }) => column.field === 'unit-or-project');
    if (fresh.some(isOther)) return false;
    if (either) {
      const below = next?.cells.find(({ column }) => column === either.cell.column);
      if (!either.isFresh || isBlank(either.cell.text) || below?.isContinued) return false;
    }
    const has = entries.some(
      ({ column: { field }, cell, isFresh }) =>
        !isFresh && isOther({ column: { field } as Column, cell, isFresh }) && !isBlank(cell.text),
    );
    const unit = namedIn(all.get('unit') ?? all.get('unit-or-project'), all.get('unit/code'), all.get('unit/name'));
    const isFreshUnit = fresh.some(({ column: { field } }) => /^unit/.test(field));
    if (has || !unit || !isFreshUnit) return false;
    const amounts = fresh.flatMap(({ column, cell }) => {
      const [, source, period] = /^funding\/(\w+)\/(\w+)$/.exec(column.field) ?? [];
      return source !== undefined && period !== undefined
        ? [{ key: { source, period }, piece: cell, unit: unitOf(this.section, column) }]
        : [];
    });
    this.reset();
    this.work.owners.hold({ named: unit, amounts });
    this.work.ledger.use(unit.piece);
    return true;
  }

  /** The project, task or department as a whole that a row belongs to. */
  owner(all: Pieces, entries: readonly Entry[], fresh: readonly Entry[]): Node | undefined {
    const { owners, draft, ledger } = this.work;
    for (const field of ['year', 'region/code', 'region/name']) this.#once(field, all.get(field));
    const department = namedIn(all.get('department'), all.get('department/code'), all.get('department/name'));
    if (department) owners.nameDepartment(department);
    const scope = all.get('scope');
    if (scope) ledger.use(scope);
    if (scope?.text === '部门整体') return draft.child(draft.department, 'overall');
    if (scope?.text === '重点工作任务') return this.#task(all);
    const unit = namedIn(all.get('unit'), all.get('unit/code'), all.get('unit/name'));
    const either = all.get('unit-or-project');
    const project = namedIn(all.get('project') ?? either, all.get('project/code'), all.get('project/name'));
    const before = owners.unit?.pointer;
    if (unit) owners.enterUnit(unit);
    else if (project) owners.enterUnit(undefined);
    if (owners.unit?.pointer !== before) this.reset();
    if (!project)
      return unit && !this.#namesProject()
        ? undefined
        : this.#namesProject()
          ? owners.project
          : this.work.ownerOfForm();
    const entry = entries.find(({ cell }) => cell === project.piece);
    const number = all.get('project/number');
    const isNew = this.#isNewProject(entry, number, all.get('indicator/number'), fresh);
    const entered = owners.enterProject(project, isNew);
    if (entered.isNew) this.reset();
    return entered.project;
  }

  /** A unit in a row of its own across a list of projects: 一、白杨县图书馆. */
  band(cell: Cell): boolean {
    const name = withoutNumber(cell.text).trim();
    const hasUnits = this.section.columns.some(({ field }) => /^unit/.test(field));
    if (hasUnits || !this.#namesProject() || name.length > 40 || !looks(name, 'body') || isTotal(name)) return false;
    this.reset();
    const named = namedIn({ ...cell, text: name }, undefined, undefined);
    if (named) this.work.owners.enterUnit({ ...named, piece: cell });
    return true;
  }

  #namesProject(): boolean {
    return this.section.columns.some(({ field }) => /^(?:project|project\/name|unit-or-project)$/.test(field));
  }

  /** A field of the report itself, the same in all rows. */
  #once(field: string, piece: Piece | undefined): void {
    if (!piece || isBlank(piece.text)) return;
    const { draft, ledger } = this.work;
    const [name = '', inner] = field.split('/');
    const text = joined(piece.text);
    const put =
      inner === undefined
        ? draft.put(draft.root, name, Number.parseInt(text, 10), piece)
        : draft.put(draft.child(draft.root, name), inner, text, piece);
    if (put === 'differs') ledger.leave(piece, 'differs');
    else ledger.use(piece);
  }

  #task(all: Pieces): Node | undefined {
    const { draft, ledger } = this.work;
    const name = all.get('project') ?? all.get('project/name');
    if (!name || isBlank(name.text)) return undefined;
    const task = draft.member(draft.child(draft.department, 'overall'), 'tasks');
    draft.put(task, 'name', name.text.trim(), name);
    ledger.use(name);
    return task;
  }

  #isNewProject(
    entry: Entry | undefined,
    number: Piece | undefined,
    indicator: Piece | undefined,
    fresh: readonly Entry[],
  ): boolean {
    const isAnother =
      number !== undefined && this.#lastProjectNumber !== undefined && number.text !== this.#lastProjectNumber;
    if (number) this.#lastProjectNumber = number.text;
    const index = indicator && /^\d+$/.test(indicator.text.trim()) ? Number(indicator.text) : 0;
    const isFirst = index === 1 && this.#lastNumber >= 1 && number === undefined && fresh.length > 0;
    this.#lastNumber = index;
    const isMergedAnew = this.#isMerged && entry?.isFresh === true;
    if (entry) this.#isMerged = !entry.isFresh || (this.#isMerged && !isMergedAnew);
    return isAnother || isFirst || isMergedAnew;
  }
}
