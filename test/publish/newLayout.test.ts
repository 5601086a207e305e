import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findLayouts } from '../../src/layouts/find.js';
import { Problems } from '../../src/problem.js';
import { buildReport } from '../../src/publish/build.js';
import { writeGallery } from '../../src/publish/gallery.js';
import { layoutFromFile } from '../../src/publish/layoutFromFile.js';
import { startLayout } from '../../src/publish/newLayout.js';
import { jibiaoIn } from '../command.js';
import { problemsOf } from '../layouts/make.js';
import { makers } from '../reading/strangers/make.js';
import { tableOf } from '../reading/strangers/table.js';
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

describe('a layout of the form that a file has', () => {
  const seed = 'anhui-jinzhai-estate-2021';
  const table = tableOf(seed, 'test/reading/published');
  const wish = (id: string, file: string) => ({ id, file, folder, folders: ['templates'] });

  it.each(['docx', 'xlsx', 'html'] as const)(
    'is made of %s, chosen by its region and year, and builds at once',
    async (kind) => {
      const file = join(folder, `${kind}.${kind}`);
      writeFileSync(file, makers[kind](table));
      const id = `金寨县/project-${{ docx: 2033, xlsx: 2034, html: 2035 }[kind]}`;
      const made = await layoutFromFile(shippedLayouts, wish(id, file));
      expect(made.written).toHaveLength(4);
      expect(made.differences).toEqual([]);
      expect(JSON.parse(readFileSync(join(folder, id, 'layout.json'), 'utf8')).published).toBe(
        `金寨县 2021 年表样《项目支出绩效目标申报表》，照 ${kind}.${kind} 做（请写在哪里公开）`,
      );
      const layouts = findLayouts(['templates', folder]);
      expect(layouts.broken).toEqual([]);
      const report = join(folder, id, 'specimen.json');
      const built = await buildReport(
        report,
        { layouts, fonts, out: join(folder, 'out'), program: 'test' },
        { formats: ['pdf', 'docx'], docxFonts: 'native', verify: true, source: false, draft: true },
      );
      expect(built.failed, JSON.stringify(built.problems)).toBe(false);
      expect(built.layout).toBe(id);
    },
  );

  // Files that LibreOffice wrote of all layouts; most have a layout, and are made one of all the same.
  const golden = 'test/reading/golden/files';
  const files = readdirSync(golden).filter((name) => /\.(?:docx|xlsx|pdf)$/.test(name));

  it.each(share(files))('is made of %s, or of all of it nothing is written', async (name) => {
    const own = mkdtempSync(join(tmpdir(), 'jibiao-new-'));
    const id = '金寨县/project-2037';
    try {
      const made = await layoutFromFile(shippedLayouts, {
        id,
        file: join(golden, name),
        folder: own,
        folders: ['templates'],
      });
      expect(made.written).toHaveLength(4);
      expect(findLayouts(['templates', own]).broken).toEqual([]);
    } catch (cause) {
      if (!(cause instanceof Problems)) throw cause;
      expect(['form-unread', 'form-not-made']).toContain(cause.problems[0]?.code);
      expect(readdirSync(own)).toEqual([]);
      // 18 of 243: sheets of several forms, rows of packed cells (2026).
      expect(name).toMatch(/\.xlsx$|^(?:huangshan|nansha-2024|fujian-special-2023|generic-department|guangzhou-2025)/);
    } finally {
      rmSync(own, { recursive: true });
    }
  });

  it.each([
    ['hunan-lingling-forestry-2021', '零陵区林业局', '金寨县/project-2041'],
    ['guangdong-dongguan-cars-2020', '公务用车购置', '金寨县/project-2042'],
  ])('of %s: a name that is read by a guess is a value, no word of the form', async (table, name, id) => {
    const file = join(folder, `${table}.docx`);
    writeFileSync(file, makers.docx(tableOf(table, 'test/reading/published')));
    await layoutFromFile(shippedLayouts, wish(id, file));
    expect(readFileSync(join(folder, id, 'template.hbs'), 'utf8')).not.toContain(name);
    expect(readFileSync(join(folder, id, 'specimen.json'), 'utf8')).toContain(name);
  });

  it('of last year’s file: its year is the report’s, in the form, in the specimen and in its title', async () => {
    const file = join(folder, '去年.docx');
    writeFileSync(file, makers.docx(tableOf('shanxi-pingyao-culture-2024', 'test/reading/published')));
    await layoutFromFile(shippedLayouts, wish('平遥县/project-2025', file));
    const text = (name: string) => readFileSync(join(folder, '平遥县/project-2025', name), 'utf8');
    expect(text('template.hbs')).toContain('{{@root.year}}');
    expect(text('template.hbs')).not.toMatch(/2024年度|add @root.year/);
    const specimen = JSON.parse(text('specimen.json'));
    expect(specimen.year).toBe(2025);
    expect(specimen.title ?? specimen.units[0].projects[0].title).toBe('平遥县2025年度项目绩效目标表');
    expect(JSON.parse(text('layout.json')).published).toContain('平遥县 2024 年表样《平遥县2024年度项目绩效目标表》');
  });

  it('is refused where most of the file would not be printed: another part of it was read', async () => {
    const file = join(folder, 'two.docx');
    writeFileSync(file, makers.docx(tableOf('hubei-yunxi-forest-region-2022', 'test/reading/published')));
    const refused = layoutFromFile(shippedLayouts, wish('金寨县/project-2038', file)).then(
      ({ differences }) => differences.filter(({ isExtra }) => !isExtra).length,
      (cause: unknown) => (cause as Problems).problems[0]?.code,
    );
    // Whichever part is read: the form prints it, or nothing is written.
    const told = await refused;
    if (typeof told === 'number') expect(told).toBeLessThan(40);
    else expect(told).toBe('form-not-made');
    expect(existsSync(join(folder, '金寨县/project-2038'))).toBe(typeof told === 'number');
  });

  it('is refused where nothing was read, or the file is none; nothing is written', async () => {
    const list = [
      {
        rows: [
          ['序号', '姓名'],
          ['1', '甲'],
          ['2', '乙'],
        ],
      },
    ];
    const file = join(folder, 'list.docx');
    writeFileSync(file, makers.docx(list));
    await expect(layoutFromFile(shippedLayouts, wish('金寨县/project-2036', file))).rejects.toMatchObject({
      problems: [expect.objectContaining({ code: 'form-unread' })],
    });
    writeFileSync(file, 'no document');
    await expect(layoutFromFile(shippedLayouts, wish('金寨县/project-2036', file))).rejects.toThrow();
    expect(existsSync(join(folder, '金寨县/project-2036'))).toBe(false);
  });
});

it('of what is made of a file --json lists all that the text cuts', () => {
  const at = mkdtempSync(join(tmpdir(), 'jibiao-made-'));
  writeFileSync(join(at, '表.docx'), makers.docx(tableOf('sichuan-daying-railway-2022', 'test/reading/published')));
  const { status, stdout } = jibiaoIn(at, 'layouts', '--new', '大英县/project-2022', '--from', '表.docx', '--json');
  expect(status).toBe(0);
  const made = JSON.parse(stdout);
  expect(made.files).toContain(join('我的版式', '大英县/project-2022', 'template.hbs'));
  expect(made.looks.length).toBeGreaterThan(3);
  expect(made.looks[0]).toMatchObject({ place: { table: 1 }, text: expect.any(String), what: expect.any(String) });
  rmSync(at, { recursive: true });
});

it.each([
  [
    '--from with --like',
    ['--new', '青禾县/project-2031', '--from', '表.docx', '--like', 'generic/project'],
    'from-and-like',
  ],
  ['--from without --new', ['--from', '表.docx'], 'new-layout-unnamed'],
  ['--like without --new', ['--like', 'generic/project'], 'new-layout-unnamed'],
])('refuses %s', (_, args, code) => {
  const zh = jibiaoIn(folder, 'layouts', ...args);
  expect(zh.status).toBe(1);
  expect(zh.stderr).toMatch(new RegExp(`^错误\\n  --.*\\[${code}\\]\\n  办法：`));
  expect(jibiaoIn(folder, 'layouts', ...args, '--lang', 'en').stderr).toMatch(
    new RegExp(`\\[${code}\\]\\n  hint: `, 'i'),
  );
});

it('我的版式 is no fault where its last layout was taken away, or where it is a file', () => {
  const at = mkdtempSync(join(tmpdir(), 'jibiao-own-'));
  const run = () => jibiaoIn(at, 'check', join(process.cwd(), 'data/shanghai-2024.json'), '--quiet').status;
  const own = join(at, '我的版式');
  mkdirSync(join(own, '青禾市'), { recursive: true });
  expect(run()).toBe(0);
  rmSync(own, { recursive: true });
  writeFileSync(own, '');
  expect(run()).toBe(0);
  rmSync(at, { recursive: true });
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
