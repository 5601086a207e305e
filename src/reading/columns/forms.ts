import type { MoneyUnit } from '../../report/schema.js';
import type { Period } from '../../report/vocabulary.js';
import type { Cell, Row } from '../items.js';
import { regionIn } from '../region.js';
import { dayOf } from '../values.js';
import { amountIn, codeAndName, isBlank, joined, moneyUnitIn, plain, weightIn } from './cellText.js';
import type { Draft, Node } from './draft.js';
import { isMoneyLabel, isUnticked, labelled, rangeIn, ticked, totalOrYear, withoutSeal } from './formText.js';
import { fieldOfLabel, isAuthority, ofPeriod, periodIn, sourceOfHead } from './heads.js';
import type { Ledger, Piece } from './ledger.js';
import { looks } from './looks.js';
import { MoneyColumns } from './moneyColumns.js';
import type { Named, Owners } from './owners.js';
import { moneyIn, packedCosts, packedMoney, totalWords } from './packed.js';

/** A label and what stands beside it, in a cell of its own or behind a colon. */
interface Said {
  readonly field: string;
  readonly text: string;
  readonly piece: Piece;
  readonly moneyUnit: MoneyUnit | undefined;
  /** Its label is 总体目标, which is the year's where it stands alone. */
  readonly isOverall?: boolean;
  /** Of a goal: 中期目标（2024年—2026年）. */
  readonly years?: readonly [from: number, to: number] | undefined;
}

/** Names of the project in hand wait until its other labels say whose it is. */
const named =
  /^(?:project|project\/name|project\/code|unit|implementing|department|unit\/name|department\/name|department\/code)$/;

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
  readonly #columns = new MoneyColumns();
  moneyUnit: MoneyUnit | undefined;
  /** Names of bodies that run a project beside the unit: which of the two a reader takes for the unit is a matter of view. */
  readonly apart: Piece[] = [];

  constructor(
    private readonly draft: Draft,
    private readonly ledger: Ledger,
    private readonly owners: Owners,
    /** The name of a project that its form does not say, perhaps that behind a label that is not known. */
    private readonly unnamed: (perhaps: Piece | undefined) => { readonly name?: string; readonly piece?: Piece },
  ) {}

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
    const field = fieldOfLabel(label.text) as string;
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
    if (this.#project === undefined || !this.#isUnnamed) return;
    if (this.draft.members(this.#project, 'indicators').length === 0) return;
    this.finish();
    this.#project = undefined;
    this.owners.project = undefined;
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
    const cells = row.cells.filter((cell) => !cell.isContinued);
    if (this.#goesOn(row, cells) || this.#ofPeriod(row, cells) || this.#byPeriod(row, cells, below)) return;
    if (this.#money(row, cells, below)) return;
    this.#below(row, cells);
    cells.forEach((cell, at) => {
      const field = fieldOfLabel(cell.text);
      const next = cells[at + 1];
      if (!field?.startsWith('goal/') || cells.length < 2) return;
      const isHead = next && !isLabel(next) && isHeadOf(cell, next, below);
      if (isHead) this.#unknownHeads.add(next);
      if (!next || isLabel(next) || isHead) this.#goalHeads.push({ field, cell });
    });
    // Beside other labels 省级主管部门 alone is the department.
    const authorities = cells.filter(({ text }) => isAuthority(text));
    const isOne =
      authorities.length === 1 && cells.length > 2 && fieldOfLabel(authorities[0]?.text ?? '') === 'department';
    if (authorities.length > 0 && !isOne) {
      this.#authorities(cells);
      if (cells.every(({ text }, at) => at % 2 === 1 || isAuthority(text))) return;
    }
    const halves = this.#goalHeads
      .map(({ cell }) => plain(cell.text))
      .filter((head) => !/^总体(?:绩效)?目标$/.test(head));
    if (halves.length === 2) this.halves = halves.map((head) => periodIn(head));
    if (isHeads(cells)) {
      for (const { cell } of this.#goalHeads) this.ledger.use(cell);
      for (const { text } of cells)
        if (fieldOfLabel(text) === 'label') this.moneyUnit = moneyUnitIn(text) ?? this.moneyUnit;
      this.#weight = cells.find(({ text }) => /^(?:分值|权重)$/.test(plain(text)))?.column;
      const isBudget = cells.some(({ text }) => /^(?:年初|本年)?预算数/.test(plain(text)));
      const revised = cells.find(({ text }) => /^(?:全年|调整后?|变动后|追加后)预算数/.test(plain(text)));
      this.#revised = isBudget ? revised?.column : undefined;
      return;
    }
    this.#execution(cells);
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
      if (cell.text.trim() === '' || this.#goalsBelow.has(cell)) continue;
      if (this.#unknownHeads.has(cell)) {
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
      if (/^(?:goal\/|overall\/duties)/.test(field) && isNumber(cells[at + 1]) && cells[at + 2]) {
        this.ledger.use(cells[at + 1] as Cell);
        at += 1;
      }
      // 财政拨款, merged beside its 小计 and what that is the sum of.
      const isSum = /^funding\/(?!total)/.test(field) && /^小计$/.test(plain(cells[at + 1]?.text ?? ''));
      if (isSum) this.ledger.use(cells[at + 1] as Cell);
      if (isSum) at += 1;
      const value = cells[at + 1];
      if ((isOfMoney || isBesideMoney) && !isSum && value && totalOrYear(cells, at + 1) !== undefined) continue;
      if (!value || this.#unknownHeads.has(value)) continue;
      if (
        value.text.trim() !== '' &&
        ((field.startsWith('goal/') && isLevel(value)) || isLabel(value) || (isOfMoney && moneyIn(value.text)))
      )
        continue;
      at += 1;
      const mayGoOn = field.startsWith('goal/') || field === 'overall/duties';
      this.#goal = mayGoOn && cells.indexOf(cell) === 0 ? { field, label: plain(cell.text) } : undefined;
      const piece = isBlank(value.text) && isOfMoney ? (this.#revisedIn(cells) ?? value) : value;
      if (!isBlank(piece.text))
        this.#say(
          { field: this.#ofColumn(field, cell), text: piece.text, piece, moneyUnit: unit ?? this.moneyUnit },
          cell.text,
        );
    }
  }

  /** 全年预算数, where 年初预算数 beside it is blank. */
  #revisedIn(cells: readonly Cell[]): Cell | undefined {
    const cell = this.#revised === undefined ? undefined : cells.find(({ column }) => column === this.#revised);
    if (!cell || isBlank(cell.text) || !amountIn(cell.text)) return undefined;
    this.revised.push(cell);
    return cell;
  }
  #revised: number | undefined;
  /** Amounts of the budget as it was changed, taken where the first has none. */
  readonly revised: Piece[] = [];

  /** In a table of money, the points of the total's row are those of the budget's execution. */
  #execution(cells: readonly Cell[]): void {
    const value = this.#weight === undefined ? undefined : cells.find(({ column }) => column === this.#weight);
    if (!value || !cells.some(({ text }) => fieldOfLabel(text)?.startsWith('funding/total/'))) return;
    this.#weight = undefined;
    const points = weightIn(value.text);
    if (points === undefined) return;
    this.#say({ field: 'project/executionWeight', text: points, piece: value, moneyUnit: undefined }, '');
  }
  /** The column of points, where heads of money have one. */
  #weight: number | undefined;

  /** 区级财政部门 and its name beside it, once or twice in a row. */
  #authorities(cells: readonly Cell[]): void {
    for (let at = 0; at < cells.length; at += 2) {
      const [label, value] = [cells[at] as Cell, cells[at + 1]];
      if (!value || !isAuthority(label.text) || isBlank(value.text)) continue;
      this.ledger.use(label);
      this.#say({ field: `authority/${joined(label.text)}`, text: value.text, piece: value, moneyUnit: undefined }, '');
    }
  }

  /** A goal in several rows beside one merged label. */
  #goesOn(row: Row, cells: readonly Cell[]): boolean {
    const said = cells.filter(({ text }) => text.trim() !== '');
    const [only, ...others] = said.filter((cell) => said.length === 1 || !isNumber(cell));
    const [label] = row.cells;
    if (!only || others.length > 0 || !label?.isContinued || this.#goal?.label !== plain(label.text)) return false;
    if (isLabel(only)) return false;
    for (const cell of said) this.ledger.use(cell);
    const { field, label: name } = this.#goal;
    this.#say({ field, text: only.text, piece: only, moneyUnit: undefined }, name);
    return true;
  }
  /** 实施期 and 本年度 with their goals, beside one label. */
  #ofPeriod(row: Row, cells: readonly Cell[]): boolean {
    const [side] = row.cells;
    const [word, text, ...others] = cells.filter((cell) => cell !== side && cell.text.trim() !== '');
    if (!side || !word || !text || others.length > 0 || !fieldOfLabel(side.text)?.startsWith('goal/')) return false;
    const isPeriod = /^(?:实施期|实施周期|全周期|总周期|本?年度|当年|中期|长期|总体)$/.test(plain(word.text));
    if (!isPeriod || isLabel(text)) return false;
    for (const cell of [side, word]) this.ledger.use(cell);
    const field = `goal/${periodIn(plain(word.text)) ?? 'year'}`;
    this.#say({ field, text: text.text, piece: text, moneyUnit: undefined }, word.text);
    return true;
  }

  /** The last goal whose label stood at the row's beginning. */
  #goal: { readonly field: string; readonly label: string } | undefined;

  /** A table of money by source and period: its heads, or a row below them. */
  #byPeriod(row: Row, cells: readonly Cell[], below: Row | undefined): boolean {
    if (this.#columns.begins(cells, below, this.year)) {
      const unit = cells.map(({ text }) => moneyUnitIn(text)).find((each) => each !== undefined);
      this.moneyUnit = unit ?? this.moneyUnit;
      for (const cell of cells) this.ledger.use(cell);
      return true;
    }
    const found = this.#columns.amounts(row);
    if (!found) return false;
    for (const cell of found.labels) this.ledger.use(cell);
    for (const { source, period, cell } of found.said)
      this.#say({ field: `funding/${source}/${period}`, text: cell.text, piece: cell, moneyUnit: this.moneyUnit }, '');
    return true;
  }

  /** Sources side by side as heads, one or two rows of them, and a row of their amounts below. True when the row is one of these. */
  #money(row: Row, cells: readonly Cell[], below: Row | undefined): boolean {
    const said = cells.filter(({ text }) => text.trim() !== '');
    if (this.#groupHeads(row, said)) return true;
    const isCounty = said.some(({ text }) => /^市级/.test(plain(text)));
    const heads = said.flatMap((cell) => {
      const source = sourceOfHead(cell.text, isCounty);
      return source ? [{ source, cell }] : [];
    });
    const rest = said.filter((cell) => heads.every((head) => head.cell !== cell));
    const totals = rest.filter(({ text }) => totalWords.test(plain(text)));
    const isSide = (cell: Cell, at: number): boolean =>
      (at === 0 && isMoneyLabel(cell.text)) || /^(?:预算)?年[度份]$/.test(plain(cell.text));
    const others = rest.filter((cell, at) => !totals.includes(cell) && !isSide(cell, at));
    const isLast = others.length <= 1 && others.every((cell) => cell === said.at(-1) && !amountIn(cell.text));
    const isHeads =
      heads.length + totals.length >= 3 &&
      heads.length >= 2 &&
      (isLast || haveAmounts([...heads.map(({ cell }) => cell), ...others], below));
    if (isHeads) {
      const unit = rest.map(({ text }) => moneyUnitIn(text)).find((each) => each !== undefined);
      for (const cell of said) this.ledger.use(cell);
      for (const { source, cell } of [...heads, ...totals.map((cell) => ({ source: 'total', cell }))])
        this.#sources.set(cell.column, { source, moneyUnit: moneyUnitIn(cell.text) ?? unit ?? this.moneyUnit, cell });
      for (const cell of others)
        this.#sources.set(cell.column, { source: '', moneyUnit: unit ?? this.moneyUnit, cell });
      return true;
    }
    const found = said.map((cell) => ({ cell, head: this.#sources.get(cell.column) }));
    if (this.#sources.size === 0) return false;
    // 实施期 and 本年度, each with its amounts.
    const [side] = found;
    const period = side && !side.head ? this.#periodOf(plain(side.cell.text)) : undefined;
    const amounts = period === undefined ? found : found.slice(1);
    const isAmounts =
      amounts.length > 0 &&
      amounts.every(
        ({ cell, head }) => head && (amountIn(cell.text) || (head.source === '' && packedMoney(cell.text).length > 0)),
      );
    const [unit] = [...this.#sources.values()].flatMap(({ moneyUnit }) => moneyUnit ?? []);
    if (isAmounts)
      for (const { cell, head } of amounts)
        if (head && (head.source !== '' || head.field !== undefined || packedMoney(cell.text).length > 0))
          this.#say(
            {
              field: head.field ?? `funding/${head.source}/${period ?? periodIn(plain(head.cell.text)) ?? 'year'}`,
              text: cell.text,
              piece: cell,
              moneyUnit: head.moneyUnit ?? unit,
            },
            '',
          );
    if (isAmounts && period !== undefined && side) this.ledger.use(side.cell);
    else this.#sources.clear();
    return isAmounts;
  }
  /** 本年度, 实施期, 2023年 before amounts. */
  #periodOf(text: string): Period | undefined {
    const [, year] = /^((?:19|20)\d\d)年?度?(?:预算)?$/.exec(text) ?? [];
    const back = year === undefined || this.year === undefined ? undefined : this.year - Number(year);
    return back === undefined ? periodIn(text) : ({ 0: 'year', 1: 'lastYear', 2: 'yearBeforeLast' } as const)[back];
  }

  /** By column, heads of sources whose amounts stand below. */
  readonly #sources = new Map<
    number,
    { source: string; field?: string; moneyUnit: MoneyUnit | undefined; cell: Cell }
  >();

  /**
   * 收入预算 beside 支出预算, 按资金来源分: groups of heads, and the row of heads below them. What is merged over both rows is the total.
   */
  #groupHeads({ cells }: Row, said: readonly Cell[]): boolean {
    const groups = said.flatMap((cell) => {
      const kind = cell.span > 1 ? groupOf(cell.text) : undefined;
      return kind ? [{ kind, from: cell.column, to: cell.column + cell.span }] : [];
    });
    const isTotal = ({ text }: Cell): boolean =>
      totalWords.test(plain(text)) || fieldOfLabel(text)?.startsWith('funding/total/') === true;
    const rest = said.filter(({ text }) => groupOf(text) === undefined);
    if (groups.length > 0 && rest.every((cell) => isTotal(cell) || isMoneyLabel(cell.text))) {
      for (const { text } of rest) this.moneyUnit = moneyUnitIn(text) ?? this.moneyUnit;
      for (const cell of said) this.ledger.use(cell);
      this.#groups = groups;
      return true;
    }
    const above = this.#groups.splice(0);
    if (above.length === 0) return false;
    const list = this.isOverall ? 'income' : 'funding';
    const merged = cells.filter((cell) => cell.isContinued && cell.column > 0 && isTotal(cell));
    const heads = [...said, ...merged].flatMap((cell) => {
      const kind = above.find(({ from, to }) => from <= cell.column && cell.column < to)?.kind;
      if (isTotal(cell)) return [{ cell, field: `${kind === 'expenditure' ? kind : list}/total/year` }];
      const [own, name] = fieldOfLabel(cell.text)?.split('/') ?? [];
      if (kind === 'expenditure') return own === kind ? [{ cell, field: `${kind}/${name}/year` }] : [];
      const source = sourceOfHead(cell.text, false);
      return source ? [{ cell, field: `${list}/${source}/year` }] : [];
    });
    if (heads.length < 2 || said.some(({ text }) => amountIn(text))) return false;
    for (const { cell, field } of heads)
      this.#sources.set(cell.column, { source: '', field, moneyUnit: this.moneyUnit, cell });
    for (const cell of said) {
      this.ledger.use(cell);
      if (!this.#sources.has(cell.column))
        this.#sources.set(cell.column, { source: '', moneyUnit: this.moneyUnit, cell });
    }
    return true;
  }
  #groups: { readonly kind: 'income' | 'expenditure'; readonly from: number; readonly to: number }[] = [];

  /** A table of indicators follows: what was a head of goals until then has none below it. */
  interrupt(): void {
    this.#goalHeads.length = 0;
    this.#revised = undefined;
    this.#sources.clear();
    this.#columns.end();
    this.#groups = [];
    this.#goal = undefined;
  }

  /** Goals below their heads, side by side: 长期目标, 年度目标. */
  #below({ cells: all }: Row, cells: readonly Cell[]): void {
    const heads = this.#goalHeads.splice(0);
    if (heads.length === 0) return;
    for (const { field, cell: head } of heads) {
      const value = cells.find(({ column }) => column === head.column);
      if (!value || isBlank(value.text) || isLabel(value)) continue;
      this.#goalsBelow.add(value);
      // Beside one label merged over them, more rows of the goal may follow.
      if (head.column > 0 && all[0]?.isContinued) this.#goalHeads.push({ field, cell: head });
      this.#say(
        { field: this.#ofColumn(field, head), text: value.text, piece: value, moneyUnit: undefined },
        head.text,
      );
    }
  }
  /** The periods of the halves of a form that has 中期目标 and 年度目标 side by side. */
  halves: readonly (Period | undefined)[] = [];

  #goalHeads: { readonly field: string; readonly cell: Cell }[] = [];
  readonly #goalsBelow = new WeakSet<Cell>();
  /** What stands beside a head of goals and is no label that is known: 具体完成情况. */
  readonly #unknownHeads = new WeakSet<Cell>();

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
    for (const said of this.#waiting) this.#lineSays(said);
    this.#waiting = [];
    for (const said of this.#lines.splice(0)) {
      const isSaid = said.field.startsWith('goal/') && this.#project?.data.goals !== undefined;
      if (this.#project === undefined || isSaid) this.ledger.leave(said.piece, 'differs', said.text);
      else this.#write(this.#project, said);
    }
  }
  /** What lines above a form say of its project: its cells come first. */
  readonly #lines: Said[] = [];

  /** 总体目标 without another goal beside it is the year's: Hainan 2022, Longyan 2023, Chencang 2020. Returns where it stands. */
  settleGoals(): Piece[] {
    return this.#overall.flatMap(({ goal, project, piece }) => {
      if (this.draft.members(project, 'goals').length > 1) return [];
      goal.data.period = 'year';
      return [piece];
    });
  }
  readonly #overall: { readonly goal: Node; readonly project: Node; readonly piece: Piece }[] = [];

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
      this.#writeOverall(/整体/.test(label) && field === 'goal/whole' ? { ...each, field: 'goal/year' } : each);
      return;
    }
    if (/^project(?:\/name)?$/.test(field)) {
      this.#isUnnamed = false;
      // What waits for a project stands above its name.
      if (this.#project !== undefined) this.finish();
      this.#project = undefined;
      this.#unknown = undefined;
      this.#periods.clear();
    }
    if (!('span' in said.piece) && named.test(field)) {
      this.#lineSays(each);
      return;
    }
    if (this.#project === undefined || named.test(field)) this.#waiting.push(each);
    else this.#write(this.#project, each);
    if (this.#project !== undefined && named.test(field)) this.#ownersOf(this.#project);
  }

  /** What a line outside of tables says holds for all that follows. */
  #lineSays({ field, text, piece }: Said): void {
    const who = namedBy(text, piece);
    this.ledger.use(piece);
    if (field === 'department' || field === 'department/name') this.owners.nameDepartment(who);
    else if (field === 'department/code') this.#put(this.draft.department, 'code', joined(text), piece);
    else if (field === 'unit' || field === 'implementing' || field === 'unit/name') {
      if (this.owners.lineUnit && this.owners.lineUnit.name !== who.name) this.owners.lineUnit = who;
      else this.owners.lineUnit ??= who;
    } else if (!this.#signoff(field, text, piece))
      this.ledger.leave(piece, field === 'left' ? 'no-field' : 'no-project', text);
  }

  /** Makes the project of the form, in the unit that the form says, else that of the line above. */
  #open(): void {
    const { owners } = this;
    const of = (pattern: RegExp) => this.#waiting.find(({ field }) => pattern.test(field));
    const name = of(/^project(?:\/name)?$/);
    const runs = of(/^implementing$/);
    const unit =
      of(/^unit(?:\/name)?$/) ?? (runs && isDivision(runs.text) ? (of(/^department(?:\/name)?$/) ?? runs) : runs);
    owners.enterUnit(owners.lineUnit ?? (unit && namedBy(unit.text, unit.piece)));
    const code = of(/^project\/code$/);
    const own = name && namedBy(name.text, name.piece);
    const whole =
      own && code ? { name: own.name, piece: own.piece, code: joined(code.text), codePiece: code.piece } : own;
    this.#project = owners.enterProject(whole, true).project;
    if (!whole && code) this.#put(this.#project, 'code', joined(code.text), code.piece);
    const waiting = this.#waiting.filter((said) => said !== name && said !== code);
    this.#waiting = [];
    for (const said of waiting) {
      if (named.test(said.field)) this.#waiting.push(said);
      else if ('span' in said.piece) this.#write(this.#project, said);
      else this.#lines.push(said);
    }
    this.#ownersOf(this.#project);
  }

  /** Units and departments that were said of a project. */
  #ownersOf(project: Node): void {
    for (const { field, text, piece } of this.#waiting) {
      const who = namedBy(text, piece);
      this.ledger.use(piece);
      if (field === 'department/code') this.#put(this.draft.department, 'code', joined(text), piece);
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

  #write(project: Node, { field, text, piece, moneyUnit, isOverall, years }: Said): void {
    const [kind = '', name = '', period = ''] = field.split('/');
    this.ledger.use(piece);
    if (field === 'left') {
      this.ledger.leave(piece, 'no-field', text);
      return;
    }
    if (this.#signoff(field, text, piece)) return;
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
    } else if (kind === 'goal') {
      const goal = this.draft.member(project, 'goals');
      goal.data.period = name;
      if (isOverall) this.#overall.push({ goal, project, piece });
      if (years) Object.assign(goal.data, { from: years[0], to: years[1] });
      this.draft.put(goal, 'text', text.trim(), piece);
    } else if (field === 'contacts/personPhone') this.#person(project, 'person', text.trim(), piece);
    else if (field === 'contacts/headWithPhone') this.#person(project, 'head', text.trim(), piece);
    else if (kind === 'contacts' || kind === 'programme')
      this.#put(this.draft.child(project, kind), name, text.trim(), piece);
    else if (kind === 'authority') {
      const authority = this.draft.member(project, 'authorities');
      this.draft.put(authority, 'title', name, piece);
      this.#put(authority, 'name', text.trim(), piece);
    } else if (kind === 'period') this.#putPeriod(project, name, text.trim(), piece);
    else if (kind === 'project' && isUnticked(text)) this.ledger.leave(piece, 'no-value', text);
    else if (kind === 'project') this.#put(project, name, ticked(text) ?? text.trim(), piece);
    else this.ledger.leave(piece, 'no-field', text);
  }

  /** What a form says of the department as a whole. */
  #writeOverall({ field, text, piece, moneyUnit, isOverall = false }: Said): void {
    const [kind = '', name = '', period = ''] = field.split('/');
    const { draft } = this;
    const overall = draft.child(draft.department, 'overall');
    this.ledger.use(piece);
    if (kind === 'goal') {
      const goal = draft.member(overall, 'goals');
      goal.data.period = name;
      if (isOverall) this.#overall.push({ goal, project: overall, piece });
      draft.put(goal, 'text', text.trim(), piece);
    } else if (kind === 'overall' && name === 'duties') {
      overall.data.duties ??= [];
      (overall.data.duties as string[]).push(text.trim());
      draft.at.set(`${overall.pointer}/duties/${(overall.data.duties as string[]).length - 1}`, piece.place);
    } else if (kind === 'overall') this.#put(overall, name, text.trim(), piece);
    else if (kind === 'staff') {
      if (/^\d{1,6}$/.test(text.trim())) this.#put(draft.child(overall, 'staff'), name, Number(text), piece);
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
  #signoff(field: string, text: string, piece: Piece): boolean {
    const [kind, name = ''] = field.split('/');
    if (field === 'phone') {
      const { head, person } = (this.#project?.data.contacts ?? {}) as { head?: string; person?: string };
      const whose = head !== undefined ? 'headPhone' : person !== undefined ? 'personPhone' : undefined;
      if (this.#project && whose !== undefined && this.draft.root.data.signoff === undefined)
        this.#put(this.draft.child(this.#project, 'contacts'), whose, text.trim(), piece);
      else this.#put(this.draft.child(this.draft.root, 'signoff'), 'phone', text.trim(), piece);
      return true;
    }
    if (kind !== 'signoff') return false;
    this.#put(this.draft.child(this.draft.root, 'signoff'), name, text.trim(), piece);
    return true;
  }

  /** 李某，13900000000: a name and a telephone in one cell. */
  #person(project: Node, whose: 'person' | 'head', text: string, piece: Piece): void {
    const [, person, phone] = /^([\u4e00-\u9fff·\s]{2,12}?)[\s，,、：:/]*([\d*()（）+-]{7,20})$/u.exec(text) ?? [];
    const contacts = this.draft.child(project, 'contacts');
    if (person !== undefined) this.#put(contacts, whose, person, piece);
    if (phone !== undefined || /\d{7}/.test(text) || whose === 'person')
      this.#put(contacts, `${whose}Phone`, phone ?? text, piece);
    else this.#put(contacts, whose, text, piece);
  }

  /** The start and the end as dates; a text that is none is how long it takes. */
  #putPeriod(project: Node, name: string, text: string, piece: Piece): void {
    const range = name === 'years' ? rangeIn(text) : undefined;
    if (range) {
      const period = this.draft.child(project, 'period');
      for (const end of ['start', 'end'] as const) this.#put(period, end, range[end], piece);
      return;
    }
    const isDate = name === 'start' || name === 'end';
    const value = isDate ? dayOf(text) : text;
    if (value === undefined) this.ledger.leave(piece, 'no-field', text);
    else this.#put(this.draft.child(project, 'period'), name, value, piece);
  }

  #put(node: Node, name: string, value: string | number, piece: Piece): void {
    this.ledger.use(piece);
    if (this.draft.put(node, name, value, piece) === 'differs') this.ledger.leave(piece, 'differs');
  }
}

function namedBy(written: string, piece: Piece): Named {
  const text = written
    .trim()
    .replace(/[。；;]$/u, '')
    .replace(/[\s\u3000]+(?:19|20)\d\d\s*年度?$/u, '')
    .replace(/(?:19|20)\d\d\s*年度?(?:部门|单位)?整体(?:支出)?(?:绩效)?.*$/u, '');
  const parts = codeAndName(text);
  return { ...parts, ...(parts.code !== undefined && { codePiece: piece }), piece };
}

/** What only a project's form says. */
function isOfProject({ field, piece }: Said): boolean {
  return 'span' in piece && /^(?:project|project\/name|implementing)$/.test(field);
}

/** 总体目标, 项目绩效总目标: of the whole, or of the year where no other goal stands beside it. */
function isOverallGoal(label: string): boolean {
  return /^(?:项目|专项|绩效|支出|资金)*(?:总体|整体|总)(?:绩效)?目标(?:描述|概述|内容)?$/.test(
    plain(label).replace(/\([^()]*\)/g, ''),
  );
}

/** 2024年—2026年 in a label. */
function yearsIn(label: string): readonly [from: number, to: number] | undefined {
  const [, from, to] = /((?:19|20)\d\d)年?度?\s*(?:[-—–~～]+|至|到)\s*((?:19|20)\d\d)/u.exec(label) ?? [];
  return from !== undefined && to !== undefined && from <= to ? [Number(from), Number(to)] : undefined;
}

/** A short text about a project beside one that may be its name. */
function mayBeName({ text }: Cell, beside: Cell | undefined): boolean {
  return (
    beside !== undefined &&
    plain(text).length <= 12 &&
    /项目|专项|资金|经费|名称/u.test(text) &&
    /^[\u4e00-\u9fff“《（].{3,60}$/u.test(beside.text.trim()) &&
    !/[。；：]/u.test(beside.text) &&
    !isLabel(beside)
  );
}

/** 禁毒支队, 党群办: a part of the body that is in charge, and no unit of its own. */
function isDivision(name: string): boolean {
  return (
    /^[\u4e00-\u9fff]{2,6}(?:科|股|处|室|办|组|支队|大队|中队)$/u.test(name.trim()) && regionIn(name) === undefined
  );
}

/** The number in front of a row: 1, 2. */
function isNumber(cell: Cell | undefined): boolean {
  return cell !== undefined && /^\d{1,2}[.、]?$/.test(cell.text.trim());
}

/** A label is no value, nor is what ends like one. */
function isLabel({ text }: Cell): boolean {
  return fieldOfLabel(text) !== undefined || /[：:]$/.test(text.trim());
}

/** Whether an amount, and nothing else, stands below each of some heads. */
function haveAmounts(heads: readonly Cell[], below: Row | undefined): boolean {
  return heads.every(({ column, span, text }) => {
    const own = below?.cells.find((cell) => cell.column === column && cell.span === span);
    return own && !own.isContinued && amountIn(own.text) && !amountIn(text);
  });
}

/** Whether a label is the head of what stands below it, and what is beside it the head of the next column. */
function isHeadOf(label: Cell, next: Cell, below: Row | undefined): boolean {
  const at = (cell: Cell) => below?.cells.find((each) => each.column === cell.column && each.span === cell.span);
  const [own, other] = [at(label), at(next)];
  if (!own || !other || own.isContinued || other.isContinued || isLabel(own) || next.text.trim().length > 12)
    return false;
  return !/[，。；、]/u.test(next.text) && (own.text.length > 20 || /[，。；]/u.test(own.text));
}

/** 产出指标 beside 年度绩效目标: what follows it is of a level, and it is no goal. */
function isLevel({ text }: Cell): boolean {
  return looks(text, 'level1') || looks(text, 'level2');
}

/** What amounts below a head are parted by. */
function groupOf(text: string): 'income' | 'expenditure' | undefined {
  const bare = text.replace(/[\s：:]/gu, '').replace(/[（(][^（）()]*[)）]$/u, '');
  if (/^(?:收入预算|收入(?:构成|来源|情况)|按(?:收入|资金)(?:性质|来源|渠道)分类?|资金来源构成)$/.test(bare))
    return 'income';
  return /^(?:支出预算|支出(?:构成|情况)|按支出(?:性质|用途|类别|类型)分类?)$/.test(bare) ? 'expenditure' : undefined;
}

/** More labels than values, side by side: heads of columns that nobody reads, not a row of a form. */
function isHeads(cells: readonly Cell[]): boolean {
  const said = cells.filter(({ text }) => text.trim() !== '');
  const labels = said.filter(({ text }) => fieldOfLabel(text) !== undefined && fieldOfLabel(text) !== 'label');
  const isBeside = cells.some((cell, index) => labels.includes(cell) && labels.includes(cells[index + 1] as Cell));
  return isBeside && labels.length >= 3 && labels.length > said.length / 2;
}
