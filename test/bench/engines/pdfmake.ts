import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { RawDefinition } from '../translate/pdfmake.js';
import type { Engine } from './engine.js';

/** pdfmake as its own guide uses it: whole paragraphs in table nodes, its own wrapping and page breaks. */
export function openPdfmake(): Engine {
  pdfmake.setFonts(faces);
  pdfmake.setTableLayouts({ bench: cellLayout });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  return {
    async load(file) {
      // pdfmake changes its definition: each build needs a fresh one.
      const raw = JSON.parse(readFileSync(file, 'utf8')) as RawDefinition;
      return () => pdfmake.createPdf(definitionOf(raw)).getBuffer();
    },
  };
}

const faces = {
  'Noto Serif SC': { normal: face('NotoSerifSC_400Regular.ttf'), bold: face('NotoSerifSC_700Bold.ttf') },
  'Noto Sans SC': { normal: face('NotoSansSC_400Regular.ttf'), bold: face('NotoSansSC_700Bold.ttf') },
  'DejaVu Sans': { normal: face('DejaVuSans.ttf'), bold: face('DejaVuSans.ttf') },
};

function face(file: string): string {
  return resolve('fonts', file);
}

/** Cells carry their own padding as margins. */
const cellLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

function definitionOf({ footer, ...rest }: RawDefinition): TDocumentDefinitions {
  return {
    ...rest,
    defaultStyle: { font: 'Noto Serif SC', fontSize: 10 },
    ...(footer && {
      footer: (page: number, count: number) => ({
        text: footer.parts.map((part) => footerWord(part, page, count)).join(''),
        alignment: footer.align === 'outside' ? 'center' : footer.align,
        font: footer.font,
        fontSize: footer.style.size,
        margin: footer.margin,
      }),
    }),
  };
}

function footerWord(part: NonNullable<RawDefinition['footer']>['parts'][number], page: number, count: number): string {
  if (part.type === 'text') return part.text;
  return String(part.type === 'pageNumber' ? page : count);
}
