import { isOfPersons } from '../report/notPublic.js';
import type { Report } from '../report/schema.js';
import type { FoundLayouts } from './find.js';
import type { Manifest } from './manifest.js';
import { suited } from './needs.js';
import type { PageFacts } from './page.js';
import { blanksOf, pageIn } from './regional.js';

/** A region's name in a manifest: the whole country. Not 通用, which is the generic form's. */
const country = '全国';

/** The generic layout of a kind of table, if there is one. */
export function genericOf(found: FoundLayouts, table: Manifest['table']): string | undefined {
  const id = `generic/${table}`;
  return found.layouts.some(({ manifest }) => manifest.id === id) ? id : undefined;
}

/** The layouts for the whole country that may be chosen by themselves, in the order of their ids. */
export function nationalLayouts({ layouts }: FoundLayouts, table: Manifest['table']): readonly string[] {
  return layouts
    .filter(({ manifest }) => manifest.region.name === country && manifest.undated && manifest.table === table)
    .map(({ manifest }) => manifest.id)
    .sort();
}

/**
 * The layout for the whole country of a report whose region has none: of those that print all that the generic form prints, the
 * one with the fewest blanks; undefined if each leaves something out. Persons are not counted, which the public does not see.
 */
export function nationalLayout(found: FoundLayouts, report: Report, table: Manifest['table']): string | undefined {
  const forms = report.region.name === '通用' ? [] : nationalLayouts(suited(found, report), table);
  if (forms.length === 0) return undefined;
  const generic = genericOf(found, table);
  const leftToo = leftOut(generic === undefined ? undefined : pageIn(generic, found, report));
  const whole = forms.flatMap((id) => {
    const page = pageIn(id, found, report);
    return page && [...leftOut(page)].every((path) => leftToo.has(path)) ? [{ id, blanks: blanksOf(page) }] : [];
  });
  const fewest = Math.min(...whole.map(({ blanks }) => blanks));
  return whole.find(({ blanks }) => blanks === fewest)?.id;
}

/** Pointers to what a page does not print of its report. */
function leftOut(page: PageFacts | undefined): ReadonlySet<string> {
  const left = page?.unprinted.filter(({ field }) => !isOfPersons(field)) ?? [];
  return new Set(left.map(({ path }) => path.join('/')));
}
