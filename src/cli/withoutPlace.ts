import type { Problem } from '../problem.js';
import { harmless, isWithoutPlace } from './print.js';
import { type Language, words } from './words.js';

/** How many are printed one by one; more are summed up. */
const mostSaid = 5;

/**
 * What has no place in the regions' forms, printed once for a run of many reports. The layouts declare it, so most reports of a
 * run say the same.
 */
export class WithoutPlace {
  readonly #reports = new Map<string, number>();

  take(problems: readonly Problem[], language: Language): void {
    for (const problem of problems.filter(isWithoutPlace)) {
      const said = problem.message[language];
      this.#reports.set(said, (this.#reports.get(said) ?? 0) + 1);
    }
  }

  print(language: Language): void {
    const { severity, check } = words(language);
    for (const [said, count] of [...this.#reports].sort(([, left], [, right]) => right - left).slice(0, mostSaid))
      process.stderr.write(`${harmless(`${severity.hint} ${said}${check.inReports(count)} [field-without-place]`)}\n`);
    const others = this.#reports.size - mostSaid;
    if (others > 0) process.stderr.write(`${words(language).more(others)}\n`);
  }
}
