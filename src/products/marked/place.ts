import type { Document, Source } from '../../document/document.js';
import { placeCells } from '../../document/walk.js';

/** A place of a document that tells where it comes from: a text's range, or a blank cell. Each is one object of the tree. */
export interface Printed {
  readonly source: Source;
  readonly inTable: boolean;
}

/** All such places of documents, in reading order. */
export function printedIn(documents: readonly Document[]): Printed[] {
  const found: Printed[] = [];
  const add = (from: readonly Source[] | undefined, inTable: boolean): void => {
    for (const source of from ?? []) found.push({ source, inTable });
  };
  for (const block of documents.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))) {
    if (block.type === 'paragraph' || block.type === 'heading')
      for (const inline of block.inlines) add(inline.type === 'text' ? inline.from : undefined, false);
    if (block.type !== 'table') continue;
    for (const { cell } of placeCells(block)) {
      add(cell.from, true);
      for (const { inlines } of cell.blocks)
        for (const inline of inlines) add(inline.type === 'text' ? inline.from : undefined, true);
    }
  }
  return found;
}

/** Finds the place that shows a field. */
export class PrintedFields {
  /** By pointer, the places whose text it is, or is part of. */
  readonly #byPointer = new Map<string, Printed[]>();
  readonly #all: readonly Printed[];

  constructor(all: readonly Printed[]) {
    this.#all = all;
    for (const printed of all)
      for (const pointer of printed.source.pointers)
        this.#byPointer.set(pointer, [...(this.#byPointer.get(pointer) ?? []), printed]);
  }

  /**
   * Where a finding at this pointer is marked: at the field itself; else at the smallest printed value that it is part of; else,
   * for a whole record or list, at its name or the first that is printed of it. Undefined where no form shows any of it.
   */
  at(pointer: string): Source | undefined {
    if (pointer === '') return undefined;
    return this.#exact(pointer) ?? this.#around(pointer) ?? this.#inside(pointer);
  }

  #exact(pointer: string): Source | undefined {
    return best(this.#byPointer.get(pointer) ?? []);
  }

  /** A target whose unit is meant, a list of texts whose second is. */
  #around(pointer: string): Source | undefined {
    for (let end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
      const own = (this.#byPointer.get(pointer.slice(0, end)) ?? []).filter(({ source }) => !source.derived);
      if (own.length > 0) return best(own);
    }
    return undefined;
  }

  #inside(pointer: string): Source | undefined {
    const name = this.#exact(`${pointer}/name`);
    if (name) return name;
    const start = `${pointer}/`;
    return best(
      this.#all.filter(({ source }) => !source.derived && source.pointers.some((own) => own.startsWith(start))),
    );
  }
}

/** The field's own text rather than what is reckoned from it, a cell rather than a line of the title; then the first. */
function best(places: readonly Printed[]): Source | undefined {
  const own = places.filter(({ source }) => !source.derived);
  const all = own.length > 0 ? own : places;
  return (all.find(({ inTable }) => inTable) ?? all[0])?.source;
}
