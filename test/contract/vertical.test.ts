import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { readDocx } from '../../src/formats/docx/read.js';
import { verifyDocx } from '../../src/formats/docx/verify.js';
import { writeDocx } from '../../src/formats/docx/write.js';
import { readHtml } from '../../src/formats/html/read.js';
import { verifyHtml } from '../../src/formats/html/verify.js';
import { writeHtml } from '../../src/formats/html/write.js';
import { verifyOfd } from '../../src/formats/ofd/verify.js';
import { writeOfd } from '../../src/formats/ofd/write.js';
import { readByPdfJs } from '../../src/formats/pdf/file/pdfjs.js';
import { readOwn } from '../../src/formats/pdf/read.js';
import { verifyPdf } from '../../src/formats/pdf/verify.js';
import { writePdf } from '../../src/formats/pdf/write.js';
import { verticalForms } from '../../src/script/vertical.js';
import { columnWidths } from '../../src/typeset/columns.js';
import type { Pages } from '../../src/typeset/pages.js';
import { typeset } from '../../src/typeset/typeset.js';
import { cell, documentOf } from '../arbitraries.js';
import { documentOf as documentOfMarkup } from '../markup/make.js';
import { runs } from '../runs.js';
import { fonts } from '../shippedFonts.js';

/** Labels set one character a line: marks turn (GB/T 15834-2011 §5.2), and every file gives them back as they were typed. */

const widths = (table: Parameters<typeof columnWidths>[0], width: number) => columnWidths(table, width, fonts);
const marks = [...verticalForms.keys()].map((codePoint) => String.fromCodePoint(codePoint));
const plain = [...'产出指标质量AZaz059%≥·/_.:"\'＝→'];

const label = (text: string) => cell(text, { vertical: true, header: 'row' });

const labels = (...texts: string[]): Document => {
  const columns = texts.map(() => ({ kind: 'share', value: 1 }) as const);
  return documentOf([{ type: 'table', columns, head: [], body: [{ cells: texts.map(label) }], before: 0, after: 0 }]);
};

async function filesOf(document: Document) {
  const pages = typeset(document, fonts);
  const docx = await writeDocx(document, fonts, widths, { fonts: 'used' });
  const native = await writeDocx(document, fonts, widths, { fonts: 'native' });
  return { pages, pdf: await writePdf(document, pages), docx, native, html: writeHtml(document, widths) };
}

/** What each reader finds wrong with each file. */
async function differences(document: Document, files = filesOf(document)) {
  const { pages, pdf, docx, native, html } = await files;
  return [
    ...(await verifyPdf(pdf, document, pages)),
    ...verifyOfd(await writeOfd(document, pages), document, pages),
    ...verifyDocx(docx, document),
    ...verifyDocx(native, document),
    ...verifyHtml(html, document),
  ];
}

const part = (docx: Uint8Array, name: string): string => strFromU8(unzipSync(docx)[`word/${name}.xml`] as Uint8Array);
const words = (docx: Uint8Array): string =>
  [...part(docx, 'document').matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join('');
const spansOf = (pages: Pages) =>
  pages.pages.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines.flatMap(({ spans }) => spans)));
const baselines = (pages: Pages) =>
  pages.pages.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines.map(({ baseline }) => baseline)));

describe('marks in vertical labels', () => {
  /** Several at a time, a label each. */
  const groups = marks.flatMap((_, index) => (index % 6 === 0 ? [marks.slice(index, index + 6)] : []));

  it.each(groups.map((group) => [group.join(' '), group] as const))(
    '%s are drawn in another form and read back as typed',
    async (_, group) => {
      const texts = group.map((mark) => `产${mark}出${mark}${mark}`);
      const document = labels(...texts);
      const files = filesOf(document);
      const { pages, pdf, docx, html } = await files;
      for (const mark of group) {
        const spans = spansOf(pages).filter((span) => span.text === mark);
        expect(spans).toHaveLength(3);
        const codePoint = mark.codePointAt(0) as number;
        for (const { face, form } of spans) {
          expect(form).toBe('vertical');
          expect(face.glyph(codePoint, form as 'vertical')).not.toBe(face.glyph(codePoint));
        }
      }
      const [own] = readOwn(pdf).pages;
      const [other] = (await readByPdfJs(pdf)).pages;
      for (const page of [own, other]) {
        const found = page?.texts.map((each) => each.text).join('');
        for (const text of texts) expect(found).toContain(text);
      }
      const cells = texts.map((text) => ({ text }));
      expect(readDocx(docx).blocks).toMatchObject([{ cells }]);
      expect(readHtml(html)).toMatchObject([{ cells }]);
      expect(await differences(document, files)).toEqual([]);
    },
  );

  it('each of several that share a form or a glyph is itself in every file', async () => {
    expect(await differences(labels('（(︵)）︶', '“『‘「﹃」’』”', '—―–-‐︱', '““””'))).toEqual([]);
  });

  it('random labels, other forms of the same marks across', async () => {
    const text = fc
      .array(fc.constantFrom(...marks, ...plain, '\ufe35', '\ufe43', '，\ufe00'), { minLength: 1, maxLength: 12 })
      .map((list) => list.join(''));
    const property = fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), async (texts) => {
      const document = labels(...texts);
      const across = cell(texts.join(''));
      const [section] = document.sections;
      const more = { ...document, sections: [section, { ...section, blocks: across.blocks }] } as Document;
      expect(await differences(more)).toEqual([]);
    });
    await fc.assert(property, { numRuns: runs(12), seed: 15834 });
  });

  it('half-width brackets turn as full-width ones do, and an ellipsis too', async () => {
    const { docx, html } = await filesOf(labels('产(出)…A'));
    expect(words(docx)).toContain('产︵出︶︙A');
    expect(html).toMatch(/产<span class="k\d+">\(<\/span>出<span class="k\d+">\)…<\/span>A/);
    expect(html).toContain('{text-orientation:mixed}');
  });

  it('with fonts of the reader’s machine only forms that GBK has are written', async () => {
    const { native } = await filesOf(labels('“产”（出）——…。'));
    expect(words(native)).toContain('﹃产﹄︵出︶︱︱…。');
  });

  it('the halves of 破折号 and 省略号 come nearer each other, single ones stay', () => {
    const steps = (text: string): number[] => {
      const found = baselines(typeset(labels(text), fonts)).slice(0, text.length);
      return found.slice(1).map((baseline, index) => Math.round((baseline - (found[index] as number)) * 100) / 100);
    };
    expect(steps('甲乙丙丁')).toEqual([14, 14, 14]);
    expect(steps('甲—丙丁')).toEqual([14, 14, 14]);
    expect(steps('甲……丁')).toEqual([16, 10, 16]);
    const [before, between, after] = steps('甲——丁') as [number, number, number];
    expect(between).toBeLessThan(10);
    expect(before + between + after).toBeCloseTo(42);
  });
});

describe('the shipped faces', () => {
  const files = ['NotoSerifSC_400Regular', 'NotoSerifSC_700Bold', 'NotoSansSC_400Regular', 'NotoSansSC_700Bold'];
  it.each(files)('%s: the form is the glyph that OpenType’s vert gives, wherever that gives one', (file) => {
    const font = create(readFileSync(`fonts/${file}.ttf`)) as Font;
    const face = fonts.faces.find((own) => own.file.endsWith(`${file}.ttf`)) ?? fonts.named(`${file}.ttf`);
    const turned = marks.flatMap((mark) => {
      const codePoint = mark.codePointAt(0) as number;
      const own = font.glyphForCodePoint(codePoint).id;
      const [glyph] = font.layout(mark, { vert: true }).glyphs as unknown as { id: number }[];
      return glyph && glyph.id !== own ? [[mark, glyph.id, face?.glyph(codePoint, 'vertical')] as const] : [];
    });
    expect(turned.length).toBeGreaterThan(25);
    for (const [mark, wanted, got] of turned) expect(`${mark} ${got}`).toBe(`${mark} ${wanted}`);
  });
});

describe('labels without marks', () => {
  it('are set, written and named as before', async () => {
    const text = fc.array(fc.constantFrom(...plain), { minLength: 1, maxLength: 12 }).map((list) => list.join(''));
    const property = fc.asyncProperty(text, async (own) => {
      const { pages, docx, native, html } = await filesOf(labels(own));
      expect(spansOf(pages).map((span) => [span.text, span.form])).toEqual(
        expect.arrayContaining(Array.from(own, (character) => [character, undefined])),
      );
      for (const file of [docx, native]) {
        expect(part(file, 'styles')).not.toContain('TurnedMark');
        expect(part(file, 'document')).not.toContain('w:rStyle');
      }
      expect(html).not.toContain('mixed');
      expect(html).not.toContain('<span');
    });
    await fc.assert(property, { numRuns: runs(10), seed: 7 });
  });

  it('a text across keeps its marks', async () => {
    const { pages, docx, html } = await filesOf(documentOf(cell('（产出）——“质量”……').blocks));
    expect(spansOf(pages).every(({ form }) => form === undefined)).toBe(true);
    expect(words(docx)).toContain('（产出）——“质量”……');
    expect(html).not.toContain('mixed');
  });
});

describe('class vertical of the shipped templates', () => {
  const look = readFileSync('templates/partials/base.css', 'utf8');
  const markup = (name: string, text: string) =>
    `<section><table><colgroup><col style="width: 1fr"/><col style="width: 1fr"/></colgroup><tbody><tr><${name} class="vertical">${text}</${name}><td>数量</td></tr></tbody></table></section>`;

  it.each(['产出指标', '“产出”（指标）——一'])('stands th %s as td in PDF, DOCX and HTML', async (text) => {
    const [th, td] = await Promise.all(
      ['th', 'td'].map(async (name) => {
        const document = documentOfMarkup(markup(name, text), look);
        expect(await differences(document)).toEqual([]);
        return filesOf(document);
      }),
    );
    if (!th || !td) throw new Error('no files');
    const stacked = spansOf(th.pages).map(({ text: own, x, form }) => [own, x, form]);
    expect(stacked.slice(0, text.length).map(([own]) => own)).toEqual([...text]);
    expect(stacked).toEqual(spansOf(td.pages).map(({ text: own, x, form }) => [own, x, form]));
    expect(baselines(th.pages)).toEqual(baselines(td.pages));
    expect(words(th.docx)).toBe(words(td.docx));
    for (const { docx, html } of [th, td]) {
      expect(part(docx, 'document').match(/<w:br\/>/g)).toHaveLength(text.length - 1);
      expect(html).toContain('writing-mode:vertical-rl;text-orientation:upright');
    }
  });
});
