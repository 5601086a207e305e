import { otherPhrases, setPhrases } from '../lexicon/setPhrases.js';
import type { WordSlip } from './setWords.js';
import { none } from './slip.js';
import { threeCount, type Usage, usageOf } from './usage.js';

/** Phrases by the hash of the pair of characters that they begin, or end, with. */
interface Ends {
  readonly heads: ReadonlyMap<number, readonly string[]>;
  readonly tails: ReadonlyMap<number, readonly string[]>;
  /** 1 by the hash of a pair that is in either. */
  readonly hashes: Uint8Array;
}

let ends: Ends | undefined;
const right: ReadonlySet<string> = new Set([...setPhrases.split(' '), ...otherPhrases.split(' ')]);
/** Of shorter ones a writer may have another in mind. */
const longPhrase = 6;

/** The phrases that a pair of characters may be an end of. Made when first asked for. */
export function phraseEnds(): Ends {
  ends ??= endsOf();
  return ends;
}

function endsOf(): Ends {
  const [heads, tails] = [new Map<number, string[]>(), new Map<number, string[]>()];
  const hashes = new Uint8Array(0x10000);
  const add = (map: Map<number, string[]>, phrase: string, at: number): void => {
    const hash = hashOf(phrase.charCodeAt(at), phrase.charCodeAt(at + 1));
    const others = map.get(hash);
    if (others) others.push(phrase);
    else map.set(hash, [phrase]);
    hashes[hash] = 1;
  };
  for (const phrase of setPhrases.split(' ')) {
    add(heads, phrase, 0);
    add(tails, phrase, phrase.length - 2);
  }
  return { heads, tails, hashes };
}

export function hashOf(first: number, second: number): number {
  return (first * 31 + second) & 0xffff;
}

/** Phrases with one character that is another, or, of long ones, lost, by an end of theirs at a place: 谁执法准普法, 请求汇报. */
export function* phraseSlipsAt(text: string, place: number, hash: number): Generator<WordSlip> {
  const { heads, tails } = phraseEnds();
  for (const phrase of heads.get(hash) ?? none) yield* slipAt(text, place, phrase);
  for (const phrase of tails.get(hash) ?? none) {
    yield* slipAt(text, place + 2 - phrase.length, phrase);
    if (phrase.length >= longPhrase) yield* lostAt(text, place + 3 - phrase.length, phrase);
  }
}

const han = /^[\u4e00-\u9fff]+$/;

/** The slip of a phrase that begins at a place, with exactly one other character. */
function slipAt(text: string, start: number, phrase: string): readonly WordSlip[] {
  // 鼎力支持, 扬长补短: what a phrase begins with, writers choose.
  if (start < 0 || start + phrase.length > text.length || text.charCodeAt(start) !== phrase.charCodeAt(0)) return none;
  let other = -1;
  for (let i = 1; i < phrase.length; i += 1) {
    if (text.charCodeAt(start + i) === phrase.charCodeAt(i)) continue;
    if (other >= 0) return none;
    other = i;
  }
  const wrong = text.slice(start, start + phrase.length);
  if (other < 0 || right.has(wrong) || !han.test(wrong) || isWritten(text, start + other)) return none;
  return [{ start, wrong, right: phrase, kind: 'other', isSure: phrase.length >= longPhrase }];
}

/** The slip of a phrase that lacks one character within; what stands there is one shorter. */
function lostAt(text: string, start: number, phrase: string): readonly WordSlip[] {
  if (start < 0) return none;
  let at = 0;
  while (at < phrase.length && text.charCodeAt(start + at) === phrase.charCodeAt(at)) at += 1;
  if (at < 2 || at > phrase.length - 2 || !text.startsWith(phrase.slice(at + 1), start + at)) return none;
  const wrong = text.slice(start, start + phrase.length - 1);
  return right.has(wrong) ? none : [{ start, wrong, right: phrase, kind: 'lost', isSure: true }];
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
