import { type Static, type TSchema, Type } from '@sinclair/typebox';
import type { Pair } from './pair.js';
import { type SummaryWords, words } from './words.js';

/** What templates of a summary (templates/summary/) may name. Every text is a pair. */

const text = Type.String();
const flag = Type.Boolean();
const maybe = <S extends TSchema>(schema: S) => Type.Unsafe<Static<S> | undefined>(schema);

const pair = Type.Unsafe<Pair>(Type.Object({ zh: text, en: text, missing: flag }));

/** A computed figure with its name; both sides say the same number. */
const figure = Type.Object({ label: pair, value: pair });
export type Figure = Static<typeof figure>;

/** A row of a chart and of the table below it. `amount` is exact, as long as the bar is: 万元 or a count. `inner`: it stands in a group, which `heads` opens. */
const chartRow = Type.Object({ label: pair, value: pair, amount: text, heads: flag, inner: flag });
export type ChartRow = Static<typeof chartRow>;

const chart = Type.Object({
  /** None where there is nothing that can be drawn; the note says why. */
  src: maybe(text),
  alt: text,
  title: pair,
  /** What is said of rows without a bar, and of bars that do not compare. */
  note: maybe(pair),
  rows: Type.Array(chartRow),
});
export type ChartView = Static<typeof chart>;

/** `span` is how many rows the cell of the level takes; 0 where one above it does. */
const indicator = Type.Object({ level1: pair, span: Type.Integer(), name: pair, target: pair });
export type IndicatorView = Static<typeof indicator>;

/** Goals and chief indicators of a project, or of the department as a whole. `brief`: a goal stands here in one sentence, not whole. */
const owner = { goals: Type.Array(pair), brief: flag, indicators: Type.Array(indicator) };
const ownerView = Type.Object(owner);
export type OwnerView = Static<typeof ownerView>;

const project = Type.Object({ number: text, name: pair, unit: pair, amount: pair, ...owner });
export type ProjectView = Static<typeof project>;

/** A text without English: where it stands, and the text itself. */
const missing = Type.Object({ context: pair, zh: text });
export type MissingText = Static<typeof missing>;

export const SummaryView = Type.Object({
  /** Which sides are wanted. */
  zh: flag,
  en: flag,
  both: flag,
  words: Type.Unsafe<SummaryWords>(Type.Object(Object.fromEntries(Object.keys(words).map((name) => [name, pair])))),
  title: pair,
  department: pair,
  year: pair,
  date: maybe(pair),
  figures: Type.Array(figure),
  charts: Type.Array(chart),
  overall: maybe(Type.Object({ ...owner, tasks: Type.Array(Type.Object({ name: pair, amount: pair })) })),
  projects: Type.Array(project),
  briefs: flag,
  /** Whether any project has them. */
  indicators: flag,
  missing: Type.Array(missing),
  /** English that was put together from terms, which is marked wherever it stands. */
  composed: Type.Array(Type.Object({ context: pair, zh: text, en: text })),
});
export type SummaryView = Static<typeof SummaryView>;
