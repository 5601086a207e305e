import { expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { placeCells } from '../../src/document/walk.js';
import { generate } from '../../src/generate.js';
import type { Report } from '../../src/report/schema.js';
import type { Page, Source } from '../../src/typeset/pages.js';
import { typeset } from '../../src/typeset/typeset.js';
import { fullReport } from '../layouts/fullReport.js';
import { share } from '../runs.js';
import { fonts } from '../shippedFonts.js';
import { shippedLayouts } from '../shippedLayouts.js';

/** A row of column heads inside a table's body, as over a goal, ends no page: at least two lines of what it heads follow. */

const { layouts } = shippedLayouts;
/** All such heads of the shipped layouts; a head row of a table is repeated and needs no care. */
const heads =
  /^(?:(?:实施期|中期|长期|年度|上年|前年)(?:总体)?绩效目标|项目总目标|年度总体目标|部门预算支出|事业发展性支出|项目活动|品名|开始时间|主要实施内容|(?:中期|中期滚动|实施期|长期|年度)目标|实施周期|资金来源|按(?:收入来源|支出来源)分|按资金(?:来源|方向)划分)$/;

/** The full report with each goal so many times as long. */
function withGoals(times: number): Report {
  return JSON.parse(JSON.stringify(fullReport), (key, value) =>
    key === 'goals' ? value.map((goal: { text: string }) => ({ ...goal, text: goal.text.repeat(times) })) : value,
  );
}

async function treeOf(id: string, report: Report): Promise<Document> {
  const layout = layouts.filter(({ manifest }) => manifest.id === id);
  const { files } = await generate(report, layout, fonts, { formats: ['tree'], docxFonts: 'native', verify: false });
  return JSON.parse(Buffer.from(files[0]?.bytes ?? []).toString());
}

/** Whether a part is the label of a row: what it heads stands beside it. */
function isRowLabel({ sections }: Document, { section, block, row, column }: Source): boolean {
  const table = sections[section]?.blocks[block];
  if (table?.type !== 'table') return false;
  return placeCells(table).some(
    (placed) => placed.row === row && placed.column === column && placed.cell.header === 'row',
  );
}

/** The texts of the cells that reach lowest on a page, but for labels of rows. */
function lowest(tree: Document, { parts }: Page): string[] {
  const cells = parts.filter(({ kind }) => kind === 'content');
  const bottom = Math.max(...cells.map(({ box }) => box.y + box.height));
  return cells
    .filter(({ box, source }) => box.y + box.height > bottom - 0.1 && !isRowLabel(tree, source))
    .map(({ lines }) => lines.flatMap(({ spans }) => spans.map(({ text }) => text)).join(''));
}

/** Many, so that pages end anywhere. */
const heights = Array.from({ length: 63 }, (_, index) => 420 + index * 6.7);
const cases = share(layouts, 3).flatMap(({ manifest }) => [1, 12, 60].map((times) => [manifest.id, times] as const));

it.each(cases.map((each, turn) => [...each, turn] as const))(
  '%s: none stands alone at a page end, goals %i times as long',
  async (id, times, turn) => {
    const tree = await treeOf(id, withGoals(times));
    let seen = 0;
    const tried = share(heights, turn);
    for (const height of tried) {
      const sections = tree.sections.map((section) => ({ ...section, page: { ...section.page, height } }));
      const { pages } = typeset({ ...tree, sections }, fonts);
      expect([height, pages.flatMap((page) => lowest(tree, page)).filter((text) => heads.test(text))]).toEqual([
        height,
        [],
      ]);
      seen += pages.length;
    }
    expect(seen).toBeGreaterThanOrEqual(tried.length);
  },
);
