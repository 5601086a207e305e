import { otherPhrases, setPhrases } from '../lexicon/setPhrases.js';
import { none, type Slip } from './slip.js';
import { threeCount, type Usage, usageOf } from './usage.js';

/** Phrases that begin, or end, with a pair of characters. */
interface Ends {
  readonly heads: ReadonlyMap<number, readonly string[]>;
  readonly tails: ReadonlyMap<number, readonly string[]>;
  /** 1 by the hash of a pair that is in either. */
  readonly hashes: Uint8Array;
}

let ends: Ends | undefined;
const right: ReadonlySet<string> = new Set([...setPhrases.split(' '), ...otherPhrases.split(' ')]);

function endsOf(): Ends {
  const [heads, tails] = [new Map<number, string[]>(), new Map<number, string[]>()];
  const hashes = new Uint8Array(0x10000);
  for (const phrase of setPhrases.split(' '))
    for (const [map, at] of [
      [heads, 0],
      [tails, phrase.length - 2],
    ] as const) {
      const pair = pairAt(phrase, at);
      map.set(pair, [...(map.get(pair) ?? []), phrase]);
      hashes[hashOf(phrase.charCodeAt(at), phrase.charCodeAt(at + 1))] = 1;
    }
  return { heads, tails, hashes };
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

function hashOf(first: number, second: number): number {
  return (first * 31 + second) & 0xffff;
}

/** Phrases of set wording with one character that is another, or, of long ones, lost: 谁执法准普法, 请求汇报. */
export function setPhraseSlips(text: string): readonly Slip[] {
  ends ??= endsOf();
  const { heads, tails, hashes } = ends;
  let found: Slip[] | undefined;
  let second = text.charCodeAt(0);
  for (let i = 0; i + 1 < text.length; i += 1) {
    const first = second;
    second = text.charCodeAt(i + 1);
    if (hashes[hashOf(first, second)] === 0) continue;
    const pair = pairAt(text, i);
    for (const phrase of heads.get(pair) ?? none) found = added(found, slipAt(text, i, phrase));
    for (const phrase of tails.get(pair) ?? none) {
      found = added(found, slipAt(text, i + 2 - phrase.length, phrase));
      if (phrase.length >= longPhrase) found = added(found, lostAt(text, i + 3 - phrase.length, phrase));
    }
  }
  return found ?? none;
}

const longPhrase = 6;

function added(found: Slip[] | undefined, slip: Slip | undefined): Slip[] | undefined {
  if (slip === undefined || found?.some(({ start, end }) => start < slip.end && slip.start < end)) return found;
  return [...(found ?? []), slip];
}

const han = /^[\u4e00-\u9fff]+$/;

/** The slip of a phrase that begins at a place, with exactly one other character. */
function slipAt(text: string, start: number, phrase: string): Slip | undefined {
  let other = -1;
  if (start < 0 || start + phrase.length > text.length) return undefined;
  for (let i = 0; i < phrase.length; i += 1) {
    if (text.charCodeAt(start + i) === phrase.charCodeAt(i)) continue;
    if (other >= 0) return undefined;
    other = i;
  }
  const written = text.slice(start, start + phrase.length);
  // 鼎力支持, 扬长补短: what a phrase begins with, writers choose.
  if (other < 1 || right.has(written) || !han.test(written) || isWritten(text, start + other)) return undefined;
  return slipOf(start, written, phrase);
}

/** The slip of a phrase that lacks one character within; what stands there is one shorter. */
function lostAt(text: string, start: number, phrase: string): Slip | undefined {
  if (start < 0) return undefined;
  let at = 0;
  while (at < phrase.length && text.charCodeAt(start + at) === phrase.charCodeAt(at)) at += 1;
  if (at < 2 || at > phrase.length - 2 || !text.startsWith(phrase.slice(at + 1), start + at)) return undefined;
  const written = text.slice(start, start + phrase.length - 1);
  return right.has(written) ? undefined : slipOf(start, written, phrase);
}

function slipOf(start: number, written: string, phrase: string): Slip {
  return {
    ...{ start, end: start + written.length },
    zh: `“${written}”应为“${phrase}”`,
    en: `${written} should be ${phrase}`,
    ...(phrase.length < longPhrase && { severity: 'hint' as const }),
  };
}

/** Whether a character stands so with its neighbours elsewhere: then it may be meant. */
function isWritten(text: string, at: number): boolean {
  const usage = usageOf();
  for (let from = at - 2; from <= at; from += 1) if (threeAt(usage, text, from) > 0) return true;
  return false;
}

function threeAt(usage: Usage, text: string, from: number): number {
  const [first = 0, second = 0, third = 0] = [from, from + 1, from + 2].map(
    (at) => usage.numbers[text.charCodeAt(at)] ?? 0,
  );
  return first === 0 || second === 0 || third === 0 ? 0 : threeCount(usage, first, second, third);
}
