import fc from 'fast-check';
import { expect, it } from 'vitest';
import { englishAmount } from '../../src/english/amount.js';
import { compareNumbers } from '../../src/english/compare.js';
import { englishDate } from '../../src/english/dates.js';
import { grouped } from '../../src/english/quantity.js';
import { englishTarget } from '../../src/english/target.js';
import { termbase } from '../../src/english/termbase.js';
import { shifted } from '../../src/report/decimals.js';
import { numberOf } from '../../src/report/numerals.js';
import { composeTarget } from '../../src/report/target.js';
import { signs } from '../../src/report/vocabulary.js';
import { bears } from './pairs.js';
import { provesSaid, type Said } from './said.js';

const shipped = termbase();
const whole = fc.integer({ min: 2, max: 99_999_999 });
const decimal = fc
  .tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.stringMatching(/^\d{0,4}[1-9]$/))
  .map(([left, right]) => `${left}.${right}`);
const number = fc.oneof(whole.map(String), decimal);

/** 20345 as 二万零三百四十五. */
function numeralOf(value: number): string {
  const digits = '零一二三四五六七八九';
  const section = (four: number): string => {
    const text = [...String(four)].map((char, index, all) =>
      char === '0' ? '零' : `${digits[Number(char)]}${['', '十', '百', '千'][all.length - 1 - index]}`,
    );
    return text.join('').replace(/零+/g, '零').replace(/零$/, '');
  };
  if (value < 10_000) return section(value);
  const low = value % 10_000;
  return `${section(Math.floor(value / 10_000))}万${low === 0 ? '' : (low < 1000 ? '零' : '') + section(low)}`;
}

const plain: fc.Arbitrary<Said> = number.map((value) => ({
  zh: `完成${value}项任务`,
  en: `${grouped(value)} tasks`,
  other: `${grouped(`${value}1`)} tasks`,
}));
const numeral: fc.Arbitrary<Said> = whole.map((value) => ({
  zh: `举办${numeralOf(value)}场活动`,
  en: `${grouped(String(value))} events`,
  other: `${grouped(String(value + 1))} events`,
}));
const wan: fc.Arbitrary<Said> = number.map((value) => ({
  zh: `参观${value}万人次`,
  en: `${grouped(shifted(value, 4))} visits`,
  other: `${grouped(value)} million visits`,
}));
const money: fc.Arbitrary<Said> = fc
  .tuple(number, fc.constantFrom('万元' as const, '元' as const))
  .map(([value, unit]) => ({
    zh: `安排资金${value}${unit}`,
    en: `funds of ${englishAmount(value, unit)}`,
    other: `funds of ${value} million yuan`,
  }));
const millions: fc.Arbitrary<Said> = number.map((value) => ({
  zh: `投入${value}万元`,
  en: `RMB ${shifted(value, -2)} million spent`,
  other: `RMB ${shifted(value, -1)} million spent`,
}));
const percent: fc.Arbitrary<Said> = fc
  .tuple(number, fc.constantFrom('%', '％', '个百分点'), fc.constantFrom('%', ' per cent', ' percent'))
  .map(([value, sign, english]) => ({
    zh: `达到${value}${sign}以上`,
    en: `${grouped(value)}${english} or more`,
    other: `${grouped(value)} or more`,
  }));
const date: fc.Arbitrary<Said> = fc
  .tuple(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => ({
    zh: `${year}年${month}月${day}日前`,
    en: `before ${englishDate(`${year}年${month}月${day}日`)}`,
    other: `before ${englishDate(`${year}年${month}月${(day % 28) + 1}日`)}`,
  }));
const document: fc.Arbitrary<Said> = fc
  .tuple(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 999 }))
  .map(([year, one]) => ({
    zh: `按财预〔${year}〕${one}号执行`,
    en: `under Caiyu [${year}] No. ${one}`,
    other: `under Caiyu [${year}] No. ${one + 1}`,
  }));
const target: fc.Arbitrary<Said> = fc
  .record({
    sign: fc.constantFrom(...signs),
    value: number,
    unit: fc.constantFrom(
      '%',
      '个',
      '次',
      '场次',
      '人次',
      '万人次',
      '篇',
      '天',
      '万元',
      '亿元',
      '家',
      '百分比',
      '㎡',
      '‰',
      '公里',
    ),
  })
  .map((one) => ({
    zh: composeTarget(one),
    en: englishTarget(one, { name: '活动' }, shipped) as string,
    other: englishTarget(
      { ...one, value: `${Number.parseInt(one.value, 10) + 1}.5` },
      { name: '活动' },
      shipped,
    ) as string,
  }));

provesSaid(fc.oneof(plain, numeral, wan, money, millions, percent, date, document, target));

it('reads the numerals of whole numbers', () => {
  fc.assert(
    fc.property(whole, (value) => {
      expect(numberOf(numeralOf(value))).toBe(String(value));
    }),
  );
});

it('bears any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }), (zh, en) => {
      compareNumbers(zh, en);
    }),
  );
});

bears(50_000, [
  '1',
  '1,',
  '一',
  '十',
  '1.',
  ' ',
  '(1',
  'one ',
  'hundred and ',
  '9 May ',
  '3-',
  '2024-',
  '万',
  '第',
  '1 000 ',
]);
