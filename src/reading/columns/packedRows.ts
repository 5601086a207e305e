import type { Cell, Row } from '../items.js';
import type { Note } from '../told.js';
import type { Node } from './draft.js';
import type { IndicatorReader } from './indicators.js';
import type { Ledger } from './ledger.js';
import { bareLevel, looks } from './looks.js';
import { bySentences } from './packedIndicators.js';
import { clausesOf } from './prose.js';

/** Rows without a head that have a level and beside it all its indicators in one cell. */
export class PackedRows {
  /** The table whose rows are such. */
  #table: number | undefined;

  constructor(
    private readonly work: {
      readonly ledger: Ledger;
      readonly indicators: IndicatorReader;
      readonly notes: Note[];
      /** Whose the indicators are. */
      readonly owner: () => Node | undefined;
    },
  ) {}

  /** Reads a row; false where it is none of these. */
  read(row: Row, own: readonly Cell[]): boolean {
    const text = row.cells.findLast((cell) => cell.text.trim() !== '');
    const levels = text ? row.cells.slice(0, row.cells.indexOf(text)).filter((cell) => cell.text.trim() !== '') : [];
    const last = levels.at(-1);
    if (!text || !last || text.isContinued || !own.includes(text)) return false;
    const isLevel = (which: 'level1' | 'level2') => (cell: Cell) => looks(cell.text, which);
    if (!isLevel('level1')(last) && !isLevel('level2')(last)) return false;
    const found = clausesOf(text.text);
    const isPacked = found.some(({ value }) => value !== undefined) || this.#table === row.table;
    if (!isPacked || found.some(({ name }) => name.length > 60)) return false;
    this.#table = row.table;
    const owner = this.work.owner();
    if (!owner) return false;
    for (const cell of levels) this.work.ledger.use(cell);
    // 成本指标 below 产出指标 is its second level.
    const isSecond = isLevel('level2')(last) && levels.some((cell) => cell !== last && isLevel('level1')(cell));
    const above = levels.findLast((cell) => isLevel('level1')(cell) && !(isSecond && cell === last));
    const below = last !== above && isLevel('level2')(last) ? last : undefined;
    const first = above && { text: bareLevel(above.text), piece: above };
    const second = below && { text: bareLevel(below.text), piece: below };
    for (const { name, value } of found) {
      const pieces = new Map(value === undefined ? [] : [['indicator/annualTarget', { ...text, text: value }]]);
      this.work.indicators.read(owner, { ...text, text: name }, { level1: first, level2: second }, pieces, undefined);
    }
    this.work.notes.push({ ...bySentences, place: text.place });
    return true;
  }
}
