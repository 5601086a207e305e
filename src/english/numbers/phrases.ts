import { type Loose, loose, type Reading, type Rough, type Rule } from './number.js';

/**
 * Set phrases whose numerals are no quantity: the English may say these numbers, and need not. Festivals by their date
 * (全国年节及纪念日放假办法, State Council 2024; 三八 is 8 March), slogans as the official English of the reports to the 19th
 * and 20th Party congresses has them (Two Centenary Goals, Four-Pronged Comprehensive Strategy, Five-Sphere Integrated Plan),
 * 百千万工程 as Guangdong's plan of 2022 (百县千镇万村). The rest are words of everyday Chinese; their choice is ours.
 */
const phrases: readonly (readonly [zh: string, may: string])[] = [
  ['三八(?=国际|妇女|节)', 'month:3 day:8'],
  ['五一(?=国际|劳动|节|假期|黄金周)', 'month:5 day:1'],
  ['五四(?=青年|运动|节|精神)', 'month:5 day:4 number:4'],
  ['六一(?=国际|儿童|节)', 'month:6 day:1'],
  ['七一(?=建党|节|讲话|表彰)', 'month:7 day:1'],
  ['八一(?=建军|节)', 'month:8 day:1'],
  ['(?<!双)十一(?=国庆|假期|黄金周)', 'month:10 day:1'],
  ['双十一', 'month:11 day:11 number:11 number:2'],
  ['双十二', 'month:12 day:12 number:12 number:2'],
  ['两个一百年|“两个一百年”', 'number:2 number:100'],
  ['第二个百年', 'number:2 number:100'],
  ['四个全面', 'number:4'],
  ['五位一体', 'number:5 number:1'],
  ['五个一(?=工程)', 'number:5 number:1'],
  ['五险一金', 'number:5 number:1'],
  ['五险[二两]金', 'number:5 number:2'],
  ['[“"]?三公[”"]?(?=经费|支出|消费|预算)', 'number:3'],
  ['[“"]?四上[”"]?(?=企业|单位)', 'number:4'],
  ['[“"]?百千万[”"]?(?=工程)|百县千镇万村', 'number:100 number:1000 number:10000'],
  ['百日(?=攻坚|行动|整治|会战|冲刺|维权)', 'number:100'],
  ['(?<![数几上近超一二三四五六七八九两])百[年岁强]', 'number:100'],
  ['成百上千', 'some:100 some:1000'],
  ['成千上万|千家万户', 'some:1000 some:10000'],
  ['千千万万|亿万(?!富)', 'some:1000000 some:100000000'],
];

/** A group a phrase: the one that matched tells which. */
const pattern = new RegExp(phrases.map(([zh]) => `(${zh})`).join('|'), 'g');
const readings = phrases.map(([, may]) => may.split(' ').map(readingOf));

export const chinesePhrases: readonly Rule[] = [
  { pattern, read: ([, ...groups]) => readings[groups.findIndex((group) => group !== undefined)] as Loose[] },
];

function readingOf(written: string): Loose {
  const [name = '', decimal = ''] = written.split(':');
  const more = { certain: false, ...(name === 'some' && { rough: name as Rough }) };
  return loose(name === 'some' ? 'number' : (name as Reading['kind']), decimal, more);
}
