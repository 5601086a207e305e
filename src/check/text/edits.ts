import { lookalikesOf } from './setWords.js';
import { none } from './slip.js';
import { soundsLike } from './sounds.js';
import type { Tokens } from './tokens.js';
import { chance, chancesOf, pairAt, pairCount, threeCount, type Usage } from './usage.js';

/** What typing may have done: another character of the same sound, of a like look; one lost; two changed about. */
export type EditKind = 'sound' | 'look' | 'lost' | 'turned';

/** One edit that makes a text likelier, with what tells whether it mends a slip. Logarithms are natural. */
export interface Edit {
  readonly kind: EditKind;
  /** The first of the tokens that it replaces, and how many. */
  readonly at: number;
  readonly length: number;
  readonly right: readonly number[];
  /** How much likelier the text becomes, in logarithms. */
  readonly gain: number;
  /** How often three, and two, characters stand together that hold what is new, at most; and what is old. */
  readonly threeNew: number;
  readonly pairNew: number;
  readonly threeOld: number;
  readonly pairOld: number;
  /** The logarithm of the chance of the most surprising character there. */
  readonly surprise: number;
  /** Of the new character behind those before it, and of the next behind it. */
  readonly newChance: number;
  readonly nextChance: number;
}

/** Less surprising places are not looked at; for what is lost, which more edits would mend, only the most surprising. */
const [surprising, mostSurprising] = [-8, -12];
/** Nor those where three, or two, in a row are likelier. */
const [unlikely, unlikelyTwo] = [-19, -20];
const usual = -3;
/** Two that stand together so often are not changed about. */
const together = 64;
/** A character that is expected behind those before it is right. */
const unexpected = -3.5;
/** How seldom each happens, as a logarithm: an edit must gain more than that. */
const price: Readonly<Record<EditKind, number>> = { sound: 6, look: 7.5, lost: 6, turned: 9 };
/** Shorter runs of 汉字 are units and choices. */
const shortestRun = 3;
/** Small words and measures stand everywhere: they are no mend. */
const small = '的了和与及或在于是为将把从向到至也就都而且但并之所以由被对可不一有这那上下中们个人等要会能其年月日时者';

/** The edits of the surprising places of a text that make it likelier. */
export function editsOf(usage: Usage, { numbers: all, length }: Tokens): readonly Edit[] {
  const text = all.subarray(0, length);
  const chances = new Float64Array(length + 4);
  // Behind the end as much is expected as elsewhere, so that ends are looked at as well.
  chances.fill(usual, length);
  chancesOf(usage, text, chances);
  let least = 0;
  for (let i = 1; i < length; i += 1) if ((chances[i] as number) < least) least = chances[i] as number;
  return least < surprising ? new Editor(usage, text, chances).edits() : none;
}

interface Confused {
  readonly sounds: Uint16Array;
  readonly looks: Uint16Array;
}

const confused = new WeakMap<Usage, Map<number, Confused>>();

/** The numbers of the characters that one is taken for. */
function confusedWith(usage: Usage, number: number): Confused {
  let all = confused.get(usage);
  if (all === undefined) {
    all = new Map();
    confused.set(usage, all);
  }
  let known = all.get(number);
  if (known === undefined) {
    const char = usage.characters.charAt(number);
    known = { sounds: numbersOf(usage, soundsLike(char)), looks: numbersOf(usage, lookalikesOf(char)) };
    all.set(number, known);
  }
  return known;
}

function numbersOf({ numbers }: Usage, chars: string): Uint16Array {
  const found = new Uint16Array(chars.length);
  let length = 0;
  for (let i = 0; i < chars.length; i += 1) {
    const number = numbers[chars.charCodeAt(i)] as number;
    if (number > 0 && !small.includes(chars.charAt(i))) found[length++] = number;
  }
  return found.subarray(0, length);
}

class Editor {
  readonly found: Edit[] = [];

  constructor(
    readonly usage: Usage,
    readonly text: Uint16Array,
    readonly chances: Float64Array,
  ) {}

  edits(): readonly Edit[] {
    const { text, chances } = this;
    for (let i = 1; i + 1 < text.length; i += 1) {
      if (!this.isHan(text[i] as number)) continue;
      const surprise = Math.min(chances[i] as number, chances[i + 1] as number);
      const sum = (chances[i] as number) + (chances[i + 1] as number) + (chances[i + 2] as number);
      if (surprise < surprising && sum < unlikely && this.runAround(i) >= shortestRun) {
        if ((chances[i] as number) < unexpected) this.others(i, surprise);
        this.turned(i, surprise);
      }
      if (
        (chances[i + 1] as number) + (chances[i + 2] as number) < unlikelyTwo &&
        Math.min(chances[i + 1] as number, chances[i + 2] as number) < mostSurprising
      )
        this.lost(i);
    }
    return this.found;
  }

  isHan(number: number): boolean {
    return this.usage.isHan[number] === 1;
  }

  runAround(at: number): number {
    let [from, to] = [at, at];
    while (from > 0 && this.isHan(this.text[from - 1] as number)) from -= 1;
    while (to + 1 < this.text.length && this.isHan(this.text[to + 1] as number)) to += 1;
    return to - from + 1;
  }

  /** Another character in the place of one. */
  others(at: number, surprise: number): void {
    const { usage, text } = this;
    const [before, here, behind] = [text[at - 1] as number, text[at] as number, text[at + 1] as number];
    const { sounds, looks } = confusedWith(usage, here);
    for (let i = 0; i < sounds.length + looks.length; i += 1) {
      const other = (i < sounds.length ? sounds[i] : looks[i - sounds.length]) as number;
      if (other === here || (pairAt(usage, other, behind) < 0 && pairAt(usage, before, other) < 0)) continue;
      this.tried(i < sounds.length ? 'sound' : 'look', at, 1, [other], surprise);
    }
  }

  /** Tells the 汉字 that stand behind the two characters before a place once in some times, but for small words. */
  following(at: number, times: number, tell: (number: number) => void): void {
    const { usage, text } = this;
    const before = text[at - 1] as number;
    const pair = at < 2 || !this.isHan(before) ? -1 : pairAt(usage, text[at - 2] as number, before);
    if (pair < 0) return;
    const least = (usage.pairCounts[pair] as number) - Math.log2(times);
    const end = usage.threeRows[pair + 1] as number;
    for (let three = usage.threeRows[pair] as number; three < end; three += 1)
      if ((usage.threeCounts[three] as number) >= least && this.isMend(usage.threes[three] as number))
        tell(usage.threes[three] as number);
  }

  /** A character between two. */
  lost(at: number): void {
    const behind = this.text[at + 1] as number;
    this.following(at + 1, 16, (other) => {
      if (pairAt(this.usage, other, behind) >= 0)
        this.tried('lost', at + 1, 0, [other], this.chances[at + 1] as number);
    });
  }

  turned(at: number, surprise: number): void {
    const [here, behind] = [this.text[at] as number, this.text[at + 1] as number];
    if (here === behind || !this.isHan(behind) || pairAt(this.usage, behind, here) < 0) return;
    if (pairCount(this.usage, here, behind) < together) this.tried('turned', at, 2, [behind, here], surprise);
  }

  tried(kind: EditKind, at: number, length: number, right: readonly number[], surprise: number): void {
    const { usage, text } = this;
    // What an edit changes is its own characters and the two behind.
    let was = 0;
    for (let i = at; i < at + length + 2 && i < text.length; i += 1) was += this.chances[i] as number;
    const least = was + price[kind];
    let [first, second] = [at > 1 ? (text[at - 2] as number) : 0, text[at - 1] as number];
    let is = 0;
    for (let i = at; i < at + right.length + 2 && is > least; i += 1) {
      const third = i < at + right.length ? (right[i - at] as number) : text[i + length - right.length];
      if (third === undefined) break;
      is += chance(usage, first, second, third);
      first = second;
      second = third;
    }
    const gain = is - least;
    if (gain <= 0) return;
    const from = Math.max(0, at - 2);
    const place = at - from;
    const edited = [...text.subarray(from, at), ...right, ...text.subarray(at + length, at + length + 2)];
    const ahead = (i: number): number =>
      i < edited.length
        ? chance(usage, i > 1 ? (edited[i - 2] as number) : 0, edited[i - 1] as number, edited[i] as number)
        : 0;
    const old = [...text.subarray(from, at + length + 2)];
    const isOne = right.length === 1;
    this.found.push({
      ...{ kind, at, length, right, gain, surprise },
      threeNew: Math.min(...right.map((_, i) => this.three(edited, place + i))),
      pairNew: isOne ? this.pair(edited, place) : this.pairOf(right),
      threeOld: kind === 'lost' || length > 2 ? 0 : this.three(old, place),
      pairOld: this.pairOld(kind, old, place),
      newChance: ahead(place),
      nextChance: ahead(place + 1),
    });
  }

  pairOld(kind: EditKind, old: readonly number[], place: number): number {
    if (kind === 'lost') return pairCount(this.usage, old[place - 1] as number, old[place] ?? 0);
    return kind === 'turned' ? this.pairOf(old.slice(place)) : this.pair(old, place);
  }

  pairOf([first = 0, second = 0]: readonly number[]): number {
    return pairCount(this.usage, first, second);
  }

  isMend(number: number): boolean {
    return this.isHan(number) && !small.includes(this.usage.characters.charAt(number));
  }

  /** How often three 汉字 stand together that hold the one at a place, at most. */
  three(text: readonly number[], place: number): number {
    let most = 0;
    for (let i = Math.max(0, place - 2); i <= place && i + 2 < text.length; i += 1) {
      const [first = 0, second = 0, third = 0] = text.slice(i, i + 3);
      if (this.isHan(first) && this.isHan(second) && this.isHan(third))
        most = Math.max(most, threeCount(this.usage, first, second, third));
    }
    return most;
  }

  pair(text: readonly number[], place: number): number {
    const [before = 0, here = 0, behind = 0] = [text[place - 1], text[place], text[place + 1]];
    return Math.max(
      this.isHan(before) ? pairCount(this.usage, before, here) : 0,
      this.isHan(behind) ? pairCount(this.usage, here, behind) : 0,
    );
  }
}
