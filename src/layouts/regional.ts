import { type Bilingual, fault, type Problem, Problems } from '../problem.js';
import { type Home, homeOf, type NamedRegion } from '../regions/home.js';
import type { OwnRegion } from '../regions/known.js';
import { RegionTree } from '../regions/tree.js';
import type { Report } from '../report/schema.js';
import { fillLayout } from './fill.js';
import type { FoundLayouts } from './find.js';
import type { Manifest } from './manifest.js';
import { suited } from './needs.js';
import { contentProblems } from './notices.js';
import type { PageFacts } from './page.js';

/** A layout that may be chosen; also broken ones, because silently printing another form would be worse than an error. */
export interface Candidate {
  readonly id: string;
  readonly manifest: Manifest;
}

/** The choice among the layouts of a report's region and its ancestors, for a kind of table. */
export interface Regional {
  readonly home: Home;
  /** The layout of the nearest region that has one, and that region's key. */
  readonly taken?: { readonly id: string; readonly key: string };
  /** Layouts that were skipped because they have a column for none of the report's values. */
  readonly unfit: readonly Candidate[];
  /** A layout for the report's year of a region above that of `taken`. */
  readonly ofYear?: { readonly id: string; readonly key: string };
}

/**
 * Chooses the layout of the nearest region that has one: for the report's year, else an undated one, else the nearest year
 * before, else after; of several the one that prints most of the report. A region's own form of another year goes before an ancestor's of the year. Throws Problems: region-…, layout-ambiguous.
 */
export function regionalLayout(found: FoundLayouts, report: Report, table: Manifest['table']): Regional {
  const home = homeIn(found, report.region);
  const unfit: Candidate[] = [];
  const levels = levelsOf(suited(found, report), home.chain, table);
  for (const [index, { key, all }] of levels.entries()) {
    for (let left = all; left.length > 0; ) {
      const id = onlyOne(closest(ofNearestYear(left, report.year), found, report), report.year);
      if (fits(id, found, report)) {
        const ofCity = levels[index + 1]?.key === key ? levels[index + 1]?.all : undefined;
        const taken = { id: (ofCity && fullerOf(id, ofCity, found, report)) ?? id, key };
        return { home, taken, unfit, ...ofYearIn(levels.slice(index + 1), report) };
      }
      unfit.push(...left.filter((candidate) => candidate.id === id));
      left = left.filter((candidate) => candidate.id !== id);
    }
  }
  return { home, unfit };
}

/**
 * The form of a region for the report's year, where it prints more of the report than the one that the region has for those below
 * it: a district's court stands in the city's budget (天津市河北区人民法院 2023).
 */
function fullerOf(below: string, own: readonly Candidate[], found: FoundLayouts, report: Report): string | undefined {
  const ofYear = own.filter(({ manifest }) => manifest.undated || manifest.years.includes(report.year));
  if (ofYear.length === 0) return undefined;
  const id = onlyOne(closest(ofNearestYear(ofYear, report.year), found, report), report.year);
  const isFuller = costOf(id, found, report)[0] < costOf(below, found, report)[0];
  return isFuller && fits(id, found, report) ? id : undefined;
}

function ofYearIn(higher: ReturnType<typeof levelsOf>, { year }: Report): Pick<Regional, 'ofYear'> {
  const [ofYear] = higher.flatMap(({ key, all }) => {
    const same = all.find(({ manifest }) => manifest.years.includes(year));
    return same ? [{ id: same.id, key }] : [];
  });
  return ofYear ? { ofYear } : {};
}

/** The regions of a chain that have layouts for a kind of table, the nearest first; what a region has for those below it before its own. */
export function levelsOf(found: FoundLayouts, chain: readonly string[], table: Manifest['table']) {
  const candidates = candidatesOf(found).filter(
    ({ manifest }) => manifest.table === table && (manifest.years.length > 0 || manifest.undated),
  );
  return chain.flatMap((key, index) => {
    const ofRegion = candidates.filter(({ manifest }) => keyOf(manifest) === key);
    const below = ofRegion.filter(({ manifest }) => manifest.region.below);
    const own = ofRegion.filter(({ manifest }) => !manifest.region.below);
    return [...(index > 0 ? [below] : []), own].filter((all) => all.length > 0).map((all) => ({ key, all }));
  });
}

function candidatesOf({ layouts, broken }: FoundLayouts): Candidate[] {
  const readable = layouts.map(({ manifest }) => ({ id: manifest.id, manifest }));
  return [...readable, ...broken].sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** Whether at least one value of the report has a cell in the form, found out by filling it; else it is another kind of form. */
function fits(id: string, found: FoundLayouts, report: Report): boolean {
  const page = pageIn(id, found, report);
  return page === undefined || page.rows === 0 || page.blankRows.length < page.rows;
}

/** What a layout shows of a report; undefined if it cannot be filled: its problems are reported when it is printed. */
export function pageIn(id: string, { layouts }: FoundLayouts, report: Report): PageFacts | undefined {
  const layout = layouts.find(({ manifest }) => manifest.id === id);
  if (!layout || contentProblems(report, layout.manifest).length > 0) return undefined;
  try {
    return fillLayout(layout, report).page;
  } catch (cause) {
    if (cause instanceof Problems) return undefined;
    throw cause;
  }
}

/** Of several forms that a region has for a year, those that leave least of the report out and then have the fewest blanks. */
function closest(ids: readonly string[], found: FoundLayouts, report: Report): readonly string[] {
  if (ids.length < 2) return ids;
  const costs = ids.map((id) => ({ id, cost: costOf(id, found, report) }));
  const least = (part: 0 | 1, among: typeof costs) => {
    const fewest = Math.min(...among.map(({ cost }) => cost[part]));
    return among.filter(({ cost }) => cost[part] === fewest);
  };
  return least(1, least(0, costs)).map(({ id }) => id);
}

/** How much of the report a layout leaves out, and how many blanks it prints. */
function costOf(id: string, found: FoundLayouts, report: Report): readonly [number, number] {
  const page = pageIn(id, found, report);
  return page ? [page.unprinted.length, blanksOf(page)] : [0, 0];
}

/** How many blanks a page has where the report could have given something. */
export function blanksOf({ blankRows, blankCells, blankGoals, blankMoney }: PageFacts): number {
  return blankRows.length + blankCells.length + blankGoals.length + blankMoney.length;
}

function ofNearestYear(layouts: readonly Candidate[], year: number): readonly string[] {
  const years = layouts.flatMap(({ manifest }) => manifest.years);
  const before = years.filter((other) => other <= year);
  const nearest = before.length > 0 ? Math.max(...before) : Math.min(...years);
  const undated = layouts.filter(({ manifest }) => manifest.undated);
  const dated = layouts.filter(({ manifest }) => manifest.years.includes(nearest));
  return (undated.length > 0 && nearest !== year ? undated : dated).map(({ id }) => id);
}

function onlyOne(ids: readonly string[], year: number): string {
  if (ids.length > 1) throw new Problems([severalFault(ids, year)]);
  return ids[0] as string;
}

function severalFault(ids: readonly string[], year: number): Problem {
  const message: Bilingual = {
    zh: `${year} 年度有 ${ids.length} 个版式都合适：${ids.join('、')}`,
    en: `${ids.length} layouts would do for ${year}: ${ids.join(', ')}`,
  };
  const hint = {
    zh: '用 --layout 指定，或在报告里写 layout；只在指名时用的版式，把 years 写成 []',
    en: 'name one with --layout, or as layout in the report; a layout that is to be taken by name only has years []',
  };
  return fault('layout-ambiguous', message, undefined, hint);
}

/** The key of a layout's region in the tree. Reading the manifest has added the code where the region has one. */
function keyOf({ region }: Manifest): string {
  return region.code ?? region.name;
}

/** A report's region in the tree; quick for one that is written as a layout's. Throws Problems: region-…. */
export function homeIn(found: FoundLayouts, region: NamedRegion): Home {
  const { code, name } = region;
  const isLayouts = found.layouts.some(
    ({ manifest }) => manifest.region.code === code && manifest.region.name === name,
  );
  const tree = treeOf(found);
  return code !== undefined && isLayouts ? { chain: tree.budgetChain(code), rest: '' } : homeOf(tree, region);
}

const trees = new WeakMap<FoundLayouts, RegionTree>();

/** The tree of regions with those that layouts add; a broken one adds none that it has otherwise than others. Throws Problems: layout-region. */
export function treeOf(found: FoundLayouts): RegionTree {
  const known = trees.get(found);
  if (known) return known;
  const parents = new Map<string, { readonly id: string; readonly parent: string | undefined }>();
  const own: OwnRegion[] = [];
  const sound = found.layouts.map(({ manifest }) => ({ id: manifest.id, manifest, isSound: true }));
  for (const { id, manifest, isSound } of [...sound, ...found.broken.map((each) => ({ ...each, isSound: false }))]) {
    const { code, name, parent } = manifest.region;
    const before = code === undefined ? parents.get(name) : undefined;
    const isOther = before !== undefined && before.parent !== parent;
    if (isOther && isSound) throw new Problems([parentsFault(name, before.id, id)]);
    if (!isOther) own.push(manifest.region);
    if (code === undefined && !before) parents.set(name, { id, parent });
  }
  const tree = new RegionTree(own);
  trees.set(found, tree);
  return tree;
}

export function parentsFault(name: string, first: string, second: string): Problem {
  const message = {
    zh: `版式 ${first} 与 ${second} 给 ${name} 写了不同的上级（region.parent）`,
    en: `the layouts ${first} and ${second} give ${name} different parents (region.parent)`,
  };
  return fault('layout-region', message);
}
