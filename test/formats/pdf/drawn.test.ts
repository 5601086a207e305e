import { beforeAll, describe, expect, it } from 'vitest';
import { isVerified } from '../../../src/formats/pdf/drawn.js';
import { readPdf } from '../../../src/formats/pdf/read.js';
import { verifyPdf } from '../../../src/formats/pdf/verify.js';
import { writePdf } from '../../../src/formats/pdf/write.js';
import { Kept } from '../../../src/kept/kept.js';
import type { Page } from '../../../src/typeset/pages.js';
import { typeset } from '../../../src/typeset/typeset.js';
import { documentOf, paragraph } from '../../arbitraries.js';
import { sampleFigure } from '../../figures.js';
import { fonts } from '../../shippedFonts.js';

const document = documentOf([paragraph('工作经费'), { type: 'pageBreak' }, paragraph('不少于⼯日 12 项')]);
const kept = new Kept();
const pages = typeset(document, fonts, kept);
let first: Uint8Array;

beforeAll(async () => {
  first = await writePdf(document, pages, {}, kept);
});

/** What is asked of each page of a file when it is read. */
async function asked(bytes: Uint8Array, pageOf: (index: number) => Page, glyphs = (text: string) => text) {
  const answers: boolean[] = [];
  await readPdf(bytes, (index, content, glyph) => {
    const answer = isVerified(kept, pageOf(index), content, (font, code) => {
      const found = glyph(font, code);
      return found && { ...found, unicode: glyphs(found.unicode) };
    });
    answers.push(answer);
    return false;
  });
  return answers;
}

describe('a page that was drawn before', () => {
  it('is proven only when its build has ended, and only for what it shows', async () => {
    expect(await asked(first, (index) => pages.pages[index] as Page)).toEqual([false, false]);
    kept.sweep();
    expect(await asked(first, (index) => pages.pages[index] as Page)).toEqual([true, true]);
    expect(await asked(first, (index) => pages.pages[1 - index] as Page)).toEqual([false, false]);
  });

  it('is not proven when a font makes another character of a code', async () => {
    const answers = await asked(
      first,
      (index) => pages.pages[index] as Page,
      (text) => (text === '⼯' ? '工' : text),
    );
    expect(answers).toEqual([true, false]);
  });

  it('gives the same file and passes, though it is not read', async () => {
    const again = typeset(document, fonts, kept);
    const second = await writePdf(document, again, {}, kept);
    expect(Buffer.compare(second, first)).toBe(0);
    expect(await verifyPdf(second, document, again, kept)).toEqual([]);
    const read = await readPdf(second, (index, content, glyph) =>
      isVerified(kept, again.pages[index] as Page, content, glyph),
    );
    expect(read.pages.map(({ passedOver }) => passedOver)).toEqual([true, true]);
  });

  it('is drawn again where other pages give its characters other numbers', async () => {
    const longer = documentOf([paragraph('新增的工作'), { type: 'pageBreak' }, paragraph('不少于⼯日 12 项')]);
    const set2 = typeset(longer, fonts, kept);
    const beside = await writePdf(longer, set2, {}, kept);
    expect(Buffer.compare(beside, await writePdf(longer, set2, {}))).toBe(0);
    expect(await verifyPdf(beside, longer, set2)).toEqual([]);
  });

  it('is compared with the tree again where its stretch is not shown whole', async () => {
    const known = new Kept();
    const bytes = await writePdf(document, typeset(document, fonts, known), {}, known);
    known.sweep();
    expect(await verifyPdf(bytes, document, pages, known)).toEqual([]);
    const twice = documentOf([paragraph('工作经费'), { type: 'pageBreak' }, paragraph('工作经费')]);
    const codes = (await verifyPdf(bytes, twice, pages, known)).map(({ code }) => code);
    expect(codes).toEqual(['verify-text-differs']);
    const lost = { ...pages, pages: pages.pages.slice(0, 1) };
    expect(await verifyPdf(bytes, document, lost, known)).not.toEqual([]);
  });

  it('is drawn again when a line of its figure is another, and its words in another grey', async () => {
    const known = new Kept();
    const figure = sampleFigure();
    const recoloured = figure.drawing.map((shape) =>
      'fill' in shape && shape.fill === 0.3 ? { ...shape, fill: 0.4 } : shape,
    );
    const reworded = figure.drawing.map((shape) => (shape.type === 'text' ? { ...shape, fill: 0.25 } : shape));
    const seen = new Set<string>();
    for (const drawing of [figure.drawing, recoloured, reworded]) {
      const own = documentOf([{ ...figure, drawing }]);
      const set = typeset(own, fonts, known);
      const bytes = await writePdf(own, set, {}, known);
      expect(Buffer.compare(bytes, await writePdf(own, set, {}))).toBe(0);
      expect(await verifyPdf(bytes, own, set)).toEqual([]);
      known.sweep();
      seen.add(Buffer.from(bytes).toString('latin1'));
    }
    expect(seen.size).toBe(3);
  });
});
