import { type Bilingual, fault, Problems, reasonOf } from '../../problem.js';
import type { ReadBlock, ReadCell, ReadFigure, ReadTable } from '../compare/readBlock.js';
import { descendants, type Element, elements, find, isElement, parseElement, textOf } from '../office/element.js';

/**
 * Reads a page back with a strict XML parser: paragraphs, headings, tables and figures of `main` in order, line breaks as `\n`.
 * Throws Problems html-unreadable when the text is not well-formed or has no `main`.
 */
export function readHtml(html: string): readonly ReadBlock[] {
  const main = find(parsed(html), 'body', 'main');
  if (!main) throw unreadable({ zh: '缺 <main>', en: 'it lacks <main>' });
  return readBlocks(main);
}

function readBlocks(parent: Element): ReadBlock[] {
  return elements(parent).flatMap((child): ReadBlock[] => {
    const level = headingLevel(child);
    if (level !== undefined) return [{ type: 'paragraph', level, text: lines(child) }];
    if (child.name === 'p') return [{ type: 'paragraph', text: lines(child) }];
    if (child.name === 'figure') return [readFigure(child)];
    return child.name === 'table' ? [readTable(child)] : readBlocks(child);
  });
}

/** A figure; its `alt` is '' if it does not refer to its title. */
function readFigure(figure: Element): ReadFigure {
  const svg = find(figure, 'svg');
  const title = find(svg, 'title');
  const named = svg?.attributes['aria-labelledby'];
  const alt = title && title.attributes.id === named ? textOf(title) : '';
  return { type: 'figure', alt, texts: descendants(figure, 'text').map(textOf) };
}

function readTable(element: Element): ReadTable {
  const groups = elements(element).filter(({ name }) => name === 'thead' || name === 'tbody');
  const rows = groups.flatMap((group) => elements(group, 'tr'));
  const headRows = groups.filter(({ name }) => name === 'thead').flatMap((group) => elements(group, 'tr')).length;
  return { type: 'table', headRows, cells: placeCells(rows) };
}

/** Places cells as HTML does: each in the next column of its row that no cell above covers. */
function placeCells(rows: readonly Element[]): ReadCell[] {
  const until: number[] = [];
  return rows.flatMap((tr, row) => {
    let column = 0;
    return elements(tr)
      .filter(({ name }) => name === 'th' || name === 'td')
      .map((cell) => {
        while ((until[column] ?? 0) > row) column += 1;
        const [rowspan, colspan] = [spanOf(cell, 'rowspan'), spanOf(cell, 'colspan')];
        const at = { row, column, rowspan, colspan, header: cell.name === 'th', text: cellText(cell) };
        for (let end = column + colspan; column < end; column += 1) until[column] = row + rowspan;
        return at;
      });
  });
}

function spanOf(cell: Element, name: string): number {
  return Number(cell.attributes[name] ?? 1);
}

/** All text of a cell, also between paragraphs, where there should be none. */
function cellText(cell: Element): string {
  return cell.children.map((child) => (isElement(child) ? lines(child) : child)).join('\n');
}

function lines(element: Element): string {
  return element.children
    .map((child) => (isElement(child) ? (child.name === 'br' ? '\n' : lines(child)) : child))
    .join('');
}

function headingLevel({ name }: Element): number | undefined {
  const level = /^h([1-6])$/.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

function parsed(html: string): Element {
  try {
    return parseElement(html);
  } catch (cause) {
    throw unreadable(reasonOf(cause));
  }
}

function unreadable(reason: Bilingual): Problems {
  const problem = fault(
    'html-unreadable',
    { zh: `读不出这个网页：${reason.zh}`, en: `cannot read this HTML page: ${reason.en}` },
    undefined,
    { zh: '文件可能损坏，请重新生成', en: 'the file may be damaged; generate it again' },
  );
  return new Problems([problem]);
}
