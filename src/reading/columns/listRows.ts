import { targetFieldOf } from '../../report/target.js';
import { levelOf } from '../../report/taxonomy.js';
import type { Period } from '../../report/vocabulary.js';
import type { Cell, Row } from '../items.js';
import { isBlank, plain } from './cellText.js';
import type { Column } from './decide.js';
import type { Node } from './draft.js';
import { bothLevels, type Level, levelIn, nameIn, type Pieces } from './indicators.js';
import type { Piece } from './ledger.js';
import { ListTotals } from './listTotals.js';
import { bareLevel, looks } from './looks.js';
import type { SectionKind } from './meanings.js';
import { MoneyRows } from './moneyRows.js';
import { OtherRows } from './otherRows.js';
import { OwnerFields } from './ownerFields.js';
import { isSeveral, packedAlike } from './packedAlike.js';
import { PackedColumns } from './packedColumns.js';
import { RowOwners } from './rowOwners.js';
import { type Entry, isTotal, type Section, type Workshop } from './section.js';

/** Reads the rows of a section into the report. */
export class SectionReader {
  #level1 = new Map<string, Level | undefined>();
  #level2 = new Map<string, Level | undefined>();
  #later: (() => void)[] = [];
  /** Terms or levels that stand side by side, each with names of its own. */
  readonly #terms: readonly (string | undefined)[];
  readonly #isInBlocks: boolean;
  readonly #hasTerms: boolean;
  readonly #money: MoneyRows;
  readonly #other: OtherRows;
  readonly #owners: RowOwners;
  readonly #fields: OwnerFields;
  readonly #totals: ListTotals;
  readonly #packed: PackedColumns;
  readonly #isPacked: boolean;

  constructor(
    readonly section: Section,
    private readonly work: Workshop,
  ) {
    const parts = section.columns.flatMap((column) => {
      const part = partOf(column);
      return column.field === 'indicator/name' && part !== undefined ? [part] : [];
    });
    const terms = [...new Set(parts)];
    this.#terms = terms.length > 1 ? terms : [undefined];
    this.#isInBlocks = section.columns.some(({ block }) => block !== undefined);
    this.#money = new MoneyRows(section, work);
    this.#other = new OtherRows(section, work);
    this.#owners = new RowOwners(section, work, () => this.#reset());
    this.#fields = new OwnerFields(section, work);
    this.#packed = new PackedColumns(work);
    this.#totals = new ListTotals(section, work);
    this.#isPacked = section.columns.some(({ field }) => field === 'indicator/packed');
    this.#hasTerms = section.columns.some((column) => partOf(column) !== undefined);
  }

  /** Who reads the rows of a section that is no list. */
  readonly #byKind: Readonly<Record<Exclude<SectionKind, 'list'>, (fresh: readonly Entry[]) => void>> = {
    cost: (fresh) => this.#money.cost(fresh),
    matrix: (fresh) => this.#money.bySource(fresh),
    task: (fresh) => this.#money.task(fresh),
    plan: (fresh) => this.#other.step(fresh),
    goals: (fresh) => this.#other.goal(fresh),
    allocation: (fresh) => this.#other.allocation(fresh),
  };

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
        /^(?:unit|project|unit-or-project|label|left|overall\/duties|indicator\/(?:level1|level2|name)|cost\/name|task\/name|unit\/name|project\/name)$/.test(
          field,
        ) && isTotal(cell.text),
    );
    if (isOfTotals && this.section.kind === 'cost') {
      this.#money.costTotal(fresh);
      return;
    }
    if (isOfTotals && this.section.kind !== 'matrix') {
      this.#totals.hold(fresh);
      return;
    }
    for (const { column, cell } of fresh) {
      if (isOdd(cell.text, column)) this.work.odd.push({ column, cell });
      if (column.field === 'label') this.work.ledger.use(cell);
      if (column.field === 'left') this.work.ledger.leave(cell, 'no-field');
    }
    if (first && this.section.kind !== 'list') this.#byKind[this.section.kind](fresh);
    else this.#list(entries, fresh, next);
  }

  /** What waits for the end of all. */
  end(): void {
    this.#totals.finish();
    this.#other.finish();
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

  #list(entries: readonly Entry[], fresh: readonly Entry[], next: Row | undefined): void {
    const { ledger } = this.work;
    const all = new Map<string, Piece>();
    for (const { column, cell } of entries)
      if (partOf(column) === undefined || this.#terms.length === 1) all.set(column.field, cell);
    for (const field of ['indicator/number', 'project/number']) {
      const piece = all.get(field);
      if (piece) ledger.use(piece);
    }
    const isAlone = this.#owners.isUnitAlone(entries, fresh, all, next);
    if (isAlone) return;
    const owner = this.#owners.owner(all, entries, fresh);
    if (!owner) {
      for (const { cell } of fresh) ledger.leave(cell, 'no-project');
      return;
    }
    this.#fields.read(owner, fresh);
    this.#totals.saw(owner);
    this.#packed.read(owner, fresh);
    if (this.#isPacked) return;
    for (const [index, term] of this.#terms.entries()) this.#term(owner, index, term, entries, all);
  }

  #reset(): void {
    this.finish();
    this.#level1 = new Map();
    this.#level2 = new Map();
  }

  /** The indicator of one term of a row. */
  #term(
    owner: Node,
    index: number,
    part: string | undefined,
    entries: readonly Entry[],
    all: Map<string, Piece>,
  ): void {
    const { ledger, indicators } = this.work;
    const pieces = this.#hasTerms ? new Map<string, Piece>(all) : all;
    const isOurs = (column: Column): boolean => partOf(column) === part || part === undefined;
    const term = this.#isInBlocks ? undefined : (part as Period | undefined);
    const field = targetFieldOf(term);
    if (term !== undefined) {
      for (const name of [...pieces.keys()])
        if (/^indicator\/\w+Target/.test(name) && !name.startsWith(`indicator/${field}`)) pieces.delete(name);
    }
    for (const { column, cell } of entries)
      if (partOf(column) !== undefined && isOurs(column)) pieces.set(column.field, cell);
    const block = this.#isInBlocks && part !== undefined ? this.#levelOfBlock(part) : undefined;
    if (!block && this.#levelInNames(pieces)) return;
    const alike = this.#terms.length === 1 ? packedAlike(pieces) : undefined;
    if (alike) {
      this.#alike(owner, term, entries, pieces, alike);
      return;
    }
    const several = pieces.get('indicator/name');
    if (several && isSeveral(several.text)) this.#tellSeveral(pieces);
    const level1 = block ?? this.#level(1, term, entries, pieces.get('indicator/level1'));
    const both = pieces.get('indicator/level1');
    const second = pieces.get('indicator/level2') ?? (both && bothLevels(both.text) ? both : undefined);
    const level2 = this.#level(2, term, entries, second);
    const whole = pieces.get('indicator/name');
    const name = whole && this.#isTree ? { ...whole, text: whole.text.replace(numbered, '') } : whole;
    const isFresh = (piece: Piece) => entries.some((entry) => entry.cell === piece && entry.isFresh);
    if (!name || nameIn(name.text) === '') {
      if (whole) ledger.use(whole);
      for (const [key, piece] of pieces)
        if (/^indicator\/(?!level|name|number|group|period)/.test(key) && !isBlank(piece.text) && isFresh(piece))
          ledger.leave(piece, 'no-name');
      return;
    }
    // 岗: what is left of a name, with nothing beside it.
    if (nameIn(name.text).length < 2 && !indicators.says(pieces)) {
      ledger.leave(whole as Piece, 'no-value');
      return;
    }
    if (!isFresh(whole as Piece) && !indicators.says(new Map([...pieces].filter(([, piece]) => isFresh(piece)))))
      return;
    const period = term ?? this.section.period;
    const read = () => {
      ledger.use(whole as Piece);
      const places = entries.filter(({ column }) => column.field === 'indicator/place');
      const sign = pieces.get(signField);
      // The sign is that of the values in the places.
      const own = places.length > 0 ? new Map([...pieces].filter(([field]) => field !== signField)) : pieces;
      const node = indicators.read(owner, name, { level1, level2 }, own, period);
      for (const { column, cell } of places) indicators.inPlace(node, column.head.split('/').at(-1) ?? '', cell, sign);
    };
    if (index === 0) read();
    else this.#later.push(read);
  }

  /** The level that stands above the columns of a block. */
  #levelOfBlock(block: string): Level | undefined {
    const column = this.section.columns.find((each) => each.block === block);
    return column && { text: block, piece: column.cell };
  }

  /** Several indicators in the cells of one row. */
  #alike(
    owner: Node,
    term: Period | undefined,
    entries: readonly Entry[],
    pieces: Pieces,
    alike: readonly Pieces[],
  ): void {
    const { indicators } = this.work;
    const levelOfAll = (which: 1 | 2): Level | undefined => {
      const field = `indicator/level${which}`;
      const isSplit = alike.some((own) => own.get(field) !== pieces.get(field));
      return isSplit ? undefined : this.#level(which, term, entries, pieces.get(field));
    };
    const [level1, level2] = [levelOfAll(1), levelOfAll(2)];
    for (const own of alike) {
      const name = own.get('indicator/name') as Piece;
      const levels = { level1: level1 ?? levelOfPart(own, 1), level2: level2 ?? levelOfPart(own, 2) };
      indicators.read(owner, name, levels, own, term ?? this.section.period);
    }
    this.#tellSeveral(pieces);
    for (const [field, piece] of pieces) if (field.startsWith('indicator/')) this.work.ledger.use(piece);
  }

  #tellSeveral(pieces: Pieces): void {
    for (const [field, { text, place }] of pieces)
      if (field.startsWith('indicator/') && !isBlank(text))
        this.work.notes.push({
          zh: '一格里有几个指标，按编号或分行与旁边的格对应，请核对',
          en: 'one cell has several indicators, matched with those of the cells beside it: look at them',
          place,
        });
  }

  /** Levels stand above the names, each row with its number. */
  #isTree = false;

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
    this.#isTree ||=
      /^[\s\u3000]*(?:[一二三四五六七八九十]{1,2}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d)/u.test(name.text);
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
    if (piece && entry?.isFresh && isBlank(piece.text) && before && this.section.isMerged)
      return this.#fromAbove(before, piece);
    if (!piece || !entry || isBlank(piece.text)) return before;
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
  /** A first level that stands in a row of its own, across the table. */
  band(cell: Cell): boolean {
    const bare = bareLevel(plain(cell.text));
    if (this.section.kind === 'list' && this.#owners.band(cell)) return true;
    if (!levelOf(bare, 1) || this.section.kind !== 'list') return false;
    this.#level1.set('', levelIn({ ...cell, text: bare }, 1, this.work.ledger));
    this.work.ledger.use(cell);
    this.#level2 = new Map();
    return true;
  }
}

const signField = 'indicator/annualTarget/sign';

/** The number of a row in a tree. */
const numbered = /^[\s\u3000]*(?:[（(]\d{1,2}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳])\s*/u;

/** Which of several names side by side a column goes with. */
function partOf({ term, block }: Column): string | undefined {
  return block ?? term;
}

/** A cell that is merged over a repeated head goes on with that head's text: it says nothing. */
function isHeadGoneOn({ head }: Column, cell: Cell): boolean {
  return cell.isContinued && head !== '' && head.split('/').at(-1) === cell.text.replace(/\s+/gu, '');
}

function levelOfPart(pieces: Pieces, which: 1 | 2): Level | undefined {
  const piece = pieces.get(`indicator/level${which}`);
  return piece && !isBlank(piece.text) ? { text: bareLevel(piece.text), piece } : undefined;
}

/** Not blank; a dash in a column of money is printed as one. */
function isSaid({ column, cell }: Entry): boolean {
  return (
    !isBlank(cell.text) ||
    (/^(?:funding|spending|cost\/(?:amount|earlier))/.test(column.field) && /^[-–—−]{1,2}$/.test(cell.text.trim()))
  );
}

/** A level of the other level's column; or unlike the others of a column that is firm, unless it is called a level (社会公众满意度指标). */
function isOdd(text: string, { field, firm }: Column): boolean {
  const which = field === 'indicator/level1' ? 'level1' : field === 'indicator/level2' ? 'level2' : undefined;
  if (which && !looks(text, which) && looks(text, which === 'level1' ? 'level2' : 'level1')) return true;
  return firm !== undefined && !looks(text, firm) && (which === undefined || !/指标$/.test(bareLevel(text)));
}
