import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readWith } from '../../src/reading/reading.js';
import { share } from '../runs.js';
import { shippedLayouts } from '../shippedLayouts.js';
import { answersTo, compared, documentOf, leavesOf, printedLeaves, specimenOf } from './recall.js';
import { treeItems } from './treeItems.js';

/**
 * The specimen of each layout is filled and read back: how many printed fields came back, which were wrong, which were lost.
 * `GOLDEN=1` writes the table anew; its diff shows which layouts read better or worse.
 */
const golden = new URL('recall.json', import.meta.url);

interface Measured {
  readonly leaves: number;
  readonly read: number;
  readonly wrong: number;
  readonly lost: number;
  readonly listed: number;
}

it('reads the specimen of each layout back as well as before', () => {
  const measured: Record<string, Measured> = {};
  const told: string[] = [];
  const { layouts } = shippedLayouts;
  for (const layout of process.env.GOLDEN ? layouts : share(layouts)) {
    const { id } = layout.manifest;
    const report = specimenOf(layout);
    const source = treeItems(documentOf(layout, report));
    const answers = answersTo(readWith(layout, source).questions, report);
    const reading = readWith(layout, source, { answers });
    const { leaves, read, wrong, lost } = compared(printedLeaves(layout, report), leavesOf(reading.report));
    measured[id] = { leaves, read, wrong: wrong.length, lost: lost.length, listed: reading.left.length };
    told.push(...[...wrong, ...lost].map((line) => `${id} ${line}`));
  }
  if (process.env.GOLDEN || !existsSync(golden)) writeFileSync(golden, `${JSON.stringify(measured, undefined, 2)}\n`);
  const known = JSON.parse(readFileSync(golden, 'utf8')) as Record<string, Measured>;
  expect(Object.keys(known)).toEqual(layouts.map(({ manifest }) => manifest.id));
  expect(measured, told.join('\n')).toEqual(Object.fromEntries(Object.entries(known).filter(([id]) => id in measured)));
}, 120_000);

it('reads the forms of the five samples and most others whole', () => {
  const table = JSON.parse(readFileSync(golden, 'utf8')) as Record<string, Measured>;
  const whole = Object.entries(table).flatMap(([id, { leaves, read }]) => (read >= 0.995 * leaves ? [id] : []));
  expect(whole).toEqual(
    expect.arrayContaining([
      'tianjin/project-2023',
      'nansha/department-2024',
      'shanghai/project-2024',
      'guangzhou/project-2025',
    ]),
  );
  expect(whole.length).toBeGreaterThanOrEqual(36);
});
