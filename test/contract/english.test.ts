import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { paragraphs } from '../../src/document/walk.js';
import { verifyDocx } from '../../src/formats/docx/verify.js';
import { writeDocx } from '../../src/formats/docx/write.js';
import { verifyHtml } from '../../src/formats/html/verify.js';
import { writeHtml } from '../../src/formats/html/write.js';
import { unpack } from '../../src/formats/office/parts.js';
import { isName, PdfFile } from '../../src/formats/pdf/file/file.js';
import { type PdfObject, textOf } from '../../src/formats/pdf/file/syntax.js';
import { readPdf } from '../../src/formats/pdf/read.js';
import { verifyPdf } from '../../src/formats/pdf/verify.js';
import { writePdf } from '../../src/formats/pdf/write.js';
import { columnWidths } from '../../src/typeset/columns.js';
import { typeset } from '../../src/typeset/typeset.js';
import { bilingual, bilingualPairs } from '../bilingual.js';
import { shown } from '../formats/docx/effective.js';
import { fonts } from '../shippedFonts.js';

/** English beside Chinese through all renderers: words whole to every reader, each paragraph in its language. */

const widths = (table: Parameters<typeof columnWidths>[0], width: number) => columnWidths(table, width, fonts);
const english = bilingualPairs.map(([, en]) => en);

/** For whoever wants to look: LOOK=folder. */
function show(name: string, bytes: Uint8Array): void {
  const folder = process.env.LOOK;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}`, bytes);
}

describe('PDF', () => {
  const document = bilingual();
  const pages = typeset(document, fonts);
  const divided = pages.pages.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines)).filter((line) => line.hyphen);

  it('divides words, and reads back whole', async () => {
    expect(divided.length).toBeGreaterThan(2);
    const bytes = await writePdf(document, pages);
    show('bilingual.pdf', bytes);
    expect(await verifyPdf(bytes, document, pages)).toEqual([]);
    const { pages: read } = await readPdf(bytes);
    const text = read.flatMap(({ texts }) => texts.map((each) => each.text)).join('');
    expect(text.split('\u00ad').length - 1).toBe(divided.length);
    const bare = (words: string) => words.replace(/\s/g, '');
    for (const words of english) expect(bare(text).replaceAll('\u00ad', '')).toContain(bare(words));
  });

  it.each([{ archival1b: true }])('reads whole as %o too', async (options) => {
    const bytes = await writePdf(document, pages, options);
    show(`bilingual-${Object.keys(options)[0]}.pdf`, bytes);
    expect(await verifyPdf(bytes, document, pages)).toEqual([]);
  });

  it.each([
    ['a letter', (words: string) => words.replace('implementation', 'implemntation')],
    ['an apostrophe', (words: string) => words.replace('’', '')],
    ['a hyphen of the text', (words: string) => words.replace('exhibition-based', 'exhibitionbased')],
    ['a soft hyphen in the midst', (words: string) => words.replace('quarterly', 'quar\u00adterly')],
  ])('is found out when it lacks or gains %s', async (_, change) => {
    const other = changed(document, change);
    const bytes = await writePdf(other, typeset(other, fonts));
    expect((await verifyPdf(bytes, document, pages)).map(({ code }) => code)).toContain('verify-text-differs');
  });

  it('says in the tags which words are English, and those only', async () => {
    const bytes = await writePdf(document, pages);
    const tags = structureTypes(bytes);
    expect(tags).toContain('H1 en');
    expect(tags.filter((tag) => tag === 'TD en')).toHaveLength(3);
    expect(tags.filter((tag) => tag === 'TD')).toHaveLength(3);
    expect(tags.filter((tag) => tag === 'P en')).toHaveLength(3);
    expect(tags.filter((tag) => tag === 'P')).toHaveLength(3);
  });
});

describe('DOCX', () => {
  it.each(['used', 'native'] as const)(
    'has whole words, divided by Word in English paragraphs only (%s)',
    async (own) => {
      const document = bilingual();
      const bytes = await writeDocx(document, fonts, widths, { fonts: own });
      show(`bilingual-${own}.docx`, bytes);
      expect(verifyDocx(bytes, document)).toEqual([]);
      const part = (name: string) => new TextDecoder().decode(unpack(bytes)[`word/${name}.xml`]);
      expect(part('document')).not.toContain('\u00ad');
      expect(part('settings')).toContain('<w:autoHyphenation');
      expect(part('styles')).toMatch(/<w:pPrDefault><w:pPr><w:suppressAutoHyphens\/>/);
      const lines = (part('document').match(/<w:p>.*?<\/w:p>/gs) ?? []).filter((line) => line.includes('<w:t'));
      const { paragraphs, tables } = shown(bytes);
      const all = [...paragraphs, ...tables.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs))];
      const dividing = all.filter(({ properties }) => properties['suppressAutoHyphens.val'] === '0');
      const textOf = (line: string) => line.replace(/<[^>]*>/g, '');
      const divided = lines.filter((line) => !line.includes('Heading') && /[a-z]{5}/.test(textOf(line)));
      expect(divided).toHaveLength(7);
      const said = dividing.map(({ runs }) => runs.map(({ text }) => text).join('')).filter((text) => text !== '');
      expect(new Set(said)).toEqual(new Set(divided.map(textOf)));
      expect(divided.filter((line) => line.includes('w:hint="eastAsia"'))).toEqual([]);
      // Each mark that a face of 汉字 has one em wide names a Latin face.
      const marked = dividing.flatMap(({ runs }) => runs.filter(({ text }) => /[“”‘’…]/.test(text)));
      expect(marked.length).toBeGreaterThan(0);
      for (const { properties } of marked) expect(properties['rFonts.hAnsi']).toMatch(/^(?:Times New Roman|Arial)$/);
    },
  );

  it('says nothing of hyphens in a Chinese document', async () => {
    const document = changed(bilingual(), (words) => words, true);
    const parts = unpack(await writeDocx(document, fonts, widths, { fonts: 'used' }));
    for (const name of ['settings', 'styles', 'document']) {
      expect(new TextDecoder().decode(parts[`word/${name}.xml`])).not.toMatch(/[Hh]yphen|EnglishText/);
    }
  });
});

it('HTML has whole words, their language, and leaves dividing to the browser', () => {
  const document = bilingual();
  const html = writeHtml(document, widths);
  expect(verifyHtml(html, document)).toEqual([]);
  expect(html).not.toMatch(/\u00ad|&shy;/);
  expect(html.match(/<p lang="en"/g)).toHaveLength(7);
  expect(html.match(/<h1[^>]* lang="en"/g)).toHaveLength(1);
  expect(html).toContain('hyphens:auto');
  for (const words of english) expect(html).toContain(words);
});

it('marks the Chinese in an English document', async () => {
  const document = bilingual('en');
  const pages = typeset(document, fonts);
  expect(structureTypes(await writePdf(document, pages)).filter((tag) => tag === 'TD zh-CN')).toHaveLength(3);
  expect(writeHtml(document, widths).match(/<p lang="zh-CN"/g)).toHaveLength(7);
});

/** Every element of the structure in order, with its language where it says one. */
function structureTypes(bytes: Uint8Array): string[] {
  const file = new PdfFile(bytes);
  const types: string[] = [];
  const visit = (value: PdfObject | undefined): void => {
    const element = file.get(value);
    if (!(element instanceof Map)) return;
    const type = file.get(element.get('S'));
    const language = textOf(file.get(element.get('Lang')));
    if (isName(type)) types.push(language ? `${type.name} ${language}` : type.name);
    const kids = file.get(element.get('K'));
    for (const kid of Array.isArray(kids) ? kids : [kids]) visit(kid);
  };
  visit(file.root.get('StructTreeRoot'));
  return types;
}

/** The document with other words, or with all of it in Chinese. */
function changed(document: Document, change: (words: string) => string, chinese = false): Document {
  const copy = structuredClone(document) as Document;
  for (const block of paragraphs(copy.sections.flatMap(({ blocks }) => blocks))) {
    if (chinese) delete (block as { language?: string }).language;
    for (const inline of block.inlines) {
      if (inline.type === 'text') (inline as { text: string }).text = change(inline.text);
    }
  }
  return copy;
}
