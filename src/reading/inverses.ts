import { spanNamed } from '../layouts/helpers/periods.js';
import { targetFieldOf } from '../report/target.js';
import { levelOf } from '../report/taxonomy.js';
import { type Expression, fieldOf } from './expression.js';
import type { Place } from './items.js';
import { bareText } from './plainText.js';
import { inside, keyed, type Spot, type Spots } from './spots.js';
import { signIn, targetIn } from './targets.js';
import { amountOf, dayOf } from './values.js';

/** What is read where a helper printed something: the spots of its arguments, and where the text goes. */
export interface Reader {
  readonly periods: ReadonlySet<string>;
  readonly spots: Spots;
  /** Where a path's value is kept; undefined for what is no path. */
  spotOf(expression: Expression | undefined): Spot | undefined;
  /** The value of a constant, or what was read at a path. */
  valueOf(expression: Expression | undefined): string | undefined;
  /** The same once every name of a column is read, for where the loops are now. */
  valueLater(expression: Expression | undefined): () => string | undefined;
  /** Put off until every name of a column is read. */
  later(run: () => void): void;
  unitOf(named: Expression | undefined, amount: string): string;
  note(code: string, place: Place | undefined): void;
}

type Read = (
  reader: Reader,
  text: string,
  given: readonly Expression[],
  place: Place,
  named: Readonly<Record<string, Expression>>,
) => void;

/** By helper, what its printed text says of its arguments. A helper without one is not readable backwards. */
export const inverses: Readonly<Record<string, Read>> = {
  money: (reader, text, [shown], place, { unit }) => {
    const amount = amountOf(text);
    if (amount === undefined || !shown) return;
    const inReport = reader.unitOf(unit, amount);
    const first = shown.type === 'call' && shown.helper === 'or' ? shown.given[0] : shown;
    if (first !== shown) reader.note('first-of-several', place);
    if (first) putAmount(reader, first, inReport, place);
  },
  target: (reader, text, [shown], place, { open, close }) => {
    const several = shown?.type === 'call' && shown.helper === 'or' ? shown.given : [shown];
    const isWhole = reader.periods.has('whole') && !reader.periods.has('medium');
    const spot = reader.spotOf(several[isWhole ? several.length - 1 : 0]);
    putTarget(reader.spots, spot, text, place, String(constantOf(open)), String(constantOf(close)));
  },
  targetOf: (reader, text, [owner, period], place) => {
    const spot = reader.spotOf(owner);
    const field = targetFieldOf(reader.valueOf(period));
    if (spot !== undefined && field) putTarget(reader.spots, inside(spot, field), text, place);
  },
  signOf: (reader, text, [shown], place) => {
    const spot = reader.spotOf(shown);
    if (spot === undefined) return;
    // 定性 where the sign stands says of what nature the indicator is.
    if (/^定[量性]$/.test(text.trim()))
      reader.spots.put(inside(spot.replace(/\/\w+$/, ''), 'nature'), text.trim(), place);
    else reader.spots.put(inside(spot, 'sign'), signIn(text) ?? text.trim(), place);
  },
  figureOf: (reader, text, [shown], place) => {
    const spot = reader.spotOf(shown);
    if (spot === undefined || text.trim() === '') return;
    const figure = text.trim();
    const isNumber = /^-?\d+(?:,\d{3})*(?:\.\d+)?$/.test(figure);
    reader.spots.put(inside(spot, isNumber ? 'value' : 'text'), isNumber ? figure.replace(/,/g, '') : figure, place);
  },
  unitOf: (reader, text, [shown], place) => {
    const spot = reader.spotOf(shown);
    if (spot !== undefined) reader.spots.put(inside(spot, 'unit'), text.trim(), place);
  },
  date: (reader, text, [shown], place) => {
    const spot = reader.spotOf(shown);
    if (spot !== undefined && text !== '') reader.spots.put(spot, dayOf(text) ?? text.trim(), place);
  },
  trimEnd: (reader, text, [shown, suffix], place) => {
    const end = String(constantOf(suffix));
    if (!shown || text === '') return;
    const whole = text + end;
    const field = fieldOf(innermost(shown));
    const isKnown = levelOf(bareText(whole), field === 'level1' ? 1 : 2)?.name === bareText(whole);
    // 正向 and 10 as they stand; a title has its end.
    const back = /^level[12]$/.test(field)
      ? isKnown
        ? whole
        : text
      : /^(?:direction|executionWeight)$/.test(field)
        ? text
        : whole;
    readInto(reader, shown, back, place);
  },
  tick: (reader, text, [shown, choice], place) => {
    const spot = reader.spotOf(shown);
    if (spot === undefined || !/[☑√■✓✔☒R]/.test(text)) return;
    const known = reader.spots.get(spot);
    const word = String(constantOf(choice));
    if (known === undefined) reader.spots.put(spot, word, place);
    else reader.spots.leaves.set(spot, { value: `${known}、${word}`, place });
  },
  atPlace: (reader, text, [owner, name], place) => {
    const spot = reader.spotOf(owner);
    const named = reader.valueLater(name);
    reader.later(() => {
      const where = named();
      if (spot !== undefined && where)
        putTarget(reader.spots, inside(keyed(inside(spot, 'places'), where), 'target'), text, place);
    });
  },
  inYear: (reader, text, [owner, year], place) => {
    const spot = reader.spotOf(owner);
    const inYear = reader.valueLater(year);
    reader.later(() => {
      const when = inYear();
      if (spot !== undefined && when)
        putTarget(reader.spots, inside(keyed(inside(spot, 'history'), when), 'target'), text, place);
    });
  },
  fundNote: (reader, text, [owner, source, period], place) => {
    const spot = reader.spotOf(owner);
    const [sourceOf, periodOf] = [reader.valueLater(source), reader.valueLater(period)];
    reader.later(() => {
      const line = [sourceOf(), periodOf()];
      if (spot !== undefined && line[0] && line[1])
        reader.spots.put(
          inside(keyed(inside(holderOf(spot), 'funding'), line[0], line[1]), 'note'),
          text.trim(),
          place,
        );
    });
  },
  wholeName: (reader, text, [owner], place) => {
    const spot = reader.spotOf(owner);
    if (spot !== undefined) reader.spots.put(`#span${spot}`, spanNamed(bareText(text)), place);
  },
  code: () => {},
  // 2019年 printed for `(add year -2)` says the year; a counter says nothing.
  add: (reader, text, [shown, more], place) => {
    const spot = shown?.type === 'path' ? reader.spotOf(shown) : undefined;
    if (spot !== undefined && /^\d{4}$/.test(bareText(text)))
      reader.spots.put(spot, Number(bareText(text)) - Number(constantOf(more)), place);
  },
  weights: () => {},
  percent: () => {},
  or: (reader, text, given, place) => {
    const last = given.at(-1);
    if (last?.type === 'constant' && bareText(String(last.value)) === bareText(text)) return;
    const paths = given.filter((each) => each.type !== 'constant');
    const [first, second] = paths;
    if (first && second && fieldOf(first) === 'level2') {
      const isSecond = levelOf(bareText(text), 2) !== undefined || levelOf(bareText(text), 1) === undefined;
      return readInto(reader, isSecond ? first : second, text, place);
    }
    const spot = reader.spotOf(first);
    const other = reader.spotOf(second);
    if (spot !== undefined && other !== undefined && last?.type !== 'constant')
      reader.spots.put(`#or ${spot} ${other}`, text.trim(), place);
    else if (first) readInto(reader, first, text, place);
  },
};

/** A text that an expression printed, put where it belongs. */
export function readInto(reader: Reader, shows: Expression, text: string, place: Place): void {
  if (shows.type === 'call') {
    inverses[shows.helper]?.(reader, text, shows.given, place, shows.named);
    return;
  }
  const spot = reader.spotOf(shows);
  if (spot !== undefined) reader.spots.put(spot, plainValue(fieldOf(shows), text), place);
}

const whole = /^(?:year|from|to|approved|actual|permanent|otherStaff|innerDivisions|subordinateUnits)$/;

function plainValue(field: string, text: string): string | number {
  const trimmed = text.trim().replace(/\n\s*\n/g, '\n');
  if (/^level[12]$/.test(field)) {
    // A narrow cell has a level one character a line.
    const whole = trimmed.replace(/\s+/gu, '');
    return levelOf(bareText(whole), field === 'level1' ? 1 : 2) ? whole : trimmed;
  }
  return whole.test(field) && /^\d+$/.test(bareText(trimmed)) ? Number(bareText(trimmed)) : trimmed;
}

/** The place of a sum is kept with whom it is of; the report's own is the department's. That of 整体 is the sum of its tasks, and no field. */
function holderOf(spot: Spot): Spot {
  if (spot === '/department/overall') return '#sum';
  return spot === '' ? '/department' : spot;
}

function putAmount(reader: Reader, shown: Expression, amount: string, place: Place): void {
  const { spots } = reader;
  if (shown.type === 'path') {
    const spot = reader.spotOf(shown);
    if (spot !== undefined) spots.put(spot, amount, place);
    return;
  }
  if (shown.type !== 'call') return;
  const [owner, first, second] = shown.given;
  const spot = reader.spotOf(owner);
  if (spot === undefined) return;
  const [keyOf, periodOf] = [reader.valueLater(first), reader.valueLater(second)];
  reader.later(() => {
    const [key, period] = [keyOf(), periodOf()];
    if (key === undefined) return;
    if (shown.helper === 'amountIn') spots.put(inside(keyed(inside(spot, 'earlier'), key), 'amount'), amount, place);
    else if (period === undefined) return;
    else if (shown.helper === 'line') spots.put(inside(keyed(spot, key, period), 'amount'), amount, place);
    else if (shown.helper === 'amount')
      spots.put(inside(keyed(inside(holderOf(spot), 'funding'), key, period), 'amount'), amount, place);
  });
}

export function putTarget(
  spots: Spots,
  spot: Spot | undefined,
  text: string,
  place: Place,
  open = '',
  close = '',
): void {
  if (spot === undefined) return;
  const target = targetIn(text, open !== '' && close !== '' ? { open, close } : undefined);
  for (const [field, value] of Object.entries(target ?? {})) spots.put(inside(spot, field), value, place);
}

function constantOf(expression: Expression | undefined): string | number | boolean {
  return expression?.type === 'constant' ? (expression.value ?? '') : '';
}

function innermost(expression: Expression): Expression {
  const inner = expression.type === 'call' ? expression.given[0] : undefined;
  return inner ? innermost(inner) : expression;
}
