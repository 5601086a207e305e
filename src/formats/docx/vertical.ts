import type { Inline, Text } from '../../document/document.js';
import { charactersOf } from '../../fonts/clusters.js';
import { charactersOfForm } from '../../script/vertical.js';
import type { FontNames } from './names.js';
import { turnedStyles, type WordRun } from './word.js';

/** One character a line. The tree's own line breaks are `w:cr` here, for `w:br` only parts the characters. */
export function verticalRuns(inlines: readonly Inline[], names: FontNames): WordRun[] {
  const written: WordRun[] = [];
  let goesOn = false;
  for (const inline of inlines) {
    if (inline.type === 'lineBreak') {
      written.push({ text: '', breaks: 'cr' });
      goesOn = false;
      continue;
    }
    for (const character of charactersOf(inline.text)) {
      const { text: drawn, ...style } = turned(character, inline, names);
      for (const run of names.named(drawn, inline.style)) {
        written.push({ ...style, ...run, ...(goesOn && { breaks: 'br' }) });
      }
      goesOn = true;
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
