import type { Layout } from '../layouts/find.js';
import { shortName } from '../regions/divisions.js';
import { listedRegions } from '../regions/tree.js';
import type { Item, Place } from './items.js';
import { bareText } from './plainText.js';
import { regionIn } from './region.js';

/** What the first lines of a file say of its region and year. */

/** Whether the first lines name a region. */
export function namesRegion(items: readonly Item[], name: string): boolean {
  const short = shortName(name) ?? name;
  return linesOf(items).some(({ text }) => text.includes(short));
}

/** Whether the first lines name a region that has nothing to do with a layout's: none above it, in it, or it. */
export function isElsewhere(items: readonly Item[], { code }: Layout['manifest']['region']): boolean {
  if (code === undefined) return false;
  const regions = linesOf(items).flatMap(({ text }) => regionIn(text, code) ?? []);
  const isNear = (other: string): boolean =>
    other === code || listedRegions.isBelow(other, code) || listedRegions.isBelow(code, other);
  return regions.length > 0 && !regions.some((region) => isNear(region.code));
}

/** Whether the first lines name a region in that of a layout, or it: 六安市 in 安徽省. */
export function isWithin(items: readonly Item[], { code }: Layout['manifest']['region']): boolean {
  if (code === undefined) return false;
  const regions = linesOf(items).flatMap(({ text }) => regionIn(text, code) ?? []);
  return regions.some((region) => region.code === code || listedRegions.isBelow(region.code, code));
}

/** The texts of the first lines. */
export function linesOf(items: readonly Item[]): readonly { readonly text: string; readonly place: Place }[] {
  return items
    .slice(0, 30)
    .flatMap((item): readonly { readonly text: string; readonly place: Place }[] =>
      item.kind === 'paragraph' ? [item] : item.cells.filter(({ isContinued }) => !isContinued),
    );
}

/** The year that the first lines say. */
export function yearIn(items: readonly Item[]): string | undefined {
  for (const item of items.slice(0, 40)) {
    const text = bareText(item.kind === 'paragraph' ? item.text : item.cells.map((cell) => cell.text).join(' '));
    const found = /(?<![截止到至前底])((?:19|20|21)\d\d)年(?:度)?(?:.{0,30}(?:目标|预算|绩效|项目)|\)|$)/.exec(text);
    if (found && text.length < 60) return found[1];
  }
  return undefined;
}
