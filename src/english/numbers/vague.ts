import { multiples } from '../../report/numerals.js';
import { type Loose, loose, type Rough, type Rule } from './number.js';

/** Numbers that only tell an order of magnitude, or stand on one side of it: 数百 hundreds of, 百余 more than 100, 近百 nearly 100. */

/** A power of ten that is no part of another word: 百姓, 千克, 万能. */
const multiple =
  '(百亿|十亿|千亿|千万|百万|十万|百(?![分姓货科强度花岁日])|千(?![米克瓦帕斤里兆伏])|万(?![能里科达])|亿)';
/** More than the numeral before it: 十余名, 一百多家; not 多功能. */
export const odd = '(?:余(?![额量热粮款])|多(?!功能|媒体|样|元|层|重|方|部门|数|维|语))';
const yuan = '(元(?![旦宵素件]))?';
/** After these 数 is a noun: 人数百余. */
const counted = '人次总户件天场个家项份台分指系参倍基少函岁级位单双复整小字点计算常无';

export const chineseVague: readonly Rule[] = [
  {
    pattern: new RegExp(
      `(?:好几|(?<![十百千万亿\\d])几|(?<![${counted}])数以?)(?:${multiple}|(十))计?${odd}?${yuan}`,
      'g',
    ),
    read: ([, word, ten = '', money]) => [vague('some', money, powerOf(word ?? ten))],
  },
  {
    pattern: new RegExp(
      `(?:(将近|接近|(?<![最附邻靠临新就])近)|(?<![以线网会台路场楼])上|(?<!不)超过?|逾|突破)${multiple}${yuan}(年?)`,
      'g',
    ),
    read: ([, near, word, money, year]) => [
      // 近百年 are nearly a hundred years, or the last hundred.
      near && year ? vague('about', money, powerOf(word), false) : vague(near ? 'near' : 'over', money, powerOf(word)),
    ],
  },
  {
    pattern: new RegExp(`(?<![\\d零一二两三四五六七八九十百千几数余多])${multiple}${odd}([万亿])?${yuan}`, 'g'),
    read: ([, word, scale, money]) => [vague('over', money, powerOf(word) + powerOf(scale))],
  },
];

function powerOf(word: string | undefined): number {
  return word === undefined || word === '' ? 0 : (multiples[word] as number);
}

const powers: Readonly<Record<string, number>> = {
  dozen: 1,
  ten: 1,
  hundred: 2,
  thousand: 3,
  million: 6,
  billion: 9,
};
const word = Object.keys(powers).join('|');

export const englishVague: readonly Rule[] = [
  {
    pattern: new RegExp(
      `(?<![\\p{L}])(?:(?:several|a few|many) )?(?:(ten|hundred|thousand)s of )?(${word})s(?: of)?( yuan| RMB)?(?![\\p{L}])`,
      'giu',
    ),
    read: ([, first, last, money]) => [vague('some', money, powerIn(first) + powerIn(last))],
  },
  {
    pattern:
      /(?<![\p{L}])(?:several|a few)[ -](?:(ten|hundred) )?(dozen|hundred|thousand|million|billion)( yuan| RMB)?(?![\p{L}])/giu,
    read: ([, first, last, money]) => [vague('some', money, powerIn(first) + powerIn(last))],
  },
];

function powerIn(name: string | undefined): number {
  return name === undefined ? 0 : (powers[name.toLowerCase()] as number);
}

function vague(rough: Rough, money: string | undefined, power: number, certain = true): Loose {
  return loose(money ? 'money' : 'number', '1', { power, rough, certain });
}
