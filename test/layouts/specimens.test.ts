import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lostKinds } from '../../src/check/unprinted.js';
import { generate, pagesOf } from '../../src/generate.js';
import { chooseLayouts } from '../../src/layouts/choose.js';
import { fillLayout, stripPlaces } from '../../src/layouts/fill.js';
import type { Layout } from '../../src/layouts/find.js';
import { readReport } from '../../src/report/read.js';
import type { Report } from '../../src/report/schema.js';
import { share } from '../runs.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

/**
 * Each shipped layout has a specimen with every field of its form filled, and the labels of the published form in their order,
 * written from the form and not from the template.
 */

const { layouts } = shippedLayouts;
const folderOf = ({ manifest }: Layout) => join('templates', manifest.id);
const specimenOf = (layout: Layout): Report =>
  readReport(readFileSync(join(folderOf(layout), 'specimen.json')), `${layout.manifest.id}/specimen.json`).report;

/** The words of a page in the order of reading, without white space. */
function wordsOf(markup: string): string {
  return stripPlaces(markup)
    .split('<table')
    .map(withSideLabels)
    .join('<table')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#x3D;/g, '=')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, '');
}

/** A label beside its table begins in the blank corner above, to which its cell is open: there it is read. */
function withSideLabels(table: string): string {
  const corner = /<th\b[^>]*open-below[^>]*><\/th>/;
  const label = /<t[dh]\b[^>]*open-above[^>]*>(.*?)<\/t[dh]>/s;
  const found = label.exec(table);
  return found && corner.test(table) ? table.replace(label, '').replace(corner, found[1] as string) : table;
}

/** What else the report is printed in: a department's table may list projects whose goals stand in a form of their own. */
function chosenWith(layout: Layout, report: Report): readonly Layout[] {
  return report.layout ? [] : chooseLayouts(shippedLayouts, report).layouts.filter((each) => each !== layout);
}

/** The report with this many projects, copies of its own in turn, each under a name and code of its own. */
function withProjects(report: Report, count: number): Report {
  const all = report.units.flatMap(({ projects }) => projects);
  const [unit] = report.units;
  if (!unit || all.length === 0) return report;
  const projects = Array.from({ length: count }, (_, index) => {
    const { id: _id, parent: _parent, ...project } = structuredClone(all[index % all.length] as (typeof all)[number]);
    return {
      ...project,
      name: `${project.name}（${index + 1}）`,
      ...(project.code && { code: `${project.code}-${index + 1}` }),
    };
  });
  return { ...report, units: [{ ...unit, projects }] };
}

describe.each(layouts.map((layout) => [layout.manifest.id, layout] as const))('%s', (id, layout) => {
  const { manifest } = layout;
  const report = specimenOf(layout);

  it('is chosen for its specimen by region and year', () => {
    const isGeneric = manifest.region.name === '通用';
    if (isGeneric || (manifest.years.length === 0 && !manifest.undated)) {
      expect(report.layout).toBe(id);
      return;
    }
    expect(report.layout).toBeUndefined();
    expect(chooseLayouts(shippedLayouts, report).layouts.map((each) => each.manifest.id)).toContain(id);
  });

  it('prints all of its specimen, and every label of the published form in order', () => {
    const { markup, page, problems } = fillLayout(layout, report);
    expect(problems).toEqual([]);
    const others = chosenWith(layout, report).map((each) => fillLayout(each, report).page);
    const names = lostKinds(report, [page, ...others]).map(({ field }) => field);
    expect(names.filter((name) => !page.withoutPlace.includes(name))).toEqual([]);
    const words = wordsOf(markup);
    const labels = readFileSync(join(folderOf(layout), 'labels.txt'), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    expect(labels.length).toBeGreaterThan(4);
    let from = 0;
    for (const label of labels) {
      const plain = label.replace(/\s+/g, '');
      const at = words.indexOf(plain, from);
      expect(at, `${id}: ${label} after ${words.slice(Math.max(0, from - 30), from)}`).toBeGreaterThanOrEqual(0);
      from = at + plain.length;
    }
  });

  it('has a picture, and says what is missing where it is partial', () => {
    expect(existsSync(join(folderOf(layout), 'page.png'))).toBe(true);
    expect(manifest.partial ?? false).toBe(manifest.missing !== undefined);
  });

  it('sets one project without a starved column', () => {
    expect(pagesOf(withProjects(report, 1), [layout], fonts).starved).toEqual([]);
  });
});

/** All of them in `npm run test:long`. */
it.each(share(layouts).map((layout) => [layout.manifest.id, layout] as const))(
  '%s sets thirty projects, and is read back from PDF, DOCX and HTML',
  async (_, layout) => {
    expect(pagesOf(withProjects(specimenOf(layout), 30), [layout], fonts).starved).toEqual([]);
    const wish = { formats: ['pdf', 'docx', 'html'], docxFonts: 'native', verify: true } as const;
    const { problems } = await generate(specimenOf(layout), [layout], fonts, wish);
    expect(problems.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  },
);
