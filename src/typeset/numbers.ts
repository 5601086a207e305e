/**
 * Numbers that must not be divided: with their sign, range, thousands and decimals, and their measure word, also in brackets.
 * Source: GB/T 15835-2011 (numbers with units are one expression); the measure words are those of the published tables of
 * 广州市 2023 and 2025, 天津市 2023, 广州市南沙区 2024 and 上海市 2024.
 */
const measure =
  '(?: ?[万亿千百余多]*(?:人次|场次|人天|个月|季度|小时|分钟|平方米|平米|公里|千米|公顷|[人个次场家项篇条天月年日元件套期名部幅只台辆亩米吨度届所类份倍级号秒种批户组张册门本支位周岁例岗]))?';
const number = '(?:[≥≤＞＜＝≧≦><=±+＋\\-－−] ?)?[\\d０-９][\\d０-９,.．]*(?: ?[%％‰℃])?';
const expression = new RegExp(`${number}(?:[-—–~～至]${number})*${measure}(?: ?[（(][^（()）]{1,4}[）)])?`, 'gu');

/** True at index i when the i-th UTF-16 unit and the next belong to one expression of number and unit. */
export function boundToNext(text: string): boolean[] {
  const bound = new Array<boolean>(text.length).fill(false);
  if (!/[\d０-９]/.test(text)) return bound;
  for (const match of text.matchAll(expression)) {
    bound.fill(true, match.index, match.index + match[0].length - 1);
  }
  return bound;
}
