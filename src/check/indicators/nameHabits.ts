import type { Target } from '../../report/schema.js';
import { nameEnds } from '../lexicon/nameEnds.js';
import { bareOf } from './nameKind.js';
import { asQuantity } from './targets.js';
import { unitSense } from './units.js';

/** What the value of an indicator is: counted, a share, money, a time, or words for how it is done. */
export type ValueKind = 'number' | 'share' | 'money' | 'time' | 'manner';

/** How indicators are usually written whose names end alike. */
export interface NameHabit {
  /** What their names end with: 支出率. */
  readonly end: string;
  /** Short names of the second levels under which reviewers accept them: 数量, 经济效益. */
  readonly levels: ReadonlySet<string>;
  readonly values: ReadonlySet<ValueKind>;
  readonly units: readonly string[];
}

/** Shortest and longest end that is told apart, in characters. */
export const [shortest, longest] = [2, 8];

let table: ReadonlyMap<string, NameHabit> | undefined;

/** Read when first asked for. */
function habits(): ReadonlyMap<string, NameHabit> {
  table ??= new Map(nameEnds.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), habitIn(line)]));
  return table;
}

function habitIn(line: string): NameHabit {
  const [end = '', , levels = '', values = '', units = ''] = line.split(' ');
  return {
    end,
    levels: new Set(levels.split(',')),
    values: new Set(values.split(',') as ValueKind[]),
    units: units === '-' ? [] : units.split(','),
  };
}

/** By the longest end that at least five names of the list have; undefined where none has it. */
export function nameHabit(name: string): NameHabit | undefined {
  const bare = bareOf(name).replace(/[，。；、\s]+$/, '');
  for (let length = Math.min(longest, bare.length); length >= shortest; length -= 1) {
    const habit = habits().get(bare.slice(-length));
    if (habit) return habit;
  }
  return undefined;
}

/** What a target's value is; undefined for a number without a unit, which may be any. */
export function valueKindOf(target: Target): ValueKind | undefined {
  const quantity = asQuantity(target);
  if (!quantity) return isOfTime(target) ? 'time' : 'manner';
  const { kind } = unitSense((quantity.unit ?? '').trim());
  if (kind === undefined) return (quantity.unit ?? '').trim() === '' ? undefined : 'number';
  return kind === 'share' || kind === 'money' || kind === 'time' ? kind : 'number';
}

function isOfTime(target: Target): boolean {
  return 'text' in target && /\d\s?[年月日号天]|[一二三四]季度|[年月季]底|年内|当[年月日天]/.test(target.text);
}

/** Whether a value is of a kind that names of this end have. */
export function isUsualValue(target: Target, { values }: NameHabit): boolean {
  const kind = valueKindOf(target);
  return kind === undefined || values.has(kind) || (kind === 'time' && values.has('number'));
}
