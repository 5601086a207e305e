import type { FormatRow, Writing } from '../format.js';
import type { PdfOptions } from './write.js';

export const pdf = {
  name: 'pdf',
  kind: 'publication',
  words: { zh: '公开、印刷与归档', en: 'to publish, print and archive' },
  takes: ['pdfa', 'source'],
  refuses: async (document) =>
    (await import('../../typeset/unset.js')).unsetScripts(document, { format: 'PDF', only: 'all' }),
  write: async ({ document, pages }, writing) =>
    (await import('./write.js')).writePdf(document, pages, optionsOf(writing), writing.kept),
  verify: async (bytes, { document, pages }, writing) =>
    (await import('./verify.js')).verifyPdf(bytes, document, pages, writing?.kept),
  carried: async (bytes) => (await import('./source.js')).readSource(bytes),
  prove: async (bytes) => (await import('./file/sound.js')).provePdf(bytes),
} as const satisfies FormatRow;

function optionsOf({ pdfa, source }: Writing): PdfOptions {
  if (pdfa === '1b') return { archival1b: true };
  return source ? { source } : {};
}
