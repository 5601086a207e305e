import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Heading } from '../../src/document/document.js';
import { Problems } from '../../src/problem.js';
import type { Pages, Part } from '../../src/typeset/pages.js';
import { typeset } from '../../src/typeset/typeset.js';
import { documentOf, paragraph } from '../arbitraries.js';
import { drawnText, sampleFigure } from '../figures.js';
import { runs } from '../runs.js';
import { fonts } from '../shippedFonts.js';

const heading = (text: string): Heading => ({ ...paragraph(text), type: 'heading', level: 2 });
/** Lines of 14 points: 52 of them fill the text area of a page, 741.89 points. */
const lines = (count: number): Block[] => Array.from({ length: count }, (_, index) => paragraph(`第${index}行`));
const set = (blocks: Block[]): Pages => typeset(documentOf(blocks), fonts);

/** Pages, from 0, of the figures, and of the words that contain 图. */
function pagesOf({ pages }: Pages) {
  const all = pages.flatMap(({ parts }, page) => parts.map((part) => ({ page, part })));
  const words = ({ lines: own }: Part) => own.flatMap(({ spans }) => spans.map(({ text }) => text)).join('');
  return {
    figures: all.filter(({ part }) => part.drawing).map(({ page }) => page),
    captions: all.filter(({ part }) => !part.drawing && words(part).includes('图')).map(({ page }) => page),
  };
}

function boxOf(pages: Pages) {
  return pages.pages.flatMap(({ parts }) => parts).find(({ drawing }) => drawing)?.box;
}

describe('a figure', () => {
  it('stays whole: where it does not fit it goes to the next page', () => {
    expect(pagesOf(set([...lines(43), sampleFigure()]))).toMatchObject({ figures: [0] });
    expect(pagesOf(set([...lines(46), sampleFigure()]))).toMatchObject({ figures: [1] });
  });

  it('takes its heading and its caption along', () => {
    const above = [heading('图表'), paragraph('图 1')];
    expect(pagesOf(set([...lines(44), ...above, sampleFigure()]))).toEqual({ figures: [1], captions: [1, 1] });
    expect(pagesOf(set([...lines(44), paragraph('图 1'), sampleFigure()]))).toEqual({ figures: [1], captions: [1] });
    expect(pagesOf(set([...lines(40), ...above, sampleFigure()]))).toEqual({ figures: [0], captions: [0, 0] });
  });

  it('leaves a long paragraph above it where it is', () => {
    const long = paragraph('图'.repeat(50 * 5));
    expect(pagesOf(set([...lines(40), long, sampleFigure()]))).toEqual({ figures: [1], captions: [0] });
  });

  it('is as large as the text area at most, words and lines in proportion', () => {
    const wide = boxOf(set([sampleFigure('1', { width: 990.56, height: 120 })]));
    expect(wide).toMatchObject({ x: 50, width: 495.28, height: 60 });
    const tall = boxOf(set([paragraph('甲'), sampleFigure('1', { width: 300, height: 1483.78 })]));
    expect(tall?.height).toBeCloseTo(741.89, 2);
    expect(tall?.width).toBeCloseTo(150, 1);
    expect(tall?.x).toBeCloseTo(50 + (495.28 - 150) / 2, 1);
  });

  it.each([
    ['left', 50],
    ['center', 50 + 195.28 / 2],
    ['right', 50 + 195.28],
  ] as const)('stands %s', (align, x) => {
    expect(boxOf(set([sampleFigure('1', { align })]))?.x).toBeCloseTo(x, 3);
  });

  it('stands where its anchors say, as wide as its faces are', () => {
    const drawing = [
      drawnText('汉字', 100, 20),
      drawnText('汉字', 100, 40, { anchor: 'middle' }),
      drawnText('汉字', 100, 60, { anchor: 'end' }),
    ];
    const [page] = set([sampleFigure('', { drawing, align: 'left' })]).pages;
    const own = page?.parts.find(({ drawing }) => drawing)?.lines ?? [];
    expect(own.map(({ spans, baseline }) => [spans[0]?.x, baseline])).toEqual([
      [150, 70],
      [141, 90],
      [132, 110],
    ]);
  });

  it('with a character that no face draws is an error that names it', () => {
    const drawing = [drawnText('甲\u{10ffff}', 10, 20)];
    expect(() => set([sampleFigure('', { drawing })])).toThrow(Problems);
    expect(() => set([sampleFigure('', { drawing })])).toThrow(/missing-glyph.*U\+10FFFF.*图 资金/);
  });

  it('with words outside its box has no room', () => {
    const drawing = [drawnText('资金来源', 290, 20)];
    expect(() => set([sampleFigure('', { drawing })])).toThrow(/no-room/);
  });

  it('never gets off the page, nor parts from its caption', () => {
    const size = fc.integer({ min: 10, max: 700 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), size), { minLength: 1, maxLength: 6 }), (items) => {
        const blocks = items.flatMap(([count, height]) => [
          ...lines(count),
          paragraph('图 1'),
          sampleFigure('1', { width: 300, height, drawing: [] }),
        ]);
        const { figures, captions } = pagesOf(set(blocks));
        expect(captions).toEqual(figures);
        expect(figures).toHaveLength(items.length);
      }),
      { numRuns: runs(60) },
    );
  });
});
