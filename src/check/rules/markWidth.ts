import type { Rule } from '../rule.js';
import { wrongWidths } from '../text/marks.js';
import { mixedBrackets } from '../text/quotes.js';
import { foundIn, type Slip } from '../text/slip.js';
import { trait } from '../text/traits.js';
import type { TextKind } from '../texts.js';

export const markWidth: Rule = {
  code: 'mark-width',
  number: 'R-40',
  severity: 'warning',
  title: { zh: '标点的全角、半角一致', en: 'marks have one width' },
  wrong: { zh: '标点的全角、半角不一致', en: 'marks are of two widths' },
  why: {
    zh: '中文里夹半角逗号、句点，或一对括号一全一半，版面参差，也影响检索。',
    en: 'Half-width marks between 汉字 and brackets of two widths look uneven and hinder search.',
  },
  source: {
    zh: 'GB/T 15834-2011 标点符号用法；广州市 2023、2025 年公开表',
    en: 'GB/T 15834-2011; published tables of Guangzhou 2023 and 2025',
  },
  mend: {
    zh: '汉字之间用全角 ，。；：（ ），数字、字母用半角',
    en: 'full-width marks between 汉字, half-width digits and letters',
  },
  looksAt: { zh: '所有会印出的文字', en: 'all texts that are printed' },
  fails: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议,推动学科发展。' },
  passes: { '/units/0/projects/1/goals/0/text': '支持学会举办学术会议1,200人次（IEEE, ACM 等合办），推动学科发展。' },
  find: ({ texts }) => foundIn(texts, slips, { traits: trait.width }),
};

const halfBrackets = /\([^()（）\u3400-\u9fff]{0,60}[\u3400-\u9fff]/;

/** The mark behind a name is one too many, whatever its width: `stray-stop` says so. */
function* slips(text: string, kind: TextKind): Generator<Slip> {
  const name = kind === 'name' || kind === 'indicator' || kind === 'unit';
  for (const slip of wrongWidths(text)) if (!name || slip.end < text.length) yield slip;
  const mixed = /[()]/.test(text) ? [...mixedBrackets(text)] : [];
  yield* mixed;
  const full = text.indexOf('（');
  const half = mixed.length === 0 && full >= 0 ? halfBrackets.exec(text) : null;
  if (half === null) return;
  const [start, end] = [half.index, half.index + 1];
  yield { start, end, zh: '同一段文字里括号有全角有半角', en: 'half-width brackets beside full-width ones' };
}
