import type { Indicator, Project } from '../../report/schema.js';
import { composeTarget } from '../../report/target.js';
import type { Period } from '../../report/vocabulary.js';
import { type Kind, listOf, number, text, unknownKind } from '../kinds.js';
import { untraced } from '../traced.js';
import { aList, aListOf, aNumber, aRecord, aText, type Helper, oneOf } from './signature.js';

/** Columns that a form has as many of as the data: one a place (福建省), one an earlier year (浙江省). */

type Place = NonNullable<Indicator['places']>[number];
type Year = NonNullable<Indicator['history']>[number];
type CostLine = NonNullable<Project['costLines']>[number];

/** `(placesOf indicators)`: the places that the indicators have values for, each once, in the order of the data. */
const placesOf: Helper = {
  takes: [aListOf('indicator')],
  gives: listOf(text),
  leaves: () => [],
  run: (_call, indicators: readonly Indicator[] | undefined) => [
    ...new Set((indicators ?? []).flatMap(({ places = [] }) => places.map(({ place }) => place))),
  ],
};

function placeOf(indicator: unknown, place: unknown): Place | undefined {
  return (indicator as Indicator | undefined)?.places?.find((each) => each.place === place);
}

/** `(atPlace indicator place)`: the indicator's value there as one text; '' where it has none. */
const atPlace: Helper = {
  takes: [aRecord('indicator', 'row'), aText],
  gives: text,
  leaves: ([indicator, place]) => {
    const owner = placeOf(untraced(indicator), untraced(place));
    return owner ? ['place', 'target'].map((field) => ({ owner, field })) : [];
  },
  run: (_call, indicator: Indicator | undefined, place: string | undefined) =>
    composeTarget(placeOf(indicator, place)?.target),
};

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

function yearOf(indicator: unknown, year: unknown): Year | undefined {
  return (indicator as Indicator | undefined)?.history?.find((each) => each.year === Number(year));
}

/** `(inYear indicator year)`: the indicator's value in an earlier year as one text; '' where it has none. */
const inYear: Helper = {
  takes: [aRecord('indicator', 'row'), aNumber],
  gives: text,
  leaves: ([indicator, year]) => {
    const owner = yearOf(untraced(indicator), untraced(year));
    return owner ? ['year', 'target'].map((field) => ({ owner, field })) : [];
  },
  run: (_call, indicator: Indicator | undefined, year: number | undefined) =>
    composeTarget(yearOf(indicator, year)?.target),
};

const earlierPeriods: readonly Period[] = ['lastYear', 'lastYearActual', 'yearBeforeLast', 'yearBeforeLastActual'];

function earlierOf(line: unknown, period: unknown) {
  return (line as CostLine | undefined)?.earlier?.find((each) => each.period === period);
}

/** `(amountIn costLine "lastYear")`: the amount of a cost line in an earlier year, in the report's money unit; '' if there is none. */
const amountIn: Helper = {
  takes: [aRecord('project.costLines[]'), oneOf(earlierPeriods)],
  gives: text,
  leaves: ([line, period]) => {
    const owner = earlierOf(untraced(line), untraced(period));
    return owner ? ['period', 'amount'].map((field) => ({ owner, field })) : [];
  },
  run: (_call, line: CostLine | undefined, period: Period) => earlierOf(line, period)?.amount ?? '',
};

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
