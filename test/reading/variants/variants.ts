import type { Cell, Item, Row } from '../../../src/reading/items.js';

/** A file as WPS, a converter or a careful clerk makes another of it: the same form and the same values, otherwise set out. */
export type Variant = (items: readonly Item[]) => Item[];

const eachRow =
  (change: (row: Row) => Row): Variant =>
  (items) =>
    items.map((item) => (item.kind === 'row' ? change(item) : item));

const eachCell = (change: (cell: Cell, row: Row) => Cell): Variant =>
  eachRow((row) => ({ ...row, cells: row.cells.map((cell) => change(cell, row)) }));

/** The head of a table of indicators. */
function isHead(item: Item): boolean {
  const texts = item.kind === 'row' ? item.cells.map(({ text }) => text.replace(/\s/g, '')) : [];
  return texts.filter((text) => /^[一二三]级指标|^指标(?:名称|内容)|指标值/.test(text)).length >= 2;
}

function headed(items: readonly Item[]): ReadonlySet<number> {
  return new Set(items.flatMap((item) => (item.kind === 'row' && isHead(item) ? [item.table] : [])));
}

/** Heads as other published tables have them (川财绩〔2022〕8号, 天津市 2024, 宁乡市 2021, 武汉市 2023). */
const otherWords: readonly (readonly [RegExp, string])[] = [
  [/^项目名称$/, '项目（政策）名称'],
  [/^(?:主管部门|预算部门)$/, '主管部门名称'],
  [/^(?:项目单位|实施单位|预算单位)$/, '项目实施单位'],
  [/^年度(?:总体)?目标$/, '年度绩效目标'],
  [/^三级指标$/, '三级指标名称'],
  [/^(?:年度)?指标值$/, '年度指标值（目标值）'],
  [/^绩效指标$/, '绩效目标指标'],
  [/^其他资金$/, '其他资金来源'],
];

const junk = ['第 1 页 共 3 页', '— 2 —', '注：本表由预算单位填报，主管部门审核。', '打印日期：2024-03-05'];

export const variants: Readonly<Record<string, Variant>> = {
  'merged cells blank': eachCell((cell) => (cell.isContinued ? { ...cell, isContinued: false, text: '' } : cell)),
  'merged cells repeated': eachCell((cell) => (cell.isContinued ? { ...cell, isContinued: false } : cell)),
  'a column 序号 in front': (items) => {
    const tables = headed(items);
    let number = 0;
    return eachRow((row) => {
      if (!tables.has(row.table)) return row;
      number = isHead(row) ? 0 : number + 1;
      const own = beside(row, 0, isHead(row) ? '序号' : String(number));
      return { ...row, cells: [own, ...row.cells.map((cell) => ({ ...shrunk(cell, 0.06), column: cell.column + 1 }))] };
    })(items);
  },
  'a column 备注 behind': (items) => {
    const tables = headed(items);
    return eachRow((row) => {
      if (!tables.has(row.table)) return row;
      const column = Math.max(...row.cells.map((cell) => cell.column + cell.span));
      return {
        ...row,
        cells: [...row.cells.map((cell) => shrunk(cell, 0)), beside(row, column, isHead(row) ? '备注' : '')],
      };
    })(items);
  },
  'heads again on each page': (items) => {
    let head: Row | undefined;
    let rows = 0;
    return items.flatMap((item) => {
      if (item.kind === 'paragraph' || (head && item.table !== head.table)) head = undefined;
      if (item.kind === 'row' && isHead(item)) [head, rows] = [item, 0];
      else if (head && item.kind === 'row') rows += 1;
      // Not inside a merged cell: programs break pages there, but repeat the cell.
      const mayBreak = item.kind === 'row' && item.cells.every(({ isContinued }) => !isContinued);
      return head && rows > 3 && rows % 4 === 0 && mayBreak ? [head, item] : [item];
    });
  },
  'labels in other words': eachCell((cell) => {
    const bare = cell.text.replace(/\s/g, '');
    const other = otherWords.find(([word]) => word.test(bare));
    return other ? { ...cell, text: other[1] } : cell;
  }),
  'junk lines': (items) =>
    items.flatMap((item, at): Item[] => {
      if (at % 7 !== 5) return [item];
      return [item, { kind: 'paragraph', text: junk[at % junk.length] as string, place: { paragraph: 9_000 + at } }];
    }),
  'blank paragraphs in cells': eachCell((cell) =>
    cell.text.trim() === '' ? cell : { ...cell, text: `\n\n${cell.text.replace(/\n+/g, '\n\n\n\n')}\n\n` },
  ),
};

/** A new cell, at the side of a row. */
function beside(row: Row, column: number, text: string): Cell {
  const [left, right] = column === 0 ? [0, 0.06] : [0.94, 1];
  return { text, column, span: 1, left, right, isContinued: false, place: { ...row.place, column: 900 + column } };
}

/** A cell in a table that got a column of 6 % at its side. */
function shrunk(cell: Cell, from: number): Cell {
  return { ...cell, left: from + cell.left * 0.94, right: from + cell.right * 0.94 };
}
