import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { typeset } from '../../src/typeset/typeset.js';
import { readCorpus } from './corpus.js';
import { type BenchLayout, generateReport } from './generateReport.js';
import { filledMarkup, shippedFonts, shippedLayout, treeOf } from './stages.js';
import { asHtml } from './translate/html.js';
import { type Input, plainlyAligned } from './translate/input.js';
import { asOpenDocument } from './translate/openDocument.js';
import { asPdfmake } from './translate/pdfmake.js';
import { asTypst } from './translate/typst.js';

/** The files that engines start from, all of the same tables. */
export type InputFile = 'report.json' | 'markup.json' | 'table.typ' | 'pdfmake.json' | 'table.html' | 'table.fodt';

export interface InputWish {
  readonly folder: string;
  readonly layout: BenchLayout;
  /** About so many pages of ours, one document for each seed. */
  readonly sizes: readonly { readonly pages: number; readonly seeds: readonly number[] }[];
  readonly files: readonly InputFile[];
}

/** Where the inputs of a size and seed lie. */
export function inputFolder(folder: string, pages: number, seed: number): string {
  return join(folder, `${pages}-${seed}`);
}

/** Pages that a generated project takes on average. */
const pagesPerProject: Readonly<Record<BenchLayout, number>> = {
  'generic/project': 1.42,
  'shanghai/project-2024': 1.71,
};

/** Generates and translates all that is wished for. A size of one page is a form that our engine sets on exactly one. */
export function writeInputs({ folder, layout: id, sizes, files }: InputWish): void {
  const corpus = readCorpus();
  const layout = shippedLayout(id);
  const fonts = shippedFonts();
  for (const { pages, seeds } of sizes) {
    for (const seed of seeds) {
      const projects = Math.max(1, Math.round(pages / pagesPerProject[id]));
      const of = (from: number) => generateReport({ seed: from, projects, layout: id, corpus });
      let from = seed;
      while (pages === 1 && typeset(treeOf(of(from), layout), fonts).pages.length > 1) from += 1000;
      const report = of(from);
      const target = inputFolder(folder, pages, seed);
      mkdirSync(target, { recursive: true });
      const input = { document: plainlyAligned(treeOf(report, layout)), fonts };
      for (const file of files)
        writeFileSync(
          join(target, file),
          textOf(
            file,
            input,
            () => report,
            () => filledMarkup(report, layout),
          ),
        );
    }
  }
}

function textOf(file: InputFile, input: Input, report: () => unknown, markup: () => unknown): string {
  switch (file) {
    case 'report.json':
      return JSON.stringify(report(), undefined, 2);
    case 'markup.json':
      return JSON.stringify(markup());
    case 'table.typ':
      return asTypst(input);
    case 'pdfmake.json':
      return JSON.stringify(asPdfmake(input));
    case 'table.html':
      return asHtml(input);
    case 'table.fodt':
      return asOpenDocument(input);
  }
}
