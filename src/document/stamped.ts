import type { Document, Stamp } from './document.js';

/** The document with a word across each page, as large as fits the smallest page. */
export function stamped(document: Document, text: string): Document {
  const sides = document.sections.map(({ page }) => Math.min(page.width, page.height));
  const count = Array.from(text).length;
  const stamp: Stamp = { text, role: '黑体', size: Math.round((Math.min(...sides) * 0.7) / count) };
  const sections = document.sections.map((section) => ({ ...section, page: { ...section.page, stamp } }));
  return { ...document, sections };
}
