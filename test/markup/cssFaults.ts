import type { FaultCase } from './markupFaults.js';

export const cssFaults: readonly FaultCase[] = [
  {
    name: 'missing semicolon',
    css: 'p {\n  font-size: 9pt\n  text-align: left }',
    problems: ['look.css:2:17 css-syntax → add ; here'],
  },
  { name: 'unclosed block', css: 'p { font-size: 9pt;', problems: ['look.css:1:1 css-syntax → add }'] },
  {
    name: 'nested rule',
    css: 'table { td { font-size: 9pt } }',
    problems: ['look.css:1:9 css-syntax → write a descendant selector such as table td { … }'],
  },
  { name: 'declaration outside a rule', css: 'font-size: 9pt', problems: ['look.css:1:1 css-syntax → write td { … }'] },
  { name: 'media', css: '@media print { }', problems: ['look.css:1:1 css-at-rule → allowed: @page'] },
  { name: 'misspelt page', css: '@pages { }', problems: ['look.css:1:1 css-at-rule → use @page'] },
  { name: 'first page', css: '@page :first { }', problems: ['look.css:1:1 css-at-rule → allowed: @page { … }'] },
  { name: 'unknown element', css: 'p, tdd { font-size: 9pt }', problems: ['look.css:1:1 css-selector → use td'] },
  { name: 'id', css: '#sum { font-size: 9pt }', problems: ['look.css:1:1 css-selector → use .sum'] },
  {
    name: 'child combinator',
    css: 'tr > td { font-size: 9pt }',
    problems: [
      'look.css:1:1 css-selector → only elements, .classes and the space (descendant), such as table td.money',
    ],
  },
  { name: 'misspelt property', css: 'p { font-sise: 9pt }', problems: ['look.css:1:5 css-property → use font-size'] },
  {
    name: 'margin shorthand',
    css: 'p { margin: 9pt }',
    problems: ['look.css:1:5 css-property → use margin-top or margin-bottom'],
  },
  { name: 'prefix hack', css: 'p { *font-size: 9pt }', problems: ['look.css:1:5 css-property → use font-size'] },
  {
    name: 'section margin',
    css: 'section { margin-top: 9pt }',
    problems: ['look.css:1:11 css-property → use it on h1, h2, h3, p, table, caption, figure'],
  },
  {
    name: 'property by class on an element that has no use for it',
    markup: '<p class="x">一</p><p class="x">二</p>',
    css: '.x { padding: 1pt }',
    problems: ['look.css:1:6 css-property → use it on td, th'],
  },
  {
    name: 'page break in a cell',
    markup: '<table><tr><td><p>一</p></td></tr></table>',
    css: 'p { break-before: page }',
    problems: ['look.css:1:5 css-property → put it on the table or on a block outside it'],
  },
  {
    name: 'staying with what follows, in a cell',
    markup: '<table><tr><td><p>一</p></td></tr></table>',
    css: 'p { break-after: avoid }',
    problems: ['look.css:1:5 css-property → put it on the table or on a block outside it'],
  },
  {
    name: 'title of a table in a cell',
    markup: '<table><tr><td><p>一</p></td></tr></table>',
    css: 'p { continued: repeat }',
    problems: ['look.css:1:5 css-property → put it on the table or on a block outside it'],
  },
  {
    name: 'title that is no block',
    css: 'span { continued: repeat } h1 { continued: yes }',
    problems: [
      'look.css:1:8 css-property → use it on h1, h2, h3, p, table, caption',
      'look.css:1:33 css-value → allowed: none, repeat',
    ],
  },
  { name: 'unknown keyword', css: 'p { text-align: centre }', problems: ['look.css:1:5 css-value → use center'] },
  {
    name: 'alignment on a character',
    css: 'td { text-align: "." }',
    problems: ['look.css:1:6 css-value → use decimal'],
  },
  { name: 'font by its file name', css: 'p { font-family: SimHei }', problems: ['look.css:1:5 css-value → use 黑体'] },
  { name: 'weight by number', css: 'p { font-weight: 700 }', problems: ['look.css:1:5 css-value → use bold'] },
  {
    name: 'border with a colour',
    css: 'td { border: 1pt solid #000 }',
    problems: ['look.css:1:6 css-value → write none or 0.5pt solid'],
  },
  { name: 'negative', css: 'p { margin-top: -1pt }', problems: ['look.css:1:5 css-value → must not be negative'] },
  {
    name: 'important',
    css: 'p { font-size: 9pt !important }',
    problems: ['look.css:1:5 css-value → remove it and make the selector more specific'],
  },
  {
    name: 'column width',
    css: 'col { width: auto }',
    problems: ['look.css:1:7 css-value → write 68pt, 2fr or fit-content'],
  },
  { name: 'pixels', css: 'p { margin-top: 4px }', problems: ['look.css:1:5 css-unit → write 3pt'] },
  { name: 'no unit', css: 'p { font-size: 12 }', problems: ['look.css:1:5 css-unit → write 12pt'] },
  { name: 'font size in em', css: 'p { font-size: 2em }', problems: ['look.css:1:5 css-unit → allowed units: pt'] },
  { name: 'line height with a unit', css: 'p { line-height: 20pt }', problems: ['look.css:1:5 css-unit → write 1.4'] },
  {
    name: 'paper size',
    css: '@page { size: A4 }',
    problems: ['look.css:1:9 css-property → set paper and direction in layout.json'],
  },
  {
    name: 'margins of the whole paper',
    css: '@page { margin: 20mm 110mm }',
    problems: ['look.css:1:9 css-value → the margins leave nothing of the paper'],
  },
  {
    name: 'header',
    css: '@page { @top-center { content: "x" } }',
    problems: ['look.css:1:9 css-at-rule → use @bottom-center'],
  },
  {
    name: 'two footers',
    css: '@page { @bottom-left { content: "x" } @bottom-right { content: "y" } }',
    problems: ['look.css:1:39 css-at-rule → put its content into the first'],
  },
  {
    name: 'footer of nothing',
    css: '@page { @bottom-left { font-size: 9pt } }',
    problems: ['look.css:1:9 css-property → add content: counter(page)'],
  },
  {
    name: 'footer content',
    css: '@page { @bottom-left { content: attr(x) } }',
    problems: [
      'look.css:1:9 css-property → add content: counter(page)',
      'look.css:1:24 css-value → write "第 " counter(page) " 页 共 " counter(pages) " 页"',
    ],
  },
];
