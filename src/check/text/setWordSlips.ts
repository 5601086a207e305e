import { editsOf, type Fix } from '../fixes/fix.js';
import { hashOf, phraseEnds, phraseSlipsAt } from './setPhrases.js';
import { confusable, ownWords, setWords, type WordSlip } from './setWords.js';
import { none } from './slip.js';
import { pairCount, threeCount, usageOf } from './usage.js';
import { standsAlone } from './words.js';

/** Of shorter words the rest may be parts of two others: 行政法 of 行政执法. */
const shortestLost = 5;
const shortestOther = 3;

/** Where a set word may be wrong: its place in the list, the character, and which kind. Packed, as there are thousands. */
type Spot = number;
const lost = 1;

/** Spots by a hash of a pair of characters that the wrong word has: around what is lost, or of the wrong one and its neighbour. */
interface Index {
  /** By hash, the number of the first spot in `spots`; 0 for none. */
  readonly heads: Uint16Array;
  readonly nexts: number[];
  readonly spots: Spot[];
  /** Of spots with a wrong character that character, else 0. */
  readonly codes: number[];
}

let index: Index | undefined;

export const allSetWords: readonly string[] = Object.values(setWords).join(' ').split(' ');
/** What is right as it stands, however near to another. */
export const ownSetWords: ReadonlySet<string> = new Set([...ownWords.split(' '), ...allSetWords]);

/** Set words and set phrases with a character lost or another one in its place. Reads each character once. */
export function setWordSlips(text: string): readonly WordSlip[] {
  index ??= indexOf();
  const { heads, nexts, spots, codes } = index;
  const { hashes } = phraseEnds();
  let found: WordSlip[] | undefined;
  let first = text.charCodeAt(0);
  for (let i = 0; i + 1 < text.length; i += 1) {
    const second = text.charCodeAt(i + 1);
    const hash = hashOf(first, second);
    if (hashes[hash] === 1) for (const slip of phraseSlipsAt(text, i, hash)) found = added(found, slip);
    for (let each = heads[hash] ?? 0; each > 0; each = nexts[each] ?? 0)
      found = added(found, slipAt(text, i, spots[each] ?? 0, codes[each] ?? 0));
    first = second;
  }
  return found ?? none;
}

/** With a slip, where none of those before is there that is as sure. */
function added(found: WordSlip[] | undefined, slip: WordSlip | undefined): WordSlip[] | undefined {
  if (slip === undefined) return found;
  const end = slip.start + slip.wrong.length;
  const beside: readonly WordSlip[] =
    found?.filter(({ start, wrong }) => start >= end || slip.start >= start + wrong.length) ?? none;
  const over = (found?.length ?? 0) - beside.length;
  if (over > 0 && (!slip.isSure || found?.some((each) => each.isSure && !beside.includes(each)))) return found;
  return [...beside, slip];
}

/** The slip of a spot whose pair begins at a place of the text; undefined where the rest of the word is not there. */
function slipAt(text: string, place: number, spot: Spot, code: number): WordSlip | undefined {
  const right = allSetWords[spot >> 6] ?? '';
  const at = (spot >> 1) & 31;
  const kind = spot & lost ? 'lost' : 'other';
  const start = kind === 'lost' || at === right.length - 1 ? place - at + 1 : place - at;
  const behind = start + at + (kind === 'lost' ? 0 : 1);
  if (code > 0 && text.charCodeAt(start + at) !== code) return undefined;
  if (start < 0 || !text.startsWith(right.slice(0, at), start) || !text.startsWith(right.slice(at + 1), behind))
    return undefined;
  const wrong = text.slice(start, start + right.length - (kind === 'lost' ? 1 : 0));
  // 慰问|全覆盖 for 慰问金: its last character begins the next word.
  if (
    wrong.endsWith('全') &&
    /^(?:覆盖|部|面|程|额|体|年)/.test(text.slice(start + wrong.length, start + wrong.length + 2))
  )
    return undefined;
  // 按|完成率计分: by how much is done, so it is scored.
  if (kind === 'lost' && at === 1 && wrong.startsWith('按') && reckoned.test(text.slice(start + wrong.length)))
    return undefined;
  if (kind === 'lost' && at === 1 && isOfBefore(text.charCodeAt(start - 1), right)) return undefined;
  return ownSetWords.has(wrong) || !standsAlone(text, start, start + wrong.length)
    ? undefined
    : { start, wrong, right, kind, isSure: true };
}

const reckoned = /^(?:的?(?:高低|比例|多少))?(?:计|得|给|打|扣|折|核|评|赋|结|付|支付|拨|兑|奖|考)/;

const [leastTogether, leastOwn] = [100, 4];

/** 农资|到位率 is no 资金到位率: its first character mostly ends a word with the one before it, and seldom begins 资金 there. */
function isOfBefore(before: number, right: string): boolean {
  // 初验, 交验: not 验收.
  if (right.startsWith('验收') && /[初交终复送报]/.test(String.fromCharCode(before))) return true;
  const usage = usageOf();
  const [first = 0, ...rest] = [before, right.charCodeAt(0), right.charCodeAt(1)].map(
    (code) => usage.numbers[code] ?? 0,
  );
  const [second = 0, third = 0] = rest;
  if (first === 0) return false;
  const together = pairCount(usage, first, second);
  return together >= leastTogether && leastOwn * threeCount(usage, first, second, third) <= together;
}

function indexOf(): Index {
  const made: Index = { heads: new Uint16Array(0x10000), nexts: [0], spots: [0], codes: [0] };
  const add = (first: number, second: number, spot: Spot, code: number): void => {
    const hash = hashOf(first, second);
    made.nexts.push(made.heads[hash] ?? 0);
    made.codes.push(code);
    made.heads[hash] = made.spots.push(spot) - 1;
  };
  const others = othersByCharacter();
  for (let word = 0; word < allSetWords.length; word += 1) {
    const right = allSetWords[word] ?? '';
    for (let at = 0; at < right.length; at += 1) {
      const [before, after] = [right.charCodeAt(at - 1), right.charCodeAt(at + 1)];
      const isLast = at === right.length - 1;
      const spot = (word << 6) | (at << 1);
      if (right.length >= shortestLost && at > 0 && !isLast) add(before, after, spot | lost, 0);
      if (right.length < shortestOther) continue;
      for (const other of others.get(right.charCodeAt(at)) ?? none) {
        if (isLast) add(before, other, spot, other);
        else add(other, after, spot, other);
      }
    }
  }
  return made;
}

function othersByCharacter(): Map<number, number[]> {
  const others = new Map<number, number[]>();
  for (const group of confusable.split(' ')) {
    const codes = [...group].map((char) => char.charCodeAt(0));
    for (const code of codes)
      others.set(code, [...(others.get(code) ?? none), ...codes.filter((other) => other !== code)]);
  }
  return others;
}

export const setWord: Fix = {
  code: 'set-word',
  rule: 'known-typo',
  title: { zh: '缺字、错字的固定词语', en: 'set words with a character lost or wrong' },
  why: {
    zh: '“招标代机构”不成词，只能是“招标代理机构”；“防讯物资”只能是“防汛物资”。只改词表里的；名称以批复为准，不动。',
    en: '招标代机构 is no word and can only be 招标代理机构. Only words of the list; names are what was approved.',
  },
  examples: {
    mends: [
      ['支付招标代机构服务费', '支付招标代理机构服务费'],
      ['备齐防讯物资', '备齐防汛物资'],
    ],
    leaves: ['招标代理机构', '保护野生动物', '行政法规', '法制宣传教育', '轨道交通安全'],
  },
  find: (text, { kind }) => {
    if (kind === 'name' || kind === 'indicator') return [];
    const slips = setWordSlips(text).filter(({ isSure }) => isSure);
    if (slips.length === 0) return [];
    const right = new Map(slips.map((slip) => [slip.wrong, slip.right]));
    return editsOf(text, new RegExp([...right.keys()].join('|'), 'g'), ([wrong]) => right.get(wrong));
  },
};
