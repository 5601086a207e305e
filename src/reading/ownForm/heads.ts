import type { Box, Grid } from './grid.js';
import { isSide, type PointersOf, type Stretch } from './stretches.js';

/** What stands above and beside the rows of members: their head, labels along them, the lines above a table. */

export const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

/** The labels along all rows of a stretch, those that begin at its head among them. */
export function sidesOf(grid: Grid, { from, to }: Stretch, pointersOf: PointersOf): Box[] {
  return grid.rows.slice(0, from + 1).flatMap((boxes) => boxes.filter((box) => isSide([box], from, to, pointersOf)));
}

export function isHeaded(grid: Grid, { from }: Stretch, pointersOf: PointersOf): boolean {
  return range(Math.max(0, from - mostHeads), from).some((at) => headOf(grid, at, from, pointersOf));
}

/** Rows of a head. */
const mostHeads = 2;

/** Whether the rows from `at` are the head of the stretch below: without values, divided from what stands above. */
export function headOf(grid: Grid, at: number, from: number, pointersOf: PointersOf): boolean {
  if (at >= from || from - at > mostHeads) return false;
  const heads = grid.rows.slice(at, from).flat();
  const ends = ({ row, down }: Box): number => row + down;
  const isApart = grid.rows.slice(0, at).every((boxes) => boxes.every((box) => ends(box) <= at));
  const labels = heads.filter((box) => box.text.trim() !== '');
  return (
    isApart &&
    labels.length > 2 &&
    labels.every((box) => pointersOf(box).length === 0 && box.text.length <= longestHead) &&
    heads.every((box) => ends(box) <= from || (box.row === at && isSide([box], from, from + 2, pointersOf)))
  );
}

const longestHead = 40;

/** Lines above a table in its sheet: a title, the year. */
export function isLine(boxes: readonly Box[], { widths }: Grid): boolean {
  return boxes.length === 1 && boxes[0]?.across === widths.length && boxes[0].down === 1;
}

/**
 * Whether a row of which nothing was read goes on otherwise than label by value, with more figures than words of labels: an entry of a
 * table that no field holds.
 */
export function isUnread(boxes: readonly Box[], isRead: (box: Box) => boolean): boolean {
  const own = boxes.filter(({ down }) => down === 1);
  const texts = own.map(({ text }) => withoutBracket(text));
  const figures = texts.filter((text) => /\d/.test(text));
  const isPaired = texts.every((text, at) => at % 2 === 1 || (!/\d/.test(text) && text.length <= longestLabel));
  return (
    own.length > 2 &&
    !own.some(isRead) &&
    !isPaired &&
    figures.length >= texts.filter((text) => labelEnd.test(text)).length
  );
}

export const withoutBracket = (text: string): string => text.trim().replace(/[（(][^（()）]*[)）]$/, '');

/** What is longer and was not understood is no label. */
export const longestLabel = 24;

/** How labels end, and names of persons and places do not. */
export const labelEnd =
  /(?:内容|时间|日期|期限|金额|资金|预算|数|数量|单价|季度|率|名称|单位|部门|分|值|得分|权重|情况|说明|原因|依据|措施|备注|合计|小计|总额|类型|类别|性质|属性|目标|指标|标准|进度|计划|负责人|联系人|电话|文号|签字|盖章)$/;

/** A line outside of tables that was not understood is the form's where it numbers an annex or ends as labels do; a name may stand in any other. */
export const lineWords = new RegExp(`^(?:附[件表]?[：:]?|[^：:]+[：:]|[^：:]*${labelEnd.source.slice(0, -1)}。?)$`);
