import { readFileSync } from 'node:fs';
import {
  comparable,
  type SenseLevel,
  senseLevels,
  type ValueClass,
  type ValueKind,
  valueClassOf,
} from '../../../src/check/indicators/nameSense.js';

/** The names of the lists beside this file, each with the trade whose clerks write it so and what is right for it. */

export interface Example {
  /** As names are compared. */
  readonly name: string;
  readonly kind: ValueKind;
  readonly levels: Set<SenseLevel>;
  readonly values: Set<ValueClass>;
  /** Written down as it stands, not put together from a pattern and a word: such names count more. */
  readonly isWritten: boolean;
  readonly trade: string;
}

const folder = 'test/check/names';

/** Of names put together from patterns, one of so many is taken: their endings come again with every word. */
const oneOf = 7;

/** All examples, each name once with each kind of its values. */
export function examplesOf(lists: { readonly [file: string]: string } = readLists()): Example[] {
  const examples = new Map<string, Example>();
  const also = alsoIn(lists['also.txt'] ?? '');
  for (const { levels, kinds, units, name, trade, isWritten } of namesIn(lists)) {
    const bare = comparable(name);
    const accepted = withAlso(bare, levelsIn(levels), also);
    const values = classesIn(kinds, units);
    for (const kind of kinds.split(',') as ValueKind[]) {
      const known = examples.get(`${kind} ${bare}`);
      for (const level of accepted) known?.levels.add(level);
      for (const value of values) known?.values.add(value);
      if (!known)
        examples.set(`${kind} ${bare}`, {
          name: bare,
          kind,
          levels: new Set(accepted),
          values: new Set(values),
          isWritten,
          trade,
        });
    }
  }
  return [...examples.values()];
}

function readLists(): Record<string, string> {
  const files = ['names.txt', 'trades.txt', 'patterns.txt', 'also.txt'];
  return Object.fromEntries(files.map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]));
}

/** A line of a list: levels, kinds of value and units, each parted by commas, and the names or patterns. */
export interface Listed {
  readonly levels: string;
  readonly kinds: string;
  readonly units: string;
  readonly names: readonly string[];
}

export function listed(line: string): Listed {
  const [levels = '', kinds = '', units = '', ...names] = line.split(' ');
  return { levels, kinds, units, names };
}

/** The lines of a list without its remarks. */
export function linesOf(list: string): string[] {
  return list.split('\n').filter((line) => line !== '' && !/^# /.test(line));
}

type Named = Omit<Listed, 'names'> & Pick<Example, 'name' | 'trade' | 'isWritten'>;

function* namesIn(lists: { readonly [file: string]: string }): Generator<Named> {
  for (const line of linesOf(lists['names.txt'] ?? '')) {
    const { names, ...rest } = listed(line);
    for (const name of names) yield { ...rest, name, trade: '', isWritten: true };
  }
  const patterns = patternsIn(lists['patterns.txt'] ?? '');
  let trade = '';
  let nthWord = 0;
  for (const line of linesOf(lists['trades.txt'] ?? '')) {
    if (line.startsWith('## ')) trade = line.slice(3);
    else if (line.startsWith('@')) {
      const [kind = '', unit = '', ...words] = line.slice(1).split(' ');
      for (const word of words) {
        yield* filled(patterns.get(kind) ?? [], word, unit, trade, nthWord);
        nthWord += 1;
      }
    } else {
      const { names, ...rest } = listed(line);
      for (const name of names) yield { ...rest, name, trade, isWritten: true };
    }
  }
}

function* filled(
  patterns: readonly Listed[],
  word: string,
  unit: string,
  trade: string,
  nthWord: number,
): Generator<Named> {
  let nth = 0;
  for (const { levels, kinds, units, names } of patterns)
    for (const pattern of names) {
      nth += 1;
      if ((nth + 3 * nthWord) % oneOf !== 0) continue;
      const name = pattern.replaceAll('X', word).replaceAll('U', unit);
      yield { levels, kinds, units: units.replaceAll('U', unit), name, trade, isWritten: false };
    }
}

function patternsIn(list: string): Map<string, Listed[]> {
  const kinds = new Map<string, Listed[]>();
  let current: Listed[] = [];
  for (const line of linesOf(list)) {
    if (line.startsWith('@')) {
      current = [];
      kinds.set(line.slice(1), current);
    } else {
      const { names, ...rest } = listed(line);
      current.push({ ...rest, names: names.flatMap(alternatives) });
    }
  }
  return kinds;
}

/** {a|b}X as aX and bX. */
export function alternatives(pattern: string): string[] {
  const match = /\{([^}]*)\}/.exec(pattern);
  if (!match) return [pattern];
  const [before, behind] = [pattern.slice(0, match.index), pattern.slice(match.index + match[0].length)];
  return (match[1] as string).split('|').flatMap((word) => alternatives(behind).map((rest) => before + word + rest));
}

function levelsIn(levels: string): Set<SenseLevel> {
  const all = levels.split(',').map((level) => (level === '经济成本' ? '成本' : level));
  return new Set(senseLevels.filter((level) => all.includes(level)));
}

function classesIn(kinds: string, units: string): Set<ValueClass> {
  const classes = new Set<ValueClass>(kinds.split(',').filter((kind) => kind !== 'number') as ValueClass[]);
  for (const unit of units.split(',')) {
    const value = valueClassOf(unit);
    if (value) classes.add(value);
  }
  if (kinds.includes('number') && classes.size === 0) classes.add('count');
  return classes;
}

type Also = readonly { readonly levels: readonly SenseLevel[]; readonly names: RegExp }[];

function alsoIn(list: string): Also {
  return linesOf(list).map((line) => {
    const { levels, names } = { levels: line.slice(0, line.indexOf(' ')), names: line.slice(line.indexOf(' ') + 1) };
    return { levels: [...levelsIn(levels)], names: new RegExp(names) };
  });
}

function withAlso(name: string, levels: ReadonlySet<SenseLevel>, also: Also): Set<SenseLevel> {
  const all = new Set(levels);
  for (const each of also)
    if (each.levels.some((level) => levels.has(level)) && each.names.test(name))
      for (const level of each.levels) all.add(level);
  return all;
}
