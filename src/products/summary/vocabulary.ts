import type { Vocabulary } from '../../layouts/checker/scope.js';
import { flag, type Kind, listOf, number, type RecordKind, recordOf, text } from '../../layouts/kinds.js';
import type { ChartRow } from './charts.js';
import type { Figure } from './figures.js';
import type { Pair } from './pair.js';
import type { ChartView, IndicatorView, OwnerView, ProjectView, SummaryView, TaskView } from './view.js';
import { words } from './words.js';

/** What templates of a summary may name: the fields of its view, and no helpers. */

const pair = record<Pair>('pair', { zh: text, en: text, missing: flag });

/** A record of all fields of a type; a missing field does not compile. */
function record<T>(name: string, fields: Record<keyof T, Kind>): RecordKind {
  return recordOf(name, Object.entries<Kind>(fields));
}

const figure = record<Figure>('figure', { label: pair, value: pair });
const chartRow = record<ChartRow>('row', { label: pair, value: pair, amount: text, heads: flag, inner: flag });
const chart = record<ChartView>('chart', { src: text, alt: text, title: pair, note: pair, rows: listOf(chartRow) });
const indicator = record<IndicatorView>('indicator', { level1: pair, span: number, name: pair, target: pair });
const owner: Record<keyof OwnerView, Kind> = { goals: listOf(pair), brief: flag, indicators: listOf(indicator) };
const task = record<TaskView>('task', { name: pair, amount: pair });
const overall = record<NonNullable<SummaryView['overall']>>('overall', { ...owner, tasks: listOf(task) });
const project = record<ProjectView>('project', { ...owner, number: text, name: pair, unit: pair, amount: pair });
const missing = record<SummaryView['missing'][number]>('missing', { context: pair, zh: text });
const composed = record<SummaryView['composed'][number]>('composed', { context: pair, zh: text, en: text });

const root = record<SummaryView>('summary', {
  zh: flag,
  en: flag,
  both: flag,
  words: recordOf(
    'words',
    Object.keys(words).map((name) => [name, pair]),
  ),
  title: pair,
  department: pair,
  year: pair,
  date: pair,
  figures: listOf(figure),
  charts: listOf(chart),
  overall,
  projects: listOf(project),
  briefs: flag,
  indicators: flag,
  missing: listOf(missing),
  composed: listOf(composed),
});

export const vocabulary: Vocabulary = { root, helpers: new Map() };
