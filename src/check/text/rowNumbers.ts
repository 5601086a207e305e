import type { Path } from '../../json/pointer.js';
import { numberOf } from '../../report/numerals.js';

/** A row of a list with the number that it opens with. */
interface Row {
  readonly path: Path;
  readonly number: number;
  /** 1、 is another style than 1. and than 1 with no mark. */
  readonly style: string;
  readonly written: string;
}

/** What is wrong with the numbers that the rows of a list open with. */
export interface RowSlip {
  readonly path: Path;
  readonly related?: readonly Path[];
  readonly zh: string;
  readonly en: string;
}

const opening =
  /^\s*(?:(\d{1,2})\s?([.．、)）]?)(?=[\u4e00-\u9fff“《])|[（(](\d{1,2})[）)]|([一二三四五六七八九十]{1,3})([、.．])|[（(]([一二三四五六七八九十]{1,3})[）)]|([①-⑳]))/;

/** Rows that are numbered in another way than most, or whose numbers jump. A list of which some rows have no number is let be. */
export function rowSlips(rows: readonly { readonly path: Path; readonly text: string }[]): RowSlip[] {
  if (rows.length < 2) return [];
  const numbered = rows.flatMap(({ path, text }) => rowOf(path, text) ?? []);
  if (numbered.length < 2 || numbered.length < rows.length) return [];
  // 3月验收 and 5人小组 have numbers of their own: those of rows run on from 1.
  const inOrder = numbered.filter(({ number }, index) => number === index + 1);
  if (inOrder.length * 2 <= numbered.length) return [];
  return [...uneven(numbered), ...jumps(numbered)];
}

function rowOf(path: Path, text: string): Row | undefined {
  const match = opening.exec(text);
  if (!match) return undefined;
  const [found, arabic, mark = '', bracketed, chinese, chineseMark = '', inBrackets, ringed] = match;
  const written = found.trim();
  if (arabic !== undefined) return { path, number: Number(arabic), style: `1${mark}`, written };
  if (bracketed !== undefined) return { path, number: Number(bracketed), style: '（1）', written };
  if (chinese !== undefined) return { path, number: Number(numberOf(chinese)), style: `一${chineseMark}`, written };
  if (inBrackets !== undefined) return { path, number: Number(numberOf(inBrackets)), style: '（一）', written };
  return { path, number: (ringed ?? '①').charCodeAt(0) - 0x245f, style: '①', written };
}

/** Of two styles the one of fewer rows is odd, of equally many the one without a mark, else the later. */
function* uneven(rows: readonly Row[]): Generator<RowSlip> {
  const counts = new Map<string, number>();
  for (const { style } of rows) counts.set(style, (counts.get(style) ?? 0) + 1);
  if (counts.size < 2) return;
  const rank = (style: string): number => (counts.get(style) ?? 0) * 2 - (/^[1一]$/.test(style) ? 1 : 0);
  const [usual = ''] = [...counts.keys()].toSorted((left, right) => rank(right) - rank(left));
  const model = rows.find(({ style }) => style === usual);
  const odd = rows.filter(({ style }) => style !== usual);
  const [first] = odd;
  if (!first || !model) return;
  yield {
    path: first.path,
    related: [model.path, ...odd.slice(1).map(({ path }) => path)],
    zh: `各行编号写法不一：这里是“${first.written}”，别处是“${model.written}”`,
    en: `rows are numbered in two ways: "${first.written}" here, "${model.written}" elsewhere`,
  };
}

function* jumps(rows: readonly Row[]): Generator<RowSlip> {
  for (const [index, { path, number }] of rows.entries()) {
    const before = rows[index - 1];
    if (!before || number === before.number + 1 || number === 1) continue;
    const zh = number === before.number ? `编号 ${number} 重复` : `编号由 ${before.number} 跳到 ${number}`;
    yield {
      path,
      related: [before.path],
      zh: `各行${zh}`,
      en: `numbers of rows go from ${before.number} to ${number}`,
    };
  }
}
