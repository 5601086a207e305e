import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillLayout, fillWithSources, stripPlaces, stripSources } from '../../src/layouts/fill.js';
import type { Layout } from '../../src/layouts/find.js';
import { readReport } from '../../src/report/read.js';
import type { Report } from '../../src/report/schema.js';
import { shippedLayouts } from '../shippedLayouts.js';

const { layouts } = shippedLayouts;
const specimenOf = ({ manifest }: Layout): Report =>
  readReport(readFileSync(join('templates', manifest.id, 'specimen.json')), `${manifest.id}/specimen.json`).report;

describe.each(layouts.map((layout) => [layout.manifest.id, layout] as const))('%s', (_, layout) => {
  const report = specimenOf(layout);
  it('is the same markup without the marks', () => {
    const { markup, sources } = fillWithSources(layout, report);
    expect(stripSources(markup)).toBe(fillLayout(layout, report).markup);
    if (process.env.SHOW) console.log(stripPlaces(markup).replace(/\ufdd0([\ufde0-\ufdef]*)\ufdd1/g, (_m, d) => {
      const n = Number.parseInt([...d].map((c) => (c.charCodeAt(0) - 0xfde0).toString(16)).join(''), 16);
      return `⟦${JSON.stringify(sources[n])}▸`;
    }).replace(/\ufdd2/g, '⟧'));
  });
});
