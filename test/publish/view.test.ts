import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildAppendix, buildReport } from '../../src/publish/build.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

const report = 'data/tianjin-2023.json';
const found = { layouts: shippedLayouts, fonts, program: 'test' };
const workshop = () => ({ ...found, out: mkdtempSync(join(tmpdir(), 'jibiao-view-')) });
const wish = { formats: ['csv'], docxFonts: 'native', verify: true, source: false } as const;
const files = (out: string) =>
  (readdirSync(out, { recursive: true }) as string[]).filter((name) => /\.(csv|html|pdf|docx)$/.test(name)).sort();

it('a view is the web page, handed back and not written', async () => {
  const [bare, asked] = [workshop(), workshop()];
  const built = await buildReport(report, bare, { ...wish, view: true });
  expect([built.failed, built.files.map(({ format }) => format)]).toEqual([false, ['csv']]);
  expect(files(bare.out)).toEqual(['tianjin-2023/tianjin-2023.csv']);

  const written = await buildReport(report, asked, { ...wish, formats: ['html'] });
  expect(written.view).toBeUndefined();
  const page = readFileSync(join(asked.out, 'tianjin-2023/tianjin-2023.html'));
  expect(page.equals(built.view as Uint8Array)).toBe(true);
});

it('a page that is wanted as a file is both', async () => {
  const { out, ...rest } = workshop();
  const built = await buildReport(report, { ...rest, out }, { ...wish, formats: ['html'], view: true });
  expect(files(out)).toEqual(['tianjin-2023/tianjin-2023.html']);
  expect(readFileSync(join(out, 'tianjin-2023/tianjin-2023.html')).equals(built.view as Uint8Array)).toBe(true);
});

it('the view of a booklet is the booklet; its single tables have none', async () => {
  const { out, ...rest } = workshop();
  const booklet = { cover: { pageStyle: 'plain' }, split: true } as const;
  const built = await buildAppendix(report, { ...rest, out }, { ...wish, formats: ['csv'], view: true }, booklet);
  expect(new TextDecoder().decode(built.view)).toContain('绩效目标公开附表');
  expect(files(out)).not.toEqual([]);
  expect(files(out).every((name) => name.endsWith('.csv'))).toBe(true);
});

it('a view is made though all files stand, and leaves no trace in the manifest', async () => {
  const [place, other] = [workshop(), workshop()];
  const first = await buildReport(report, place, { ...wish, view: true });
  const second = await buildReport(report, place, { ...wish, view: true });
  expect(second.view).toEqual(first.view);
  expect(second.files.map(({ state }) => state)).toEqual(['same']);
  await buildReport(report, other, wish);
  const manifest = (out: string) => readFileSync(join(out, 'tianjin-2023/tianjin-2023.manifest.json'), 'utf8');
  expect(manifest(place.out)).toBe(manifest(other.out));
});
