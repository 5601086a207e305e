import type { Term } from '../term.js';
import { concepts } from './concepts.js';
import { forms, labels } from './forms.js';
import { levels, signTerms } from './framework.js';
import { funding } from './funding.js';
import { bodies, regions } from './places.js';
import { indicators, values } from './values.js';

/** The shipped termbase, except units of measure (counters.ts), which need their context. */
export const shippedTerms: readonly Term[] = [
  ...concepts,
  ...forms,
  ...labels,
  ...levels,
  ...signTerms,
  ...funding,
  ...values,
  ...indicators,
  ...regions,
  ...bodies,
];
