import { editsOf, type Fix } from '../fixes/fix.js';
import { matches, type Slip } from './slip.js';

const fullWidth = /[０-９Ａ-Ｚａ-ｚ．]+/g;

/** Full-width digits and letters. The fix leaves letters alone: Ａ类 may be how the group is called. */
export function* fullWidthIn(text: string): Generator<Slip> {
  yield* matches(text, fullWidth, '数字、字母用了全角', 'full-width digits or letters');
}

export const fullWidthDigit: Fix = {
  code: 'full-width-digit',
  rule: 'mark-width',
  unflagged: '％ is as readable as %, so that no rule speaks of it; but one report has one of them.',
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
