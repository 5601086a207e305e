import type { FundingLine } from '../report/schema.js';

/** Which funding lines a layout has asked for, so that money which no cell shows can be told. */
export class Reads {
  readonly #seen = new Map<object, Set<string>>();

  note(owner: object, source: string, period: string): void {
    const seen = this.#seen.get(owner) ?? new Set();
    this.#seen.set(owner, seen.add(`${source}/${period}`));
  }

  /** The lines of an owner that say more than zero and were never asked for. */
  missed(owner: { readonly funding?: readonly FundingLine[] }): FundingLine[] {
    const seen = this.#seen.get(owner);
    return (owner.funding ?? []).filter(
      (line) => /[1-9]/.test(line.amount) && !seen?.has(`${line.source}/${line.period}`),
    );
  }
}
