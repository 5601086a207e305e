import { readFileSync } from 'node:fs';
import { writePdf } from '../../../src/formats/pdf/write.js';
import { generate } from '../../../src/generate.js';
import { type MarkupInput, readMarkup } from '../../../src/markup/readMarkup.js';
import { readReport } from '../../../src/report/read.js';
import { typeset } from '../../../src/typeset/typeset.js';
import { shippedFonts, shippedLayout } from '../stages.js';
import type { Engine } from './engine.js';

/** From a report that was read to PDF bytes: layout filled, tree, pages, file; with `verify`, read back too. */
export function fromReport({ verify }: { readonly verify: boolean }): Engine {
  const fonts = shippedFonts();
  const layouts = new Map<string, ReturnType<typeof shippedLayout>>();
  return {
    async load(file) {
      const { report } = readReport(readFileSync(file), file);
      const id = report.layout ?? 'generic/project';
      const layout = layouts.get(id) ?? shippedLayout(id);
      layouts.set(id, layout);
      return async () => {
        const { files } = await generate(report, [layout], fonts, { formats: ['pdf'], docxFonts: 'native', verify });
        return (files[0] as (typeof files)[number]).bytes;
      };
    },
  };
}

/** From filled markup to PDF bytes: the like of what Typst does with its markup. */
export function fromMarkup(): Engine {
  const fonts = shippedFonts();
  return {
    async load(file) {
      const input = JSON.parse(readFileSync(file, 'utf8')) as MarkupInput;
      return async () => {
        const document = readMarkup(input);
        return writePdf(document, typeset(document, fonts));
      };
    },
  };
}
