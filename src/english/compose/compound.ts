import { isRowOfNouns } from './chineseVerbs.js';
import type { Piece } from './pieces.js';

type TermPiece = Extract<Piece, { type: 'term' }>;

/** More terms in a row, or more words, than these are no English name any more. */
const mostTerms = 4;
const mostWords = 6;

/**
 * Terms in a row as one English compound in the order of the Chinese: 用户 and 满意度 are 'user satisfaction'. English goes on
 * in that order only where words stand before the noun they belong to: so no term may have a preposition, article or bracket
 * (rate of …), be a verb behind others or a predicate at the end (improved), and those before the last stand in the singular.
 * A verb with one term behind it is an object: 'build science museums'. Undefined where any of this is in doubt.
 */
export function compoundOf(terms: readonly TermPiece[]): string | undefined {
  const [first, ...others] = terms;
  if (first === undefined || terms.length > mostTerms) return undefined;
  if (others.length === 0) return first.en;
  const [object] = others;
  if (verbs.test(first.en))
    return others.length === 1 && object && isNoun(object.en) ? `${first.en} ${object.en}` : undefined;
  if (!terms.every(({ en }, index) => isNoun(en) && (index === 0 || isInside(en)))) return undefined;
  if (!isRowOfNouns(terms.map(({ zh }) => zh)) || terms.flatMap(({ en }) => en.split(' ')).length > mostWords)
    return undefined;
  const before = terms.slice(0, -1).map(({ en }) => singular(en));
  const last = terms.at(-1)?.en ?? '';
  return before.includes(undefined) || !isHead(last) ? undefined : [...before, last].join(' ');
}

/** Whether it is what one says to do something: it takes an object and makes no part of a name. */
export function isVerb(en: string): boolean {
  return verbs.test(en);
}

const verbs =
  /^(?:accelerate|achieve|advance|attend|boost|build|carry|complete|conduct|create|cultivate|deepen|develop|encourage|enhance|ensure|establish|expand|foster|give|hold|implement|improve|increase|introduce|invite|launch|maintain|make|manage|operate|optimi[sz]e|organi[sz]e|participate|perform|popularise|popularize|prevent|produce|promote|protect|provide|publish|raise|reduce|renovate|serve|solve|strengthen|take|undertake|upgrade)(?: (?:out|up|on|in))?$/i;

/** Words that turn the order round, or make a sentence. */
const turning = new Set(
  'a after against an are as at be before between by during for from if in into is it not of off on onto or out over per that the their this through to under until up upon was were which while with within without'.split(
    ' ',
  ),
);

/** Letters and hyphens only, in words that stand before a noun as well as alone. */
function isNoun(en: string): boolean {
  const words = en.split(' ');
  return (
    words.every((word) => /^“?[\p{Script=Latin}\d’'-]+”?$/u.test(word) && !turning.has(word.toLowerCase())) &&
    !isVerb(en)
  );
}

/** 'Science outreach' with its capital is the start of a line, or a name: inside a text one would have to know which. */
function isInside(en: string): boolean {
  const [first = '', ...others] = en.split(' ');
  const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word) && word !== word.toUpperCase();
  return !isCapital(first) || others.filter((word) => word !== 'and').every((word) => /^\p{Lu}/u.test(word));
}

const nouns = new Set(
  'assembly breed cable daily family feed initiative need reply seed speed supply table'.split(' '),
);

/** Whether it may end a compound: no participle and no adverb. */
function isHead(en: string): boolean {
  const word = lastWord(en).toLowerCase();
  return nouns.has(word) || !/(?:ed|ly|ive|able|ible|ful|ous)$|^(?:good|normal|safe|sound)$/.test(word);
}

/** Plurals that stay so before a noun: foreign affairs office. */
const staying = new Set(
  'accounts affairs arts assets customs data finances funds goods grassroots headquarters media means news overseas premises sales savings sciences series species sports works'.split(
    ' ',
  ),
);

/**
 * The English as it stands before a noun: 'science outreach activities' is 'science outreach activity'. Undefined where the
 * singular is not certain.
 */
export function singular(en: string): string | undefined {
  const word = lastWord(en);
  const lower = word.toLowerCase();
  const stem = (ending: string, instead: string): string => `${en.slice(0, en.length - ending.length)}${instead}`;
  if (staying.has(lower) || /ics$|[’']s$/.test(lower)) return en;
  if (/^(?:children|people|men|women|mice|feet|teeth)$|s[’']$/.test(lower)) return undefined;
  if (!lower.endsWith('s') || /(?:ss|us|is)$/.test(lower)) return en;
  if (lower.length < 5 || /(?:as|os|oes|ves|[A-Z]s)$/.test(word)) return undefined;
  if (/[^aeiou]ies$/.test(lower)) return stem('ies', 'y');
  return /(?:ss|sh|ch|x|zz)es$/.test(lower) ? stem('es', '') : stem('s', '');
}

function lastWord(en: string): string {
  return en.slice(en.lastIndexOf(' ') + 1);
}
