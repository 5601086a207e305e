import fc from 'fast-check';
import Handlebars from 'handlebars';
import { expect, it, test } from 'vitest';
import { blocksText } from '../../src/document/walk.js';
import { runs } from '../runs.js';
import { blocksOf, cellOf } from './make.js';

function textOf(content: string): string {
  return blocksText(cellOf(`<table><tr><td>${content}</td></tr></table>`).blocks);
}

const whiteSpace: readonly (readonly [name: string, content: string, text: string])[] = [
  ['indentation of the template', '\n      甲\n    ', '甲'],
  ['indentation with tabs and CRLF', '\r\n\t\t甲\r\n\t', '甲'],
  ['a break within words', '甲\n      乙', '甲乙'],
  ['spaces of the author at the ends', ' 甲  ', ' 甲  '],
  ['Latin words in a line', 'Level 2  indicator', 'Level 2  indicator'],
  ['a space between elements', '<span>a</span> <strong>b</strong>', 'a b'],
  ['a break between elements', '<span>a</span>\n <strong>b</strong>', 'ab'],
  ['no-break and ideographic spaces', '\n\u00a0甲\u3000\n', '\u00a0甲\u3000'],
  ['br', '甲<br/>\n  乙', '甲\n乙'],
  ['U+2028', '甲\u2028\u2028乙', '甲\n\n乙'],
  ['spaces around U+2028', '甲 \u2028 乙', '甲 \n 乙'],
  ['a tab within words', 'a\tb', 'a b'],
  ['nothing', '', ''],
  ['only indentation', '\n   \n', ''],
  ['blocks with indentation around', '\n  <p>甲</p>\n  <p>乙</p>\n', '甲\n乙'],
  ['blocks with spaces around', ' <p>甲</p> ', '甲'],
  ['a place in the middle of text', '甲 <?at a.hbs:1?> 乙', '甲  乙'],
];

test.each(whiteSpace)('white space: %s', (_name, content, text) => {
  expect(textOf(content)).toBe(text);
});

it('decodes what Handlebars escapes, once', () => {
  expect(textOf('&#x3D; &lt; &amp; &quot; &#x27; &#x60; &gt; &amp;lt;')).toBe('= < & " \' ` > &lt;');
});

it('joins neighbours of one style into one text', () => {
  const [paragraph] = blocksOf('<p>甲<span>乙</span>丙<strong>丁</strong><strong>戊</strong></p>');
  const texts = paragraph && 'inlines' in paragraph ? paragraph.inlines : [];
  expect(texts.map((inline) => (inline.type === 'text' ? inline.text : '\n'))).toEqual(['甲乙丙', '丁戊']);
});

/**
 * Text as layouts clean it: no control characters, tabs or newlines; U+2028 is a line break. Signs that turn the direction of
 * writing never come here: reading a report refuses them, and so does markup (markupFaults.ts).
 */
const cleanText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        ' ',
        '  ',
        '\u2028',
        '\u00a0',
        '\u3000',
        '&',
        '<',
        '>',
        ']]>',
        '&amp;',
        '<br/>',
        '"',
        "'",
        '`',
        '=',
        '<?at x:1?>',
      ),
    ),
  )
  .map((parts) => parts.join('').replace(/[\p{Cc}\p{Cs}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu, ''));

it('gives any escaped text back unchanged', () => {
  const render = Handlebars.compile('\n  <strong>{{text}}</strong>\n  {{text}}');
  fc.assert(
    fc.property(cleanText, (text) => {
      const expected = text.replace(/[\u2028\u2029]/g, '\n');
      expect(textOf(Handlebars.escapeExpression(text))).toBe(expected);
      // Spaces at the start of a text that follows the template's line break cannot be told from indentation.
      expect(textOf(render({ text }))).toBe(expected + expected.replace(/^ +/, ''));
    }),
    { numRuns: runs(500) },
  );
});
