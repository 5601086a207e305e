import { type Bilingual, fault, type Place, type Problem } from '../problem.js';

/** Every problem of markup by its code. All are errors: what is outside the subset is never dropped silently. */
export const markupCodes = {
  'markup-syntax': '不是良好的 XML，或用了注释、CDATA、文档类型 / not well-formed XML, or a comment, CDATA or doctype',
  'markup-element': '没有这个元素 / unknown element',
  'markup-attribute': '没有这个属性，或属性的值不对 / unknown attribute, or a wrong attribute value',
  'markup-nesting': '元素或文字放错了地方 / an element or text where it cannot stand',
  'markup-character': '文字里有改变书写方向的符号 / a sign in the text that turns the direction of writing',
  'markup-grid':
    '表格的行没有被单元格填满，或跨行跨列越界 / a row not filled by its cells, or a span that leaves its part',
  'markup-figure': '图没有说明文字，或没有这幅图 / a figure without words that stand for it, or one that there is not',
  'css-syntax': '样式的写法有误 / broken CSS, or nested rules',
  'css-at-rule': '没有这个 @ 规则 / unknown at-rule',
  'css-selector': '选择器不在允许之列 / a selector outside the subset',
  'css-property': '没有这个样式属性，或不能用在该元素上 / unknown property, or one that means nothing on its element',
  'css-value': '样式属性不能取这个值 / a value that the property cannot have',
  'css-unit': '长度的单位不对或缺少单位 / a length with a wrong unit or none',
} as const;

export type MarkupCode = keyof typeof markupCodes;

/** An error with one of these codes. */
export function markupFault(code: MarkupCode, message: Bilingual, place?: Place, hint?: Bilingual): Problem {
  return fault(code, message, place, hint);
}

/** The same problem with its place, for problems found where the place is not known. */
export function atPlace(problem: Problem, place: Place): Problem {
  return { ...problem, place };
}

/** Each problem once (loops of a template repeat them), by file in order of appearance, then by line and column. */
export function settle(problems: readonly Problem[]): Problem[] {
  const once = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  const files = [...new Set(problems.map((problem) => problem.place?.file))];
  return [...once.values()].sort(
    (a, b) =>
      files.indexOf(a.place?.file) - files.indexOf(b.place?.file) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}
