import { isZero, sumAmounts } from '../../report/money.js';
import type { FundingSource } from '../../report/vocabulary.js';
import { gap, isMore, isSame } from './money.js';

/** Amounts of one owner and period; '' for a source whose cell is stated blank. */
export type Amounts = ReadonlyMap<FundingSource, string>;

/**
 * What the sources of one owner can add up to. Forms disagree on which source is a part of which (上年结转 stands inside
 * 财政拨款 or beside it), so there are several readings; a total is wrong only if it fits none.
 */
export interface Parts {
  readonly readings: readonly (readonly FundingSource[])[];
  /** 'whole' when nothing can be missing, 'main' when there is 财政拨款 but not the rest, 'some' for memo items only. */
  readonly known: 'whole' | 'main' | 'some';
}

/** What 财政拨款 is split into, where it is not stated itself: each list is one way. */
const splits: readonly (readonly FundingSource[])[] = [
  ['currentYearFiscal'],
  ['generalPublicBudget', 'governmentFund', 'stateCapital', 'socialInsuranceFund'],
  ['central', 'provincial', 'municipal', 'county', 'transferPayment'],
  ['superior', 'sameLevel'],
  ['basicExpenditure', 'projectExpenditure'],
];

/** A source that stands beside 财政拨款 unless one of these, which may hold it, is stated. */
const besides: readonly (readonly [FundingSource, readonly FundingSource[]])[] = [
  ['other', []],
  ['fiscalSpecialAccount', []],
  ['unitFunds', ['other']],
  ['selfRaised', ['other', 'unitFunds']],
  ['institutionalRevenue', ['other', 'unitFunds', 'selfRaised']],
  ['operatingRevenue', ['other', 'unitFunds', 'selfRaised']],
];

/** Sources that forms print inside 财政拨款 as well as beside it. */
const either: readonly FundingSource[] = ['carryover', 'specialBond'];
const eitherBesideFiscal: readonly FundingSource[] = ['superior', 'transferPayment'];
const fundsBesideFiscal: readonly FundingSource[] = ['governmentFund', 'stateCapital', 'socialInsuranceFund'];
const remainders: readonly FundingSource[] = ['other', 'unitFunds', 'selfRaised'];

/** More undecided sources than this leave nothing to be sure of. */
const mostUndecided = 6;

/** The readings of a set of sources; undefined when there are none, or too many ways. */
export function partsOf(amounts: Amounts): Parts | undefined {
  const has = (source: FundingSource): boolean => amounts.has(source);
  const counts = (source: FundingSource): boolean => has(source) && !isZero(amounts.get(source) || '0');
  const beside = besides.filter(([source]) => has(source));
  const sure = beside.filter(([, wholes]) => !wholes.some(has)).map(([source]) => source);
  const unsure = beside.filter(([, wholes]) => wholes.some(has)).map(([source]) => source);
  unsure.push(...either, ...(has('fiscal') ? besideFiscal(has) : []));
  const undecided = unsure.filter(counts);
  const cores = coresOf(has);
  if (undecided.length > mostUndecided || (cores.length === 0 && sure.length === 0)) return undefined;
  const readings = (cores.length > 0 ? cores : [[]]).flatMap((core) =>
    subsets(undecided.filter((source) => !core.includes(source))).map((extra) => [...core, ...sure, ...extra]),
  );
  return { readings, known: knownOf(has) };
}

function besideFiscal(has: (source: FundingSource) => boolean): FundingSource[] {
  return [...eitherBesideFiscal, ...(has('generalPublicBudget') ? [] : fundsBesideFiscal)];
}

/** The ways to read 财政拨款: itself, else each of its splits, or all of them together. */
function coresOf(has: (source: FundingSource) => boolean): FundingSource[][] {
  if (has('fiscal')) return [['fiscal']];
  const stated = splits.map((split) => split.filter(has)).filter((split) => split.length > 0);
  return stated.length > 1 ? [...stated, stated.flat()] : stated;
}

function knownOf(has: (source: FundingSource) => boolean): Parts['known'] {
  const [year = [], kinds = [], levels = [], origins = []] = splits.map((split) => split.filter(has));
  const fiscal =
    has('fiscal') ||
    year.length > 0 ||
    kinds.includes('generalPublicBudget') ||
    levels.length > 1 ||
    origins.length > 1;
  if (fiscal && remainders.some(has)) return 'whole';
  // A form that asks for the rest as well has a place for each.
  return has('fiscal') || (kinds.length > 0 && has('other')) ? 'main' : 'some';
}

function subsets(sources: readonly FundingSource[]): FundingSource[][] {
  const all: FundingSource[][] = [[]];
  for (const source of sources) all.push(...all.map((each) => [...each, source]));
  return all;
}

/** A reading with its sum. */
export interface Reading {
  readonly sources: readonly FundingSource[];
  readonly sum: string;
}

/** The reading nearest to the total, how it lies, and whether every reading is above it. */
export function nearestReading(
  total: string,
  parts: Parts,
  amounts: Amounts,
): Reading & { readonly fits: boolean; readonly above: boolean } {
  const all = parts.readings.map((sources): Reading => {
    return { sources, sum: sumAmounts(sources.map((source) => amounts.get(source) ?? '')) || '0' };
  });
  const [first = { sources: [], sum: '0' }, ...others] = all;
  const nearest = others.reduce(
    (best, each) => (isMore(gap(total, best.sum), gap(total, each.sum)) ? each : best),
    first,
  );
  return { ...nearest, fits: isSame(total, nearest.sum), above: all.every(({ sum }) => isMore(sum, total)) };
}
