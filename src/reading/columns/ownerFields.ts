import type { Cell } from '../items.js';
import { amountIn, kept } from './cellText.js';
import type { Column } from './decide.js';
import type { Node } from './draft.js';
import { packedMoney } from './packed.js';
import { type Entry, putText, type Section, settle, unitOf, type Workshop } from './section.js';

/** What is said of a project in each of its rows. */
const ofOwner = /^(?:funding|spending|goal|task|period|project|overall)\/|^(?:unit|department)\/code$/;

/** Reads what rows say of their project, task or department: money, goals, texts. */
export class OwnerFields {
  readonly #ofOwner: ReadonlySet<Column>;

  constructor(
    private readonly section: Section,
    private readonly work: Workshop,
  ) {
    this.#ofOwner = new Set(section.columns.filter(({ field }) => ofOwner.test(field)));
  }

  /** Money, goals and texts of the project. Repeated in each of its rows they are read once. */
  read(owner: Node, fresh: readonly Entry[]): void {
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
      settle(
        this.work.ledger,
        cell,
        isOverall
          ? draft.putMoney(owner, 'expenditure', { kind: name, period }, cell, unitOf(this.section, column))
          : undefined,
      );
    else if (kind === 'goal' && isTask) putText(this.work, owner, 'expected', cell);
    else if (kind === 'goal') this.#goal(owner, name, cell);
    else if (column.field === 'task/content' && isTask) putText(this.work, owner, 'content', cell);
    else if (column.field === 'project/parent') putText(this.work, owner, 'parent', cell);
    else if (kind === 'overall' && isOverall) this.#duty(owner, cell);
    else if (kind === 'overall') ledger.leave(cell, 'no-field');
    else if (kind === 'period') putText(this.work, draft.child(owner, 'period'), name, cell);
    else if (kind === 'project' && !/^(?:|code|name|number)$/.test(name)) putText(this.work, owner, name, cell);
    else if (/^(?:project|unit|department)\/code$/.test(column.field)) ledger.use(cell);
  }

  /** A duty of the department, merged beside its indicators. */
  #duty(overall: Node, cell: Cell): void {
    overall.data.duties ??= [];
    const duties = overall.data.duties as string[];
    if (!duties.includes(kept(cell.text))) {
      duties.push(kept(cell.text));
      this.work.draft.at.set(`${overall.pointer}/duties/${duties.length - 1}`, cell.place);
    }
    this.work.ledger.use(cell);
  }

  /** An amount, or several sources with theirs in one cell. */
  #money(owner: Node, list: string, source: string, period: string, cell: Cell, column: Column): void {
    const { draft } = this.work;
    const packed = amountIn(cell.text) ? [] : packedMoney(cell.text);
    const parts = packed.length > 0 ? packed : [{ source, text: cell.text }];
    for (const each of parts) {
      const piece = { ...cell, text: each.text };
      const put = draft.putMoney(owner, list, { source: each.source, period }, piece, unitOf(this.section, column));
      settle(this.work.ledger, cell, put);
    }
  }

  #goal(owner: Node, period: string, cell: Cell): void {
    const { draft, ledger } = this.work;
    const text = kept(cell.text);
    const known = draft.members(owner, 'goals').filter(({ data }) => data.period === period);
    if (known.some(({ data }) => data.text === text)) {
      ledger.use(cell);
      return;
    }
    const before = known.at(-1);
    // 目标2：… merged over its own rows.
    if (
      before &&
      /^\s*(?:子|分|绩效)?目标\s*[二三四五六七八九2-9]/u.test(text) &&
      /^\s*(?:子|分|绩效)?目标/u.test(String(before.data.text))
    ) {
      this.#put(owner, period, text, cell);
      return;
    }
    // A page ended in its midst.
    if (
      before &&
      !/[。；！.;!]\s*$/u.test(before.data.text as string) &&
      !/^[\s\u3000]*(?:\d|[一二三四五六七八九十（(])/u.test(text)
    ) {
      before.data.text = `${String(before.data.text).trimEnd()}${text.trimStart()}`;
      this.work.notes.push({
        zh: '接上一页的文字，合为一段，请核对',
        en: 'goes on with the text of the page before: look at it',
        place: cell.place,
      });
      ledger.use(cell);
      return;
    }
    if (before) {
      ledger.leave(cell, 'differs');
      return;
    }
    this.#put(owner, period, text, cell);
  }

  #put(owner: Node, period: string, text: string, cell: Cell): void {
    const goal = this.work.draft.member(owner, 'goals');
    goal.data.period = period;
    this.work.draft.put(goal, 'text', text, cell);
    this.work.ledger.use(cell);
  }
}
