import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Layout } from '../../../src/layouts/find.js';
import { Problems } from '../../../src/problem.js';
import { chooseLayout } from '../../../src/reading/choose.js';
import { readAs } from '../../../src/reading/file.js';
import { shippedLayouts } from '../../shippedLayouts.js';
import { score } from '../strangers/score.js';
import { strangers, tableOf } from '../strangers/table.js';
import { type Made, made } from './made.js';

const folder = 'test/reading/published';

/** The layout that is made of a table, as one of its region and year. */
function ownLayout({ layout, report }: Made, region: Layout['manifest']['region']): Layout {
  const { undated: _, ...manifest } = layout.manifest;
  return { ...layout, manifest: { ...manifest, region, years: [report.year] } };
}

/** Whether the file is taken for one of that layout, among all shipped ones. */
function isChosen(own: Made, layout: Layout): boolean {
  try {
    const region = layout.manifest.region.name;
    return chooseLayout(own.source, [...shippedLayouts.layouts, layout], { region }) === layout;
  } catch (cause) {
    if (cause instanceof Problems) return false;
    throw cause;
  }
}

/**
 * Those that are not: prose, fragments of several forms, halves with different rows, packed cells. Before cells without a field were
 * marked as such, 47 of them were recognised and 31 read whole. 42 of the faults are of a tree (石嘴山市 2020), which was no form before it
 * could be read: a layout has no rows for levels of their own.
 */
it('knows a published table by the layout that was made of it, and reads it again', async () => {
  const sums = { forms: 0, chosen: 0, whole: 0, right: 0, faults: 0 };
  for (const name of strangers(folder)) {
    const own = await made(tableOf(name, folder));
    if (!own) continue;
    const { region = { name: '全国' } } = JSON.parse(readFileSync(join(folder, name, 'gold.json'), 'utf8'));
    const layout = ownLayout(own, region);
    const { right, faults } = score(readAs(layout, own.source).report, own.report);
    // What the file does not say was answered when the form was made.
    const others = faults.filter(
      ({ at }) => !/^\/(?:year|region\/name|(?:department|units\/0(?:\/projects\/0)?)\/name)$/.test(at),
    );
    sums.forms += 1;
    sums.right += right;
    sums.faults += others.length;
    if (!isChosen(own, layout)) continue;
    sums.chosen += 1;
    if (others.length === 0) sums.whole += 1;
  }
  expect(sums.forms).toBeGreaterThanOrEqual(104);
  expect(sums.chosen).toBeGreaterThanOrEqual(90);
  expect(sums.whole).toBeGreaterThanOrEqual(71);
  expect(sums.right).toBeGreaterThanOrEqual(6_393);
  // Since signs of places are read from their own column, which no layout that is made has (秀屿区 2025: 6).
  expect(sums.faults).toBeLessThanOrEqual(375);
}, 300_000);
