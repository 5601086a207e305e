import type { Block, Document, Figure, Table } from '../../document/document.js';
import {
  blocksText,
  cellName,
  contentsLines,
  excerpt,
  figureName,
  figureParagraphs,
  placeCells,
} from '../../document/walk.js';
import type { Problem } from '../../problem.js';
import { bare, bareOnce, differs, type Format, mostDifferences, spanDiffers } from './differs.js';
import type { ReadBlock, ReadCell, ReadFigure } from './readBlock.js';

/** Compares what a reader found with the tree: order, words and grids of paragraphs, tables and figures. */
export function compareBlocks(format: Format, found: readonly ReadBlock[], document: Document): Problem[] {
  const read = found.filter((block) => block.type !== 'paragraph' || bare(block.text) !== '');
  const wanted = document.sections.flatMap(({ blocks }) => blocks.flatMap(textsOf));
  const order = (list: readonly { readonly type: keyof typeof kinds }[]): string =>
    list.map(({ type }) => kinds[type]).join('');
  if (order(read) !== order(wanted)) return [differs('tables and paragraphs', format, order(wanted), order(read))];
  let tables = 0;
  return wanted
    .flatMap((block, index) => {
      const got = read[index];
      if (block.type === 'table') return got?.type === 'table' ? compareTable(format, block, got.cells, tables++) : [];
      if (block.type === 'figure') return got?.type === 'figure' ? compareFigure(format, block, got) : [];
      if (got?.type !== 'paragraph') return [];
      const { text } = block;
      return bare(got.text) === text ? [] : [differs(excerpt(text), format, text, bare(got.text))];
    })
    .slice(0, mostDifferences);
}

const kinds = { table: 'T', paragraph: 'P', figure: 'F' } as const;

/** Compares a figure's alternative text and, in formats that have them, its words. */
function compareFigure(format: Format, figure: Figure, read: ReadFigure): Problem[] {
  const name = figureName(figure);
  const texts = read.texts && figureParagraphs(figure).map((text) => bare(blocksText([text])));
  const pairs: (readonly [wanted: string, got: string])[] = [
    [bare(figure.alt), bare(read.alt)],
    ...(texts && read.texts ? [[texts.join('|'), read.texts.map(bare).join('|')] as const] : []),
  ];
  return pairs.flatMap(([wanted, got]) => (got === wanted ? [] : [differs(name, format, wanted, got)]));
}

/** What a reader should find of a block: a table, a figure, or paragraphs that are not empty. */
function textsOf(block: Block): (Table | Figure | { readonly type: 'paragraph'; readonly text: string })[] {
  const said = (text: string) => (text === '' ? [] : [{ type: 'paragraph' as const, text }]);
  switch (block.type) {
    case 'table':
    case 'figure':
      return [block];
    case 'pageBreak':
      return [];
    case 'contents':
      return contentsLines(block).flatMap(({ title, page }) => said(bare(blocksText([title, page]))));
    case 'heading':
    case 'paragraph':
      return said(bare(blocksText([block])));
  }
}

function compareTable(format: Format, table: Table, read: readonly ReadCell[], number: number): Problem[] {
  const cells = new Map(read.map((cell) => [`${cell.row}/${cell.column}`, cell]));
  const wanted = placeCells(table);
  const problems = wanted.flatMap(({ cell, row, column }) => {
    const got = cells.get(`${row}/${column}`);
    const name = cellName(number, row, column);
    const spans = `${cell.rowspan}×${cell.colspan}`;
    const gotSpans = `${got?.rowspan ?? 0}×${got?.colspan ?? 0}`;
    if (spans !== gotSpans) return [spanDiffers(name, format, spans, gotSpans)];
    const text = bareOnce(cell.blocks, blocksText);
    return bare(got?.text ?? '') === text ? [] : [differs(name, format, text, bare(got?.text ?? ''))];
  });
  if (read.length === wanted.length) return problems;
  const name = cellName(number, 0, 0);
  return [...problems, differs(`${name}…`, format, `${wanted.length} cells`, `${read.length} cells`)];
}
