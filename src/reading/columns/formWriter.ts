import { dayOf } from '../values.js';
import type { Draft, Node } from './draft.js';
import { isUnticked, rangeIn, ticked } from './formText.js';
import type { Ledger, Piece } from './ledger.js';
import { packedCosts, packedMoney } from './packed.js';
import type { Said } from './said.js';

/** Writes what the labels of a form say into the report. */
export class FormWriter {
  readonly #overall: { readonly goal: Node; readonly project: Node; readonly piece: Piece }[] = [];

  constructor(
    private readonly draft: Draft,
    private readonly ledger: Ledger,
  ) {}

  write(project: Node, { field, text, piece, moneyUnit, isOverall, years, name: called }: Said): void {
    const [kind = '', name = '', period = ''] = field.split('/');
    this.ledger.use(piece);
    if (field === 'left') {
      this.ledger.leave(piece, 'no-field', text);
      return;
    }
    if (this.signoff(project, field, text, piece)) return;
    if (kind === 'funding') {
      const put = this.draft.putMoney(project, 'funding', { source: name, period }, { ...piece, text }, moneyUnit);
      const packed = put === undefined ? packedMoney(text) : [];
      for (const each of packed)
        this.draft.putMoney(
          project,
          'funding',
          { source: each.source, period },
          { ...piece, text: each.text },
          moneyUnit,
        );
      if (put !== 'new' && put !== 'same' && packed.length === 0) this.ledger.leave(piece, put ?? 'not-number', text);
    } else if (kind === 'costs') {
      const lines = packedCosts(text);
      for (const { name: line, content, amount } of lines) {
        const node = this.draft.member(project, 'costLines');
        this.draft.put(node, 'name', line, piece);
        this.draft.put(node, 'content', content, piece);
        this.draft.putAmount(node, { ...piece, text: amount }, moneyUnit);
      }
      if (lines.length === 0) this.ledger.leave(piece, 'no-field', text);
    } else if (kind === 'areas') {
      const areas = text.split(/[、，,；;\s]+/u).filter((area) => area !== '');
      project.data.areas = areas;
      for (const at of areas.keys()) this.draft.at.set(`${project.pointer}/areas/${at}`, piece.place);
    } else if (kind === 'goal') {
      const goal = this.draft.member(project, 'goals');
      goal.data.period = name;
      if (isOverall) this.#overall.push({ goal, project, piece });
      if (years) Object.assign(goal.data, years);
      if (called) this.draft.put(goal, 'name', called.text.trim(), called);
      this.draft.put(goal, 'text', text.trim(), piece);
    } else if (field === 'contacts/personPhone') this.#person(project, 'person', text.trim(), piece);
    else if (field === 'contacts/headWithPhone') this.#person(project, 'head', text.trim(), piece);
    else if (kind === 'contacts' || kind === 'programme')
      this.put(this.draft.child(project, kind), name, text.trim(), piece);
    else if (kind === 'authority') {
      const authority = this.draft.member(project, 'authorities');
      this.draft.put(authority, 'title', name, piece);
      this.put(authority, 'name', text.trim(), piece);
    } else if (kind === 'period') this.#putPeriod(project, name, text.trim(), piece);
    else if (kind === 'project' && isUnticked(text)) this.ledger.leave(piece, 'no-value', text);
    else if (kind === 'project') this.put(project, name, ticked(text) ?? text.trim(), piece);
    else this.ledger.leave(piece, 'no-field', text);
  }

  /** What a form says of the department as a whole. */
  writeOverall({ field, text, piece, moneyUnit, isOverall = false, name: called }: Said): void {
    const [kind = '', name = '', period = ''] = field.split('/');
    const { draft } = this;
    const overall = draft.child(draft.department, 'overall');
    this.ledger.use(piece);
    if (kind === 'goal') {
      const goal = draft.member(overall, 'goals');
      goal.data.period = name;
      if (isOverall) this.#overall.push({ goal, project: overall, piece });
      if (called) draft.put(goal, 'name', called.text.trim(), called);
      draft.put(goal, 'text', text.trim(), piece);
    } else if (kind === 'overall' && name === 'duties') {
      overall.data.duties ??= [];
      (overall.data.duties as string[]).push(text.trim());
      draft.at.set(`${overall.pointer}/duties/${(overall.data.duties as string[]).length - 1}`, piece.place);
    } else if (kind === 'overall') this.put(overall, name, text.trim(), piece);
    else if (kind === 'staff') {
      if (/^\d{1,6}$/.test(text.trim())) this.put(draft.child(overall, 'staff'), name, Number(text), piece);
      else this.ledger.leave(piece, 'not-number', text);
    } else {
      // What a department's form says of sources is its income.
      const list = kind === 'expenditure' ? kind : 'income';
      const key = kind === 'expenditure' ? { kind: name, period } : { source: name, period };
      const put = draft.putMoney(overall, list, key, { ...piece, text }, moneyUnit);
      if (put !== 'new' && put !== 'same') this.ledger.leave(piece, put ?? 'not-number', text);
    }
  }

  /** Names and telephones below the table, or of the project's head. */
  signoff(project: Node | undefined, field: string, text: string, piece: Piece): boolean {
    const [kind, name = ''] = field.split('/');
    if (field === 'phone') {
      const { head, person } = (project?.data.contacts ?? {}) as { head?: string; person?: string };
      const whose = head !== undefined ? 'headPhone' : person !== undefined ? 'personPhone' : undefined;
      if (project && whose !== undefined && this.draft.root.data.signoff === undefined)
        this.put(this.draft.child(project, 'contacts'), whose, text.trim(), piece);
      else this.put(this.draft.child(this.draft.root, 'signoff'), 'phone', text.trim(), piece);
      return true;
    }
    if (kind !== 'signoff') return false;
    this.put(this.draft.child(this.draft.root, 'signoff'), name, text.trim(), piece);
    return true;
  }

  /** 李某，13900000000: a name and a telephone in one cell. */
  #person(project: Node, whose: 'person' | 'head', text: string, piece: Piece): void {
    const [, person, phone] = /^([\u4e00-\u9fff·\s]{2,12}?)[\s，,、：:/]*([\d*()（）+-]{7,20})$/u.exec(text) ?? [];
    const contacts = this.draft.child(project, 'contacts');
    if (person !== undefined) this.put(contacts, whose, person, piece);
    if (phone !== undefined || /\d{7}/.test(text) || whose === 'person')
      this.put(contacts, `${whose}Phone`, phone ?? text, piece);
    else this.put(contacts, whose, text, piece);
  }

  /** The start and the end as dates; a text that is none is how long it takes. */
  #putPeriod(project: Node, name: string, text: string, piece: Piece): void {
    const range = name === 'years' ? rangeIn(text) : undefined;
    if (range) {
      const period = this.draft.child(project, 'period');
      for (const end of ['start', 'end'] as const) this.put(period, end, range[end], piece);
      return;
    }
    const isDate = name === 'start' || name === 'end';
    const value = isDate ? dayOf(text) : text;
    if (value === undefined) this.ledger.leave(piece, 'no-field', text);
    else this.put(this.draft.child(project, 'period'), name, value, piece);
  }

  put(node: Node, name: string, value: string | number, piece: Piece): void {
    this.ledger.use(piece);
    if (this.draft.put(node, name, value, piece) === 'differs') this.ledger.leave(piece, 'differs');
  }

  /** 总体目标 without another goal beside it is the year's: Hainan 2022, Longyan 2023, Chencang 2020. Returns where it stands. */
  settleGoals(): Piece[] {
    return this.#overall.flatMap(({ goal, project, piece }) => {
      if (this.draft.members(project, 'goals').length > 1) return [];
      goal.data.period = 'year';
      return [piece];
    });
  }
}
