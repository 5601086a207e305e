import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphDirection } from '../../src/document/directed.js';
import type { Document, Paragraph, Section } from '../../src/document/document.js';
import { bidiRuns } from '../../src/formats/docx/bidiRuns.js';
import { readDocx } from '../../src/formats/docx/read.js';
import { verifyDocx } from '../../src/formats/docx/verify.js';
import { writeDocx } from '../../src/formats/docx/write.js';
import { verifyHtml } from '../../src/formats/html/verify.js';
import { writeHtml } from '../../src/formats/html/write.js';
import { readMarkup } from '../../src/markup/readMarkup.js';
import { directionOf, isolated, readIsolates } from '../../src/script/direction.js';
import { parts } from '../formats/docx/open.js';
import { widths } from '../formats/docx/sample.js';
import { runs } from '../runs.js';
import { fonts } from '../shippedFonts.js';

const meta = { title: '测', author: '某局', subject: '测', date: '2026-01-01', language: 'zh-CN' } as const;
const page = { width: 595, height: 842 };

/** A paragraph of labels with data between them; the data are in 「」. */
function tree(markup: string): Document {
  const filled = markup.replace(/「([^」]*)」/g, (_, text: string) => isolated(text));
  return readMarkup({ markup: `<section>${filled}</section>`, file: 't.hbs', looks: [], page, meta });
}

const html = (document: Document) => writeHtml(document, widths);
const docx = (document: Document) => writeDocx(document, fonts, widths, { fonts: 'used' });
const xml = async (document: Document) => parts(await docx(document))['word/document.xml'] as string;
const inlinesOf = ({ sections }: Document) => ((sections[0] as Section).blocks[0] as Paragraph).inlines;

describe('data among labels', () => {
  it('are a whole of the direction of their first letter', () => {
    expect(inlinesOf(tree('<p>部门：「شىنجاڭ 96 项」2026年，「某局 شىنجاڭ」，「某局」</p>'))).toMatchObject([
      { text: '部门：' },
      { text: 'شىنجاڭ 96 项', direction: 'rtl' },
      { text: '2026年，' },
      { text: '某局 شىنجاڭ', direction: 'ltr' },
      { text: '，某局' },
    ]);
  });

  it('are isolated on a web page, and stand from the right where they are alone', () => {
    const among = html(tree('<p>部门：「شىنجاڭ」2026年</p>'));
    expect(among).toContain('部门：<bdi>شىنجاڭ</bdi>2026年');
    expect(among).not.toContain('dir="rtl"');
    expect(html(tree('<p>「شىنجاڭ 96 项」</p>'))).toMatch(/<p dir="rtl" class="\w+">شىنجاڭ 96 项<\/p>/);
    expect(html(tree('<h1>「甲 שלום」</h1><h2>「שלום」一</h2>'))).toMatch(/<a href="#h2"><bdi>שלום一<\/bdi><\/a>/);
  });

  it('leave pages without such letters as they are', () => {
    const plain = html(tree('<p>部门：「某局」2026年</p>'));
    expect(plain).not.toMatch(/<bdi|dir=/);
    expect(isolated('某局 α Ж 한글 ไทย')).toBe('某局 α Ж 한글 ไทย');
  });

  it('tell Word the direction of each stretch', async () => {
    const among = await xml(tree('<p>部门：「شىنجاڭ」2026年</p>'));
    expect(among).not.toContain('<w:bidi/>');
    const runs = [...among.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => [
      /<w:rtl\/>/.test(run),
      /w:cs="([^"]+)"/.exec(run)?.[1],
      /<w:t[^>]*>([^<]*)/.exec(run)?.[1],
    ]);
    expect(runs).toEqual([
      [false, undefined, '部门：'],
      [true, 'DejaVu Sans', 'شىنجاڭ'],
      [false, undefined, '\u200e'],
      [false, undefined, '2026年'],
    ]);
    expect(await xml(tree('<p>「شىنجاڭ 96 项」</p>'))).toMatch(/<w:pPr><w:pStyle [^>]*><w:bidi\/>/);
  });

  it('name a font of Windows where no face has their letters, or none is embedded', async () => {
    expect(await xml(tree('<p>「བོད་ཡིག」</p>'))).toContain('w:cs="Microsoft Himalaya"');
    const native = await writeDocx(tree('<p>「شىنجاڭ」</p>'), fonts, widths, { fonts: 'native' });
    expect(parts(native)['word/document.xml']).toContain('w:cs="Arial"');
  });

  it('keep their lines and what else stands in them', () => {
    const lines = inlinesOf(tree('<p>「ئە\u200cمە\u202896 شىن」</p>'));
    expect(lines).toMatchObject([{ text: 'ئە\u200cمە', direction: 'rtl' }, { type: 'lineBreak' }, { text: '96 شىن' }]);
    expect(paragraphDirection(lines)).toBe('rtl');
    expect(paragraphDirection([])).toBe('ltr');
  });
});

describe('stretches', () => {
  const told = (text: string, base: 'ltr' | 'rtl') =>
    bidiRuns(text, base).map(({ text: part, rightToLeft }) => (rightToLeft ? `<${part}>` : part));

  it.each([
    ['شىنجاڭ 96 项', 'rtl', ['<شىنجاڭ 96 >', '项']],
    ['新疆 شىنجاڭ 96 项', 'ltr', ['新疆 ', '<شىنجاڭ 96>', ' 项']],
    ['2026 שלום (12.5%)', 'ltr', ['2026 ', '<שלום (12.5%)>']],
    ['abc 96 שלום', 'rtl', ['abc 96', '< שלום>']],
    ['甲བོད乙', 'ltr', ['甲', 'བོད', '乙']],
  ] as const)('of %s in a paragraph %s', (text, base, runs) => expect(told(text, base)).toEqual(runs));

  const pieces = fc.constantFrom('甲', ' ', '9', '.', '（', 'a', 'ش', 'ڭ', 'ש', 'ב', '،', '%', '\u200c', 'བ', 'ོ', '—');
  const texts = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));

  it('lose nothing, in any text and either format', async () => {
    await fc.assert(
      fc.asyncProperty(texts, texts, texts, async (before, data, after) => {
        for (const base of ['ltr', 'rtl'] as const)
          expect(
            bidiRuns(data, base)
              .map(({ text }) => text)
              .join(''),
          ).toBe(data);
        expect(
          readIsolates(isolated(data))
            .map(({ text }) => text)
            .join(''),
        ).toBe(data);
        const document = tree(`<p>甲${before}「${data}」${after}乙</p><p>「${data}」</p>`);
        expect(verifyHtml(html(document), document)).toEqual([]);
        const bytes = await docx(document);
        expect(verifyDocx(bytes, document)).toEqual([]);
        expect(readDocx(bytes).blocks[0]).toMatchObject({ text: `甲${before}${data}${after}乙` });
      }),
      { numRuns: runs(25) },
    );
  });
});

it('the direction of a text is its first letter’s', () => {
  expect(['96 שלום', '(שלום) a', 'a שלום', '٩٦', '96', ''].map(directionOf)).toEqual([
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'ltr',
    'ltr',
  ]);
});
