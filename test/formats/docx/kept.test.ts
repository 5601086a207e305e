import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/document/document.js';
import { verifyDocx } from '../../../src/formats/docx/verify.js';
import { writeDocx } from '../../../src/formats/docx/write.js';
import { Kept } from '../../../src/kept/kept.js';
import { documentOf, paragraph } from '../../arbitraries.js';
import { sampleFigure } from '../../figures.js';
import { fonts } from '../../shippedFonts.js';

const pageBreak: Block = { type: 'pageBreak' };
const write = (document: Document, kept?: Kept) => writeDocx(document, fonts, () => [], { fonts: 'used' }, kept);
const letters = (text: string): Document =>
  documentOf(
    [...text].flatMap((letter, index) => (index === 0 ? [paragraph(letter)] : [pageBreak, paragraph(letter)])),
  );

describe('stretches kept for Word', () => {
  it('give the same file in any order, place and number, and each is proven where it was written before', async () => {
    const kept = new Kept();
    for (const text of ['甲乙丙丁', '甲丙乙丁', '乙甲', '丁甲乙丙丙', '戊甲乙丙丁己', '甲']) {
      const document = letters(text);
      const bytes = await write(document, kept);
      expect(Buffer.compare(bytes, await write(document))).toBe(0);
      expect(verifyDocx(bytes, document, kept)).toEqual([]);
      kept.sweep();
    }
  });

  it('are written anew when another stretch changes the styles', async () => {
    const kept = new Kept();
    const sizes = [
      [9, 9, 9],
      [9, 12, 12],
      [12, 12, 9],
      [9, 9, 9, 9, 12, 12, 12],
    ];
    for (const own of sizes) {
      const document = documentOf(
        own.flatMap((size, index) => {
          const { inlines, ...rest } = paragraph(`第${index}段`);
          const sized = inlines.map((inline) =>
            inline.type === 'text' ? { ...inline, style: { ...inline.style, size } } : inline,
          );
          return [...(index === 0 ? [] : [pageBreak]), { ...rest, inlines: sized }];
        }),
      );
      const bytes = await write(document, kept);
      expect(Buffer.compare(bytes, await write(document))).toBe(0);
      expect(verifyDocx(bytes, document, kept)).toEqual([]);
      kept.sweep();
    }
  });

  it('are missed where they do not stand', async () => {
    const kept = new Kept();
    await write(letters('甲乙丙'), kept);
    kept.sweep();
    const other = await write(letters('甲戊丙'));
    expect(() => verifyDocx(other, letters('甲乙丙'), kept)).toThrow(/docx-unreadable/);
  });

  it('are found out of order', async () => {
    const kept = new Kept();
    await write(letters('甲乙丙丁'), kept);
    kept.sweep();
    const other = await write(letters('甲丙乙丁'));
    expect(() => verifyDocx(other, letters('甲乙丙丁'), kept)).toThrow(/docx-unreadable/);
  });

  it('are forgotten when a build does not need them', async () => {
    const kept = new Kept();
    await write(letters('甲乙丙'), kept);
    kept.sweep();
    await write(letters('乙甲'), kept);
    kept.sweep();
    expect([...kept.shelf('word').entries()]).toHaveLength(1);
  });

  it('leave figures to be written anew', async () => {
    const kept = new Kept();
    for (const value of ['1', '1', '2']) {
      const document = documentOf([sampleFigure(value), pageBreak, paragraph('甲'), pageBreak, sampleFigure(value)]);
      const bytes = await write(document, kept);
      expect(Buffer.compare(bytes, await write(document))).toBe(0);
      expect(verifyDocx(bytes, document, kept)).toEqual([]);
      kept.sweep();
    }
  });
});
