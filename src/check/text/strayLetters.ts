import type { Edit, Fix } from '../fixes/fix.js';
import { allSetWords } from './setWordSlips.js';
import { none, type Slip } from './slip.js';
import { wordStart } from './words.js';

/** Letters between 汉字, with a comma that came along: 节水Q型, 办学条rnI,牛, 就业LJUI,冈位. */
const between = /(?<=[\u4e00-\u9fff])([A-Za-z]{1,6})([,.'`]?)(?=[\u4e00-\u9fff])/g;
/** The same before a mark or at the end, where only odd letters are told: 办学条rnI。 */
const atEnd = /(?<=[\u4e00-\u9fff]{2})([A-Za-z]{2,6})(?=[。；，、！？]|$)/g;
/** What a single letter stands before: A级, B超, X光, C区, H股; and behind: 方案A, 附录B. */
const behindLetter =
  /^(?:[类级区座栋楼型形弯段标包组线股超光恤卷字轮馆厅幢号网公医书部县市镇乡村站库层版等队校班点岛门波粉轴路行盘端集面列角射染色系柱架位方单家档照证票店院所户园场井泵机床膜管片液柜箱车船桥岸坡岗值轨图表码键波段企代股米相应]|[是为中的和与及或在取有按由从到至、（])/;
const beforeLetter =
  /(?:方案|附录|附表|附件|型号|系数|变量|参数|指标|地块|标段|户型|项目|工程|产品|样品|版本|地铁|出口|入口|通道|会议室|教室|病区|[班区类级栋座楼厅馆门线路图表点井站甲乙丙丁加联])$/;
/** Single letters that brands and words begin with: e通办, i志愿, 数据N级. */
const brands = /[eivxnk]/;
/** Known words of small and capital letters. */
const mixed =
  /^(?:i(?:Pad|Phone|OS|Cloud|Mac)|e(?:ID|SIM|VTOL|Health|MBB|Learning)|p(?:H|GIS)|m(?:RNA|L|AH|A|V|W|g|Gy)|k(?:W|V|Pa|VA|Wh|Hz|N|J|B|b)|d(?:B|BA|BM)|h(?:Pa|PV)|[vn](?:CPU|CoV|GPU)|c(?:GMP|fDNA)|r(?:RNA|PET)|t(?:RNA)|u(?:RLLC)|web?GIS|g(?:RPC)|x(?:PON)|o(?:A)|vR|aI|aPP|app[A-Z]?)$|^I{1,3}o$/;

/** Letters inside of Chinese words, mostly 汉字 that a scanner misread. */
export function strayLetters(text: string): Iterable<Slip> {
  return /[\u4e00-\u9fff][A-Za-z]{1,6}(?:[,.'`]?[\u4e00-\u9fff]|[。；，、！？]|$)/.test(text) ? slips(text) : none;
}

function* slips(text: string): Generator<Slip> {
  for (const { 0: found, 1: letters = '', 2: mark = '', index } of text.matchAll(between)) {
    const [front, back] = [
      text.slice(Math.max(0, index - 8), index),
      text.slice(index + found.length, index + found.length + 8),
    ];
    const word = wordRound(front, back, mark !== '');
    const isStray =
      word !== undefined ||
      (letters.length === 1 ? isOddLetter(letters, front, back) : isOddWord(letters)) ||
      partsWord(letters, front, back);
    if (!isStray) continue;
    const [zh, en] = word === undefined ? ['', ''] : [`，疑为“${word}”`, `: ${word}?`];
    yield { start: index, end: index + found.length, zh: `词中夹了字母${zh}`, en: `letters inside a word${en}` };
  }
  for (const { 0: letters, index } of text.matchAll(atEnd))
    if (isOddWord(letters))
      yield { start: index, end: index + letters.length, zh: '词尾夹了字母', en: 'letters at the end of a word' };
}

/** Words of small letters that stand between 汉字 as they are. */
const smallWords =
  /^(?:app|web|wifi|pc|ppt|pdf|ip|it|ai|vr|ar|led|usb|gps|cad|vip|pos|km|kg|cm|mm|kw|mg|ml|ph|pm|etc|vs|or|and|of|in)$/i;

/** Small letters that part a word: 设ii备, 资jin金. */
function partsWord(letters: string, front: string, back: string): boolean {
  if (!/^[a-z]{1,5}$/.test(letters) || smallWords.test(letters)) return false;
  if (letters.length === 1 && brands.test(letters) && letters !== 'k') return false;
  const left = /[\u4e00-\u9fff]{1,4}$/.exec(front)?.[0] ?? '';
  const right = /^[\u4e00-\u9fff]{1,4}/.exec(back)?.[0] ?? '';
  const start = wordStart(left + right, left.length);
  return start !== undefined && start < left.length;
}

function isOddLetter(letter: string, front: string, back: string): boolean {
  return !brands.test(letter) && !behindLetter.test(back) && !beforeLetter.test(front);
}

/** rnI, IIo, lJ: small and capital letters in no order that a word has. */
function isOddWord(letters: string): boolean {
  const isMixed = /[a-z][A-Z]/.test(letters) || /^[A-Z]{2,}[a-z]+$/.test(letters);
  return (
    isMixed && !mixed.test(letters) && !/^[A-Z][a-z]+(?:[A-Z]+[a-z]*)+$/.test(letters) && !/^[A-Z]{2,}s$/.test(letters)
  );
}

const shortest = 3;

/**
 * The set word that the letters stand in, or stand for one character of. With a mark behind them a further character may be a part
 * of what was misread: 就业 LJUI,冈 位.
 */
function wordRound(front: string, back: string, hasMark: boolean): string | undefined {
  return allSetWords.find((word) => {
    if (word.length < shortest) return false;
    for (let at = 1; at < word.length; at += 1) {
      if (!front.endsWith(word.slice(0, at))) continue;
      if (back.startsWith(word.slice(at))) return true;
      const rest = word.slice(at + 1);
      if (at < 2 && rest.length < 2) continue;
      if (rest !== '' && (back.startsWith(rest) || (hasMark && back.slice(1).startsWith(rest)))) return true;
      if (rest === '' && hasMark && at >= shortest) return true;
    }
    return false;
  });
}

export const strayLetter: Fix = {
  code: 'stray-letter',
  rule: 'stray-letter',
  title: { zh: '词中多出的字母', en: 'letters inside a set word' },
  why: {
    zh: '去掉字母正好是一个固定词语（节水型机关），字母只能是多出来的；代替了汉字的不动。名称不动。',
    en: 'Where without the letters there is a set word, they are too many. Letters in the place of a character are let be, and names.',
  },
  examples: {
    mends: [
      ['创建节水Q型机关', '创建节水型机关'],
      ['做好防汛j物资储备', '做好防汛物资储备'],
    ],
    leaves: ['改善办学条rnI,牛', '完成H期', 'A级景区', '防汛B物品', '保障设ii备'],
  },
  find: (text, { kind }) => {
    if (kind === 'name' || kind === 'indicator' || !/[A-Za-z]/.test(text)) return [];
    return [...text.matchAll(between)].flatMap(({ 0: found, 2: mark, index }): Edit[] => {
      const [start, end] = [index, index + found.length];
      const isWhole = allSetWords.some((word) => {
        for (let at = 1; at < word.length; at += 1)
          if (text.endsWith(word.slice(0, at), start) && text.startsWith(word.slice(at), end))
            return word.length >= shortest;
        return false;
      });
      return mark === '' && isWhole ? [{ start, end, text: '' }] : [];
    });
  },
};
