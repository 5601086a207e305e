import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findLayouts } from '../../src/layouts/find.js';
import { buildReport } from '../../src/publish/build.js';
import { writeGallery } from '../../src/publish/gallery.js';
import { startLayout } from '../../src/publish/newLayout.js';
import { problemsOf } from '../layouts/make.js';
import { share } from '../runs.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

const folder = mkdtempSync(join(tmpdir(), 'jibiao-new-'));
afterAll(() => rmSync(folder, { recursive: true }));
const ids = shippedLayouts.layouts.map(({ manifest }) => manifest.id);

describe('a layout of one’s own', () => {
  it.each(share(ids, 1))('begins like %s, is chosen by its region and year, and builds at once', async (like) => {
    const own = join(folder, like.replaceAll('/', '-'));
    startLayout(shippedLayouts, { id: '苏州市/project-2031', like, folder: own });
    const layouts = findLayouts(['templates', own]);
    expect(layouts.broken).toEqual([]);
    const report = join(own, '苏州市/project-2031/specimen.json');
    expect(existsSync(join(own, '苏州市/project-2031/page.png'))).toBe(false);
    const workshop = { layouts, fonts, out: join(own, 'out'), program: 'test' };
    const wish = { formats: ['html'], docxFonts: 'native', verify: true, source: false } as const;
    const built = await buildReport(report, workshop, wish);
    expect(built.failed, JSON.stringify(built.problems)).toBe(false);
    // A department's form may leave its projects to the form for projects.
    expect(built.layout?.split('、')).toContain('苏州市/project-2031');
  });

  it('has the code of its region, or stands below the whole country', () => {
    startLayout(shippedLayouts, { id: 'suzhou/department-2031', like: 'generic/department', region: '苏州市', folder });
    startLayout(shippedLayouts, { id: '青禾市/project-2031', like: 'generic/project', folder });
    const regionOf = (id: string) => JSON.parse(readFileSync(join(folder, id, 'layout.json'), 'utf8')).region;
    expect(regionOf('suzhou/department-2031')).toEqual({ code: '320500', name: '苏州市' });
    expect(regionOf('青禾市/project-2031')).toEqual({ name: '青禾市', parent: '全国' });
  });

  it.each([
    [
      'what is there',
      { id: 'suzhou/department-2031', like: 'generic/department', region: '苏州市' },
      'new-layout-exists',
    ],
    ['an id without a year', { id: '苏州市/project', like: 'generic/project' }, 'new-layout-id'],
    ['an id that leads elsewhere', { id: '../project-2031', like: 'generic/project' }, 'new-layout-id'],
    ['a layout that is not there', { id: '苏州市/project-2031', like: 'generic/projekt' }, 'layout-unknown'],
    ['a name of several regions', { id: '普陀区/project-2031', like: 'generic/project' }, 'region-ambiguous'],
  ])('refuses %s', (_, wish, code) => {
    const problems = problemsOf(() => startLayout(shippedLayouts, { ...wish, folder }));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });
});

it('a gallery shows each layout with its picture and specimen; the same bytes each time', async () => {
  const some = { ...shippedLayouts, layouts: shippedLayouts.layouts.slice(0, 3) };
  const out = join(folder, 'gallery');
  const files = await writeGallery(some, fonts, out, 'zh');
  expect(files).toHaveLength(7);
  const page = readFileSync(join(out, 'index.html'), 'utf8');
  for (const { manifest } of some.layouts) {
    expect(page).toContain(`href="${manifest.id.replace('/', '-')}.pdf"`);
    expect(page).toContain(manifest.published.replaceAll('&', '&amp;'));
  }
  const bytes = files.map((file) => readFileSync(file));
  await writeGallery(some, fonts, out, 'zh');
  expect(files.map((file) => readFileSync(file))).toEqual(bytes);
});
