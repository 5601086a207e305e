import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blocksText, placeCells } from '../../src/document/walk.js';
import { verifyPdf } from '../../src/formats/pdf/verify.js';
import { writePdf } from '../../src/formats/pdf/write.js';
import type { Problems } from '../../src/problem.js';
import type { Pages } from '../../src/typeset/pages.js';
import { typeset } from '../../src/typeset/typeset.js';
import { cell, documentOf, paragraph, table } from '../arbitraries.js';
import { runs } from '../runs.js';
import { fonts } from '../shippedFonts.js';

const forbiddenStart = /^[!%),.:;>?\]}、。〉》」』】〕！％），．：；？｝～—·…”’]/u;

/** Every cell's text, put together from the content parts of all pages. */
function collected(pages: Pages): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { parts } of pages.pages) {
    for (const part of parts) {
      if (part.kind !== 'content' || part.source.row === undefined) continue;
      const key = `${part.source.block}/${part.source.row}/${part.source.column}`;
      const text = part.lines.flatMap((line) => line.spans.map((span) => span.text)).join('');
      texts.set(key, (texts.get(key) ?? '') + text);
    }
  }
  return texts;
}

it('places each character of random tables once, in order, inside its cell and page', () => {
  fc.assert(
    fc.property(table, fc.boolean(), (random, landscape) => {
      const document = documentOf([paragraph('前文'), random, paragraph('后文')], landscape);
      const pages = typeset(document, fonts);
      const texts = collected(pages);
      for (const { cell, row, column } of placeCells(random)) {
        expect(texts.get(`1/${row}/${column}`) ?? '').toBe(blocksText(cell.blocks).replaceAll('\n', ''));
      }
      for (const page of pages.pages) {
        for (const { box, lines, kind } of page.parts) {
          expect(box.y + box.height).toBeLessThanOrEqual(page.style.height - (kind === 'footer' ? 0 : 50) + 0.1);
          for (const line of lines) expect(line.baseline).toBeLessThanOrEqual(box.y + box.height + 0.1);
        }
      }
    }),
    { numRuns: runs(300) },
  );
});

it('comes to an end on small pages, with labels longer than a page', () => {
  fc.assert(
    fc.property(table, fc.integer({ min: 200, max: 420 }), (random, height) => {
      const document = documentOf([random], false, [500, height]);
      try {
        expect(typeset(document, fonts).pages.length).toBeLessThan(2000);
      } catch (error) {
        // A head that fills the small page is the layout's fault, and told; anything else is ours.
        expect((error as Problems).problems.map((problem) => problem.code)).toContain('no-room');
      }
    }),
    { numRuns: runs(300) },
  );
});

it('reads back a closed-up mark that has a space behind it and nothing else on its line', async () => {
  const narrow = cell('“ 绩');
  const columns = [
    { kind: 'points', value: 24 },
    { kind: 'points', value: 24 },
  ] as const;
  const two = {
    type: 'table',
    columns,
    head: [],
    body: [{ cells: [cell('甲'), narrow] }],
    before: 0,
    after: 0,
  } as const;
  const document = documentOf([paragraph('标题'), two]);
  const pages = typeset(document, fonts);
  expect(await verifyPdf(await writePdf(document, pages), document, pages)).toEqual([]);
});

it('a label longer than a page beside a longer text is not repeated for ever', () => {
  const row = {
    cells: [{ ...cell('竖'.repeat(36), { vertical: true }), header: 'row' as const }, cell('字'.repeat(6000))],
  };
  const columns = [
    { kind: 'points', value: 20 },
    { kind: 'share', value: 1 },
  ] as const;
  const long = { type: 'table', columns, head: [], body: [row], before: 0, after: 0 } as const;
  expect(typeset(documentOf([long], true), fonts).pages.length).toBeLessThan(20);
});

it('never begins a line with a mark that must not stand there', () => {
  fc.assert(
    fc.property(table, (random) => {
      // The next paragraph of a cell begins as its author wrote it.
      const severalParagraphs = new Set(
        placeCells(random).flatMap(({ cell, row, column }) => (cell.blocks.length > 1 ? [`${row}/${column}`] : [])),
      );
      for (const page of typeset(documentOf([random]), fonts).pages) {
        for (const part of page.parts) {
          if (severalParagraphs.has(`${part.source.row}/${part.source.column}`)) continue;
          const texts = part.lines.map((line) => line.spans.map((span) => span.text).join(''));
          texts.slice(1).forEach((text, index) => {
            // Where the line before holds two 汉字 side by side, there was a better place to end it.
            if (/\p{Script=Han}\p{Script=Han}/u.test(texts[index] as string)) expect(text).not.toMatch(forbiddenStart);
          });
        }
      }
    }),
    { numRuns: runs(200) },
  );
});

it('writes random tables so that an independent reader finds every cell', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (random) => {
      const document = documentOf([paragraph('标题'), random]);
      const pages = typeset(document, fonts);
      expect(await verifyPdf(await writePdf(document, pages), document, pages)).toEqual([]);
    }),
    { numRuns: runs(40) },
  );
});
