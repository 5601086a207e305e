import type { Footer, FooterPart, PageStyle } from '../document/document.js';
import type { FontBook } from '../fonts/book.js';
import { setLines } from './lines.js';
import type { Page, Part } from './pages.js';
import { placeLine } from './place.js';
import { proveRoom } from './prove.js';

/** Adds each page's header and footer, in the middle of their margins. Throws Problems `no-room` for one that does not fit. */
export function addFooters(pages: readonly Page[], fonts: FontBook): Page[] {
  return pages.map((page, index) => {
    const { header, footer } = page.style;
    const own = (line: Footer, kind: 'header' | 'footer') =>
      marginPart(line, kind, page.style, index + 1, pages.length, fonts);
    const before = header ? [own(header, 'header')] : [];
    const after = footer ? [own(footer, 'footer')] : [];
    proveRoom([{ style: page.style, rules: [], parts: [...before, ...after] }], index);
    return before.length + after.length === 0 ? page : withParts(page, [...before, ...page.parts, ...after]);
  });
}

function withParts(page: Page, parts: readonly Part[]): Page {
  const { style, digest } = page;
  return {
    style,
    ...(digest !== undefined && { digest }),
    parts,
    get rules() {
      return page.rules;
    },
  };
}

/** The text of a header or footer on page `number`, from 1, of `count`. */
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

function marginPart(
  footer: Footer,
  kind: 'header' | 'footer',
  page: PageStyle,
  number: number,
  count: number,
  fonts: FontBook,
): Part {
  const width = page.width - page.margin.left - page.margin.right;
  const text = { type: 'text', text: footerText(footer, number, count), style: footer.style } as const;
  const outside = number % 2 === 1 ? 'right' : 'left';
  const align = footer.align === 'outside' ? outside : footer.align;
  const style = { align, lineHeight: 1.2, before: 0, after: 0, indent: 0, vertical: false } as const;
  const lines = setLines({ type: 'paragraph', inlines: [text], style }, width, fonts);
  const height = lines.reduce((sum, line) => sum + line.height, 0);
  let top = kind === 'header' ? (page.margin.top - height) / 2 : page.height - (page.margin.bottom + height) / 2;
  const box = { x: page.margin.left, y: top, width, height };
  const placedLines = lines.map((line) => {
    const at = placeLine(line, align, page.margin.left, width, top);
    top += line.height;
    return at;
  });
  return { kind, source: { section: 0, block: 0 }, box, lines: placedLines };
}
