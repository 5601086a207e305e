import type { Section } from '../../src/document/document.js';
import { openFonts } from '../../src/fonts/open.js';
import { writePdf } from '../../src/formats/pdf/write.js';
import { Problems } from '../../src/problem.js';
import { typeset } from '../../src/typeset/typeset.js';
import { faultsOf, type Tally } from './check.js';
import { readWithPoppler } from './poppler.js';
import { documentOfSections, randomSections } from './tables.js';

const fonts = openFonts(['fonts']);

export interface Fuzzed extends Tally {
  tables: number;
  pages: number;
  /** Tables that typeset refused with `no-room`: the layout's fault, told. */
  refused: number;
}

/** Builds documents of random tables, one for each seed, and returns what poppler finds wrong in each with the counts. */
export async function fuzz(family: Parameters<typeof randomSections>[0], seeds: readonly number[], each: number) {
  const tally: Fuzzed = { tables: 0, pages: 0, refused: 0, characters: 0, lines: 0, forced: 0, forcedInWide: 0 };
  const faults: string[] = [];
  for (const seed of seeds) {
    const kept: Section[] = [];
    for (const section of randomSections(family, seed, 2 * each)) {
      if (kept.length === each) break;
      if (hasRoom(section)) kept.push(section);
      else tally.refused++;
    }
    const document = documentOfSections(kept);
    const pages = typeset(document, fonts);
    const read = await readWithPoppler(await writePdf(document, pages));
    faults.push(...faultsOf(document, pages, read, fonts, tally).map((fault) => `${family} ${seed}: ${fault}`));
    tally.tables += kept.length;
    tally.pages += pages.pages.length;
  }
  return { tally, faults };
}

function hasRoom(section: Section): boolean {
  try {
    typeset(documentOfSections([section]), fonts);
    return true;
  } catch (error) {
    if (error instanceof Problems && error.problems.every((problem) => problem.code === 'no-room')) return false;
    throw error;
  }
}
