import type { MoneyUnit } from '../../report/schema.js';
import type { Period } from '../../report/vocabulary.js';
import type { Cell, Row } from '../items.js';
import { amountIn, moneyUnitIn, plain } from './cellText.js';
import { isMoneyLabel } from './formText.js';
import { fieldOfLabel, periodIn, sourceOfHead } from './heads.js';
import type { Ledger } from './ledger.js';
import { MoneyColumns } from './moneyColumns.js';
import { packedMoney, totalWords } from './packed.js';
import type { Said } from './said.js';

/** What a form says of all its money. */
interface MoneyForm {
  moneyUnit: MoneyUnit | undefined;
  readonly isOverall: boolean;
  readonly year: number | undefined;
}

/** Reads sources of money that stand side by side as heads, with their amounts below; `say` is told each amount. */
export class SourceHeads {
  constructor(
    private readonly ledger: Ledger,
    private readonly form: MoneyForm,
    private readonly say: (said: Said) => void,
  ) {}

  readonly #columns = new MoneyColumns();

  /** Sources side by side as heads, one or two rows of them, and a row of their amounts below. True when the row is one of these. */
  reads(row: Row, cells: readonly Cell[], below: Row | undefined): boolean {
    if (this.#byPeriod(row, cells, below)) return true;
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
        this.#sources.set(cell.column, {
          source,
          moneyUnit: moneyUnitIn(cell.text) ?? unit ?? this.form.moneyUnit,
          cell,
        });
      for (const cell of others)
        this.#sources.set(cell.column, { source: '', moneyUnit: unit ?? this.form.moneyUnit, cell });
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
          this.say({
            field: head.field ?? `funding/${head.source}/${period ?? periodIn(plain(head.cell.text)) ?? 'year'}`,
            text: cell.text,
            piece: cell,
            moneyUnit: head.moneyUnit ?? unit,
          });
    if (isAmounts && period !== undefined && side) this.ledger.use(side.cell);
    else this.#sources.clear();
    return isAmounts;
  }

  /** 本年度, 实施期, 2023年 before amounts. */
  #periodOf(text: string): Period | undefined {
    const [, year] = /^((?:19|20)\d\d)年?度?(?:预算)?$/.exec(text) ?? [];
    const back = year === undefined || this.form.year === undefined ? undefined : this.form.year - Number(year);
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
      for (const { text } of rest) this.form.moneyUnit = moneyUnitIn(text) ?? this.form.moneyUnit;
      for (const cell of said) this.ledger.use(cell);
      this.#groups = groups;
      return true;
    }
    const above = this.#groups.splice(0);
    if (above.length === 0) return false;
    const list = this.form.isOverall ? 'income' : 'funding';
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
      this.#sources.set(cell.column, { source: '', field, moneyUnit: this.form.moneyUnit, cell });
    for (const cell of said) {
      this.ledger.use(cell);
      if (!this.#sources.has(cell.column))
        this.#sources.set(cell.column, { source: '', moneyUnit: this.form.moneyUnit, cell });
    }
    return true;
  }

  #groups: { readonly kind: 'income' | 'expenditure'; readonly from: number; readonly to: number }[] = [];

  /** A table of money by source and period: its heads, or a row below them. */
  #byPeriod(row: Row, cells: readonly Cell[], below: Row | undefined): boolean {
    if (this.#columns.begins(cells, below, this.form.year)) {
      const unit = cells.map(({ text }) => moneyUnitIn(text)).find((each) => each !== undefined);
      this.form.moneyUnit = unit ?? this.form.moneyUnit;
      for (const cell of cells) this.ledger.use(cell);
      return true;
    }
    const found = this.#columns.amounts(row);
    if (!found) return false;
    for (const cell of found.labels) this.ledger.use(cell);
    for (const { source, period, cell } of found.said)
      this.say({ field: `funding/${source}/${period}`, text: cell.text, piece: cell, moneyUnit: this.form.moneyUnit });
    return true;
  }

  /** Nothing more stands below the heads. */
  end(): void {
    this.#sources.clear();
    this.#groups = [];
    this.#columns.end();
  }
}

/** What amounts below a head are parted by. */
function groupOf(text: string): 'income' | 'expenditure' | undefined {
  const bare = text.replace(/[\s：:]/gu, '').replace(/[（(][^（）()]*[)）]$/u, '');
  if (/^(?:收入预算|收入(?:构成|来源|情况)|按(?:收入|资金)(?:性质|来源|渠道)分类?|资金来源构成)$/.test(bare))
    return 'income';
  return /^(?:支出预算|支出(?:构成|情况)|按支出(?:性质|用途|类别|类型)分类?)$/.test(bare) ? 'expenditure' : undefined;
}

/** Whether an amount, and nothing else, stands below each of some heads. */
function haveAmounts(heads: readonly Cell[], below: Row | undefined): boolean {
  return heads.every(({ column, span, text }) => {
    const own = below?.cells.find((cell) => cell.column === column && cell.span === span);
    return own && !own.isContinued && amountIn(own.text) && !amountIn(text);
  });
}
