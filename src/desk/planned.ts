import type { Bilingual } from '../problem.js';
import type { Patch } from './patch.js';
import type { Conflict, Understood } from './wire.js';

/** What a person's act makes of a report. */
export interface Planned {
  readonly patches: readonly Patch[];
  /** For whoever undoes it. */
  readonly words: Bilingual;
  readonly understood: readonly Understood[];
  readonly conflict?: Conflict;
  /** Where to go on: the field of a new row, the form of a new project. */
  readonly go?: { readonly form?: string; readonly pointer?: string };
}

export const nothing: Planned = { patches: [], words: { zh: '', en: '' }, understood: [] };

export function shortened(text: string): Bilingual {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return { zh: '空白', en: 'blank' };
  const short = line.length > 12 ? `${line.slice(0, 12)}…` : line;
  return { zh: short, en: short };
}
