import { quoted } from '../json/pointer.js';
import type { Bilingual } from '../problem.js';
import { convert, plainDecimal } from './money.js';
import { amountPattern } from './patterns.js';
import type { MoneyUnit } from './schema.js';

/** What people write for "no money". */
const dashes = ['-', '--', '—', '——', '－', '–', '−', '/', '\\', '无', 'null', '—'];

const noAmount: Bilingual = {
  zh: '没有金额写 ""；要印横线写 "—"',
  en: 'write "" for no amount, or "—" to print a dash',
};
const anyAmount: Bilingual = {
  zh: '金额写成十进制字符串，如 "71.78"；没有金额写 ""',
  en: 'write an amount as a decimal string, like "71.78", or "" for none',
};

/** One habit of writing amounts: how to undo it, and how to explain it. */
interface Habit {
  readonly mend: (text: string) => string;
  readonly why: Bilingual;
}

const habits: readonly Habit[] = [
  {
    mend: (text) => text.normalize('NFKC').replace(/[−–]/g, '-').replace(/。/g, '.'),
    why: { zh: '用半角数字', en: 'use ASCII digits' },
  },
  { mend: (text) => text.replace(/\s/g, ''), why: { zh: '不留空格', en: 'no spaces' } },
  {
    mend: (text) => text.replace(/^(?:¥|￥|RMB|CNY|人民币)/i, ''),
    why: { zh: '不写货币符号', en: 'no currency sign' },
  },
  {
    mend: (text) => (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text),
    why: { zh: '不写千分位', en: 'no thousands separators' },
  },
  {
    mend: (text) => text.replace(/^\((.+)\)$/, '-$1'),
    why: { zh: '负数用负号', en: 'a negative amount has a minus sign' },
  },
  {
    mend: (text) =>
      text
        .replace(/^\+/, '')
        .replace(/^(-?)0+(?=\d)/, '$1')
        .replace(/^(-?)\./, '$10.')
        .replace(/\.$/, ''),
    why: { zh: '整数部分不加多余的零和符号', en: 'no needless zeros or signs' },
  },
];

/** A hint for an amount that is not a decimal string: what its author most likely means. */
export function amountHint(written: string, moneyUnit: unknown): Bilingual {
  if (dashes.includes(written.trim())) return noAmount;
  const { rest, unit } = splitUnit(written.trim().slice(0, 100));
  const reasons: Bilingual[] =
    unit === undefined ? [] : [{ zh: '单位只写在 moneyUnit', en: 'the unit stands in moneyUnit only' }];
  let amount = rest;
  for (const habit of habits) {
    const mended = habit.mend(amount);
    if (mended !== amount) reasons.push(habit.why);
    amount = mended;
  }
  if (amount === '' || !new RegExp(amountPattern).test(amount)) return anyAmount;
  const stated = unit === undefined ? amount : inReportUnit(amount, unit, moneyUnit);
  if (stated === undefined) return anyAmount;
  if (unit !== undefined && stated !== amount) return twoReadings(amount, unit, stated, moneyUnit);
  const why = { zh: reasons.map(({ zh }) => zh).join('，'), en: reasons.map(({ en }) => en).join(', ') };
  return { zh: `${why.zh}：写 ${quoted(stated)}`, en: `${why.en}: write ${quoted(stated)}` };
}

/** An amount with another unit than the file's: the author may mean the number, or the unit. */
function twoReadings(amount: string, unit: string, stated: string, moneyUnit: unknown): Bilingual {
  return {
    zh: `单位只写在 moneyUnit（${moneyUnit}）：本意是 ${amount} ${moneyUnit}就写 "${amount}"；确是 ${amount} ${unit}就写 "${stated}"`,
    en: `the unit stands in moneyUnit only (${moneyUnit}): write "${amount}" for ${amount} ${moneyUnit}, "${stated}" for ${amount} ${unit}`,
  };
}

/** The hint for an amount written as a JSON number: the same digits in quotation marks, 71.10 as "71.10". */
export function numberAmountHint(raw: string): Bilingual {
  const amount = plainDecimal(raw);
  return amount === undefined || !new RegExp(amountPattern).test(amount)
    ? anyAmount
    : { zh: `加双引号：写 "${amount}"`, en: `with quotation marks: write "${amount}"` };
}

function splitUnit(written: string): { rest: string; unit: MoneyUnit | 'other' | undefined } {
  const match = /^(.*?)\s*(亿元|千元|百万元|万元|万|元|圆|亿)整?$/.exec(written);
  if (!match) return { rest: written, unit: undefined };
  const [, rest = '', word] = match;
  if (word === '万元' || word === '万') return { rest, unit: '万元' };
  return { rest, unit: word === '元' || word === '圆' ? '元' : 'other' };
}

function inReportUnit(amount: string, unit: MoneyUnit | 'other', moneyUnit: unknown): string | undefined {
  const isKnown = moneyUnit === '元' || moneyUnit === '万元';
  return isKnown && unit !== 'other' ? convert(amount, unit, moneyUnit) : undefined;
}
