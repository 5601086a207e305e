import type { MoneyUnit } from '../../report/schema.js';
import type { Period } from '../../report/vocabulary.js';
import type { Cell, Row } from '../items.js';
import { BudgetColumns } from './budgetColumns.js';
import { isBlank, joined, moneyUnitIn, plain } from './cellText.js';
import type { Draft, Node } from './draft.js';
import { answersBelow, innerLabel, isHeads, isLabel, isLevel, isRowNumber, mayBeName } from './formCells.js';
import { FormGoals } from './formGoals.js';
import { hasAnother, unitOf } from './formOwners.js';
import { isMoneyLabel, labelled, totalOrYear, withoutNumber, withoutSeal } from './formText.js';
import { FormWriter } from './formWriter.js';
import { fieldOfLabel, isAuthority, ofPeriod, periodIn } from './heads.js';
import type { Ledger, Piece } from './ledger.js';
import { looks } from './looks.js';
import type { Owners } from './owners.js';
import { moneyIn, packedMoney } from './packed.js';
import { isOfProject, isOverallGoal, namedBy, ofOwners, type Said, yearsIn } from './said.js';
import { SourceHeads } from './sourceHeads.js';

/** Reads labels and what they say: rows of forms, and lines outside of tables. */
export class FormReader {
  #waiting: Said[] = [];
  /** Of the form in hand; undefined until its project is made. */
  #project: Node | undefined;
  /** The form is of a department as a whole: its list of projects is none of forms. */
  isOverall = false;
  /** What says that the form is of a project, where its title says that it is of a department as a whole. */
  notWhole: Piece | undefined;
  readonly #periods = new Map<number, Period>();
  /** Of the report, where it is known already. */
  year: number | undefined;
  moneyUnit: MoneyUnit | undefined;
  /** Names of bodies that run a project beside the unit: which of the two a reader takes for the unit is a matter of view. */
  readonly apart: Piece[] = [];

  readonly #goals: FormGoals;
  readonly #budget: BudgetColumns;
  readonly #writer: FormWriter;
  readonly #sources: SourceHeads;

  constructor(
    private readonly draft: Draft,
    private readonly ledger: Ledger,
    private readonly owners: Owners,
    /** The name of a project that its form does not say, perhaps that behind a label that is not known. */
    private readonly unnamed: (perhaps: Piece | undefined) => { readonly name?: string; readonly piece?: Piece },
    /** Whether a line that numbers the next project was read: （二）送戏下乡. */
    private readonly isHeaded: () => boolean,
  ) {
    this.#goals = new FormGoals(ledger, (said, label) => this.#say(said, label));
    this.#budget = new BudgetColumns((said) => this.#say(said, ''));
    this.#writer = new FormWriter(draft, ledger);
    this.#sources = new SourceHeads(ledger, this, (said) => this.#say(said, ''));
  }

  /** 总体目标 without another goal beside it is the year's. Returns where it stands. */
  settleGoals(): Piece[] {
    return this.#writer.settleGoals();
  }

  /** The periods of the halves of a form that has 中期目标 and 年度目标 side by side. */
  get halves(): readonly (Period | undefined)[] {
    return this.#goals.halves;
  }

  /** Amounts of the budget as it was changed, taken where the first has none. */
  get revised(): readonly Piece[] {
    return this.#budget.revised;
  }

  /** What stands below a heading that is a label, of a project. Money names its sources: 财政资金895.8万元. */
  says(field: string, text: string, piece: Piece, project: Node | undefined): void {
    this.#project ??= project;
    const money = field.startsWith('funding/') ? moneyIn(text) : undefined;
    const [body = text] = field === 'unit' ? text.split(/[\s\u3000]+/u) : [];
    const own = money ? `funding/${money.source}/year` : field;
    this.ledger.use(piece);
    this.#say({ field: own, text: money?.text ?? body, piece, moneyUnit: this.moneyUnit }, '');
  }

  /** What stands in the row below a label that has a row of its own. */
  saysBelow(label: Piece, text: Piece): void {
    const field = fieldOfLabel(withoutNumber(label.text)) as string;
    for (const piece of [label, text]) this.ledger.use(piece);
    this.#say({ field, text: text.text, piece: text, moneyUnit: undefined }, label.text);
  }

  /** The project of the form in hand, made when rows need it. */
  project(): Node | undefined {
    if (
      this.#project === undefined &&
      this.#waiting.some(({ field }) => field === 'project' || field === 'project/name')
    )
      this.#open();
    return this.#project;
  }

  /** A title begins another form: what names no project there is not of the one whose form had its rows. */
  title(): void {
    const cells = this.#waiting.filter(({ piece }) => 'span' in piece);
    if (cells.some(({ field }) => field.startsWith('goal/'))) this.finish();
    else {
      // Sums above the forms are of no project.
      const sums = this.#waiting.filter(({ field, piece }) => 'span' in piece && field.startsWith('funding/'));
      for (const said of sums) this.#lineSays(said);
      this.#waiting = this.#waiting.filter((said) => !sums.includes(said));
    }
    if (this.#isUnnamed && this.#isFull) this.#leaveProject();
  }
  #isUnnamed = false;

  /** A project that no label names. What its form says is kept, whether a name is found or not. */
  openUnnamed(): Node {
    const { name, piece } = this.unnamed(this.#unknown);
    this.#isUnnamed = true;
    if (name !== undefined && piece)
      this.#waiting.push({ field: 'project/name', text: name, piece, moneyUnit: undefined });
    this.#open();
    const project = this.#project as unknown as Node;
    if (name !== undefined) project.data.name ??= name;
    return project;
  }

  /** What stands beside the first label of a form that is not known, and may be that of its name: 支出项目. */
  #unknown: Piece | undefined;

  /** A row of a form: labels, each with the cell behind it. */
  row(row: Row, below?: Row): void {
    if (row === this.#answered) return;
    const cells = row.cells.filter((cell) => !cell.isContinued).map(innerLabel);
    for (const cell of row.cells) if (!cell.isContinued && !cells.includes(cell)) this.ledger.use(cell);
    if (this.#goals.reads(row, cells)) return;
    if (this.#sources.reads(row, cells, below)) return;
    if (this.#labelsAbove(cells, below)) return;
    this.#goals.below(row, cells);
    this.#goals.heads(cells, below);
    // Beside other labels 省级主管部门 alone is the department.
    const authorities = cells.filter(({ text }) => isAuthority(text));
    const isOne =
      authorities.length === 1 && cells.length > 2 && fieldOfLabel(authorities[0]?.text ?? '') === 'department';
    if (authorities.length > 0 && !isOne) {
      this.#authorities(cells);
      if (cells.every(({ text }, at) => at % 2 === 1 || isAuthority(text))) return;
    }
    this.#goals.halve();
    if (isHeads(cells)) {
      this.#goals.useHeads();
      for (const { text } of cells)
        if (fieldOfLabel(text) === 'label') this.moneyUnit = moneyUnitIn(text) ?? this.moneyUnit;
      this.#budget.heads(cells);
      return;
    }
    this.#budget.execution(cells);
    const isOfMoney = cells.some(({ text }) => isMoneyLabel(text));
    const isBesideYear = cells.some(({ text }) => fieldOfLabel(text) === 'funding/total/year');
    const [side] = row.cells;
    const isBesideMoney = side?.isContinued === true && isMoneyLabel(side.text);
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] as Cell;
      if (isAuthority(cell.text) && !isOne) {
        at += 1;
        continue;
      }
      const packed = isOfMoney || at > 0 || isBesideMoney ? moneyIn(cell.text) : undefined;
      if (packed && fieldOfLabel(cell.text) === undefined) {
        this.#say(
          {
            field: this.#ofColumn(`funding/${packed.source}/?`, cell),
            text: packed.text,
            piece: cell,
            moneyUnit: this.moneyUnit,
          },
          '',
        );
        continue;
      }
      const own = fieldOfLabel(cell.text);
      // 项目总额 beside 本年度预算 is that of all years.
      const named = own === 'funding/total/?' && isBesideYear ? 'funding/total/whole' : own;
      const field =
        (isOfMoney && at > 0) || isBesideMoney
          ? (totalOrYear(cells, at) ?? named)
          : isMoneyLabel(cell.text) && packedMoney(cells[at + 1]?.text ?? '').length > 0
            ? 'funding/total/?'
            : named;
      // 项目名称： with its value in the next cell is a label, no line.
      if (cell.text.trim() === '' || this.#goals.isBelowHead(cell)) continue;
      if (this.#goals.isUnknownHead(cell)) {
        this.ledger.leave(cell, 'no-field');
        continue;
      }
      if (field === undefined && this.line(cell.text, cell)) continue;
      if (field === undefined) {
        if (at === 0 && !this.heading(cell.text, cell) && mayBeName(cell, cells[1])) this.#unknown ??= cells[1];
        continue;
      }
      this.ledger.use(cell);
      const unit = moneyUnitIn(cell.text);
      if (field === 'label') {
        this.moneyUnit = unit ?? this.moneyUnit;
        continue;
      }
      if (/^(?:goal\/|overall\/duties)/.test(field) && isRowNumber(cells[at + 1]) && cells[at + 2]) {
        this.ledger.use(cells[at + 1] as Cell);
        at += 1;
      }
      // 财政拨款, merged beside its 小计 and what that is the sum of.
      const isSum = /^funding\/(?!total)/.test(field) && /^小计$/.test(plain(cells[at + 1]?.text ?? ''));
      if (isSum) this.ledger.use(cells[at + 1] as Cell);
      if (isSum) at += 1;
      const value = cells[at + 1];
      if ((isOfMoney || isBesideMoney) && !isSum && value && totalOrYear(cells, at + 1) !== undefined) continue;
      if (!value || this.#goals.isUnknownHead(value)) continue;
      if (
        value.text.trim() !== '' &&
        ((field.startsWith('goal/') && isLevel(value)) ||
          isLabel(value) ||
          (isOfMoney && moneyIn(value.text)) ||
          // 政府性基金拨款： without a value, beside 项目支出：2985.5万元.
          (/[：:]\s*$/u.test(cell.text) && labelled(value.text).length > 0))
      )
        continue;
      at += 1;
      const mayGoOn = field.startsWith('goal/') || field === 'overall/duties';
      this.#goals.last = mayGoOn && cells.indexOf(cell) === 0 ? { field, label: plain(cell.text) } : undefined;
      const piece = isBlank(value.text) && isOfMoney ? (this.#budget.revisedIn(cells) ?? value) : value;
      if (!isBlank(piece.text))
        this.#say(
          { field: this.#ofColumn(field, cell), text: piece.text, piece, moneyUnit: unit ?? this.moneyUnit },
          cell.text,
        );
    }
  }

  /** Labels side by side, and what they say in the cells below them. */
  #labelsAbove(cells: readonly Cell[], below: Row | undefined): boolean {
    const answers = answersBelow(cells, below);
    if (!answers) return false;
    for (const { label, field, value } of answers) {
      this.ledger.use(label);
      const moneyUnit = moneyUnitIn(label.text) ?? this.moneyUnit;
      if (!isBlank(value.text))
        this.#say({ field: this.#ofColumn(field, label), text: value.text, piece: value, moneyUnit }, label.text);
    }
    this.#answered = below;
    return true;
  }
  /** The row below labels, which has been read with them. */
  #answered: Row | undefined;

  /** 区级财政部门 and its name beside it, once or twice in a row. */
  #authorities(cells: readonly Cell[]): void {
    for (let at = 0; at < cells.length; at += 2) {
      const [label, value] = [cells[at] as Cell, cells[at + 1]];
      if (!value || !isAuthority(label.text) || isBlank(value.text)) continue;
      this.ledger.use(label);
      this.#say({ field: `authority/${joined(label.text)}`, text: value.text, piece: value, moneyUnit: undefined }, '');
    }
  }

  /** A table of indicators follows: what was a head of goals until then has none below it. */
  interrupt(): void {
    this.#budget.end();
    this.#sources.end();
    this.#goals.end();
  }

  /** Sources below a sum are of its period: 中期资金总额, and 其中：财政拨款 below it. */
  #ofColumn(field: string, { text, column }: Cell): string {
    if (!field.startsWith('funding/')) return field;
    const period = periodIn(plain(text)) ?? (field.endsWith('?') ? undefined : (field.split('/')[2] as Period));
    if (period !== undefined) this.#periods.set(column, period);
    return ofPeriod(field, period ?? this.#periods.get(column) ?? 'year');
  }

  /** A unit's code and name above its form, without a label: 569301某市某局. False when it is none. */
  heading(text: string, piece: Piece): boolean {
    if (!looks(text, 'coded') || !looks(text, 'body')) return false;
    this.finish();
    this.#project = undefined;
    this.owners.lineUnit = namedBy(text, piece);
    this.ledger.use(piece);
    return true;
  }

  /** Labels with a colon in one text: 填报单位：某局 单位：万元. False when there is none. */
  line(text: string, piece: Piece): boolean {
    const parts = labelled(text);
    if (parts.length === 0) return false;
    this.ledger.use(piece);
    for (const { label, value } of parts) {
      const unit = moneyUnitIn(`${label}:${value}`);
      if (/单位$/.test(plain(label)) && unit !== undefined && /^(?:人民币)?万?元$/.test(value.trim()))
        this.moneyUnit = unit;
      else if (!isBlank(withoutSeal(value)))
        this.#say(
          { field: fieldOfLabel(label) as string, text: withoutSeal(value), piece, moneyUnit: unit ?? this.moneyUnit },
          label,
        );
    }
    return true;
  }

  /** What is in hand is written, also when no table of indicators comes. */
  finish(): void {
    const isOfProject = this.#waiting.some(({ field }) => /^(?:project|goal)\//.test(field));
    if (!this.project() && isOfProject && this.owners.project === undefined) this.openUnnamed();
    if (this.#isFull) this.#ownersOf(this.#project as Node);
    for (const said of this.#waiting) this.#lineSays(said);
    this.#waiting = [];
    for (const said of this.#lines.splice(0)) {
      const isSaid = said.field.startsWith('goal/') && this.#project?.data.goals !== undefined;
      if (this.#project === undefined || isSaid) this.ledger.leave(said.piece, 'differs', said.text);
      else this.#writer.write(this.#project, said);
    }
  }
  /** What lines above a form say of its project: its cells come first. */
  readonly #lines: Said[] = [];

  #say(said: Said, label: string): void {
    const field = said.field.includes('?') ? ofPeriod(said.field, periodIn(plain(label)) ?? 'year') : said.field;
    const each = { ...said, field, isOverall: isOverallGoal(label), years: yearsIn(label) };
    if (this.isOverall && isOfProject(each) && this.draft.department.data.overall === undefined) {
      // 某经费部门整体支出绩效自评表 above 实施单位 or 项目名称: the form is a project's, whatever its title says.
      this.isOverall = false;
      this.notWhole = said.piece;
    }
    if (this.isOverall && /^(?:project|period|contacts)/.test(field)) {
      this.ledger.leave(said.piece, 'no-field', said.text);
      return;
    }
    if (this.isOverall && /^(?:goal|funding|income|expenditure|staff|overall)\//.test(field)) {
      // 整体 is the department as a whole, and no longer period.
      this.#writer.writeOverall(/整体/.test(label) && field === 'goal/whole' ? { ...each, field: 'goal/year' } : each);
      return;
    }
    if (/^project(?:\/name)?$/.test(field)) {
      this.#isUnnamed = false;
      // What waits for a project stands above its name; below the rows of the last one, whose the next is.
      const owners = this.#isFull ? this.#waiting : [];
      if (this.#isFull) this.#waiting = [];
      if (this.#project !== undefined) this.finish();
      this.#waiting.push(...owners);
      this.#project = undefined;
      this.#unknown = undefined;
      this.#periods.clear();
    }
    if (!('span' in said.piece) && ofOwners.test(field) && !field.startsWith('project')) {
      this.#lineSays(each);
      return;
    }
    if (this.#isFull && this.#isOfAnother(each, label)) this.#leaveProject();
    if (this.#project === undefined || ofOwners.test(field)) this.#waiting.push(each);
    else this.#writer.write(this.#project, each);
    if (this.#project !== undefined && ofOwners.test(field) && !this.#isFull) this.#ownersOf(this.#project);
  }

  /** The project in hand has its rows of indicators. */
  get #isFull(): boolean {
    return this.#project?.data.indicators !== undefined;
  }

  /** What the project in hand has already, otherwise: the form of another begins, which no label names. */
  #isOfAnother(said: Said, label: string): boolean {
    const mayBe = 'span' in said.piece && (this.#isUnnamed || this.isHeaded());
    return mayBe && !/[二三四五六七八九2-9][：:]?$/u.test(label) && hasAnother(this.#project as Node, said);
  }

  #leaveProject(): void {
    this.finish();
    this.#project = undefined;
    this.owners.project = undefined;
  }

  /** A band or a line names the next project: 项目一：送戏下乡（42万元）. */
  named(name: Piece, amount: string | undefined): void {
    this.#say({ field: 'project', text: name.text, piece: name, moneyUnit: undefined }, '');
    if (amount !== undefined)
      this.#say({ field: 'funding/total/year', text: amount, piece: name, moneyUnit: this.moneyUnit }, '');
  }

  /** What a line outside of tables says holds for all that follows. */
  #lineSays({ field, text, piece }: Said): void {
    const who = namedBy(text, piece);
    this.ledger.use(piece);
    if (field === 'department' || field === 'department/name') this.owners.nameDepartment(who);
    else if (field === 'department/code') this.#writer.put(this.draft.department, 'code', joined(text), piece);
    else if (field === 'unit' || field === 'implementing' || field === 'unit/name') {
      if (this.owners.lineUnit && this.owners.lineUnit.name !== who.name) this.owners.lineUnit = who;
      else this.owners.lineUnit ??= who;
    } else if (!this.#writer.signoff(this.#project, field, text, piece))
      this.ledger.leave(piece, field === 'left' ? 'no-field' : 'no-project', text);
  }

  /** Makes the project of the form, in the unit that the form says, else that of the line above. */
  #open(): void {
    const { owners } = this;
    const of = (pattern: RegExp) => this.#waiting.find(({ field }) => pattern.test(field));
    const isName = ({ field }: Said): boolean => /^project(?:\/name)?$/.test(field);
    // The form's own label goes before a line above it.
    const names = this.#waiting.filter(isName);
    const name = names.findLast(({ piece }) => 'span' in piece) ?? names.at(-1);
    for (const other of names)
      if (other !== name && other.text.trim() !== name?.text.trim()) this.ledger.leave(other.piece, 'differs');
    this.#waiting = this.#waiting.filter((said) => said === name || !isName(said));
    owners.enterUnit(unitOf(this.#waiting, owners.lineUnit));
    const code = of(/^project\/code$/);
    const named = name && namedBy(name.text, name.piece);
    const whole =
      named && code ? { name: named.name, piece: named.piece, code: joined(code.text), codePiece: code.piece } : named;
    this.#project = owners.enterProject(whole, true).project;
    if (!whole && code) this.#writer.put(this.#project, 'code', joined(code.text), code.piece);
    const waiting = this.#waiting.filter((said) => said !== name && said !== code);
    this.#waiting = [];
    for (const said of waiting) {
      if (ofOwners.test(said.field)) this.#waiting.push(said);
      else if ('span' in said.piece) this.#writer.write(this.#project, said);
      else this.#lines.push(said);
    }
    this.#ownersOf(this.#project);
  }

  /** Units and departments that were said of a project. */
  #ownersOf(project: Node): void {
    for (const { field, text, piece } of this.#waiting) {
      const who = namedBy(text, piece);
      this.ledger.use(piece);
      if (field === 'department/code') this.#writer.put(this.draft.department, 'code', joined(text), piece);
      else if (field.startsWith('department')) this.owners.nameDepartment(who);
      else if (this.owners.unit?.data.name === undefined) this.owners.nameUnit(who);
      else if (this.owners.unit.data.name === who.name) this.owners.nameUnit(who);
      else {
        this.apart.push(piece);
        if (this.draft.put(project, 'implementingUnit', who.name, piece) === 'differs')
          this.ledger.leave(piece, 'differs');
      }
    }
    this.#waiting = [];
  }
}
