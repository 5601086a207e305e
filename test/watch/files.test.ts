import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findLayouts } from '../../src/layouts/find.js';
import { Problems } from '../../src/problem.js';
import { buildReport, type Workshop } from '../../src/publish/build.js';
import { disk } from '../../src/watch/disk.js';
import { type News, settling, watch } from '../../src/watch/watch.js';
import { fonts } from '../shippedFonts.js';
import { until } from './until.js';

/** Real files, real builds: a copy of a sample and of the layouts, watched. */
const sample = readFileSync('data/tianjin-2023.json', 'utf8');
const wish = { formats: ['html'], docxFonts: 'native', verify: false, source: false } as const;

let folder: string;
let news: News[];
let stop: AbortController;
let running: Promise<void>;
const report = () => join(folder, 'data', 'report.json');
const template = () => join(folder, 'layouts', 'tianjin', 'project-2023', 'template.hbs');
const page = () => readFileSync(join(folder, 'out', 'report', 'report.html'), 'utf8');
const built = () => news.flatMap((piece) => (piece.type === 'built' ? [piece] : []));
const failures = () => built().filter((piece) => piece.built.failed);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jibiao-watch-'));
  news = [];
  stop = new AbortController();
  cpSync('templates', join(folder, 'layouts'), { recursive: true });
  cpSync('data/tianjin-2023.json', report());
  cpSync('data/nansha-2024.json', join(folder, 'data', 'other.json'));
  const tools = {
    reports: async () =>
      readdirSync(join(folder, 'data'))
        .filter((name) => name.endsWith('.json'))
        .map((name) => join(folder, 'data', name)),
    open: () => workshop(),
    build: (file: string, using: Workshop) => buildReport(file, using, wish),
    tell: (piece: News) => news.push(piece),
    clock: () => performance.now(),
    pause,
  };
  const watched = { reports: [join(folder, 'data')], layouts: [join(folder, 'layouts')], fonts: [] };
  running = watch(tools, disk(watched), stop.signal);
  await until('built', () => news.at(-1)?.type === 'waiting');
  news.length = 0;
});

afterEach(async () => {
  stop.abort();
  await running;
  rmSync(folder, { recursive: true });
});

function workshop(): Workshop {
  const layouts = findLayouts([join(folder, 'layouts')]);
  if (layouts.broken.length > 0) throw new Problems(layouts.broken.flatMap(({ problems }) => problems));
  return { layouts, fonts, out: join(folder, 'out'), program: 'test' };
}

const saveByRenaming = (text: string) => {
  writeFileSync(`${report()}.tmp`, text);
  renameSync(`${report()}.tmp`, report());
};

it('a burst of saves makes one rebuild of that report alone, with what was saved last', async () => {
  for (let time = 1; time <= 10; time += 1) {
    writeFileSync(report(), sample.replace('基层科普能力提升项目', `第${time}次保存的项目`));
  }
  await until('rebuilt', () => built().length > 0);
  await pause(settling * 4);
  expect(built().map(({ file, again }) => [file, again])).toEqual([[report(), true]]);
  expect(page()).toContain('第10次保存的项目');
});

it('broken data is told with its place, the last good page stays, and mended it is built again', async () => {
  const before = page();
  writeFileSync(report(), sample.slice(0, sample.length / 2));
  await until('failed', () => failures().length > 0);
  const [problem] = failures()[0]?.built.problems ?? [];
  expect(problem?.place).toMatchObject({ file: report(), line: expect.any(Number), column: expect.any(Number) });
  expect(page()).toBe(before);
  writeFileSync(report(), sample.replaceAll('"185.00"', '"186.00"'));
  await until('mended', () => built().some((piece) => !piece.built.failed));
  expect(page()).toContain('186.00');
  expect(page()).not.toContain('185.00');
});

it.each(['once', 'twice'])('a save that puts another file into its place is built, %s', async (often) => {
  for (let time = 0; time < (often === 'once' ? 1 : 2); time += 1) {
    news.length = 0;
    saveByRenaming(sample.replaceAll('"185.00"', `"19${time}.00"`));
    await until('rebuilt', () => built().length > 0);
    expect(page()).toContain(`19${time}.00`);
    expect(news.map(({ type }) => type)).not.toContain('removed');
  }
});

it('a layout that is edited builds all; broken it is told, and data is built with the last good one', async () => {
  const text = readFileSync(template(), 'utf8');
  writeFileSync(template(), text.replace('绩效目标表', '绩效目标新表'));
  await until('rebuilt', () => built().length === 2);
  expect(news[0]?.type).toBe('reopened');
  expect(page()).toContain('绩效目标新表');

  rmSync(template());
  await until('refused', () => news.some(({ type }) => type === 'refused'));
  expect(news.find(({ type }) => type === 'refused')).toMatchObject({ problems: [{ code: 'layout-missing' }] });
  saveByRenaming(sample.replaceAll('"185.00"', '"187.00"'));
  await until('built', () => built().length === 3);
  expect(page()).toContain('绩效目标新表');
  expect(page()).toContain('187.00');

  news.length = 0;
  writeFileSync(template(), text);
  await until('rebuilt', () => built().length === 2);
  expect(page()).not.toContain('绩效目标新表');
});

it('a report that is put into the folder is built; the files of one that is gone stay', async () => {
  const path = join(folder, 'data', 'new.json');
  writeFileSync(path, sample);
  await until('built', () => built().length === 1);
  expect(news.map(({ type }) => type).slice(0, 2)).toEqual(['added', 'built']);
  rmSync(path);
  await until('removed', () => news.some((piece) => piece.type === 'removed' && piece.file === path));
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(['new', 'other', 'report']);
  expect(readdirSync(join(folder, 'out', 'new'))).toContain('new.html');
});
