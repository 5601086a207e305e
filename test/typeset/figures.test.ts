import { expect, it } from 'vitest';
import { setLines } from '../../src/typeset/lines.js';
import { paragraph } from '../arbitraries.js';
import { fonts } from '../shippedFonts.js';

const width = (text: string) => setLines(paragraph(text), 500, fonts)[0]?.width ?? 0;

it('draws a 破折号 as one stroke: its dashes meet', () => {
  const dash = '—'.codePointAt(0) as number;
  const face = fonts.face('宋体', false);
  expect(width('——')).toBeCloseTo(2 * width('—') - face.bearings(dash) * 10, 6);
  expect(face.bearings(dash)).toBeGreaterThan(0.05);
  expect(width('———')).toBeCloseTo(3 * width('—') - 2 * face.bearings(dash) * 10, 6);
  expect(width('甲—乙')).toBeCloseTo(width('甲乙') + width('—'), 6);
});

it('sets the figures of amounts equally wide, so that their points stand one under the other', () => {
  const amount = (text: string) => setLines(paragraph(text, { align: 'decimal' }), 500, fonts)[0]?.width ?? 0;
  expect(amount('111.11')).toBeCloseTo(amount('000.00'), 0);
  expect(Math.abs(amount('1,111.11') - amount('7,000.48'))).toBeLessThan(0.3);
  expect(width('111.11')).toBeLessThan(amount('111.11') - 3);
});
