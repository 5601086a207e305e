import type { Period } from '../../report/vocabulary.js';
import type { Cell, Item, Row, SourceFile } from '../items.js';
import type { Note } from '../told.js';
import { Asked } from './asked.js';
import { joined, moneyUnitIn, plain } from './cellText.js';
import { type Column, decide, evenly, sampled } from './decide.js';
import { Draft, type Node } from './draft.js';
import { FormReader } from './forms.js';
import { isOfText, labelled } from './formText.js';
import { type Heading, headingAt, inHalves, isNumbering, repeats } from './heading.js';
import { headless } from './headless.js';
import { fieldOfLabel, periodIn } from './heads.js';
import { IndicatorReader } from './indicators.js';
import { inferredIn } from './inferred.js';
import { Ledger, type Piece } from './ledger.js';
import { SectionReader } from './listRows.js';
import { bareLevel, looks } from './looks.js';
import { type MappedTable, type Mapping, mappedColumns } from './mapping.js';
import { kindOf } from './meanings.js';
import { Owners } from './owners.js';
import { clausesOf, ProseReader } from './prose.js';
import type { ColumnReading } from './reading.js';
import { beginsForm, isAlone, isFormRow, isOfPage, isSpanned, mayHead, sameBlock, tableEnd } from './rowKinds.js';
import { Settler } from './settle.js';
import { withSplit } from './split.js';
import { titledYear } from './titledYear.js';

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
  readonly #tables: MappedTable[] = [];
  readonly #owners = new Owners(this.#draft, this.#ledger);
  readonly #indicators = new IndicatorReader(this.#draft, this.#ledger);
  readonly #forms = new FormReader(this.#draft, this.#ledger, this.#owners, (perhaps) => this.#unnamed(perhaps));
  /** Lines that are nothing else; the last may name the project. */
  readonly #lines: { text: string; piece: Piece }[] = [];
  readonly #titles: { text: string; piece: Piece }[] = [];
  readonly #decided: Column[] = [];
  readonly #odd: { readonly column: Column; readonly cell: Cell }[] = [];
  #year: { value: number; piece: Piece } | undefined;
  #period: Period | undefined;

  constructor(
    private readonly source: SourceFile,
    private readonly mapping: Mapping | undefined,
    answers: Readonly<Record<string, string>>,
  ) {
    this.#asked = new Asked(answers);
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
        if (!prose?.reads(item)) this.#paragraph(item.text, item);
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
    this.#notes.push(...inferredIn(this.#forms, this.#owners, this.#draft));
    new Settler({
      draft: this.#draft,
      ledger: this.#ledger,
      owners: this.#owners,
      indicators: this.#indicators,
      forms: this.#forms,
      notes: this.#notes,
      asked: this.#asked,
      titles: this.#titles,
      decided: this.#decided,
      odd: this.#odd,
      year: this.#year,
      yearKnown: this.#yearKnown,
    }).all();
    return {
      report: this.#draft.finished(),
      at: this.#draft.at,
      left: this.#ledger.left(items),
      questions: this.#asked.questions.filter(({ id }) => this.#asked.answers[id] === undefined),
      notes: this.#notes,
      mapping: { tables: this.#tables },
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

  /** Text outside of tables, or a row of one cell: a title, a year, labels with a colon, a note. */
  #paragraph(text: string, piece: Piece): void {
    const bare = plain(text);
    if (bare === '') return;
    const label = this.#above;
    this.#above = undefined;
    if (label && bare.length > 6 && fieldOfLabel(text) === undefined && labelled(text).length === 0) {
      this.#forms.saysBelow(label, piece);
      return;
    }
    if ('span' in piece && isOfText(fieldOfLabel(text))) this.#above = piece;
    if (/^\(?(?:19|20|21)\d\d年度?\)?$/.test(bare)) {
      this.#ledger.use(piece);
      return;
    }
    if (/^\(?(?:金额)?单位:(?:人民币)?万?元\)?$/.test(bare) || /^\(?(?:人民币)?万元\)?$/.test(bare)) {
      this.#forms.moneyUnit = moneyUnitIn(text.replace(/\s/gu, ''));
      this.#ledger.use(piece);
      return;
    }
    // What a note says of how to fill the form in is the form's.
    if (/^(?:备注:|注:?)/.test(bare) && text.length > 3 && !/填报|填写|口径|必评/u.test(bare)) {
      const notes = (this.#draft.root.data.notes ?? []) as string[];
      this.#draft.root.data.notes = notes;
      notes.push(text.trim().replace(/^注\s*[：:]\s*/u, ''));
      this.#draft.at.set(`/notes/${notes.length - 1}`, piece.place);
      this.#ledger.use(piece);
      return;
    }
    if (this.#forms.line(text, piece) || this.#forms.heading(text, piece)) return;
    const isTitle =
      bare.length < 60 &&
      bare.length > 6 &&
      /(?:表|整体(?:支出)?绩效目标)(?:\([^()]*\))?$/.test(bare) &&
      /绩效|目标|自评|申报|审批/.test(bare);
    if (isTitle) {
      this.#forms.moneyUnit = moneyUnitIn(text) ?? this.#forms.moneyUnit;
      this.#forms.title();
      this.#titles.push({ text: joined(text).replace(/^附[件表]\s*\d*\s*[：:]\s*/u, ''), piece });
      if (/整体/.test(bare)) {
        this.#forms.isOverall = true;
      }
      this.#ledger.use(piece);
      return;
    }
    if (bare === '基本信息') {
      this.#ledger.use(piece);
      return;
    }
    if (/^(?:(?:年度|本年度|长期|中期|实施期)?绩效指标|年度绩效目标)$/.test(bare)) {
      this.#period = periodIn(bare);
      this.#ledger.use(piece);
      return;
    }
    if (text.trim().length <= 40)
      this.#lines.push({ text: joined(text).replace(/^(?:19|20|21)\d\d\s*年度?(?=.{4})/u, ''), piece });
  }

  /** A label in a row of its own, whose text stands in the next. */
  #above: Piece | undefined;

  #table(rows: readonly Row[], table: number): void {
    const open = this.#goesOn(rows) ? this.#open : undefined;
    if (!open) this.#close();
    let { heading, reader }: { heading?: Heading | undefined; reader?: SectionReader | undefined } = open ?? {};
    this.#open = undefined;
    if (!open) this.#period = undefined;
    const isGiven = (heads: readonly string[]) =>
      this.mapping !== undefined && mappedColumns(this.mapping, heads) !== undefined;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] as Row;
      const own = row.cells.filter((cell) => !cell.isContinued && cell.text.trim() !== '');
      if (own.length === 0 && !reader) continue;
      if (own.length > 1) this.#above = undefined;
      if (heading && repeats(heading, row) && sameBlock(heading, row)) {
        for (const cell of own) this.#ledger.use(cell);
        continue;
      }
      const isFirst = heading === undefined && own.length >= 3;
      const headed = this.mapping || mayHead(own) ? headingAt(rows, at, isGiven) : undefined;
      const found = headed ?? (isFirst ? headless(rows, at) : undefined);
      if (found) {
        reader?.finish();
        heading = found;
        reader = this.#section(found, rows, at + found.rows.length, table);
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
      } else if (reader) this.#data(row, own, reader, rows[at + 1]);
      else if (own.length === 1 && isAlone(row, own[0] as Cell)) this.#paragraph((own[0] as Cell).text, own[0] as Cell);
      else if (!this.#packed(row, own)) this.#forms.row(row, rows[at + 1]);
    }
    if (heading && reader) this.#open = { heading, reader };
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

  /** A level and beside it all its indicators in one cell, without a head. */
  #packed(row: Row, own: readonly Cell[]): boolean {
    const text = row.cells.findLast((cell) => cell.text.trim() !== '');
    const levels = text ? row.cells.slice(0, row.cells.indexOf(text)).filter((cell) => cell.text.trim() !== '') : [];
    const last = levels.at(-1);
    if (!text || !last || text.isContinued || !own.includes(text)) return false;
    const isLevel = (which: 'level1' | 'level2') => (cell: Cell) => looks(cell.text, which);
    if (!isLevel('level1')(last) && !isLevel('level2')(last)) return false;
    const found = clausesOf(text.text);
    const isPacked = found.some(({ value }) => value !== undefined) || this.#wasPacked === row.table;
    if (!isPacked || found.some(({ name }) => name.length > 60)) return false;
    this.#wasPacked = row.table;
    this.#forms.interrupt();
    const owner = this.#ownerOfForm();
    if (!owner) return false;
    for (const cell of levels) this.#ledger.use(cell);
    // 成本指标 below 产出指标 is its second level.
    const isSecond = isLevel('level2')(last) && levels.some((cell) => cell !== last && isLevel('level1')(cell));
    const above = levels.findLast((cell) => isLevel('level1')(cell) && !(isSecond && cell === last));
    const below = last !== above && isLevel('level2')(last) ? last : undefined;
    const first = above && { text: bareLevel(above.text), piece: above };
    const second = below && { text: bareLevel(below.text), piece: below };
    for (const { name, value } of found) {
      const pieces = new Map(value === undefined ? [] : [['indicator/annualTarget', { ...text, text: value }]]);
      this.#indicators.read(owner, { ...text, text: name }, { level1: first, level2: second }, pieces, undefined);
    }
    this.#notes.push({
      zh: '一格里有几个指标，按句子读入，请核对',
      en: 'one cell says several indicators: read from its sentences; look at them',
      place: text.place,
    });
    return true;
  }

  /** The table whose rows have all indicators of a level in one cell. */
  #wasPacked: number | undefined;

  #data(row: Row, own: readonly Cell[], reader: SectionReader, next: Row | undefined): void {
    const [only] = own;
    if (own.length === 1 && only && only.span > 1 && only.span >= row.cells.length && row.cells.length === 1) {
      if (!reader.band(only)) this.#paragraph(only.text, only);
    } else reader.read(row, next);
  }

  #section(found: Heading, rows: readonly Row[], from: number, table: number): SectionReader {
    for (const row of found.rows) for (const cell of row.cells) if (!cell.isContinued) this.#ledger.use(cell);
    this.#forms.interrupt();
    const below = rows.slice(from);
    const until = below.findIndex(
      (row) =>
        beginsForm(row) ||
        (mayHead(row.cells) && !repeats(found, row) && headingAt([row], 0, () => false) !== undefined),
    );
    const shown = evenly(until < 0 ? below : below.slice(0, until), mostSampled).filter(
      (row) => !isNumbering(row) && !repeats(found, row),
    );
    const { columns: split, parted } = withSplit(
      found.columns,
      shown.filter((row) => !isSpanned(row, found)),
    );
    for (const { cell } of parted)
      this.#notes.push({
        zh: `“${joined(cell.text)}”之下不止一栏，按值的样子读，请核对`,
        en: `there is more than one column below ${joined(cell.text)}: they are read by what they look like; look at them`,
        place: cell.place,
      });
    const heading = { ...found, columns: split };
    const data = shown.filter((row) => !isSpanned(row, heading));
    const values = heading.columns.map(({ from: first, to }) =>
      sampled(
        data.flatMap((row) =>
          row.cells
            .filter((cell) => first <= cell.column && cell.column < to && !cell.isContinued)
            .map(({ text }) => text.trim()),
        ),
      ),
    );
    const label = heading.columns.find(({ field, period }) => field === 'label' && period !== undefined);
    const period = label?.period ?? this.#period;
    const halved = { ...heading, columns: inHalves(heading.columns, this.#forms.halves) };
    const heads = heading.columns.map(({ head }) => head);
    const given = this.mapping && mappedColumns(this.mapping, heads)?.map(({ field }) => field);
    const { columns, questions } = decide(halved, values, {
      table: table + 1,
      period,
      year: this.#yearKnown,
      given,
      answers: this.#asked.answers,
    });
    this.#decided.push(...columns);
    for (const question of questions)
      if (!this.#asked.questions.some(({ id }) => id === question.id)) this.#asked.questions.push(question);
    if (!this.#tables.some((known) => mappedColumns({ tables: [known] }, heads))) {
      this.#tables.push({ columns: columns.map(({ head, field, samples }) => ({ head, field, samples })) });
    }
    const groupUnit = heading.columns.map(({ head }) => moneyUnitIn(head)).find((unit) => unit !== undefined);
    const section = {
      kind: kindOf(columns.map(({ field }) => field)),
      columns,
      period: label || this.#period ? period : undefined,
      moneyUnit: this.#forms.moneyUnit ?? groupUnit,
    };
    return new SectionReader(section, {
      draft: this.#draft,
      ledger: this.#ledger,
      owners: this.#owners,
      indicators: this.#indicators,
      notes: this.#notes,
      odd: this.#odd,
      ownerOfForm: () => this.#ownerOfForm(),
    });
  }

  /** Whose the rows of a table without names are: the form's project, or the department as a whole. */
  #ownerOfForm(): Node | undefined {
    const project = this.#forms.project();
    if (project) return project;
    if (this.#forms.isOverall) return this.#draft.child(this.#draft.department, 'overall');
    if (this.#owners.project) return this.#owners.project;
    return this.#forms.openUnnamed();
  }

  /** The project of a form that has no label for its name: the line above, or what the title begins with; it is asked. */
  #unnamed(perhaps: Piece | undefined): { readonly name?: string; readonly piece?: Piece } {
    const lines = this.#lines.filter(({ text }) => /(?:项目|经费|资金|工程|补助|补贴|奖励|计划)$/u.test(text));
    const titles = this.#titles.flatMap(({ text, piece }) => {
      const [, name = ''] =
        /^(?:(?:19|20|21)\d\d\s*年度?)?(.{4,40}?)(?:\d+(?:\.\d+)?万?元)?(?:(?:部门|单位)?整体)?(?:支出)?绩效(?:目标)?/u.exec(
          text,
        ) ?? [];
      return /^(?:财政|部门|预算|项目|专项|一般|政策|支出|资金|单位|附件)/u.test(name) || looks(name, 'body')
        ? []
        : [{ text: name.replace(/^\d{1,2}[、.．]\s*/u, ''), piece }];
    });
    const beside = perhaps && { text: joined(perhaps.text), piece: perhaps };
    const found = beside ?? titles.at(-1) ?? lines.at(-1);
    const id = this.#unnamedCount === 0 ? 'project' : `project-${this.#unnamedCount + 1}`;
    const name = this.#asked.answers[id] ?? found?.text;
    this.#asked.ask(
      id,
      '表里没有项目名称，是哪个项目？',
      'The table names no project: which one is it?',
      name,
      [],
      found?.piece,
    );
    if (found) this.#unnamedCount += 1;
    return { ...(name !== undefined && { name }), ...(found && { piece: found.piece }) };
  }
  #unnamedCount = 0;
}

/** Rows that are looked at to see what columns hold. */
const mostSampled = 2_000;
