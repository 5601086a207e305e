import { englishPath, type Translation } from '../../english/translate.js';
import type { Report } from '../../report/schema.js';

/** Marks English that was composed from terms, which nobody has checked. */
const composedMark = '†';

/** The translated report with a mark after each composed English text, for printing. */
export function withMarks({ report, composed }: Pick<Translation, 'report' | 'composed'>): Report {
  if (composed.length === 0) return report;
  const copy = structuredClone(report);
  for (const text of composed) {
    const path = englishPath(text) ?? [];
    const field = path.at(-1) ?? '';
    let owner = copy as unknown as Record<string, unknown>;
    for (const step of path.slice(0, -1)) owner = owner[step] as Record<string, unknown>;
    if (typeof owner[field] === 'string') owner[field] = `${owner[field]}${composedMark}`;
  }
  return copy;
}
