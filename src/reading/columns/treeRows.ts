import type { Cell } from '../items.js';
import { codeAndName, isBlank } from './cellText.js';
import type { Column } from './decide.js';
import type { Node } from './draft.js';
import { type Level, levelIn } from './indicators.js';
import type { Piece } from './ledger.js';
import { bareLevel } from './looks.js';
import { OwnerFields } from './ownerFields.js';
import type { Named } from './owners.js';
import type { Entry, Section, Workshop } from './section.js';
import type { Tree, TreeRow } from './tree.js';
import { cellAt, type How } from './treeDepth.js';

const how: Readonly<Record<How, readonly [zh: string, en: string]>> = {
  indents: ['缩进', 'indents'],
  numbers: ['编号', 'numbers'],
  words: ['字样', 'words'],
};

/** Reads the rows of a tree into the report. */
export class TreeReader {
  readonly #section: Section;
  readonly #fields: OwnerFields;
  #project: Node | undefined;
  #level1: Level | undefined;
  #level2: Level | undefined;

  constructor(
    private readonly tree: Tree,
    private readonly work: Omit<Workshop, 'odd' | 'ownerOfForm' | 'lastLine'>,
    moneyUnit: Section['moneyUnit'],
    /** Titles, and the names in the lines above. */
    private readonly titles: readonly string[],
  ) {
    const columns = tree.columns.map(({ cell, field }): Column => {
      const { column: from, span, text: head } = cell;
      return { from, to: from + span, head, field, cell, id: '', samples: [] };
    });
    this.#section = { kind: 'list', columns, period: undefined, moneyUnit, isMerged: false };
    this.#fields = new OwnerFields(this.#section, {
      ...work,
      odd: [],
      ownerOfForm: () => undefined,
      lastLine: () => '',
    });
  }

  read(): void {
    const { tree, work } = this;
    for (const cell of tree.heads.cells) work.ledger.use(cell);
    const [zh, en] = how[tree.how];
    const [first] = tree.heads.cells;
    if (first)
      work.notes.push({
        zh: `单位、项目、指标同在一栏，按${zh}分开读，请核对`,
        en: `units, projects and indicators stand in one column and are told apart by ${en}: look at them`,
        place: first.place,
      });
    for (const row of tree.rows) this.#row(row);
    work.owners.finish();
  }

  #row(row: TreeRow): void {
    const { ledger } = this.work;
    for (const { cell, field } of this.#others(row)) {
      if (field === 'label') ledger.use(cell);
      else if (field === 'left') ledger.leave(cell, 'no-field');
    }
    if (row.kind === 'level1' || row.kind === 'level2') this.#level(row, row.kind);
    else if (row.kind === 'indicator') this.#indicator(row);
    else this.#owner(row);
  }

  /** The cells beside that of the tree which say something. */
  #others({ row, cell: own }: TreeRow): { readonly cell: Cell; readonly field: string }[] {
    return this.tree.columns.flatMap(({ cell: { column }, field }) => {
      const cell = cellAt(row, column);
      return cell && cell !== own && !isBlank(cell.text) ? [{ cell, field }] : [];
    });
  }

  #owner(row: TreeRow): void {
    const { ledger, owners, draft } = this.work;
    this.#project = this.#level1 = this.#level2 = undefined;
    const { cell, kind } = row;
    const parts = codeAndName(row.text);
    const named: Named = { ...parts, piece: cell, ...(parts.code !== undefined && { codePiece: cell }) };
    const others = this.#others(row);
    if (kind === 'total' || kind === 'unknown') {
      for (const piece of [cell, ...others.map((each) => each.cell)])
        ledger.leave(piece, kind === 'total' ? 'total' : 'no-field');
      return;
    }
    if (this.tree.how === 'words') this.#tellOwner(cell);
    if (kind === 'project') {
      owners.enterUnit(undefined);
      this.#project = owners.enterProject(named, true).project;
      this.#fields.read(this.#project, this.#entries(row));
      return;
    }
    const amounts = others.flatMap(({ cell: piece, field }) => {
      const [, source, period] = /^funding\/(\w+)\/(\w+)$/.exec(field) ?? [];
      return source !== undefined && period !== undefined
        ? [{ key: { source, period }, piece, unit: this.#section.moneyUnit }]
        : [];
    });
    const isWhole = kind === 'unit' && this.#isDepartment(named.name);
    if (kind === 'unit') owners.hold({ named, amounts: isWhole ? [] : amounts });
    else owners.nameDepartment(named);
    if (kind === 'department' || isWhole)
      for (const { key, piece, unit } of amounts) {
        const put = draft.putMoney(draft.department, 'funding', key, piece, unit);
        if (put === 'new' || put === 'same') ledger.use(piece);
        else ledger.leave(piece, put ?? 'not-number');
      }
    ledger.use(cell);
  }

  /** The only unit, named by the title or the line above too: the department itself, whose sum is that of all. */
  #isDepartment(name: string): boolean {
    const units = this.tree.rows.filter(({ kind }) => kind === 'unit' || kind === 'department');
    return units.length === 1 && this.titles.some((title) => title.startsWith(name));
  }

  #tellOwner({ place }: Cell): void {
    this.work.notes.push({
      zh: '没有缩进和编号，按有金额、没有指标值读作单位或项目，请核对',
      en: 'without indents and numbers: read as a unit or project, as it has money and no value; look at it',
      place,
    });
  }

  #entries(row: TreeRow): Entry[] {
    return this.#others(row).flatMap(({ cell, field }) => {
      const column = this.#section.columns.find(({ from }) => from === cell.column);
      return column && !field.startsWith('indicator/') ? [{ column, cell, isFresh: true }] : [];
    });
  }

  #level({ cell, text }: TreeRow, which: 'level1' | 'level2'): void {
    // 数量指标（必填） is a mark of the form, 数量指标（20分） says points.
    const [mark = ''] = /[（(](?:必填|选填|必选|可选)[^（）()]*[)）]\s*$/u.exec(text) ?? [];
    const own = text.slice(0, text.length - mark.length);
    const read = levelIn({ ...cell, text: own }, which === 'level1' ? 1 : 2, this.work.ledger);
    const level = { text: read.text === own ? bareLevel(own) : read.text, piece: cell };
    this.work.ledger.use(cell);
    if (mark !== '') this.work.ledger.leave(cell, 'no-field', mark);
    if (which === 'level1') [this.#level1, this.#level2] = [level, undefined];
    else this.#level2 = level;
  }

  #indicator(row: TreeRow): void {
    const { ledger, indicators } = this.work;
    const others = this.#others(row);
    if (!this.#project) {
      for (const piece of [row.cell, ...others.map(({ cell }) => cell)]) ledger.leave(piece, 'no-project');
      return;
    }
    const pieces = new Map<string, Piece>();
    for (const { cell, field } of others) {
      if (field.startsWith('indicator/')) pieces.set(field, cell);
      else if (/^(?:funding|goal)\//.test(field)) ledger.leave(cell, 'no-field');
    }
    const levels = { level1: this.#level1, level2: this.#level2 };
    indicators.read(this.#project, { ...row.cell, text: row.text }, levels, pieces, undefined);
    ledger.use(row.cell);
  }
}
