import type { FormatRow } from '../format.js';

export const ofd = {
  name: 'ofd',
  kind: 'publication',
  words: { zh: '档案与公文交换（版式文件）', en: 'for archives and the exchange of official documents' },
  takes: ['source'],
  refuses: async (document) =>
    (await import('../../typeset/unset.js')).unsetScripts(document, { format: 'OFD', only: 'all' }),
  write: async ({ document, pages }, { source }) => (await import('./write.js')).writeOfd(document, pages, source),
  verify: async (bytes, { document, pages }) => (await import('./verify.js')).verifyOfd(bytes, document, pages),
  carried: async (bytes) => (await import('./read.js')).attachedData(bytes),
  prove: async (bytes) => {
    (await import('./read.js')).readOfd(bytes);
  },
} as const satisfies FormatRow;
