import LineBreaker from 'linebreak';
import { boundToNext } from './numbers.js';

/**
 * Where a line of Chinese text may end: UAX #14 (the linebreak package) tightened by 避头尾.
 * Sources: Word's zh-CN kinsoku lists (OOXML settings), GB/T 15834-2011 §5.1, and the marks that linebreak lets begin a
 * line against both (· ～ — ／ × ÷), so that PDF and DOCX break alike.
 */

const notAtStart = new Set(
  '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠—–／/×÷＋',
);
const notAtEnd = new Set('$(£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥≥≤＞＜＝≧≦><=±×÷');

const wideOpening = new Set('（〔［｛「『【〖《〈');

/** Quotation marks are one class in UAX #14, so that 汉字 could never part from them; as brackets they break as Chinese does. */
const quotes = /[“”‘’]/g;
const quotesAsBrackets: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '「', '’': '」' };

/** True at index i when a line may end after the i-th character; characters are code points. */
export function breakOpportunities(characters: readonly string[]): boolean[] {
  if (characters.every(isPlain)) return characters.map((character, index) => pair(character, characters[index + 1]));
  return byRules(characters);
}

/** 汉字 and full-width marks, whose breaks depend on nothing but the two neighbours (no spaces, numbers or Latin). */
function isPlain(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code >= 0x4e00 && code <= 0x9fff) || plainMarks.has(character);
}

const plainMarks: ReadonlySet<string> = new Set('，。、；：！？（）《》〈〉“”‘’【】「」『』〔〕');
const pairs = new Map<string, boolean>();

function pair(before: string, after: string | undefined): boolean {
  if (after === undefined) return true;
  const key = before + after;
  const known = pairs.get(key);
  if (known !== undefined) return known;
  const allowed = byRules([before, after])[0] as boolean;
  if (pairs.size >= mostPairs) pairs.clear();
  pairs.set(key, allowed);
  return allowed;
}

const mostPairs = 100_000;

function byRules(characters: readonly string[]): boolean[] {
  const allowed = new Array<boolean>(characters.length).fill(false);
  const plain = characters.join('');
  const text = plain.replace(quotes, (quote, at: number) => bracketed(quote, plain[at - 1], plain[at + 1]));
  const bound = boundToNext(plain);
  const breaker = new LineBreaker(text);
  let unit = 0;
  let index = 0;
  let shown = '';
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    while (unit < next.position) {
      const character = characters[index++] as string;
      unit += character.length;
      // Spaces hang past the line's end: the line ends, for the eye, with what stands before them.
      if (character !== ' ') shown = character;
    }
    allowed[index - 1] = next.required || (!bound[unit - 1] && mayPart(shown, characters[index]));
  }
  return withWideBrackets(allowed, text, bound);
}

/** linebreak keeps letters with any opening bracket; since Unicode 13 (LB30) a full-width one may begin the line. */
function withWideBrackets(allowed: boolean[], text: string, bound: readonly boolean[]): boolean[] {
  if (!/[（〔［｛「『【〖《〈]/.test(text)) return allowed;
  let unit = 0;
  return allowed.map((may) => {
    const character = String.fromCodePoint(text.codePointAt(unit) as number);
    unit += character.length;
    const brackets = !may && wideOpening.has(text[unit] as string) && !bound[unit - 1];
    return may || (brackets && /\p{L}/u.test(character));
  });
}

/** Whether a line may end between two neighbours as far as 避头尾 goes: never before a space, always at the text's end. */
export function mayPart(before: string, after: string | undefined): boolean {
  return after === undefined || (after !== ' ' && !notAtStart.has(after) && !notAtEnd.has(before));
}

function bracketed(quote: string, before: string | undefined, after: string | undefined): string {
  return isLatin(before) && isLatin(after) ? quote : (quotesAsBrackets[quote] as string);
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /^[A-Za-z]$/.test(character);
}
