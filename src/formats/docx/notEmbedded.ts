import { basename } from 'node:path';
import type { Document } from '../../document/document.js';
import { written } from '../../document/walk.js';
import type { FontBook } from '../../fonts/book.js';
import type { Face } from '../../fonts/face.js';
import { type Problem, warning } from '../../problem.js';

/** What the user should know of faces that the DOCX names and does not hold. */
export function unembeddedNotices(document: Document, fonts: FontBook): Problem[] {
  return unembeddedFaces(document, fonts).map(({ family, file }) =>
    warning(
      'docx-font-not-embedded',
      {
        zh: `DOCX 里没有嵌入字体“${family}”（${basename(file)}）：它是 CFF 轮廓，Word 只能嵌入 TrueType 轮廓；没有装它的电脑会换用别的字体`,
        en: `the font “${family}” (${basename(file)}) is not embedded in the DOCX: its outlines are CFF, Word embeds TrueType outlines only; a machine without it shows another`,
      },
      undefined,
      {
        zh: '换用同一字体的 TrueType 版（.ttf），或以 PDF 为准',
        en: 'use the TrueType edition of the font (.ttf), or go by the PDF',
      },
    ),
  );
}

/** The faces that a document is written in and that cannot be embedded. */
function unembeddedFaces(document: Document, fonts: FontBook): Face[] {
  const others = fonts.faces.filter((face) => !face.hasTrueTypeOutlines);
  if (others.length === 0) return [];
  const used = new Set<Face>();
  for (const { blocks } of written(document)) {
    for (const inline of blocks.flatMap((block) => block.inlines)) {
      if (inline.type !== 'text') continue;
      for (const { face } of fonts.runs(inline.text, inline.style.role, inline.style.bold)) used.add(face);
    }
  }
  return others.filter((face) => used.has(face));
}
