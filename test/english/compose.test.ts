import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNumbers } from '../../src/english/compare.js';
import { composer } from '../../src/english/compose/composer.js';
import { singular } from '../../src/english/compose/compound.js';
import { lexicon, termsInside } from '../../src/english/compose/lexicon.js';
import { piecesOf } from '../../src/english/compose/pieces.js';
import type { Term, TermKind } from '../../src/english/term.js';
import { termbase } from '../../src/english/termbase.js';

const termsOf = (rows: Readonly<Record<string, string>>, kind: TermKind = 'any'): Term[] =>
  Object.entries(rows).map(([zh, en]) => ({ zh, en, kind, source: 'user' }));
const words: Readonly<Record<string, string>> = {
  科普: 'science outreach',
  科普活动: 'science outreach activities',
  活动: 'activities',
  基层: 'grassroots',
  能力: 'capacity',
  提升: 'improvement',
  工程: 'programme',
  用户: 'user',
  展览: 'exhibitions',
  讲座: 'lectures',
  经费: 'funds',
  质量: 'quality',
  服务: 'services',
  科技: 'science and technology',
  教育: 'education',
  科技工作者: 'science and technology workers',
  数量: 'number',
  开展: 'carry out',
  维修: 'repair',
  儿童: 'children',
  制度: 'system',
  健全: 'sound',
  参与: 'participation in',
  中央: 'central',
  专款: 'earmarked funds',
};
const own = termsOf(words);
const compose = composer(own, termbase(own));
const english = (zh: string, kind: TermKind = 'indicator', path: readonly string[] = ['name']) =>
  compose({ zh, kind, path });

describe('composing from terms', () => {
  it.each([
    ['用户满意度', 'User satisfaction'],
    ['科普活动满意度', 'Science outreach activity satisfaction'],
    ['科普能力提升工程', 'Science outreach capacity improvement programme'],
    ['基层科普服务', 'Grassroots science outreach services'],
    ['2024年科普活动经费', '2024 science outreach activity funds'],
    ['河北省科普活动', 'Hebei science outreach activities'],
    ['维修经费（2025年度）', 'Repair funds (2025)'],
    ['科普活动覆盖率(%)', 'Science outreach activity coverage rate (%)'],
    ['科普活动、讲座和展览', 'Science outreach activities, lectures and exhibitions'],
    ['讲座8场', 'Lectures: 8 sessions'],
    ['科普讲座≥8场', 'Science outreach lectures: at least 8 sessions'],
    ['科普活动：不少于2.5万人次', 'Science outreach activities: at least 25,000 person-times'],
    ['开展科普活动', 'Carry out science outreach activities'],
    ['绩效评价项目-中央专款', 'Performance evaluation project - central earmarked funds'],
  ])('%s: %s', (zh, en) => {
    expect(english(zh)).toBe(en);
    expect(compareNumbers(zh, en)).toEqual({ missing: [], extra: [] });
  });

  it.each([
    ['something is not known', '量子科普活动'],
    ['a single character is left', '科普活动费'],
    ['的 would turn the order', '科普活动的质量'],
    ['a measure comes first in English', '科普活动数量'],
    ['a verb may have an object', '服务科技工作者经费'],
    ['a verb may have an object', '提升科普活动质量'],
    ['a verb stands at the end', '科普活动开展'],
    ['a verb has more than one term behind it', '开展科普活动讲座'],
    ['a year stands before a verb', '2024年开展科普活动'],
    ['a predicate stands at the end', '制度健全'],
    ['a preposition wants its noun', '科普参与质量'],
    ['the singular is not certain', '儿童满意度'],
    ['a list may be of either noun', '讲座和展览经费'],
    ['“and” stands inside the terms of a list', '科技和教育'],
    ['a number counts what follows', '8场讲座'],
    ['a year stands before what is no name', '2024年上年结转'],
    ['a year stands before an article', '2024年三公经费'],
    ['it is a sentence', '开展科普活动。'],
    ['it is long', `${'科普'.repeat(21)}`],
    ['it has only a number', '2024年'],
    ['a bracket is open', '科普活动（2024年'],
  ])('not where %s: %s', (_, zh) => expect(english(zh)).toBeUndefined());

  it('composes names and notes, values only with a number, and never bodies, goals, levels and units', () => {
    expect(english('科普活动', 'project')).toBe('Science outreach activities');
    expect(english('用户满意度', 'note')).toBe('user satisfaction');
    expect(english('用户满意度', 'value')).toBeUndefined();
    expect(english('讲座8场', 'value')).toBe('lectures: 8 sessions');
    expect(english('用户满意度', 'goal', ['goals', '0', 'name'])).toBe('User satisfaction');
    expect(english('用户满意度', 'goal', ['goals', '0', 'text'])).toBeUndefined();
    for (const kind of ['department', 'level', 'unit', 'region'] as const)
      expect(english('用户满意度', kind)).toBeUndefined();
  });

  it('takes the user’s word before the shipped one, and none that the user has in two ways', () => {
    const mine = [...own, ...termsOf({ 满意度: 'approval' })];
    expect(composer(mine, termbase(mine))({ zh: '用户满意度', kind: 'indicator', path: [] })).toBe('User approval');
    const two = [...mine, ...termsOf({ 满意度: 'satisfaction' }, 'indicator')];
    expect(composer(two, termbase(two))({ zh: '用户满意度', kind: 'indicator', path: [] })).toBeUndefined();
  });

  it('keeps to the number proof: a term that says another number makes no English', () => {
    const three = [...own, ...termsOf({ 三期: 'phase two' })];
    expect(composer(three, termbase(three))({ zh: '科普（三期）', kind: 'project', path: [] })).toBeUndefined();
  });

  it('knows capitals inside a text only where they are a name', () => {
    const mine = [...own, ...termsOf({ 天河: 'Tianhe', 科学日: 'Science Day', 公园: 'Public park' })];
    const one = (zh: string) => composer(mine, termbase(mine))({ zh, kind: 'project', path: [] });
    expect(one('基层天河科学日工程')).toBe('Grassroots Tianhe Science Day programme');
    expect(one('天河公园')).toBeUndefined();
    expect(one('公园工程')).toBe('Public park programme');
  });
});

describe('pieces', () => {
  const pieces = (zh: string, rows: Readonly<Record<string, string>>) =>
    piecesOf(zh, lexicon(termsOf(rows)), () => undefined)?.map((piece) => piece.zh);

  it('are the longest: a long term wins over the short ones inside it', () => {
    expect(pieces('科普活动', { 科普: 'a', 活动: 'b', 科普活动: 'c' })).toEqual(['科普活动']);
    expect(pieces('甲乙丙丁戊', { 甲乙: 'a', 甲乙丙: 'b', 丙丁戊: 'c', 丁戊: 'd' })).toEqual(['甲乙丙', '丁戊']);
  });

  it('give the longest up where only a shorter one leaves a rest that is known', () => {
    expect(pieces('甲乙丙丁', { 甲乙丙: 'a', 甲乙: 'b', 丙丁: 'c' })).toEqual(['甲乙', '丙丁']);
    expect(pieces('甲乙丙丁戊', { 甲乙丙: 'a', 甲乙: 'b', 丙丁: 'c' })).toBeUndefined();
  });

  it('never are single characters, also beyond the basic plane', () => {
    expect(pieces('甲乙', { 甲: 'a', 乙: 'b' })).toBeUndefined();
    expect(pieces('𠮷𠮷', { 𠮷: 'a' })).toBeUndefined();
  });

  it('cover a text whenever some cover does, in as few as can be', () => {
    const term = fc
      .array(fc.constantFrom('甲', '乙', '丙'), { minLength: 2, maxLength: 4 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(
        fc.uniqueArray(term, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 5 }),
        (terms, picks) => {
          const text = picks.map((pick) => terms[pick % terms.length]).join('');
          const found = pieces(text, Object.fromEntries(terms.map((zh) => [zh, 'x']))) ?? [];
          expect(found.join('')).toBe(text);
          expect(found.length).toBeLessThanOrEqual(picks.length);
        },
      ),
    );
  });
});

describe('terms inside a text', () => {
  it('are the longest from the left, each once, none the whole text', () => {
    const inside = (zh: string) => termsInside(zh, lexicon(own)).map((term) => term.zh);
    expect(inside('量子科普活动的科普活动质量')).toEqual(['科普活动', '质量']);
    expect(inside('科普活动')).toEqual(['科普', '活动']);
    expect(inside('量子')).toEqual([]);
  });

  it('are found among 20,000 terms in a name of a million characters', () => {
    const many = termsOf(
      Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`甲${'乙'.repeat(index % 40)}${index}`, 'x'])),
    );
    const big = composer(many, termbase(many));
    expect(big({ zh: '甲乙'.repeat(500_000), kind: 'project', path: [] })).toBeUndefined();
    expect(termsInside(`甲${'乙'.repeat(1_000_000)}`, lexicon(many))).toEqual([]);
  });
});

describe('singular', () => {
  it.each([
    ['science outreach activities', 'science outreach activity'],
    ['classes', 'class'],
    ['funds', 'funds'],
    ['foreign affairs', 'foreign affairs'],
    ['statistics', 'statistics'],
    ['analysis', 'analysis'],
    ['lives', undefined],
    ['people', undefined],
    ['APPs', undefined],
    ['women’s', 'women’s'],
  ])('%s: %s', (plural, one) => expect(singular(plural)).toBe(one));
});
