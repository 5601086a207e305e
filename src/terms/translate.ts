import { type Path, pathOf } from '../report/pointer.js';
import type { Report } from '../report/schema.js';
import { type TermEntry, tidy } from './entry.js';
import { englishQuantity } from './quantity.js';
import { sortEntries } from './standing.js';
import type { TermSource } from './term.js';
import { type Known, type Termbase, termbase } from './termbase.js';
import { type Text, textsOf } from './texts.js';
import { writtenQuantity } from './writtenQuantity.js';

/** A text of the report with the English that was found for it. */
export interface Translated extends Text {
  readonly english?: Known | undefined;
}

/** A report in both languages. */
export interface Translation {
  /** The report with nameEn, textEn, briefEn, unitEn and noteEn filled where they were empty and English is known. */
  readonly report: Report;
  /** The shipped terms and the user's. */
  readonly terms: Termbase;
  /** Every text that wants English, in the order of the data. */
  readonly texts: readonly Translated[];
  /** Those without any. */
  readonly missing: readonly Translated[];
  /** Entries of the user's file that are not used: their Chinese has changed or gone, or they are still marked 待核. */
  readonly stale: readonly TermEntry[];
  /** Where the English of a text comes from, by the JSON pointer of the Chinese; undefined where there is none. */
  readonly sourceOf: (pointer: string) => TermSource | undefined;
}

/**
 * Finds English for a report: its own first, then what the user's file says of this place, then the terms. Changes nothing
 * that it is given; invents nothing.
 */
export function translate(report: Report, entries: readonly TermEntry[] = []): Translation {
  const wanted = textsOf(report);
  const { placed, general, stale } = sortEntries(entries, wanted);
  const terms = termbase(general);
  const texts = wanted.map((text) => ({ ...text, english: englishOf(text, placed, terms) }));
  const sources = new Map(texts.map(({ pointer, english }) => [pointer, english?.source]));
  return {
    report: filled(report, texts),
    terms,
    texts,
    missing: texts.filter(({ english }) => english === undefined),
    stale,
    sourceOf: (pointer) => sources.get(pointer),
  };
}

function englishOf(text: Text, placed: ReadonlyMap<string, string>, terms: Termbase): Known | undefined {
  const { en, pointer, kind, zh } = text;
  if (en !== undefined && en.trim() !== '') return { en, source: 'report' };
  const own = placed.get(pointer);
  if (own !== undefined) return { en: own, source: 'user' };
  if (kind === 'unit') return unitOf(text, terms);
  return terms.english(tidy(zh), kind) ?? (kind === 'value' ? plainValue(text, terms) : undefined);
}

/** A value that is a number written out needs no translator. */
function plainValue({ zh, indicator = '' }: Text, terms: Termbase): Known | undefined {
  const en = writtenQuantity(zh, indicator, terms);
  return en === undefined ? undefined : { en, source: 'ours' };
}

/** A unit is known when a number with it can be said; its word depends on the number. */
function unitOf({ zh, indicator = '' }: Text, terms: Termbase): Known | undefined {
  const own = terms.english(zh.trim(), 'unit');
  if (own) return own;
  return englishQuantity({ value: '1', unit: zh }, indicator, terms) && { en: '', source: 'ours' };
}

/** A copy of the report with the English in its fields. Counters stay out of it: they look at the number. */
function filled(report: Report, texts: readonly Translated[]): Report {
  // Not structuredClone: a project that stands twice in the object must become two.
  const copy = JSON.parse(JSON.stringify(report)) as Report;
  for (const { path, field, en, english } of texts) {
    if (field === undefined || !english?.en || (en !== undefined && en.trim() !== '')) continue;
    ownerAt(copy, path)[field] = english.en;
  }
  return copy;
}

function ownerAt(report: Report, path: Path): Record<string, string> {
  let value: unknown = report;
  for (const step of path.slice(0, -1)) value = (value as Record<string, unknown>)[step];
  return value as Record<string, string>;
}

/** The path of the English of a text: /units/0/name → /units/0/nameEn. */
export function englishPath({ pointer, field }: Pick<Text, 'pointer' | 'field'>): Path | undefined {
  return field === undefined ? undefined : [...pathOf(pointer).slice(0, -1), field];
}
