/**
 * Where the English of a shipped term was read. `user` is the user's own file, `report` the report itself, `composed` was put
 * together from terms and read by nobody.
 */
export type TermSource = (typeof termSources)[number] | 'user' | 'report' | 'composed';
const termSources = [
  /** Ministry of Finance: budget reports to the National People's Congress in English, 2015 to 2018. */
  'MOF',
  /** Budget Law of the PRC in English (Wikisource, 2018 text; China Justice Observer). */
  'BL',
  /** National Bureau of Statistics: notes of the China Statistical Yearbook. */
  'NBS',
  /** State Council in English, 26 September 2018, on 中发〔2018〕34号. */
  'SC',
  /** An English copy of 财预〔2015〕88号. */
  '88',
  /** Asian Development Bank, technical assistance report TA 8490-PRC (its title). */
  'ADB',
  /** OECD Journal on Budgeting 2010/2. */
  'OECD',
  /** Liu Wei and Jia Kang on budget performance management. */
  'JK',
  /** "The PRC: Performance Budgeting". */
  'PB',
  /** China Daily. */
  'CD',
  /** wodefinance.com, its page on departmental budgets. */
  'WD',
  /** The English title that a Chinese standard gives itself. */
  'GB',
  /** Our own rendering in the usual words of the trade; no official English was found. */
  'ours',
] as const;

/** What a term is a word for. A text is looked up among the terms of its own kind first. */
export type TermKind =
  /** Budget and performance management. */
  | 'concept'
  /** Names of forms and published tables. */
  | 'form'
  /** Labels and headings of a form. */
  | 'label'
  /** First- and second-level indicators. */
  | 'level'
  /** Sources of money. */
  | 'funding'
  /** Comparisons. */
  | 'sign'
  /** Targets in words. */
  | 'value'
  /** Indicators that every department has. */
  | 'indicator'
  /** Units of measure; `en` is `singular/plural`. */
  | 'unit'
  /** Regions. */
  | 'region'
  /** Words that the names of departments and units end with. */
  | 'body'
  /** Names of departments and units, projects and tasks; goals; notes: these only users have. */
  | 'department'
  | 'project'
  | 'task'
  | 'goal'
  | 'note'
  /** A pair of the user's that holds for texts of every kind. */
  | 'any';

/** One pair of the termbase. */
export interface Term {
  readonly zh: string;
  readonly en: string;
  readonly kind: TermKind;
  readonly source: TermSource;
}

/** Terms of one kind from rows of Chinese, English and source; without a source they are ours. */
export function termsOf(
  kind: TermKind,
  rows: readonly (readonly [zh: string, en: string, source?: TermSource])[],
): Term[] {
  return rows.map(([zh, en, source = 'ours']) => ({ zh, en, kind, source }));
}
