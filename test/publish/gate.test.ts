import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { patched } from '../../src/check/example.js';
import { unpack } from '../../src/formats/office/parts.js';
import { readOwn } from '../../src/formats/pdf/read.js';
import { type BuildWish, buildReport, type Workshop } from '../../src/publish/build.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

const folder = mkdtempSync(join(tmpdir(), 'jibiao-gate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const workshop: Workshop = {
  layouts: shippedLayouts,
  fonts,
  out: join(folder, 'out'),
  layout: 'generic/project',
  program: 'test',
};
const wish: BuildWish = {
  formats: ['pdf', 'docx', 'html'],
  docxFonts: 'used',
  verify: true,
  source: true,
  check: true,
};
const wrong = { '/department/funding': [{ source: 'total', period: 'year', amount: '121.00' }] };

function save(name: string, patch: Record<string, unknown>): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(patched(patch), undefined, 2));
  return path;
}

function made(name: string, format: string): Buffer {
  return readFileSync(join(folder, 'out', name, `${name}.${format}`));
}

it('publishes a report without a fault, and says nothing', async () => {
  const built = await buildReport(save('good', {}), workshop, wish);
  expect(built.failed).toBe(false);
  expect(built.problems).toEqual([]);
});

it('stops at an error and leaves what was published as it was', async () => {
  await buildReport(save('stop', {}), workshop, wish);
  const before = made('stop', 'pdf');
  const built = await buildReport(save('stop', wrong), workshop, wish);
  expect(built).toMatchObject({ failed: true, ours: false });
  expect(built.problems.map(({ code, severity }) => [code, severity])).toEqual([
    ['department-total', 'error'],
    ['check-stopped', 'warning'],
  ]);
  expect(built.problems[0]?.place).toMatchObject({
    pointer: '/department/funding/0/amount',
    cell: { zh: '年度资金总额·金额', en: 'total funds, year · amount' },
  });
  expect(made('stop', 'pdf').equals(before)).toBe(true);
});

it('goes on when the error was accepted', async () => {
  const accepted = [{ code: 'R-14', at: '/department/funding/0/amount', reason: '公开件原文如此' }];
  const built = await buildReport(save('accepted', { ...wrong, '/accepted': accepted }), workshop, wish);
  expect(built.failed).toBe(false);
});

it('does not stop where nothing is to be checked', async () => {
  const { check: _, ...unchecked } = wish;
  expect((await buildReport(save('unchecked', wrong), workshop, unchecked)).failed).toBe(false);
});

it('prints 草稿 across every page of a draft, in all formats, and no reader takes it for words', async () => {
  const built = await buildReport(save('draft', wrong), workshop, { ...wish, draft: true });
  expect(built.failed).toBe(false);
  expect(built.problems).toMatchObject([{ code: 'department-total', severity: 'warning' }]);
  const pdf = made('draft', 'pdf');
  const texts = readOwn(pdf).pages.map((page) => page.texts.map(({ text }) => text).join(''));
  expect(texts.every((text) => text.length > 10 && !text.includes('草稿'))).toBe(true);
  const parts = unpack(made('draft', 'docx'));
  const heads = Object.keys(parts).filter((path) => path.startsWith('word/header'));
  expect(heads.length).toBeGreaterThan(0);
  for (const head of heads) expect(strFromU8(parts[head] as Uint8Array)).toContain('string="草稿"');
  expect(made('draft', 'html').toString()).toContain('body::after{content:"草稿"');
});

it('draws the stamp once on each page, as an artifact, and publishes without it once the fault is mended', async () => {
  const path = save('mended', wrong);
  await buildReport(path, workshop, { ...wish, draft: true, verify: true });
  const draft = made('mended', 'pdf');
  save('mended', {});
  const built = await buildReport(path, workshop, wish);
  expect(built.files.map(({ state }) => state)).toEqual(['changed', 'changed', 'changed']);
  const fresh = join(folder, 'fresh');
  await buildReport(path, { ...workshop, out: fresh }, wish);
  for (const format of ['pdf', 'docx', 'html']) {
    expect(made('mended', format).equals(readFileSync(join(fresh, 'mended', `mended.${format}`))), format).toBe(true);
  }
  expect(made('mended', 'pdf').equals(draft)).toBe(false);
  expect(existsSync(join(folder, 'out', 'mended', 'mended.manifest.json'))).toBe(true);
});
