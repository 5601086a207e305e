import type { Figure } from '../../document/document.js';
import type { FontNames } from './names.js';
import { twips } from './units.js';
import { emptySize, type WordParagraph } from './word.js';

/** How the surroundings change a figure: points above and below it, and whether it begins a page. */
interface FigureSurroundings {
  readonly before: number;
  readonly after: number;
  readonly pageBreakBefore: boolean;
}

/** A figure as a picture in a line of its own, as high as the picture. `drawing` is its `w:drawing`. */
export function figure(
  block: Figure,
  drawing: string,
  names: FontNames,
  { before, after, pageBreakBefore }: FigureSurroundings,
): WordParagraph {
  const run = names.look({ role: '宋体', size: emptySize, bold: false });
  const look = names.looks.plain(run, { align: block.align, before: twips(before), after: twips(after) });
  const extras = pageBreakBefore ? { pageBreakBefore } : {};
  return { type: 'paragraph', kind: 'figure', look, extras, runs: [], after: `<w:r>${drawing}</w:r>` };
}
