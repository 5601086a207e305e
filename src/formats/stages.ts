import type { FormatRow } from './format.js';

/** The filled layouts as markup, for authors of layouts. */
export const markup = {
  name: 'markup',
  kind: 'stage',
  words: { zh: '打印填好的版式', en: 'print the filled layout' },
  takes: [],
  write: async ({ markup: filled }) => new TextEncoder().encode(filled()),
} as const satisfies FormatRow;

/** The document tree as JSON, with the places in the data that its words come from. */
export const tree = {
  name: 'tree',
  kind: 'stage',
  words: { zh: '打印文档树，每段文字注明来自哪个字段', en: 'print the document tree, with the field of every text' },
  takes: [],
  write: async ({ told }) => new TextEncoder().encode(`${JSON.stringify(told(), undefined, 2)}\n`),
} as const satisfies FormatRow;
