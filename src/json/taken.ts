/** More is not remembered: then all is forgotten. */
const most = 500;

/**
 * How values that were taken out of a text, or replaced in it, stood there, by their data: put in again, as by undo, they look as
 * before. One that stood on several lines is put in as it stood only at the same indent.
 */
export class TakenOut {
  readonly #texts = new Map<string, { readonly raw: string; readonly indent: string }>();

  keep(raw: string, indent: string): void {
    const plain = JSON.stringify(JSON.parse(raw));
    if (plain === raw) return;
    if (this.#texts.size > most) this.#texts.clear();
    this.#texts.set(plain, { raw, indent });
  }

  textOf(value: unknown, indent: string): string | undefined {
    const known = this.#texts.size === 0 ? undefined : this.#texts.get(JSON.stringify(value));
    return known && (known.indent === indent || !known.raw.includes('\n')) ? known.raw : undefined;
  }
}
