import { homophones } from '../lexicon/homophones.js';
import { allSetWords, ownSetWords } from './setWordSlips.js';
import { none } from './slip.js';
import { isWithinWord, standsAlone } from './words.js';

/** A set word that stands written as it sounds. */
export interface SoundSlip {
  readonly start: number;
  readonly wrong: string;
  readonly right: string;
  /** What stands there is no word of its own: 绩校目标, not 事实方案. */
  readonly isSure: boolean;
}

interface Index {
  /** By UTF-16 unit, the number of its sound; 0 for what has none. */
  readonly sounds: Uint16Array;
  /** By hash of the first three sounds, the first word with them; 0 for none. */
  readonly heads: Uint16Array;
  /** The next word of the same hash. */
  readonly nexts: Uint16Array;
}

let index: Index | undefined;

const shortest = 3;

/** Set words whose characters are others of the same sound. Reads each character once; made when first asked. */
export function soundSlips(text: string): readonly SoundSlip[] {
  if (text.length < shortest) return none;
  index ??= indexOf();
  const { sounds, heads, nexts } = index;
  let found: SoundSlip[] | undefined;
  let first = sounds[text.charCodeAt(0)] ?? 0;
  let second = sounds[text.charCodeAt(1)] ?? 0;
  for (let i = 0; i + 2 < text.length; i += 1) {
    const third = sounds[text.charCodeAt(i + 2)] ?? 0;
    if (first > 0 && second > 0 && third > 0) {
      for (let word = heads[hashOf(first, second, third)] ?? 0; word > 0; word = nexts[word] ?? 0) {
        const right = allSetWords[word - 1] ?? '';
        if (!soundsLike(text, i, right, sounds)) continue;
        const slip = slipAt(text, i, right);
        if (slip && !found?.some(({ start, wrong }) => i < start + wrong.length)) found = [...(found ?? none), slip];
      }
    }
    first = second;
    second = third;
  }
  return found ?? none;
}

/** By UTF-16 unit, the number of its sound; 0 for what has none. */
export function soundTable(): Uint16Array {
  index ??= indexOf();
  return index.sounds;
}

/** The number of a character's sound; 0 for what has none. */
export function soundOf(char: string): number {
  return soundTable()[char.charCodeAt(0)] ?? 0;
}

function soundsLike(text: string, start: number, word: string, sounds: Uint16Array): boolean {
  if (start + word.length > text.length) return false;
  for (let at = 0; at < word.length; at += 1)
    if (sounds[text.charCodeAt(start + at)] !== sounds[word.charCodeAt(at)]) return false;
  return true;
}

/** Most of the word must stand as it should, and what stands there must be no word that the list has too. */
function slipAt(text: string, start: number, right: string): SoundSlip | undefined {
  const end = start + right.length;
  const wrong = text.slice(start, end);
  if (wrong === right || ownSetWords.has(wrong)) return undefined;
  const others = [...right].flatMap((char, at) => (char === wrong[at] ? [] : [start + at]));
  if (others.length * 2 > right.length || !standsAlone(text, start, end)) return undefined;
  return { start, wrong, right, isSure: !others.some((at) => isWithinWord(text, at)) };
}

function indexOf(): Index {
  const sounds = new Uint16Array(0x10000);
  for (const [number, group] of homophones.split(' ').entries())
    for (const char of group) sounds[char.charCodeAt(0)] = number + 1;
  const heads = new Uint16Array(0x10000);
  const nexts = new Uint16Array(allSetWords.length + 1);
  for (const [at, word] of allSetWords.entries()) {
    if (word.length < shortest) continue;
    const [first = 0, second = 0, third = 0] = [...word.slice(0, 3)].map((char) => sounds[char.charCodeAt(0)] ?? 0);
    if (first === 0 || second === 0 || third === 0) continue;
    const hash = hashOf(first, second, third);
    nexts[at + 1] = heads[hash] ?? 0;
    heads[hash] = at + 1;
  }
  return { sounds, heads, nexts };
}

function hashOf(first: number, second: number, third: number): number {
  return ((first * 31 + second) * 31 + third) & 0xffff;
}
