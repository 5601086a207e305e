import type { Rule } from '../rule.js';
import { foundIn, none, type Slip } from '../text/slip.js';
import type { TextKind } from '../texts.js';

const kinds: ReadonlySet<TextKind> = new Set(['name', 'indicator', 'unit', 'value', 'word']);
const stops = '。；;.，,、：:';

/** A name, a unit and a value of a few words are no sentences; values of several clauses keep their stop. */
export const strayStop: Rule = {
  code: 'stray-stop',
  number: 'R-40',
  severity: 'warning',
  title: { zh: '名称、单位、指标值末尾没有标点', en: 'names, units and values end without a mark' },
  wrong: { zh: '名称、单位或指标值末尾有标点', en: 'a name, unit or value ends with a mark' },
  why: {
    zh: '版式会在指标值后加句号或分号，值里自带句号就印成“≥10场。；”。',
    en: 'Layouts put their own stop behind a value: one of its own prints as ≥10场。；.',
  },
  source: {
    zh: '广州市 2025 年公开表印出“≥10场。；”，指标名“…工作效果。”',
    en: 'Guangzhou 2025 prints ≥10场。； and names with stops',
  },
  mend: { zh: '删去末尾的标点', en: 'delete the mark at the end' },
  looksAt: { zh: '名称、计量单位、指标值', en: 'names, units and values' },
  fails: { '/units/0/projects/0/indicators/0/annualTarget/unit': '场。' },
  passes: { '/units/0/projects/1/indicators/2/annualTarget/text': '学术影响力逐步提升，在全省学会中处于前列。' },
  find: ({ texts }) => foundIn(texts, slips, { kinds }),
};

function slips(text: string, kind: TextKind): readonly Slip[] {
  if (!stops.includes(text.at(-1) ?? ' ')) return none;
  const [start, end] = [text.length - 1, text.length];
  const sentence = kind === 'value' && !/^[^，。；]{0,8}\d[^，。；]{0,8}[。.]$/.test(text);
  if (sentence && !/^[^，。；、]{1,30}[。；]$/.test(text)) return none;
  return [{ start, end, zh: '末尾多余标点', en: 'a mark at the end', ...(sentence && { severity: 'hint' as const }) }];
}
