import { type Static, Type } from '@sinclair/typebox';

/** What the template of a 核对报告 (templates/check/) may name. */

const text = Type.String();
const texts = Type.Array(text);
const number = Type.Integer();

/** `counts` are its errors, warnings, hints and what was accepted. */
const report = Type.Object({
  number,
  file: text,
  department: text,
  year: text,
  date: text,
  counts: Type.Array(number),
  verdict: text,
});

/** `owner` is the table or project, in a cell of `span` rows; 0 where one above it has it. `error`: it is one. */
const finding = Type.Object({
  number,
  owner: text,
  span: number,
  where: text,
  severity: text,
  error: Type.Boolean(),
  message: text,
  advice: text,
  rule: text,
});

/** The findings of one report, so that every page says whose they are; `left` says how many are not printed. Or, in words, that there is `none`. */
const list = Type.Object({ title: text, none: text, columns: texts, rows: Type.Array(finding), left: text });

export const FindingsView = Type.Object({
  title: text,
  about: text,
  /** Only a single report has its file here. */
  file: text,
  rules: text,
  summary: text,
  /** `sums` of the counts where there are several reports. */
  reports: Type.Object({ title: text, columns: texts, rows: Type.Array(report), sum: text, sums: Type.Array(number) }),
  /** What was found, then what was accepted. */
  lists: Type.Array(list),
  notes: texts,
  signature: texts,
});
export type FindingsView = Static<typeof FindingsView>;
