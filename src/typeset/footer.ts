import type { Footer, FooterPart, PageStyle } from '../document/document.js';
import type { FontBook } from '../fonts/book.js';
import { setLines } from './lines.js';
import type { Page, Part } from './pages.js';
import { placeLine } from './place.js';

/** Adds each page's foot line, halfway down the bottom margin, once the number of pages is known. */
export function addFooters(pages: readonly Page[], fonts: FontBook): Page[] {
  return pages.map((page, index) => {
    const { footer } = page.style;
    if (!footer) return page;
    return { ...page, parts: [...page.parts, footerPart(footer, page.style, index + 1, pages.length, fonts)] };
  });
}

/** The words of a foot line on one page; numbers count from 1. */
export function footerText(footer: Footer, number: number, count: number): string {
  return footer.parts.map((part) => partText(part, number, count)).join('');
}

function partText(part: FooterPart, number: number, count: number): string {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'pageNumber':
      return String(number);
    case 'pageCount':
      return String(count);
  }
}

function footerPart(footer: Footer, page: PageStyle, number: number, count: number, fonts: FontBook): Part {
  const width = page.width - page.margin.left - page.margin.right;
  const text = { type: 'text', text: footerText(footer, number, count), style: footer.style } as const;
  const style = { align: footer.align, lineHeight: 1.2, before: 0, after: 0, indent: 0, vertical: false } as const;
  const lines = setLines({ type: 'paragraph', inlines: [text], style }, width, fonts);
  const height = lines.reduce((sum, line) => sum + line.height, 0);
  let top = page.height - page.margin.bottom / 2 - height / 2;
  const box = { x: page.margin.left, y: top, width, height };
  const placed = lines.map((line) => {
    const at = placeLine(line, footer.align, page.margin.left, width, top);
    top += line.height;
    return at;
  });
  return { kind: 'footer', source: { section: 0, block: 0 }, box, lines: placed };
}
