import { editsOf, type Fix } from '../fixes/fix.js';
import { hashOf } from './setPhrases.js';
import { none } from './slip.js';
import { typoList } from './typoList.js';
import { typoPairs } from './typoPairs.js';
import { standsAlone } from './words.js';

/** A wrong word, the right one and the reason. */
export interface Typo {
  readonly wrong: string;
  readonly right: string;
  readonly why: string;
}

/** A typo with the pattern that is tried where its first two characters stand. */
interface Tried extends Typo {
  readonly pattern?: RegExp;
}

/** Typos by the hash of their first two characters, and 1 for each hash that has some. */
const byHash = new Map<number, Tried[]>();
const hashes = new Uint8Array(0x10000);
for (const [why, list] of Object.entries(typoList))
  for (const [wrong, right, behind = '', before = ''] of list)
    add({ wrong, right, why, pattern: new RegExp(before + wrong + behind, 'y') });
for (const [why, list] of Object.entries(typoPairs))
  for (const each of list.split(' ')) {
    const [wrong = '', right = ''] = each.split('=');
    add({ wrong, right, why });
  }

function add(tried: Tried): void {
  const hash = hashOf(tried.wrong.charCodeAt(0), tried.wrong.charCodeAt(1));
  const others = byHash.get(hash);
  if (others) others.push(tried);
  else byHash.set(hash, [tried]);
  hashes[hash] = 1;
}

/** A typo with its place. */
export interface TypoAt {
  readonly start: number;
  readonly typo: Typo;
}

/**
 * The typos of a text, one character read after the other; 建立建全 is one, not a 建全 as well. The fix mends those few of them
 * that are no word anywhere.
 */
export function typosIn(text: string): readonly TypoAt[] {
  let found: TypoAt[] | undefined;
  for (let i = 0; i + 1 < text.length; i += 1) {
    const hash = hashOf(text.charCodeAt(i), text.charCodeAt(i + 1));
    if (hashes[hash] === 0) continue;
    const typo = byHash.get(hash)?.find((each) => matchesAt(each, text, i));
    if (!typo) continue;
    found ??= [];
    found.push({ start: i, typo });
    i += typo.wrong.length - 1;
  }
  return found ?? none;
}

function matchesAt({ pattern, wrong }: Tried, text: string, at: number): boolean {
  if (!pattern) return text.startsWith(wrong, at) && standsAlone(text, at, at + wrong.length);
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Of the typos those that may be mended unseen: what stands before and behind them leaves no other reading. */
const sure = /(?<![选海挺提])拔(?=[付款])|建立建全|部暑(?=[落工安任开实到推])/g;
const right: Readonly<Record<string, string>> = { 拔: '拨', 建立建全: '建立健全', 部暑: '部署' };

export const typo: Fix = {
  code: 'typo',
  rule: 'known-typo',
  title: { zh: '常见错别字', en: 'common slips of the pen' },
  why: {
    zh: '拔付、建立建全不成词，网站错敏信息监测按错字通报。名称里的不动：名称以批复为准。',
    en: '拔付 and 建立建全 are no words, and site monitoring reports them. Names are let be: they are what was approved.',
  },
  examples: {
    mends: [
      ['资金拔付及时', '资金拨付及时'],
      ['建立建全机制', '建立健全机制'],
      ['按时拔款', '按时拨款'],
    ],
    leaves: ['选拔付出', '海拔', '建立健全', '教育部暑期活动'],
  },
  find: (text, { kind }) => {
    const edits = kind === 'name' ? [] : editsOf(text, sure, ([slip]) => right[slip]);
    if (edits.length === 0) return edits;
    const flagged = new Set(typosIn(text).flatMap(({ start, typo }) => Array.from(typo.wrong, (_, at) => start + at)));
    return edits.filter(({ start }) => flagged.has(start));
  },
};
