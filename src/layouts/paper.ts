import type { Report } from '../report/schema.js';
import type { Manifest } from './manifest.js';

/** The paper that a report is printed on, and how many places its tables have side by side. */
export interface PrintedPaper extends Pick<Manifest, 'paper' | 'direction'> {
  readonly placesAcross: number;
}

/**
 * The first of the layout's papers that has room for all places of each project; on the last one the table goes on beside, in
 * parts of the same width. A layout without `papers` has one paper, for any number.
 */
export function paperOf({ paper, direction, papers = [] }: Manifest, { units }: Report): PrintedPaper {
  const projects = units.flatMap((unit) => unit.projects.filter(({ publish }) => publish !== false));
  const most = Math.max(1, ...projects.map(({ indicators = [] }) => placesIn(indicators)));
  const taken = papers.find(({ places }) => most <= places) ?? papers.at(-1);
  if (!taken) return { paper, direction, placesAcross: most };
  const parts = Math.ceil(most / taken.places);
  return { paper: taken.paper, direction: taken.direction, placesAcross: Math.ceil(most / parts) };
}

function placesIn(indicators: NonNullable<Report['units'][number]['projects'][number]['indicators']>): number {
  return new Set(indicators.flatMap(({ places = [] }) => places.map(({ place }) => place))).size;
}
