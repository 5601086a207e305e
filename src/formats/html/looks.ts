/** The styles of a page: each set of CSS declarations gets a class, named in the order of first use. */
export class Looks {
  readonly #names = new Map<string, string>();

  /** The class with these declarations. */
  named(declarations: readonly string[]): string {
    const look = declarations.join(';');
    const known = this.#names.get(look);
    if (known) return known;
    const name = `k${this.#names.size + 1}`;
    this.#names.set(look, name);
    return name;
  }

  /** The style sheet, one rule on each line. */
  get css(): string {
    return [...this.#names].map(([look, name]) => `.${name}{${look}}`).join('\n');
  }
}
