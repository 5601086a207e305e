import { expect, it } from 'vitest';
import { fillLayout } from '../../../src/layouts/fill.js';
import type { Layout } from '../../../src/layouts/find.js';
import { shippedLayouts } from '../../shippedLayouts.js';
import { documentOf, specimenOf } from '../recall.js';
import { treeItems } from '../treeItems.js';
import { readItems } from './reads.js';
import { score } from './score.js';

/**
 * Each layout's specimen, read as if no layout of its region were known: what a form is read into that nobody made a layout of. These are
 * published forms with invented words, and nothing of them was typed for readers.
 */
it('reads the forms of each region without its layouts as well as before', () => {
  const sums = { right: 0, rightSaid: 0, wrongSilent: 0 };
  for (const layout of shippedLayouts.layouts) {
    const specimen = specimenOf(layout);
    const others = shippedLayouts.layouts.filter((other) => regionOf(other) !== regionOf(layout));
    const { report, said } = readItems(treeItems(documentOf(layout, specimen)), others);
    const found = score(report, printed(layout, specimen), said);
    for (const sum of ['right', 'rightSaid', 'wrongSilent'] as const) sums[sum] += found[sum];
  }
  expect(sums.right).toBeGreaterThanOrEqual(8_228);
  expect(sums.rightSaid).toBeLessThanOrEqual(194);
  expect(sums.wrongSilent).toBeLessThanOrEqual(325);
}, 300_000);

const regionOf = ({ manifest }: Layout): string => manifest.id.split('/')[0] ?? '';

/** A report without what its form does not print. */
function printed(layout: Layout, specimen: ReturnType<typeof specimenOf>): unknown {
  const lost = new Set(fillLayout(layout, specimen).page.unprinted.map(({ path }) => `/${path.join('/')}`));
  const kept = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((each, index) => kept(each, `${at}/${index}`));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).filter(([name]) => !lost.has(`${at}/${name}`));
    return Object.fromEntries(fields.map(([name, inner]) => [name, kept(inner, `${at}/${name}`)]));
  };
  return kept(specimen, '');
}
