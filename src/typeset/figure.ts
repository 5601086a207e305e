import type { Figure } from '../document/document.js';
import { anchored, type DrawnText, drawnTexts, placedOutlines } from '../document/drawing.js';
import type { FontBook } from '../fonts/book.js';
import type { Flow } from './flow.js';
import type { Line, Source, Span } from './pages.js';

/** Sets a figure on one page, in its own size, or scaled down to fit the page's text area. */
export function setFigure(figure: Figure, source: Source, flow: Flow, fonts: FontBook): void {
  flow.space(figure.before);
  const scale = figureScale(figure, flow);
  const [width, height] = [figure.width * scale, figure.height * scale];
  flow.need(height);
  const box = { x: flow.x + slack(figure.align, flow.width - width), y: flow.y, width, height };
  const lines = drawnTexts(figure.drawing).map((text, paragraph) => textLine(text, paragraph, scale, box, fonts));
  const drawing = placedOutlines(figure.drawing, scale, box.x, box.y);
  flow.add([{ kind: 'content', source, box, lines, drawing }]);
  flow.advance(height);
  flow.space(figure.after);
}

/** The height in points that a figure needs, with the space before it. */
export function figureHeight(figure: Figure, flow: Flow): number {
  return figure.before + figure.height * figureScale(figure, flow);
}

function figureScale({ width, height }: Figure, flow: Flow): number {
  return Math.min(1, flow.width / width, flow.pageHeight / height);
}

function slack(align: Figure['align'], free: number): number {
  switch (align) {
    case 'left':
      return 0;
    case 'center':
      return free / 2;
    case 'right':
      return free;
  }
}

/** A text as one line; its width is the sum of its characters' advances. */
function textLine(
  text: DrawnText,
  paragraph: number,
  scale: number,
  at: { readonly x: number; readonly y: number },
  fonts: FontBook,
): Line {
  const { role, bold } = text.style;
  const size = text.style.size * scale;
  const width = fonts.width(text.text, role, bold) * size;
  let x = at.x + text.x * scale - anchored(text.anchor, width);
  const spans = fonts.pieces(text.text, role, bold).map(({ face, text: words, advance, form }): Span => {
    const span = { face, size, text: words, x, width: advance * size, spacing: 0, ...(form && { form }) };
    x += advance * size;
    return span;
  });
  const color = text.fill === 0 ? {} : { color: text.fill };
  return { baseline: at.y + text.y * scale, paragraph, spans, ...color };
}
