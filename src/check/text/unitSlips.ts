import { unitSense } from '../indicators/units.js';
import type { TextKind } from '../texts.js';
import type { Slip } from './slip.js';

const period = '(?:年|月|天|日|学期|学年|季度?|次|课时|学时)';
/** 元/人*月, 元/人.年, 元/人、天, 元/人.每天: units of which one is for each of both are joined by a point in the middle. */
const joints = new RegExp(
  `(?:万|千|百)?元[/／]([\\u4e00-\\u9fff]{1,3}?)\\s?([*×xX.．。]|[、，,](?=\\s?${period}(?![\\u4e00-\\u9fff]))|[.．·*、/／]每|每)\\s?(${period})(?![\\u4e00-\\u9fff]{0,2}\\d)`,
  'g',
);
/** 2个亿: a way to speak. */
const spoken = /\d\s?个(?:亿|千万|百万)(?=元?(?:以[上内下]|左右|的|[，。；、）)\s]|$))/g;
/** 每亩300. */
const eachBare =
  /^\s*每(?!年|月|天|日|次|周|季)[\u4e00-\u9fff]{1,3}(?:每[年月天])?(?:补助|补贴)?\d{2,6}(?:\.\d{1,2})?\s*[。；]?$/;
/** 11kw, 1250KVA. Single letters may be a size or a model. */
const symbols = /(?<![A-Za-z\d.-])\d[\d.]{0,8}\s?([A-Za-z]{2,3}[²³]?)(?![A-Za-z\d²³-])/g;

/** Units in a text that are written otherwise than the standards have them. */
export function* unitSlips(text: string, kind: TextKind): Generator<Slip> {
  if (text.includes('元')) {
    for (const { 0: written, 1: thing, 3: time, index } of text.matchAll(joints))
      yield slip(index, written, `单位应写作 元/${thing}·${time}`, `the unit is 元/${thing}·${time}`);
    if (kind === 'goal' || kind === 'prose') yield* mixedMoney(text);
  }
  if (kind === 'value' && eachBare.test(text))
    yield slip(0, text, '金额没有单位，应写 元/亩 这样', 'no unit of money: write 元/亩 or the like');
  if (text.includes('个'))
    for (const { 0: written, index } of text.matchAll(spoken))
      yield slip(index, written, '口语的写法，应写“亿元”“万元”', 'spoken: write 亿元 or 万元');
  // A unit in a cell of its own is told as no unit.
  if (kind === 'unit' || !/\d\s?[A-Za-z]{2}/.test(text)) return;
  for (const { 0: written, 1: symbol = '', index } of text.matchAll(symbols)) {
    const wrong = unitSense(symbol).wrongCase;
    if (wrong?.written === symbol)
      yield slip(index, written, `单位符号应写作 ${wrong.right}`, `the symbol is ${wrong.right}`);
  }
}

function slip(start: number, written: string, zh: string, en: string): Slip {
  return { start, end: start + written.length, zh, en, severity: 'hint' };
}

const large = /(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d{5,12})(?:\.\d{1,2})?\s?元/g;

/** 45万元 and 30000元 in one text. */
function* mixedMoney(text: string): Generator<Slip> {
  if (!/\d\s?[万亿]元/.test(text)) return;
  const [first] = [...text.matchAll(large)].filter(([, digits = '']) => Number(digits.replaceAll(',', '')) >= 10_000);
  if (first)
    yield slip(first.index, first[0], '同一段文字里金额有的以万元计，有的以元计', 'money in 元 beside money in 万元');
}
