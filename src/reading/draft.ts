import { type Each, type Expression, fieldOf, type Path } from '../layouts/expression.js';
import { budgetLineNamed, fundNamed } from '../layouts/helpers/funds.js';
import { spanNamed } from '../layouts/helpers/periods.js';
import { inside, keyed, type Spot } from '../layouts/spot.js';
import type { Event } from './automaton.js';
import { type Drafted, readHole } from './hole.js';
import type { Place } from './items.js';
import { bareText, withoutLeaks } from './plainText.js';
import { type Leaf, Spots } from './spots.js';

/** A note of what was inferred and why; told to the user. */
export interface DraftNote {
  readonly code: string;
  readonly place: Place | undefined;
}

const flags: ReadonlySet<string> = new Set(['core', 'linkedToBudget', 'optional', 'opens']);

/** A report while the events of an alignment are gone through: where each loop is, and what was read. */
export class Draft implements Drafted {
  readonly spots = new Spots();
  readonly notes: DraftNote[] = [];
  readonly #at = new Map<Each, Spot>();
  readonly #turns = new Map<Each, number>();
  readonly #later: (() => void)[] = [];

  /** Loops that print other indicators than the loop before them that is over the same list: one table of the years, one of the year. */
  readonly others = new Set<Each>();
  readonly #firsts = new Map<Spot, Each>();

  /**
   * `convert`: an amount in a named unit, in the report's. `periods`: those that the form prints goals and money of. `apart`: `others`
   * of an earlier draft; their indicators are members of their own.
   */
  constructor(
    readonly convert: (unit: string | undefined, amount: string) => string,
    readonly periods: ReadonlySet<string>,
    readonly apart: ReadonlySet<Each> = new Set(),
  ) {}

  event(event: Event, place: Place | undefined): void {
    if (event.type === 'turn') {
      const turn = event.isFirst ? 0 : (this.#turns.get(event.loop) ?? 0) + 1;
      this.#turns.set(event.loop, turn);
      const spot = this.#member(event.loop.list, turn, this.apart.has(event.loop) ? event.loop : undefined);
      if (spot === undefined) return;
      this.#at.set(event.loop, spot);
      if (!this.#firsts.has(spot)) this.#firsts.set(spot, event.loop);
    } else if (event.type === 'option' && event.isTaken) this.#hold(event.option.asks, place);
  }

  hole(shows: Expression, printed: string, place: Place): void {
    const text = withoutLeaks(printed);
    if (text !== printed) this.note('leaked', place);
    const spot = shows.type === 'path' ? this.spotOf(shows) : undefined;
    if (spot?.startsWith('#line ')) this.#line(spot, text, place);
    else if (text.trim() !== '') {
      const known = this.spots.conflicts.length;
      readHole(this, shows, text, place);
      if (this.spots.conflicts.length > known && shows.type === 'path' && shows.of) this.#noteOther(shows.of);
    }
  }

  /** An indicator of another name where a loop before was at an indicator. */
  #noteOther(loop: Each): void {
    const [spot, conflict] = [this.#at.get(loop), this.spots.conflicts.at(-1)?.spot];
    if (spot !== undefined && conflict === `${spot}/name` && /\/indicators\/\d+$/.test(spot)) {
      if (this.#firsts.get(spot) !== loop) this.others.add(loop);
    }
  }

  /** All that waited for names of columns. */
  finish(): void {
    this.#nameColumns();
    this.#placeEntries();
    for (const run of this.#later) run();
    this.#budgetLines();
  }

  /** Lines of a budget that are printed by their names: 基本支出, 上年收入合计. */
  #budgetLines(): void {
    for (const [spot, { value, place }] of [...this.spots.leaves]) {
      const found = /^#column budgetLines (\S*)\/\d+\/name$/.exec(spot);
      const list = found?.[1]?.replace(/:/g, '/');
      if (list === undefined) continue;
      const line = budgetLineNamed(bareText(String(value)), list.endsWith('/expenditure'));
      const amount = this.spots.get(spot.replace(/name$/, 'amount'));
      if (line && amount !== undefined)
        this.spots.put(inside(keyed(list, line.key, line.period), 'amount'), amount, place);
    }
  }

  /** What a branch that was taken says. */
  #hold(asks: Expression, place: Place | undefined): void {
    if (asks.type === 'call' && asks.helper === 'and') for (const each of asks.given) this.#hold(each, place);
    else if (asks.type === 'call' && asks.helper === 'eq') {
      const [path, word] = asks.given;
      const spot = this.spotOf(path);
      if (spot?.startsWith('#entry ')) this.#entries.set(spot.replace(/\/.*$/, ''), this.valueLater(word));
      else if (spot !== undefined && word?.type === 'constant' && this.spots.get(spot) === undefined) {
        this.spots.put(spot, word.value, place);
        if (/\/level[12]$/.test(spot)) this.spots.held.add(spot);
      }
    } else if (asks.type === 'path' && flags.has(fieldOf(asks))) {
      const spot = this.spotOf(asks);
      if (spot !== undefined) this.spots.put(spot, true, place);
    }
  }

  /** A text printed line by line: its lines, each where it was found. */
  #line(spot: Spot, text: string, place: Place): void {
    const whole = spot.slice('#line '.length).replace(/ \d+$/, '');
    const known = this.spots.leaves.get(whole);
    const line = text.trim();
    if (line === '') return;
    const number = Number(/ (\d+)$/.exec(spot)?.[1] ?? 0);
    const lines = this.#lines.get(whole) ?? [];
    this.#lines.set(whole, lines);
    if (lines[number] !== undefined) return;
    lines[number] = line;
    this.spots.leaves.set(whole, { value: lines.join('\n'), place: known?.place ?? place });
  }
  readonly #lines = new Map<Spot, string[]>();

  spotOf(expression: Expression | undefined): Spot | undefined {
    if (expression?.type === 'path') {
      if (isReckoned(expression)) return undefined;
      const base = expression.of ? this.#at.get(expression.of) : '';
      return base === undefined ? undefined : expression.keys.reduce(step, base);
    }
    if (expression?.type === 'call' && expression.given.length > 0 && listHelpers.has(expression.helper))
      return this.spotOf(expression.given[0]);
    return undefined;
  }

  valueOf(expression: Expression | undefined): string | undefined {
    if (expression?.type === 'constant') return expression.value === undefined ? undefined : String(expression.value);
    if (expression?.type === 'call' && expression.helper === 'add')
      return sumOf(expression.given.map((each) => this.valueOf(each)));
    const spot = this.spotOf(expression);
    const value = spot === undefined ? undefined : this.spots.get(spot);
    return value === undefined ? undefined : String(value);
  }

  valueLater(expression: Expression | undefined): () => string | undefined {
    if (expression?.type === 'call' && expression.helper === 'add') {
      const parts = expression.given.map((each) => this.valueLater(each));
      return () => sumOf(parts.map((part) => part()));
    }
    const spot = this.spotOf(expression);
    if (spot === undefined) {
      const value = this.valueOf(expression);
      return () => value;
    }
    return () => {
      const value = this.spots.get(spot);
      return value === undefined ? undefined : String(value);
    };
  }

  later(run: () => void): void {
    this.#later.push(run);
  }

  unitOf(named: Expression | undefined, amount: string): string {
    return this.convert(this.valueOf(named), amount);
  }

  note(code: string, place: Place | undefined): void {
    this.notes.push({ code, place });
  }

  /** Where the member of a list is at a turn. */
  #member(list: Expression, turn: number, apart?: Each): Spot | undefined {
    if (list.type === 'path') {
      const spot = this.spotOf(list);
      // Entries for places and years go by what they are for.
      if (spot !== undefined && /\/(?:places|history)$/.test(spot)) return this.#entry(spot);
      if (spot !== undefined && apart) return this.spots.partMember(spot, this.#nameOf(apart), turn, () => {});
      return spot === undefined ? undefined : this.#ofSpot(spot, turn);
    }
    if (list.type !== 'call') return undefined;
    if (list.helper === 'projects') return `#projects/${turn}`;
    const [first, second] = list.given;
    const spot = this.spotOf(first);
    const word = second?.type === 'constant' ? String(second.value) : this.valueOf(second);
    switch (list.helper) {
      case 'or':
      case 'rows':
        return first ? this.#member(first, turn, apart) : undefined;
      case 'paragraphs':
        return spot === undefined ? undefined : `#line ${spot} ${turn}`;
      case 'groups':
        return spot === undefined ? undefined : `#group ${turn + 1} ${spot}`;
      case 'kinds':
        return spot === undefined ? undefined : `#kind ${turn} ${spot}`;
      case 'chunks':
        return first ? `#chunk ${turn * Number(word ?? 1)} ${this.#listKey(first)}` : undefined;
      case 'placesOf':
      case 'yearsOf':
      case 'funds':
      case 'fundColumns':
      case 'goalPeriods':
      case 'budgetLines':
        return `#column ${this.#listKey(list)}/${turn}`;
      case 'where': {
        const [field, value] = [String(word), (list.given[2] as { value?: unknown })?.value as string];
        if (field === '@index') return first ? this.#member(first, Number(value), apart) : undefined;
        if (spot === undefined) return undefined;
        return this.spots.partMember(spot, `where ${field} ${value}`, turn, (member) =>
          this.spots.put(inside(member, field), value, undefined),
        );
      }
      case 'allocations':
        return spot === undefined ? undefined : this.#share(spot, turn);
    }
    if (spot === undefined) return undefined;
    const part = [list.helper, word ?? this.spotOf(second) ?? '', ...(apart ? [this.#nameOf(apart)] : [])].join(' ');
    return this.spots.partMember(spot, part, turn, (member) => this.#made(list.helper, member, word, second));
  }

  #nameOf(apart: Each): string {
    return `apart ${[...this.apart].indexOf(apart)}`;
  }

  readonly #entries = new Map<Spot, () => string | undefined>();
  #entryCount = 0;

  #entry(list: Spot): Spot {
    this.#entryCount += 1;
    return `#entry ${this.#entryCount} ${list.replace(/\//g, ':')}`;
  }

  /** Puts what was read of an entry under what it is for; what is for none in particular is for all. */
  #placeEntries(): void {
    for (const [spot, { value, place }] of [...this.spots.leaves]) {
      const found = /^(#entry \d+ (\S+?))\/(.+)$/.exec(spot);
      const [, entry = '', listed = '', field = ''] = found ?? [];
      if (!found) continue;
      const list = listed.replace(/:/g, '/');
      const own = list.endsWith('history') ? 'year' : 'place';
      const key = this.#entries.get(entry)?.() ?? this.spots.get(`${entry}/${own}`);
      if (field === own) continue;
      if (key !== undefined) this.spots.put(`${keyed(list, String(key))}/${field}`, value, place);
      else this.later(() => this.#toAll(list, field, value, place));
    }
  }

  #toAll(list: Spot, field: string, value: Leaf['value'], place: Place | undefined): void {
    const beside = field.replace(/[^/]+$/, 'value');
    for (const spot of [...this.spots.leaves.keys()]) {
      if (spot.startsWith(`${list}/~`) && spot.endsWith(`/${beside}`))
        this.spots.put(spot.replace(/value$/, field.split('/').at(-1) ?? ''), value, place);
    }
  }

  #ofSpot(spot: Spot, turn: number): Spot {
    const group = /^#group (\d+) (.*)$/.exec(spot);
    if (group) {
      const [, number = '1', list = ''] = group;
      return this.spots.partMember(list, `group ${number}`, turn, (member) =>
        this.spots.put(inside(member, 'group'), Number(number), undefined),
      );
    }
    const kind = /^#kind (\d+) (.*)\/projects$/.exec(spot);
    if (kind) {
      const [, number = '0', unit = ''] = kind;
      return this.spots.partMember(`${unit}/projects`, `kind ${number}`, turn, (member) =>
        this.later(() =>
          this.spots.put(inside(member, 'kind'), this.spots.get(`#kind ${number} ${unit}/name`), undefined),
        ),
      );
    }
    const chunk = /^#chunk (\d+) (.*)$/.exec(spot);
    if (chunk) return `#column ${chunk[2]}/${Number(chunk[1]) + turn}`;
    return this.spots.member(spot, turn);
  }

  /** What a part of a list says of its members. */
  #made(helper: string, member: Spot, word: string | undefined, second: Expression | undefined): void {
    const say = (field: string, value: string | boolean): void =>
      this.spots.put(inside(member, field), value, undefined);
    if (helper === 'goals') {
      if (word !== undefined) say('period', word);
      else {
        const period = this.valueLater(second);
        this.later(() => this.spots.put(inside(member, 'period'), period(), undefined));
      }
    } else if (helper === 'tasks' && word === 'optional') say('optional', true);
    else if (helper === 'ofLevel1' && word) say('level1', word);
    else if (helper === 'ofLevel2' && word) say('level2', word);
  }

  /** A place that shares a project's money: a project of the same unit that names it as its parent. */
  #share(holder: Spot, turn: number): Spot {
    const list = holder.replace(/\/\d+$/, '');
    return this.spots.partMember(list, `shares of ${holder}`, turn, (member) => {
      this.spots.put(inside(member, 'parent'), `#id ${holder}`, undefined);
    });
  }

  #listKey(list: Expression): string {
    if (list.type !== 'call') return this.spotOf(list) ?? '';
    return [list.helper, ...list.given.map((each) => (each.type === 'constant' ? each.value : this.#listKey(each)))]
      .join(' ')
      .replace(/\//g, ':');
  }

  /** What the names of columns and rows of money say: 中期财政拨款 is that source and period. */
  #nameColumns(): void {
    for (const [spot, { value, place }] of [...this.spots.leaves]) {
      const found = /^#column (\w+) (.*)\/name$/.exec(spot);
      if (!found) continue;
      const column = spot.slice(0, -'/name'.length);
      const name = bareText(String(value));
      if (found[1] === 'goalPeriods') this.spots.put(`${column}/period`, spanNamed(name), place);
      const fund = found[1] === 'goalPeriods' ? undefined : fundNamed(name);
      if (!fund) continue;
      this.spots.put(`${column}/source`, fund.source, place);
      this.spots.put(`${column}/period`, fund.period, place);
    }
  }
}

function sumOf(parts: readonly (string | undefined)[]): string | undefined {
  const numbers = parts.map(Number);
  return numbers.some(Number.isNaN) ? undefined : String(numbers.reduce((sum, each) => sum + each, 0));
}

/** What rows have beside their indicators, and what the layout says. */
function isReckoned({ of, keys }: Path): boolean {
  if (of === undefined && keys[0] === 'layout') return true;
  const isRow = of?.list.type === 'call' && of.list.helper === 'rows';
  return isRow && /^(?:number|level[12]Span)$/.test(keys[0] ?? '');
}

const listHelpers: ReadonlySet<string> = new Set([
  'rows',
  'goals',
  'tasks',
  'ofLevel1',
  'ofLevel2',
  'ofGoal',
  'withoutGoal',
  'block',
]);

/** A field of what is at a spot: of a numbered project, its unit or itself. */
function step(spot: Spot, key: string): Spot {
  const through = /^#projects\/(\d+)$/.exec(spot);
  if (through && key === 'unit') return `/units/${through[1]}`;
  if (through && key === 'project') return `/units/${through[1]}/projects/0`;
  return inside(spot, key);
}
