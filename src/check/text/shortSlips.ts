import { ownShortWords, shortWords } from '../lexicon/shortWords.js';
import { lookalikesOf } from './setWords.js';
import { none } from './slip.js';
import { soundTable } from './soundSlips.js';
import { isWithinWord } from './words.js';

/** A word of two characters that stands with another one of the same sound or look. */
export interface ShortSlip {
  readonly start: number;
  readonly wrong: string;
  readonly right: string;
}

interface Index {
  readonly sounds: Uint16Array;
  /** Flags of the pairs of sounds that a word has, and of the characters that a look-alike begins with: most pairs need one look. */
  readonly soundPairs: Uint8Array;
  readonly lookFirsts: Uint8Array;
  /** Words by the sounds of both characters. */
  readonly bySound: ReadonlyMap<number, readonly string[]>;
  /** Words by the two characters of a look-alike. */
  readonly byLook: ReadonlyMap<number, string>;
}

/** There are fewer syllables than this. */
const most = 512;

let index: Index | undefined;

const own: ReadonlySet<string> = new Set(ownShortWords.split(' '));
/** Characters that are words by themselves: 会及 of 委员会|及. */
const alone =
  /[的了和与及或在于对为将把按从向至到各每该本我其等已未不可会要能应由以也就都而且但并之所用里时后前中内外上下暨率全接是有使让做者县市区镇乡村街]/;
/** Behind the issuer of a document, 庆科基发〔2021〕9号, and behind the name of a place. */
const issuer = /^[县市区镇乡村]|^[\u4e00-\u9fff]{0,3}[〔[（(【]\d{4}/;

/** Slips of short words: 设被 for 设备, where the dictionary of the platform knows no word with either character. */
export function shortSlips(text: string): readonly ShortSlip[] {
  index ??= indexOf();
  const { sounds, soundPairs, lookFirsts, bySound, byLook } = index;
  let found: ShortSlip[] | undefined;
  for (let i = 0; i + 1 < text.length; i += 1) {
    const [first, second] = [text.charCodeAt(i), text.charCodeAt(i + 1)];
    const [one, other] = [sounds[first] ?? 0, sounds[second] ?? 0];
    const words = soundPairs[one * most + other] === 1 ? bySound.get(one * most + other) : undefined;
    const look = lookFirsts[first] === 1 ? byLook.get(first * 0x10000 + second) : undefined;
    if (words === undefined && look === undefined) continue;
    const wrong = text.slice(i, i + 2);
    if (words?.includes(wrong)) continue;
    // One of the two stands as it should; the other makes no word with its neighbours.
    const right = words?.find((word) => word[0] === wrong[0] || word[1] === wrong[1]) ?? look;
    if (right === undefined || own.has(wrong)) continue;
    const odd = wrong[0] === right[0] ? wrong.charAt(1) : wrong.charAt(0);
    if (alone.test(odd) || isWithinWord(text, i) || isWithinWord(text, i + 1)) continue;
    if (issuer.test(text.slice(i + 2, i + 10))) continue;
    found = [...(found ?? none), { start: i, wrong, right }];
  }
  return found ?? none;
}

function indexOf(): Index {
  const sounds = soundTable();
  const [soundPairs, lookFirsts] = [new Uint8Array(most * most), new Uint8Array(0x10000)];
  const bySound = new Map<number, string[]>();
  const byLook = new Map<number, string>();
  const words = shortWords.split(' ');
  for (const word of words) {
    const [one, other] = [sounds[word.charCodeAt(0)] ?? 0, sounds[word.charCodeAt(1)] ?? 0];
    if (one > 0 && other > 0) {
      const key = one * most + other;
      soundPairs[key] = 1;
      bySound.set(key, [...(bySound.get(key) ?? []), word]);
    }
    for (const at of [0, 1])
      for (const char of lookalikesOf(word.charAt(at))) {
        const wrong = at === 0 ? char + word.charAt(1) : word.charAt(0) + char;
        if (char === word[at]) continue;
        lookFirsts[wrong.charCodeAt(0)] = 1;
        byLook.set(wrong.charCodeAt(0) * 0x10000 + wrong.charCodeAt(1), word);
      }
  }
  return { sounds, soundPairs, lookFirsts, bySound, byLook };
}
