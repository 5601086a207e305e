import { describe, expect, it } from 'vitest';
import type { Cell, Column, Row, Table } from '../../src/document/document.js';
import { verifyPdf } from '../../src/formats/pdf/verify.js';
import { writePdf } from '../../src/formats/pdf/write.js';
import type { Page, Pages, Part } from '../../src/typeset/pages.js';
import { typeset } from '../../src/typeset/typeset.js';
import { cell, documentOf, paragraph } from '../arbitraries.js';
import { fonts } from '../shippedFonts.js';

/** Tables at the ends of what tables are. `typeset` proves by itself that each character is placed once and in its cell. */

const share: Column = { kind: 'share', value: 1 };
const points = (value: number): Column => ({ kind: 'points', value });
const table = (columns: readonly Column[], body: readonly Row[], head: readonly Row[] = []): Table => ({
  type: 'table',
  columns,
  head,
  body,
  before: 0,
  after: 0,
});
const row = (...cells: Cell[]): Row => ({ cells });
const sentence = '围绕六个哪里，加强组织建设，广泛联系和服务科技工作者，全年不少于96场次；';
/** Exactly so many characters. */
const long = (length: number): string => sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length);

/** The pages of a table, with what holds of every table: the PDF reads as the tree, and each page closes its borders. */
async function pagesOf(...args: Parameters<typeof table>): Promise<Pages> {
  const document = documentOf([table(...args)]);
  const pages = typeset(document, fonts);
  for (const page of pages.pages) expect(closed(page)).toBe(true);
  expect(await verifyPdf(await writePdf(document, pages), document, pages)).toEqual([]);
  return pages;
}

/** Whether rules run along the whole top and bottom of what the table covers of a page. */
function closed(page: Page): boolean {
  const parts = page.parts.filter((part) => part.kind !== 'footer');
  if (parts.length === 0) return true;
  const left = Math.min(...parts.map(({ box }) => box.x));
  const right = Math.max(...parts.map(({ box }) => box.x + box.width));
  const top = Math.min(...parts.map(({ box }) => box.y));
  const bottom = Math.max(...parts.map(({ box }) => box.y + box.height));
  return [top, bottom].every((y) => {
    const rules = page.rules.filter((rule) => Math.abs(rule.y1 - y) < 0.01 && Math.abs(rule.y2 - y) < 0.01);
    const reach = rules.map((rule) => [rule.x1, rule.x2] as const).sort((a, b) => a[0] - b[0]);
    const end = reach.reduce((to, [from, next]) => (from <= to + 0.01 ? Math.max(to, next) : to), left);
    return end >= right - 0.01;
  });
}

function textOf(part: Part): string {
  return part.lines.map((line) => line.spans.map((span) => span.text).join('')).join('');
}

/** What the pages show of a cell, one page after the other. */
function shown(pages: Pages, rowIndex: number, column: number): Part[] {
  return pages.pages.flatMap((page) =>
    page.parts.filter(
      (part) => part.kind !== 'footer' && part.source.row === rowIndex && part.source.column === column,
    ),
  );
}

describe('a cell of 3,000 characters', () => {
  const rows = [row(cell('项目'), cell('短')), row(cell('目标'), cell(long(3000))), row(cell('备注'), cell('短'))];

  it('flows over pages with two lines or more on each side, its text once and in order', async () => {
    const pages = await pagesOf([points(60), points(200)], rows);
    const parts = shown(pages, 1, 1).filter((part) => part.lines.length > 0);
    expect(pages.pages).toHaveLength(4);
    expect(parts.map(textOf).join('')).toBe(long(3000));
    for (const part of parts) expect(part.lines.length).toBeGreaterThanOrEqual(2);
  });

  it.each([10, 25, 33, 40, 44, 47, 48, 49, 50])('leaves no line alone below %i short rows', async (count) => {
    const before = Array.from({ length: count }, (_, index) => row(cell(String(index)), cell('短')));
    const document = documentOf([table([share, share], [...before, row(cell('目标'), cell(long(1500)))])]);
    const parts = shown(typeset(document, fonts), count, 1).filter((part) => part.lines.length > 0);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(part.lines.length).toBeGreaterThanOrEqual(2);
  });
});

describe('columns', () => {
  it('of one character break after each, and a mark hangs beside its character', async () => {
    const pages = await pagesOf([points(18.2), share], [row(cell('绩效目标。'), cell('右'))]);
    const [part] = shown(pages, 0, 0) as [Part];
    expect(part.lines.map((line) => line.spans.map((span) => span.text).join(''))).toEqual([
      '绩',
      '效',
      '目',
      '标',
      '。',
    ]);
  });

  it('of one character hold Latin words and amounts, cut where they must', async () => {
    const pages = await pagesOf([points(18.2), share], [row(cell('ABC12%'), cell('右'))]);
    expect(textOf(shown(pages, 0, 0)[0] as Part)).toBe('ABC12%');
  });

  it('are forty, each cell in its own', async () => {
    const cells = Array.from({ length: 40 }, (_, index) =>
      cell(String(index % 10), { style: { ...cell('').style, padding: { top: 1, right: 1, bottom: 1, left: 1 } } }),
    );
    const pages = await pagesOf(
      Array.from({ length: 40 }, () => share),
      [row(...cells), row(...cells)],
    );
    const parts = pages.pages[0]?.parts.filter((part) => part.kind === 'content') ?? [];
    expect(pages.pages).toHaveLength(1);
    expect(parts).toHaveLength(80);
    const xs = new Set(parts.map(({ box }) => box.x.toFixed(2)));
    expect(xs.size).toBe(40);
  });
});

describe('an empty table', () => {
  it('without body rows shows its head, once', async () => {
    const pages = await pagesOf([share, share], [], [row(cell('指标'), cell('指标值'))]);
    expect(pages.pages).toHaveLength(1);
    expect(shown(pages, 0, 0).map((part) => [part.kind, textOf(part)])).toEqual([['content', '指标']]);
  });

  it('without a head shows its rows', async () => {
    const pages = await pagesOf([share], [row(cell('甲'))]);
    expect(shown(pages, 0, 0).map(textOf)).toEqual(['甲']);
  });

  it('without any row takes no room', () => {
    const pages = typeset(documentOf([paragraph('前'), table([share], []), paragraph('后')]), fonts);
    const baselines = pages.pages[0]?.parts.filter((part) => part.kind === 'content').map((part) => part.box.y);
    expect(pages.pages[0]?.rules).toEqual([]);
    expect((baselines?.[1] ?? 0) - (baselines?.[0] ?? 0)).toBeCloseTo(14);
  });

  it('of empty cells has borders and a height', async () => {
    const empty = cell('', { blocks: [] });
    const pages = await pagesOf([share, share], [row(empty, empty), row(cell(''), cell(''))]);
    expect(pages.pages[0]?.parts.filter(({ kind }) => kind === 'content').every(({ box }) => box.height >= 14)).toBe(
      true,
    );
    expect(pages.pages[0]?.rules.length).toBeGreaterThanOrEqual(6);
  });
});

describe('taller than a page', () => {
  it('a row splits, each cell flows on by itself', async () => {
    const pages = await pagesOf([share, share], [row(cell(long(2600)), cell(long(900)))]);
    expect(pages.pages.length).toBeGreaterThan(1);
    expect(shown(pages, 0, 0).map(textOf).join('')).toBe(long(2600));
    expect(shown(pages, 0, 1).map(textOf).join('')).toBe(long(900));
  });

  it('a span of text flows beside its rows', async () => {
    const rows = Array.from({ length: 70 }, (_, index) =>
      row(...(index === 0 ? [cell(long(1800), { rowspan: 70 })] : []), cell(`第${index}行`)),
    );
    const pages = await pagesOf([points(150), share], rows);
    expect(pages.pages.length).toBeGreaterThan(1);
    const parts = shown(pages, 0, 0);
    expect(
      parts
        .filter(({ kind }) => kind === 'content')
        .map(textOf)
        .join(''),
    ).toBe(long(1800));
    expect(parts).toHaveLength(pages.pages.length);
  });

  it('a span with a label shows it on each page, with （续） after the first', async () => {
    const rows = Array.from({ length: 120 }, (_, index) =>
      row(...(index === 0 ? [cell('产出指标', { rowspan: 120 })] : []), cell(`第${index}行`)),
    );
    const pages = await pagesOf([points(100), share], rows);
    expect(pages.pages.length).toBeGreaterThan(2);
    expect(shown(pages, 0, 0).map(textOf)).toEqual(['产出指标', ...pages.pages.slice(1).map(() => '产出指标（续）')]);
  });

  it('a vertical label shows again with （续） lying across below it', async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      row(...(index === 0 ? [cell('产出指标', { rowspan: 60, vertical: true })] : []), cell(`第${index}行`)),
    );
    const pages = await pagesOf([points(30), share], rows);
    const [first, second] = shown(pages, 0, 0) as [Part, Part];
    expect(first.lines).toHaveLength(4);
    expect(second.lines.map((line) => line.spans.map((span) => span.text).join(''))).toEqual([...'产出指标', '（续）']);
  });

  it('spans within spans each show their label where they go on', async () => {
    const rows = Array.from({ length: 90 }, (_, index) =>
      row(
        ...(index === 0 ? [cell('项目绩效', { rowspan: 90 })] : []),
        ...(index % 45 === 0 ? [cell(`一级${index / 45}`, { rowspan: 45 })] : []),
        ...(index % 15 === 0 ? [cell(`二级${index / 15}`, { rowspan: 15 })] : []),
        cell(`三级${index}`),
      ),
    );
    const pages = await pagesOf([share, share, share, share], rows);
    expect(pages.pages.length).toBeGreaterThan(2);
    for (const page of pages.pages.slice(1)) {
      const first = page.parts.filter(({ kind }) => kind !== 'footer');
      const top = Math.min(...first.map(({ box }) => box.y));
      const labels = first.filter(({ box, source }) => box.y === top && source.column !== 3);
      // At the top of each page stands a label of every level, marked where it began on an earlier page.
      expect(labels.map(({ source }) => source.column).sort()).toEqual([0, 1, 2]);
      for (const label of labels) expect(textOf(label)).toMatch(label.kind === 'continued' ? /（续）$/ : /[^）]$/);
      expect(labels.find(({ source }) => source.column === 0)?.kind).toBe('continued');
    }
  });
});

describe('a head', () => {
  const body = Array.from({ length: 60 }, (_, index) => row(cell(`第${index}行`), cell('值')));
  const head = (lines: number): Row =>
    row(cell('长'.repeat(lines * 3), { header: 'column' }), cell('值', { header: 'column' }));
  /** Three characters a line. */
  const columns = [points(38.2), share];

  it('is repeated on each page, as a repeat', async () => {
    const pages = await pagesOf(columns, body, [head(3)]);
    expect(pages.pages.length).toBeGreaterThan(1);
    expect(shown(pages, 0, 0).map(({ kind }) => kind)).toEqual([
      'content',
      ...pages.pages.slice(1).map(() => 'repeat'),
    ]);
  });

  it('of more than half a page is not repeated', async () => {
    const pages = await pagesOf(columns, body, [head(30)]);
    expect(pages.pages.length).toBeGreaterThan(1);
    expect(shown(pages, 0, 0).map(({ kind }) => kind)).toEqual(['content']);
  });

  it('of more than a page flows over pages, once', async () => {
    const pages = await pagesOf(columns, body, [head(120)]);
    const parts = shown(pages, 0, 0);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map(textOf).join('')).toBe('长'.repeat(360));
    for (const { kind, lines } of parts) {
      expect(kind).toBe('content');
      expect(lines.length).toBeGreaterThanOrEqual(2);
    }
    expect(shown(pages, 60, 0).map(textOf)).toEqual(['第59行']);
  });
});
