import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PdfFile } from '../../../src/formats/pdf/file/file.js';
import { readByPdfJs } from '../../../src/formats/pdf/file/pdfjs.js';
import { Syntax, unescaped } from '../../../src/formats/pdf/file/syntax.js';
import { readOwn, readPdf } from '../../../src/formats/pdf/read.js';
import { type PdfOptions, writePdf } from '../../../src/formats/pdf/write.js';
import { typeset } from '../../../src/typeset/typeset.js';
import { documentOf, paragraph, table } from '../../arbitraries.js';
import { runs } from '../../runs.js';
import { fonts } from '../../shippedFonts.js';

const write = (document: ReturnType<typeof documentOf>, options: PdfOptions = {}) =>
  writePdf(document, typeset(document, fonts), options);

describe('our reader against pdf.js', () => {
  it.each([{}, { tagged: false }, { archival1b: true }])(
    'finds the same words in the same places: %j',
    async (options) => {
      await fc.assert(
        fc.asyncProperty(table, async (random) => {
          const bytes = await write(documentOf([paragraph('“标题”，⼯作 工作 (a)\\\\'), random]), options);
          const [own, theirs] = [readOwn(bytes), await readByPdfJs(bytes)];
          expect({ ...own, pages: rounded(own) }).toEqual({ ...theirs, pages: rounded(theirs) });
        }),
        { numRuns: runs(12) },
      );
    },
  );

  it('leaves what it does not know to pdf.js', async () => {
    const bytes = await write(documentOf([paragraph('甲乙丙')]), { archival1b: true });
    const turned = Buffer.from(Buffer.from(bytes).toString('latin1').replace('/UserUnit 1', '/Rotate 360'), 'latin1');
    expect(() => readOwn(turned)).toThrow();
    expect((await readPdf(turned)).pages[0]?.texts.map((text) => text.text)).toContain('甲乙丙');
  });

  it.each([
    '',
    '%PDF-1.7',
    'startxref\n0\n%%EOF',
    'startxref\n99999999\n%%EOF',
    'xref\n0 1\ntrailer\n<<>>\nstartxref\n0\n%%EOF',
  ])('says so when it is no PDF: %j', async (text) => {
    expect(() => readOwn(Buffer.from(text))).toThrow();
    await expect(readPdf(Buffer.from(text))).rejects.toThrow();
  });
});

function rounded({ pages }: ReturnType<typeof readOwn>) {
  const cut = (value: number): number => Math.round(value * 20) / 20;
  return pages.map((page) => ({
    size: [page.width, page.height].map(cut),
    texts: page.texts.map(({ text, x, baseline, width, size }) => [
      text,
      ...[x, baseline, width, size].map(Math.round),
    ]),
  }));
}

describe('syntax', () => {
  it('reads every kind of object', () => {
    const text = '<</A [1 -2.5 (a\\(b\\)c) <4142> /N#20m null true 7 0 R] /B <</C 3>> % note\n /D (x(y)z)>>';
    const value = new Syntax(text).object() as Map<string, unknown>;
    expect(value.get('A')).toEqual([
      1,
      -2.5,
      { bytes: 'a(b)c' },
      { bytes: 'AB' },
      { name: 'N m' },
      null,
      true,
      { number: 7 },
    ]);
    expect((value.get('B') as Map<string, unknown>).get('C')).toBe(3);
    expect(value.get('D')).toEqual({ bytes: 'x(y)z' });
  });

  it('undoes every escape', () => {
    expect(unescaped('\\n\\r\\t\\101\\7\\\\\\)\\q\\\nx\r\ny')).toBe('\n\r\tA\x07\\)qx\ny');
  });

  it.each(['(abc', '<41', '[1 2', '<</A 1', '<<1 2>>', '['.repeat(5000)])('refuses %j', (text) => {
    expect(() => new Syntax(text.slice(0, 6000)).object()).toThrow();
  });

  it('finds the objects of a file through its object streams', async () => {
    const bytes = await write(documentOf([paragraph('甲')]));
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('/Catalog');
    expect(new PdfFile(bytes).root.get('Type')).toEqual({ name: 'Catalog' });
  });
});
