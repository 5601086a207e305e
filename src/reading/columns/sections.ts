import type { Period } from '../../report/vocabulary.js';
import type { Cell, Row } from '../items.js';
import type { Asked } from './asked.js';
import { isBlank, joined, moneyUnitIn, plain } from './cellText.js';
import { type Column, decide, evenly, sampled } from './decide.js';
import type { FormReader } from './forms.js';
import { type Heading, headingAt, inHalves, isNumbering, repeats } from './heading.js';
import { periodIn } from './heads.js';
import { SectionReader } from './listRows.js';
import { type MappedTable, type Mapping, mappedColumns } from './mapping.js';
import { kindOf } from './meanings.js';
import { beginsForm, isSpanned, mayHead } from './rowKinds.js';
import type { Workshop } from './section.js';
import { withSplit } from './split.js';

/** What the columns below heads hold, decided by the heads and what stands below: a section each, and what was decided in all. */
export class Sections {
  readonly decided: Column[] = [];
  readonly odd: { readonly column: Column; readonly cell: Cell }[] = [];
  readonly tables: MappedTable[] = [];

  constructor(
    private readonly work: Omit<Workshop, 'odd'> & {
      readonly forms: FormReader;
      readonly asked: Asked;
      readonly mapping: Mapping | undefined;
      readonly yearKnown: () => number | undefined;
    },
  ) {}

  /** The period that the label beside the rows of the last section said. */
  #beside: Period | undefined;

  /** Whether the row below a repeated head is of another period than those above it. */
  isOfOtherPeriod({ columns }: Heading, next: Row | undefined): boolean {
    const period = next && this.#beside && periodOfLabel(next, columns[0]?.from ?? 0);
    return period !== undefined && period !== this.#beside;
  }

  /** A reader of the rows from `from` on, below the heads that were found. `block` is the period of the block that they stand in. */
  open(found: Heading, rows: readonly Row[], from: number, table: number, block: Period | undefined): SectionReader {
    const { ledger, notes, forms, asked, mapping } = this.work;
    for (const row of found.rows) for (const cell of row.cells) if (!cell.isContinued) ledger.use(cell);
    forms.interrupt();
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
      notes.push({
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
    const label = heading.columns.find(
      ({ field, period }, at) =>
        field === 'label' && period !== undefined && (at === 0 || found.columns[0]?.field === 'label'),
    );
    const again = below.findIndex((row) => repeats(found, row));
    const beside = label ? undefined : periodBeside(heading, again < 0 ? data : below.slice(0, again));
    this.#beside = beside;
    const period = label?.period ?? beside ?? block;
    const halved = { ...heading, columns: inHalves(heading.columns, forms.halves) };
    const heads = heading.columns.map(({ head }) => head);
    const given = mapping && mappedColumns(mapping, heads)?.map(({ field }) => field);
    const { columns, questions } = decide(halved, values, {
      table: table + 1,
      period,
      year: this.work.yearKnown(),
      given,
      answers: asked.answers,
    });
    this.decided.push(...columns);
    for (const question of questions)
      if (!asked.questions.some(({ id }) => id === question.id)) asked.questions.push(question);
    if (!this.tables.some((known) => mappedColumns({ tables: [known] }, heads))) {
      this.tables.push({ columns: columns.map(({ head, field, samples }) => ({ head, field, samples })) });
    }
    const groupUnit = heading.columns.map(({ head }) => moneyUnitIn(head)).find((unit) => unit !== undefined);
    const section = {
      kind: kindOf(columns.map(({ field }) => field)),
      columns,
      period: label || beside || block ? period : undefined,
      moneyUnit: forms.moneyUnit ?? groupUnit,
      isMerged: hasMergedLevels(columns, data),
    };
    const reader = new SectionReader(section, { ...this.work, odd: this.odd });
    this.#readers.push(reader);
    return reader;
  }

  /** Rows of totals, which are of all that was read. */
  finish(): void {
    for (const reader of this.#readers) reader.end();
  }
  readonly #readers: SectionReader[] = [];
}

/** The period that a label beside all rows says (长期绩效指标), below a blank head or one that is a label itself. */
function periodBeside({ columns }: Heading, rows: readonly Row[]): Period | undefined {
  const [first] = columns;
  if (!first || (first.field !== undefined && first.field !== 'label') || plain(first.head).length > 6)
    return undefined;
  const found = new Set(rows.map((row) => periodOfLabel(row, first.from)));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

function periodOfLabel({ cells }: Row, at: number): Period | undefined {
  const text = cells.find(({ column }) => column === at)?.text ?? '';
  return /指标|目标/.test(text) ? periodIn(plain(text)) : undefined;
}

/** Whether levels have cells that are merged over rows. */
function hasMergedLevels(columns: readonly Column[], rows: readonly Row[]): boolean {
  const levels = columns.filter(({ field }) => /^indicator\/level[12]$/.test(field));
  return rows.some(({ cells }) =>
    cells.some(
      (cell) =>
        cell.isContinued &&
        !isBlank(cell.text) &&
        levels.some(({ from, to }) => from <= cell.column && cell.column < to),
    ),
  );
}

/** Rows that are looked at to see what columns hold. */
const mostSampled = 2_000;
