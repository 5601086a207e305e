import type { JsonChange } from '../../json/change.js';
import type { Item, Place } from '../items.js';
import { type CellEdits, cellEdits } from './cellEdits.js';
import { type CellChange, changedFields, type Edited } from './changedFields.js';
import { fieldChanges, type Ground } from './fieldChange.js';
import { memberLike } from './memberLike.js';
import { type Pair, pairCells, pairItems, plain } from './pairs.js';
import {
  fieldsIn,
  fieldsOfItem,
  ownAndCovering,
  ownTexts,
  type Printed,
  type PrintedCell,
  type PrintedItem,
  type Span,
  textOfMember,
  tidy,
} from './printed.js';
import type { Refusal, Refused } from './refusals.js';
import { nearest, RowsOf } from './rowsOf.js';

export interface Edits {
  readonly edited: readonly Edited[];
  readonly refused: readonly Refused[];
  /** How many paragraphs stand before the form that are none of it: cover, contents and note of a booklet. */
  readonly front: number;
}

/**
 * What was edited in a file that a report was printed into: `printed` is what it printed, `now` the file as it is. What stayed is
 * not looked at, so that a field changes only where its text did.
 */
export function findEdits(printed: readonly PrintedItem[], now: readonly Item[], ground: Ground): Edits {
  return new Finder(printed, ground).find(printed, now);
}

class Finder {
  readonly #refused: Refused[] = [];
  readonly #structure: Edited[] = [];
  readonly #cells: CellChange[] = [];
  readonly #rows: RowsOf;
  /** By pointer, in how many places outside of titles it is printed. */
  readonly #times = new Map<string, number>();

  constructor(
    readonly all: readonly PrintedItem[],
    readonly ground: Ground,
  ) {
    this.#rows = new RowsOf(all);
    for (const item of all) {
      if (item.kind === 'paragraph' && item.isTitle) continue;
      for (const { spans } of ownTexts(item))
        for (const { pointers, derived } of spans)
          if (!derived)
            for (const pointer of new Set(pointers)) this.#times.set(pointer, (this.#times.get(pointer) ?? 0) + 1);
    }
  }

  find(printed: readonly PrintedItem[], now: readonly Item[]): Edits {
    const all = pairItems(printed, now);
    const front = frontOf(all, now);
    const pairs = all.slice(front);
    for (const pair of pairs) {
      const [old, other] = [printed[pair.old ?? -1], now[pair.now ?? -1]];
      if (old && other) this.#compare(old, other, pair.isMoved === true);
    }
    this.#gone(pairs, printed);
    this.#moved(pairs, printed);
    this.#new(pairs, printed, now);
    return { edited: [...this.#fields(), ...this.#structure], refused: this.#refused, front };
  }

  /** Two items that are the same one: what their cells say. `isWhole`: merged cells are compared too, as the row stands elsewhere. */
  #compare(old: PrintedItem, now: Item, isWhole: boolean): void {
    if (old.kind === 'paragraph' || now.kind === 'paragraph') {
      if (old.kind === 'paragraph' && now.kind === 'paragraph') this.#text(old, now.text, now.place, old.isTitle);
      return;
    }
    for (const [cell, other] of pairCells<PrintedCell, (typeof now.cells)[number]>(old.cells, now.cells)) {
      if (!cell) {
        if (other && !other.isContinued && plain(other.text) !== '')
          this.#refuse('cell-new', other.place, '', other.text, []);
        continue;
      }
      const text = tidy(other?.text ?? '');
      const isMerged = cell.isContinued && (other?.isContinued ?? true);
      if (isMerged && !isWhole) continue;
      if (cell.isContinued || (other?.isContinued && !isWhole)) {
        if (text === '' || plain(text) === plain(cell.text) || (cell.text === '' && other?.isContinued)) continue;
        this.#covered(old, cell, text, other?.place ?? old.place, other?.isContinued ?? true);
      } else if (other) this.#text(cell, text, other.place, false);
      else if (cell.text !== '') this.#refuse('row-gone', now.place, cell.text, '', fieldsIn(cell));
    }
  }

  /** A row has a text of its own where a cell above covered it: its own fields of that cell. */
  #covered(row: PrintedItem, cell: PrintedCell, text: string, place: Place, isMerged: boolean): void {
    const own = this.#rows.memberOf(row);
    const owner = cell.cover ?? cell;
    for (const span of owner.spans) {
      const pointers = span.pointers.filter((pointer) => own !== undefined && pointer.startsWith(`${own}/`));
      if (pointers.length === 0 || span.derived) continue;
      const before = owner.text.slice(span.start, span.end);
      const whole = owner.text === before ? text : undefined;
      if (whole !== undefined) {
        this.#cells.push({ span: { ...span, pointers }, before, text: whole, place, isTitle: false });
        return;
      }
    }
    // Still merged, it says what the cell above says, which is looked at there.
    if (isMerged) return;
    this.#refuse(owner.spans.length === 0 ? 'label' : 'unread', place, owner.text, text, fieldsIn(owner));
  }

  #text(printed: Printed, raw: string, place: Place, isTitle: boolean): void {
    const text = tidy(raw);
    if (text === printed.text || isSame(printed, text)) return;
    const found = this.#edits(printed, text);
    if (!found) {
      const isLabel = printed.spans.every(({ start, end }) => start === end) && printed.text !== '';
      const why = isTitle
        ? 'title'
        : isLabel || (printed.text === '' && printed.blanks.length === 0)
          ? 'label'
          : 'unread';
      this.#refuse(why, place, printed.text, text, fieldsIn(printed));
      return;
    }
    for (const { span, text: part } of found.texts)
      this.#cells.push({ span, before: printed.text.slice(span.start, span.end), text: part, place, isTitle });
    for (const pointer of found.removed) {
      const before = textOfMember(printed, pointer);
      this.#structure.push({ place, before, after: '', changes: [{ type: 'remove', pointer }] });
    }
    for (const added of found.added) {
      const changes = added.texts.flatMap(({ span, text: part }) =>
        span.derived
          ? []
          : (fieldChanges(span, printed.text.slice(span.start, span.end), part, this.ground) ?? [undefined]),
      );
      const after = added.texts.map(({ text: part }) => part).join(' ');
      if (changes.some((change) => change === undefined)) {
        this.#refuse('unread', place, '', after, []);
        continue;
      }
      const value = memberLike(this.ground.report, added.like, [printed], changes as JsonChange[]);
      this.#structure.push({
        place,
        before: '',
        after,
        changes: [{ type: 'insert', list: added.list, after: added.after, value }],
      });
    }
  }

  #edits(printed: Printed, text: string): CellEdits | undefined {
    const shown = withLines(printed);
    const found = cellEdits(shown, text);
    if (found || printed.text !== '') return found;
    const [blank] = printed.blanks;
    return blank && { texts: [{ span: { ...blank, start: 0, end: 0 }, text }], removed: [], added: [] };
  }

  #fields(): Edited[] {
    return changedFields(this.#cells, this.#times, this.ground, (...refused) => this.#refuse(...refused));
  }

  /** Members all of whose rows are gone. */
  #gone(pairs: readonly Pair[], printed: readonly PrintedItem[]): void {
    const gone = new Set(
      pairs.flatMap(({ old, now }) => (now === undefined && old !== undefined ? [printed[old] as PrintedItem] : [])),
    );
    if (gone.size === 0) return;
    const members = this.#rows.whole(gone);
    for (const { pointer, items } of members) {
      this.#structure.push({
        place: undefined,
        before: items
          .flatMap((item) => ownTexts(item).map(({ text }) => text))
          .filter(Boolean)
          .join(' '),
        after: '',
        changes: [{ type: 'remove', pointer }],
      });
      for (const item of items) gone.delete(item);
    }
    for (const item of gone) {
      const texts = ownTexts(item).filter(({ text }) => text !== '');
      const isInside = fieldsOfItem(item).every((field) =>
        members.some(({ pointer }) => field.startsWith(`${pointer}/`)),
      );
      if (texts.length === 0 || (isInside && members.length > 0)) continue;
      this.#refuse('row-gone', undefined, texts.map(({ text }) => text).join(' '), '', fieldsOfItem(item));
    }
  }

  /** Members all of whose rows stand elsewhere. */
  #moved(pairs: readonly Pair[], printed: readonly PrintedItem[]): void {
    const moved = new Set(
      pairs.flatMap(({ old, isMoved }) => (isMoved && old !== undefined ? [printed[old] as PrintedItem] : [])),
    );
    if (moved.size === 0) return;
    for (const { pointer, items } of this.#rows.whole(moved)) {
      const list = pointer.slice(0, pointer.lastIndexOf('/'));
      const at = pairs.findIndex(({ old }) => old !== undefined && items.includes(printed[old] as PrintedItem));
      const before = this.#rows.memberBefore(pairs, at, list, printed, pointer);
      const text = ownTexts(items[0] as PrintedItem)
        .map((each) => each.text)
        .filter(Boolean)
        .join(' ');
      if (before === undefined) {
        this.#refuse('row-new', undefined, text, text, [pointer]);
        continue;
      }
      const index = Number(pointer.slice(list.length + 1));
      if (before === index - 1) continue;
      this.#structure.push({
        place: undefined,
        before: text,
        after: text,
        changes: [{ type: 'move', pointer, after: before }],
      });
    }
  }

  /** Rows that the form did not print: members like those of the rows beside them. */
  #new(pairs: readonly Pair[], printed: readonly PrintedItem[], now: readonly Item[]): void {
    for (let from = 0; from < pairs.length; from += 1) {
      if (!isNew(pairs[from])) continue;
      let to = from;
      while (isNew(pairs[to])) to += 1;
      const run = pairs.slice(from, to).map(({ now: index }) => now[index as number] as Item);
      if (!this.#block(run, pairs, from, printed)) {
        run.forEach((item, index) => {
          if (saysSomething(item)) this.#row(item, pairs, from + index, printed, now);
        });
      }
      from = to - 1;
    }
  }

  /** Several items that are one new member of a list: a form of its own, like the one before it. */
  #block(run: readonly Item[], pairs: readonly Pair[], at: number, printed: readonly PrintedItem[]): boolean {
    if (run.length < 3) return false;
    const labels = run.filter((item) => ownLabels(item).some((label) => this.#rows.isLabel(label))).length;
    if (labels < 2) return false;
    for (const { pointer, items } of this.#rows.blocks(printed, pairs, at)) {
      const inner = new Finder(this.all, this.ground).find(items, run);
      const list = pointer.slice(0, pointer.lastIndexOf('/'));
      const changes = inner.edited.flatMap((each) => each.changes);
      if (inner.refused.length > 0 || changes.some((change) => !isBelow(change, pointer))) continue;
      const before = this.#rows.memberBefore(pairs, at, list, printed);
      if (before === undefined) continue;
      const value = memberLike(this.ground.report, pointer, items.flatMap(ownTexts), changes);
      const text = run.flatMap(ownLabels).join(' ');
      this.#structure.push({
        place: run[0]?.place,
        before: '',
        after: text,
        changes: [{ type: 'insert', list, after: before, value }],
      });
      return true;
    }
    return false;
  }

  #row(item: Item, pairs: readonly Pair[], at: number, printed: readonly PrintedItem[], now: readonly Item[]): void {
    const text = ownLabels(item).join(' ');
    for (const { like, edited: beside } of nearest(pairs, at, printed, now, item)) {
      const pointer = this.#rows.levelOf(like, beside, item);
      if (pointer === undefined) continue;
      const list = pointer.slice(0, pointer.lastIndexOf('/'));
      const before = this.#rows.memberBefore(pairs, at, list, printed);
      if (before === undefined) continue;
      const inner = new Finder(this.all, this.ground);
      inner.#compare(like, item, true);
      // What the row repeats of others, of its project, is an edit of these.
      const isOwn = ({ span }: CellChange): boolean => span.pointers.some((each) => each.startsWith(`${pointer}/`));
      const others = inner.#cells.filter((cell) => !isOwn(cell));
      inner.#cells.splice(0, inner.#cells.length, ...inner.#cells.filter(isOwn));
      const own = [...inner.#fields(), ...inner.#structure].flatMap((each) => each.changes);
      const refused = inner.#refused.filter(({ why }) => why !== 'derived');
      if (refused.length > 0 || own.some((change) => !isBelow(change, pointer))) continue;
      this.#cells.push(...others.filter(({ span }) => !span.derived));
      const value = memberLike(this.ground.report, pointer, ownAndCovering(like), own);
      this.#structure.push({
        place: item.place,
        before: '',
        after: text,
        changes: [{ type: 'insert', list, after: before, value }],
      });
      return;
    }
    this.#refuse('row-new', item.place, '', text, []);
  }

  #refuse(why: Refusal, place: Place | undefined, before: string, after: string, fields: readonly string[]): void {
    this.#refused.push({ why, place, before, after, fields: [...new Set(fields)] });
  }
}

/** The fewest paragraphs that are a booklet's front, not a note that somebody put above a form. */
const leastFront = 5;

function frontOf(pairs: readonly Pair[], now: readonly Item[]): number {
  const first = pairs.findIndex((pair) => !isNew(pair) || now[pair.now as number]?.kind === 'row');
  return first < leastFront ? 0 : first;
}

function isNew(pair: Pair | undefined): boolean {
  return pair !== undefined && pair.old === undefined;
}

function isBelow(change: JsonChange, pointer: string): boolean {
  const at = change.type === 'insert' ? change.list : change.pointer;
  return at.startsWith(`${pointer}/`) || at === pointer;
}

function saysSomething(item: Item): boolean {
  return ownLabels(item).length > 0;
}

function ownLabels(item: Item): string[] {
  const texts =
    item.kind === 'paragraph'
      ? [item.text]
      : item.cells.flatMap(({ text, isContinued }) => (isContinued ? [] : [text]));
  return texts.filter((text) => plain(text) !== '').map(tidy);
}

/** Labels are the same whatever their white space, amounts whatever their zeros. */
function isSame({ text, spans }: Printed, now: string): boolean {
  const isMoney =
    spans.length > 0 && spans.every(({ helpers = [], start, end }) => start === end || helpers.includes('money'));
  if (spans.length === 0 || isMoney) return plain(text) === plain(now);
  return false;
}

/** The lines of one field, which are printed one by one, as one piece. */
function withLines(printed: Printed): Printed {
  const spans: Span[] = [];
  for (const span of printed.spans) {
    const last = spans.at(-1);
    const goesOn =
      last?.piece &&
      span.piece &&
      last.pointers[0] === span.pointers[0] &&
      /^\s*$/.test(printed.text.slice(last.end, span.start));
    if (goesOn && last) spans.splice(-1, 1, { ...last, end: span.end });
    else spans.push(span);
  }
  const whole = spans.map((span): Span => {
    const lines = printed.spans.filter(({ piece, pointers }) => piece && pointers[0] === span.pointers[0]).length;
    if (
      !span.piece ||
      lines < span.piece.of ||
      spans.filter(({ pointers }) => pointers[0] === span.pointers[0]).length > 1
    )
      return span;
    const { piece: _, ...rest } = span;
    return rest;
  });
  return { ...printed, spans: whole };
}
