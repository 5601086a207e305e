/**
 * The marks round printed texts, with which a filled template tells where they come from (layouts/sources.ts): U+FDD0, the
 * number of the source in digits from U+FDE0 to U+FDEF, U+FDD1, the text, U+FDD2.
 */

/** The characters from `start` to before `end` come from the source of this number. */
export interface MarkedRange {
  readonly start: number;
  readonly end: number;
  readonly source: number;
}

export interface Unmarked {
  readonly text: string;
  readonly ranges: readonly MarkedRange[];
}

export function hasMarks(text: string): boolean {
  return text.includes('\ufdd0');
}

/** A text without its marks, and what stood between them. Ranges do not overlap. */
export function unmarked(marked: string): Unmarked {
  const ranges: MarkedRange[] = [];
  let text = '';
  let last = 0;
  for (const { 0: whole, 1: digits = '', 2: inside = '', index } of marked.matchAll(pattern)) {
    text += marked.slice(last, index);
    ranges.push({ start: text.length, end: text.length + inside.length, source: numberOf(digits) });
    text += inside;
    last = index + whole.length;
  }
  return { text: text + marked.slice(last), ranges };
}

const pattern = /\ufdd0([\ufde0-\ufdef]+)\ufdd1([^\ufdd2]*)\ufdd2/g;

function numberOf(digits: string): number {
  let number = 0;
  for (let index = 0; index < digits.length; index++) number = number * 16 + digits.charCodeAt(index) - 0xfde0;
  return number;
}

/** A text after some of its characters were dropped or replaced, and where each boundary between characters has moved to. */
export interface Moved {
  readonly text: string;
  readonly to: (offset: number) => number;
}

/** Replaces what a global pattern finds, with where the rest moves to. */
export function replaced(text: string, find: RegExp, instead: (found: string) => string): Moved {
  /** Each change: the offset after it, and by how much what follows has moved. */
  const changes: { readonly start: number; readonly end: number; readonly at: number; readonly shift: number }[] = [];
  let made = '';
  let last = 0;
  for (const { 0: found, index } of text.matchAll(find)) {
    made += text.slice(last, index);
    const at = made.length;
    made += instead(found);
    last = index + found.length;
    changes.push({ start: index, end: last, at, shift: made.length - last });
  }
  made += text.slice(last);
  const to = (offset: number): number => {
    let shift = 0;
    for (const change of changes) {
      if (change.start >= offset) break;
      if (change.end > offset) return change.at;
      shift = change.shift;
    }
    return offset + shift;
  };
  return { text: made, to };
}
