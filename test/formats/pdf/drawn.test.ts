import { beforeAll, describe, expect, it } from 'vitest';
import { openFonts } from '../../../src/fonts/open.js';
import { DrawnPages } from '../../../src/formats/pdf/drawn.js';
import { readPdf } from '../../../src/formats/pdf/read.js';
import { writePdf } from '../../../src/formats/pdf/write.js';
import { verifyPdf } from '../../../src/formats/verify/pdf.js';
import { Shelf } from '../../../src/kept/shelf.js';
import type { Page } from '../../../src/typeset/pages.js';
import type { SetStretch } from '../../../src/typeset/stretch.js';
import { typeset } from '../../../src/typeset/typeset.js';
import { documentOf, paragraph } from '../../arbitraries.js';
import { sampleFigure } from '../../figures.js';

const fonts = openFonts(['fonts']);
const document = documentOf([paragraph('工作经费'), { type: 'pageBreak' }, paragraph('不少于⼯日 12 项')]);
const set = new Shelf<SetStretch>();
const pages = typeset(document, fonts, set);
const drawn = new DrawnPages();
let first: Uint8Array;

beforeAll(async () => {
  first = await writePdf(document, pages, {}, drawn);
});

/** What is asked of each page of a file when it is read. */
async function asked(bytes: Uint8Array, pageOf: (index: number) => Page, glyphs = (text: string) => text) {
  const answers: boolean[] = [];
  await readPdf(bytes, (index, content, glyph) => {
    const answer = drawn.proven(pageOf(index), content, (font, code) => {
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
    drawn.sweep();
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
    const again = typeset(document, fonts, set);
    const second = await writePdf(document, again, {}, drawn);
    expect(Buffer.compare(second, first)).toBe(0);
    let passed = 0;
    const problems = await verifyPdf(second, document, again, (page, content, glyph) => {
      const proven = drawn.proven(page, content, glyph);
      if (proven) passed++;
      return proven;
    });
    expect([problems, passed]).toEqual([[], 2]);
  });

  it('is drawn again where other pages give its characters other numbers', async () => {
    const longer = documentOf([paragraph('新增的工作'), { type: 'pageBreak' }, paragraph('不少于⼯日 12 项')]);
    const set2 = typeset(longer, fonts, set);
    const beside = await writePdf(longer, set2, {}, drawn);
    expect(Buffer.compare(beside, await writePdf(longer, set2, {}))).toBe(0);
    expect(await verifyPdf(beside, longer, set2)).toEqual([]);
  });

  it('is compared with the tree again where its stretch is not shown whole', async () => {
    const shown = (digest: string) => set.get(digest)?.pages;
    const proven = () => true;
    expect(await verifyPdf(first, document, pages, proven, shown)).toEqual([]);
    const twice = documentOf([paragraph('工作经费'), { type: 'pageBreak' }, paragraph('工作经费')]);
    const codes = (await verifyPdf(first, twice, pages, proven, shown)).map(({ code }) => code);
    expect(codes).toEqual(['verify-text-differs']);
    const lost = { ...pages, pages: pages.pages.slice(0, 1) };
    expect(await verifyPdf(first, document, lost, proven, shown)).not.toEqual([]);
  });

  it('is drawn again when a line of its figure is another, and its words in another grey', async () => {
    const known = new Shelf<SetStretch>();
    const kept = new DrawnPages();
    const figure = sampleFigure();
    const recoloured = figure.drawing.map((shape) =>
      'fill' in shape && shape.fill === 0.3 ? { ...shape, fill: 0.4 } : shape,
    );
    const reworded = figure.drawing.map((shape) => (shape.type === 'text' ? { ...shape, fill: 0.25 } : shape));
    const seen = new Set<string>();
    for (const drawing of [figure.drawing, recoloured, reworded]) {
      const own = documentOf([{ ...figure, drawing }]);
      const set = typeset(own, fonts, known);
      const bytes = await writePdf(own, set, {}, kept);
      expect(Buffer.compare(bytes, await writePdf(own, set, {}))).toBe(0);
      expect(await verifyPdf(bytes, own, set)).toEqual([]);
      kept.sweep();
      seen.add(Buffer.from(bytes).toString('latin1'));
    }
    expect(seen.size).toBe(3);
  });
});
