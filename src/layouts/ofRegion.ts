import { type Home, homeOf } from '../regions/home.js';
import { isCode } from '../regions/tree.js';
import { genericOf, nationalLayouts } from './fallback.js';
import type { FoundLayouts } from './find.js';
import type { Manifest } from './manifest.js';
import { homeIn, levelsOf, treeOf } from './regional.js';

/** The layouts for a region's reports of one kind of table. */
export interface Answer {
  readonly table: Manifest['table'];
  /** The layouts of the nearest region that has any, whose key is `key`; else those of the whole country, then the generic one. */
  readonly ids: readonly string[];
  readonly key?: string;
}

/** The layouts for a region's reports. */
export interface OfRegion {
  readonly home: Home;
  readonly answers: readonly Answer[];
}

/** The layouts for a region, given by name or code. Throws Problems: region-…. */
export function layoutsOfRegion(found: FoundLayouts, region: string): OfRegion {
  const home = isCode(region)
    ? { ...homeOf(treeOf(found), { code: region, name: region }), rest: '' }
    : homeIn(found, { name: region });
  const answers = (['project', 'department'] as const).map((table): Answer => {
    const [nearest] = levelsOf(found, home.chain, table);
    if (nearest) return { table, key: nearest.key, ids: nearest.all.map(({ id }) => id) };
    return { table, ids: [...nationalLayouts(found, table), ...[genericOf(found, table) ?? []].flat()] };
  });
  return { home, answers };
}

/** A region for a manifest, by its name: with its code where that is one region's; what is no known region stands below the whole country. */
export function regionNamed(found: FoundLayouts, name: string): Manifest['region'] {
  const { chain, rest } = homeIn(found, { name });
  const [nearest] = chain;
  if (nearest === undefined || rest !== '') return { name, parent: '全国' };
  return isCode(nearest) ? { code: nearest, name } : { name };
}
