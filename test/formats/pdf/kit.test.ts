import { expect, it } from 'vitest';
import type { Face } from '../../../src/fonts/face.js';
import { FaceGlyphs, type KitDocument } from '../../../src/formats/pdf/kit.js';

it('asks a face for each outline before pdfkit is told of it', () => {
  const told: string[] = [];
  const face = {
    held: Buffer.of(),
    holdOutline: (glyph: number) => told.push(`held ${glyph}`),
    glyph: (codePoint: number, form?: string) => (form === 'western' ? 7 : codePoint),
    glyphAdvance: () => 1,
  };
  const subset = { includeGlyph: (glyph: number) => told.push(`included ${glyph}`) };
  const font = () => {
    told.push('opened');
    return { _font: { subset, widths: [], unicode: [] } };
  };
  const glyphs = new FaceGlyphs({ font } as unknown as KitDocument, face as unknown as Face);
  glyphs.code(65);
  glyphs.code(65);
  glyphs.code(0x2019, 'western');
  expect(told).toEqual(['held 65', 'held 0', 'opened', 'included 65', 'held 7', 'included 7']);
});
