import type { Part, Source } from './pages.js';

/** A part whose lines are unpacked only when asked for: a page that need not be drawn again never asks. */
export class PackedPart implements Part {
  readonly kind: Part['kind'];
  readonly box: Part['box'];
  readonly link?: number;
  readonly drawing?: NonNullable<Part['drawing']>;
  readonly #open: () => Part['lines'];

  constructor(
    { kind, box, link, drawing }: Omit<Part, 'lines'>,
    readonly source: Source,
    readonly paragraphs: readonly number[],
    open: () => Part['lines'],
  ) {
    this.kind = kind;
    this.box = box;
    if (link !== undefined) this.link = link;
    if (drawing) this.drawing = drawing;
    this.#open = open;
  }

  get lines(): Part['lines'] {
    return this.#open();
  }
}
