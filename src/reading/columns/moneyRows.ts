import { sumAmounts } from '../../report/money.js';
import type { Cell } from '../items.js';
import { amountIn, joined } from './cellText.js';
import type { Column } from './decide.js';
import type { Node } from './draft.js';
import { fieldOfLabel } from './heads.js';
import { type Entry, isTotal, putText, type Section, settle, unitOf, type Workshop } from './section.js';

/** Reads rows that are no indicators: costs, sources of money by period, tasks of a department with their money. */
export class MoneyRows {
  constructor(
    private readonly section: Section,
    private readonly work: Workshop,
  ) {}

  /** A task of the department as a whole, with its money. */
  task(fresh: readonly Entry[]): void {
    const { draft, ledger } = this.work;
    if (!fresh.some(({ column }) => column.field === 'task/name')) {
      for (const { cell } of fresh) ledger.leave(cell, 'no-name');
      return;
    }
    const task = draft.member(draft.child(draft.department, 'overall'), 'tasks');
    for (const { column, cell } of fresh) {
      const [kind = '', name = '', period = ''] = column.field.split('/');
      if (kind === 'funding')
        settle(
          this.work.ledger,
          cell,
          draft.putMoney(task, 'funding', { source: name, period }, cell, unitOf(this.section, column)),
        );
      else if (kind === 'task' && name === 'name') this.#taskName(task, cell);
      else if (kind === 'task') putText(this.work, task, name, cell);
      else if (column.field === 'label' && /^\d{1,3}$/.test(cell.text.trim()))
        draft.put(task, 'number', cell.text.trim(), cell);
      else if (kind === 'goal') putText(this.work, task, 'expected', cell);
      else if (column.field !== 'label') ledger.leave(cell, 'no-field');
    }
  }

  /** 1.精准落实社会救助: the number of a task stands before its name. */
  #taskName(task: Node, cell: Cell): void {
    const [, number, name = cell.text] = /^\s*(\d{1,2})[.．、](?!\d)\s*(.+)$/su.exec(cell.text) ?? [];
    if (number !== undefined) this.work.draft.put(task, 'number', number, cell);
    putText(this.work, task, 'name', { ...cell, text: name });
    this.work.ledger.use(cell);
  }

  bySource(fresh: readonly Entry[]): void {
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
        settle(
          this.work.ledger,
          cell,
          draft.putMoney(owner, 'funding', { source: key, period }, cell, unitOf(this.section, column)),
        );
    }
  }

  cost(fresh: readonly Entry[]): void {
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
    if (this.work.draft.putAmount(node, cell, unitOf(this.section, column))) this.work.ledger.use(cell);
    else {
      node.data.amount = '';
      this.work.ledger.leave(cell, 'not-number');
    }
  }

  /** The sums of a cost table are money of the project; told when they are not the sums of its rows. */
  costTotal(fresh: readonly Entry[]): void {
    const owner = this.work.ownerOfForm();
    const { draft, ledger, notes } = this.work;
    for (const { column, cell } of fresh) {
      const period = column.field === 'cost/amount' ? 'year' : /^cost\/earlier\/(\w+)$/.exec(column.field)?.[1];
      if (column.field === 'cost/name' || isTotal(cell.text)) ledger.use(cell);
      else if (owner && period !== undefined) {
        const put = draft.putMoney(owner, 'funding', { source: 'total', period }, cell, unitOf(this.section, column));
        settle(this.work.ledger, cell, put);
        if (put === 'new')
          notes.push({
            zh: '明细的合计，读作项目的资金总额，请核对',
            en: 'the sum of the costs, read as the total of the project: look at it',
            place: cell.place,
          });
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
}
