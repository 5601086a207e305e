import type { PageStyle, Stamp } from '../document/document.js';
import type { FontBook } from '../fonts/book.js';
import type { Page, PlacedStamp } from './pages.js';

/** Adds to each page the word that its style has across it. */
export function addStamps(pages: readonly Page[], fonts: FontBook): Page[] {
  return pages.map((page) =>
    page.style.stamp ? { ...page, stamp: placeStamp(page.style.stamp, page.style, fonts) } : page,
  );
}

/** Along the diagonal from bottom left to top right, centred on the page. */
function placeStamp({ text, role, size }: Stamp, { width, height }: PageStyle, fonts: FontBook): PlacedStamp {
  const shapes = fonts.shapes(role, true);
  const points = Array.from(text, (character) => character.codePointAt(0) as number);
  const row = points.reduce((sum, codePoint) => sum + shapes.of(codePoint).advance * size, 0);
  let x = -row / 2;
  const characters = points.map((codePoint) => {
    const { face, advance } = shapes.of(codePoint);
    const at = { face, codePoint, x };
    x += advance * size;
    return at;
  });
  const angle = Math.atan2(height, width);
  // The middle of a 汉字 is some 0.36 em above its baseline.
  const rise = 0.36 * size;
  return {
    characters,
    size,
    angle,
    x: width / 2 + rise * Math.sin(angle),
    y: height / 2 + rise * Math.cos(angle),
  };
}
