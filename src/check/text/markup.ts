import { matches, type Slip } from './slip.js';

const tags =
  /<\/?(?:p|br|div|span|font|strong|b|em|i|u|s|sup|sub|a|img|hr|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|center|section|style|script|o:p|w:[a-z]{1,10})(?:\s[^<>]{0,300})?\/?>|<!--|<!\[CDATA\[|<\?xml/gi;
const entities =
  /&(?:nbsp|lt|gt|amp|quot|apos|[lr][ds]quo|[mn]dash|hellip|middot|times|divide|ge|le|permil|e[mn]sp|#\d{1,7}|#x[0-9a-f]{1,6});|&nbsp/gi;
const tex =
  /\\(?:geqslant|leqslant|geq?|leq?|times|cdot|div|pm|approx|neq|sim|frac|mathrm|text|quad|begin|end)(?![A-Za-z])|\\[%$]/g;
const fields =
  /\[bookmark:[^\]]{0,200}\]?|_Toc_?\d[\d_]{2,30}|\b(?:PAGEREF|HYPERLINK|MERGEFIELD|MERGEFORMAT|EMBED Equation)\b|\$\{[^{}]{0,80}\}|\{\{[^{}]{0,80}\}\}/g;
const escapes = /(?:\\[nrt])+(?![A-Za-z])|\\u[0-9a-f]{4}|_x000[0-9A-F]_/gi;

/** What another program left behind: tags, entities, TeX, field codes, escapes, the quotes round a CSV cell. */
export function* markupIn(text: string): Generator<Slip> {
  if (text.includes('<')) yield* matches(text, tags, '残留网页标签', 'an HTML tag was left');
  if (text.includes('&')) yield* matches(text, entities, '残留网页字符代码', 'an HTML entity was left');
  if (text.includes('\\')) yield* matches(text, tex, '残留公式代码', 'a TeX command was left');
  yield* matches(text, fields, '残留域代码', 'a field code was left');
  yield* matches(text, escapes, '残留转义符', 'an escape was left');
  if (isCsvCell(text)) {
    yield { start: 0, end: text.length, zh: '残留表格导出的引号', en: 'the quotes of a CSV cell were left' };
  }
}

/**
 * Whether a text still has the quotes that CSV puts round a cell with commas, quotes or line breaks. `"科普广州"` has none of
 * them inside: that is a name in straight quotes.
 */
export function isCsvCell(text: string): boolean {
  if (!text.startsWith('"') || text.length < 3) return false;
  const closed = text.endsWith('"');
  const inner = text.slice(1, closed ? -1 : undefined);
  if (inner.replaceAll('""', '').includes('"')) return false;
  return inner.includes('\n') || (closed && /""|,|[。；！？]$/.test(inner));
}
