import type { Bilingual } from '../../problem.js';
import type { Place } from '../items.js';

/** Why an edit is not taken over. */
export type Refusal =
  | 'label'
  | 'title'
  | 'derived'
  | 'unread'
  | 'says-otherwise'
  | 'row-gone'
  | 'row-new'
  | 'cell-new'
  | 'not-printed';

/** An edit that changes no field, and the fields that it would have to change. */
export interface Refused {
  readonly why: Refusal;
  readonly place: Place | undefined;
  readonly before: string;
  readonly after: string;
  readonly fields: readonly string[];
}

/** Why an edit is not taken over, in words. */
export const refusalWords: Readonly<Record<Refusal, Bilingual>> = {
  label: { zh: '表样自己的字，不是数据', en: 'words of the form itself, not of the data' },
  title: { zh: '标题里的字由这些字段排出，请改字段', en: 'a title is made of these fields: change them' },
  derived: { zh: '由这些字段算出或编出，请改它们', en: 'reckoned from these fields: change them' },
  unread: {
    zh: '看不出改的是哪一段，请改这些字段',
    en: 'it cannot be told which part was changed: change these fields',
  },
  'says-otherwise': { zh: '同一个字段在几处改成了不同的内容', en: 'one field was changed to different things' },
  'row-gone': {
    zh: '表样里的行或格删去了，不是清单里的一项',
    en: 'a row or cell of the form was taken away, not an item of a list',
  },
  'row-new': { zh: '看不出多出的是哪张清单的一项', en: 'it cannot be told of which list this is a new item' },
  'cell-new': { zh: '表样里没有这一格', en: 'the form has no such cell' },
  'not-printed': { zh: '照这样改，版式印出来仍不是这个样子', en: 'the layout would not print it like this' },
};
