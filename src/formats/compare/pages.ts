import type { Block, Document } from '../../document/document.js';
import { blocksText, sourceKey, written } from '../../document/walk.js';
import { fault, type Problem } from '../../problem.js';
import { blankAfter, blankBefore } from '../../typeset/marks.js';
import type { Page, Part } from '../../typeset/pages.js';
import { bare, bareOnce, differs, type Format } from './differs.js';

/** What a reader found on pages against what was to be there: each paragraph and cell, every character once, in its box. */

/** A piece of text as a reader finds it; points from the page's top left corner. */
export interface ReadText {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  /** The width without spaces at the end, which may reach past the page. */
  readonly shown: number;
  readonly size: number;
}

/** How many points a place may be off. */
const tolerance = 0.6;

/** The texts of the content found so far, by `sourceKey`. */
export type Found = Map<string, string>;

/** Adds what a page shows to `found`; returns what is not in its place, and what of the page itself is wrong. */
export function comparePage(
  format: Format,
  page: Page,
  read: { readonly width: number; readonly texts: readonly ReadText[] },
  index: number,
  found: Found,
): Problem[] {
  const problems: Problem[] = [];
  const byPart = new Map<Part, ReadText[]>();
  for (const text of read.texts) {
    if (text.text.trim() === '') continue;
    const part = page.parts.find((candidate) => holds(candidate, text));
    if (!part || !within(part.box, text) || text.x < -tolerance || text.x + text.shown > read.width + tolerance) {
      problems.push(stray(format, index, text));
    }
    if (part) byPart.set(part, [...(byPart.get(part) ?? []), text]);
  }
  for (const part of page.parts) {
    const got = joined(withoutHyphens(part, byPart.get(part) ?? []), part);
    if (part.kind === 'content') {
      const key = sourceKey(part.source);
      found.set(key, (found.get(key) ?? '') + got);
      continue;
    }
    const wanted = bareOnce(part.lines, textOf);
    if (got !== wanted) problems.push(differs(`${part.kind} p. ${index + 1}`, format, wanted, got));
  }
  return problems;
}

/** What the pages together have of the document, without the blocks to `skip`: a problem for each other text. */
export function compareTree(format: Format, document: Document, found: Found, skip?: ReadonlySet<Block>): Problem[] {
  return [...written(document, skip)].flatMap((source) => {
    const text = bareOnce(source.blocks, blocksText);
    const got = found.get(sourceKey(source)) ?? '';
    return got === text ? [] : [differs(source.name, format, text, got)];
  });
}

/** The words of lines. */
export function textOf(lines: Part['lines']): string {
  return lines.flatMap((line) => line.spans.map((span) => span.text)).join('');
}

/** A text belongs to the part that its middle lies in. */
function holds({ box }: Part, text: ReadText): boolean {
  const middle = text.x + text.shown / 2;
  const inside = middle >= box.x - tolerance && middle <= box.x + box.width + tolerance;
  return inside && text.baseline > box.y && text.baseline <= box.y + box.height + tolerance;
}

/** Whether a text is inside its box; only the blank half of a mark at a line's start or end may reach past it. */
function within(box: Part['box'], read: ReadText): boolean {
  const { text, x, shown, size } = read;
  const left = blankBefore(text, size);
  const right = blankAfter(text.trimEnd(), size);
  return x >= box.x - left - tolerance && x + shown <= box.x + box.width + right + tolerance;
}

/** A part's texts without the hyphens of divided words: one at the end of each line that has one, and no others. */
function withoutHyphens({ lines }: Part, texts: readonly ReadText[]): readonly ReadText[] {
  const divided = lines.flatMap(({ hyphen, baseline }) => (hyphen ? [{ x: hyphen.x, baseline }] : []));
  if (divided.length === 0) return texts;
  return texts.map((text) => {
    const end = text.x + text.width;
    const isDivided = divided.some(
      ({ x, baseline }) => Math.abs(text.baseline - baseline) <= tolerance && text.x - tolerance <= x && x <= end,
    );
    return isDivided ? { ...text, text: text.text.replace(/[\u00ad-]$/, '') } : text;
  });
}

/** The texts joined in the order of lines; for a figure in the order in which they are drawn. */
function joined(texts: readonly ReadText[], part: Part): string {
  if (part.drawing) return bare(texts.map((text) => text.text).join(''));
  const sorted = [...texts].sort((a, b) =>
    Math.abs(a.baseline - b.baseline) > 2 ? a.baseline - b.baseline : a.x - b.x,
  );
  return bare(sorted.map((text) => text.text).join(''));
}

function stray(format: Format, page: number, text: ReadText): Problem {
  return fault('verify-stray-text', {
    zh: `${format} 第 ${page + 1} 页有文字越出单元格或页面：“${text.text}”`,
    en: `${format} page ${page + 1} has text outside its cell or the page: “${text.text}”`,
  });
}
