import type { Item } from '../items.js';
import { type Pair, pairCells, plain } from './pairs.js';
import type { PrintedCell, PrintedItem, Span } from './printed.js';

/** The lists whose members go by what they are of: a row of theirs is a part of the form, and is not taken away or added. */
export function isKeyed(list: string): boolean {
  return /\/(?:funding|income|expenditure|earlier|places|history)$/.test(list);
}

/** The pointers of the members of lists that a pointer leads through, the outermost first. */
export function membersOf(pointer: string): string[] {
  return [...pointer.matchAll(/\/\d+(?=\/|$)/g)].map(({ 0: found, index }) => pointer.slice(0, index + found.length));
}

function patternOf(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '/*');
}

/** The members of lists that a form prints, and in which of its items. */
export class RowsOf {
  readonly #items = new Map<string, Set<PrintedItem>>();
  readonly #members = new Map<PrintedItem, readonly string[]>();
  /** Lists of which some item shows several members: they stand in one cell, not each in a row. */
  readonly #packed = new Set<string>();
  readonly #labels = new Set<string>();
  /** By item the members in cells of items above that reach down into it: they go with the last of these rows. */
  readonly #covered = new Map<PrintedItem, ReadonlySet<string>>();

  constructor(all: readonly PrintedItem[]) {
    for (const item of all) {
      if (item.kind === 'paragraph' && item.isTitle) continue;
      const members = new Set<string>();
      for (const span of spansOf(item)) for (const member of membersOf(span.pointers[0] ?? '')) members.add(member);
      this.#members.set(item, [...members]);
      this.#covered.set(item, membersCovering(item));
      const patterns = new Map<string, string>();
      for (const member of members) {
        this.#items.set(member, (this.#items.get(member) ?? new Set()).add(item));
        const pattern = patternOf(member);
        if (patterns.has(pattern)) this.#packed.add(pattern);
        patterns.set(pattern, member);
      }
      if (item.kind === 'row')
        for (const { text, spans, isContinued } of item.cells)
          if (!isContinued && spans.length === 0 && text !== '') this.#labels.add(plain(text));
    }
  }

  isLabel(text: string): boolean {
    return this.#labels.has(plain(text));
  }

  membersIn(item: PrintedItem): readonly string[] {
    return this.#members.get(item) ?? [];
  }

  /** The innermost member whose row an item is. */
  memberOf(item: PrintedItem): string | undefined {
    return this.#chain(item).at(-1);
  }

  /** The members that all of these items and no others show, the outermost of each; none of lists that go by what they are of. */
  whole(items: ReadonlySet<PrintedItem>): { readonly pointer: string; readonly items: readonly PrintedItem[] }[] {
    const found: { pointer: string; items: readonly PrintedItem[] }[] = [];
    const tried = new Set([...items].flatMap((item) => this.membersIn(item)));
    for (const pointer of [...tried].sort((one, other) => one.length - other.length)) {
      const all = this.#items.get(pointer) ?? new Set();
      const isInside = found.some((each) => pointer.startsWith(`${each.pointer}/`));
      const list = pointer.slice(0, pointer.lastIndexOf('/'));
      if (isInside || isKeyed(list) || [...all].some((item) => !items.has(item))) continue;
      // Duties in one cell beside many rows stay while one of the rows does.
      if (this.#packed.has(patternOf(pointer)) && this.#isElsewhere(pointer, items)) continue;
      found.push({ pointer, items: [...all] });
    }
    return found;
  }

  #isElsewhere(pointer: string, items: ReadonlySet<PrintedItem>): boolean {
    return [...this.#covered].some(([item, members]) => members.has(pointer) && !items.has(item));
  }

  /** Members of several items before a place, the nearest and outermost first, with all that stands between their items. */
  *blocks(
    printed: readonly PrintedItem[],
    pairs: readonly Pair[],
    at: number,
  ): Generator<{ readonly pointer: string; readonly items: readonly PrintedItem[] }> {
    const near = pairs.slice(0, at).findLast(({ old }) => old !== undefined)?.old ?? -1;
    const seen = new Set<string>();
    for (let index = near; index >= 0 && seen.size < 8; index -= 1) {
      const members = this.membersIn(printed[index] as PrintedItem).toSorted((one, other) => one.length - other.length);
      for (const pointer of members) {
        const own = [...(this.#items.get(pointer) ?? [])];
        if (own.length < 3 || seen.has(pointer) || isKeyed(pointer.slice(0, pointer.lastIndexOf('/')))) continue;
        seen.add(pointer);
        const indexes = own.map((item) => printed.indexOf(item));
        let [from, to] = [Math.min(...indexes), Math.max(...indexes)];
        // Titles and labels above the first and below the last that say nothing of anything else.
        const isFree = (item: PrintedItem | undefined): boolean =>
          item !== undefined && this.membersIn(item).every((member) => pointer.startsWith(`${member}/`));
        while (isFree(printed[from - 1])) from -= 1;
        yield { pointer, items: printed.slice(from, to + 1) };
        from = Math.min(...indexes);
        while (isFree(printed[to + 1])) to += 1;
        yield { pointer, items: printed.slice(from, to + 1) };
      }
    }
  }

  /** The index of the member of a list that stands before a place; -1 for the first; undefined where the list is not near. */
  memberBefore(
    pairs: readonly Pair[],
    at: number,
    list: string,
    printed: readonly PrintedItem[],
    except = '',
  ): number | undefined {
    const indexIn = (old: number | undefined): number | undefined => {
      const item = old === undefined ? undefined : printed[old];
      if (!item) return undefined;
      const found = this.membersIn(item).filter((member) => member.startsWith(`${list}/`) && member !== except);
      const indexes = found.flatMap((member) => {
        const rest = member.slice(list.length + 1);
        return /^\d+$/.test(rest) ? [Number(rest)] : [];
      });
      return indexes.length > 0 ? Math.max(...indexes) : undefined;
    };
    for (let index = at - 1; index >= 0; index -= 1) {
      if (pairs[index]?.now === undefined) continue;
      const found = indexIn(pairs[index]?.old);
      if (found !== undefined) return found;
    }
    for (let index = at + 1; index < pairs.length; index += 1)
      if (pairs[index]?.now !== undefined && indexIn(pairs[index]?.old) !== undefined) return -1;
    return undefined;
  }

  /** Of which list a row is a new member that is like another one, as that was edited: the outermost whose own texts differ. */
  levelOf(like: PrintedItem, edited: Item, now: Item): string | undefined {
    const chain = this.#chain(like);
    if (like.kind === 'paragraph' || edited.kind === 'paragraph' || now.kind === 'paragraph') return chain.at(-1);
    const differs = new Set<string>();
    const beside = new Map(pairCells<PrintedCell, (typeof now.cells)[number]>(like.cells, edited.cells));
    for (const [cell, other] of pairCells<PrintedCell, (typeof now.cells)[number]>(like.cells, now.cells)) {
      if (!cell || !other || plain(beside.get(cell)?.text ?? cell.text) === plain(other.text)) continue;
      for (const span of (cell.cover ?? cell).spans)
        for (const pointer of span.pointers) {
          const own = chain.findLast((member) => pointer.startsWith(`${member}/`));
          if (own !== undefined && !span.derived) differs.add(own);
        }
    }
    return chain.find((member) => differs.has(member)) ?? chain.at(-1);
  }

  /** The members whose row an item is, one in the other, the outermost first. */
  #chain(item: PrintedItem): string[] {
    const all = this.membersIn(item).filter(
      (member) => !this.#packed.has(patternOf(member)) && !isKeyed(member.slice(0, member.lastIndexOf('/'))),
    );
    return all.toSorted((one, other) => one.split('/').length - other.split('/').length);
  }
}

function membersCovering(item: PrintedItem): ReadonlySet<string> {
  const above = item.kind === 'paragraph' ? [] : item.cells.flatMap(({ cover }) => cover ?? []);
  return new Set(above.flatMap(({ spans }) => spans.flatMap(({ pointers }) => pointers.flatMap(membersOf))));
}

/** What an item itself prints of fields; a cell of several records is of none of them. */
function spansOf(item: PrintedItem): readonly Span[] {
  const texts = item.kind === 'paragraph' ? [item] : item.cells.filter(({ isContinued }) => !isContinued);
  return texts.flatMap(({ spans }) =>
    spans.filter(({ derived, pointers }) => !derived && new Set(pointers).size === 1),
  );
}

/** Rows that a new one may be like, the nearest first: paired, of as many cells. */
export function nearest(
  pairs: readonly Pair[],
  at: number,
  printed: readonly PrintedItem[],
  now: readonly Item[],
  item: Item,
): { readonly like: PrintedItem; readonly edited: Item }[] {
  const found: { readonly like: PrintedItem; readonly edited: Item }[] = [];
  const farthest = 40;
  for (let away = 1; away <= farthest && found.length < 6; away += 1)
    for (const index of [at - away, at + away]) {
      const pair = pairs[index];
      if (pair?.old === undefined || pair.now === undefined) continue;
      const [old, other] = [printed[pair.old] as PrintedItem, now[pair.now] as Item];
      if (old.kind !== item.kind || other.kind !== item.kind) continue;
      const isAlike =
        old.kind === 'paragraph' ||
        (item.kind === 'row' &&
          other.kind === 'row' &&
          old.cells.length === item.cells.length &&
          other.table === item.table);
      if (isAlike) found.push({ like: old, edited: other });
    }
  return found;
}
