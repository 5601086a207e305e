import type { MoneyUnit } from '../../report/schema.js';
import type { Period } from '../../report/vocabulary.js';
import type { Cell } from '../items.js';
import type { Note } from '../told.js';
import { kept, plain } from './cellText.js';
import type { Column } from './decide.js';
import type { Draft, Node } from './draft.js';
import type { IndicatorReader } from './indicators.js';
import type { Ledger, Piece } from './ledger.js';
import type { SectionKind } from './meanings.js';
import type { Owners } from './owners.js';

/** What the readers of rows below one head have in common. */

/** The rows below one head. */
export interface Section {
  readonly kind: SectionKind;
  readonly columns: readonly Column[];
  /** Of the block that it stands in: 长期绩效指标. */
  readonly period: Period | undefined;
  readonly moneyUnit: MoneyUnit | undefined;
  /** Levels have cells that are merged over rows: there, a blank cell of its own may be no level of the row above. */
  readonly isMerged: boolean;
}

/** What stands on the way to a row's fields. */
export interface Workshop {
  readonly draft: Draft;
  readonly ledger: Ledger;
  readonly owners: Owners;
  readonly indicators: IndicatorReader;
  readonly notes: Note[];
  /** Cells that do not look like the others of their column. */
  readonly odd: { readonly column: Column; readonly cell: Cell }[];
  /** The owner of rows that name none: the project of a form, or the department as a whole. */
  readonly ownerOfForm: () => Node | undefined;
  /** The last line outside of tables that was no label: a title, mostly. */
  readonly lastLine: () => string;
}

/** A cell of a row, and its column; it is not fresh where one above goes on. */
export interface Entry {
  readonly column: Column;
  readonly cell: Cell;
  readonly isFresh: boolean;
}

const totals = /^(?:金额合计|资金合计|合计金额|合计|总计|小计|总分|共计|累计|合计:.*|小计:.*|总分:.*)$/;

/** 合计, 小计, 总分. */
export function isTotal(text: string): boolean {
  return /[计分]/.test(text) && totals.test(plain(text));
}

/** The unit of a column of money. */
export function unitOf(section: Section, column: Column): MoneyUnit | undefined {
  return column.moneyUnit ?? section.moneyUnit;
}

/** An amount that was put in is used, another one is left. */
export function settle(ledger: Ledger, cell: Piece, put: ReturnType<Draft['putMoney']>): void {
  if (put === 'new' || put === 'same') ledger.use(cell);
  else ledger.leave(cell, put ?? 'not-number');
}

/** A text of a cell as it is kept, unless another one is there. */
export function putText({ draft, ledger }: Workshop, node: Node, name: string, cell: Cell): void {
  if (draft.put(node, name, kept(cell.text), cell) === 'differs') ledger.leave(cell, 'differs');
  else ledger.use(cell);
}
