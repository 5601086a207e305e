import { type Path, pointerOf, valueAt } from '../json/pointer.js';
import type { Bilingual } from '../problem.js';
import { fieldAt } from '../report/fields.js';
import type { Report } from '../report/schema.js';
import {
  expenditureKinds,
  expenditureKindsEn,
  fundingSources,
  fundingSourcesEn,
  periods,
  periodsEn,
} from '../report/vocabulary.js';
import type { Page, Unprinted } from './page.js';

/** A kind of field that no page shows: its first place, how many have it, and how a line calls it. */
export interface LostKind {
  readonly field: string;
  readonly paths: readonly Path[];
  readonly item: Bilingual;
}

/**
 * What a report fills and none of its pages shows, a kind of field at a time, in the order of the report. `apart` are pointers of
 * fields that are listed by themselves.
 */
export function lostKinds(report: Report, pages: readonly Page[], apart: ReadonlySet<string> = new Set()): LostKind[] {
  const kinds = new Map<string, Unprinted[]>();
  for (const lost of lostOnAll(pages)) {
    const own = pointerOf(lost.path);
    const key = apart.has(own) ? own : `${lost.field} ${lineOf(valueAt(report, lost.path)) ?? ''}`;
    const same = kinds.get(key);
    if (same) same.push(lost);
    else kinds.set(key, [lost]);
  }
  return [...kinds.values()].map((lost) => {
    const first = lost[0] as Unprinted;
    const count = new Set(lost.map(({ owner }) => owner.join('/'))).size;
    return { field: first.field, paths: lost.map(({ path }) => path), item: itemOf(report, first, count) };
  });
}

/** What is printed on one page is not lost on the others. A part that one page leaves out whole may be in pieces on another. */
function lostOnAll(pages: readonly Page[]): Unprinted[] {
  if (pages.length < 2) return [...(pages[0]?.unprinted ?? [])];
  const lost = pages.map(({ unprinted }) => new Set(unprinted.map(({ path }) => path.join('/'))));
  const isLost = (path: Path, on: ReadonlySet<string>): boolean =>
    path.some((_, index) => on.has(path.slice(0, index + 1).join('/')));
  const found = pages.flatMap(({ unprinted }) => unprinted.filter(({ path }) => lost.every((on) => isLost(path, on))));
  return [...new Map(found.map((each) => [each.path.join('/'), each])).values()];
}

/** Goals differ by their period, money by its source too. A project's period is dates: it is no such line. */
function lineAt(value: unknown): { period: string; source?: string; kind?: string } | undefined {
  const line = value as { period?: unknown; source?: string; kind?: string } | null | undefined;
  return typeof line?.period === 'string' ? { ...line, period: line.period } : undefined;
}

function lineOf(value: unknown): string | undefined {
  const line = lineAt(value);
  return line && [line.source ?? line.kind ?? '', line.period].join('/');
}

const counters: readonly (readonly [RegExp, Bilingual])[] = [
  [/\/projects\/\d+$/, { zh: '个项目', en: 'project' }],
  [/\/indicators\/\d+$/, { zh: '个指标', en: 'indicator' }],
  [/\/tasks\/\d+$/, { zh: '个任务', en: 'task' }],
  [/\/units\/\d+$/, { zh: '个单位', en: 'unit' }],
];

/** 立项依据（5 个项目）. */
function itemOf(report: Report, { path, owner }: Unprinted, count: number): Bilingual {
  const counter = counters.find(([of]) => of.test(`/${owner.join('/')}`))?.[1];
  const name = nameOf(report, path, owner);
  if (!counter) return name;
  return {
    zh: `${name.zh}（${count} ${path.length === owner.length ? '个' : counter.zh}）`,
    en: `${name.en} (${count} ${counter.en}${count === 1 ? '' : 's'})`,
  };
}

/** The titles of the schema from whom the field belongs to down to itself: 项目实施计划·开始时间, 年度绩效目标, 年度其他资金. */
function nameOf(report: Report, path: Path, owner: Path): Bilingual {
  const start = Math.min(owner.length, path.length - 1);
  const steps = path.flatMap((step, index) => (index < start || /^\d+$/.test(step) ? [] : [path.slice(0, index + 1)]));
  const named = steps.length > 0 ? steps : [path.slice(0, -1)];
  const fields = named.map((each) => fieldAt(each) ?? { title: each.at(-1) as string });
  const own = lineAt(valueAt(report, path));
  const line = own && wordsOfLine(own.period, own.source, own.kind);
  const zh = fields.map(({ title = '' }) => bare(title)).join('·');
  const en = fields.map(({ title = '', titleEn = title }) => bare(titleEn)).join(': ');
  if (!line) return { zh, en };
  return own.source === undefined && own.kind === undefined
    ? { zh: `${line.zh}${zh}`, en: `${en} (${line.en})` }
    : { zh: `${zh}·${line.zh}`, en: `${en}: ${line.en}` };
}

type Words = Readonly<Record<string, string>>;

function wordsOfLine(period: string, source: string | undefined, kind: string | undefined): Bilingual {
  const [words, wordsEn]: [Words, Words] = [
    { ...expenditureKinds, ...fundingSources },
    { ...expenditureKindsEn, ...fundingSourcesEn },
  ];
  const key = source ?? kind ?? '';
  const time = bare((periods as Words)[period] ?? period);
  const en = [wordsEn[key], (periodsEn as Words)[period] ?? period].filter((word) => word !== undefined);
  return { zh: `${time}${bare(words[key] ?? '')}`, en: en.join(', ') };
}

/** Without the words in brackets at its end: 权重（分值） is 权重, weight (points) weight. */
function bare(word: string): string {
  return word.replace(/（[^）]*）$| \([^()]*\)$/, '');
}
