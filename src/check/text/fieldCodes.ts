import { type Edit, editsOf, type Fix } from '../fixes/fix.js';
import { matches, type Slip } from './slip.js';

const left =
  /\[bookmark:[^\]]{0,200}\]?|_Toc_?\d[\d_]{2,30}|\b(?:PAGEREF|HYPERLINK|MERGEFIELD|MERGEFORMAT|EMBED Equation)\b|\$\{[^{}]{0,80}\}|\{\{[^{}]{0,80}\}\}|\[object Object\]|错误[!！]\s?(?:未找到引用源|未定义书签|不能识别的开关参数)[。.]?|[【[](?:换行|空格|图片|附件)[】\]]/g;

/** Codes of Word's fields and of templates. The fix takes away whole bookmarks and page references: of others a word may be meant. */
export function* fieldCodesIn(text: string): Generator<Slip> {
  yield* matches(text, left, '残留域代码', 'a field code was left');
}

const codes = /\[bookmark:[^\]\n]{0,200}\]|(?<![A-Za-z])PAGEREF\s{1,3}_[A-Za-z0-9_]{1,40}(?![A-Za-z0-9_])/g;
/** What follows a PAGEREF: its switch and the number of the page, or neither; a number with a unit is something else. */
const result = /^(?:\s{1,3}\\?h(?![A-Za-z])(?:\s{1,3}\d{1,4}(?![\d.%\p{L}])|(?!\s{0,3}\d))|(?!\s{0,3}[\\\dh]))/u;

export const fieldCode: Fix = {
  code: 'field-code',
  rule: 'markup-left',
  title: { zh: 'Word 域代码、书签', en: 'field codes of Word' },
  why: {
    zh: '[bookmark: …]、PAGEREF … 是 Word 目录的内部记号，复制时漏了出来，不是正文。',
    en: '[bookmark: …] and PAGEREF … are inner marks of a Word contents list that leaked into the text.',
  },
  examples: {
    mends: [
      ['[bookmark: _Toc_4_4_0000000012]科普项目', '科普项目'],
      ['科普项目PAGEREF _Toc25831 \\h 3', '科普项目'],
      ['科普项目PAGEREF _Toc25831 h 3', '科普项目'],
    ],
    leaves: ['[书签]科普项目', 'PAGEREF _Toc25831 \\h 3个', 'PAGEREF'],
  },
  find: (text) =>
    editsOf(text, codes, '').flatMap((edit): Edit[] => {
      if (text[edit.start] === '[') return [edit];
      const rest = result.exec(text.slice(edit.end, edit.end + 20));
      return rest ? [{ ...edit, end: edit.end + rest[0].length }] : [];
    }),
};
