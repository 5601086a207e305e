import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { blocksText, placeCells } from '../../src/document/walk.js';
import { charactersOf, codePointsOf } from '../../src/fonts/clusters.js';
import { verifyDocx } from '../../src/formats/docx/verify.js';
import { writeDocx } from '../../src/formats/docx/write.js';
import { verifyHtml } from '../../src/formats/html/verify.js';
import { writeHtml } from '../../src/formats/html/write.js';
import { verifyOfd } from '../../src/formats/ofd/verify.js';
import { writeOfd } from '../../src/formats/ofd/write.js';
import { readByPdfJs } from '../../src/formats/pdf/file/pdfjs.js';
import { readOwn } from '../../src/formats/pdf/read.js';
import { verifyPdf } from '../../src/formats/pdf/verify.js';
import { writePdf } from '../../src/formats/pdf/write.js';
import { Problems } from '../../src/problem.js';
import { columnWidths } from '../../src/typeset/columns.js';
import type { Pages } from '../../src/typeset/pages.js';
import { typeset } from '../../src/typeset/typeset.js';
import { type CellSeed, cell, documentOf, paragraph, tables } from '../arbitraries.js';
import { runs } from '../runs.js';
import { fonts } from '../shippedFonts.js';

/** Texts of characters that are more than one code point: every file gives them back as they were typed, or none is made. */

/** What each reader finds wrong with each file of a document. */
async function differences(document: Document, pages: Pages) {
  const widths = (table: Parameters<typeof columnWidths>[0], width: number) => columnWidths(table, width, fonts);
  const pdf = await writePdf(document, pages);
  const docx = await writeDocx(document, fonts, widths, { fonts: 'used' });
  const html = writeHtml(document, widths);
  return [
    ...(await verifyPdf(pdf, document, pages)),
    ...verifyOfd(await writeOfd(document, pages), document, pages),
    ...verifyDocx(docx, document),
    ...verifyHtml(html, document),
  ];
}

const drawn = [
  'e\u0301',
  'N\u0303',
  'ê\u0304',
  'u\u0308\u030c',
  'n\u0308',
  'X\u030c',
  'か\u3099',
  '☑\ufe0f',
  '礼\ufe00',
  '郎\ufe00',
  '一\u20dd',
  '，\ufe00',
  '\u304b\u309a',
];
const refused = ['葛\u{e0100}', '1\u20dd', 'q\u0301\u0301', '\u1112\u1161\u11ab', '9\ufe0f\u20e3', '汉\u0301'];
const plain = [...'绩效目标，。、≥96.00%ABé ü⾛﨑①'];

const cellOf = (character: fc.Arbitrary<string>): fc.Arbitrary<CellSeed> =>
  fc
    .record({
      width: fc.integer({ min: 1, max: 3 }),
      height: fc.integer({ min: 1, max: 3 }),
      text: fc.array(character, { maxLength: 40 }).map((list) => list.join('').trim()),
      vertical: fc.integer({ min: 0, max: 5 }),
      align: fc.constantFrom('left' as const, 'justify' as const, 'center' as const),
    })
    .map(({ width, height, text, vertical, align }) => {
      const { style } = cell('');
      return { width, height, style, blocks: [paragraph(text, { vertical: vertical === 0, align })] };
    });

const usual = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...plain) }, fc.constantFrom(...drawn));
const any = fc.oneof({ weight: 60, arbitrary: usual }, fc.constantFrom(...refused));

it('are drawn each by one face, at their place in the line, and read back as typed', async () => {
  await fc.assert(
    fc.asyncProperty(tables({ columns: 4, body: 5 }, cellOf(usual)), async (table) => {
      const document = documentOf([table]);
      const pages = typeset(document, fonts);
      expect(await differences(document, pages)).toEqual([]);
      for (const { spans } of pages.pages.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines))) {
        spans.forEach(({ face, text, form, x, width, size }, index) => {
          expect([...charactersOf(text)].length === 1 || form === undefined, text).toBe(true);
          if (form !== 'cluster') return;
          const own = face.cluster(text);
          expect(own?.glyphs.map((glyph) => glyph.text).join('')).toBe(text);
          expect(width).toBeCloseTo((own?.advance ?? 0) * size, 6);
          const next = spans[index + 1];
          if (next) expect(next.x).toBeGreaterThan(x + width - 0.2 * size);
        });
      }
    }),
    { numRuns: runs(40) },
  );
});

it('are refused, each with its cell, where no face draws them right', () => {
  fc.assert(
    fc.property(tables({ columns: 4, body: 5 }, cellOf(any)), (table) => {
      const wanted = placeCells(table).flatMap(({ cell: { blocks }, row, column }) => {
        const found = new Set([...charactersOf(blocksText(blocks))].filter((character) => refused.includes(character)));
        return [...found].map((character) => `${codePointsOf(character)} 第${row + 1}行第${column + 1}列`);
      });
      const told = problemsOf(documentOf([table])).map(({ code, message: { zh } }) => {
        expect(code).toBe('missing-glyph');
        return `${/（(U[^）]*)）/.exec(zh)?.[1]} ${/第\d+行第\d+列/.exec(zh)?.[0]}`;
      });
      expect(told.sort()).toEqual(wanted.sort());
    }),
    { numRuns: runs(100) },
  );
});

function problemsOf(document: Document) {
  try {
    typeset(document, fonts);
    return [];
  } catch (error) {
    if (error instanceof Problems) return error.problems;
    throw error;
  }
}

it.each([
  [
    '葛\u{e0100}',
    '没有字体能印“葛\u{e0100}”（U+845B U+E0100）指定的异体，在 表1 第1行第1列：甲葛\u{e0100}乙',
    '异体选择符',
  ],
  [
    'q\u0301\u0301',
    '没有字体能把“q\u0301\u0301”（U+0071 U+0301 U+0301）合在一起印对，在 表1 第1行第1列：甲q\u0301\u0301乙',
    '改用别的字',
  ],
  ['\u{10330}', '没有字体能印“\u{10330}”（U+10330），在 表1 第1行第1列：甲\u{10330}乙', '改用别的字'],
])('a refusal says what is wrong with %s', (character, message, hint) => {
  const only = { cells: [cell(`甲${character}乙`)] };
  const table = {
    type: 'table',
    columns: [{ kind: 'share', value: 1 }],
    head: [],
    body: [only],
    before: 0,
    after: 0,
  } as const;
  const [problem] = problemsOf(documentOf([table]));
  expect(problem?.message.zh).toBe(message);
  expect(problem?.hint?.zh).toContain(hint);
});

it('a mark that stands on nothing is refused', () => {
  const [problem] = problemsOf(documentOf([paragraph('\u0301甲')]));
  expect(problem?.message.zh).toContain('附加符号“\u0301”（U+0301）前面没有字');
});

describe('what looks alike stays itself', () => {
  const ranges = [
    [0xf900, 0xfaff],
    [0x2e80, 0x2fdf],
    [0x2f800, 0x2fa1f],
    [0x3300, 0x33ff],
  ] as const;
  const alike = ranges
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)))
    .filter((character) => fonts.missing(character, '宋体', false).length === 0);
  const own = alike.map((character) => character.normalize('NFKC')).filter((other) => [...other].length === 1);
  const document = documentOf([paragraph(alike.join('')), paragraph(own.join(''))]);
  const pages = typeset(document, fonts);

  it('in every format: compatibility ideographs, radicals, squared letters beside the characters that they come from', async () => {
    expect(alike.length).toBeGreaterThan(400);
    expect(await differences(document, pages)).toEqual([]);
  });

  it('and is told from the others when a file is read back', async () => {
    const changed = documentOf([paragraph(own.join('')), paragraph(own.join(''))]);
    expect(await differences(changed, pages)).not.toEqual([]);
  });

  it('to another reader too', async () => {
    const texts = ['e\u0301X\u030c一\u20dd﨑', '礼\ufe00礼'];
    const typed = documentOf(texts.map((text) => paragraph(text)));
    const bytes = await writePdf(typed, typeset(typed, fonts));
    for (const { pages: read } of [readOwn(bytes), await readByPdfJs(bytes)]) {
      expect(read.flatMap((page) => page.texts.map(({ text }) => text)).join('')).toContain(texts.join(''));
    }
  });
});
