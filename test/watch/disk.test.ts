import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { disk, type Watched } from '../../src/watch/disk.js';
import type { Change } from '../../src/watch/watch.js';
import { until } from './until.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const folder = () => mkdtempSync(join(tmpdir(), 'jibiao-disk-'));

async function watched(what: Partial<Watched>): Promise<Change[]> {
  const changes: Change[] = [];
  closers.push(await disk({ reports: [], layouts: [], fonts: [], ...what })((change) => changes.push(change)));
  return changes;
}

const told = (changes: readonly Change[], path: string) =>
  changes.some((change) => change.type === 'report' && change.path === path);

it.each([
  ['written over', (path: string) => writeFileSync(path, 'new')],
  [
    'truncated, then written in two goes',
    async (path: string) => {
      const file = openSync(path, 'w');
      await pause(30);
      writeSync(file, 'ne');
      await pause(30);
      writeSync(file, 'w');
    },
  ],
  [
    'put in its place by renaming, as WPS does',
    (path: string) => {
      writeFileSync(`${path}.tmp`, 'new');
      renameSync(`${path}.tmp`, path);
    },
  ],
  [
    'moved aside and written anew, as vim does',
    (path: string) => {
      renameSync(path, `${path}~`);
      writeFileSync(path, 'new');
      rmSync(`${path}~`);
    },
  ],
])('tells of a report that is %s, twice running, named by file or by folder', async (_, save) => {
  for (const named of ['file', 'folder'] as const) {
    const path = join(folder(), '2025年预算.json');
    writeFileSync(path, 'old');
    const changes = await watched({ reports: [named === 'file' ? path : join(path, '..')] });
    for (let time = 0; time < 2; time += 1) {
      changes.length = 0;
      await save(path);
      await until(`told ${named} ${time}`, () => told(changes, path));
      // The next save is one of its own.
      await pause(300);
    }
  }
});

it('tells of reports that come and go, and of nothing else in the folder', async () => {
  const data = folder();
  const changes = await watched({ reports: [data] });
  for (const name of ['notes.txt', '.report.json.swp', '.hidden.json', 'report.json~']) {
    writeFileSync(join(data, name), 'x');
  }
  mkdirSync(join(data, 'below'));
  writeFileSync(join(data, 'below', 'deep.json'), 'x');
  const path = join(data, 'report.json');
  writeFileSync(path, 'x');
  await until('added', () => told(changes, path));
  await pause(300);
  expect(new Set(changes.map((change) => change.type === 'report' && change.path))).toEqual(new Set([path]));
  changes.length = 0;
  rmSync(path);
  await until('removed', () => told(changes, path));
});

it('tells of a report named by its file that is gone for a while and comes back', async () => {
  const path = join(folder(), 'report.json');
  writeFileSync(path, 'old');
  const changes = await watched({ reports: [path] });
  rmSync(path);
  await until('gone', () => told(changes, path));
  await pause(300);
  for (const text of ['new', 'newer']) {
    changes.length = 0;
    writeFileSync(path, text);
    await until(text, () => told(changes, path));
    await pause(300);
  }
});

it('finds the folder of a pattern', async () => {
  const data = folder();
  mkdirSync(join(data, '2025', 'a'), { recursive: true });
  const deep = await watched({ reports: [join(data, '**', '*.json')] });
  const flat = await watched({ reports: [join(data, '*.json')] });
  writeFileSync(join(data, '2025', 'a', 'report.json'), 'x');
  await until('deep', () => told(deep, join(data, '2025', 'a', 'report.json')));
  await pause(300);
  expect(flat).toEqual([]);
  writeFileSync(join(data, 'top.json'), 'x');
  await until('flat', () => told(flat, join(data, 'top.json')) && told(deep, join(data, 'top.json')));
});

it('tells of layouts, in folders made later too, and of fonts', async () => {
  const [layouts, fonts] = [folder(), folder()];
  const changes = await watched({ layouts: [layouts], fonts: [fonts] });
  writeFileSync(join(fonts, 'README'), 'x');
  writeFileSync(join(layouts, '.template.hbs.swp'), 'x');
  await pause(300);
  expect(changes).toEqual([]);
  mkdirSync(join(layouts, 'suzhou', 'project-2026'), { recursive: true });
  writeFileSync(join(layouts, 'suzhou', 'project-2026', 'template.hbs'), 'x');
  await until('layout', () => changes.length > 0);
  expect(changes[0]).toEqual({ type: 'workshop' });
  await pause(300);
  changes.length = 0;
  appendFileSync(join(layouts, 'suzhou', 'project-2026', 'template.hbs'), 'y');
  await until('layout again', () => changes.length > 0);
  await pause(300);
  changes.length = 0;
  writeFileSync(join(fonts, 'kai.ttf'), 'x');
  await until('font', () => changes.length > 0);
  expect(changes[0]).toEqual({ type: 'workshop' });
});
