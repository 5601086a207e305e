import type { Document } from '../document/document.js';
import { blocksText, sourceKey, written } from '../document/walk.js';
import type { Line, Page, Pages, Part } from './pages.js';

/** Rounding of sums of widths, in points. */
const hair = 0.1;

/**
 * Throws a plain Error, our fault, that names the cell, unless each character of the tree is placed once and in order,
 * inside its cell and inside the page. The blank half of a mark at a line's edge may reach past the cell.
 */
export function proveNothingLost(document: Document, pages: Pages): void {
  const placed = new Map<string, string>();
  pages.pages.forEach((page, index) => {
    for (const part of page.parts) {
      proveInside(page, part, index);
      if (part.kind === 'content') {
        const key = sourceKey(part.source);
        placed.set(key, (placed.get(key) ?? '') + part.lines.map(lineText).join(''));
      }
    }
  });
  for (const source of written(document)) {
    const key = sourceKey(source);
    const text = blocksText(source.blocks).replaceAll('\n', '');
    const got = placed.get(key) ?? '';
    if (got !== text) throw new Error(`typeset lost or repeated text of ${source.name}: “${got}” for “${text}”`);
    placed.delete(key);
  }
  for (const [key, text] of placed)
    if (text !== '') throw new Error(`typeset placed text of no cell (${key}): “${text}”`);
}

function proveInside(page: Page, part: Part, index: number): void {
  const { box } = part;
  const bottom = page.style.height - (part.kind === 'footer' ? 0 : page.style.margin.bottom);
  if (box.y < -hair || box.y + box.height > bottom + hair) throw new Error(`${nameOf(part)} leaves page ${index + 1}`);
  for (const line of part.lines) {
    const first = line.spans[0];
    const last = line.spans.at(-1);
    if (!first || !last) continue;
    const blank = Math.max(first.size, last.size) / 2;
    const shown = last.x + last.width + last.spacing * ([...last.text].length - 1);
    const spaces = last.text.length - last.text.trimEnd().length;
    if (line.baseline > box.y + box.height + hair || line.baseline < box.y) {
      throw new Error(`${nameOf(part)}: “${lineText(line)}” leaves its cell on page ${index + 1}`);
    }
    if (spaces === 0 && (first.x < -hair || shown > page.style.width + blank)) {
      throw new Error(`${nameOf(part)}: “${lineText(line)}” leaves page ${index + 1} sideways`);
    }
  }
}

function lineText(line: Line): string {
  return line.spans.map((span) => span.text).join('');
}

function nameOf({ source, kind }: Part): string {
  if (source.row === undefined || source.column === undefined) return kind;
  return `${kind} of row ${source.row + 1}, column ${source.column + 1}`;
}
