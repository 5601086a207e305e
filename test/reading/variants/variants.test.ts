import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readSource } from '../../../src/reading/grids/source.js';
import { type Reading, readWith } from '../../../src/reading/reading.js';
import { share } from '../../runs.js';
import { shippedLayouts } from '../../shippedLayouts.js';
import { leavesOf, printedLeaves, specimenOf } from '../recall.js';
import { type Variant, variants } from './variants.js';

/**
 * The specimen of each layout as LibreOffice saved it (DOCX), set out otherwise in each of the ways that WPS, converters and clerks
 * have: how many of the printed fields come back, and which have silently another value. `GOLDEN=1` writes the figures anew.
 */
const golden = new URL('variants.json', import.meta.url);

interface Measured {
  readonly leaves: number;
  readonly read: number;
  /** Values that neither the form has there nor the file as it was gave, and of which nothing was said. */
  readonly silent: readonly string[];
}
type Table = Record<string, Record<string, Measured>>;

const asItIs = 'as it is';
const ways: Readonly<Record<string, Variant | undefined>> = { [asItIs]: undefined, ...variants };

async function measured(layout: (typeof shippedLayouts.layouts)[number], names: readonly string[]) {
  const { id } = layout.manifest;
  const source = await readSource(
    readFileSync(new URL(`../golden/files/${id.replace('/', '-')}.docx`, import.meta.url)),
    id,
  );
  const before = readWith(layout, source);
  const wanted = printedLeaves(layout, specimenOf(layout));
  return names.map((name): [string, Measured] => {
    const change = ways[name];
    const reading = change ? readWith(layout, { ...source, items: change(source.items) }) : before;
    const leaves = leavesOf(reading.report);
    const read = [...wanted].filter(([pointer, value]) => leaves.get(pointer) === value).length;
    return [name, { leaves: wanted.size, read, silent: silent(reading, leaves, leavesOf(before.report), wanted) }];
  });
}

function silent(
  reading: Reading,
  leaves: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, string>,
): string[] {
  const said = reading.left.map(({ text }) => text.replace(/\s/g, '').normalize('NFKC'));
  return [...leaves].flatMap(([pointer, value]) => {
    const right = wanted.get(pointer);
    const isKnown = value === right || value === before.get(pointer);
    return isKnown || said.some((text) => text.includes(value) || (right && text.includes(right)))
      ? []
      : [`${pointer}: ${right ?? ''} → ${value}`];
  });
}

it('reads each layout in each way as well as before, and no field silently otherwise', async () => {
  const known = existsSync(golden) ? (JSON.parse(readFileSync(golden, 'utf8')) as Table) : {};
  const found: Table = {};
  for (const [turn, layout] of (process.env.GOLDEN
    ? shippedLayouts.layouts
    : share(shippedLayouts.layouts)
  ).entries()) {
    const names = process.env.GOLDEN ? Object.keys(ways) : share(Object.keys(ways), turn);
    for (const [name, figures] of await measured(layout, names))
      found[name] = { ...found[name], [layout.manifest.id]: figures };
  }
  if (process.env.GOLDEN) writeFileSync(golden, `${JSON.stringify(found, undefined, 2)}\n`);
  else
    for (const [name, byLayout] of Object.entries(found))
      for (const [id, { read, silent: told }] of Object.entries(byLayout)) {
        const before = known[name]?.[id];
        expect(read, `${name} ${id}`).toBeGreaterThanOrEqual(before?.read ?? 0);
        expect(
          told.filter((line) => !before?.silent.includes(line)),
          `${name} ${id}`,
        ).toEqual([]);
      }
}, 1_800_000);

it('loses little of any way', () => {
  const known = JSON.parse(readFileSync(golden, 'utf8')) as Table;
  const shares = Object.fromEntries(
    Object.entries(known).map(([name, byLayout]) => {
      const all = Object.values(byLayout);
      const [read, leaves] = [
        all.reduce((sum, one) => sum + one.read, 0),
        all.reduce((sum, one) => sum + one.leaves, 0),
      ];
      return [name, { read: Number((read / leaves).toFixed(4)), silent: all.flatMap((one) => one.silent).length }];
    }),
  );
  for (const [name, least] of Object.entries(leastShares))
    expect(shares[name]?.read, name).toBeGreaterThanOrEqual(least);
});

/** Of the printed fields of all layouts. */
const leastShares: Readonly<Record<string, number>> = {
  'as it is': 0.945,
  'merged cells blank': 0.93,
  'merged cells repeated': 0.935,
  'a column 序号 in front': 0.92,
  'a column 备注 behind': 0.935,
  'heads again on each page': 0.945,
  'labels in other words': 0.93,
  'junk lines': 0.935,
  'blank paragraphs in cells': 0.945,
};
