import type { Bilingual } from '../../problem.js';
import type { Place } from '../items.js';
import type { Question as AnyQuestion, Note } from '../told.js';
import type { Mapping } from './mapping.js';

/** Why a piece of the source is in no field. */
export const reasons = {
  unknown: { zh: '没有认出是什么', en: 'not understood' },
  'no-field': { zh: '报告里没有这个字段', en: 'the report has no such field' },
  total: { zh: '合计、小计或总分行', en: 'a row of totals' },
  'no-name': { zh: '没有指标名称', en: 'the indicator has no name' },
  'no-project': { zh: '不知属于哪个项目', en: 'the project is not known' },
  'no-value': { zh: '有符号或单位，没有值', en: 'a sign or unit without a value' },
  'not-number': { zh: '应当是数', en: 'should be a number' },
  'not-sign': { zh: '应当是符号', en: 'should be a sign' },
  differs: { zh: '与前面写的不同', en: 'differs from what was written before' },
  doubled: { zh: '一个表头下有两个值', en: 'two values below one head' },
  points: { zh: '分值幅度', en: 'a range of points' },
} as const satisfies Record<string, Bilingual>;
export type Reason = keyof typeof reasons;

/** A piece of the source that is in no field. */
export interface Left {
  readonly place: Place;
  readonly text: string;
  readonly why: Reason;
}

/**
 * What the source leaves open. The report is read as `proposed` says; undefined means that the field lacks until it is answered. Ids
 * are stable for a source: `year`, `region`, or `column-2-5` for the fifth column of the second table.
 */
export interface Question extends AnyQuestion {
  readonly samples?: readonly string[];
}

/** What tables were read into. */
export interface ColumnReading {
  /** Valid by the report's schema, unless a question without a proposal is open. */
  readonly report: Record<string, unknown>;
  /** Where each value of the report stands in the source, by its pointer. */
  readonly at: ReadonlyMap<string, Place>;
  /** In the order of the source. Labels, blanks and repetitions are not listed. */
  readonly left: readonly Left[];
  readonly questions: readonly Question[];
  readonly notes: readonly Note[];
  /** How the columns were read, to be edited and given again. */
  readonly mapping: Mapping;
}
