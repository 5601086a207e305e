import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { Desk } from '../../src/desk/desk.js';
import type { DeskWorkshop } from '../../src/desk/openReport.js';
import { reportsOf } from '../../src/desk/reports.js';
import { findWithUnnamed } from '../../src/layouts/unnamedFolder.js';
import { startLayout } from '../../src/publish/newLayout.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

const folder = mkdtempSync(join(tmpdir(), 'jibiao-desk-own-'));
afterAll(() => rmSync(folder, { recursive: true }));

const own = join(folder, '我的版式');
const id = '青禾县/project-2031';
startLayout(shippedLayouts, { id, like: 'generic/project', folder: own });
const manifest = join(own, id, 'layout.json');
const sound = readFileSync(manifest, 'utf8');
const spoilt = sound.replace('"table": "project"', '"table": "projekt"');
for (const [name, text] of [
  ['qinghe', readFileSync(join(own, id, 'specimen.json'), 'utf8')],
  ['shanghai', readFileSync('data/shanghai-2024.json', 'utf8')],
] as const)
  writeFileSync(join(folder, `${name}.json`), text);

function workshop(text: string): DeskWorkshop {
  writeFileSync(manifest, text);
  const layouts = findWithUnnamed(['templates'], own);
  return { layouts, fonts, out: join(folder, 'out'), program: 'test', templates: ['templates'] };
}

it('the desk opens with a broken layout of one’s own: it is listed, with what is wrong; only what needs it cannot be opened', () => {
  const { reports, faultyLayouts } = reportsOf(new Desk(folder, workshop(spoilt)));
  expect(faultyLayouts).toMatchObject([
    { id, faults: [{ message: { zh: 'table 不能是 "projekt"' }, place: { zh: `${id}/layout.json:11:12 /table` } }] },
  ]);
  expect(reports.map(({ name, wrong }) => [name, wrong?.map(({ message }) => message.zh)])).toEqual([
    ['qinghe', [`${id}/layout.json:11:12 /table：table 不能是 "projekt"`]],
    ['shanghai', undefined],
  ]);
  expect(reportsOf(new Desk(folder, workshop(sound))).faultyLayouts).toBeUndefined();
});

it('a layout that is saved with a fault is told and listed; its forms stay as they were, and others follow', () => {
  const desk = new Desk(folder, workshop(sound));
  const before = desk.view('qinghe', '').sheet;
  expect(desk.renew(workshop(spoilt)).map(({ code }) => code)).toEqual(['layout-manifest']);
  expect(desk.view('qinghe', '').sheet).toEqual(before);
  expect(reportsOf(desk).faultyLayouts).toHaveLength(1);
  // Again, and it is not forgotten; mended, it is gone.
  expect(desk.renew(workshop(spoilt))).toHaveLength(1);
  expect(desk.view('qinghe', '').sheet).toEqual(before);
  expect(desk.renew(workshop(sound))).toEqual([]);
  expect(reportsOf(desk).faultyLayouts).toBeUndefined();
});
