import { expect, it } from 'vitest';
import { verifyDocx } from '../../src/formats/docx/verify.js';
import { writeDocx } from '../../src/formats/docx/write.js';
import { verifyPdf } from '../../src/formats/pdf/verify.js';
import { writePdf } from '../../src/formats/pdf/write.js';
import { readMarkup } from '../../src/markup/readMarkup.js';
import { columnWidths } from '../../src/typeset/columns.js';
import { setLines } from '../../src/typeset/lines.js';
import { typeset } from '../../src/typeset/typeset.js';
import { documentOf, paragraph } from '../arbitraries.js';
import { fonts } from '../shippedFonts.js';

const lines = (text: string, measure = 500) => setLines(paragraph(text, { autospace: true }), measure, fonts);
const width = (text: string) => lines(text)[0]?.width ?? 0;
const plain = (text: string) => setLines(paragraph(text), 500, fonts)[0]?.width ?? 0;

it.each([
  ['举办20场', 2],
  ['使用AI技术', 2],
  ['20场', 1],
  ['举办 20 场', 0],
  ['达到≥20%以上', 0],
  ['（20）场', 0],
  ['科学馆', 0],
])('opens %s by %i quarters of an em', (text, quarters) => {
  expect(width(text) - plain(text)).toBeCloseTo(quarters * 2.5, 6);
});

it('opens nothing at a line’s end, so that lines end where their ink does', () => {
  const [first] = lines('甲乙20丙丁', 2 * 10);
  expect(first?.spans.map((span) => span.text).join('')).toBe('甲乙');
  expect(first?.width).toBeCloseTo(20, 6);
});

it('is a switch of the layout, in PDF and DOCX alike', async () => {
  const read = (css: string) =>
    readMarkup({
      markup: '<p>举办AI讲座20场</p>',
      file: 'x.hbs',
      looks: [{ file: 'look.css', text: css }],
      page: { width: 595, height: 842 },
      meta: { title: 't', author: 'a', subject: 's', date: '2026-01-01', language: 'zh-CN' },
    });
  const on = read('p { text-autospace: normal }');
  const off = read('p { text-autospace: no-autospace }');
  expect(JSON.stringify(on)).toContain('"autospace":true');
  expect(JSON.stringify(off)).not.toContain('autospace');
  const pages = typeset(on, fonts);
  expect(await verifyPdf(await writePdf(on, pages), on, pages)).toEqual([]);
  const docx = await writeDocx(on, fonts, (table, measure) => columnWidths(table, measure, fonts), { fonts: 'native' });
  expect(verifyDocx(docx, on)).toEqual([]);
  const { unzipSync } = await import('fflate');
  const part = Buffer.from(unzipSync(docx)['word/styles.xml'] as Uint8Array).toString();
  expect(part).toMatch(/w:styleId="PlainText"(?:(?!<\/w:style>).)*<w:autoSpaceDE\/><w:autoSpaceDN\/>/);
  expect(() => read('p { text-autospace: always }')).toThrow();
});

it('is off in trees that do not ask for it', () => {
  expect(JSON.stringify(documentOf([paragraph('甲A')]))).not.toContain('autospace');
});
