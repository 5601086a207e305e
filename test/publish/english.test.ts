import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { paragraphs } from '../../src/document/walk.js';
import { writeDocx } from '../../src/formats/docx/write.js';
import { verifyPdf } from '../../src/formats/pdf/verify.js';
import { writePdf } from '../../src/formats/pdf/write.js';
import { keptBytes, readKept } from '../../src/kept/disk/file.js';
import { Kept } from '../../src/kept/kept.js';
import { columnWidths } from '../../src/typeset/columns.js';
import { typeset } from '../../src/typeset/typeset.js';
import { bilingual } from '../bilingual.js';
import { fonts } from '../shippedFonts.js';

async function built(document: Document, kept: Kept) {
  const pages = typeset(document, fonts, kept);
  const pdf = await writePdf(document, pages, {}, kept);
  const widths = (table: Parameters<typeof columnWidths>[0], width: number) => columnWidths(table, width, fonts);
  const docx = await writeDocx(document, fonts, widths, { fonts: 'used' }, kept);
  expect(await verifyPdf(pdf, document, pages, kept)).toEqual([]);
  kept.sweep();
  return { pdf: Buffer.from(pdf), docx: Buffer.from(docx) };
}

/** The same words with no language said. */
function unsaid(document: Document): Document {
  const copy = structuredClone(document) as Document;
  for (const block of paragraphs(copy.sections.flatMap(({ blocks }) => blocks))) {
    delete (block as { language?: string }).language;
  }
  return copy;
}

it('gives the same bytes from what is known of an English page, in memory and from the disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-english-'));
  try {
    const kept = new Kept();
    const first = await built(bilingual(), kept);
    expect(await built(bilingual(), kept)).toEqual(first);
    writeFileSync(join(folder, 'memory'), keptBytes(kept, 'stamp', fonts));
    const restored = readKept(join(folder, 'memory'), 'stamp', fonts);
    expect(restored.shelf('pages').size).toBe(kept.shelf('pages').size);
    expect(await built(bilingual(), restored)).toEqual(first);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('does not take a page for known when only its language changed', async () => {
  const kept = new Kept();
  const english = await built(bilingual(), kept);
  const chinese = await built(unsaid(bilingual()), kept);
  expect(chinese).toEqual(await built(unsaid(bilingual()), new Kept()));
  expect(chinese.pdf.equals(english.pdf)).toBe(false);
  expect(chinese.docx.equals(english.docx)).toBe(false);
});
