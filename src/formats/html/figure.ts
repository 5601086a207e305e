import type { Figure } from '../../document/document.js';
import type { DrawnText } from '../../document/drawing.js';
import { drawingSvg, svgColor } from '../../document/drawingSvg.js';
import { escaped, rem, rounded } from './escape.js';
import type { Looks } from './looks.js';
import { fontStack } from './stacks.js';

/** A figure's unique id, and whether it begins a page when printed. */
export interface FigureSurroundings {
  readonly id: string;
  readonly newPage: boolean;
}

/** `<figure>` with an SVG named by its alternative text; its words are text. */
export function figure(block: Figure, looks: Looks, { id, newPage }: FigureSurroundings): string {
  const place = looks.named([
    `margin:${rem(block.before)} 0 ${rem(block.after)}`,
    `text-align:${block.align}`,
    'break-inside:avoid',
  ]);
  const size = looks.named([`width:${rem(block.width)}`, 'max-width:100%', 'height:auto']);
  const svg = drawingSvg(block, {
    attributes: ` role="img" aria-labelledby="${id}" class="${size}"`,
    opening: `<title id="${id}">${escaped(block.alt)}</title>`,
    text: (shape) => text(shape, looks),
  });
  return `<figure class="${place}${newPage ? ' new-page' : ''}">${svg}</figure>`;
}

/** Sizes in the drawing's own points, which scale with it. */
function text({ text: words, x, y, anchor, style, fill, width }: DrawnText, looks: Looks): string {
  const look = looks.named([
    `font-family:${fontStack(style.role)}`,
    `font-size:${rounded(style.size)}px`,
    `font-weight:${style.bold ? 'bold' : 'normal'}`,
  ]);
  const anchored = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const length = width === undefined ? '' : ` textLength="${rounded(width)}" lengthAdjust="spacingAndGlyphs"`;
  const place = `x="${rounded(x)}" y="${rounded(y)}"${anchored} fill="${svgColor(fill)}"`;
  return `<text class="${look}" xml:space="preserve" ${place}${length}>${escaped(words)}</text>`;
}
