import type { PageStyle } from '../document/document.js';
import type { Page, Part, Rule } from './pages.js';

interface OpenPage {
  readonly style: PageStyle;
  readonly parts: Part[];
  readonly rules: Rule[];
}

/** A table's title as its later pages repeat it, at the top of the page. `height` in points. */
export interface ContinuedTitle {
  readonly parts: readonly Part[];
  readonly rules: readonly Rule[];
  readonly height: number;
  /** Whether it is repeated on the table's first page too, if the table begins the page and the title is on an earlier one. */
  readonly fromStart: boolean;
}

/** The pages being filled, from top to bottom. `y` is where the next thing goes, in points from the top of the page. */
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

  /** Whether the current page is still empty. */
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

  /** The height of a page's text area, in points. */
  get pageHeight(): number {
    return this.#style.height - this.#style.margin.top - this.#style.margin.bottom;
  }

  /** What is left of it on the current page, in points. */
  get left(): number {
    return this.#style.height - this.#style.margin.bottom - this.y;
  }

  /** Begins a new page if `height` points do not fit on this one, unless it is empty. */
  need(height: number): void {
    if (height > this.left + 0.01 && !this.fresh) this.newPage();
  }

  /** Adds space between blocks; none at the top of a page. */
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

  /** Puts a table's title at the top of the current page, which must be empty. */
  repeat({ parts, rules, height }: ContinuedTitle): void {
    this.add(parts);
    this.draw(rules);
    this.advance(height);
  }

  get #open(): OpenPage {
    return this.#pages.at(-1) as OpenPage;
  }
}
