import type { Report } from '../report/schema.js';
import type { FoundLayouts } from './find.js';
import type { Manifest } from './manifest.js';
import { suited } from './needs.js';
import { blanksOf, pageIn } from './regional.js';

/** A region's name in a manifest: the whole country. Not 通用, which is the generic form's. */
const country = '全国';

/** The layouts for the whole country that may be chosen by themselves, the first by name first. */
export function nationalLayouts({ layouts }: FoundLayouts, table: Manifest['table']): readonly string[] {
  return layouts
    .filter(({ manifest }) => manifest.region.name === country && manifest.undated && manifest.table === table)
    .map(({ manifest }) => manifest.id)
    .sort();
}

/**
 * The layout for the whole country of a report whose region has none: of those that print everything the report fills, the one
 * with the fewest blanks; undefined if each leaves something out, which the generic form prints.
 */
export function nationalLayout(found: FoundLayouts, report: Report, table: Manifest['table']): string | undefined {
  if (report.region.name === '通用') return undefined;
  const whole = nationalLayouts(suited(found, report), table).flatMap((id) => {
    const page = pageIn(id, found, report);
    return page && page.unprinted.length === 0 ? [{ id, blanks: blanksOf(page) }] : [];
  });
  const fewest = Math.min(...whole.map(({ blanks }) => blanks));
  return whole.find(({ blanks }) => blanks === fewest)?.id;
}
