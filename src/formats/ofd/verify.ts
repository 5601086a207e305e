import type { Document } from '../../document/document.js';
import type { OutlineStep } from '../../fonts/face.js';
import { fault, type Problem } from '../../problem.js';
import type { Page, Pages, Span } from '../../typeset/pages.js';
import { differs, mostDifferences } from '../compare/differs.js';
import { comparePage, compareTree, type Found, type ReadText } from '../compare/pages.js';
import { type ReadOfdFont, type ReadOfdPage, type ReadTextObject, readOfd } from './read.js';

/**
 * Reads a finished OFD back and compares each paragraph and cell with the tree: every character once, in order, inside its box and
 * inside the page; every glyph is that of its character in the embedded font, and nothing of it is cut off by its object's boundary.
 */
export function verifyOfd(bytes: Uint8Array, document: Document, pages: Pages): Problem[] {
  const read = readOfd(bytes);
  const problems: Problem[] = [];
  if (read.pages.length !== pages.pages.length) {
    problems.push(differs('pages', 'OFD', String(pages.pages.length), String(read.pages.length)));
  }
  const found: Found = new Map();
  const glyphs = new GlyphCheck(pages);
  pages.pages.forEach((page, index) => {
    const own = read.pages[index];
    if (!own) return;
    problems.push(...comparePage('OFD', page, inPoints(own), index, found));
    for (const object of own.texts) {
      const wrong = glyphs.wrongIn(object) ?? cutOff(object, own);
      if (wrong !== undefined) problems.push(wrongGlyph(index, wrong));
    }
  });
  problems.push(...compareTree('OFD', document, found));
  return problems.slice(0, mostDifferences);
}

const points = (millimetres: number): number => (millimetres * 72) / 25.4;

function inPoints({ width, height, texts }: ReadOfdPage) {
  return { width: points(width), height: points(height), texts: texts.map(readText) };
}

function readText({ text, font, size, baseline, glyphs, places }: ReadTextObject): ReadText {
  const x = places[0] ?? 0;
  const end = (places.at(-1) ?? x) + font.glyph(glyphs.at(-1) ?? 0).advance * size;
  const width = points(end - x);
  return { text, x: points(x), baseline: points(baseline), width, shown: width, size: points(size) };
}

/** Rounding of places, in millimetres. */
const tolerance = 0.01;

/** The first text whose ink its boundary, or the page, would cut off. */
function cutOff(
  { font, size, baseline, glyphs, drawn, places, box }: ReadTextObject,
  page: ReadOfdPage,
): string | undefined {
  const [left, top] = [Math.max(box.left, 0) - tolerance, Math.max(box.top, 0) - tolerance];
  const [right, bottom] = [Math.min(box.right, page.width) + tolerance, Math.min(box.bottom, page.height) + tolerance];
  for (const [index, number] of glyphs.entries()) {
    const ink = font.glyph(number);
    const [x, text] = [places[index] as number, drawn[index] as string];
    const isInside =
      x + ink.left * size >= left &&
      x + ink.right * size <= right &&
      baseline - ink.top * size >= top &&
      baseline - ink.bottom * size <= bottom;
    if (!isInside && text.trim() !== '') return text;
  }
  return undefined;
}

/** Whether glyphs are those of their characters: the font's map says so, or it is the outline of another form in our face. */
class GlyphCheck {
  /** By font and glyph the text that it last was right for: usually its only one. */
  readonly #right = new Map<ReadOfdFont, Map<number, string>>();
  #forms: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(private readonly pages: Pages) {}

  /** The first text of an object that another glyph draws. */
  wrongIn({ font, glyphs, drawn }: ReadTextObject): string | undefined {
    const right = this.#right.get(font) ?? new Map<number, string>();
    this.#right.set(font, right);
    for (const [index, number] of glyphs.entries()) {
      const text = drawn[index] as string;
      if (right.get(number) === text) continue;
      if (!this.#isRight(font, number, text)) return text;
      right.set(number, text);
    }
    return undefined;
  }

  #isRight(font: ReadOfdFont, number: number, text: string): boolean {
    const codePoint = text.codePointAt(0) as number;
    if (number !== 0 && text === String.fromCodePoint(codePoint) && font.mapped(codePoint) === number) return true;
    this.#forms ??= formsOf(this.pages.pages);
    return this.#forms.get(text)?.has(outlineText(font.outline(number))) ?? false;
  }
}

/** By text the outlines of all forms in which pages draw it that are not its own: among Latin letters, in labels, in clusters. */
function formsOf(pages: readonly Page[]): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, Set<string>>();
  for (const { parts } of pages) {
    for (const { lines } of parts) {
      for (const { spans } of lines) {
        for (const span of spans) {
          for (const [text, glyph] of formed(span)) {
            forms.set(text, (forms.get(text) ?? new Set()).add(outlineText(span.face.glyphOutline(glyph))));
          }
        }
      }
    }
  }
  return forms;
}

function outlineText(outline: readonly OutlineStep[]): string {
  return outline.map(({ command, args }) => [command, ...args].join(' ')).join();
}

function formed({ face, form, text }: Span): (readonly [text: string, glyph: number])[] {
  if (form === undefined) return [];
  if (form === 'cluster') return (face.cluster(text)?.glyphs ?? []).map((placed) => [placed.text, placed.glyph]);
  return Array.from(text, (character) => [character, face.glyph(character.codePointAt(0) as number, form)]);
}

function wrongGlyph(page: number, text: string): Problem {
  return fault('verify-glyph-differs', {
    zh: `OFD 第 ${page + 1} 页的“${text}”字形不对，或被边框裁掉`,
    en: `OFD page ${page + 1} draws “${text}” by another glyph, or its boundary cuts it off`,
  });
}
