import type { TermKind } from './term.js';

/**
 * What has been done to a text: `missing` has no English, `proposed` has the termbase's, `composed` has English put together
 * from terms, which somebody must read, `translated` has been looked at,
 * `stale` was translated from other Chinese and counts for nothing until somebody says it is translated.
 */
export type TermState = 'missing' | 'proposed' | 'composed' | 'translated' | 'stale';

/** One line of a translator's file. */
export interface TermEntry {
  /** JSON pointer of the Chinese in the report; '' for a term that holds wherever its Chinese is a whole text. */
  readonly pointer: string;
  readonly kind: TermKind;
  /** For the translator only. */
  readonly context: string;
  readonly zh: string;
  /** '' while there is none. */
  readonly en: string;
  readonly state: TermState;
  /** Known terms inside the Chinese, for the translator only: 科普 = science outreach；满意度 = satisfaction. */
  readonly terms?: string;
}

/** The Chinese of kinds and states, as a file has them. */
export const kindWords: Readonly<Record<TermKind, string>> = {
  concept: '术语',
  form: '表名',
  label: '表头',
  level: '指标级别',
  funding: '资金来源',
  sign: '符号',
  value: '指标值',
  indicator: '指标',
  unit: '计量单位',
  region: '地区',
  body: '机构类别',
  department: '部门单位',
  project: '项目',
  task: '任务',
  goal: '目标',
  note: '补充说明',
  any: '通用',
};

/** The kind of a word in a file. Tools may drop it; then the text is looked up as any kind. */
export function kindOf(word: string): TermKind {
  return keyOf(kindWords, word) || 'any';
}

/** The key of a word in a file; '' for a blank one, undefined for one that is not known. */
export function keyOf<Key extends string>(words: Readonly<Record<Key, string>>, written: string): Key | '' | undefined {
  const word = written.trim();
  if (word === '') return '';
  return (Object.keys(words) as Key[]).find((key) => words[key] === word);
}

export const stateWords: Readonly<Record<TermState, string>> = {
  missing: '待译',
  proposed: '建议',
  composed: '拼译待核',
  translated: '已译',
  stale: '待核',
};

/** Line ends as \n, and no white space around. */
export function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
