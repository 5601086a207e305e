import type { FontNames } from './names.js';
import { twips } from './units.js';
import type { WordParagraph } from './word.js';

interface Spacing {
  readonly pageBreakBefore?: boolean;
  readonly keepNext?: boolean | undefined;
  /** Between two tables that touch: Word joins tables with no paragraph between them, and gives one whose mark is hidden no height. */
  readonly hidden?: true;
}

/** An empty paragraph of a given height in points, never less than 1, which is as good as nothing: Word's grammar or page flow needs it. */
export function spacer(names: FontNames, height = 1, spacing: Spacing = {}): WordParagraph {
  const { pageBreakBefore = false, keepNext = false, hidden } = spacing;
  const run = names.look({ role: '宋体', size: 1, bold: false });
  const look = names.looks.plain(run, { line: twips(Math.max(1, height)), keepNext });
  return {
    type: 'paragraph',
    kind: 'spacer',
    look,
    extras: pageBreakBefore ? { pageBreakBefore } : {},
    runs: [],
    ...(hidden && { hidden }),
  };
}
