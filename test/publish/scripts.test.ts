import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { patched } from '../../src/check/example.js';
import { type FaceSource, FontBook } from '../../src/fonts/book.js';
import type { Face } from '../../src/fonts/face.js';
import { openFonts } from '../../src/fonts/open.js';
import { type BuildWish, buildAppendix, buildReport, type Workshop } from '../../src/publish/build.js';
import { checkFiles } from '../../src/publish/check.js';
import { publishFindings } from '../../src/publish/publishFindings.js';
import { verifyReport } from '../../src/publish/verify.js';
import { shipped } from '../fonts/folders.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

const folder = mkdtempSync(join(tmpdir(), 'jibiao-scripts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const layouts = shippedLayouts;
const workshop: Workshop = { layouts, fonts, out: join(folder, 'out'), layout: 'generic/project', program: 'test' };
const wish: BuildWish = { formats: ['pdf', 'docx'], docxFonts: 'used', verify: true, source: true };
const indicator = '/units/0/projects/0/indicators/0/name';

function save(name: string, text: string, at = indicator): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(patched({ [at]: text }), undefined, 2));
  return path;
}

const codes = ({ problems }: { problems: readonly { code: string; severity: string }[] }) =>
  problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
const made = (name: string, format: string) => join(folder, 'out', name, `${name}.${format}`);

/** Faces that have every character: what a folder of fonts for such scripts brings. */
function facesWithAll(): FontBook {
  const all = new Map<string, FaceSource>();
  for (const { file } of shipped.faces) {
    const face = fonts.named(file) as Face;
    const having = new Proxy(face, {
      get: (target, key) => {
        const own = Reflect.get(target, key, target);
        return key === 'has' ? () => true : typeof own === 'function' ? own.bind(target) : own;
      },
    });
    all.set(file, { face: having, opened: true, sha256: file });
  }
  return new FontBook(shipped, all);
}

const texts = ['شىنجاڭ 96 项', 'שלום', 'བོད་ཡིག', 'ᠮᠣᠩᠭᠣᠯ', 'ภาษาไทย', 'हिन्दी', 'ខ្មែរ', 'மிழ்', 'ܣܘܪܝܝܐ', 'ދިވެހި'];

describe('a script that the PDF cannot set', () => {
  it.each(texts.slice(0, 4))('%s leaves the PDF out, says so, and is in the other formats', async (text) => {
    const name = `mixed-${texts.indexOf(text)}`;
    const built = await buildReport(save(name, text), workshop, {
      ...wish,
      formats: ['pdf', 'docx', 'html', 'csv', 'xlsx'],
    });
    expect(built).toMatchObject({ failed: false, ours: false });
    expect(codes(built)).toEqual(['script-not-set']);
    expect(built.problems[0]).toMatchObject({
      place: { file: join(folder, `${name}.json`), line: expect.any(Number) },
    });
    expect(built.problems[0]?.message.zh).toMatch(/不生成 PDF。在 表\d+ 第\d+行第\d+列“/);
    expect(built.files.map(({ format }) => format)).toEqual(['docx', 'html', 'csv', 'xlsx']);
    expect(existsSync(made(name, 'pdf'))).toBe(false);
    expect((await verifyReport(join(folder, `${name}.json`), workshop)).problems).toEqual([]);
  });

  it.each(texts)('%s is an error where only a PDF was asked for', async (text) => {
    const name = `alone-${texts.indexOf(text)}`;
    const built = await buildReport(save(name, text), workshop, { ...wish, formats: ['pdf'] });
    expect(built.failed).toBe(true);
    expect(codes(built)).toEqual(['script-not-set']);
    expect(existsSync(made(name, 'manifest.json'))).toBe(false);
  });

  it.each(texts)('%s stays one with faces that have its letters', async (text) => {
    const rich = { ...workshop, fonts: facesWithAll(), out: join(folder, 'rich') };
    const built = await buildReport(save('rich', text), rich, { ...wish, formats: ['pdf'], verify: false });
    expect(codes(built)).toEqual(['script-not-set']);
  });

  it('leaves a PDF of before as it was, and verify tells that it is old', async () => {
    await buildReport(save('old', '场次'), workshop, wish);
    const before = readFileSync(made('old', 'pdf'));
    const path = save('old', 'شىنجاڭ');
    expect(codes(await buildReport(path, workshop, wish))).toEqual(['script-not-set']);
    expect(codes(await buildReport(path, workshop, wish))).toEqual(['script-not-set']);
    expect(readFileSync(made('old', 'pdf')).equals(before)).toBe(true);
    const verified = await verifyReport(path, workshop);
    expect(verified.failed).toBe(true);
    expect(verified.problems).toMatchObject([{ code: 'script-not-set', place: { file: made('old', 'pdf') } }]);
  });

  it('is found in the name at the head of a booklet, and in the one table of it that has it', async () => {
    const booklet = { cover: { pageStyle: 'plain' }, split: true } as const;
    const built = await buildAppendix(save('booklet', 'شىنجاڭ', '/units/0/projects/0/name'), workshop, wish, booklet);
    expect(codes(built)).toEqual(['script-not-set']);
    const single = built.files.filter(({ path }) => path.includes('-分表')).map(({ format }) => format);
    expect(single.filter((format) => format === 'pdf').length).toBeGreaterThan(0);
    expect(single.filter((format) => format === 'docx').length).toBeGreaterThan(
      single.filter((format) => format === 'pdf').length,
    );
    const headed = await buildAppendix(
      save('headed', '新疆 شىنجاڭ', '/department/name'),
      workshop,
      { ...wish, formats: ['pdf'] },
      booklet,
    );
    expect(codes(headed)).toEqual(['script-not-set']);
  });

  it('is met again though its pages are known', async () => {
    const path = save('known', 'شىنجاڭ');
    const kept = { ...workshop, memories: new Map(), keptFrom: 0 };
    expect(codes(await buildReport(path, kept, wish))).toEqual(['script-not-set']);
    const later = { ...kept, fonts: openFonts(['fonts']), memories: new Map() };
    expect(codes(await buildReport(path, later, { ...wish, formats: ['pdf'] }))).toEqual(['script-not-set']);
  });

  it('is called by its name in the PDF of a check', async () => {
    const files = checkFiles([save('checked', '场次?? شىنجاڭ ئۇيغۇر')], workshop);
    const published = await publishFindings(files, workshop, {
      formats: ['pdf', 'html'],
      docxFonts: 'used',
      verify: true,
      hints: true,
      language: 'zh',
      templates: ['templates'],
    });
    expect(published.files.map(({ format }) => format)).toEqual(['pdf', 'html']);
    const page = readFileSync(published.files[1]?.path as string, 'utf8');
    expect(page).toContain('场次?? 〔阿拉伯字母（维吾尔文、哈萨克文等）〕');
  });
});

it('a character that no face has stays an error of its own beside such a script', async () => {
  const built = await buildReport(save('both', '\u{1f9ff} شىنجاڭ'), workshop, { ...wish, formats: ['docx'] });
  expect(codes(built)).toEqual(['missing-glyph']);
});

it.each([
  ['a flag', '\u{1f1e8}\u{1f1f3}'],
  ['a hand of a colour', '\u{1f44b}\u{1f3fd}'],
])('%s that no face has is told once, as one sign', async (_, sign) => {
  const { problems } = await buildReport(save('sign', `场次${sign}人`), workshop, wish);
  expect(problems.map(({ code }) => code)).toEqual(['missing-glyph']);
  expect(problems[0]?.message.zh).toMatch(new RegExp(`^没有字体能把“${sign}”`));
});

it('a missing character has its line where the file writes it as an escape', async () => {
  const path = save('escaped', '场次\ufa10\u{1f9ff}');
  const written = readFileSync(path, 'utf8');
  const at = written.split('\n').findIndex((line) => line.includes('\u{1f9ff}')) + 1;
  for (const escaped of ['\\ud83e\\uddff', '\\uD83E\\uDDFF']) {
    writeFileSync(path, written.replace('\u{1f9ff}', escaped).replace('\ufa10', '\\uFA10'));
    const { problems } = await buildReport(path, workshop, wish);
    const found = problems.find(({ message }) => message.zh.includes('\u{1f9ff}'));
    expect(found).toMatchObject({ code: 'missing-glyph', place: { line: at } });
  }
});
