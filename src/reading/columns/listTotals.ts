import { sumAmounts } from '../../report/money.js';
import type { Cell } from '../items.js';
import { amountIn } from './cellText.js';
import type { Column } from './decide.js';
import type { Node } from './draft.js';
import { type Entry, type Section, settle, unitOf, type Workshop } from './section.js';

interface Line {
  readonly source?: string;
  readonly period?: string;
  readonly amount?: string;
}

/** Rows of totals in a list: the only one, which is the sum of all projects of the file, is the department's money. Others are left. */
export class ListTotals {
  readonly #rows: (readonly Entry[])[] = [];
  readonly #projects = new Set<Node['data']>();

  constructor(
    private readonly section: Section,
    private readonly work: Workshop,
  ) {}

  hold(row: readonly Entry[]): void {
    this.#rows.push(row);
  }

  saw({ data }: Node): void {
    this.#projects.add(data);
  }

  /** When all of the file is read. */
  finish(): void {
    const [row] = this.#rows;
    const amounts = row?.flatMap(({ column, cell }) => {
      const [, source, period] = /^funding\/(\w+)\/(\w+)$/.exec(column.field) ?? [];
      const written = amountIn(cell.text)?.amount;
      if (source === undefined || period === undefined || written === undefined) return [];
      return [{ column, cell, source, period, written, sum: this.#sumOf(source, period) }];
    });
    const agreed = amounts?.filter(({ written, sum }) => sum !== '' && Number(written) === Number(sum)) ?? [];
    const { ledger } = this.work;
    const isOfAll = this.#rows.length === 1 && this.#projects.size > 1 && this.#projects.size === this.#allProjects();
    if (!row || !amounts || !isOfAll || agreed.length < amounts.length / 2 || agreed.length === 0) {
      for (const { cell } of this.#rows.flat()) ledger.leave(cell, 'total');
      return;
    }
    for (const { column, cell } of row) {
      const found = amounts.find((each) => each.cell === cell);
      if (found) this.#put(found.cell, column, found);
      else if (amountIn(cell.text)) ledger.leave(cell, 'total');
      else ledger.use(cell);
    }
  }

  #put(cell: Cell, column: Column, { source, period, written, sum }: Line & { written: string; sum: string }): void {
    const { draft, ledger, notes } = this.work;
    const key = { source: String(source), period: String(period) };
    settle(ledger, cell, draft.putMoney(draft.department, 'funding', key, cell, unitOf(this.section, column)));
    const isSum = Number(written) === Number(sum);
    notes.push({
      zh: isSum ? '各项目的合计，读作部门的资金，请核对' : `合计 ${written}，各项目之和 ${sum}`,
      en: isSum
        ? 'the sum of all projects, read as money of the department: look at it'
        : `the total is ${written}, the projects add up to ${sum}`,
      place: cell.place,
    });
  }

  #sumOf(source: string, period: string): string {
    const lines = [...this.#projects].flatMap(({ funding }) => (funding ?? []) as Line[]);
    const own = lines.filter((line) => line.source === source && line.period === period);
    return own.length === 0 ? '' : sumAmounts(own.map(({ amount }) => amount ?? ''));
  }

  #allProjects(): number {
    const units = (this.work.draft.root.data.units ?? []) as { projects?: unknown[] }[];
    return units.reduce((sum, { projects = [] }) => sum + projects.length, 0);
  }
}
