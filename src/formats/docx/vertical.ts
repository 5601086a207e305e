import { CarriageReturn, TextRun } from 'docx';
import type { Document, Inline, Text } from '../../document/document.js';
import { blocks, paragraphs } from '../../document/walk.js';
import { charactersOf } from '../../fonts/clusters.js';
import { charactersOfForm, verticalForms } from '../../script/vertical.js';
import type { FontNames } from './names.js';

/**
 * Styles of marks that are written as vertical forms, for Word turns nothing in a line that runs across: the style says which of
 * the characters that a form stands for it is, `︵` `（` or `(`.
 */
const turnedStyles = ['TurnedMark', 'TurnedMark2', 'TurnedMark3'] as const;

/** One character a line. The tree's own line breaks are `w:cr` here, for `w:br` only parts the characters. */
export function verticalRuns(inlines: readonly Inline[], names: FontNames): TextRun[] {
  const written: TextRun[] = [];
  let breakNeeded = false;
  for (const inline of inlines) {
    if (inline.type === 'lineBreak') {
      written.push(new TextRun({ children: [new CarriageReturn()] }));
      breakNeeded = false;
      continue;
    }
    for (const character of charactersOf(inline.text)) {
      const { text: drawn, ...style } = turned(character, inline, names);
      for (const { look, text } of names.named(drawn, inline.style)) {
        written.push(new TextRun({ ...style, ...look, text, ...(breakNeeded && { break: 1 }) }));
      }
      breakNeeded = true;
    }
  }
  return written;
}

/** The form in which a character is written, and the style that tells the character. */
function turned(
  character: string,
  { style }: Text,
  names: FontNames,
): { readonly text: string; readonly style?: string } {
  const form = names.verticalForm(character, style);
  if (form === undefined) return { text: character };
  const own = turnedStyles[charactersOfForm.get(form)?.indexOf(character) ?? 0];
  return own ? { text: form, style: own } : { text: character };
}

/** The styles that a document's vertical labels need. */
export function turnedMarkStyles(document: Document): { readonly id: string; readonly name: string }[] {
  if (!hasTurned(document)) return [];
  return turnedStyles.map((id, index) => ({ id, name: index === 0 ? '竖排标点' : `竖排标点 ${index + 1}` }));
}

function hasTurned(document: Document): boolean {
  for (const { style, inlines } of paragraphs(blocks(document))) {
    if (style.vertical && inlines.some(isMarked)) return true;
  }
  return false;
}

function isMarked(inline: Inline): boolean {
  if (inline.type !== 'text') return false;
  return Array.from(inline.text).some((character) => verticalForms.has(character.codePointAt(0) as number));
}
