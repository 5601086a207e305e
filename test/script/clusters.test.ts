import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundIn } from '../../src/check/text/slip.js';
import { diffText } from '../../src/cli/diffText.js';
import { messageText } from '../../src/cli/print.js';
import { marksOf } from '../../src/diff/marks.js';
import { summaryOf } from '../../src/diff/summary.js';
import { excerpt } from '../../src/document/walk.js';
import { differs } from '../../src/formats/compare/differs.js';
import { quoted, visible } from '../../src/json/pointer.js';
import { fault } from '../../src/problem.js';
import { boundary, clustersOf } from '../../src/script/clusters.js';
import { runs } from '../runs.js';

/** Characters of several code points, and plain ones between them. */
const several = ['👨‍👩‍👧‍👦', '🇨🇳', '👍🏽', 'e\u0301\u0323', '葛\u{e0100}', '𠮷', '한', 'ཀྵ', '❤️'];
const text = fc
  .array(fc.constantFrom(...several, '甲', 'a', '9', '，'), { minLength: 1, maxLength: 90 })
  .map((characters) => characters.join(''));

/** What is left of a message when the whole characters are taken out: pieces of those that were cut. */
function rests(message: string): string[] {
  const whole = [...several].sort((left, right) => right.length - left.length);
  const rest = whole.reduce((left, character) => left.replaceAll(character, ''), message);
  return [...rest].filter((character) => several.some((each) => each.includes(character)));
}

const messages: Record<string, (text: string) => string> = {
  excerpt,
  quoted: (whole) => quoted(whole).replaceAll('\\u{e0100}', '\u{e0100}'),
  messageText: (whole) => {
    const long = whole.repeat(Math.ceil(500 / whole.length));
    return messageText(fault('x', { zh: long, en: long }), 'zh');
  },
  differs: (whole) => {
    const characters = clustersOf(whole);
    const other = [
      ...characters.slice(0, characters.length >> 1),
      '乙',
      ...characters.slice((characters.length >> 1) + 1),
    ];
    return differs('表', 'DOCX', whole, other.join('')).message.zh.replaceAll('乙', '');
  },
  slip: (whole) => {
    const at = boundary(whole, whole.length >> 1);
    const own = `${whole.slice(0, at)}丙${whole.slice(at)}`;
    const found = foundIn([{ path: ['x'], text: own, kind: 'prose' }], () => [
      { start: at, end: at + 1, zh: '', en: '' },
    ]);
    return [...found].map(({ message }) => message.zh).join('');
  },
  marks: (whole) => {
    const other = clustersOf(whole).reverse().join('');
    return marksOf(whole, other)
      .map(({ text: marked }) => `【${marked}】`)
      .join('');
  },
};

describe('a message never cuts a character', () => {
  it.each(Object.keys(messages))('%s', (name) => {
    fc.assert(
      fc.property(text, (whole) => {
        expect(rests((messages[name] as (text: string) => string)(whole))).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });

  it('in what a comparison leaves out', () => {
    const same = '🇨🇳'.repeat(40);
    const change = {
      type: 'text',
      owner: {},
      cell: { zh: '格', en: 'cell' },
      marks: marksOf(`${same}甲`, `${same}乙`),
    };
    const report = { department: { name: '某局' }, units: [], moneyUnit: '万元' };
    const told = diffText(
      { changes: [{ change }], summary: summaryOf([], report as never, report as never), after: { report } } as never,
      'zh',
      false,
    );
    expect(told).toContain('…');
    expect(rests(told)).toEqual([]);
  });
});

it('characters are those of UAX #29', () => {
  expect(clustersOf(several.join(''))).toEqual(several);
  expect(clustersOf('甲a9，')).toEqual(['甲', 'a', '9', '，']);
  expect([0, 1, 5, 11, 12, 99].map((offset) => boundary('甲👨‍👩‍👧‍👦乙', offset))).toEqual([0, 1, 1, 1, 12, 13]);
});

it('each character that needs no segmenter is one by itself, beside its own and beside others', () => {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
  const codes = Array.from({ length: 0x10000 }, (_, code) => code).filter((code) => code < 0x3100 || code >= 0xff00);
  const texts = codes.map((code) => `文${String.fromCharCode(code).repeat(2)}a`);
  const segmented = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  expect(texts.filter((text) => clustersOf(text).length !== segmented(text).length)).toEqual([]);
  expect(clustersOf('\r\n')).toEqual(['\r\n']);
});

it('what joins an emoji is shown as it is, a joiner elsewhere by its number', () => {
  expect(visible('👨‍👩 a\u200db\u200d')).toBe('👨‍👩 a\\u200db\\u200d');
});
