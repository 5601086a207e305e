import { describe, expect, it } from 'vitest';
import type { Block, ParagraphStyle, TextStyle } from '../../src/document/document.js';
import { blocksText, inlineText, placeCells } from '../../src/document/walk.js';
import { blocksOf, documentOf, tableOf } from './make.js';

const plain: TextStyle = { role: '宋体', size: 10.5, bold: false };
const bold: TextStyle = { ...plain, bold: true };
const left: ParagraphStyle = { align: 'left', lineHeight: 1.4, before: 0, after: 0, indent: 0, vertical: false };
const center: ParagraphStyle = { ...left, align: 'center' };
const none = { top: 0, right: 0, bottom: 0, left: 0 };
const cell = { padding: none, border: none, verticalAlign: 'middle' } as const;

it('reads headings, paragraphs and inlines with their initial styles', () => {
  expect(blocksOf('<section><h2>一</h2><p>二<strong>三</strong>四</p></section>')).toEqual([
    { type: 'heading', level: 2, inlines: [{ type: 'text', text: '一', style: bold }], style: left },
    {
      type: 'paragraph',
      inlines: [
        { type: 'text', text: '二', style: plain },
        { type: 'text', text: '三', style: bold },
        { type: 'text', text: '四', style: plain },
      ],
      style: left,
    },
  ]);
});

it('reads a table, its caption before it', () => {
  const markup = `<table>
    <caption>题</caption>
    <thead><tr><th>甲</th><th scope="row">乙</th></tr></thead>
    <tbody><tr><td></td><td><p>一</p><h3>二</h3></td></tr></tbody>
    <tbody><tr><td colspan="2">三</td></tr></tbody>
  </table>`;
  const text = (text: string, style = plain) => [{ type: 'text', text, style }];
  const paragraph = (inlines: unknown[], style = left) => ({ type: 'paragraph', inlines, style });
  const one = { colspan: 1, rowspan: 1, style: cell };
  expect(blocksOf(markup)).toEqual([
    paragraph(text('题'), center),
    {
      type: 'table',
      columns: [
        { kind: 'share', value: 1 },
        { kind: 'share', value: 1 },
      ],
      head: [
        {
          cells: [
            { ...one, header: 'column', blocks: [paragraph(text('甲', bold), center)] },
            { ...one, header: 'row', blocks: [paragraph(text('乙', bold), center)] },
          ],
        },
      ],
      body: [
        {
          cells: [
            { ...one, blocks: [paragraph([])] },
            {
              ...one,
              blocks: [paragraph(text('一')), { type: 'heading', level: 3, inlines: text('二', bold), style: left }],
            },
          ],
        },
        { cells: [{ ...one, colspan: 2, blocks: [paragraph(text('三'))] }] },
      ],
      before: 0,
      after: 0,
    },
  ]);
});

it('reads columns', () => {
  const markup = `<table><colgroup>
    <col style="width: 68pt"/><col class="share" span="2"/><col style="width: fit-content; min-width: 30pt"/><col/>
  </colgroup><tr><td colspan="5"/></tr></table>`;
  expect(tableOf(markup, '.share { width: 2fr }').columns).toEqual([
    { kind: 'points', value: 68 },
    { kind: 'share', value: 2 },
    { kind: 'share', value: 2 },
    { kind: 'fit', value: 30 },
    { kind: 'share', value: 1 },
  ]);
});

it('gives spans that placeCells takes', () => {
  const table = tableOf(`<table>
    <tr><td rowspan="3">a</td><td colspan="2">b</td></tr>
    <tr><td>c</td><td rowspan="2">d</td></tr>
    <tr><td>e</td></tr>
    <tr><td colspan="3" rowspan="2">f</td></tr>
    <tr></tr>
  </table>`);
  expect(placeCells(table).map(({ row, column }) => [row, column])).toEqual([
    [0, 0],
    [0, 1],
    [1, 1],
    [1, 2],
    [2, 1],
    [3, 0],
  ]);
});

it('breaks pages before blocks and sections, never doubled, never first or last', () => {
  const css = '.new { break-before: page }';
  const kinds = (markup: string) => blocksOf(markup, css).map(({ type }) => type);
  expect(kinds('<section class="new"><p class="new">一</p></section><p>二</p>')).toEqual(['paragraph', 'paragraph']);
  expect(kinds('<p>一</p><section class="new"><p class="new">二</p></section><section class="new"/>')).toEqual([
    'paragraph',
    'pageBreak',
    'paragraph',
  ]);
  expect(kinds('<p>一</p><table class="new"><caption>题</caption><tr><td/></tr></table>')).toEqual([
    'paragraph',
    'pageBreak',
    'paragraph',
    'table',
  ]);
});

it('keeps paragraphs and tables with what follows them where the look says so', () => {
  const css = '.kept { break-after: avoid }';
  const markup = '<h2 class="kept">题</h2><p class="kept">一</p><table class="kept"><tr><td/></tr></table><p>二</p>';
  expect(blocksOf(markup, css).map((block) => 'keepNext' in block)).toEqual([false, true, true, false]);
});

it('reads margins and the footer of the page', () => {
  const css = `@page { margin: 10mm 5pt; @bottom-right { content: "第 " counter(page) '/' counter( pages ); font-size: 9pt } }
    @page { @bottom-right { font-family: 仿宋 } }`;
  const millimetre = 72 / 25.4;
  expect(documentOf('', css)).toEqual({
    type: 'document',
    title: '题',
    author: '局',
    subject: '表',
    language: 'zh-CN',
    date: '2024-01-01',
    sections: [
      {
        page: {
          width: 595,
          height: 842,
          margin: { top: 10 * millimetre, right: 5, bottom: 10 * millimetre, left: 5 },
          footer: {
            parts: [
              { type: 'text', text: '第 ' },
              { type: 'pageNumber' },
              { type: 'text', text: '/' },
              { type: 'pageCount' },
            ],
            style: { role: '仿宋', size: 9, bold: false },
            align: 'right',
          },
        },
        blocks: [],
      },
    ],
  });
});

it('has margins of 20 mm and no footer without @page, and none after content: none', () => {
  const twenty = (20 * 72) / 25.4;
  const page = { width: 595, height: 842, margin: { top: twenty, right: twenty, bottom: twenty, left: twenty } };
  expect(documentOf('').sections[0]?.page).toEqual(page);
  const css = '@page { @bottom-left { content: "x" } } @page { @bottom-left { content: none } }';
  expect(documentOf('', css).sections[0]?.page).toEqual(page);
});

describe('continued: repeat', () => {
  const css = '.again { continued: repeat }';
  const table = '<table><tr><td>一</td></tr></table>';
  const shown = (markup: string) =>
    blocksOf(markup, css).flatMap((block) =>
      block.type === 'table' ? [block.continued?.map((line) => wordsOf(line)).join(' ')] : [],
    );
  const wordsOf = (line: Block): string =>
    line.type === 'table'
      ? line.body.flatMap(({ cells }) => cells.map(({ blocks }) => blocksText(blocks))).join('|')
      : 'inlines' in line
        ? inlineText(line.inlines)
        : '';
  const unit = '<table class="again"><tr><td>局</td><td>单位：万元</td></tr></table>';

  it('gives the tables that follow the title for their later pages, its first line with （续表）', () => {
    const markup = `<h1 class="again">题</h1><p>年度</p><p class="again">单位：元</p>${table}${table}`;
    expect(shown(markup)).toEqual(['题（续表） 单位：元', '题（续表） 单位：元']);
  });

  it('takes a table of one line into the title', () => {
    expect(shown(`<h2 class="again">题</h2>${unit}${table}`)).toEqual([undefined, '题（续表） 局|单位：万元']);
    expect(shown(`${unit}${table}`)).toEqual([undefined, '局（续表）|单位：万元']);
  });

  it('begins another title after a table, and ends one with its section', () => {
    const form = (name: string) => `<section><h2 class="again">${name}</h2>${table}${table}</section>`;
    expect(shown(`${form('甲')}${form('乙')}${table}`)).toEqual([
      '甲（续表）',
      '甲（续表）',
      '乙（续表）',
      '乙（续表）',
      undefined,
    ]);
    expect(shown(`<p class="again">甲</p>${table}<p class="again">乙</p>${table}`)).toEqual([
      '甲（续表）',
      '乙（续表）',
    ]);
  });

  it('holds for a caption, and not without being asked for', () => {
    const captioned = (name: string) => `<table><caption class="${name}">题</caption><tr><td>一</td></tr></table>`;
    expect(shown(captioned('again') + captioned(''))).toEqual(['题（续表）', '题（续表）']);
    expect(shown(captioned('') + captioned('again'))).toEqual([undefined, '题（续表）']);
  });
});
