import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { SecondLook } from '../../src/watch/secondLook.js';
import { until } from './until.js';

const looks: SecondLook[] = [];
afterEach(() => {
  for (const look of looks.splice(0)) look.close();
});

/** Longer than any test. */
const never = 1e9;

/** It looks when it is asked to, unless after a pause. */
async function looking(deep = false, pause = never) {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-look-'));
  const path = join(folder, '报告.json');
  writeFileSync(path, 'old');
  writeFileSync(join(folder, 'notes.txt'), 'old');
  const told: string[] = [];
  const matters = (file: string) => file.endsWith('.json');
  const look = new SecondLook([{ folder, deep, matters, tell: (file) => told.push(file) }], pause);
  looks.push(look);
  await look.begin();
  return { folder, path, told, look };
}

it('looks by itself, again and again', async () => {
  const { path, told } = await looking(false, 20);
  for (const text of ['new', 'newer']) {
    told.length = 0;
    writeFileSync(path, text);
    await until(text, () => told.length > 0);
  }
});

it('tells a save, a new file and a removed one that nobody else has told, once each, and nothing else', async () => {
  const { folder, path, told, look } = await looking();
  writeFileSync(path, 'new');
  writeFileSync(join(folder, 'notes.txt'), 'new');
  await look.look();
  const other = join(folder, '另一份.json');
  cpSync(path, other);
  await look.look();
  rmSync(path);
  for (let time = 0; time < 3; time += 1) await look.look();
  expect(told).toEqual([path, other, path]);
});

it('tells a file of the same size and length of time that was put into another’s place', async () => {
  const { folder, path, told, look } = await looking();
  const time = new Date(1_700_000_000_000);
  utimesSync(path, time, time);
  await look.look();
  expect(told).toHaveLength(1);
  writeFileSync(join(folder, 'x.tmp'), 'new');
  utimesSync(join(folder, 'x.tmp'), time, time);
  rmSync(path);
  cpSync(join(folder, 'x.tmp'), path, { preserveTimestamps: true });
  await look.look();
  expect(told).toHaveLength(2);
});

it('keeps still about what somebody else has told', async () => {
  const { path, told, look } = await looking();
  writeFileSync(path, 'new');
  await look.heard(path);
  await look.look();
  expect(told).toEqual([]);
});

it('looks below a folder only where it is asked to, and bears one that goes away', async () => {
  const [deep, shallow] = [await looking(true), await looking()];
  for (const { folder } of [deep, shallow]) {
    mkdirSync(join(folder, '下级'));
    writeFileSync(join(folder, '下级', '报告.json'), 'new');
  }
  for (const { look } of [deep, shallow]) await look.look();
  expect(deep.told).toHaveLength(1);
  rmSync(deep.folder, { recursive: true });
  await deep.look.look();
  expect(deep.told).toHaveLength(3);
  expect(shallow.told).toEqual([]);
});
