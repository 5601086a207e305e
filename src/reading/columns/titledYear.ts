import type { Item } from '../items.js';
import type { Piece } from './ledger.js';

/** The report's year is needed before its columns: 2021年实际执行数 is last year's in a table of 2022. */
export function titledYear(items: readonly Item[]): { value: number; piece: Piece } | undefined {
  for (const item of items.slice(0, 200)) {
    const said =
      item.kind === 'paragraph' ? [item] : item.cells.filter((cell) => !cell.isContinued && cell.text !== '');
    const pieces = said.length === 1 ? said : [];
    for (const piece of pieces) {
      const [, year] =
        piece.text.length < 60 ? (/(?:^|\D)((?:19|20|21)\d\d)\s*年(?!\d*\s*[月-])/.exec(piece.text) ?? []) : [];
      const isTitle = /目标|预算|绩效|自评|^[(（]?\d{4}\s*年度?[)）]?(?:\s*(?:金额)?单位[:：].{0,6})?$/.test(
        piece.text.trim(),
      );
      if (year !== undefined && isTitle) return { value: Number(year), piece };
    }
  }
  return undefined;
}
