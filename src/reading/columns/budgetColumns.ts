import type { Cell } from '../items.js';
import { amountIn, isBlank, plain, weightIn } from './cellText.js';
import { fieldOfLabel } from './heads.js';
import type { Piece } from './ledger.js';
import type { Said } from './said.js';

/** The columns of points and of the budget as it was changed, where heads of money have them; `say` is told what they hold. */
export class BudgetColumns {
  constructor(private readonly say: (said: Said) => void) {}

  heads(cells: readonly Cell[]): void {
    this.#weight = cells.find(({ text }) => /^(?:分值|权重)$/.test(plain(text)))?.column;
    const isBudget = cells.some(({ text }) => /^(?:年初|本年)?预算数/.test(plain(text)));
    const revised = cells.find(({ text }) => /^(?:全年|调整后?|变动后|追加后)预算数/.test(plain(text)));
    this.#revised = isBudget ? revised?.column : undefined;
  }

  end(): void {
    this.#revised = undefined;
  }

  /** 全年预算数, where 年初预算数 beside it is blank. */
  revisedIn(cells: readonly Cell[]): Cell | undefined {
    const cell = this.#revised === undefined ? undefined : cells.find(({ column }) => column === this.#revised);
    if (!cell || isBlank(cell.text) || !amountIn(cell.text)) return undefined;
    this.revised.push(cell);
    return cell;
  }

  #revised: number | undefined;

  /** Amounts of the budget as it was changed, taken where the first has none. */
  readonly revised: Piece[] = [];

  /** In a table of money, the points of the total's row are those of the budget's execution. */
  execution(cells: readonly Cell[]): void {
    const value = this.#weight === undefined ? undefined : cells.find(({ column }) => column === this.#weight);
    if (!value || !cells.some(({ text }) => fieldOfLabel(text)?.startsWith('funding/total/'))) return;
    this.#weight = undefined;
    const points = weightIn(value.text);
    if (points === undefined) return;
    this.say({ field: 'project/executionWeight', text: points, piece: value, moneyUnit: undefined });
  }

  /** The column of points, where heads of money have one. */
  #weight: number | undefined;
}
