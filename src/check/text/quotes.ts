import { isCsvCell } from './markup.js';
import { type PairFault, pairFaults } from './pairs.js';
import { matches, type Slip } from './slip.js';

const han = '\\u3400-\\u9fff';
const straight = new RegExp(
  `["＂](?:(?<=(?:[${han}，。、；：（《]|^).)(?=[${han}《A-Za-z0-9])|(?<=[${han}》A-Za-z0-9！？。].)(?=[${han}，。、；：）]|$))`,
  'gm',
);
const single = new RegExp(
  `'(?:(?<=(?:[${han}，。、；：（]|^).)(?=[${han}])|(?<=[${han}].)(?=[${han}，。、；：）]|$))`,
  'gm',
);
const anyHan = new RegExp(`[${han}]`);

const words: Readonly<Record<Exclude<PairFault['kind'], 'mixed'>, { zh: string; en: string }>> = {
  reversed: { zh: '引号方向反了', en: 'quotation marks are reversed' },
  unopened: { zh: '缺与之成对的前半个', en: 'closed but never opened' },
  unclosed: { zh: '缺与之成对的后半个', en: 'opened but never closed' },
  nested: { zh: '引号内再用引号应为单引号', en: 'quotes inside quotes should be single' },
};

/** Quotation marks and brackets that do not pair, and straight quotes in Chinese. */
export function* quoteSlips(text: string): Generator<Slip> {
  for (const { kind, start, end } of pairFaults(text)) {
    if (kind === 'mixed') continue;
    const { zh, en } = words[kind];
    const mark = kind === 'reversed' || kind === 'nested' ? '' : `${text[start] ?? ''} `;
    yield { start, end, zh: `${mark}${zh}`, en, ...(kind === 'nested' && { severity: 'hint' as const }) };
  }
  if (!/["＂']/.test(text) || !anyHan.test(text) || isCsvCell(text)) return;
  yield* matches(text, straight, '用了直引号', 'a straight quote');
  if (text.split("'", 3).length === 3) yield* matches(text, single, '用了直引号', 'a straight quote');
}

/** Brackets opened in one width and closed in the other. */
export function* mixedBrackets(text: string): Generator<Slip> {
  for (const { kind, start, end } of pairFaults(text)) {
    if (kind === 'mixed') yield { start, end, zh: '一对括号一全一半', en: 'a bracket of two widths' };
  }
}
