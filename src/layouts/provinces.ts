import type { Bilingual } from '../problem.js';
import { isNational } from '../regions/home.js';
import { isCode, type RegionTree } from '../regions/tree.js';
import type { Manifest } from './manifest.js';

/** The layouts of a province, or of what stands in none. */
export interface Province {
  readonly name: Bilingual;
  readonly manifests: readonly Manifest[];
}

const national: Bilingual = { zh: '全国通用', en: 'national' };
const other: Bilingual = { zh: '其他', en: 'other' };

/** Layouts by province in the order of their codes (GB/T 2260), then those of regions without one, those for the whole country last. */
export function byProvince(manifests: readonly Manifest[], tree: RegionTree): Province[] {
  const groups = new Map<string, Manifest[]>();
  for (const manifest of [...manifests].sort(byRegion)) {
    const key = provinceOf(manifest, tree);
    groups.set(key, [...(groups.get(key) ?? []), manifest]);
  }
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, all]) => ({ name: nameOf(key, tree), manifests: all }));
}

function byRegion(left: Manifest, right: Manifest): number {
  const [one, two] = [left, right].map(({ region, id }) => `${region.code ?? 'x'} ${id}`) as [string, string];
  return one < two ? -1 : 1;
}

/** Regions without a code stand behind all codes, the whole country behind these. */
const outside = 'other';
const whole = 'whole';

function provinceOf({ region }: Manifest, tree: RegionTree): string {
  if (isNational(region)) return whole;
  const key = region.code ?? tree.chain(region.name).at(-1) ?? '';
  return isCode(key) ? `${key.slice(0, 2)}0000` : outside;
}

function nameOf(key: string, tree: RegionTree): Bilingual {
  if (key === whole) return national;
  if (key === outside) return other;
  const name = tree.words(key).replace(/（\d{6}）$/, '');
  return { zh: name, en: name };
}
