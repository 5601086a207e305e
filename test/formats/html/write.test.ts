import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Document, Section, Table } from '../../../src/document/document.js';
import { blocksText, placeCells } from '../../../src/document/walk.js';
import { readHtml } from '../../../src/formats/html/read.js';
import { verifyHtml } from '../../../src/formats/html/verify.js';
import { writeHtml } from '../../../src/formats/html/write.js';
import { type Element, elements, find, parseElement } from '../../../src/formats/office/element.js';
import { cell, documentOf, paragraph, table, tables } from '../../arbitraries.js';
import { drawnText, sampleFigure } from '../../figures.js';

/** Columns of equal width: what the layout decides is tested there. */
const even = (block: Table, width: number) => block.columns.map(() => width / block.columns.length);
const write = (document: Document) => writeHtml(document, even);
const heading = (text: string, level: 1 | 2 | 3): Block => ({ ...paragraph(text), type: 'heading', level });
const form = (text = '产出指标'): Table => ({
  type: 'table',
  columns: [1, 3].map((value) => ({ kind: 'share', value })),
  head: [{ cells: [cell('一级', { header: 'column' }), cell('', { header: 'column' })] }],
  body: [{ cells: [cell(text, { header: 'row', vertical: true }), cell('≥16.00(个)')] }],
  before: 4,
  after: 4,
});

function all(element: Element | undefined, name: string): Element[] {
  return elements(element).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

describe('a page for the web', () => {
  it('says its language, title and what it is', () => {
    const html = write(documentOf([paragraph('甲')]));
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8"\/>/);
    expect(html).toContain('<title>测试</title>');
    expect(html).toContain('<meta name="author" content="某部门"/>');
  });

  it('holds no script, fetches nothing and writes names as text', () => {
    const name = '<script>alert("1")</script> & \'引\' ]]>';
    const document = { ...documentOf([heading(name, 2), heading('二', 2), paragraph(name), form(name)]), title: name };
    const html = write(document);
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(|https?:|\son\w+=/i);
    expect(verifyHtml(html, document)).toEqual([]);
    expect(readHtml(html)[0]).toEqual({ type: 'paragraph', level: 2, text: name });
  });

  it('has figures that are called by their alternative text, and words as long as they were measured', () => {
    const drawing = [drawnText('甲 & <乙>', 5, 20, { width: 31.5 }), drawnText('丙', 5, 40)];
    const figure = sampleFigure('1', { drawing, alt: '“甲” & <乙>' });
    const html = write(documentOf([figure, sampleFigure('2')]));
    expect(readHtml(html)[0]).toEqual({ type: 'figure', alt: '“甲” & <乙>', texts: ['甲 & <乙>', '丙'] });
    expect(html).toContain(' textLength="31.5" lengthAdjust="spacingAndGlyphs">甲');
    expect(html.match(/role="img" aria-labelledby="(figure\d)"/g)).toHaveLength(2);
    expect(html).not.toMatch(/<img|https?:\/\/(?!www\.w3\.org\/2000\/svg")/);
  });

  it.each(['7'.repeat(25), `https://example.org/${'a/b?c=1&'.repeat(5)}`, '。'.repeat(40)])(
    'divides %s where its column ends, and leaves other words whole',
    (run) => {
      expect(write(documentOf([form(`编号${run}`)]))).toContain('overflow-wrap:anywhere');
      expect(write(documentOf([form('≥1,234,567,890.00（万元）')]))).not.toContain('overflow-wrap:anywhere');
    },
  );

  it('keeps the style element free of what would end or change it', () => {
    const text = { type: 'text' as const, text: '</style>&"\\ — ' };
    const document = documentOf([paragraph('甲')]);
    const page = { ...(document.sections[0] as Document['sections'][number]).page };
    const footer = {
      ...(page.footer as NonNullable<typeof page.footer>),
      parts: [text, { type: 'pageNumber' as const }],
    };
    const html = write({ ...document, sections: [{ page: { ...page, footer }, blocks: [paragraph('甲')] }] });
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(style).not.toMatch(/[<&]/);
    expect(style).toContain('counter(page)');
    expect(style).toContain('\\3c \\2f style\\3e \\26 \\22 \\5c  \\2014  ');
  });

  it('marks heading cells with their scope, empty ones not', () => {
    const html = parseElement(write(documentOf([form()])));
    expect(all(html, 'th').map(({ attributes }) => attributes.scope)).toEqual(['col', 'row']);
    expect(find(all(html, 'table')[0], 'thead', 'tr', 'td')?.children).toHaveLength(1);
  });

  it('gives each table a region that keyboards reach, named by the heading above it', () => {
    const html = parseElement(write(documentOf([heading('一、科普', 2), form(), form()])));
    const regions = all(html, 'div').map(({ attributes }) => [
      attributes.role,
      attributes.tabindex,
      attributes['aria-label'],
    ]);
    expect(regions).toEqual([
      ['region', '0', '表 1 一、科普'],
      ['region', '0', '表 2 一、科普'],
    ]);
  });

  it('takes a table without lines and headings for a way to set words side by side', () => {
    const border = { top: 0, right: 0, bottom: 0, left: 0 };
    const plain = cell('单位：万元', { style: { ...cell('').style, border } });
    const lines: Table = { ...form(), head: [], body: [{ cells: [plain, plain] }] };
    const [element] = all(parseElement(write(documentOf([lines]))), 'table');
    expect(element?.attributes.role).toBe('presentation');
  });

  it('lists its headings, those in cells too, and links to them', () => {
    const inCell = { ...form(), body: [{ cells: [{ ...cell(''), blocks: [heading('格中', 3)] }, cell('')] }] } as Table;
    const html = parseElement(write(documentOf([heading('总', 1), heading('分', 2), inCell])));
    const links = all(all(html, 'nav')[0], 'a').map(({ attributes }) => attributes.href?.slice(1));
    const headings = ['h1', 'h2', 'h3'].flatMap((name) => all(html, name)).map(({ attributes }) => attributes.id);
    expect(links).toEqual(headings);
    expect(new Set(links).size).toBe(3);
    expect(all(parseElement(write(documentOf([heading('总', 1)]))), 'nav')).toEqual([]);
  });

  it('has one first heading, from the title where the tree has none', () => {
    const first = (blocks: Block[]) =>
      all(parseElement(write(documentOf(blocks))), 'h1').map(({ children }) => children);
    expect(first([heading('分', 2)])).toEqual([['测试']]);
    expect(first([heading('总', 1)])).toEqual([['总']]);
  });

  it('prints on the paper of each section, with repeated heads and whole rows', () => {
    const [section] = documentOf([paragraph('横')], true).sections;
    const document = documentOf([paragraph('纵'), { type: 'pageBreak' }, paragraph('新页')]);
    const html = write({ ...document, sections: [...document.sections, section as Document['sections'][number]] });
    expect(html).toContain('@page s1{size:595.28pt 841.89pt;margin:50pt 50pt 50pt 50pt;');
    expect(html).toContain('@page s2{size:841.89pt 595.28pt;');
    expect(html).toMatch(/thead\{display:table-header-group\}\ntr:not\(\.open\)\{break-inside:avoid\}/);
    expect(html).toMatch(/<p class="k\d+ new-page">新页/);
  });

  it('divides columns as the layout does', () => {
    const html = parseElement(writeHtml(documentOf([form()]), () => [99.056, 396.224]));
    expect(all(html, 'col').map(({ attributes }) => attributes.style)).toEqual(['width:20%', 'width:80%']);
    expect(writeHtml(documentOf([form()]), () => [99.056, 297.168])).toContain('{width:80%;min-width:12rem}');
  });

  it('sets labels from top to bottom and takes faces by their role', () => {
    const html = write(documentOf([form()]));
    expect(html).toContain('writing-mode:vertical-rl;text-orientation:upright');
    expect(html).toContain('font-family:"SimSun","Songti SC"');
  });
});

describe('any tree', () => {
  const lines = fc.stringMatching(/^[\u4e00-\u4eff <>&"'=\-\u00a0]{0,12}$/);

  it('comes back cell by cell, with spaces, spans and heads', () => {
    fc.assert(
      fc.property(table, (block) => {
        const [read] = readHtml(write(documentOf([block])));
        const cells = placeCells(block).map(({ cell, row, column }) => [
          row,
          column,
          cell.rowspan,
          cell.colspan,
          blocksText(cell.blocks),
        ]);
        expect(read?.type === 'table' && read.headRows).toBe(block.head.length);
        expect(
          read?.type === 'table' && read.cells.map((c) => [c.row, c.column, c.rowspan, c.colspan, c.text]),
        ).toEqual(cells);
      }),
    );
  });

  it('comes back with every character of its paragraphs', () => {
    fc.assert(
      fc.property(fc.array(lines), (texts) => {
        expect(
          readHtml(write(documentOf(texts.map((text) => paragraph(text))))).map(({ type, ...rest }) => rest),
        ).toEqual(texts.map((text) => ({ text })));
      }),
    );
  });

  it('gives the same text twice', () => {
    fc.assert(
      fc.property(tables({ columns: 3, body: 4 }), (block) => {
        expect(write(documentOf([structuredClone(block)]))).toBe(write(documentOf([block])));
      }),
    );
  });
});

it('sets amounts at the right, and keeps heads and outside numbers for print', () => {
  const blocks = [paragraph('1,234.00', { align: 'decimal' })];
  const [section] = documentOf(blocks).sections;
  const style = { role: '宋体', size: 9, bold: false } as const;
  const line = (align: 'center' | 'outside') => ({ parts: [{ type: 'pageNumber' as const }], style, align });
  const page = { ...(section as Section).page, header: line('center'), footer: line('outside') };
  const html = writeHtml({ ...documentOf(blocks), sections: [{ page, blocks }] }, () => []);
  expect(html).toContain('text-align:right');
  expect(html).not.toContain('text-align:decimal');
  expect(html).toContain('@top-center{');
  expect(html).toMatch(/@page s1:left\{@bottom-right\{content:none\}@bottom-left\{/);
});
