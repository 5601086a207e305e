import fc from 'fast-check';
import { grouped } from '../../src/english/quantity.js';
import { provesSaid, type Said } from './said.js';

/** Numbers that the two languages do not write alike: their magnitude only, parts of a whole, lengths of time, years of two. */

const numerals = '零一二三四五六七八九十';
const words = 'no one two three four five six seven eight nine ten'.split(' ');
const digit = fc.integer({ min: 2, max: 9 });
const whole = fc.integer({ min: 2, max: 99_999 });

const magnitudes = [
  ['十', 'dozens'],
  ['百', 'hundreds'],
  ['千', 'thousands'],
  ['万', 'tens of thousands'],
  ['十万', 'hundreds of thousands'],
  ['百万', 'millions'],
  ['千万', 'tens of millions'],
  ['亿', 'hundreds of millions'],
] as const;
const some: fc.Arbitrary<Said> = fc.integer({ min: 0, max: magnitudes.length - 1 }).map((index) => {
  const [zh, en] = magnitudes[index] as (typeof magnitudes)[number];
  const [, wrong] = magnitudes[(index + 1) % magnitudes.length] as (typeof magnitudes)[number];
  return { zh: `惠及数${zh}名群众`, en: `${en} of people served`, other: `${wrong} of people served` };
});
const over: fc.Arbitrary<Said> = whole.map((value) => ({
  zh: `举办${value}余场活动`,
  en: `more than ${grouped(String(value))} events`,
  other: `${grouped(String(value))} events`,
}));
const near: fc.Arbitrary<Said> = whole.map((value) => ({
  zh: `服务近${value}名居民`,
  en: `nearly ${grouped(String(value))} residents served`,
  other: `more than ${grouped(String(value))} residents served`,
}));
const tenths: fc.Arbitrary<Said> = digit.map((value) => ({
  zh: `占${numerals[value]}成以上`,
  en: `${value * 10}% or more`,
  other: `${value}% or more`,
}));
const fraction: fc.Arbitrary<Said> = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.nat())
  .map(([under, over]) => [under, 2 + (over % (under - 1 || 1))] as const)
  .filter(([under, over]) => over < under)
  .map(([under, over]) => {
    const name = ['third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'][under - 3];
    return {
      zh: `占${numerals[under]}分之${numerals[over]}`,
      en: `${words[over]} ${name}s of all`,
      other: `${words[over]} ${name === 'third' ? 'fourth' : 'third'}s of all`,
    };
  });
const halves: fc.Arbitrary<Said> = digit.chain((value) =>
  fc.constantFrom(`${words[value]} and a half years`, `${value * 12 + 6} months`, `${value}.5 years`).map((en) => ({
    zh: `建设期${numerals[value]}年半`,
    en,
    other: `${value} years`,
  })),
);
const quarter: fc.Arbitrary<Said> = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()).map(([value, isWord]) => ({
  zh: `第${numerals[value]}季度完成`,
  en: isWord ? `done in the ${['first', 'second', 'third', 'fourth'][value - 1]} quarter` : `done in Q${value}`,
  other: `done in Q${(value % 4) + 1}`,
}));
const years: fc.Arbitrary<Said> = fc
  .tuple(fc.integer({ min: 2013, max: 2097 }), fc.constantFrom('/', '-', '–'))
  .map(([year, sign]) => ({
    zh: `${year}-${year + 1}学年`,
    en: `the ${year}${sign}${(year + 1) % 100} school year`,
    other: `the ${year}${sign}${(year + 2) % 100} school year`,
  }));
const spaced: fc.Arbitrary<Said> = fc
  .tuple(fc.integer({ min: 1000, max: 99_999_999 }), fc.constantFrom(' ', '\u00a0', '\u2009', '\u202f'))
  .map(([value, space]) => ({
    zh: `参观${value}人次`,
    en: `${grouped(String(value)).replaceAll(',', space)} visits`,
    other: `${grouped(String(value + 1)).replaceAll(',', space)} visits`,
  }));

provesSaid(fc.oneof(some, over, near, tenths, fraction, halves, quarter, years, spaced));
