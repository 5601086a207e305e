import { pathOf, valueAt } from '../../json/pointer.js';
import type { Bilingual } from '../../problem.js';
import { nameIn } from '../columns/indicators.js';
import type { Item, Place } from '../items.js';
import { bareText } from '../plainText.js';

const several: Bilingual = {
  zh: '一格里有几段，读成了一个名称，也许不止一项',
  en: 'the cell has several paragraphs that were read as one name: perhaps it says more than one thing',
};

/** By pointer, the names of indicators that are all of a cell of several paragraphs. */
export function joinedNamesIn(
  report: unknown,
  at: ReadonlyMap<string, Place>,
  items: readonly Item[],
): Map<string, Bilingual> {
  const cells = new Map(
    items.flatMap((item) =>
      item.kind === 'row'
        ? item.cells.flatMap(({ text, place }) =>
            text.includes('\n') && /\n\s*\n/.test(text.trim()) ? [[JSON.stringify(place), text] as const] : [],
          )
        : [],
    ),
  );
  if (cells.size === 0) return new Map();
  const found = [...at].filter(([pointer, place]) => {
    if (!/\/indicators\/\d+\/name$/.test(pointer)) return false;
    const text = cells.get(JSON.stringify(place));
    return text !== undefined && bareText(nameIn(text)) === bareText(String(valueAt(report, pathOf(pointer))));
  });
  return new Map(found.map(([pointer]) => [pointer, several]));
}
