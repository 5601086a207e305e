import type { PageStyle } from '../document/document.js';
import type { Page, Part, Rule } from './pages.js';

interface OpenPage {
  readonly style: PageStyle;
  readonly parts: Part[];
  readonly rules: Rule[];
}

/** What the later pages of a table show above it, placed for the top of a page; `height` is how far down it reaches, in points. */
export interface ContinuedTitle {
  readonly parts: readonly Part[];
  readonly rules: readonly Rule[];
  readonly height: number;
  /** Whether the table's first page shows it too if it begins with the table: the title stands on an earlier page. */
  readonly fromStart: boolean;
}

/** The pages being filled, from top to bottom. `y` is where the next thing goes; all in points from the page's top left. */
export class Flow {
  readonly #pages: OpenPage[] = [];
  readonly #style: PageStyle;
  y = 0;

  constructor(style: PageStyle) {
    this.#style = style;
    this.newPage();
  }

  newPage(): void {
    this.#pages.push({ style: this.#style, parts: [], rules: [] });
    this.y = this.#style.margin.top;
  }

  /** Whether nothing stands on the current page yet. */
  get fresh(): boolean {
    return this.y === this.#style.margin.top;
  }

  get pages(): readonly Page[] {
    return this.#pages;
  }

  get style(): PageStyle {
    return this.#style;
  }

  get pageIndex(): number {
    return this.#pages.length - 1;
  }

  get x(): number {
    return this.#style.margin.left;
  }

  get width(): number {
    return this.#style.width - this.#style.margin.left - this.#style.margin.right;
  }

  /** The height that a whole page offers, and what is left of this one. */
  get pageHeight(): number {
    return this.#style.height - this.#style.margin.top - this.#style.margin.bottom;
  }

  get left(): number {
    return this.#style.height - this.#style.margin.bottom - this.y;
  }

  /** Goes to a new page if `height` does not fit on this one and something stands on it already. */
  need(height: number): void {
    if (height > this.left + 0.01 && !this.fresh) this.newPage();
  }

  /** Space between blocks; none at the top of a page. */
  space(height: number): void {
    if (!this.fresh) this.y = Math.min(this.y + height, this.#style.height - this.#style.margin.bottom);
  }

  advance(height: number): void {
    this.y += height;
  }

  add(parts: readonly Part[]): void {
    for (const part of parts) this.#open.parts.push(part);
  }

  draw(rules: readonly Rule[]): void {
    for (const rule of rules) this.#open.rules.push(rule);
  }

  /** At the top of a page only. */
  repeat({ parts, rules, height }: ContinuedTitle): void {
    this.add(parts);
    this.draw(rules);
    this.advance(height);
  }

  get #open(): OpenPage {
    return this.#pages.at(-1) as OpenPage;
  }
}
