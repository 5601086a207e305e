import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pagesOf } from '../../src/generate.js';
import { fillLayout } from '../../src/layouts/fill.js';
import { paperOf } from '../../src/layouts/paper.js';
import { readReport } from '../../src/report/read.js';
import type { Report } from '../../src/report/schema.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

/** A form with a column for each place turns its paper by how many there are, and then goes on beside. */

const layouts = shippedLayouts.layouts.filter(({ manifest }) => manifest.family === 'per-place');

function withPlaces(id: string, count: number): Report {
  const file = join('templates', id, 'specimen.json');
  const { report } = readReport(readFileSync(file), file);
  const [unit] = report.units;
  const [project] = unit?.projects ?? [];
  if (!unit || !project) throw new Error(id);
  const target = { sign: '≥', value: '5', unit: '个' } as const;
  const places = Array.from({ length: count }, (_, index) => ({ place: `第${index + 1}镇`, target }));
  const indicators = project.indicators?.map((indicator) => ({ ...indicator, places }));
  return { ...report, units: [{ ...unit, projects: [{ ...project, ...(indicators && { indicators }) }] }] };
}

const cases = [
  [1, 595, 842, 1],
  [3, 595, 842, 1],
  [4, 842, 595, 1],
  [8, 842, 595, 1],
  [10, 1191, 842, 1],
  [15, 1191, 842, 1],
  [16, 1191, 842, 2],
  [20, 1191, 842, 2],
  [40, 1191, 842, 3],
] as const;

it.each(layouts.flatMap((layout) => cases.map((each) => [layout.manifest.id, ...each, layout] as const)))(
  '%s with %i places: paper %i × %i, %i tables',
  (id, count, width, height, tables, layout) => {
    const report = withPlaces(id, count);
    const { markup, problems } = fillLayout(layout, report);
    expect(problems).toEqual([]);
    const parts = markup.split('class="levels places"').slice(1);
    expect(parts.length).toBe(tables);
    // Each part has the label columns again, and the parts have all places, each once, in order.
    for (const part of parts) expect(part).toContain('三级指标');
    const names = parts.flatMap((part) => (part.split('</thead>')[0] ?? '').match(/第\d+镇/g) ?? []);
    expect(names).toEqual(Array.from({ length: count }, (_, index) => `第${index + 1}镇`));
    const { pages, starved } = pagesOf(report, [layout], fonts);
    expect(starved).toEqual([]);
    for (const { style } of pages) expect([style.width, style.height].map(Math.round)).toEqual([width, height]);
  },
);

it('a layout without papers has its one paper, and counts no place of a withheld project', () => {
  const [perPlace] = layouts;
  if (!perPlace) throw new Error('no form per place');
  const report = withPlaces(perPlace.manifest.id, 40);
  const { papers: _, ...one } = perPlace.manifest;
  expect(paperOf(one, report)).toEqual({ paper: 'A4', direction: 'landscape', placesAcross: 40 });
  const units = report.units.map((unit) => ({
    ...unit,
    projects: unit.projects.map((project) => ({ ...project, publish: false })),
  }));
  expect(paperOf(perPlace.manifest, { ...report, units }).placesAcross).toBe(1);
});
