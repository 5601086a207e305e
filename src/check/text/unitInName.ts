import type { Fix } from '../fixes/fix.js';
import { isNoName } from '../indicators/noName.js';
import { sameUnit } from '../indicators/units.js';

const atEnd = /[（(【[]([^（()）【】[\]]{1,6})[)）】\]]\s*$|[/／：:]\s?([^/／：:\s]{1,5})\s*$|(?<!\d\s?)([%％])\s*$/;

/** What all of these have near the end: most names need one look only. */
const mayEnd = /[)）】\]%％/／：:]/;

/** The unit that a name ends with, 完好率（%） or 完好率%, and where. */
export function unitAtEnd(name: string): { readonly unit: string; readonly start: number } | undefined {
  if (!mayEnd.test(name.slice(-7))) return undefined;
  const from = Math.max(0, name.length - 40);
  const match = atEnd.exec(name.slice(from));
  const unit = match?.[1] ?? match?.[2] ?? match?.[3];
  return match && unit !== undefined ? { unit: unit.trim(), start: from + match.index } : undefined;
}

export const unitInName: Fix = {
  code: 'unit-in-name',
  rule: 'unit-twice',
  title: { zh: '名称里重复的单位', en: 'a unit in the name that the value has too' },
  why: {
    zh: '指标值已有单位的，名称末尾同一个单位去掉；指标值没有单位的不动。',
    en: 'Where the value has its unit, the same unit goes from the end of the name; a name is let be when the value has none.',
  },
  examples: {
    setting: { kind: 'indicator', units: ['%'] },
    mends: [
      ['完好率（%）', '完好率'],
      ['竣工及时率(%)', '竣工及时率'],
      ['完好率％', '完好率'],
    ],
    leaves: ['设备数（台）', '完好率（次）', '满意度', '%'],
  },
  find: (text, { kind, units = [] }) => {
    const stated = kind === 'indicator' ? unitAtEnd(text) : undefined;
    if (!stated || isNoName(text)) return [];
    const isTwice = units.length > 0 && units.every((unit) => sameUnit(stated.unit, unit.trim()));
    return isTwice ? [{ start: stated.start, end: text.length, text: '' }] : [];
  },
};
