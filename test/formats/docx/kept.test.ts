import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/document/document.js';
import { openFonts } from '../../../src/fonts/open.js';
import { KnownDocx, writtenKeys } from '../../../src/formats/docx/kept.js';
import { writeDocx } from '../../../src/formats/docx/write.js';
import { verifyDocx } from '../../../src/formats/verify/docx.js';
import { documentOf, paragraph } from '../../arbitraries.js';
import { sampleFigure } from '../../figures.js';

const fonts = openFonts(['fonts']);
const pageBreak: Block = { type: 'pageBreak' };
const write = (document: Document, known?: KnownDocx) => writeDocx(document, fonts, () => [], { fonts: 'used' }, known);
const proven = (known: KnownDocx) => (section: Document['sections'][number]) =>
  writtenKeys(section, false).map((key) => (key === undefined ? undefined : known.stretches.before(key)?.xml));

const letters = (text: string): Document =>
  documentOf(
    [...text].flatMap((letter, index) => (index === 0 ? [paragraph(letter)] : [pageBreak, paragraph(letter)])),
  );

describe('stretches kept for Word', () => {
  it('give the same file in any order, place and number, and each is proven where it was written before', async () => {
    const known = new KnownDocx();
    for (const text of ['甲乙丙丁', '甲丙乙丁', '乙甲', '丁甲乙丙丙', '戊甲乙丙丁己', '甲']) {
      const document = letters(text);
      const bytes = await write(document, known);
      expect(Buffer.compare(bytes, await write(document))).toBe(0);
      expect(verifyDocx(bytes, document, proven(known))).toEqual([]);
      known.sweep();
    }
  });

  it('are missed where they do not stand', async () => {
    const known = new KnownDocx();
    await write(letters('甲乙丙'), known);
    known.sweep();
    const other = await write(letters('甲戊丙'));
    expect(() => verifyDocx(other, letters('甲乙丙'), proven(known))).toThrow(/docx-unreadable/);
  });

  it('are found out of order', async () => {
    const known = new KnownDocx();
    await write(letters('甲乙丙丁'), known);
    known.sweep();
    const other = await write(letters('甲丙乙丁'));
    expect(() => verifyDocx(other, letters('甲乙丙丁'), proven(known))).toThrow(/docx-unreadable/);
  });

  it('are forgotten when a build does not need them', async () => {
    const known = new KnownDocx();
    await write(letters('甲乙丙'), known);
    known.sweep();
    await write(letters('乙甲'), known);
    known.sweep();
    expect([...known.stretches.entries()]).toHaveLength(1);
  });

  it('leave figures to be written anew, their pictures kept', async () => {
    const known = new KnownDocx();
    for (const value of ['1', '1', '2']) {
      const document = documentOf([sampleFigure(value), pageBreak, paragraph('甲'), pageBreak, sampleFigure(value)]);
      const bytes = await write(document, known);
      expect(Buffer.compare(bytes, await write(document))).toBe(0);
      expect(verifyDocx(bytes, document, proven(known))).toEqual([]);
      known.sweep();
      expect([...known.pictures.entries()]).toHaveLength(1);
    }
  });
});
