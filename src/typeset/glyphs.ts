import type { Document, Footer, Heading, Paragraph } from '../document/document.js';
import { blocksText, excerpt, written } from '../document/walk.js';
import type { FontBook } from '../fonts/book.js';
import { type Problem, Problems } from '../problem.js';
import { clustersOf, piece } from '../script/clusters.js';
import { footerText } from './footer.js';
import { missingGlyph } from './missingGlyph.js';

/** Throws Problems `missing-glyph`, one for each character of each cell that no face of its role draws. */
export function checkGlyphs(document: Document, fonts: FontBook): void {
  const footers = document.sections.flatMap(({ page }) =>
    [page.header, page.footer].flatMap((line) => (line ? [footerSource(line)] : [])),
  );
  const problems = [...written(document), ...footers].flatMap(({ blocks, name }) => missing(blocks, name, fonts));
  if (problems.length > 0) throw new Problems(problems);
}

function footerSource(footer: Footer): { blocks: Paragraph[]; name: string } {
  const inlines = [{ type: 'text', text: footerText(footer, 0, 0), style: footer.style }] as const;
  const style = { align: 'left', lineHeight: 1, before: 0, after: 0, indent: 0, vertical: false } as const;
  return { blocks: [{ type: 'paragraph', inlines, style }], name: '页眉页脚' };
}

function missing(blocks: readonly (Paragraph | Heading)[], place: string, fonts: FontBook): Problem[] {
  const lacking = new Map<string, string>();
  for (const block of blocks) {
    for (const inline of block.inlines) {
      if (inline.type !== 'text') continue;
      const { role, bold } = inline.style;
      const characters = [...fonts.missing(inline.text, role, bold)];
      for (const character of joined(characters, inline.text)) lacking.set(character, role);
    }
  }
  const text = blocksText(blocks);
  return [...lacking].map(([character, role]) => missingGlyph(character, role, `${place}：${around(text, character)}`));
}

/** A flag, or a hand with a skin colour, is named as one sign, not by its code points. */
function joined(characters: readonly string[], text: string): readonly string[] {
  if (characters.length === 0 || !joining.test(text)) return characters;
  const signs = clustersOf(text).filter((cluster) => joining.test(cluster) && [...cluster].length > 1);
  const whole = (character: string): readonly string[] => {
    const own = signs.filter((sign) => sign.includes(character));
    return own.length > 0 ? own : [character];
  };
  return [...new Set(characters.flatMap(whole))];
}

const joining = /[\u{1f3fb}-\u{1f3ff}\u{1f1e6}-\u{1f1ff}]/u;

function around(text: string, character: string): string {
  const at = text.indexOf(character);
  return excerpt(piece(text, at - 8, at + 10));
}
