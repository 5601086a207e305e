import { strFromU8 } from 'fflate';
import { expect, it } from 'vitest';
import type { Table } from '../../../src/document/document.js';
import { readDocx } from '../../../src/formats/docx/read.js';
import { writeDocx } from '../../../src/formats/docx/write.js';
import { unpack } from '../../../src/formats/office/parts.js';
import type { Problems } from '../../../src/problem.js';
import { columnWidths } from '../../../src/typeset/columns.js';
import { cell, documentOf, paragraph } from '../../arbitraries.js';
import { fonts } from '../../shippedFonts.js';
import { shown } from './effective.js';

const write = (blocks: Parameters<typeof documentOf>[0]) =>
  writeDocx(documentOf(blocks), fonts, (table, width) => columnWidths(table, width, fonts), { fonts: 'native' });

const grid = (columns: number, part: 'head' | 'body', after = 0): Table => ({
  type: 'table',
  columns: new Array<Table['columns'][number]>(columns).fill({ kind: 'share', value: 1 }),
  head: part === 'head' ? [{ cells: Array.from({ length: columns }, () => cell('表头', { header: 'column' })) }] : [],
  body: part === 'body' ? [{ cells: Array.from({ length: columns }, () => cell('目标')) }] : [],
  before: 0,
  after,
});

it.each([
  ['a goal row and head rows', grid(1, 'body'), grid(3, 'head')],
  ['head rows and a row', grid(2, 'head'), grid(2, 'body')],
  ['a row and a row', grid(2, 'body'), grid(3, 'body')],
])('leaves nothing to see between %s that touch', async (_, above, below) => {
  const bytes = await write([above, below]);
  const xml = strFromU8(unpack(bytes)['word/document.xml'] as Uint8Array);
  const between = /<\/w:tbl>(.*?)<w:tbl>/s.exec(xml)?.[1] ?? '';
  expect(between.match(/<w:p>/g)).toHaveLength(1);
  expect(between).toContain('<w:vanish/>');
  expect(readDocx(bytes).blocks.filter(({ type }) => type === 'table')).toHaveLength(2);
});

it('keeps the space between tables that stand apart, and of a note below one', async () => {
  const apart = await write([grid(2, 'body', 10), grid(2, 'body'), paragraph('注：甲', { before: 4 })]);
  const [between, note] = shown(apart).paragraphs;
  expect(between).toMatchObject({
    style: 'Spacer',
    properties: { 'spacing.line': '200', 'spacing.lineRule': 'exact' },
  });
  expect(strFromU8(unpack(apart)['word/document.xml'] as Uint8Array)).not.toContain('vanish');
  expect(note).toMatchObject({ style: 'TableNote', properties: { 'spacing.before': '80' } });
});

it('refuses what Word does not open, every such table at once, and writes one of 63 columns', async () => {
  const refused = write([grid(64, 'body'), grid(63, 'body'), grid(70, 'body')]);
  const problems = await refused.then(
    () => [],
    (error: Problems) => error.problems,
  );
  expect(problems.map(({ code, message }) => `${code} ${message.zh.slice(0, 9)}`)).toEqual([
    'docx-columns 表1 有 64 列',
    'docx-columns 表3 有 70 列',
  ]);
  expect(problems[0]?.hint?.zh).toContain('--to pdf,html');
  await expect(write([grid(63, 'body')])).resolves.toBeInstanceOf(Uint8Array);
});
