import { type Expression, fieldOf } from '../layouts/expression.js';
import type { Reader } from '../layouts/helpers/inverse.js';
import { helpers } from '../layouts/helpers/table.js';
import { inside, type Spot } from '../layouts/spot.js';
import { levelOf } from '../report/taxonomy.js';
import type { Place } from './items.js';
import { bareText } from './plainText.js';
import type { Spots } from './spots.js';
import { signIn, targetIn } from './targets.js';
import { amountOf, dayOf } from './values.js';

/** What the reader of a hole asks of the report that is being read. */
export type Drafted = Pick<Reader, 'periods' | 'spotOf' | 'valueOf' | 'valueLater' | 'later'> & {
  readonly spots: Spots;
  unitOf(named: Expression | undefined, amount: string): string;
  note(code: string, place: Place | undefined): void;
};

/** A text that an expression printed, put where it belongs; `place`: where it was found. */
export function readHole(draft: Drafted, shows: Expression, text: string, place: Place): void {
  const { spots } = draft;
  const reader: Reader = {
    periods: draft.periods,
    spotOf: (expression) => draft.spotOf(expression),
    valueOf: (expression) => draft.valueOf(expression),
    valueLater: (expression) => draft.valueLater(expression),
    later: (run) => draft.later(run),
    note: (code) => draft.note(code, place),
    put: (spot, value) => spots.put(spot, value, place),
    putAlso: (spot, value) => {
      const known = spots.get(spot);
      if (known === undefined) spots.put(spot, value, place);
      else spots.leaves.set(spot, { value: `${known}、${value}`, place });
    },
    putTarget: (spot, printed, open = '', close = '') => putTarget(spots, spot, printed, place, open, close),
    read: (shown, printed) => {
      const spot = draft.spotOf(shown);
      if (shown.type === 'call') helpers.get(shown.helper)?.inverse?.(reader, printed, shown.given, shown.named);
      else if (spot !== undefined) spots.put(spot, plainValue(fieldOf(shown), printed), place);
    },
    bare: bareText,
    amountIn: amountOf,
    inReportUnit: (amount, unit) => draft.unitOf(unit, amount),
    dayIn: dayOf,
    signIn,
  };
  reader.read(shows, text);
}

function putTarget(spots: Spots, spot: Spot, text: string, place: Place, open: string, close: string): void {
  const target = targetIn(text, open !== '' && close !== '' ? { open, close } : undefined);
  for (const [field, value] of Object.entries(target ?? {})) spots.put(inside(spot, field), value, place);
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
