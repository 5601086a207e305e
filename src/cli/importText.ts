import type { Problem } from '../problem.js';
import type { Imported } from '../publish/import.js';
import { titleOf } from '../reading/columns/fields.js';
import { type MappedColumn, mappingFileName } from '../reading/columns/mapping.js';
import type { Place } from '../reading/items.js';
import type { Words } from './words.js';

/** How a file came out. */
export type ImportResult =
  | { readonly imported: Imported; readonly written: string | undefined; readonly problems: readonly Problem[] }
  | { readonly file: string; readonly problems: readonly Problem[] };

/** How many pieces of a kind are shown; `--json` has all. */
const mostShown = 20;

/** What was read of a file, as the command line prints it. */
export function importText(
  { imported, written }: Extract<ImportResult, { imported: unknown }>,
  { import: text, language }: Words,
): string {
  const { file, by, layout, fields, questions, left, notes, beside, differences, columns } = imported;
  const at = (place: Place | undefined): string => (place ? `${placeWords(place, language)}  ` : '');
  const section = (head: (count: number) => string, lines: readonly string[]) => listed(head, lines, text.more);
  const asked = questions.map(({ id, options, proposed, place, ...words }) => {
    const choices = options
      .map(({ value, ...names }) => (names[language] === value ? value : `${value} ${names[language]}`))
      .join(' | ');
    return `${id}  ${at(place)}${words[language]}${choices ? `  ${choices}` : ''}  ${proposed === undefined ? text.noProposal : text.proposal(proposed)}`;
  });
  const lost = differences.filter(({ isExtra }) => !isExtra);
  const extra = differences.filter(({ isExtra }) => isExtra);
  return [
    `${file}  ${by === 'data' ? text.asData : layout ? text.asForm(layout) : text.asColumns}  ${text.fields(fields)}`,
    ...section(
      columns?.given === undefined
        ? text.columns(columns ? mappingFileName(columns.mapping) : '')
        : text.mapped(columns.given),
      (columns?.mapping.tables ?? []).flatMap((table) => table.columns.map((column) => columnText(column, language))),
    ),
    ...section(text.questions, asked),
    ...section(
      text.left,
      left.map(({ place, text: piece, why }) => `${at(place)}${short(piece)}  ${why[language]}`),
    ),
    ...section(
      text.notes,
      [...notes, ...beside].map(({ place, ...words }) => `${at(place)}${words[language]}`),
    ),
    ...section(
      text.lost,
      lost.map(({ place, text: piece }) => `${at(place)}${short(piece)}`),
    ),
    ...section(
      text.extra,
      extra.map(({ text: piece }) => short(piece)),
    ),
    ...(by === 'heads' ? [text.ownForm(file)] : []),
    written === undefined ? notWritten(questions, text) : text.written(written),
  ].join('\n');
}

/** Why nothing was written: the questions that `--yes` does not answer are named as they are answered. */
function notWritten(questions: Imported['questions'], text: Words['import']): string {
  const open = questions.filter(({ proposed }) => proposed === undefined);
  if (open.length > 0) return text.answerThese(open.map(({ id }) => `--answer ${id}=…`).join(' '));
  return questions.length > 0 ? text.answerThem : text.notWritten;
}

/** A head and the first lines below it; nothing where there are none. */
export function listed(
  head: (count: number) => string,
  lines: readonly string[],
  more: (count: number) => string,
): string[] {
  if (lines.length === 0) return [];
  const left = lines.length > mostShown ? [`  ${more(lines.length - mostShown)}`] : [];
  return [head(lines.length), ...lines.slice(0, mostShown).map((line) => `  ${line}`), ...left];
}

/** 预算数 → 资金总额·年度  26,500.00 | 1,200.00 */
function columnText({ head, field, samples = [] }: MappedColumn, language: 'zh' | 'en'): string {
  const name = language === 'zh' ? `${titleOf(field)}（${field}）` : field;
  const some = [...new Set(samples)].map((sample) => short(sample).slice(0, mostOfSample));
  return `${short(head)} → ${name}${some.length > 0 ? `  ${some.join(' | ')}` : ''}`;
}

/** Characters of a value of a column. */
const mostOfSample = 16;

export function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** Where a piece stands, as its owner finds it. */
export function placeWords({ sheet, cell, page, table, row, column, paragraph }: Place, language: 'zh' | 'en'): string {
  const zh = language === 'zh';
  return [
    ...(sheet !== undefined ? [sheet] : []),
    ...(cell !== undefined ? [cell] : []),
    ...(page !== undefined ? [zh ? `第${page}页` : `page ${page}`] : []),
    ...(table !== undefined ? [zh ? `表${table}` : `table ${table}`] : []),
    ...(row !== undefined && cell === undefined ? [zh ? `第${row}行` : `row ${row}`] : []),
    ...(column !== undefined && cell === undefined ? [zh ? `第${column}列` : `column ${column}`] : []),
    ...(paragraph !== undefined ? [zh ? `第${paragraph}段` : `paragraph ${paragraph}`] : []),
  ].join(zh ? '' : ', ');
}
