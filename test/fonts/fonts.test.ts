import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { decodeOffsets } from '../../src/fonts/offsets.js';
import { openFonts } from '../../src/fonts/open.js';
import type { Problems } from '../../src/problem.js';
import { typeset } from '../../src/typeset/typeset.js';
import { cell, documentOf, paragraph } from '../arbitraries.js';
import { codes, folderWith, shipped } from './folders.js';

describe('the shipped faces', () => {
  it.each(shipped.faces.map((face) => [face.file, face] as const))(
    '%s is the file that the manifest names',
    (file, face) => {
      const bytes = readFileSync(join('fonts', file));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(face.sha256);
      expect(existsSync(join('fonts', face.licenceFile as string))).toBe(true);
    },
  );

  it('stay under 60 MB together', () => {
    const size = shipped.faces.reduce((sum, face) => sum + readFileSync(join('fonts', face.file)).length, 0);
    expect(size).toBeLessThan(60_000_000);
  });

  it('cover rare names, level-1 hanzi and form symbols through the fallback order', () => {
    const book = openFonts(['fonts']);
    expect(book.missing('䶮𬱖𠅤㛃𫖯☑☒☐✔≥≤≧±㎡①⑳ⅣΩ绩效目标〔2022〕—…·', '宋体', false)).toEqual([]);
    expect(book.runs('完成☑', '黑体', true).map((run) => run.face.family)).toEqual(['Noto Sans SC', 'DejaVu Sans']);
  });
});

it.each([
  ['宋体', false],
  ['宋体', true],
  ['黑体', false],
] as const)('advances of %s (bold %s) are those that fontkit tells', (role, bold) => {
  const face = openFonts(['fonts']).face(role, bold);
  const font = fontkit.create(Buffer.from(face.bytes)) as fontkit.Font;
  const told = (codePoint: number): number => font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
  for (let codePoint = 0x20; codePoint < 0xffff; codePoint += 41) {
    if (face.has(codePoint)) expect(face.advance(codePoint)).toBeCloseTo(told(codePoint), 9);
  }
});

it('has offsets of outlines as fontkit decodes them', () => {
  const bytes = readFileSync('fonts/NotoSansSC_400Regular.ttf');
  const [own, theirs] = [bytes, bytes].map((from) => fontkit.create(from) as fontkit.Font);
  decodeOffsets(own as fontkit.Font, bytes);
  const [ours, expected] = [own, theirs].map(
    (font) => (font as unknown as { loca: { version: number; offsets: ArrayLike<number> } }).loca,
  );
  expect(ours?.version).toBe(expected?.version);
  expect(Buffer.from(Uint32Array.from(ours?.offsets ?? []).buffer)).toEqual(
    Buffer.from(Uint32Array.from(expected?.offsets ?? [0]).buffer),
  );
});

describe("a user's own folder", () => {
  it('plays a role by the name of its file and stands in for what others lack', () => {
    const folder = folderWith({});
    copyFileSync('fonts/DejaVuSans.ttf', join(folder, 'MyKaiti.ttf'));
    const book = openFonts(['fonts', folder]);
    expect(book.face('楷体', false).file).toBe(join(folder, 'MyKaiti.ttf'));
    expect(book.face('宋体', false).family).toBe('Noto Serif SC');
    expect(book.runs('楷A', '楷体', false).map((run) => run.face.family)).toEqual(['Noto Serif SC', 'DejaVu Sans']);
  });

  it('is told all its faults at once', () => {
    const folder = folderWith({ 'a.woff2': 'wOF2....', 'b.ttf': 'not a font', 'c.otf': 'OTTO broken' });
    expect(codes(() => openFonts([folder])).sort()).toEqual(['font-format', 'font-format', 'font-unreadable']);
  });

  it('is told of a damaged file and a missing folder', () => {
    const entry = { file: 'x.ttf', family: 'X', bold: false, sha256: '00' };
    const folder = folderWith({ 'fonts.json': JSON.stringify({ faces: [entry], roles: {}, fallback: [] }) });
    copyFileSync('fonts/DejaVuSans.ttf', join(folder, 'x.ttf'));
    expect(codes(() => openFonts(['fonts', folder]))).toEqual(['font-checksum']);
    expect(codes(() => openFonts([folder]))).toEqual([]);
    const first = JSON.stringify({
      faces: [entry],
      roles: { 宋体: { regular: 'x.ttf', bold: 'x.ttf' } },
      fallback: [],
    });
    writeFileSync(join(folder, 'fonts.json'), first);
    expect(codes(() => openFonts([folder]).face('宋体', false))).toEqual(['font-checksum']);
    expect(codes(() => openFonts([join(folder, 'none')]))).toEqual(['font-unreadable']);
    expect(codes(() => openFonts([folderWith({ 'fonts.json': '{' })]))).toEqual(['font-unreadable']);
  });
});

it('names a character that no face draws, its code point and its cell', () => {
  const book = openFonts(['fonts']);
  const table = {
    type: 'table',
    columns: [{ kind: 'share', value: 1 }],
    head: [],
    body: [{ cells: [cell('甲')] }, { cells: [cell('乙🙂丙')] }],
    before: 0,
    after: 0,
  } as const;
  try {
    typeset(documentOf([paragraph('前'), table]), book);
    expect.unreachable();
  } catch (error) {
    const [problem, ...others] = (error as Problems).problems;
    expect(others).toEqual([]);
    expect(problem?.code).toBe('missing-glyph');
    expect(problem?.message.zh).toBe('没有字体能印“🙂”（U+1F642），在 表1 第2行第1列：乙🙂丙');
  }
});
