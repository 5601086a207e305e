import { strFromU8, unzipSync } from 'fflate';
import { writeDocx } from '../../../src/formats/docx/write.js';
import type { DocxFonts } from '../../../src/formats/format.js';
import { fonts, widths } from './sample.js';

/** The files inside a DOCX as text, fonts as Latin-1. */
export function parts(bytes: Uint8Array | undefined): Record<string, string> {
  const files = unzipSync(bytes as Uint8Array);
  return Object.fromEntries(
    Object.entries(files).map(([path, part]) => [path, strFromU8(part, path.endsWith('.odttf'))]),
  );
}

/** The XML of a tree's main part. */
export async function documentXml(tree: Parameters<typeof writeDocx>[0], mode: DocxFonts = 'used'): Promise<string> {
  return parts(await writeDocx(tree, fonts, widths, { fonts: mode }))['word/document.xml'] as string;
}
