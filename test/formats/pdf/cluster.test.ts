import { expect, it } from 'vitest';
import type { Face } from '../../../src/fonts/face.js';
import { Content } from '../../../src/formats/pdf/content.js';
import { Pen } from '../../../src/formats/pdf/file/pen.js';
import type { FaceGlyphs } from '../../../src/formats/pdf/kit.js';

const placed = [
  { glyph: 1, text: 'X', x: 0, y: 0 },
  { glyph: 2, text: '\u030c', x: 0.5, y: 0.25 },
];
const face = { cluster: () => ({ glyphs: placed, advance: 0.6 }) } as unknown as Face;
const font = { id: 'F1' };
const glyphs = {
  code: (codePoint: number) => ({ font, bytes: String.fromCodePoint(codePoint), advance: 0.5 }),
  placed: (glyph: number) => ({ font, bytes: String(glyph), advance: glyph === 1 ? 0.6 : 0 }),
} as unknown as FaceGlyphs;

it('draws each glyph of a cluster at its place, and the next character behind the whole', () => {
  const content = new Content(100, () => glyphs, false);
  const span = { face, size: 10, width: 5, spacing: 0 };
  content.artifact('Header', [
    {
      baseline: 40,
      paragraph: 0,
      spans: [
        { ...span, text: 'a', x: 20 },
        { ...span, text: 'X\u030c', x: 25, form: 'cluster' },
        { ...span, text: 'b', x: 31 },
      ],
    },
  ]);
  // The mark stands half an em from the beginning of its base, which is 0.6 em wide, and 2.5 points higher.
  expect(content.bytes().toString('latin1')).toBe(
    'BT\n20 60 Td\n/F1 10 Tf\n[(a1)]TJ\n2.5 Ts\n[100(2)]TJ\n0 Ts\n[-100(b)]TJ\nET',
  );
});

it('reads a mark as a part of what it stands on, wherever it is drawn', () => {
  const pen = new Pen(100);
  const show = (unicode: string, width: number, back = 0): void =>
    pen.obey('TJ', [[...(back ? [back] : []), { unicode, width }]]);
  pen.obey('BT', []);
  pen.obey('Tf', ['F1', 10]);
  pen.obey('Td', [20, 60]);
  show('l', 300);
  pen.obey('Ts', [2.5]);
  show('\u0302', 0, 500);
  pen.obey('Ts', [0]);
  show('x', 500, -500);
  expect(pen.texts.map(({ text, x, shown }) => [text, x, shown])).toEqual([
    ['l\u0302', 20, 3],
    ['x', 23, 5],
  ]);
});
