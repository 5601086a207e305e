import { expect, it } from 'vitest';
import type { Block } from '../../src/document/document.js';
import { blocksOf, cellOf, documentOf } from './make.js';

function sizesOf(blocks: readonly Block[]): number[] {
  return blocks.flatMap((block) =>
    'inlines' in block ? block.inlines.flatMap((inline) => (inline.type === 'text' ? inline.style.size : [])) : [],
  );
}

it('lets the more specific rule win, then the later, then the style attribute', () => {
  const css = `.a.b { font-size: 4pt } .a { font-size: 3pt } .c { font-size: 5pt } section p { font-size: 2pt }
    p { font-size: 1pt } p { font-size: 1.5pt }`;
  const markup = `<p>1</p><section><p>2</p></section><p class="a">3</p><p class="b a">4</p><p class="a c">5</p>
    <p class="a" style="font-size: 6pt">6</p>`;
  expect(sizesOf(blocksOf(markup, css))).toEqual([1.5, 2, 3, 4, 5, 6]);
});

it('matches ancestors at any depth, in order', () => {
  const css = '.out section .in { font-size: 1pt } .in .out span { font-size: 2pt }';
  const p = '<p class="in">1<span>2</span></p>';
  const markup = `<section class="out"><section><section>${p}</section></section></section><section class="out">${p}</section>`;
  expect(sizesOf(blocksOf(markup, css))).toEqual([1, 10.5]);
});

it('passes text properties down, and nothing else', () => {
  const css = `section { font-family: 仿宋; font-size: 12pt; line-height: 2; text-align: right; text-indent: 2em }
    td { padding: 1pt; border: 1pt solid } table { margin-top: 3pt; vertical-align: top } .label { writing-mode: vertical-rl }`;
  const markup = '<section><table class="label"><tr><td><p><span>一</span></p></td></tr></table></section>';
  const style = { align: 'right', lineHeight: 2, before: 0, after: 0, indent: 24, vertical: true };
  const text = { type: 'text', text: '一', style: { role: '仿宋', size: 12, bold: false } };
  expect(blocksOf(markup, css)[0]).toMatchObject({ before: 3, after: 0 });
  expect(cellOf(markup, css)).toEqual({
    colspan: 1,
    rowspan: 1,
    blocks: [{ type: 'paragraph', inlines: [text], style }],
    style: {
      padding: { top: 1, right: 1, bottom: 1, left: 1 },
      border: { top: 1, right: 1, bottom: 1, left: 1 },
      verticalAlign: 'top',
    },
  });
});

it('counts em from the size of the element itself, wherever its font-size stands', () => {
  const css = 'td { padding: 1em 0 0 0.5em; padding-bottom: 2em } table td { font-size: 20pt }';
  expect(cellOf('<table><tr><td>一</td></tr></table>', css).style.padding).toEqual({
    top: 20,
    right: 0,
    bottom: 40,
    left: 10,
  });
});

it('lets one edge be set after all', () => {
  const css = 'td { border: 0.5pt solid; border-left: none; border-bottom: 1.5pt solid }';
  const border = { top: 0.5, right: 0.5, bottom: 1.5, left: 0 };
  expect(cellOf('<table><tr><td>一</td></tr></table>', css).style.border).toEqual(border);
});

it('lets CSS overrule what th, strong, caption and headings are by themselves', () => {
  const css = 'th, strong, h1 { font-weight: normal } th, caption { text-align: left }';
  const markup = '<h1>一</h1><table><caption>二</caption><tr><th>三<strong>四</strong></th></tr></table>';
  expect(JSON.stringify(blocksOf(markup, css))).not.toMatch(/"bold":true|"center"/);
});

it('reads 20,000 cells under 60 rules', () => {
  const cell = '<?at a.hbs:9?><td class="money" style="text-align: right">1,234.50</td>\n';
  const markup = `<table>${`<?at a.hbs:8?><tr class="row">${cell.repeat(10)}</tr>`.repeat(2000)}</table>`;
  const css = Array.from({ length: 60 }, (_, n) => `table tr.row td.c${n}, td.money { font-size: 9pt }`).join('\n');
  expect(documentOf(markup, css).sections[0]?.blocks).toHaveLength(1);
});
