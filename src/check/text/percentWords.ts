import { editsOf, type Fix } from '../fixes/fix.js';

/** A unit that says per cent in words. The fix mends 百分比 and the like only: 比例 and 比率 may be something else. */
export const percentUnit = /^(?:个?[%％]?(?:百分[比率数号之]|比[例率值重]|占比)[%％]?|个[%％]|per ?cent(?:age)?|pct)$/i;
const percentWords = /^个?[%％]?百分[比率数号][%％]?$|^个[%％]$/g;
/** A number with such a word behind it, or 百分之 before it, in a value. */
export const percentInWords =
  /(?<![\d.])\d[\d.]{0,15}(?:百分比|百分率|百分数|比例)|百分之[零一二三四五六七八九十百\d.]{1,8}/;

const numbers = /(?<![\d.])(\d{1,12}(?:\.\d{1,6})?)百分比(?![点值率例])/g;

export const percentWord: Fix = {
  code: 'percent-word',
  rule: 'unit-not-unit',
  unflagged: 'The rule looks at values and their units; in prose 100百分比 is an odd way to write, but no wrong unit.',
  title: { zh: '“百分比”写作单位', en: '百分比 as a unit' },
  why: {
    zh: '数值用 %，不用“百分比”（GB/T 15835-2011），100百分比就是100%。不大于 1 的数（0.97百分比）可能是比例，不动。',
    en: '100百分比 is 100%. Numbers up to 1 are let be: 0.97百分比 may be a ratio.',
  },
  examples: {
    mends: [
      ['100百分比', '100%'],
      ['合格率达到95.5百分比以上', '合格率达到95.5%以上'],
    ],
    leaves: ['0.97百分比', '1百分比', '提高3个百分点', '达标百分比', '2百分比例'],
  },
  find: (text, { kind, value }) => {
    if (kind === 'unit') return value !== undefined && isShare(value) ? [] : editsOf(text, percentWords, '%');
    return editsOf(text, numbers, ({ 1: number = '' }) => (isShare(number) ? undefined : `${number}%`));
  },
};

/** Whether a decimal may be a part of one rather than of a hundred: above 0 and below 2. */
function isShare(decimal: string): boolean {
  return /^-?0*[01](?:\.\d+)?$/.test(decimal) && /[1-9]/.test(decimal);
}
