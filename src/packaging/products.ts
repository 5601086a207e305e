import type { TObject } from '@sinclair/typebox';
import { FindingsView } from '../products/findings/vocabulary.js';
import { RevisionView } from '../products/revision/vocabulary.js';
import { SummaryView } from '../products/summary/vocabulary.js';

/** What the shipped templates of products may name, by their folder, and those that are no partials. */
export const products: Readonly<Record<string, readonly [schema: TObject, ...names: string[]]>> = {
  check: [FindingsView, 'report'],
  revision: [RevisionView, 'table'],
  summary: [SummaryView, 'columns', 'interleaved'],
};
