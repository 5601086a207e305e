import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Align, Paragraph } from '../../src/document/document.js';
import { inlineText } from '../../src/document/walk.js';
import { hyphenPlaces } from '../../src/typeset/english/patterns.js';
import { setLines } from '../../src/typeset/lines.js';
import type { SetLine } from '../../src/typeset/setLine.js';
import { paragraph } from '../arbitraries.js';
import { fonts } from '../shippedFonts.js';

function english(text: string, align: Align = 'left', type: 'paragraph' | 'heading' = 'paragraph') {
  const own: Paragraph = { ...paragraph(text, { align }), language: 'en' };
  return type === 'heading' ? ({ ...own, type, level: 2 } as const) : own;
}

const textOf = ({ spans }: SetLine): string => spans.map((span) => span.text).join('');
const linesOf = (text: string, measure: number, align: Align = 'left'): string[] =>
  setLines(english(text, align), measure, fonts).map((line) => textOf(line).trimEnd() + (line.hyphen ? '-' : ''));

/** Where a line ends, the last character before and the rest after. */
function ends(lines: readonly SetLine[]) {
  let before = '';
  const all = lines.map(textOf).join('');
  return lines.slice(0, -1).map((line) => {
    before += textOf(line);
    return { before, after: all.slice(before.length), hyphen: line.hyphen !== undefined };
  });
}

const vocabulary =
  'The a of and budget department implementation satisfaction beneficiaries appropriation expenditure project RMB GDP ' +
  'cross-departmental e-government museum’s “special funds” (including sessions) visitors, ≥ 90% 95% 98.5 yuan 717,800 8 ' +
  '2024 No. 5 — … and/or 科普活动 《办法》 ，。 （试行） www.budget.gov.cn quality-assurance 10–15 internationalisation UNESCO don’t';
const words = fc
  .array(fc.constantFrom(...vocabulary.split(' ')), { minLength: 1, maxLength: 60 })
  .map((list) => list.join(' '));
const measure = fc.integer({ min: 30, max: 480 });
const align = fc.constantFrom<Align>('left', 'justify', 'center', 'right');

describe('random English and mixed paragraphs', () => {
  it('lose no character and gain none', () => {
    fc.assert(
      fc.property(words, measure, align, (text, width, side) => {
        expect(setLines(english(text, side), width, fonts).map(textOf).join('')).toBe(text);
      }),
    );
  });

  it('keep each line within the measure, but for one character that is wider', () => {
    fc.assert(
      fc.property(words, measure, align, (text, width, side) => {
        for (const line of setLines(english(text, side), width, fonts)) {
          const closed = /[，。）》]\s*$/u.test(textOf(line)) ? 5 : 0;
          expect(line.width).toBeLessThanOrEqual(Math.max(width + closed, 10) + 0.02);
        }
      }),
    );
  });

  it('divide words only where the patterns do, three letters on each side, never three lines in a row', () => {
    fc.assert(
      fc.property(words, measure, align, (text, width, side) => {
        const lines = setLines(english(text, side), width, fonts);
        let row = 0;
        for (const line of lines) {
          row = line.hyphen ? row + 1 : 0;
          expect(row).toBeLessThan(3);
        }
        expect(lines.at(-1)?.hyphen).toBeUndefined();
        for (const { before, after, hyphen } of ends(lines)) {
          if (!hyphen) continue;
          const [head = '', tail = ''] = [/[A-Za-z]+$/.exec(before)?.[0], /^[a-z]+/.exec(after)?.[0]];
          expect(hyphenPlaces((head + tail).toLowerCase())).toContain(head.length);
          expect(Math.min(head.length, tail.length)).toBeGreaterThanOrEqual(3);
          expect(/[\d\-@_/.]$/.test(before.slice(0, -head.length))).toBe(false);
          expect(after.slice(tail.length)).toMatch(/\p{L}/u);
        }
      }),
    );
  });

  it('keep numbers with what they count, and with signs and labels, where the line has room for both', () => {
    const held = fc.constantFrom(
      '717,800 yuan',
      'RMB 717,800',
      '≥ 90%',
      'No. 5',
      '8 sessions',
      '31 December',
      '95 %',
      '10–15',
    );
    const around = fc.constantFrom('budget', 'visitors,', 'of', 'expenditure', 'at least', '科普', '—');
    const text = fc.array(fc.tuple(around, held), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, fc.integer({ min: 80, max: 400 }), align, (pieces, width, side) => {
        const lines = setLines(english(pieces.flat().join(' '), side), width, fonts);
        for (const { before, after } of ends(lines)) {
          const cut = `${before.slice(-12)}|${after.slice(0, 12)}`;
          expect(cut).not.toMatch(/\d ?\| ?(?:yuan|sessions|December|%|–)|(?:RMB|No\.|≥|–) ?\|/);
        }
      }),
    );
  });

  it('never begin with a space, a closing mark or a dash, nor end with an opening one', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 120, max: 480 }), align, (text, width, side) => {
        for (const { before, after } of ends(setLines(english(text, side), width, fonts))) {
          expect(after).not.toMatch(/^[ ,.;:)”’—–…，。）》]/);
          expect(before.trimEnd()).not.toMatch(/[(“（《]$/);
        }
      }),
    );
  });

  it('widen the spaces of a justified line to three times at most, and all alike', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 80, max: 480 }), (text, width) => {
        for (const line of setLines(english(text, 'justify'), width, fonts)) {
          const gaps = line.spans.slice(1).flatMap((span, index) => {
            const before = line.spans[index];
            return before?.text.endsWith(' ') ? [span.x - before.x - before.width] : [];
          });
          const space = fonts.shapes('宋体', false).of(32).advance * 10;
          for (const gap of gaps) expect(gap).toBeLessThanOrEqual(2 * space + 0.01);
          const shown = gaps.filter((gap) => gap > 0.01);
          if (shown.length > 0) expect(Math.max(...shown) - Math.min(...shown)).toBeLessThan(0.01);
        }
      }),
    );
  });
});

describe('words', () => {
  it.each([
    ['capitals', 'UNESCOINTERNATIONAL and so on', 60],
    ['compounds', 'quality-internationalisation-x and so on', 90],
    ['words with digits', 'implementation2024 and so on', 50],
    ['the last of a paragraph', 'An implementation.', 60],
    ['what a number counts', 'For 8 implementations and so on', 60],
  ])('are not divided: %s', (_, text, width) => {
    expect(setLines(english(text), width, fonts).some((line) => line.hyphen)).toBe(false);
  });

  it('of headings are not divided, though a paragraph’s are', () => {
    const text = 'The implementation of the appropriation for beneficiaries';
    expect(setLines(english(text, 'left', 'heading'), 70, fonts).some((line) => line.hyphen)).toBe(false);
    expect(setLines(english(text), 70, fonts).some((line) => line.hyphen)).toBe(true);
  });

  it('stay whole where the ragged line is full enough', () => {
    expect(linesOf('Funds for general public budget expenditure are paid in full', 160)).toEqual([
      'Funds for general public budget',
      'expenditure are paid in full',
    ]);
  });
});

it('sets “ ” ‘ ’ … as narrow as Latin marks, by glyphs of the same face, and leaves Chinese ones an em wide', () => {
  const width = (text: string, language: 'en' | 'zh-CN') => {
    const block = { ...paragraph(text), language };
    return setLines(block, 500, fonts)[0]?.width ?? 0;
  };
  for (const mark of ['x“x', 'x”x', 'x‘x', 'x’x']) {
    const letters = width('xx', 'en');
    expect(width(mark, 'en') - letters).toBeLessThan(5.5);
    expect(width(mark, 'zh-CN') - letters).toBeCloseTo(10, 5);
  }
  const faces = setLines(english('“don’t …”'), 500, fonts)[0]?.spans.map(({ face }) => face.family);
  expect(new Set(faces)).toEqual(new Set(['Noto Serif SC']));
});

it('tells a paragraph by its language, however short', () => {
  const chinese = paragraph('“x”');
  const both = [chinese, { ...chinese, language: 'en' as const }, chinese].map(
    (block) => setLines(block, 90, fonts)[0],
  );
  expect(inlineText(chinese.inlines)).toBe('“x”');
  expect(both[0]?.width).toBe(both[2]?.width);
  expect(both[1]?.width).toBeLessThan(both[0]?.width ?? 0);
});
