import type { Document } from '../document/document.js';
import { blocksText, excerpt, sourceKey, written } from '../document/walk.js';
import { fault, type Problem, Problems } from '../problem.js';
import { blankAfter, blankBefore } from './marks.js';
import type { Line, Page, Part } from './pages.js';

/** For rounding in sums of widths, in points. */
const tolerance = 0.1;
const mostNamed = 20;

/**
 * Throws unless each character of the tree is on the pages once and in order, inside its cell and inside the page (only the
 * blank half of a mark may reach past a line's end): a plain Error, our fault, that names a cell whose text was lost or repeated;
 * Problems `no-room`, the layout's fault, for words that do not fit a cell or page. `first` is the index of the first page in
 * the document, for messages.
 */
export function proveNothingLost(document: Pick<Document, 'sections'>, pages: readonly Page[], first = 0): void {
  proveRoom(pages, first);
  const textByCell = new Map<string, string>();
  for (const page of pages) {
    for (const part of page.parts) {
      if (part.kind !== 'content') continue;
      const key = sourceKey(part.source);
      textByCell.set(key, (textByCell.get(key) ?? '') + part.lines.map(lineText).join(''));
    }
  }
  for (const source of written(document)) {
    const key = sourceKey(source);
    const text = blocksText(source.blocks).replaceAll('\n', '');
    const got = textByCell.get(key) ?? '';
    if (got !== text) throw new Error(`typeset lost or repeated text of ${source.name}: “${got}” for “${text}”`);
    textByCell.delete(key);
  }
  for (const [key, text] of textByCell)
    if (text !== '') throw new Error(`typeset placed text of no cell (${key}): “${text}”`);
}

/** Throws Problems `no-room` unless all words stand inside their boxes and the pages. */
export function proveRoom(pages: readonly Page[], first: number): void {
  const problems: Problem[] = [];
  pages.forEach((page, index) => {
    for (const part of page.parts) proveInside(page, part, first + index, problems);
  });
  if (problems.length > 0) throw new Problems(problems.slice(0, mostNamed));
}

function proveInside(page: Page, part: Part, index: number, problems: Problem[]): void {
  const { box } = part;
  const bottom = page.style.height - (part.kind === 'footer' || part.kind === 'header' ? 0 : page.style.margin.bottom);
  const tall = box.y < -tolerance || box.y + box.height > bottom + tolerance;
  if (tall) problems.push(noRoom(part, index, part.lines[0]));
  for (const line of part.lines) {
    const [first, last] = [line.spans[0], line.hyphen ?? line.spans.at(-1)];
    if (!first || !last || tall) continue;
    const text = lineText(line);
    const spaces = text.length - text.trimEnd().length;
    const shown = last.x + last.width - spaces * last.size;
    const high = line.baseline < box.y || line.baseline > box.y + box.height + tolerance;
    const wide =
      first.x < box.x - blankBefore(text, first.size) - tolerance ||
      shown > box.x + box.width + blankAfter(text, last.size) + tolerance;
    if (high || wide) problems.push(noRoom(part, index, line));
  }
}

function noRoom(part: Part, index: number, line: Line | undefined): Problem {
  const { row, column } = part.source;
  const cell = row === undefined || column === undefined ? '' : `第${row + 1}行第${column + 1}列`;
  const text = excerpt(line ? lineText(line) : '');
  return fault(
    'no-room',
    {
      zh: `第 ${index + 1} 页${cell}放不下“${text}”`,
      en: `page ${index + 1} has no room for “${text}” ${cell && `(row ${row}, column ${column}, from 0)`}`,
    },
    undefined,
    {
      zh: '请在版式里加宽这一列、缩小字号或边距',
      en: 'widen the column, or make the type or the margins smaller, in the layout',
    },
  );
}

function lineText(line: Line): string {
  return line.spans.map((span) => span.text).join('');
}
