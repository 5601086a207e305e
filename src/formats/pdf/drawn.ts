import type { Face } from '../../fonts/face.js';
import type { Kept, Shelf } from '../../kept/kept.js';
import type { Page, Part } from '../../typeset/pages.js';
import type { Code, EmbeddedFont, FaceGlyphs } from './kit.js';
import type { PassOver } from './read.js';
import type { Element } from './structure.js';

/** The glyphs of a face. */
export type GlyphsOf = (face: Face) => FaceGlyphs;

/** Lines of one part that belong to one element of the structure; no element where the file has no tags. */
export interface Group {
  readonly part: Part;
  /** The part's lines from `from` up to, not with, `to`. */
  readonly from: number;
  readonly to: number;
  readonly element?: Element;
}

/**
 * Characters on a page of one face in one font, and how they are written: the font's name and their glyph numbers. Or one glyph
 * of a cluster; its number in the face is the `form`.
 */
export interface DrawnRun {
  readonly face: Face;
  readonly form?: Code['form'];
  readonly font: string;
  readonly text: string;
  /** One for each code point, or for the glyph. */
  readonly numbers: readonly number[];
}

/** The content of a page as it is in the file, and what it depends on beside the page's digest. */
export interface DrawnPage {
  readonly margins: string;
  readonly types: string;
  /** Each character once, in the order of their first use. */
  readonly runs: readonly DrawnRun[];
  readonly content: Uint8Array;
}

/** The kept contents of pages, by the page's digest. */
const drawnIn = (kept: Kept): Shelf<DrawnPage> => kept.shelf('drawn');

/**
 * A page's content and fonts if it is kept and drawing would give the same: the same margins, tags, fonts and glyph numbers.
 * This gives its characters their numbers, in the same order as drawing would.
 */
export function drawnBefore(
  kept: Kept,
  page: Page,
  groups: readonly Group[],
  glyphsOf: GlyphsOf,
): { fonts: EmbeddedFont[]; content: Uint8Array } | undefined {
  const known = page.digest === undefined ? undefined : drawnIn(kept).get(page.digest);
  if (!known || known.margins !== marginsOf(page) || known.types !== typesOf(groups)) return undefined;
  const fonts = new Set<EmbeddedFont>();
  for (const { face, form, font, text, numbers } of known.runs) {
    const glyphs = glyphsOf(face);
    let index = 0;
    for (const character of textsOf({ form, text })) {
      const code =
        typeof form === 'number' ? glyphs.placed(form, text) : glyphs.code(character.codePointAt(0) as number, form);
      if (code.number !== numbers[index++] || code.font.id !== font) return undefined;
      fonts.add(code.font);
    }
  }
  return { fonts: [...fonts], content: known.content };
}

export function keepDrawn(
  kept: Kept,
  page: Page,
  groups: readonly Group[],
  codes: Iterable<Code>,
  content: Uint8Array,
): void {
  if (page.digest === undefined) return;
  const drawn = { margins: marginsOf(page), types: typesOf(groups), runs: runsOf(codes), content };
  drawnIn(kept).put(page.digest, drawn);
}

/**
 * Whether a page is in the file as an earlier build wrote and verified it: the same content, and fonts that map each code to
 * the same character and width.
 */
export function isVerified(kept: Kept, page: Page, content: Uint8Array, glyph: Parameters<PassOver>[2]): boolean {
  const known = page.digest === undefined ? undefined : drawnIn(kept).before(page.digest);
  if (!known || known.margins !== marginsOf(page)) return false;
  if (Buffer.compare(known.content, content) !== 0) return false;
  return known.runs.every(({ face, form, font, text, numbers }) => {
    let index = 0;
    for (const character of textsOf({ form, text })) {
      const found = glyph(font, numbers[index++] as number);
      if (found?.unicode !== character) return false;
      const advance =
        typeof form === 'number' ? face.glyphAdvance(form) : face.advance(character.codePointAt(0) as number, form);
      if (Math.abs(found.width - advance * 1000) >= 1) return false;
    }
    return true;
  });
}

/** The text of each glyph number of a run. */
function textsOf({ form, text }: Pick<DrawnRun, 'form' | 'text'>): Iterable<string> {
  return typeof form === 'number' ? [text] : text;
}

function runsOf(codes: Iterable<Code>): DrawnRun[] {
  const runs: (Omit<DrawnRun, 'text' | 'numbers'> & { text: string; numbers: number[] })[] = [];
  for (const { face, text, form, font, number } of codes) {
    let run = runs.at(-1);
    if (run?.face !== face || run.font !== font.id || run.form !== form || typeof form === 'number') {
      run = { face, ...(form !== undefined && { form }), font: font.id, text: '', numbers: [] };
      runs.push(run);
    }
    run.text += text;
    run.numbers.push(number);
  }
  return runs;
}

/** Header, footer and stamp of a page, and where they stand. */
function marginsOf({ parts, style }: Page): string {
  return [JSON.stringify(style.stamp ?? ''), ...marginLines(parts)].join('\n');
}

function marginLines(parts: Page['parts']): string[] {
  return parts
    .filter(({ kind }) => kind === 'header' || kind === 'footer')
    .flatMap(({ kind, lines }) =>
      lines.flatMap(({ baseline, spans }) =>
        spans.map(({ face, size, text, x }) => [kind, baseline, face.postscriptName, size, x, text].join(' ')),
      ),
    );
}

function typesOf(groups: readonly Group[]): string {
  return groups.map(({ element }) => element?.type ?? '').join(' ');
}
