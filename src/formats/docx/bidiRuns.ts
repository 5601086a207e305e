import bidiFactory from 'bidi-js';
import { type Direction, hasRightToLeft } from '../../script/direction.js';
import { shapedRuns } from '../../script/scripts.js';

/** A stretch of text in one direction; `shaped` where it is of a script that Word joins, turns or puts in order. */
export interface BidiRun {
  readonly text: string;
  readonly rightToLeft: boolean;
  readonly shaped: boolean;
}

let bidi: ReturnType<typeof bidiFactory> | undefined;

/**
 * A text in the stretches that Word is told the direction of: it orders runs by their `w:rtl`, not letters by Unicode. The levels
 * are those of UAX #9 in a paragraph of the `base` direction; numbers go with the letters from the right that they stand behind.
 */
export function bidiRuns(text: string, base: Direction): BidiRun[] {
  if (!hasRightToLeft(text)) return scriptRuns(text);
  const runs: { text: string; rightToLeft: boolean }[] = [];
  for (const { text: part, level } of levelRuns(text, base)) {
    const rightToLeft = level % 2 === 1 || (level > 0 && ![...part].some(isFromLeft));
    const last = runs.at(-1);
    if (last?.rightToLeft === rightToLeft) last.text += part;
    else runs.push({ text: part, rightToLeft });
  }
  return runs.flatMap((run) => (run.rightToLeft ? [{ ...run, shaped: true }] : scriptRuns(run.text)));
}

function levelRuns(text: string, base: Direction): { text: string; level: number }[] {
  bidi ??= bidiFactory();
  const { levels } = bidi.getEmbeddingLevels(text, base);
  const runs: { text: string; level: number }[] = [];
  let offset = 0;
  for (const character of text) {
    const level = levels[offset] as number;
    const last = runs.at(-1);
    if (last?.level === level) last.text += character;
    else runs.push({ text: character, level });
    offset += character.length;
  }
  return runs;
}

function isFromLeft(character: string): boolean {
  return bidi?.getBidiCharTypeName(character) === 'L';
}

/** Letters from the left that are joined or put in order are stretches of their own. */
function scriptRuns(text: string): BidiRun[] {
  const runs: BidiRun[] = [];
  let rest = text;
  for (const shaped of shapedRuns(text)) {
    const at = rest.indexOf(shaped);
    if (at > 0) runs.push({ text: rest.slice(0, at), rightToLeft: false, shaped: false });
    runs.push({ text: shaped, rightToLeft: false, shaped: true });
    rest = rest.slice(at + shaped.length);
  }
  if (rest !== '') runs.push({ text: rest, rightToLeft: false, shaped: false });
  return runs;
}
