import { inside, type Spot } from '../layouts/spot.js';
import type { Place } from './items.js';

export interface Leaf {
  readonly value: string | number | boolean;
  readonly place: Place | undefined;
}

/** Members that no turn of a loop is at. */
const behindAll = 1_000_000;

/** The row that a place is in. */
function rowOf({ sheet, cell, page, table, row }: Place): string {
  return [sheet, page, table, row ?? cell?.replace(/^[A-Z]+/, '')].join(' ');
}

/** The values of a report as they are found, each once; what says otherwise is kept apart. */
export class Spots {
  readonly leaves = new Map<Spot, Leaf>();
  readonly conflicts: { readonly spot: Spot; readonly kept: Leaf; readonly other: Leaf }[] = [];
  /** First and second levels that a branch of the form implies, where other words are printed. */
  readonly held = new Set<Spot>();
  readonly #lengths = new Map<Spot, number>();
  readonly #parts = new Map<string, Spot[]>();

  put(at: Spot, value: Leaf['value'] | undefined, place: Place | undefined): void {
    if (value === undefined || value === '') return;
    const spot = this.#beside(at, value, place);
    const known = this.leaves.get(spot);
    if (!known) this.leaves.set(spot, { value, place });
    else if (known.value !== value && !this.#isOtherUnit(spot, value, place))
      this.conflicts.push({ spot, kept: known, other: { value, place } });
  }

  /** Another indicator's name further right in a row: what follows in that row is that indicator's, of the same levels. */
  #beside(spot: Spot, value: Leaf['value'], place: Place | undefined): Spot {
    const [, list, own, field = ''] = /^(.*\/indicators)(\/\d+)\/(.+)$/.exec(spot) ?? [];
    if (list === undefined || own === undefined || !place) return spot;
    const key = `${list}${own} ${rowOf(place)}`;
    const known = field === 'name' ? this.leaves.get(spot) : undefined;
    const isOther = known?.place && known.value !== value && rowOf(known.place) === rowOf(place);
    if (isOther && !this.#besides.has(key)) {
      const other = inside(list, behindAll + this.#besides.size);
      this.#besides.set(key, other);
      for (const level of ['level1', 'level2']) {
        const leaf = this.leaves.get(`${list}${own}/${level}`);
        if (leaf) this.leaves.set(`${other}/${level}`, leaf);
      }
    }
    const other = this.#besides.get(key);
    return other === undefined ? spot : `${other}/${field}`;
  }
  readonly #besides = new Map<string, Spot>();

  /** Another unit's name beside a later project of a unit: the project is that unit's. */
  #isOtherUnit(spot: Spot, value: Leaf['value'], place: Place | undefined): boolean {
    const found = /^(\/units\/\d+)\/(code|name)$/.exec(spot);
    const last = found ? this.lengthOf(`${found[1]}/projects`) - 1 : 0;
    if (!found || last < 1) return false;
    const said = `#unit ${found[1]}/projects/${last} ${found[2]}`;
    const known = this.leaves.get(said);
    if (known && known.value !== value) return false;
    this.leaves.set(said, { value, place });
    return true;
  }

  get(spot: Spot): Leaf['value'] | undefined {
    return this.leaves.get(spot)?.value;
  }

  /** How many members of a list there are so far. */
  lengthOf(list: Spot): number {
    return this.#lengths.get(list) ?? 0;
  }

  /** The member at a turn of a loop over the whole list. */
  member(list: Spot, turn: number): Spot {
    this.#lengths.set(list, Math.max(this.#lengths.get(list) ?? 0, turn + 1));
    return inside(list, turn);
  }

  /** The member at a turn of a loop over a part of a list; `made` is called with each new one. */
  partMember(list: Spot, part: string, turn: number, made: (spot: Spot) => void): Spot {
    const key = `${list} ${part}`;
    const members = this.#parts.get(key) ?? [];
    this.#parts.set(key, members);
    while (members.length <= turn) {
      const spot = this.member(list, this.#lengths.get(list) ?? 0);
      made(spot);
      members.push(spot);
    }
    return members[turn] as Spot;
  }
}
