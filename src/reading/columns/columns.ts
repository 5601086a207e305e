import type { Cell, Item, Row, SourceFile } from '../items.js';
import type { Note } from '../told.js';
import { Asked } from './asked.js';
import { moneyUnitIn } from './cellText.js';
import { Draft, type Node } from './draft.js';
import { FormReader } from './forms.js';
import { type Heading, headingAt, isNumbering, repeats } from './heading.js';
import { headless } from './headless.js';
import { IndicatorReader } from './indicators.js';
import { inferredIn } from './inferred.js';
import { Ledger, type Piece } from './ledger.js';
import { LineReader } from './lines.js';
import type { SectionReader } from './listRows.js';
import { type Mapping, mappedColumns } from './mapping.js';
import { Owners } from './owners.js';
import { PackedRows } from './packedRows.js';
import { ProseReader } from './prose.js';
import type { ColumnReading } from './reading.js';
import { isAlone, isFormRow, isOfPage, mayHead, sameBlock, tableEnd } from './rowKinds.js';
import { Sections } from './sections.js';
import { Settler } from './settle.js';
import { titledYear } from './titledYear.js';
import { type Tree, treeAt } from './tree.js';
import { TreeReader } from './treeRows.js';

export interface ColumnOptions {
  /** How columns are read whose heads it has; those of other heads are read by heads and values. */
  readonly mapping?: Mapping | undefined;
  /** Answers to questions, by their ids: year, region, department, unit, project, money-unit, column-1-3. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Reads tables that no layout is known for, by the heads of their columns, what the values look like, and the labels of forms.
 * Nothing is guessed unsaid: what two readings are near of is asked, what is not understood is listed with its place.
 */
export function readColumns(source: SourceFile, { mapping, answers = {} }: ColumnOptions = {}): ColumnReading {
  return new Reader(source.kind === 'csv' ? unguarded(source) : source, mapping, answers).read();
}

/** CSV writers put an apostrophe before what a spreadsheet would take for a formula (OWASP, CSV injection): '=100 is =100. */
function unguarded(source: SourceFile): SourceFile {
  const cell = (each: Cell): Cell =>
    /^'+[=+\-@\t\r＝＋－＠]/.test(each.text) ? { ...each, text: each.text.slice(1) } : each;
  const items = source.items.map((item) => (item.kind === 'row' ? { ...item, cells: item.cells.map(cell) } : item));
  return { ...source, items };
}

class Reader {
  readonly #draft = new Draft();
  readonly #ledger = new Ledger();
  readonly #notes: Note[] = [];
  readonly #asked: Asked;
  readonly #owners = new Owners(this.#draft, this.#ledger);
  readonly #indicators = new IndicatorReader(this.#draft, this.#ledger);
  readonly #forms = new FormReader(
    this.#draft,
    this.#ledger,
    this.#owners,
    (perhaps) => this.#lines.unnamed(perhaps),
    () => this.#lines.isHeaded,
  );
  readonly #lines: LineReader;
  readonly #packed: PackedRows;
  readonly #sections: Sections;
  #year: { value: number; piece: Piece } | undefined;

  constructor(
    private readonly source: SourceFile,
    private readonly mapping: Mapping | undefined,
    answers: Readonly<Record<string, string>>,
  ) {
    this.#asked = new Asked(answers);
    const [draft, ledger, owners, indicators] = [this.#draft, this.#ledger, this.#owners, this.#indicators];
    const [forms, asked, notes] = [this.#forms, this.#asked, this.#notes];
    this.#lines = new LineReader(draft, ledger, asked, forms);
    this.#packed = new PackedRows({
      ...{ ledger, indicators, notes },
      owner: () => {
        forms.interrupt();
        return this.#ownerOfForm();
      },
    });
    this.#sections = new Sections({
      ...{ draft, ledger, owners, indicators, notes, forms, asked, mapping },
      ownerOfForm: () => this.#ownerOfForm(),
      lastLine: () => this.#lines.last,
      yearKnown: () => this.#yearKnown,
    });
  }

  read(): ColumnReading {
    const { items } = this.source;
    this.#year = titledYear(items);
    this.#forms.year = this.#yearKnown;
    const prose = items.some(({ kind }) => kind === 'row') ? undefined : this.#prose();
    for (let at = 0; at < items.length; ) {
      const item = items[at] as Item;
      if (item.kind === 'paragraph') {
        if (!isOfPage(item.text)) this.#close();
        if (!prose?.reads(item)) this.#lines.read(item.text, item);
        at += 1;
        continue;
      }
      const end = tableEnd(items, at);
      this.#table(
        items.slice(at, end).filter((each): each is Row => each.kind === 'row'),
        item.table,
      );
      at = end;
    }
    this.#close();
    this.#forms.finish();
    this.#owners.finish();
    this.#sections.finish();
    this.#notes.push(...inferredIn(this.#forms, this.#owners, this.#draft));
    new Settler({
      draft: this.#draft,
      ledger: this.#ledger,
      owners: this.#owners,
      indicators: this.#indicators,
      forms: this.#forms,
      notes: this.#notes,
      asked: this.#asked,
      titles: this.#lines.titles,
      decided: this.#sections.decided,
      odd: this.#sections.odd,
      year: this.#year,
      yearKnown: this.#yearKnown,
    }).all();
    return {
      report: this.#draft.finished(),
      at: this.#draft.at,
      left: this.#ledger.left(items),
      questions: this.#asked.questions.filter(({ id }) => this.#asked.answers[id] === undefined),
      notes: this.#notes,
      mapping: { tables: this.#sections.tables },
    };
  }

  #prose(): ProseReader {
    return new ProseReader({
      draft: this.#draft,
      ledger: this.#ledger,
      forms: this.#forms,
      indicators: this.#indicators,
      notes: this.#notes,
      owner: () => this.#ownerOfForm(),
    });
  }

  get #yearKnown(): number | undefined {
    const answer = this.#asked.answers.year;
    return answer !== undefined && /^\d{4}$/.test(answer) ? Number(answer) : this.#year?.value;
  }

  #table(rows: readonly Row[], table: number): void {
    const open = this.#goesOn(rows) ? this.#open : undefined;
    if (!open) this.#close();
    let { heading, reader }: { heading?: Heading | undefined; reader?: SectionReader | undefined } = open ?? {};
    this.#open = undefined;
    if (!open) this.#lines.period = undefined;
    const isGiven = (heads: readonly string[]) =>
      this.mapping !== undefined && mappedColumns(this.mapping, heads) !== undefined;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] as Row;
      const own = row.cells.filter((cell) => !cell.isContinued && cell.text.trim() !== '');
      if (own.length === 0 && !reader) continue;
      if (own.length > 1) this.#lines.interrupt();
      const isAgain = (known: Heading): boolean =>
        repeats(known, row) && sameBlock(known, row) && !this.#sections.isOfOtherPeriod(known, rows[at + 1]);
      if (heading && isAgain(heading)) {
        for (const cell of own) this.#ledger.use(cell);
        continue;
      }
      const tree = reader ? undefined : treeAt(rows, at);
      if (tree) {
        this.#tree(tree);
        at = rows.indexOf(tree.rows.at(-1)?.row ?? row);
        continue;
      }
      const isFirst = heading === undefined && own.length >= 3;
      const headed = this.mapping || mayHead(own) ? headingAt(rows, at, isGiven) : undefined;
      const found = headed ?? (isFirst ? headless(rows, at) : undefined);
      if (found) {
        reader?.finish();
        heading = found;
        reader = this.#sections.open(found, rows, at + found.rows.length, table, this.#lines.period);
        at += found.rows.length - 1;
        if (found.rows.length > 0) continue;
        for (const { cell } of found.columns)
          this.#notes.push({
            zh: '这张表没有表头，按值的样子读，请核对',
            en: 'the table has no heads: it is read by what its values look like; look at it',
            place: cell.place,
          });
        this.#data(row, own, reader, rows[at + 1]);
        at += 1;
        continue;
      }
      if (isNumbering(row)) for (const cell of own) this.#ledger.use(cell);
      else if (reader && isFormRow(row, own, reader)) {
        reader.finish();
        [reader, heading] = [undefined, undefined];
        this.#forms.row(row, rows[at + 1]);
      } else if (reader) {
        const { length } = this.#lines.titles;
        this.#data(row, own, reader, rows[at + 1]);
        // Another form below its own title, in the same table: a sheet of several.
        if (this.#lines.titles.length > length) {
          reader.finish();
          [reader, heading] = [undefined, undefined];
        }
      } else if (own.length === 1 && isAlone(row, own[0] as Cell))
        this.#lines.read((own[0] as Cell).text, own[0] as Cell);
      else if (!this.#packed.read(row, own)) this.#forms.row(row, rows[at + 1]);
    }
    if (heading && reader) this.#open = { heading, reader };
  }

  #tree(tree: Tree): void {
    this.#forms.interrupt();
    const [draft, ledger, owners, indicators] = [this.#draft, this.#ledger, this.#owners, this.#indicators];
    const unit = tree.heads.cells.map(({ text }) => moneyUnitIn(text)).find((each) => each !== undefined);
    const work = { draft, ledger, owners, indicators, notes: this.#notes };
    const titles = this.#lines.titles.map(({ text }) => text);
    const named = [owners.lineDepartment, owners.lineUnit].flatMap((each) => each?.name ?? []);
    new TreeReader(tree, work, unit ?? this.#forms.moneyUnit, [...titles, ...named]).read();
  }

  /** The rows of indicators that the last table ended with: on the next page they may go on. */
  #open: { readonly heading: Heading; readonly reader: SectionReader } | undefined;

  #close(): void {
    this.#open?.reader.finish();
    this.#open = undefined;
  }

  /** Whether a table goes on with the columns of the one before: it has them all, and begins with no label of a form. */
  #goesOn(rows: readonly Row[]): boolean {
    const first = rows.find(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
    if (!this.#open || !first) return false;
    const { heading, reader } = this.#open;
    const last = first.cells.at(-1);
    const isAsWide = last !== undefined && last.column + last.span === heading.columns.at(-1)?.to;
    const starts = new Set(heading.columns.map(({ from }) => from));
    if (!isAsWide || first.cells.length < 3 || first.cells.some(({ column }) => !starts.has(column))) return false;
    const own = first.cells.filter((cell) => !cell.isContinued && cell.text.trim() !== '');
    return (
      repeats(heading, first) ||
      (!isFormRow(first, own, reader) && !(mayHead(own) && headingAt([first], 0, () => false)))
    );
  }

  #data(row: Row, own: readonly Cell[], reader: SectionReader, next: Row | undefined): void {
    const [only] = own;
    if (own.length === 1 && only && only.span > 1 && only.span >= row.cells.length && row.cells.length === 1) {
      if (!reader.band(only)) this.#lines.read(only.text, only);
    } else reader.read(row, next);
  }

  /** Whose the rows of a table without names are: the form's project, or the department as a whole. */
  #ownerOfForm(): Node | undefined {
    const project = this.#forms.project();
    if (project) return project;
    if (this.#forms.isOverall) return this.#draft.child(this.#draft.department, 'overall');
    if (this.#owners.project) return this.#owners.project;
    return this.#forms.openUnnamed();
  }
}
