import type { Bilingual } from '../problem.js';
import type { Place } from './items.js';

/** What a reading tells beside its report: what it asks, inferred and left. */

/** A question that the file does not answer; `proposed` is what is taken without an answer. */
export interface Question extends Bilingual {
  readonly id: string;
  readonly options: readonly ({ readonly value: string } & Bilingual)[];
  readonly proposed: string | undefined;
  readonly place?: Place;
}

/** Why a piece of the file is in no field. */
export const reasons = {
  'no-place': { zh: '表样里没有这一格', en: 'the form has no such cell' },
  'without-field': { zh: '版式没有这一格的字段', en: 'the layout has no field for this cell' },
  unread: { zh: '读不懂', en: 'not understood' },
  'label-differs': { zh: '栏目名与表样不同', en: 'a label that differs from the form' },
  'says-otherwise': { zh: '与前面写的不同', en: 'differs from what was written before' },
  'other-project': { zh: '像是另一个项目的', en: 'seems to be of another project' },
  near: { zh: '这一格可以有两种读法', en: 'this cell can be read in two ways' },
} as const satisfies Record<string, Bilingual>;

/** A piece of the file that is in no field and is no label. */
export interface Left {
  readonly place: Place;
  readonly text: string;
  readonly why: keyof typeof reasons;
}

/** What was inferred. */
export interface Note extends Bilingual {
  readonly place?: Place;
}
