import { expect, it } from 'vitest';
import type { Block, Heading, Table } from '../../src/document/document.js';
import { openFonts } from '../../src/fonts/open.js';
import { typeset } from '../../src/typeset/typeset.js';
import { cell, documentOf, paragraph } from '../arbitraries.js';

/** What stays on one page with what follows it. */

const fonts = openFonts(['fonts']);
const table = (texts: readonly string[], options: Partial<Table> = {}): Table => ({
  type: 'table',
  columns: [{ kind: 'share', value: 1 }],
  head: [{ cells: [cell('绩效指标', { header: 'column' })] }],
  body: texts.map((text) => ({ cells: [cell(text)] })),
  before: 0,
  after: 0,
  ...options,
});
const lines = (count: number): Block[] => Array.from({ length: count }, () => paragraph('行'));
/** On which page each of the words stands first. */
const pagesOf = (blocks: readonly Block[], words: readonly string[]) => {
  const { pages } = typeset(documentOf(blocks), fonts);
  const texts = pages.map(({ parts }) =>
    parts.flatMap((part) => part.lines.map(({ spans }) => spans.map(({ text }) => text).join(''))),
  );
  return words.map((word) => texts.findIndex((page) => page.includes(word)));
};
const most = 70;

it('keeps the head of a table with two rows, wherever the page ends', () => {
  for (let count = 30; count < most; count++) {
    const [head, first, second] = pagesOf([...lines(count), table(['甲', '乙', '丙'])], ['绩效指标', '甲', '乙']);
    expect([first, second]).toEqual([head, head]);
  }
});

it('keeps a paragraph and a table with what follows, in a row', () => {
  const title = { ...paragraph('名称'), keepNext: true as const };
  const card = table(['单位', '目标'], { keepNext: true, head: [] });
  for (let count = 30; count < most; count++) {
    const blocks = [...lines(count), title, card, table(['甲', '乙', '丙'])];
    const [name, ...others] = pagesOf(blocks, ['名称', '单位', '目标', '绩效指标', '甲', '乙']);
    expect(new Set(others)).toEqual(new Set([name]));
  }
});

it('divides what is kept where no page holds it', () => {
  const kept: Block[] = Array.from({ length: 200 }, () => ({ ...paragraph('名称'), keepNext: true }));
  expect(typeset(documentOf(kept), fonts).pages.length).toBeLessThan(6);
  const long = table(
    Array.from({ length: 40 }, (_, row) => `第${row}行`),
    { keepNext: true },
  );
  const heading: Heading = { ...paragraph('标题'), type: 'heading', level: 2 };
  const [title, first] = pagesOf([...lines(20), heading, long, table(['甲'])], ['标题', '第0行']);
  expect([title, first]).toEqual([0, 0]);
});
