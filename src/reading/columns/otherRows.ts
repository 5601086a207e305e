import { amountIn, joined, kept } from './cellText.js';
import type { Node } from './draft.js';
import type { Piece } from './ledger.js';
import { type Entry, putText, type Section, unitOf, type Workshop } from './section.js';

/** Reads the steps of a project, and who gets how much of its money. */
export class OtherRows {
  readonly #allocations: (readonly Entry[])[] = [];
  /** The line above the table. */
  readonly #title: string;

  constructor(
    private readonly section: Section,
    private readonly work: Workshop,
  ) {
    this.#title = work.lastLine();
  }

  /** A step: what is done, from when to when. */
  step(fresh: readonly Entry[]): void {
    const { draft, ledger } = this.work;
    const content = fresh.find(({ column }) => column.field === 'plan/content');
    const owner = content && withoutNumber(content.cell.text) !== '' ? this.work.ownerOfForm() : undefined;
    if (!owner || owner.pointer.endsWith('/overall')) {
      for (const { cell } of fresh) ledger.leave(cell, 'no-name');
      return;
    }
    const member = draft.member(owner, 'plan');
    for (const { column, cell } of fresh) {
      const field = column.field.slice('plan/'.length);
      if (field === 'amount') this.#amount(member, cell, column);
      else if (column.field.startsWith('plan/')) {
        draft.put(member, field, field === 'content' ? withoutNumber(cell.text) : joined(cell.text), cell);
        ledger.use(cell);
      }
    }
  }

  /** A goal, and the numbers of the tasks that it serves. */
  goal(fresh: readonly Entry[]): void {
    const { draft } = this.work;
    const text = fresh.find(({ column }) => column.field === 'goals/text');
    const owner = text && this.work.ownerOfForm();
    if (!owner) {
      for (const { cell } of fresh) this.work.ledger.leave(cell, 'no-name');
      return;
    }
    const goal = draft.member(owner, 'goals');
    goal.data.period = 'year';
    for (const { column, cell } of fresh)
      if (column.field.startsWith('goals/')) putText(this.work, goal, column.field.slice('goals/'.length), cell);
  }

  /** A share of the money: whose, is known when all is read. */
  allocation(fresh: readonly Entry[]): void {
    this.#allocations.push(fresh);
  }

  /** The shares are of the only project that the file has, below a title that says that they are shares. */
  finish(): void {
    const { draft, ledger } = this.work;
    const projects = draft.members(draft.root, 'units').flatMap((unit) => draft.members(unit, 'projects'));
    const [project, ...others] = projects;
    const isOfOne = project !== undefined && others.length === 0 && /分配|安排|下达|分解|拨付/.test(this.#title);
    for (const fresh of this.#allocations.splice(0)) {
      const isWhole = ['place', 'amount'].every((name) =>
        fresh.some(({ column }) => column.field === `allocation/${name}`),
      );
      if (isOfOne && isWhole) this.#share(project, fresh);
      else for (const { cell } of fresh) ledger.leave(cell, 'no-project');
    }
  }

  #share(project: Node, fresh: readonly Entry[]): void {
    const { draft, ledger } = this.work;
    const member = draft.member(project, 'allocations');
    for (const { column, cell } of fresh) {
      const field = column.field.replace('allocation/', '');
      if (field === 'amount') this.#amount(member, cell, column);
      else if (field === 'project' && joined(cell.text) === project.data.name) ledger.use(cell);
      else if (column.field.startsWith('allocation/')) {
        draft.put(member, field, kept(cell.text).trim(), cell);
        ledger.use(cell);
      }
    }
  }

  #amount(node: Node, cell: Piece, column: Entry['column']): void {
    if (amountIn(cell.text) && this.work.draft.putAmount(node, cell, unitOf(this.section, column)))
      this.work.ledger.use(cell);
    else this.work.ledger.leave(cell, 'not-number');
  }
}

/** 1、作业设计. */
function withoutNumber(text: string): string {
  return joined(text).replace(
    /^(?:[（(]\d{1,2}[)）]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,2}、|[①-⑳])\s*/u,
    '',
  );
}
