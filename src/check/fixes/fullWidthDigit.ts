import { editsOf, type Fix } from './fix.js';

export const fullWidthDigit: Fix = {
  code: 'full-width-digit',
  title: { zh: '全角数字、百分号', en: 'full-width digits and percent signs' },
  why: {
    zh: '计量与编号用阿拉伯数字的半角字形（GB/T 15835-2011）；全角数字与半角同值，查不到、对不上、排得宽。只改文字里的，金额与数值不动。',
    en: 'Figures are set half-width; full-width ones have the same value, but are not found by searches. Only in texts.',
  },
  examples: {
    mends: [
      ['举办２０场', '举办20场'],
      ['达到９５％', '达到95%'],
      ['合格率（％）', '合格率（%）'],
    ],
    leaves: ['Ａ类', '①', '二〇二三年', '＞5'],
  },
  find: (text) =>
    editsOf(text, /[０-９％]/g, ([unit]) =>
      unit === '％' ? '%' : String.fromCharCode(unit.charCodeAt(0) - '０'.charCodeAt(0) + '0'.charCodeAt(0)),
    ),
};
