import type { Layout } from '../layouts/find.js';
import { fault, Problems } from '../problem.js';
import { readColumns } from './columns/columns.js';
import { isElsewhere, isWithin, namesRegion, yearIn } from './firstLines.js';
import { labelsOf } from './formLabels.js';
import type { SourceFile } from './items.js';
import { labelIn } from './labels.js';
import { bareText } from './plainText.js';
import { alignerOf, readWith } from './reading.js';
import { contradicted, sureCost } from './secondReading.js';

/** A layout whose form a file may be, and what aligning costs a row. */
export interface Candidate {
  readonly layout: Layout;
  readonly cost: number;
  /** Few of its labels are in the file, as of a form most of which is optional. */
  readonly isSparse?: true;
}

/** What costs more a row is another form: measured 0.14 to 0.86 for the right one, of wrong ones the best from 0.8 on. */
const mostCost = 1;
/** Nor is a form whose labels are not in the file: 0.5 to 1 for the right one, up to 0.2 for wrong ones that cost as little. */
const leastLabels = 0.4;
/** A form with so many of its labels in the file may cost more: packed cells of long lists are dear. */
const mostCostOfOwn = 1.5;
const labelsOfOwn = 0.75;
/** Forms that cost less than this many times the best are too near to be told apart. */
const margin = 1.15;
/** The same for a form of the file's year. */
const marginOfYear = 1.3;
/** Of the fields that a form that is not quite the file's reads, so many its labels may say otherwise. */
const mostContradicted = 0.1;

/** Of the fields of a near form: what heads read more tells that it is another. */
const mostMore = 1.4;
const mostMoreOfOwn = 1.7;
/** How many forms are aligned: those with the most labels in common. */
const mostTried = 6;

/** Of a long file, so many of its first items tell whose form it is. */
const mostItems = 120;

function beginning(source: SourceFile): SourceFile {
  return source.items.length > 1.25 * mostItems ? { ...source, items: source.items.slice(0, mostItems) } : source;
}

/** The layouts whose form a file may be, the cheapest first; none costs more than `mostCost` or lacks its labels. */
export function candidates(source: SourceFile, layouts: readonly Layout[]): Candidate[] {
  const texts = textsIn(source);
  const ranked = layouts
    .map((layout) => ({ layout, ...sharesOf(texts, layout) }))
    .filter(({ share }) => share > 0)
    .sort((left, right) => right.share - left.share)
    .filter(({ layout }, index) => index < mostTried || isOptional(layout));
  const tried: Candidate[] = [];
  for (const { layout, share, ofLabels } of ranked) {
    // Aligning is dear, and finds no labels that the file has not: a list of others has a few heads of every form.
    if (ofLabels < leastLabels && !isOptional(layout)) continue;
    // Once a form fits, only forms with nearly as many of their labels in the file can fit as well.
    const hasFit = tried.some(({ cost }) => cost <= sureCost);
    if (hasFit && share < 0.75 * (ranked[0]?.share ?? 0)) break;
    const aligner = alignerOf(layout);
    const aligned = aligner.alignWithin(source.items, mostOf(aligner.mostLabels(source.items)));
    if (!aligned) continue;
    const { perRow, labelShare } = aligned;
    if (perRow > mostOf(labelShare)) continue;
    if (labelShare >= leastLabels) tried.push({ layout, cost: perRow });
    else if (isOptional(layout)) tried.push({ layout, cost: perRow, isSparse: true });
  }
  return tried.sort((left, right) => left.cost - right.cost);
}

/** What a row may cost of a form so much of whose labels is in the file. */
function mostOf(labels: number): number {
  return labels >= labelsOfOwn ? mostCostOfOwn : labels >= leastLabels ? mostCost : sureCost;
}

/**
 * The layout whose form a file is; undefined when none fits, or when the heads of its columns say more than the form does. Throws
 * Problems `layout-unclear` when several fit: the user says which. Of several, the one of this `region`, of this `year`, or named in
 * the file's first lines.
 */
export function chooseLayout(
  whole: SourceFile,
  layouts: readonly Layout[],
  { region, year }: { readonly region?: string | undefined; readonly year?: string | undefined } = {},
): Layout | undefined {
  const source = beginning(whole);
  const all = candidates(source, layouts);
  const [best] = all;
  if (!best) return undefined;
  const when = year ?? yearIn(source.items);
  const isDated = ({ layout }: Candidate): boolean => layout.manifest.years.map(String).includes(when ?? '');
  const nearest = all.filter((each) => each.cost < (isDated(each) ? marginOfYear : margin) * best.cost);
  const here = nearest.filter(({ layout }) => !isElsewhere(source.items, layout.manifest.region));
  const near = here.length > 0 ? here : nearest;
  const own = near.filter(({ layout }) => region !== undefined && layout.manifest.region.name === region);
  const named = near.filter(({ layout }) => namesRegion(source.items, layout.manifest.region.name));
  const within = near.filter(({ layout }) => isWithin(source.items, layout.manifest.region));
  const dated = (named.length > 0 ? named : near).filter(isDated);
  const chosen = [own, named, dated, within, near].find((each) => each.length === 1) ?? near;
  const [one, ...others] = chosen.filter(
    ({ layout, cost, isSparse }) => (cost <= sureCost && !isSparse) || saysMore(layout, source),
  );
  if (!one || others.length === 0) return one?.layout;
  const latest = latestBy(chosen, when);
  if (latest) return latest.layout;
  // Nothing says which province's: that of the whole country says no region that the file does not.
  const [national, ...more] = chosen.filter((each) => isNational(each.layout));
  if (national && more.length === 0) return national.layout;
  throw new Problems([unclear(chosen)]);
}

/**
 * Whether a form says more of a file than the heads of its columns do: more fields that they do not contradict, or less that is left; as
 * much, if its labels are there or most of them are optional.
 */
function saysMore(layout: Layout, source: SourceFile): boolean {
  const [form, heads] = [readWith(layout, source), readColumns(source)];
  const left = ({ left: pieces }: { readonly left: readonly { readonly text: string }[] }): number =>
    pieces.reduce((sum, { text }) => sum + bareText(text).length, 0);
  const isOwn = alignerOf(layout).align(source.items).labelShare >= labelsOfOwn;
  const against = isOwn ? 0 : contradicted(form, heads, source).length;
  if (against > mostContradicted * form.at.size) return false;
  if (heads.at.size > (isOwn ? mostMoreOfOwn : mostMore) * form.at.size) return false;
  // What heads read more of a form with all its labels is mostly packed cells that they part by guess.
  const enough = isOwn ? 0.95 : isOptional(layout) ? 0.98 : 1;
  return form.at.size - against > enough * heads.at.size || left(form) <= left(heads);
}

/** Of the forms that a region has had one after another, that of the year, or the last one before it; undefined of several regions. */
function latestBy(chosen: readonly Candidate[], year: string | undefined): Candidate | undefined {
  const regions = new Set(chosen.map(({ layout }) => layout.manifest.region.name));
  const tables = new Set(chosen.map(({ layout }) => `${layout.manifest.table} ${layout.manifest.shape}`));
  if (year === undefined || regions.size > 1 || tables.size > 1) return undefined;
  const firstOf = ({ layout }: Candidate): number => Math.min(...layout.manifest.years);
  const begun = chosen.filter((each) => firstOf(each) <= Number(year) && each.layout.manifest.years.length > 0);
  const last = Math.max(...begun.map(firstOf));
  const [one, ...others] = begun.filter((each) => firstOf(each) === last);
  return others.length === 0 ? one : undefined;
}

function isNational({ manifest }: Layout): boolean {
  return manifest.id.startsWith('national/');
}

/** The general forms print what a report has: most of their labels are in no one file. */
function isOptional({ manifest }: Layout): boolean {
  return manifest.id.startsWith('generic/');
}

function textsIn({ items }: SourceFile): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const item of items.slice(0, 3_000)) {
    if (item.kind === 'row')
      for (const cell of item.cells) if (!cell.isContinued && cell.text.length <= 40) texts.add(labelIn(cell.text));
  }
  texts.delete('');
  return texts;
}

/** How much of a form's labels is in a file; `share` adds how much of the file's short texts are labels. */
function sharesOf(texts: ReadonlySet<string>, layout: Layout): { readonly ofLabels: number; readonly share: number } {
  const labels = labelsOf(layout);
  let common = 0;
  for (const label of labels) if (texts.has(label)) common += 1;
  const ofLabels = common / Math.max(1, labels.size);
  return { ofLabels, share: ofLabels + common / Math.max(1, texts.size) };
}

function unclear(near: readonly Candidate[]) {
  const ids = near.map(({ layout }) => layout.manifest.id);
  const message = {
    zh: `几个版式的表样都与这个文件相符：${ids.join('、')}`,
    en: `several layouts have the form of this file: ${ids.join(', ')}`,
  };
  return fault('layout-unclear', message, undefined, {
    zh: `用 --layout 指定，如 --layout ${ids[0]}`,
    en: `name one with --layout, such as --layout ${ids[0]}`,
  });
}
