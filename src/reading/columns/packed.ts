import { amountIn, plain } from './cellText.js';
import { sourceOfHead } from './heads.js';

/** Several values that a table packs into one cell. */

/** A source of money with its amount: 总额850，其中：财政拨款500，其他资金350. */
export interface PackedMoney {
  readonly source: string;
  readonly text: string;
}

/** 合计 and its like: the total of other sources. */
export const totalWords = /^(?:资金|金额|经费)?(?:合计|总计|总额|小计|共计)$/;

const pair = /([\u4e00-\u9fff（）()、]{1,16}?)\s*[:：]?\s*(-?[\d,]+(?:\.\d+)?\s*(?:亿元|万元|元|万)?)(?=[^\d.]|$)/gu;

/** The source that a label in such a text names: 中央 alone is one, and 合计 is the total of the others. */
function sourceOf(label: string): string | undefined {
  const bare = plain(label)
    .replace(/^[、\s]+/, '')
    .replace(/^其中/, '');
  return totalWords.test(bare) ? 'total' : sourceOfHead(bare, false);
}

/** One source and its amount in a cell: 上级补助120, 合计3268.4. Undefined for others. */
export function moneyIn(text: string): PackedMoney | undefined {
  const [whole = '', label = '', amount = ''] =
    new RegExp(pair.source, 'u').exec(text.replace(/^\s*其中\s*[:：]?/u, '')) ?? [];
  const source = sourceOf(label);
  const isAll = whole !== '' && whole.trim() === text.replace(/^\s*其中\s*[:：]?/u, '').trim();
  return isAll && source !== undefined && amountIn(amount) ? { source, text: amount.trim() } : undefined;
}

/** Empty unless the text is nothing but sources with their amounts, at least two; the total may stand before them: 552（中央350，县级202）. */
export function packedMoney(written: string): PackedMoney[] {
  const text = written
    .replace(/(^|[\n；;，,。])\s*(?:\d{1,2}[.、．](?!\d)|[一二三四五]、)/gu, '$1')
    .replace(/^\s*([\d,]+(?:\.\d+)?(?:万?元|万)?)\s*[（(](.+)[）)]\s*$/su, '总额$1，$2')
    .replace(/^\s*([\d,]+(?:\.\d+)?(?:万?元|万)?)\s*[，,；;]?\s*其中\s*[：:]?(.+)$/su, '总额$1，$2');
  const found = [...text.matchAll(pair)].map(([whole, label = '', amount = '']) => ({
    whole,
    source: sourceOf(label),
    text: amount.trim(),
  }));
  const rest = found
    .reduce((left, { whole }) => left.replace(whole, ''), text)
    .replace(/其中|[\s,，、;；:：.。（）()]/gu, '');
  const parts = found.flatMap(({ source, text: amount }) =>
    source !== undefined && amountIn(amount) ? [{ source, text: amount }] : [],
  );
  return rest === '' && parts.length > 1 && parts.length === found.length ? parts : [];
}

/** A line of costs: 1.空气站运维：22站×6.5万元，143.00. */
export interface PackedCost {
  readonly name: string;
  readonly content: string;
  readonly amount: string;
}

/** Empty unless each line of the text is one. */
export function packedCosts(text: string): PackedCost[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const found = lines.flatMap((line) => {
    const [, name = '', content = '', amount = ''] = costLine.exec(line) ?? [];
    return amountIn(amount) ? [{ name, content, amount }] : [];
  });
  return found.length === lines.length ? found : [];
}

const costLine =
  /^\s*\d{1,2}[.、．]\s*([^：:，,]{2,30})[：:]\s*(.+?)[，,]\s*(-?[\d,]+(?:\.\d+)?(?:万元|元)?)[。；;]?\s*$/u;
