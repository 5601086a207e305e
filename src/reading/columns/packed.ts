import { amountIn, plain } from './cellText.js';
import { fieldOfLabel } from './heads.js';

/** Several values that a table packs into one cell. */

/** A source of money with its amount: 总额850，其中：财政拨款500，其他资金350. */
export interface PackedMoney {
  readonly source: string;
  readonly text: string;
}

const pair = /([\u4e00-\u9fff（）()]{2,14}?)\s*[:：]?\s*(-?[\d,]+(?:\.\d+)?\s*(?:亿元|万元|元|万)?)(?=[^\d.]|$)/gu;

/** Empty unless the text is nothing but sources with their amounts, at least two. */
export function packedMoney(text: string): PackedMoney[] {
  const found = [...text.matchAll(pair)].map(([whole, label = '', amount = '']) => ({
    whole,
    source: /^funding\/(\w+)\//.exec(fieldOfLabel(plain(label).replace(/^其中/, '')) ?? '')?.[1],
    text: amount.trim(),
  }));
  const rest = found
    .reduce((left, { whole }) => left.replace(whole, ''), text)
    .replace(/其中|[\s,，、;；:：.。]|[一二三四五]、/gu, '');
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
