import type { FormatRow } from './format.js';

/** The filled layouts as markup, for authors of layouts. */
export const markup = {
  name: 'markup',
  kind: 'stage',
  words: { zh: '打印填好的版式', en: 'print the filled layout' },
  takes: [],
  write: async ({ markup: filled }) => new TextEncoder().encode(filled()),
} as const satisfies FormatRow;

/** The document tree as JSON. */
export const tree = {
  name: 'tree',
  kind: 'stage',
  words: { zh: '打印文档树', en: 'print the document tree' },
  takes: [],
  write: async ({ document }) => new TextEncoder().encode(`${JSON.stringify(document, undefined, 2)}\n`),
} as const satisfies FormatRow;
