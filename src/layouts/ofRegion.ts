import { type Home, homeOf } from '../regions/home.js';
import { isCode } from '../regions/tree.js';
import { genericOf } from './choose.js';
import type { FoundLayouts } from './find.js';
import type { Manifest } from './manifest.js';
import { homeIn, levelsOf, treeOf } from './regional.js';

/** What a region's reports of a kind of table are printed in. */
export interface Answer {
  readonly table: Manifest['table'];
  /** The layouts of the nearest region that has any, and that region's key; without one the generic layout, if there is one. */
  readonly ids: readonly string[];
  readonly key?: string;
}

/** The layouts that a region's reports get. */
export interface OfRegion {
  readonly home: Home;
  readonly answers: readonly Answer[];
}

/** Asks for a region by its name or its code. Throws Problems: region-…. */
export function layoutsOfRegion(found: FoundLayouts, region: string): OfRegion {
  const home = isCode(region)
    ? { ...homeOf(treeOf(found), { code: region, name: region }), rest: '' }
    : homeIn(found, { name: region });
  const answers = (['project', 'department'] as const).map((table): Answer => {
    const [nearest] = levelsOf(found, home.chain, table);
    if (nearest) return { table, key: nearest.key, ids: nearest.all.map(({ id }) => id) };
    const generic = genericOf(found, table);
    return { table, ids: generic === undefined ? [] : [generic] };
  });
  return { home, answers };
}
