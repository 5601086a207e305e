import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block, Table } from '../../src/document/document.js';
import { verifyPdf } from '../../src/formats/pdf/verify.js';
import { writePdf } from '../../src/formats/pdf/write.js';
import type { Problems } from '../../src/problem.js';
import type { Page } from '../../src/typeset/pages.js';
import { typeset } from '../../src/typeset/typeset.js';
import { cell, documentOf, paragraph, table as randomTable } from '../arbitraries.js';
import { runs } from '../runs.js';
import { fonts } from '../shippedFonts.js';

/** The title and 单位 line above each further page of a table, where the tree asks for it. */

const columns = [
  { kind: 'share', value: 1 },
  { kind: 'share', value: 1 },
] as const;
const bodyOf = (rows: number) => Array.from({ length: rows }, (_, row) => ({ cells: [cell(`第${row}行`), cell('1')] }));
const head = [{ cells: [cell('项目'), cell('金额')] }];
const unit: Table = {
  type: 'table',
  columns,
  head: [],
  body: [{ cells: [cell('部门：局'), cell('单位：万元')] }],
  before: 0,
  after: 0,
};
const title = paragraph('绩效目标表', { after: 6 });
const again = [paragraph('绩效目标表（续表）', { after: 6 }), unit];
const table = (rows: number, more: Partial<Table> = {}): Table => ({
  type: 'table',
  columns,
  head,
  body: bodyOf(rows),
  before: 4,
  after: 0,
  continued: again,
  ...more,
});

const partText = (part: Page['parts'][number]) => part.lines.flatMap(({ spans }) => spans.map((s) => s.text)).join('');
const pagesOf = (blocks: Block[], size?: readonly [number, number]) =>
  typeset(documentOf(blocks, false, size), fonts).pages;
/** The first parts of each page from the top, as `kind text`. */
const tops = (pages: readonly Page[], count: number) =>
  pages.map(({ parts }) => parts.slice(0, count).map((part) => `${part.kind} ${partText(part)}`));

it('stands on later pages, before the repeated head, as no content', () => {
  const pages = pagesOf([title, unit, table(100)]);
  expect(pages.length).toBeGreaterThan(2);
  const [first, ...later] = tops(pages, 6);
  expect(first?.slice(0, 4)).toEqual(['content 绩效目标表', 'content 部门：局', 'content 单位：万元', 'content 项目']);
  for (const parts of later) {
    expect(parts.slice(0, 5)).toEqual([
      'repeat 绩效目标表（续表）',
      'repeat 部门：局',
      'repeat 单位：万元',
      'repeat 项目',
      'repeat 金额',
    ]);
    expect(parts[5]).toMatch(/^content 第/);
  }
});

it('takes its height, and its space, from the page', () => {
  for (const { parts, rules, style } of pagesOf([title, unit, table(100)]).slice(1)) {
    const [heading, department, , first] = parts;
    expect(heading?.box.y).toBe(style.margin.top);
    expect(department?.box.y).toBeCloseTo(50 + 14 + 6);
    expect(first?.box.y).toBeCloseTo((department?.box.y ?? 0) + (department?.box.height ?? 0) + 4);
    expect(rules.some((rule) => Math.abs(rule.y1 - (department?.box.y ?? 0)) < 0.1)).toBe(true);
    const bottoms = parts.filter(({ kind }) => kind === 'content').map(({ box }) => box.y + box.height);
    expect(Math.max(...bottoms)).toBeLessThanOrEqual(style.height - style.margin.bottom + 0.01);
  }
});

it('is not asked for, not shown', () => {
  const { continued: _, ...plain } = table(100);
  expect(tops(pagesOf([title, unit, plain]).slice(1), 1).flat()).not.toContain('repeat 绩效目标表（续表）');
});

it('stands above a second table of the same form that begins a page, and not above one under its own title', () => {
  const second = (blocks: Block[]) => tops(pagesOf([title, table(10), { type: 'pageBreak' }, ...blocks]), 1).at(-1);
  expect(second([table(3)])).toEqual(['repeat 绩效目标表（续表）']);
  expect(second([title, table(3)])).toEqual(['content 绩效目标表']);
  expect(tops(pagesOf([title, { type: 'pageBreak' }, table(3)]), 1).at(-1)).toEqual(['content 项目']);
});

it('gives way where it and the head would take more than half a page, and the head stays', () => {
  const high = [...Array.from({ length: 24 }, () => paragraph('说明')), ...again];
  const pages = pagesOf([title, table(100, { continued: high })]);
  expect(tops(pages.slice(1), 1).every(([top]) => top === 'repeat 项目')).toBe(true);
  const longer = Array.from({ length: 200 }, () => paragraph('说明'));
  expect(tops(pagesOf([title, table(100, { continued: longer })]).slice(1), 1).flat()).toContain('repeat 项目');
});

it('stands above rows that are taller than a page', () => {
  const body = [{ cells: [cell('目标'), cell('科普活动不少于96场次。'.repeat(300))] }];
  const pages = pagesOf([title, table(0, { body, head: [] })], [400, 400]);
  expect(pages.length).toBeGreaterThan(3);
  expect(tops(pages.slice(1), 1).every(([top]) => top === 'repeat 绩效目标表（续表）')).toBe(true);
});

it('is found by the reader on each page, and nothing counts twice', async () => {
  const document = documentOf([title, unit, table(100)]);
  const pages = typeset(document, fonts);
  expect(await verifyPdf(await writePdf(document, pages), document, pages)).toEqual([]);
});

it('comes to an end and loses nothing over random tables and small pages', () => {
  fc.assert(
    fc.property(randomTable, fc.integer({ min: 200, max: 500 }), (random, height) => {
      const blocks = [title, { ...random, continued: again }, { ...random, continued: again }];
      try {
        expect(pagesOf(blocks, [500, height]).length).toBeLessThan(2000);
      } catch (error) {
        if (!(error as Problems).problems) throw error;
        // A head that fills the small page is the layout's fault, and told; anything else is ours.
        expect((error as Problems).problems.map((problem) => problem.code)).toContain('no-room');
      }
    }),
    { numRuns: runs(150) },
  );
});

it('an empty row at the end of a small page goes to the next one whole', () => {
  const label = cell('', { blocks: [paragraph('字字', { vertical: true })] });
  const small = table(0, {
    columns: [{ kind: 'fit', value: 30 }],
    head: [],
    body: [{ cells: [cell('')] }, { cells: [label] }],
    after: 4,
  });
  for (let height = 200; height < 206; height++) {
    expect(pagesOf([title, small, small], [500, height]).length).toBeLessThan(9);
  }
});
