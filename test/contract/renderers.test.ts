import { describe, expect, it } from 'vitest';
import type { Block, Document, Row, Table } from '../../src/document/document.js';
import { verifyDocx } from '../../src/formats/docx/verify.js';
import { writeDocx } from '../../src/formats/docx/write.js';
import type { FormatRow } from '../../src/formats/format.js';
import { formats } from '../../src/formats/formats.js';
import { verifyHtml } from '../../src/formats/html/verify.js';
import { writeHtml } from '../../src/formats/html/write.js';
import { pack, unpack } from '../../src/formats/office/parts.js';
import { verifyPdf } from '../../src/formats/pdf/verify.js';
import { type PdfOptions, writePdf } from '../../src/formats/pdf/write.js';
import { Kept } from '../../src/kept/kept.js';
import type { Problem } from '../../src/problem.js';
import { columnWidths } from '../../src/typeset/columns.js';
import { typeset } from '../../src/typeset/typeset.js';
import { cell, documentOf, paragraph } from '../arbitraries.js';
import { sampleFigure } from '../figures.js';
import { fonts } from '../shippedFonts.js';

/** One suite for all renderers: each kind of block through each of them, proven by readers that did not write the file. */

const style = { align: 'left', lineHeight: 1.4, before: 4, after: 4, indent: 0, vertical: false } as const;
const text = (words: string, size = 10) => ({
  type: 'text' as const,
  text: words,
  style: { role: '宋体', size, bold: false } as const,
});
const shares = (count: number) => Array.from({ length: count }, () => ({ kind: 'share' as const, value: 1 }));
const longText = '围绕“六个哪里”，加强组织建设，广泛联系和服务科技工作者——不少于96场次；'.repeat(60);

const samples: Record<string, Block[]> = {
  heading: [
    { type: 'heading', level: 1, inlines: [text('项目支出绩效目标表', 18)], style: { ...style, align: 'center' } },
    { type: 'heading', level: 2, inlines: [text('一、单位')], style },
    { type: 'heading', level: 3, inlines: [text('（一）项目')], style },
  ],
  paragraph: [paragraph('第一段。'), paragraph('右对齐', { align: 'right' }), paragraph('缩进两字', { indent: 20 })],
  'line break': [{ type: 'paragraph', inlines: [text('上一行'), { type: 'lineBreak' }, text('下一行')], style }],
  'page break': [paragraph('第一页'), { type: 'pageBreak' }, paragraph('第二页')],
  'long paragraph': [paragraph(longText)],
  table: [
    {
      type: 'table',
      columns: shares(3),
      head: [{ cells: [cell('一级指标'), cell('二级指标'), cell('指标值')] }],
      body: [
        { cells: [cell('产出指标', { rowspan: 2 }), cell('数量指标'), cell('≥16.00(个)')] },
        { cells: [cell('质量指标'), cell('=100.00(%)')] },
        { cells: [cell('合计', { colspan: 2 }), cell('')] },
      ],
      before: 0,
      after: 0,
    },
  ],
  'table over pages': [
    {
      type: 'table',
      columns: shares(3),
      head: [{ cells: [cell('一级', { colspan: 2 }), cell('内容')] }],
      body: Array.from({ length: 80 }, (_, row) => ({
        cells: [
          ...(row % 40 === 0 ? [cell('产出指标', { rowspan: 40, vertical: true })] : []),
          cell(`第${row}行`),
          cell('内容'),
        ],
      })),
      before: 0,
      after: 0,
    },
  ],
  'title again on the later pages of its table': [
    paragraph('绩效目标表'),
    {
      type: 'table',
      columns: shares(2),
      head: [{ cells: [cell('项目'), cell('金额')] }],
      body: Array.from({ length: 80 }, (_, row) => ({ cells: [cell(`第${row}行`), cell('1')] })),
      before: 0,
      after: 0,
      continued: [paragraph('绩效目标表（续表）')],
    },
  ],
  'row taller than a page': [
    {
      type: 'table',
      columns: shares(2),
      head: [],
      body: [{ cells: [cell('项目'), cell(longText)] }],
      before: 0,
      after: 0,
    },
  ],
  'amounts of mixed decimals': [
    {
      type: 'table',
      columns: shares(2),
      head: [],
      body: ['1,234.5', '12.75', '300', '—'].map((amount) => ({
        cells: [cell('项目'), { ...cell(''), blocks: [paragraph(amount, { align: 'decimal' })] }],
      })),
      before: 0,
      after: 0,
    },
  ],
  figure: [
    { type: 'heading', level: 1, inlines: [text('资金来源')], style },
    paragraph('图 1　资金来源'),
    sampleFigure(),
    paragraph('图后的文字'),
    sampleFigure('7', { align: 'right' }),
  ],
  'figure alone': [sampleFigure()],
  'figure larger than a page': [paragraph('上文'), sampleFigure('8', { width: 2400, height: 960 }), paragraph('下文')],
  'figures over pages': Array.from({ length: 12 }, (_, index) => sampleFigure(String(index))),
  'figure without words': [
    sampleFigure('1', { drawing: [{ type: 'rect', x: 0, y: 0, width: 9, height: 9, fill: 0 }] }),
  ],
  'figure beside tables': [
    ...['一', '二'].map(
      (word): Table => ({
        type: 'table',
        columns: shares(1),
        head: [],
        body: [{ cells: [cell(word)] }],
        before: 3,
        after: 3,
      }),
    ),
    sampleFigure(),
  ],
  'cell with headings and paragraphs': [
    {
      type: 'table',
      columns: shares(1),
      head: [],
      body: [
        {
          cells: [
            {
              ...cell(''),
              blocks: [
                { type: 'heading', level: 3, inlines: [text('广州科学馆')], style },
                paragraph('甲'),
                paragraph('乙'),
              ],
            },
          ],
        },
      ],
      before: 0,
      after: 0,
    },
  ],
  'two tables that touch': [
    { type: 'table', columns: shares(2), head: [], body: [{ cells: [cell('上'), cell('左')] }], before: 0, after: 0 },
    {
      type: 'table',
      columns: shares(3),
      head: [],
      body: [{ cells: [cell('下'), cell('中'), cell('右')] }],
      before: 0,
      after: 0,
    },
  ],
  'rare characters and symbols': [paragraph('䶮𬱖㛃 ☑☐✔ ①㎡ ×÷ ≧ “引号” 7×24小时')],
  'kerning pairs and characters that share a glyph': [
    paragraph('K1、A1、B1、C1、AVAVA', { align: 'right' }),
    paragraph('⼯作 工作 ·•…⋯ ／∕'),
  ],
  contents: [
    {
      type: 'contents',
      entries: [
        { level: 1, text: '一、部门整体', page: 1, target: 0 },
        { level: 2, text: `（一）${'名称很长的项目'.repeat(12)}`, page: 2, target: 1 },
      ],
      style: { role: '宋体', size: 12, bold: false },
      lineHeight: 1.8,
    },
    { type: 'heading', level: 1, inlines: [text('一、部门整体')], style },
    { type: 'pageBreak' },
    { type: 'heading', level: 2, inlines: [text('（一）项目')], style },
  ],
  'spaces that the author wrote': [paragraph('    维持科技馆  全年')],
};

const pdf =
  (options: PdfOptions) =>
  async (document: Document): Promise<Problem[]> => {
    const pages = typeset(document, fonts);
    return verifyPdf(await writePdf(document, pages, options), document, pages);
  };

/** Every publication of the table of formats, and PDF by its options. */
const renderers: Record<string, (document: Document) => Promise<readonly Problem[]>> = {
  ...Object.fromEntries(formats.filter(({ kind }) => kind === 'publication').map((row) => [row.name, written(row)])),
  'pdf without tags': pdf({ tagged: false }),
  'pdf 1.4': pdf({ archival1b: true }),
};

function written({ write, verify }: FormatRow) {
  return async (document: Document): Promise<readonly Problem[]> => {
    const none = () => Promise.reject(new Error('a publication asks for no data'));
    const made = { document, told: () => document, pages: typeset(document, fonts), markup: () => '', data: none };
    const widths = (t: Table, width: number) => columnWidths(t, width, fonts);
    const bytes = await write(made, { fonts, widths, docxFonts: 'used', kept: new Kept() });
    return (await verify?.(bytes, made)) ?? [];
  };
}

describe.each(Object.entries(renderers))('%s', (_, render) => {
  it.each(Object.entries(samples))('keeps every word, in order, with its spans: %s', async (_name, blocks) => {
    expect(await render(documentOf(blocks))).toEqual([]);
  });

  it('keeps them on a landscape page too', async () => {
    expect(await render(documentOf(Object.values(samples).flat(), true))).toEqual([]);
  });
});

describe('the proof itself', () => {
  const blocks: Block[] = [paragraph('甲乙丙'), ...(samples.table as Block[])];

  it('sees a word that the PDF lacks, repeats or moves', async () => {
    const document = documentOf(blocks);
    const pages = typeset(document, fonts);
    const bytes = await writePdf(document, pages);
    const changed = documentOf([paragraph('甲丙乙'), ...blocks.slice(1)]);
    expect((await verifyPdf(bytes, changed, pages)).map((problem) => problem.code)).toEqual(['verify-text-differs']);
  });

  it('sees text outside its cell', async () => {
    const document = documentOf(blocks);
    const pages = typeset(document, fonts);
    const narrow = {
      ...pages,
      pages: pages.pages.map((page) => ({
        ...page,
        parts: page.parts.map((part) => ({ ...part, box: { ...part.box, width: part.box.width / 20 } })),
      })),
    };
    const problems = await verifyPdf(await writePdf(document, pages), document, narrow);
    expect(problems.some((problem) => problem.code === 'verify-stray-text')).toBe(true);
  });

  it('sees a table that the DOCX has twice or elsewhere', async () => {
    const write = (list: Block[]) =>
      writeDocx(documentOf(list), fonts, (t, width) => columnWidths(t, width, fonts), { fonts: 'native' });
    const table = blocks[1] as Block;
    const document = documentOf(blocks);
    expect(verifyDocx(await write([...blocks, paragraph('间'), table]), document)).not.toEqual([]);
    expect(verifyDocx(await write([table, blocks[0] as Block]), document)).not.toEqual([]);
  });

  it('sees a changed cell or span in the DOCX', async () => {
    const document = documentOf(blocks);
    const bytes = await writeDocx(document, fonts, (t, width) => columnWidths(t, width, fonts), { fonts: 'native' });
    const table = blocks[1] as Table;
    const row = table.body[0] as Row;
    const body = [{ cells: [cell('效益指标', { rowspan: 2 }), ...row.cells.slice(1)] }, ...table.body.slice(1)];
    const other = documentOf([blocks[0] as Block, { ...table, body }]);
    expect(verifyDocx(bytes, other).map((problem) => problem.code)).toEqual(['verify-text-differs']);
  });

  it('sees a changed word or span and a missing table in the HTML', () => {
    const html = writeHtml(documentOf(blocks), (t, width) => columnWidths(t, width, fonts));
    const codes = (changed: string) => verifyHtml(changed, documentOf(blocks)).map((problem) => problem.code);
    expect(codes(html.replace('甲乙丙', '甲丙乙'))).toEqual(['verify-text-differs']);
    expect(codes(html.replace(' rowspan="2"', ' rowspan="1"'))).toContain('verify-grid-differs');
    expect(codes(html.replace(/<table[\s\S]*<\/table>/, ''))).toEqual(['verify-text-differs']);
  });

  it.each([
    ['value', sampleFigure('1,234.51')],
    ['alternative text', sampleFigure('1,234.50', { alt: '别的' })],
  ])('sees another %s of a figure', async (what, changed) => {
    const document = documentOf([sampleFigure()]);
    const other = documentOf([what === 'value' ? { ...changed, alt: sampleFigure().alt } : changed]);
    const pages = typeset(document, fonts);
    const codes = (problems: readonly Problem[]) => problems.map((problem) => problem.code);
    const told = ['verify-text-differs'];
    // A PDF is read by its words, a DOCX by what stands for its picture, a page for the web by both.
    const [inPdf, inDocx] = what === 'value' ? [told, []] : [[], told];
    expect(codes(await verifyPdf(await writePdf(document, pages), other, pages))).toEqual(inPdf);
    const docx = await writeDocx(document, fonts, () => [], { fonts: 'native' });
    expect(codes(verifyDocx(docx, other))).toEqual(inDocx);
    expect(
      codes(
        verifyHtml(
          writeHtml(document, () => []),
          other,
        ),
      ),
    ).toEqual(told);
  });

  it('sees a figure that is missing or has lost its picture', async () => {
    const document = documentOf([paragraph('甲'), sampleFigure()]);
    const without = documentOf([paragraph('甲')]);
    const docx = await writeDocx(document, fonts, () => [], { fonts: 'native' });
    expect(verifyDocx(docx, without)).not.toEqual([]);
    const parts = unpack(docx);
    const picture = Object.keys(parts).find((path) => path.endsWith('.png')) as string;
    const broken = pack({ ...parts, [picture]: new Uint8Array([1, 2, 3]) });
    expect(verifyDocx(broken, document)).not.toEqual([]);
    expect(
      verifyHtml(
        writeHtml(without, () => []),
        document,
      ),
    ).not.toEqual([]);
  });
});
