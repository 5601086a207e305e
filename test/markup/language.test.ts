import { expect, it } from 'vitest';
import { inlineText, paragraphs } from '../../src/document/walk.js';
import { readMarkup } from '../../src/markup/readMarkup.js';
import { blocksOf, problemsOf } from './make.js';

const said = (markup: string): (readonly [string, string | undefined])[] =>
  [...paragraphs(blocksOf(markup))].map(({ inlines, language }) => [inlineText(inlines), language]);

it('hands a language inward, the nearest winning, and leaves the document’s own unsaid', () => {
  const markup = `<section lang="en"><h2>Funds</h2><p lang="zh">资金</p><p>Total</p>
    <table><thead><tr><th>Name</th><th lang="zh">名称</th></tr></thead>
    <tbody><tr lang="zh"><td>甲</td><td lang="en"><p>A</p><p lang="zh">乙</p></td></tr></tbody></table></section><p>完</p>`;
  expect(said(markup)).toEqual([
    ['Funds', 'en'],
    ['资金', undefined],
    ['Total', 'en'],
    ['Name', 'en'],
    ['名称', undefined],
    ['甲', undefined],
    ['A', 'en'],
    ['乙', undefined],
    ['完', undefined],
  ]);
});

it('says of both in an English document which they are', () => {
  const meta = { title: 'T', author: 'A', subject: 'S', date: '2024-01-01', language: 'en' } as const;
  const page = { width: 595, height: 842 };
  const markup = '<p>Budget</p><p lang="zh">预算</p>';
  const { sections } = readMarkup({ markup, file: 't.hbs', looks: [], page, meta });
  expect([...paragraphs(sections[0]?.blocks ?? [])].map(({ language }) => language)).toEqual(['en', 'zh-CN']);
});

it.each([
  ['<p lang="fr">un</p>', '“fr”', 'allowed: zh, en'],
  ['<p lang="en-US">one</p>', '“en-US”', 'use en'],
  ['<p lang="">one</p>', '“”', 'allowed: zh, en'],
  ['<p><span lang="en">one</span></p>', 'lang', 'allowed: class, style'],
])('refuses %s with its place', (markup, words, hint) => {
  const [problem, ...more] = problemsOf(`<p>一</p>\n${markup}`);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ code: 'markup-attribute', place: { file: 'test.hbs', line: 2 }, hint: { en: hint } });
  expect(problem?.message.zh).toContain(words);
});

it('takes indentation between English words for one space, and for nothing elsewhere', () => {
  const markup = `<p lang="en">
    The total
    is <strong>8</strong>
    <strong>yuan</strong>,
    <br/>
    or so
  </p><p lang="en">\n  </p><p>预\n  算</p>`;
  expect(said(markup)).toEqual([
    ['The total is 8 yuan,\nor so', 'en'],
    ['', 'en'],
    ['预算', undefined],
  ]);
});
