import type { Edit, Fix } from '../fixes/fix.js';
import { pairFaults } from './pairs.js';
import { isSquareOrEnd } from './patterns.js';
import type { Slip } from './slip.js';

const halfWidth = /\([^()（）\u3400-\u9fff]{0,60}[\u3400-\u9fff]/;

/** Brackets opened in one width and closed in the other; else the first half-width one in a text that has full-width ones too. */
export function* bracketWidths(text: string): Generator<Slip> {
  const mixed = /[()]/.test(text) ? pairFaults(text).filter(({ kind }) => kind === 'mixed') : [];
  for (const { start, end } of mixed) yield { start, end, zh: '一对括号一全一半', en: 'a bracket of two widths' };
  if (mixed.length > 0 || !text.includes('（')) return;
  const start = halfWidth.exec(text)?.index;
  if (start === undefined) return;
  const words = { zh: '同一段文字里括号有全角有半角', en: 'half-width brackets beside full-width ones' };
  yield { start, end: start + 1, ...words };
}

/** Longer insertions are not looked into. */
const longest = 200;
const anyHan = /\p{Script=Han}/u;

export const halfWidthBracket: Fix = {
  code: 'half-width-bracket',
  rule: 'mark-width',
  unflagged:
    'Whoever writes all brackets half-width is even, so that the rule is silent; the standard still has them full-width.',
  title: { zh: '半角括号', en: 'half-width brackets' },
  why: {
    zh: '中文里的括号用全角（GB/T 15834-2011），左右同宽。只改成对、里面有汉字、前面也是汉字或句首的；(1)、16.00(个)、GDP(…) 不动。',
    en: 'Brackets in Chinese are full-width and of one width. Only pairs that hold 汉字 and stand behind 汉字 or at a start.',
  },
  examples: {
    mends: [
      ['活动安全(活动投诉率低于1%)', '活动安全（活动投诉率低于1%）'],
      ['（一)举办活动', '（一）举办活动'],
      ['资金(含本级(市级)安排)', '资金（含本级（市级）安排）'],
    ],
    leaves: ['(1)举办活动', '≥16.00(个)', '合格率(%)', '1)举办活动', 'GDP(国内生产总值)', '举办(科普活动'],
  },
  find: (text, { kind }) => {
    if (kind === 'unit' || kind === 'sign' || !/[()]/.test(text)) return [];
    return pairs(text)
      .filter(([open, close]) => isMeant(text, open, close))
      .flatMap(([open, close]) => [widened(text, open), widened(text, close)])
      .filter((edit) => edit !== undefined)
      .toSorted((left, right) => left.start - right.start);
  },
};

function pairs(text: string): (readonly [open: number, close: number])[] {
  const found: (readonly [number, number])[] = [];
  let open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at];
    if (unit === '(' || unit === '（') open.push(at);
    else if (unit === '\n') open = [];
    else if (unit === ')' || unit === '）') {
      const start = open.pop();
      if (start !== undefined && at - start <= longest) found.push([start, at]);
    }
  }
  return found;
}

function isMeant(text: string, open: number, close: number): boolean {
  const before = text[open - 1];
  return (isSquareOrEnd(before) || before === '(') && anyHan.test(text.slice(open + 1, close));
}

function widened(text: string, at: number): Edit | undefined {
  if (text[at] === '（' || text[at] === '）') return undefined;
  return { start: at, end: at + 1, text: text[at] === '(' ? '（' : '）' };
}
