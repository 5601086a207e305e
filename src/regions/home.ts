import { Problems } from '../problem.js';
import { ambiguous, codeDiffers, codeUnknown, contradictory } from './faults.js';
import { isCode, type Reading, type RegionTree } from './tree.js';

/** A region as in a report. */
export interface NamedRegion {
  readonly code?: string;
  readonly name: string;
}

/** A region's place in the tree. */
export interface Home {
  /** Keys of the region, or of the last known one in its name, and of those above, the nearest first; empty if none is known. */
  readonly chain: readonly string[];
  /** The rest of the name, which is no known region: a town, a zone, a former district. */
  readonly rest: string;
}

/** Names for the whole country, which has no region above it. */
const nationalNames: ReadonlySet<string> = new Set(['通用', '全国']);

export function isNational({ code, name }: NamedRegion): boolean {
  return code === undefined && nationalNames.has(name);
}

/**
 * Finds a region by its code and its name, which must agree; by its name alone if that names one region.
 * Throws Problems: region-ambiguous, region-code-differs, region-code-unknown. Never guesses.
 */
export function homeOf(tree: RegionTree, region: NamedRegion): Home {
  if (isNational(region)) return { chain: [], rest: '' };
  const readings = tree.readings(region.name);
  return region.code === undefined
    ? byName(tree, region.name, readings)
    : byCode(tree, region.code, region.name, readings);
}

/** Finds a region by code; an unknown name does not contradict it. */
function byCode(tree: RegionTree, code: string, name: string, readings: readonly Reading[]): Home {
  const province = `${code.slice(0, 2)}0000`;
  if (!tree.isKnown(province)) throw new Problems([codeUnknown(tree, code, name, readings)]);
  const agreeing = readings.filter((reading) => agrees(tree, code, reading));
  if (readings.length > 0 && agreeing.length === 0) throw new Problems([codeDiffers(tree, code, name, readings)]);
  const own = agreeing.find(({ key }) => !isCode(key));
  const [reading = { rest: name }] = own ? [own] : agreeing;
  return { chain: tree.budgetChain(own?.key ?? code), rest: reading.rest };
}

/** Whether a code fits a name: the code of the region; of one within it, if the name goes on; of one above a region without code. */
function agrees(tree: RegionTree, code: string, { key, rest }: Reading): boolean {
  if (!isCode(key)) return tree.chain(key).includes(code);
  return key === code || (rest !== '' && tree.isBelow(code, key));
}

function byName(tree: RegionTree, name: string, readings: readonly Reading[]): Home {
  const [only, ...others] = readings;
  if (!only) return { chain: [], rest: name };
  if (others.length > 0) throw new Problems([ambiguous(tree, name, readings)]);
  const { key, rest } = only;
  if (tree.isAcross(rest, key)) return { chain: [rest, ...tree.chain(key)], rest: '' };
  const elsewhere = tree.readings(rest).filter((reading) => reading.rest === '');
  if (elsewhere.length > 0) throw new Problems([contradictory(tree, name, key, elsewhere)]);
  return { chain: tree.budgetChain(key), rest };
}

/** Whether a region is another or within it; false for a region that cannot be found. */
export function standsIn(tree: RegionTree, region: NamedRegion, key: string): boolean {
  return (region.code === undefined ? chainBy(tree, region.name) : tree.chain(region.code)).includes(key);
}

/** The region's key, which is the same for all its names; else the name. */
export function keyOf(tree: RegionTree, { code, name }: NamedRegion): string {
  const [only, ...others] = code === undefined ? tree.readings(name) : [];
  return code ?? (only?.rest === '' && others.length === 0 ? only.key : name);
}

function chainBy(tree: RegionTree, name: string): readonly string[] {
  const [only, ...others] = tree.readings(name);
  return only && others.length === 0 ? tree.chain(only.key) : [];
}
