import { createHash } from 'node:crypto';
import pdfmake from 'pdfmake';
import type { Document } from '../document/document.js';
import type { Pages } from '../typeset/pages.js';
import { FaceNames } from './faces.js';
import { outlineNodes } from './outline.js';
import { pageNode } from './page.js';

/**
 * Writes pages as PDF 1.7 (PDF/A-2b): every face embedded as a subset, text in reading order, one text operation a span.
 * Deterministic: dates come from the document, the file identifier from its content.
 */
export async function writePdf(document: Document, pages: Pages): Promise<Uint8Array> {
  const names = new FaceNames(pages);
  for (const [name, bytes] of names.entries()) virtualFiles.writeFileSync(name, bytes);
  pdfmake.setFonts(Object.fromEntries([...names.entries()].map(([name]) => [name, { normal: name }])));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  const outlines = outlineNodes(pages.bookmarks, names.first);
  const content = pages.pages.map((page, index) => pageNode(page, index, outlines.get(index) ?? [], names));
  const first = pages.pages[0]?.style;
  return pdfmake
    .createPdf({
      content,
      version: '1.7',
      subset: 'PDF/A-2b',
      language: document.language,
      displayTitle: true,
      info: information(document, pages),
      pageMargins: 0,
      ...(first && { pageSize: { width: first.width, height: first.height } }),
      defaultStyle: { font: names.first, fontSize: 10 },
    })
    .getBuffer();
}

/** pdfmake's in-memory files, which its types leave out. */
const virtualFiles = (pdfmake as unknown as { virtualfs: { writeFileSync(name: string, bytes: Uint8Array): void } })
  .virtualfs;

/** pdfkit derives the file identifier from the information dictionary alone, so a digest of the words goes into it. */
function information(document: Document, pages: Pages) {
  const digest = createHash('sha256');
  for (const page of pages.pages) {
    for (const part of page.parts) {
      for (const line of part.lines)
        digest.update(`${line.baseline} ${line.spans.map((span) => span.text).join('')}\n`);
    }
  }
  return {
    title: document.title,
    author: document.author,
    subject: document.subject,
    keywords: `sha256:${digest.digest('hex').slice(0, 16)}`,
    creator: 'jibiao',
    producer: 'jibiao (pdfmake)',
    creationDate: new Date(`${document.date}T00:00:00Z`),
  };
}
