import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { markupCodes } from '../../src/markup/codes.js';
import { placeText } from '../../src/problem.js';
import { runs } from '../runs.js';
import { cssFaults } from './cssFaults.js';
import { problemsOf } from './make.js';
import { type FaultCase, markupFaults } from './markupFaults.js';

function told({ markup = '', css = '' }: FaultCase): string[] {
  return problemsOf(markup, css).map(
    ({ place, code, hint }) => `${place && placeText(place, 'en')} ${code} → ${hint?.en ?? ''}`,
  );
}

test.each(markupFaults.map((fault) => [fault.name, fault] as const))('markup: %s', (_name, fault) => {
  expect(told(fault)).toEqual(fault.problems);
});

test.each(cssFaults.map((fault) => [fault.name, fault] as const))('css: %s', (_name, fault) => {
  expect(told(fault)).toEqual(fault.problems);
});

it('has a faulty input for every code', () => {
  const seen = [...markupFaults, ...cssFaults].flatMap(({ problems }) => problems.map((line) => line.split(' ')[1]));
  expect(new Set(seen)).toEqual(new Set(Object.keys(markupCodes)));
});

it('tells faults of markup and of CSS in one run, also after markup that is not XML', () => {
  const problems = problemsOf('<foo/>\n<p>一<br>二</p>', 'p { color: red }\ntd { padding: 1px }');
  expect(problems.map(({ code, place }) => `${place?.file}:${place?.line} ${code}`)).toEqual([
    'test.hbs:1 markup-element',
    'test.hbs:2 markup-syntax',
    'look.css:1 css-property',
    'look.css:2 css-unit',
  ]);
});

it('tells a fault that a loop repeats once', () => {
  const row = '<?at a.hbs:3?><tr><?at a.hbs:4?><td>一</td></tr>';
  const markup = `<table><colgroup><col/><col/></colgroup>${row.repeat(3)}</table>${'<?at a.hbs:9?><foo/>'.repeat(3)}`;
  expect(problemsOf(markup).map(({ code, place, message }) => `${place?.line} ${code} ${message.zh}`)).toEqual([
    '3 markup-grid 表1 第1行：应有 2 列，实有 1 列',
    '9 markup-element 没有 <foo> 这个元素',
  ]);
});

it('names table and row of a grid fault, head and body rows counted together', () => {
  const table = '<table><thead><tr><th>一</th><th>二</th></tr></thead><tr><td>三</td></tr></table>';
  expect(problemsOf(`<table><tr><td/></tr></table>${table}`).map(({ message }) => message.en)).toEqual([
    'table 2, row 2: 2 columns expected, 1 found',
  ]);
});

it('gives a document or problems for whatever is written, each with a place', () => {
  const tags = ['<p>', '</p>', '<table>', '</table>', '<tr>', '</tr>', '<td colspan="2">', '</td>', '<br/>', '<col/>'];
  const slips = [
    '<br>',
    '<div class="a">',
    '</div>',
    '<',
    '&',
    '&nbsp;',
    '甲',
    ' ',
    '\n',
    '<?at a:1?>',
    '<?',
    '<!--',
    '"',
    '=',
  ];
  const css = [
    'td',
    '.a',
    ' ',
    '{',
    '}',
    ':',
    ';',
    'padding',
    'font-size',
    '1pt',
    '2em',
    '@page',
    '@bottom-left',
    'content',
    '"',
    '#',
    ',',
  ];
  const text = (parts: readonly string[]) => fc.array(fc.constantFrom(...parts)).map((chosen) => chosen.join(''));
  fc.assert(
    fc.property(text([...tags, ...slips]), text(css), (markup, look) => {
      // postcss tells no line of a lone `: ` at the start of a declaration.
      expect(problemsOf(markup, look).every(({ place }) => place?.line || place?.file === 'look.css')).toBe(true);
      expect(problemsOf(`<p style="${look.replaceAll('"', "'")}">甲</p>`).every(({ place }) => place?.line === 1)).toBe(
        true,
      );
    }),
    { numRuns: runs(1000) },
  );
});
