import type { Document } from '../../src/document/document.js';
import { blocksText, written } from '../../src/document/walk.js';
import type { FormatRow } from '../../src/formats/format.js';
import { fault } from '../../src/problem.js';

/** All that a new format takes: a row. It writes the words of the document, a block a line. */
export const toy: FormatRow = {
  name: 'toy',
  kind: 'publication',
  words: { zh: '玩具格式', en: 'a toy format' },
  takes: ['docx-fonts'],
  write: async ({ document }) => new TextEncoder().encode(words(document)),
  verify: async (bytes, { document }) =>
    new TextDecoder().decode(bytes) === words(document)
      ? []
      : [fault('verify-text-differs', { zh: '玩具不符', en: 'the toy differs' })],
  prove: async (bytes) => {
    if (bytes.length === 0) throw new Error('empty');
  },
};

function words(document: Document): string {
  return [...written(document)].map(({ blocks }) => blocksText(blocks)).join('\n');
}
