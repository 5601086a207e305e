import {
  areaWords,
  householdWords,
  lengthWords,
  mannerVerbs,
  mannerWords,
  moneyWords,
  peopleWords,
  shareWords,
  timeWords,
  weightWords,
} from '../lexicon/counted.js';

/** What an indicator's name asks for, as far as its last word tells. */
export type NameKind = 'people' | 'share' | 'length' | 'area' | 'time' | 'weight' | 'money' | 'household' | 'manner';

const ends = (words: readonly string[], behind = ''): RegExp => new RegExp(`(?:${words.join('|')})${behind}$`, 'u');

const kinds: readonly (readonly [NameKind, RegExp])[] = [
  ['share', ends(shareWords)],
  ['household', ends(householdWords)],
  ['length', ends(lengthWords)],
  ['area', ends(areaWords)],
  ['time', ends(timeWords)],
  ['weight', ends(weightWords)],
  ['money', ends(moneyWords)],
  ['people', ends(peopleWords, '(?:数量?|总数|名额|规模)?')],
  ['manner', ends([`(?:${mannerWords.join('|')})(?:${mannerVerbs.join('|')})`])],
];

/** More than any ending has, with what must not stand before it. */
const longestEnd = 12;
const bracket = /[（(][^（()）]{0,12}[)）]$/;
/** A number that stands behind what it counts: 护河员45人. */
const counted = /\d+(?:\.\d+)?[人名位个]?$/;

/** A name without its last bracket and without a number behind it. */
export function bareOf(name: string): string {
  return name.slice(-40).trim().replace(bracket, '').trim().replace(counted, '').trim();
}

const known = new Map<string, NameKind | undefined>();
/** Several rules ask for the same names; those of a stranger's report must not fill the memory. */
const mostKnown = 5000;

/** The kind of a name; undefined where its last word does not tell, as of 培训 or 平台建设. */
export function nameKind(name: string): NameKind | undefined {
  if (known.has(name)) return known.get(name);
  const end = bareOf(name).slice(-longestEnd);
  const kind = kinds.find(([, pattern]) => pattern.test(end))?.[0];
  if (known.size < mostKnown && name.length < 60) known.set(name, kind);
  return kind;
}
