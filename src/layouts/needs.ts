import type { Report } from '../report/schema.js';
import type { FoundLayouts } from './find.js';
import type { Manifest } from './manifest.js';

/**
 * The layouts that may be chosen for a report by themselves: without those whose manifests need what it does not have. A
 * region's form for transfer payments is not the form of its departments' projects.
 */
export function suited({ layouts, broken }: FoundLayouts, report: Report): FoundLayouts {
  const isSuited = ({ manifest }: { readonly manifest?: Manifest }) =>
    manifest === undefined || (manifest.needs ?? []).every((need) => has(report, need, manifest));
  return { layouts: layouts.filter(isSuited), broken: broken.filter(isSuited) };
}

function has({ units, year }: Report, need: NonNullable<Manifest['needs']>[number], { years }: Manifest): boolean {
  if (need === 'year') return years.includes(year);
  const projects = units.flatMap((unit) => unit.projects);
  return need === 'authorities'
    ? projects.some(({ authorities = [] }) => authorities.length > 0)
    : projects.some(({ indicators = [] }) => indicators.some(({ places = [] }) => places.length > 0));
}
