import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { SecondLook } from '../../src/watch/secondLook.js';
import { until } from './until.js';

const looks: SecondLook[] = [];
afterEach(() => {
  for (const look of looks.splice(0)) look.close();
});

async function looking(deep = false) {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-look-'));
  const path = join(folder, '报告.json');
  writeFileSync(path, 'old');
  writeFileSync(join(folder, 'notes.txt'), 'old');
  const told: string[] = [];
  const matters = (file: string) => file.endsWith('.json');
  const look = new SecondLook([{ folder, deep, matters, tell: (file) => told.push(file) }]);
  looks.push(look);
  await look.begin();
  return { folder, path, told, look };
}

it('tells a save, a new file and a removed one that nobody else has told, once each, and nothing else', async () => {
  const { folder, path, told } = await looking();
  writeFileSync(path, 'new');
  writeFileSync(join(folder, 'notes.txt'), 'new');
  await until('saved', () => told.length > 0);
  const other = join(folder, '另一份.json');
  cpSync(path, other);
  await until('added', () => told.includes(other));
  rmSync(path);
  await until('removed', () => told.length > 2);
  await pause(2500);
  expect(told).toEqual([path, other, path]);
});

it('tells a file of the same size and length of time that was put into another’s place', async () => {
  const { folder, path, told } = await looking();
  const time = new Date(1_700_000_000_000);
  utimesSync(path, time, time);
  await until('time', () => told.length === 1);
  writeFileSync(join(folder, 'x.tmp'), 'new');
  utimesSync(join(folder, 'x.tmp'), time, time);
  rmSync(path);
  cpSync(join(folder, 'x.tmp'), path, { preserveTimestamps: true });
  await until('other', () => told.length === 2);
});

it('keeps still about what somebody else has told', async () => {
  const { path, told, look } = await looking();
  writeFileSync(path, 'new');
  await look.heard(path);
  await pause(2500);
  expect(told).toEqual([]);
});

it('looks below a folder only where it is asked to, and bears one that goes away', async () => {
  const [deep, shallow] = [await looking(true), await looking()];
  for (const { folder } of [deep, shallow]) {
    mkdirSync(join(folder, '下级'));
    writeFileSync(join(folder, '下级', '报告.json'), 'new');
  }
  await until('below', () => deep.told.length === 1);
  rmSync(deep.folder, { recursive: true });
  await until('gone', () => deep.told.length === 3);
  expect(shallow.told).toEqual([]);
});
