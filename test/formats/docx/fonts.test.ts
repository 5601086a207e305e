import { strFromU8, unzipSync } from 'fflate';
import { create, type Font } from 'fontkit';
import { expect, test } from 'vitest';
import { writeDocx } from '../../../src/formats/docx/write.js';
import { shown } from './effective.js';
import { parts } from './open.js';
import { fonts, heading, page, paragraph, richDocument, widths } from './sample.js';

const used = await writeDocx(richDocument(), fonts, widths, { fonts: 'used' });
const editable = await writeDocx(richDocument(), fonts, widths, { fonts: 'editable' });
const native = await writeDocx(richDocument(), fonts, widths, { fonts: 'native' });

/** Undoes ECMA-376's obfuscation and opens the font. */
function embeddedFont(bytes: Uint8Array | undefined, number: number): Font {
  const files = unzipSync(bytes as Uint8Array);
  const font = Buffer.from(files[`word/fonts/font${number}.odttf`] as Uint8Array);
  const keys = [...strFromU8(files['word/fontTable.xml'] as Uint8Array).matchAll(/rId(\d+)" w:fontKey="\{([^}]+)\}/g)];
  const key = keys.find(([, id]) => Number(id) === number)?.[2] as string;
  const mask = Buffer.from(key.replaceAll('-', ''), 'hex').reverse();
  for (let index = 0; index < 32; index++) font[index] = (font[index] as number) ^ (mask[index % 16] as number);
  return create(font) as Font;
}

test('embedded fonts open, keep their names and hold the characters used', () => {
  const font = embeddedFont(used, 1);
  expect(font.familyName).toBe('Noto Serif SC');
  for (const character of '绩效0≥（') expect(font.hasGlyphForCodePoint(character.codePointAt(0) as number)).toBe(true);
  expect(font.characterSet.length).toBeLessThan(200);
  const larger = embeddedFont(editable, 1);
  for (const character of '啊座～Ａz')
    expect(larger.hasGlyphForCodePoint(character.codePointAt(0) as number)).toBe(true);
  expect(larger.characterSet.length).toBeGreaterThan(3755);
});

test('only faces in use are embedded, with the name machines know beside them', () => {
  const fontTable = parts(used)['word/fontTable.xml'] as string;
  const names = [...fontTable.matchAll(/<w:font w:name="([^"]+)">(?:<w:altName w:val="([^"]+)"\/>)?/g)];
  expect(names.map(([, name, other]) => [name, other])).toEqual([
    ['Noto Serif SC', '宋体'],
    ['Noto Sans SC', '黑体'],
    ['DejaVu Sans', undefined],
  ]);
  expect(fontTable.match(/<w:embed\w+/g)).toEqual([
    '<w:embedRegular',
    '<w:embedBold',
    '<w:embedBold',
    '<w:embedRegular',
  ]);
});

test('native names: 方正小标宋简体 without bold, nothing embedded, substitutes named', () => {
  const files = parts(native);
  expect(Object.keys(files).filter((path) => path.endsWith('.odttf'))).toEqual([]);
  expect(files['word/styles.xml']).toMatch(/w:eastAsia="方正小标宋简体"[^>]*\/><w:sz /);
  expect(`${files['word/document.xml']}${files['word/styles.xml']}`).not.toContain('Noto');
  expect(files['word/fontTable.xml']).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
});

test('own faces: 小标宋 is the bold face of Noto Serif SC, ☑ is DejaVu Sans', async () => {
  const { paragraphs } = shown(
    await writeDocx(page(heading(1, '标题'), paragraph('甲☑')), fonts, widths, { fonts: 'used' }),
  );
  const runs = paragraphs
    .flatMap((each) => each.runs)
    .map(({ text, properties }) => {
      return [text, properties['rFonts.eastAsia'], properties['b.val'] ?? '0'];
    });
  expect(runs).toEqual([
    ['标题', 'Noto Serif SC', '1'],
    ['甲', 'Noto Serif SC', '0'],
    ['☑', 'DejaVu Sans', '0'],
  ]);
});

test('a face keeps what draws a cluster: the composed letter, the marks, the variant', async () => {
  const bytes = await writeDocx(page(paragraph('e\u0301 n\u0308 礼\ufe00')), fonts, widths, { fonts: 'used' });
  const [serif, dejavu] = [embeddedFont(bytes, 1), embeddedFont(bytes, 2)];
  expect([...'e\u0301é礼'].map((own) => serif.hasGlyphForCodePoint(own.codePointAt(0) as number))).not.toContain(false);
  const [usual, variant] = ['礼', '礼\ufe00'].map((own) => serif.layout(own).glyphs[0]?.id);
  expect(variant).not.toBe(usual);
  const { positions, glyphs } = dejavu.layout('n\u0308');
  expect([glyphs.length, Math.round(positions[1]?.xOffset ?? 0)]).toEqual([2, -137]);
  // A cluster is never parted between two runs.
  expect(parts(bytes)['word/document.xml']).toContain('>n\u0308<');
});
