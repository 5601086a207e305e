import type { Contents } from '../../document/document.js';
import { contentsLines } from '../../document/walk.js';
import type { FontNames } from './names.js';
import { twips } from './units.js';
import type { WordContents, WordParagraph } from './word.js';

/** A table of contents with the PDF's page numbers. `measure` is the text's width in points. */
export function contents(block: Contents, measure: number, names: FontNames): WordContents {
  const { entries, style, lineHeight } = block;
  const lines = contentsLines(block);
  return {
    type: 'contents',
    lines: entries.map(({ text, level, page }, index): WordParagraph => {
      const left = twips(lines[index]?.title.style.indent ?? 0);
      const look = names.looks.plain(names.look(style), { line: twips(style.size * lineHeight), left });
      const title = names.named(text.replaceAll('\n', ' '), style);
      const runs = [...title, { text: '', breaks: 'tab' } as const, ...names.named(String(page), style)];
      return { type: 'paragraph', kind: `contents${level}`, look, extras: { dotsTo: twips(measure) }, runs };
    }),
  };
}
