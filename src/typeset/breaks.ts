import LineBreaker from 'linebreak';
import { boundToNext } from './numbers.js';

/**
 * Where a line of Chinese text may end: UAX #14 (the linebreak package) tightened by 避头尾.
 * Sources: Word's zh-CN kinsoku lists (OOXML settings) and GB/T 15834-2011 §5.1. Added are the marks that linebreak lets begin
 * a line and these two do not (· ～ — ／ × ÷), so that PDF and DOCX break alike.
 */

const notAtStart = new Set(
  '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠—–／/×÷＋',
);
const notAtEnd = new Set('$(£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥≥≤＞＜＝≧≦><=±×÷');

const wideOpening = new Set('（〔［｛「『【〖《〈');

/** UAX #14 has one class for opening and closing quotation marks and breaks beside neither. We treat them as brackets. */
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
      // Spaces at a line's end are not seen: what counts is the character before them.
      if (character !== ' ') shown = character;
    }
    allowed[index - 1] = next.required || (!bound[unit - 1] && mayBreakBetween(shown, characters[index]));
  }
  return withWideBrackets(allowed, text, bound);
}

/** linebreak never breaks between a letter and an opening bracket; since Unicode 13 (LB30) a full-width one may begin a line. */
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

/** Whether 避头尾 lets a line end between two neighbours: never before a space, always at the text's end. */
export function mayBreakBetween(before: string, after: string | undefined): boolean {
  return after === undefined || (after !== ' ' && !notAtStart.has(after) && !notAtEnd.has(before));
}

function bracketed(quote: string, before: string | undefined, after: string | undefined): string {
  return isLatin(before) && isLatin(after) ? quote : (quotesAsBrackets[quote] as string);
}

function isLatin(character: string | undefined): boolean {
  return character !== undefined && /^[A-Za-z]$/.test(character);
}
