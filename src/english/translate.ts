import { type Path, pathOf } from '../json/pointer.js';
import type { Report } from '../report/schema.js';
import { type Composer, composer } from './compose/composer.js';
import { type Lexicon, lexicon, wholeOnly } from './compose/lexicon.js';
import { type TermEntry, tidy } from './entry.js';
import { englishQuantity } from './quantity.js';
import { shippedTerms } from './shipped/all.js';
import { sortEntries } from './sortEntries.js';
import type { Term, TermSource } from './term.js';
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
  /** Those whose English was put together from terms: nobody has read it. */
  readonly composed: readonly Translated[];
  /** The terms that a translator should use inside longer texts. */
  readonly lexicon: Lexicon;
  /** Entries of the user's file that are not used: their Chinese has changed or gone, or they are still marked 待核 or 拼译待核. */
  readonly stale: readonly TermEntry[];
  /** Where the English of a text comes from, by the JSON pointer of the Chinese; undefined where there is none. */
  readonly sourceOf: (pointer: string) => TermSource | undefined;
}

/**
 * Finds English for a report: its own first, then what the user's file says of this place, then terms that are the whole text,
 * then terms that cover it (`compose/`). Changes nothing that it is given; invents nothing.
 */
export function translate(report: Report, entries: readonly TermEntry[] = []): Translation {
  const wanted = textsOf(report);
  const { byPointer, general, vocabulary, unread, stale } = sortEntries(entries, wanted);
  const terms = termbase(general);
  const compose = composer(vocabulary, terms);
  const texts = wanted.map((text) => ({ ...text, english: englishOf(text, byPointer, terms, compose) }));
  const sources = new Map(texts.map(({ pointer, english }) => [pointer, english?.source]));
  return {
    report: filled(report, texts),
    terms,
    texts,
    missing: texts.filter(({ english }) => english === undefined),
    composed: texts.filter(({ english }) => english?.source === 'composed'),
    lexicon: lexicon([...general.filter(isWord), ...wordsShipped]),
    stale: [...stale, ...overruled(unread, texts)],
    sourceOf: (pointer) => sources.get(pointer),
  };
}

/** Kinds whose Chinese may stand inside longer texts. 数量 alone is no indicator of quantity there. */
const isWord = ({ kind, zh }: Term): boolean => !wholeOnly.has(kind) && (kind !== 'level' || zh.endsWith('指标'));
const wordsShipped = shippedTerms.filter(isWord);

/**
 * Entries that were composed and say something else than would be composed now: somebody mended them and left their state, or
 * the terms have changed. They must be looked at, where their text has no other English.
 */
function overruled(unread: readonly TermEntry[], texts: readonly Translated[]): TermEntry[] {
  const at = new Map(texts.map((text) => [`${text.pointer} ${tidy(text.zh)}`, text]));
  const anywhere = new Map(texts.map((text) => [`${text.kind} ${tidy(text.zh)}`, text]));
  return unread.filter(({ pointer, kind, zh, en }) => {
    const text = at.get(`${pointer} ${tidy(zh)}`) ?? anywhere.get(`${kind} ${tidy(zh)}`);
    if (text === undefined) return false;
    return text.english === undefined || (text.english.source === 'composed' && text.english.en !== en.trim());
  });
}

function englishOf(
  text: Text,
  byPointer: ReadonlyMap<string, string>,
  terms: Termbase,
  compose: Composer,
): Known | undefined {
  const { en, pointer, kind, zh } = text;
  if (en !== undefined && en.trim() !== '') return { en, source: 'report' };
  const own = byPointer.get(pointer);
  if (own !== undefined) return { en: own, source: 'user' };
  if (kind === 'unit') return unitOf(text, terms);
  const whole = terms.english(tidy(zh), kind) ?? (kind === 'value' ? plainValue(text, terms) : undefined);
  if (whole) return whole;
  const parts = compose(text);
  return parts === undefined ? undefined : { en: parts, source: 'composed' };
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
