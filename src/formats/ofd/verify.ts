import type { Document } from '../../document/document.js';
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

function readText({ text, font, size, baseline, glyphs }: ReadTextObject): ReadText {
  const [first, last] = [glyphs[0], glyphs.at(-1)];
  const x = first?.x ?? 0;
  const width = last ? last.x + font.glyph(last.number).advance * size - x : 0;
  return {
    text,
    x: points(x),
    baseline: points(baseline),
    width: points(width),
    shown: points(width),
    size: points(size),
  };
}

/** Rounding of places, in millimetres. */
const tolerance = 0.01;

/** The first text whose ink its boundary, or the page, would cut off. */
function cutOff({ font, size, baseline, glyphs, box }: ReadTextObject, page: ReadOfdPage): string | undefined {
  return glyphs.find(({ number, x, text }) => {
    if (text.trim() === '') return false;
    const { left, right, top, bottom } = font.glyph(number).box;
    return (
      x + left * size < Math.max(box.left, 0) - tolerance ||
      x + right * size > Math.min(box.right, page.width) + tolerance ||
      baseline - top * size < Math.max(box.top, 0) - tolerance ||
      baseline - bottom * size > Math.min(box.bottom, page.height) + tolerance
    );
  })?.text;
}

/** Whether glyphs are those of their characters: the font's map says so, or it is the outline of another form in our face. */
class GlyphCheck {
  readonly #right = new Map<ReadOfdFont, Set<string>>();
  #forms: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(private readonly pages: Pages) {}

  /** The first text of an object that another glyph draws. */
  wrongIn({ font, glyphs }: ReadTextObject): string | undefined {
    const right = this.#right.get(font) ?? new Set();
    this.#right.set(font, right);
    return glyphs.find(({ number, text }) => {
      const key = `${number} ${text}`;
      if (right.has(key)) return false;
      if (!this.#isRight(font, number, text)) return true;
      right.add(key);
      return false;
    })?.text;
  }

  #isRight(font: ReadOfdFont, number: number, text: string): boolean {
    const codePoint = text.codePointAt(0) as number;
    if (number !== 0 && text === String.fromCodePoint(codePoint) && font.mapped(codePoint) === number) return true;
    this.#forms ??= formsOf(this.pages.pages);
    return this.#forms.get(text)?.has(font.glyph(number).outline) ?? false;
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
            const outline = span.face.glyphOutline(glyph).map(({ command, args }) => [command, ...args].join(' '));
            forms.set(text, (forms.get(text) ?? new Set()).add(outline.join()));
          }
        }
      }
    }
  }
  return forms;
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
