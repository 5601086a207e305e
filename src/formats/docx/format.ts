import type { FormatRow } from '../format.js';

export const docx = {
  name: 'docx',
  kind: 'publication',
  words: { zh: '可在 Word、WPS 里改', en: 'to edit in Word or WPS' },
  takes: ['docx-fonts'],
  refuses: async (document) =>
    (await import('../../typeset/unset.js')).unsetScripts(document, { format: 'DOCX', only: 'figures' }),
  notices: async (document, { fonts, docxFonts }) =>
    docxFonts === 'native' ? [] : (await import('./notEmbedded.js')).unembeddedNotices(document, fonts),
  write: async ({ document, pages }, { fonts, widths, docxFonts, kept }) => {
    const { writeDocx } = await import('./write.js');
    const { dividedCells } = await import('../../typeset/dividedCells.js');
    return writeDocx(document, fonts, widths, { fonts: docxFonts, divided: dividedCells(document, pages) }, kept);
  },
  verify: async (bytes, { document }, writing) =>
    (await import('./verify.js')).verifyDocx(bytes, document, writing?.kept, writing?.docxFonts === 'native'),
  prove: async (bytes) => (await import('../office/sound.js')).proveOffice(bytes),
} as const satisfies FormatRow;
