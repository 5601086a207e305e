import { sumAmounts } from '../../report/money.js';
import type { MoneyUnit } from '../../report/schema.js';
import { targetFieldOf } from '../../report/target.js';
import { levelOf } from '../../report/taxonomy.js';
import type { Period } from '../../report/vocabulary.js';
import type { Cell, Row } from '../items.js';
import type { Note } from '../told.js';
import { amountIn, isBlank, joined, kept, plain } from './cellText.js';
import type { Column } from './decide.js';
import type { Draft, Node } from './draft.js';
import { fieldOfLabel } from './heads.js';
import { bothLevels, type IndicatorReader, type Level, levelIn, nameIn, type Pieces } from './indicators.js';
import type { Ledger, Piece } from './ledger.js';
import { bareLevel, looks } from './looks.js';
import { namedIn, type Owners } from './owners.js';
import { packedMoney } from './packed.js';

/** The rows below one head. */
export interface Section {
  readonly kind: 'cost' | 'matrix' | 'task' | 'list';
  readonly columns: readonly Column[];
  /** Of the block that it stands in: 长期绩效指标. */
  readonly period: Period | undefined;
  readonly moneyUnit: MoneyUnit | undefined;
}

/** What stands on the way to a row's fields. */
export interface Workshop {
  readonly draft: Draft;
  readonly ledger: Ledger;
  readonly owners: Owners;
  readonly indicators: IndicatorReader;
  readonly notes: Note[];
  /** Cells that do not look like the others of their column. */
  readonly odd: { readonly column: Column; readonly cell: Cell }[];
  /** The owner of rows that name none: the project of a form, or the department as a whole. */
  readonly ownerOfForm: () => Node | undefined;
}

const totals = /^(?:金额合计|资金合计|合计金额|合计|总计|小计|总分|共计|累计|合计:.*|小计:.*|总分:.*)$/;

/** What is said of a project in each of its rows. */
const ofOwner = /^(?:funding|spending|goal|task|period|project)\/|^(?:unit|department)\/code$/;

interface Entry {
  readonly column: Column;
  readonly cell: Cell;
  readonly isFresh: boolean;
}

/** Reads the rows of a section into the report. */
export class SectionReader {
  #level1 = new Map<string, Level | undefined>();
  #level2 = new Map<string, Level | undefined>();
  #later: (() => void)[] = [];
  #lastNumber = 0;
  #lastProjectNumber: string | undefined;
  #isMerged = false;
  readonly #terms: readonly (Period | undefined)[];
  readonly #hasTerms: boolean;
  readonly #ofOwner: ReadonlySet<Column>;

  constructor(
    readonly section: Section,
    private readonly work: Workshop,
  ) {
    const terms = [
      ...new Set(section.columns.flatMap(({ field, term }) => (field === 'indicator/name' && term ? [term] : []))),
    ];
    this.#terms = terms.length > 1 ? terms : [undefined];
    this.#ofOwner = new Set(section.columns.filter(({ field }) => ofOwner.test(field)));
    this.#hasTerms = section.columns.some(({ term }) => term !== undefined);
  }

  read(row: Row, next: Row | undefined): void {
    const entries = this.#entries(row);
    const fresh = entries.filter((entry) => entry.isFresh && isSaid(entry));
    if (
      fresh.length === 0 &&
      !entries.some(({ column, cell }) => column.field.startsWith('indicator/') && !isBlank(cell.text))
    )
      return;
    const first = fresh.find(({ column }) => column.field !== 'label') ?? fresh[0];
    const isOfTotals = fresh.some(
      ({ column: { field }, cell }) =>
        /^(?:unit|project|unit-or-project|label|left|indicator\/(?:level1|level2|name)|cost\/name|task\/name|unit\/name|project\/name)$/.test(
          field,
        ) && isTotal(cell.text),
    );
    if (isOfTotals && this.section.kind === 'cost') {
      this.#costTotal(fresh);
      return;
    }
    if (isOfTotals && this.section.kind !== 'matrix') {
      this.#total(fresh);
      return;
    }
    for (const { column, cell } of fresh) {
      if (isOdd(cell.text, column)) this.work.odd.push({ column, cell });
      if (column.field === 'label') this.work.ledger.use(cell);
      if (column.field === 'left') this.work.ledger.leave(cell, 'no-field');
    }
    if (first && this.section.kind === 'cost') {
      this.#cost(fresh);
      return;
    }
    if (first && this.section.kind === 'matrix') {
      this.#matrix(fresh);
      return;
    }
    if (first && this.section.kind === 'task') {
      this.#workOf(fresh);
      return;
    }
    this.#list(entries, fresh, next);
  }

  /** A task of the department as a whole, with its money. */
  #workOf(fresh: readonly Entry[]): void {
    const { draft, ledger } = this.work;
    if (!fresh.some(({ column }) => column.field === 'task/name')) {
      for (const { cell } of fresh) ledger.leave(cell, 'no-name');
      return;
    }
    const task = draft.member(draft.child(draft.department, 'overall'), 'tasks');
    for (const { column, cell } of fresh) {
      const [kind = '', name = '', period = ''] = column.field.split('/');
      if (kind === 'funding')
        this.#settle(cell, draft.putMoney(task, 'funding', { source: name, period }, cell, this.#unitOf(column)));
      else if (kind === 'task') this.#text(task, name, cell);
      else if (kind === 'goal') this.#text(task, 'expected', cell);
      else if (column.field !== 'label') ledger.leave(cell, 'no-field');
    }
  }

  /** What waits for the end of a project or section: the second of two terms comes behind the first. */
  finish(): void {
    for (const run of this.#later) run();
    this.#later = [];
  }

  /** The cells of a row by column; two with a text below one head are left, both. */
  #entries(row: Row): Entry[] {
    const entries: Entry[] = [];
    for (const cell of row.cells) {
      const column = this.#columnAt(cell.column);
      if (!column || isHeadGoneOn(column, cell)) continue;
      const before = entries.findLast((each) => each.column === column);
      if (!before) entries.push({ column, cell, isFresh: !cell.isContinued });
      else if (isBlank(before.cell.text) && !isBlank(cell.text))
        entries[entries.indexOf(before)] = { column, cell, isFresh: !cell.isContinued };
      else if (!isBlank(cell.text) && column.field !== 'label' && column.field !== 'left') {
        for (const each of [before.cell, cell]) this.work.ledger.leave(each, 'doubled');
        entries.splice(entries.indexOf(before), 1);
      }
    }
    return entries;
  }

  #columnAt(at: number): Column | undefined {
    const column = this.#columns.get(at) ?? this.section.columns.find(({ from, to }) => from <= at && at < to);
    if (column) this.#columns.set(at, column);
    return column;
  }
  readonly #columns = new Map<number, Column>();

  #total(fresh: readonly Entry[]): void {
    for (const { cell } of fresh) this.work.ledger.leave(cell, 'total');
  }

  #unitOf(column: Column): MoneyUnit | undefined {
    return column.moneyUnit ?? this.section.moneyUnit;
  }

  #matrix(fresh: readonly Entry[]): void {
    const { draft, ledger } = this.work;
    const source = fresh.find(({ column }) => column.field === 'source');
    const [, named] = /^funding\/(\w+)\//.exec((source && fieldOfLabel(source.cell.text)) ?? '') ?? [];
    const key = named ?? (source && isTotal(source.cell.text) ? 'total' : undefined);
    const owner = this.work.ownerOfForm();
    if (!source || key === undefined || !owner) return;
    ledger.use(source.cell);
    for (const { column, cell } of fresh) {
      const [, period] = /^amount\/(\w+)$/.exec(column.field) ?? [];
      if (period !== undefined)
        this.#settle(cell, draft.putMoney(owner, 'funding', { source: key, period }, cell, this.#unitOf(column)));
    }
  }

  #settle(cell: Piece, put: ReturnType<Draft['putMoney']>): void {
    if (put === 'new' || put === 'same') this.work.ledger.use(cell);
    else this.work.ledger.leave(cell, put ?? 'not-number');
  }

  #cost(fresh: readonly Entry[]): void {
    const { draft, ledger } = this.work;
    const owner = this.work.ownerOfForm();
    const name = fresh.find(({ column }) => column.field === 'cost/name');
    if (!owner || !name) return;
    const line = draft.member(owner, 'costLines');
    line.data.amount = '';
    for (const { column, cell } of fresh) {
      const field = column.field.replace('cost/', '');
      const [, earlier] = /^earlier\/(\w+)$/.exec(field) ?? [];
      if (field === 'amount') this.#amount(line, cell, column);
      else if (earlier !== undefined) this.#earlier(line, earlier, cell, column);
      else if (column.field.startsWith('cost/')) {
        draft.put(line, field, field === 'name' ? joined(cell.text) : cell.text.trim(), cell);
        ledger.use(cell);
      }
    }
  }

  #earlier(line: Node, period: string, cell: Cell, column: Column): void {
    const member = this.work.draft.member(line, 'earlier');
    member.data.period = period;
    this.#amount(member, cell, column);
  }

  #amount(node: Node, cell: Cell, column: Column): void {
    delete node.data.amount;
    if (this.work.draft.putAmount(node, cell, this.#unitOf(column))) this.work.ledger.use(cell);
    else {
      node.data.amount = '';
      this.work.ledger.leave(cell, 'not-number');
    }
  }

  /** The sums of a cost table are money of the project; told when they are not the sums of its rows. */
  #costTotal(fresh: readonly Entry[]): void {
    const owner = this.work.ownerOfForm();
    const { draft, ledger, notes } = this.work;
    for (const { column, cell } of fresh) {
      const period = column.field === 'cost/amount' ? 'year' : /^cost\/earlier\/(\w+)$/.exec(column.field)?.[1];
      if (column.field === 'cost/name' || isTotal(cell.text)) ledger.use(cell);
      else if (owner && period !== undefined) {
        this.#settle(cell, draft.putMoney(owner, 'funding', { source: 'total', period }, cell, this.#unitOf(column)));
        const lines = (owner.data.costLines ?? []) as {
          amount: string;
          earlier?: { period: string; amount: string }[];
        }[];
        const parts = lines.map(({ amount, earlier = [] }) =>
          period === 'year' ? amount : (earlier.find((each) => each.period === period)?.amount ?? ''),
        );
        const [stated, sum] = [amountIn(cell.text)?.amount, sumAmounts(parts)];
        if (stated !== undefined && sum !== '' && Number(stated) !== Number(sum)) {
          notes.push({
            zh: `合计 ${stated}，各行之和 ${sum}`,
            en: `the total is ${stated}, its rows add up to ${sum}`,
            place: cell.place,
          });
        }
      } else ledger.leave(cell, 'total');
    }
  }

  #list(entries: readonly Entry[], fresh: readonly Entry[], next: Row | undefined): void {
    const { ledger } = this.work;
    const all = new Map<string, Piece>();
    for (const { column, cell } of entries) if (!column.term || this.#terms.length === 1) all.set(column.field, cell);
    for (const field of ['indicator/number', 'project/number']) {
      const piece = all.get(field);
      if (piece) ledger.use(piece);
    }
    const isAlone = this.#unitAlone(entries, fresh, all, next);
    if (isAlone) return;
    const owner = this.#owner(all, entries, fresh);
    if (!owner) {
      for (const { cell } of fresh) ledger.leave(cell, 'no-project');
      return;
    }
    this.#ownerFields(owner, fresh);
    for (const [index, term] of this.#terms.entries()) this.#term(owner, index, term, entries, all);
  }

  /** A row with a unit and at most its money: held until it is known what it is the sum of. */
  #unitAlone(entries: readonly Entry[], fresh: readonly Entry[], all: Pieces, next: Row | undefined): boolean {
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
        ? [{ key: { source, period }, piece: cell, unit: this.#unitOf(column) }]
        : [];
    });
    this.#reset();
    this.work.owners.hold({ named: unit, amounts });
    this.work.ledger.use(unit.piece);
    return true;
  }

  /** The project, task or department as a whole that a row belongs to. */
  #owner(all: Pieces, entries: readonly Entry[], fresh: readonly Entry[]): Node | undefined {
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
    if (owners.unit?.pointer !== before) this.#reset();
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
    if (entered.isNew) this.#reset();
    return entered.project;
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

  #reset(): void {
    this.finish();
    this.#level1 = new Map();
    this.#level2 = new Map();
  }

  /** Money, goals and texts of the project. Repeated in each of its rows they are read once. */
  #ownerFields(owner: Node, fresh: readonly Entry[]): void {
    const { ledger } = this.work;
    for (const { column, cell } of fresh) {
      if (!this.#ofOwner.has(column)) continue;
      const before = this.#said.get(column);
      if (before?.owner === owner.data && before.text === cell.text) ledger.use(cell);
      else {
        this.#ownerField(owner, column, cell);
        if (ledger.isRead(cell)) this.#said.set(column, { owner: owner.data, text: cell.text });
      }
    }
  }
  /** What a column last said of whom, and it was read. */
  readonly #said = new Map<Column, { readonly owner: Node['data']; readonly text: string }>();

  #ownerField(owner: Node, column: Column, cell: Cell): void {
    const { draft, ledger } = this.work;
    const isTask = owner.pointer.includes('/tasks/');
    const isOverall = owner.pointer.endsWith('/overall');
    const [kind = '', name = '', period = ''] = column.field.split('/');
    if (kind === 'funding') this.#money(owner, isOverall ? 'income' : 'funding', name, period, cell, column);
    else if (kind === 'spending')
      this.#settle(
        cell,
        isOverall
          ? draft.putMoney(owner, 'expenditure', { kind: name, period }, cell, this.#unitOf(column))
          : undefined,
      );
    else if (kind === 'goal' && isTask) this.#text(owner, 'expected', cell);
    else if (kind === 'goal') this.#goal(owner, name, cell);
    else if (column.field === 'task/content' && isTask) this.#text(owner, 'content', cell);
    else if (column.field === 'project/parent') this.#text(owner, 'parent', cell);
    else if (kind === 'period') this.#text(draft.child(owner, 'period'), name, cell);
    else if (kind === 'project' && !/^(?:|code|name|number)$/.test(name)) this.#text(owner, name, cell);
    else if (/^(?:project|unit|department)\/code$/.test(column.field)) ledger.use(cell);
  }

  /** An amount, or several sources with theirs in one cell. */
  #money(owner: Node, list: string, source: string, period: string, cell: Cell, column: Column): void {
    const { draft } = this.work;
    const packed = amountIn(cell.text) ? [] : packedMoney(cell.text);
    const parts = packed.length > 0 ? packed : [{ source, text: cell.text }];
    for (const each of parts) {
      const piece = { ...cell, text: each.text };
      const put = draft.putMoney(owner, list, { source: each.source, period }, piece, this.#unitOf(column));
      this.#settle(cell, put);
    }
  }

  #text(node: Node, name: string, cell: Cell): void {
    if (this.work.draft.put(node, name, kept(cell.text), cell) === 'differs') this.work.ledger.leave(cell, 'differs');
    else this.work.ledger.use(cell);
  }

  #goal(owner: Node, period: string, cell: Cell): void {
    const { draft, ledger } = this.work;
    const text = kept(cell.text);
    const known = draft.members(owner, 'goals').filter(({ data }) => data.period === period);
    if (known.some(({ data }) => data.text === text)) {
      ledger.use(cell);
      return;
    }
    if (known.length > 0) {
      ledger.leave(cell, 'differs');
      return;
    }
    const goal = draft.member(owner, 'goals');
    goal.data.period = period;
    draft.put(goal, 'text', text, cell);
    ledger.use(cell);
  }

  /** The indicator of one term of a row. */
  #term(
    owner: Node,
    index: number,
    term: Period | undefined,
    entries: readonly Entry[],
    all: Map<string, Piece>,
  ): void {
    const { ledger, indicators } = this.work;
    const pieces = this.#hasTerms ? new Map<string, Piece>(all) : all;
    const isOurs = (column: Column): boolean => column.term === term || term === undefined;
    const field = targetFieldOf(term);
    if (term !== undefined) {
      for (const name of [...pieces.keys()])
        if (/^indicator\/\w+Target/.test(name) && !name.startsWith(`indicator/${field}`)) pieces.delete(name);
    }
    for (const { column, cell } of entries) if (column.term && isOurs(column)) pieces.set(column.field, cell);
    if (this.#levelInNames(pieces)) return;
    const level1 = this.#level(1, term, entries, pieces.get('indicator/level1'));
    const both = pieces.get('indicator/level1');
    const second = pieces.get('indicator/level2') ?? (both && bothLevels(both.text) ? both : undefined);
    const level2 = this.#level(2, term, entries, second);
    const name = pieces.get('indicator/name');
    const isFresh = (piece: Piece) => entries.some((entry) => entry.cell === piece && entry.isFresh);
    if (!name || nameIn(name.text) === '') {
      if (name) ledger.use(name);
      for (const [key, piece] of pieces)
        if (/^indicator\/(?!level|name|number|group|period)/.test(key) && !isBlank(piece.text) && isFresh(piece))
          ledger.leave(piece, 'no-name');
      return;
    }
    // 岗: what is left of a name, with nothing beside it.
    if (nameIn(name.text).length < 2 && !indicators.says(pieces)) {
      ledger.leave(name, 'no-value');
      return;
    }
    if (!isFresh(name) && !indicators.says(new Map([...pieces].filter(([, piece]) => isFresh(piece))))) return;
    const block = term ?? this.section.period;
    const read = () => {
      const node = indicators.read(owner, name, { level1, level2 }, pieces, block);
      for (const { column, cell } of entries)
        if (column.field === 'indicator/place') indicators.inPlace(node, column.head.split('/').at(-1) ?? '', cell);
    };
    if (index === 0) read();
    else this.#later.push(read);
  }

  /** A level in the column of names, with nothing beside it: of the rows below. */
  #levelInNames(pieces: Pieces): boolean {
    const name = pieces.get('indicator/name');
    if (!name || this.#terms.length > 1 || this.work.indicators.says(pieces)) return false;
    const isFilled = (field: string): boolean => !isBlank(pieces.get(field)?.text ?? '');
    const bare = bareLevel(name.text);
    const [isFirst, isSecond] = [looks(bare, 'level1'), looks(bare, 'level2')];
    if ((!isFirst && !isSecond) || isFilled('indicator/level2') || /^指标\d/.test(bare)) return false;
    // 成本指标 is a second level below 产出指标, else a first.
    const which = isSecond && (!isFirst || this.#level1.get('')?.text.startsWith('产出') === true) ? 2 : 1;
    if (which === 1 && isFilled('indicator/level1')) return false;
    const level = levelIn(name, which, this.work.ledger);
    if (which === 1) this.#level2 = new Map();
    (which === 1 ? this.#level1 : this.#level2).set('', level);
    return true;
  }

  /** The level of a row: its own, else that of the row above; a new first level has no second level yet. */
  #level(
    which: 1 | 2,
    term: Period | undefined,
    entries: readonly Entry[],
    piece: Piece | undefined,
  ): Level | undefined {
    const key = which === 1 ? '' : (term ?? '');
    const store = which === 1 ? this.#level1 : this.#level2;
    const entry = entries.find(({ cell }) => cell === piece);
    const before = store.get(key);
    if (piece && entry?.isFresh && isBlank(piece.text) && before && this.#merged.has(which))
      return this.#fromAbove(before, piece);
    if (!piece || !entry || isBlank(piece.text)) return before;
    if (!entry.isFresh) this.#merged.add(which);
    if (!entry.isFresh && before) return before;
    const isSeen = which === 1 && before?.piece === piece;
    const level = levelIn(piece, which, this.work.ledger);
    if (which === 1 && !isSeen) this.#level2 = new Map();
    store.set(key, level);
    return level;
  }

  /** Where levels are merged over their rows, a blank cell of its own may be of no level above it. */
  #fromAbove(above: Level, blank: Piece): Level {
    this.work.notes.push({
      zh: `空格，照上一行读作“${above.text}”，请核对`,
      en: `a blank cell, read as ${above.text} like the row above: look at it`,
      place: blank.place,
    });
    return { text: above.text, piece: blank };
  }
  /** Levels whose cells are merged in this table. */
  readonly #merged = new Set<1 | 2>();

  /** A first level that stands in a row of its own, across the table. */
  band(cell: Cell): boolean {
    const bare = bareLevel(plain(cell.text));
    if (!levelOf(bare, 1) || this.section.kind !== 'list') return false;
    this.#level1.set('', levelIn({ ...cell, text: bare }, 1, this.work.ledger));
    this.work.ledger.use(cell);
    this.#level2 = new Map();
    return true;
  }
}

/** A cell that is merged over a repeated head goes on with that head's text: it says nothing. */
function isHeadGoneOn({ head }: Column, cell: Cell): boolean {
  return cell.isContinued && head !== '' && head.split('/').at(-1) === cell.text.replace(/\s+/gu, '');
}

/** Not blank; a dash in a column of money is printed as one. */
function isSaid({ column, cell }: Entry): boolean {
  return (
    !isBlank(cell.text) ||
    (/^(?:funding|spending|cost\/(?:amount|earlier))/.test(column.field) && /^[-–—−]{1,2}$/.test(cell.text.trim()))
  );
}

function isTotal(text: string): boolean {
  return /[计分]/.test(text) && totals.test(plain(text));
}

/** A level of the other level's column; or unlike the others of a column that is firm, unless it is called a level (社会公众满意度指标). */
function isOdd(text: string, { field, firm }: Column): boolean {
  const which = field === 'indicator/level1' ? 'level1' : field === 'indicator/level2' ? 'level2' : undefined;
  if (which && !looks(text, which) && looks(text, which === 'level1' ? 'level2' : 'level1')) return true;
  return firm !== undefined && !looks(text, firm) && (which === undefined || !/指标$/.test(bareLevel(text)));
}
