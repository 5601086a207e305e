import { type Static, Type } from '@sinclair/typebox';

/** What the template of a 修订对照表 (templates/revision/) may name. */

const text = Type.String();
const flag = Type.Boolean();
const number = Type.Integer();

/** One of the two reports: an `amount`; or a text in `pieces` and, of what came or went, `lines`, a cell each; or, in words, that there is `none`. */
const side = Type.Object({
  none: text,
  amount: text,
  pieces: Type.Array(Type.Object({ text, removed: flag, added: flag })),
  lines: Type.Array(text),
});

/** `unit` is the one whose changes begin here, `owner` whose cell it is, in a cell of `span` rows; 0 where one above it has it. */
const change = Type.Object({
  number,
  unit: text,
  owner: text,
  project: flag,
  span: number,
  cell: text,
  before: side,
  after: side,
  difference: text,
  amount: flag,
  page: text,
});

export const RevisionView = Type.Object({
  title: text,
  files: text,
  unit: text,
  summary: text,
  columns: Type.Array(text),
  changes: Type.Array(change),
  notes: Type.Array(text),
});
export type RevisionView = Static<typeof RevisionView>;
