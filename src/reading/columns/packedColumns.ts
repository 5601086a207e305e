import { targetFieldOf } from '../../report/target.js';
import type { Cell } from '../items.js';
import { plain } from './cellText.js';
import type { Column } from './decide.js';
import type { Node } from './draft.js';
import { periodIn } from './heads.js';
import { byMarks, bySentences, levelsOfHead, packedIndicators } from './packedIndicators.js';
import type { Entry, Workshop } from './section.js';

/** Reads cells that hold several indicators each, in lists with a row a project. */
export class PackedColumns {
  readonly #told = new Set<Column>();

  constructor(private readonly work: Workshop) {}

  read(owner: Node, fresh: readonly Entry[]): void {
    for (const { column, cell } of fresh) if (column.field === 'indicator/packed') this.#cell(owner, column, cell);
  }

  #cell(owner: Node, column: Column, cell: Cell): void {
    const { ledger, indicators } = this.work;
    const packed = packedIndicators(cell.text, levelsOfHead(column.head));
    if (!packed) {
      ledger.leave(cell, 'unknown');
      return;
    }
    const period = periodIn(plain(column.head.split('/').at(-1) ?? ''));
    const target = `indicator/${targetFieldOf(period ?? 'year') ?? 'annualTarget'}`;
    for (const { level1, level2, name, value } of packed.indicators) {
      const pieces = new Map(value === undefined ? [] : [[target, { ...cell, text: value }]]);
      const level = (text: string | undefined) => text && { text, piece: { ...cell, text } };
      const levels = { level1: level(level1) || undefined, level2: level(level2) || undefined };
      indicators.read(owner, { ...cell, text: name }, levels, pieces, period);
    }
    ledger.use(cell);
    this.#tell(column, cell, packed.isMarked);
  }

  /** Once for a column whose marks tell names from values, for each cell where only the numbers do. */
  #tell(column: Column, cell: Cell, isMarked: boolean): void {
    if (isMarked && this.#told.has(column)) return;
    if (isMarked) this.#told.add(column);
    this.work.notes.push(isMarked ? { ...byMarks, place: column.cell.place } : { ...bySentences, place: cell.place });
  }
}
