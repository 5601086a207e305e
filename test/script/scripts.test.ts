import bidiFactory from 'bidi-js';
import { describe, expect, it } from 'vitest';
import { needsShaping, scriptName, shapedRuns } from '../../src/script/scripts.js';

const bidi = bidiFactory();
const known = Array.from({ length: 0x20000 }, (_, code) => code).filter(
  (code) => !/[\p{Cn}\p{Cs}\p{Co}]/u.test(String.fromCodePoint(code)),
);
const refused = known.filter(needsShaping);
const letters = (pattern: RegExp) => known.filter((code) => pattern.test(String.fromCodePoint(code)));

describe('scripts that nothing here sets', () => {
  it('are all that are written from the right, by another table of Unicode', () => {
    const rightToLeft = known.filter((code) =>
      ['R', 'AL'].includes(bidi.getBidiCharTypeName(String.fromCodePoint(code))),
    );
    expect(rightToLeft.length).toBeGreaterThan(2000);
    // U+200F is a mark without a shape.
    expect(rightToLeft.filter((code) => !needsShaping(code))).toEqual([0x200f]);
  });

  it.each([
    ['شىنجاڭ', '阿拉伯字母（维吾尔文、哈萨克文等）', 'the Arabic script (Uyghur, Kazakh …)'],
    ['ﻼ', '阿拉伯字母（维吾尔文、哈萨克文等）', 'the Arabic script (Uyghur, Kazakh …)'],
    ['שלום', '希伯来文', 'Hebrew'],
    ['བོད', '藏文', 'Tibetan'],
    ['ᠮᠣᠩᠭᠣᠯ', '蒙古文', 'Mongolian'],
    ['ไทย', '泰文', 'Thai'],
    ['ລາວ', '老挝文', 'Lao'],
    ['ខ្មែរ', '高棉文', 'Khmer'],
    ['မြန်မာ', '缅甸文', 'Myanmar'],
    ['ᦑᦺᦖᦲ', '新傣文', 'New Tai Lue'],
    ['हिन्दी', '天城文', 'Devanagari'],
    ['বাংলা', '孟加拉文', 'Bangla'],
    ['தமிழ்', '泰米尔文', 'Tamil'],
    ['ܣܘܪܝܝܐ', '叙利亚文', 'Syriac'],
    ['ދިވެހި', '塔安那文', 'Thaana'],
    ['ߒߞߏ', '西非书面文字（N’Ko）', 'N’Ko'],
    ['ꡖꡍꡂ', '八思巴文', 'Phags-pa'],
  ])('%s is %s, %s', (text, zh, en) => {
    expect(shapedRuns(`甲${text}，乙`)).toEqual([text]);
    expect(scriptName(text)).toEqual({ zh, en });
  });

  it('have their own marks and digits with them', () => {
    for (const mark of '،؛؟ـ٠۹।ํ') expect(needsShaping(mark.codePointAt(0) as number), mark).toBe(true);
  });

  it('all have a name, but for signs that many of them share', () => {
    const nameless = refused
      .map((code) => String.fromCodePoint(code))
      .filter((each) => scriptName(each).zh.includes('或'));
    expect(nameless.length).toBeGreaterThan(0);
    expect(nameless.filter((character) => !/\p{sc=Common}/u.test(character))).toEqual([]);
  });
});

describe('scripts that are set', () => {
  it('are those of Chinese tables and of all who write one letter beside the other', () => {
    const plain = letters(
      /\p{scx=Han}|\p{scx=Latin}|\p{scx=Greek}|\p{scx=Cyrillic}|\p{scx=Hiragana}|\p{scx=Katakana}|\p{scx=Bopomofo}|\p{scx=Yi}|\p{scx=Armenian}|\p{scx=Georgian}|\p{scx=Lisu}|\p{scx=Tai_Le}/u,
    );
    expect(plain.filter(needsShaping).filter((code) => !/\p{M}/u.test(String.fromCodePoint(code)))).toEqual([]);
    expect(shapedRuns('한글 สกุล'.slice(0, 2))).toEqual([]);
  });

  it('are signs, emoji and private characters too', () => {
    for (const text of ['①≥✓—“”…㎡％〇', '😀👨‍👩‍👧🇨🇳', '\ue000\u{f0000}', '𠀀𰀀㐀'])
      expect(shapedRuns(text)).toEqual([]);
  });
});

it('a run goes on over the spaces and joiners between words, and ends with them', () => {
  expect(shapedRuns('新疆 شىنجاڭ ئۇيغۇر، 96 项；ئە\u200cمە。')).toEqual(['شىنجاڭ ئۇيغۇر،', 'ئە\u200cمە']);
});
