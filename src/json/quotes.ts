import type { Words } from './finding.js';
import { innerQuote, lineBreak, unclosedString, wrongQuote } from './syntaxWords.js';

/** How many characters of a broken string are searched. */
const reach = 4000;

/** The offset after the real end of a string, and what is wrong with its quotation marks, if anything. */
export interface StringEnd {
  readonly end: number;
  readonly fault?: { readonly at: number; readonly words: Words };
}

/**
 * Decides where the string from `start` ends. The scanner ended it at `end`: at the next ", or at the end of its line if
 * `unclosed`. If what follows cannot follow a string, this looks for one wrong mark, so that one typing error gives one problem: a
 * full-width end mark, an unescaped inner mark, a line break, a missing end mark.
 */
export function endOfString(text: string, start: number, end: number, unclosed: boolean): StringEnd {
  if (!unclosed && followsString(text, end)) return { end };
  const raw = text.slice(start, Math.min(end, start + reach));
  const line = /^[^\r\n]*/.exec(text.slice(start, start + reach))?.[0] ?? raw;
  const mended =
    fullWidthEnd(raw) ?? lostKeyEnd(raw, unclosed) ?? (unclosed ? undefined : innerMarks(line, raw.length));
  if (mended) return { end: start + mended.length, fault: { at: start + mended.at, words: mended.words } };
  return unclosed ? unclosedEnd(text, start, end) : { end };
}

/** What may follow a string, also wrong commas and colons, which have their own problems. */
const follower = /[ \t]*(?:[,:}\]"，：、；;=\r\n]|\/[/*]|$)/y;

function followsString(text: string, end: number): boolean {
  follower.lastIndex = end;
  return follower.test(text);
}

interface Mended {
  readonly length: number;
  readonly at: number;
  readonly words: Words;
}

/** `"name”: "x"` and `"科普”,`: a full-width mark that closes nothing inside and stands where a string ends. */
function fullWidthEnd(raw: string): Mended | undefined {
  let openMarks = 0;
  for (const match of raw.matchAll(/“|”|＂/g)) {
    const behind = raw.slice(match.index + 1);
    const atEnd = /^[ \t]*(?:[,:，：}\]]|$)/.test(behind);
    if (atEnd && (match[0] !== '”' || openMarks === 0))
      return { length: match.index + 1, at: match.index, words: wrongQuote(match[0]) };
    openMarks += match[0] === '“' ? 1 : -1;
  }
  return undefined;
}

/** `"name: "x"` and `"year: 2024`: a field name whose end mark is missing. */
function lostKeyEnd(raw: string, unclosed: boolean): Mended | undefined {
  const pattern = unclosed ? /^"[A-Za-z_$][\w$]*(?=[ \t]*[:：](?!\/\/))/ : /^"[A-Za-z_$][\w$]*(?=[ \t]*[:：][ \t]*"?$)/;
  const length = pattern.exec(raw)?.[0].length;
  return length === undefined ? undefined : { length, at: 0, words: unclosedString(true) };
}

/** `"开展"科普"活动"`: the string goes on to a later " of the line, after which JSON can go on. */
function innerMarks(line: string, first: number): Mended | undefined {
  for (let mark = line.indexOf('"', first); mark >= 0; mark = line.indexOf('"', mark + 1)) {
    const behind = line.slice(mark + 1);
    if (/^[ \t]*:/.test(behind)) return undefined;
    if (/^[ \t]*(?:[,}\]]|$)/.test(behind)) return { length: mark + 1, at: first - 1, words: innerQuote() };
  }
  return undefined;
}

/** A string without end mark in its line: it goes on below, or the mark is missing, or the file is cut off here. */
function unclosedEnd(text: string, start: number, end: number): StringEnd {
  if (end >= text.length) return { end };
  const below = /^(?:(?:\r\n|\n|\r)[^"\r\n]*)+?"(?=[ \t]*(?:[,}\]\r\n]|$))/.exec(text.slice(end, end + reach));
  if (below) return { end: end + below[0].length, fault: { at: end, words: lineBreak() } };
  const comma = /[,，][ \t]*$/.exec(text.slice(Math.max(start + 1, end - 80), end));
  return { end: comma ? end - comma[0].length : end, fault: { at: start, words: unclosedString(false) } };
}
