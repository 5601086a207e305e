import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { paragraphs } from '../../src/document/walk.js';
import { openFonts } from '../../src/fonts/open.js';
import { writeDocx } from '../../src/formats/docx/write.js';
import { writePdf } from '../../src/formats/pdf/write.js';
import { verifyPdf } from '../../src/formats/verify/pdf.js';
import { Memory } from '../../src/generate.js';
import { memoryBytes, readMemory } from '../../src/publish/cache.js';
import { columnWidths } from '../../src/typeset/columns.js';
import { typeset } from '../../src/typeset/typeset.js';
import { bilingual } from '../bilingual.js';

const fonts = openFonts(['fonts']);

async function built(document: Document, memory: Memory) {
  const pages = typeset(document, fonts, memory.set);
  const pdf = await writePdf(document, pages, {}, memory.drawn);
  const widths = (table: Parameters<typeof columnWidths>[0], width: number) => columnWidths(table, width, fonts);
  const docx = await writeDocx(document, fonts, widths, { fonts: 'used' }, memory.docx);
  expect(
    await verifyPdf(pdf, document, pages, (page, content, glyph) => memory.drawn.proven(page, content, glyph)),
  ).toEqual([]);
  memory.sweep();
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
    const memory = new Memory();
    const first = await built(bilingual(), memory);
    expect(await built(bilingual(), memory)).toEqual(first);
    writeFileSync(join(folder, 'memory'), memoryBytes(memory, 'stamp', fonts));
    const restored = readMemory(join(folder, 'memory'), 'stamp', fonts);
    expect(restored.stretches).toBe(memory.stretches);
    expect(await built(bilingual(), restored)).toEqual(first);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('does not take a page for known when only its language changed', async () => {
  const memory = new Memory();
  const english = await built(bilingual(), memory);
  const chinese = await built(unsaid(bilingual()), memory);
  expect(chinese).toEqual(await built(unsaid(bilingual()), new Memory()));
  expect(chinese.pdf.equals(english.pdf)).toBe(false);
  expect(chinese.docx.equals(english.docx)).toBe(false);
});
