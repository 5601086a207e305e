import type { Indicator, Project } from '../../report/schema.js';
import { composeTarget } from '../../report/target.js';
import type { Period } from '../../report/vocabulary.js';
import { type Kind, listOf, number, text, unknownKind } from '../kinds.js';
import { inside, keyed, type Spot } from '../spot.js';
import { untraced } from '../traced.js';
import type { Reader } from './inverse.js';
import { aList, aListOf, aNumber, aRecord, aText, type Helper, oneOf } from './signature.js';

/** Columns that a form has as many of as the data: one a place (福建省), one an earlier year (浙江省). */

type Place = NonNullable<Indicator['places']>[number];
type Year = NonNullable<Indicator['history']>[number];
type CostLine = NonNullable<Project['costLines']>[number];
type Earlier = NonNullable<CostLine['earlier']>[number];

/** `(placesOf indicators)`: the places that the indicators have values for, each once, in the order of the data. */
const placesOf: Helper = {
  takes: [aListOf('indicator')],
  gives: listOf(text),
  leaves: () => [],
  run: (_call, indicators: readonly Indicator[] | undefined) => [
    ...new Set((indicators ?? []).flatMap(({ places = [] }) => places.map(({ place }) => place))),
  ],
};

/** A helper that shows one entry of a list of a record, found by what it is of; the entry's fields count as printed. */
function entryHelper<Owner, Entry extends object>(
  takes: Helper['takes'],
  list: string,
  [key, value]: readonly [key: keyof Entry & string, value: keyof Entry & string],
  find: (owner: Owner, key: unknown) => Entry | undefined,
  show: (entry: Entry) => string,
  read: (reader: Reader, spot: Spot, text: string) => void,
): Helper {
  const entryOf = (owner: unknown, of: unknown): Entry | undefined =>
    owner === undefined ? undefined : find(owner as Owner, of);
  return {
    takes,
    gives: text,
    leaves: ([given, of]) => {
      const owner = entryOf(untraced(given), untraced(of));
      return owner ? [value, key].map((field) => ({ owner, field })) : [];
    },
    absent: ([given, of]) => {
      const owner = untraced(given);
      const isAbsent = typeof owner === 'object' && owner !== null && !entryOf(owner, untraced(of));
      return isAbsent ? { owner, field: `${list}/-/${value}` } : undefined;
    },
    member: ([, of]) => ({ [key]: untraced(of) as string | number }),
    run: (_call, owner: unknown, of: unknown) => {
      const entry = entryOf(owner, of);
      return entry ? show(entry) : '';
    },
    inverse: (reader, text, [owner, of]) => {
      const spot = reader.spotOf(owner);
      const keyLater = reader.valueLater(of);
      reader.later(() => {
        const found = keyLater();
        if (spot !== undefined && found) read(reader, inside(keyed(inside(spot, list), found), value), text);
      });
    },
  };
}

function readTarget(reader: Reader, spot: Spot, text: string): void {
  reader.putTarget(spot, text);
}

/** `(atPlace indicator place)`: the indicator's value there as one text; '' where it has none. */
const atPlace = entryHelper<Indicator, Place>(
  [aRecord('indicator', 'row'), aText],
  'places',
  ['place', 'target'],
  ({ places }, key) => places?.find(({ place }) => place === key),
  ({ target }) => composeTarget(target),
  readTarget,
);

/** `(yearsOf indicators)`: the years that the indicators have earlier values of, the earliest first. */
const yearsOf: Helper = {
  takes: [aListOf('indicator')],
  gives: listOf(number),
  leaves: () => [],
  run: (_call, indicators: readonly Indicator[] | undefined) =>
    [...new Set((indicators ?? []).flatMap(({ history = [] }) => history.map(({ year }) => year)))].sort(
      (a, b) => a - b,
    ),
};

/** `(inYear indicator year)`: the indicator's value in an earlier year as one text; '' where it has none. */
const inYear = entryHelper<Indicator, Year>(
  [aRecord('indicator', 'row'), aNumber],
  'history',
  ['year', 'target'],
  ({ history }, key) => history?.find(({ year }) => year === Number(key)),
  ({ target }) => composeTarget(target),
  readTarget,
);

const earlierPeriods: readonly Period[] = ['lastYear', 'lastYearActual', 'yearBeforeLast', 'yearBeforeLastActual'];

/** `(amountIn costLine "lastYear")`: the amount of a cost line in an earlier year, in the report's money unit; '' if there is none. */
const amountIn = entryHelper<CostLine, Earlier>(
  [aRecord('project.costLines[]'), oneOf(earlierPeriods)],
  'earlier',
  ['period', 'amount'],
  ({ earlier }, key) => earlier?.find(({ period }) => period === key),
  ({ amount }) => amount,
  (reader, spot, text) => {
    const amount = reader.amountIn(text);
    if (amount !== undefined) reader.put(spot, amount);
  },
);

/**
 * `(chunks list most)`: the list in pieces of at most so many, for tables that go on beside: each piece gets a table of its own
 * with the label columns again.
 */
const chunks: Helper = {
  takes: [aList, aNumber],
  gives: ([list]: readonly Kind[]) => listOf(list ?? unknownKind),
  leaves: () => [],
  run: (_call, list: readonly unknown[] | undefined, most: number | undefined) => {
    const size = Math.max(1, most ?? 1);
    const all = list ?? [];
    return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
      all.slice(index * size, (index + 1) * size),
    );
  },
};

export const columnHelpers = { placesOf, atPlace, yearsOf, inYear, amountIn, chunks } as const;
