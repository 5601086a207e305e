import type { Item, Place } from '../items.js';
import type { Json } from './fields.js';
import type { Box, Grid } from './grid.js';
import type { PointersOf } from './stretches.js';

/** How much of a file is the form of one project, and in a list the rows of one. */

/** A file that was read, and what of it is in no field. */
export interface ReadFile {
  readonly items: readonly Item[];
  readonly report: Json;
  /** Where each value of the report stands, by its pointer. */
  readonly at: ReadonlyMap<string, Place>;
  readonly left: readonly { readonly place: Place; readonly text: string }[];
}

const ofAnother = /^\/units\/(?:[1-9]|0\/projects\/[1-9])/;
const ofOne = /^\/(?:units\/0\/projects\/0|department\/overall)\//;

/** The items of the first project; all of them of a list: the next one is in the same table, or its name beside its first indicator. */
export function firstForm({ items, at }: ReadFile): { items: readonly Item[]; isList: boolean } | undefined {
  const placesOf = (pattern: RegExp): Set<Place> =>
    new Set([...at].flatMap(([pointer, place]) => (pattern.test(pointer) ? [place] : [])));
  const [own, others] = [placesOf(ofOne), placesOf(ofAnother)];
  const has = (places: ReadonlySet<Place>) => (item: Item) =>
    item.kind === 'row' ? item.cells.some(({ place }) => places.has(place)) : places.has(item.place);
  const next = items.findIndex(has(others));
  const last = items.findLastIndex((item, index) => (next < 0 || index < next) && has(own)(item));
  if (last < 0) return undefined;
  if (next < 0) {
    const [name, indicator] = [
      placesOf(/^\/units\/0\/projects\/0\/name$/),
      placesOf(/\/projects\/0\/indicators\/0\/name$/),
    ];
    return { items, isList: items.some((item) => has(name)(item) && has(indicator)(item)) };
  }
  const [one, other] = [items[last], items[next]] as [Item, Item];
  const isList = one.kind === 'row' && other.kind === 'row' && one.table === other.table;
  return { items: isList ? items : items.slice(0, last + 1), isList };
}

/** Rows of a project in a list: that of its unit, its first, the one behind its last, the one behind the last of all projects. */
export interface Segment {
  readonly unit: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

export const eachUnit = '{{#each units as |unit|}}\n';
export const eachOfUnit = '{{#each unit.projects as |project at|}}\n';
export const endOfEach = '{{/each}}\n{{/each}}\n';

/** The rows of the first project of a list, and the end of those of all. */
export function segmentOf({ rows }: Grid, lines: number, pointersOf: PointersOf): Segment | undefined {
  const has = (pattern: RegExp) => (boxes: readonly Box[]) =>
    boxes.some((box) => pointersOf(box).some((pointer) => pattern.test(pointer)));
  const [from, last] = [rows.findIndex(has(ofOne)), rows.findLastIndex(has(ofOne))];
  const to = Math.max(last + 1, ...(rows[last] ?? []).map(({ row, down }) => row + down));
  const next = rows.findIndex((boxes, row) => row > last && has(ofAnother)(boxes));
  const end = rows.findLastIndex(has(/^\/units\//)) + 1;
  const unit = rows.findIndex(has(/^\/units\/0\/(?!projects)/));
  if (from < 0) return undefined;
  const own = { unit: unit < 0 ? from : Math.max(lines, Math.min(unit, from)), from: Math.max(lines, from) };
  return { ...own, to: next < 0 ? to : Math.min(to, next), end: Math.max(to, end) };
}
