import { warning } from '../../problem.js';
import type { FormatRow } from '../format.js';

export const html = {
  name: 'html',
  kind: 'publication',
  words: { zh: '网页', en: 'a web page' },
  takes: [],
  write: async ({ document }, { widths }) =>
    new TextEncoder().encode((await import('./write.js')).writeHtml(document, widths)),
  verify: async (bytes, { document }) => (await import('./verify.js')).verifyHtml(decoded(bytes), document),
  prove: async (bytes) => {
    (await import('./read.js')).readHtml(decoded(bytes));
  },
  outdated: async (bytes, { document }, { widths }) => {
    const { writeHtml } = await import('./write.js');
    return Buffer.compare(Buffer.from(writeHtml(document, widths)), bytes) === 0 ? [] : [differs];
  },
} as const satisfies FormatRow;

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

const differs = warning(
  'html-differs',
  {
    zh: '字句与数据相符，标记或样式与本程序现在生成的不同：由另一版本生成，或被改动过',
    en: 'its words are those of the data, its markup or style is not what would be written now: another version made it, or it was changed',
  },
  undefined,
  { zh: '重新生成即可', en: 'build it again' },
);
