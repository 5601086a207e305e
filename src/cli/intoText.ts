import type { Json, JsonChange } from '../json/change.js';
import { Lines } from '../json/lines.js';
import { pathOf, visible } from '../json/pointer.js';
import type { Into } from '../publish/into.js';
import { refusalWords } from '../reading/edits/refusals.js';
import { fieldAt } from '../report/fields.js';
import { placeWords } from './importText.js';
import type { Words } from './words.js';

/** How many pieces of a kind are shown; `--json` has all. */
const mostShown = 40;
/** Characters of a line that are shown; of a longer one what was changed, with so many on each side. */
const longest = 120;
const context = 24;

/** What an edited file changes in a report, as the command line prints it: edit by edit, then as a diff of its JSON. */
export function intoText(into: Into, isWritten: boolean, { import: text, language }: Words): string {
  const { file, report, edited, refused, otherwise, beside } = into;
  const section = (head: (count: number) => string, lines: readonly string[]): string[] => {
    if (lines.length === 0) return [];
    const more = lines.length > mostShown ? [`  ${text.more(lines.length - mostShown)}`] : [];
    return [head(lines.length), ...lines.slice(0, mostShown).map((line) => `  ${line}`), ...more];
  };
  const at = (place: Parameters<typeof placeWords>[0] | undefined): string => {
    const words = place ? placeWords(place, language) : '';
    return words === '' ? '' : `${words}  `;
  };
  return [
    text.into(file, report),
    ...section(
      text.edited,
      edited.map(({ place, before, after, changes }) => {
        const fields = [...new Set(changes.map((change) => fieldText(change, language)))].join(
          language === 'zh' ? '、' : ', ',
        );
        return `${at(place)}${fields}  ${between(before, after, changes, text.whole)}`;
      }),
    ),
    ...section(
      text.refused,
      refused.map(({ place, before, after, why, fields }) => {
        const named = fields.length > 0 ? `  ${fields.slice(0, 6).map(visible).join(' ')}` : '';
        return `${at(place)}${between(before, after, [], text.whole)}  ${refusalWords[why][language]}${named}`;
      }),
    ),
    ...section(
      text.otherwise,
      otherwise.map(({ place, text: said, printed }) => `${at(place)}${between(said, printed, [], text.whole)}`),
    ),
    ...section(
      text.notes,
      beside.map(({ place, ...words }) => `${at(place)}${words[language]}`),
    ),
    ...(edited.length > 0 ? ['', ...jsonDiff(into)] : []),
    edited.length === 0 ? text.noEdits : isWritten ? text.written(report) : text.howToWrite,
  ].join('\n');
}

function between(
  before: string,
  after: string,
  changes: readonly JsonChange[],
  whole: Words['import']['whole'],
): string {
  const type = changes[0]?.type;
  if (type === 'move') return `${whole.moved} ${shortened(after, 0)}`;
  if (before === '') return `${whole.added} ${shortened(after, 0)}`;
  if (after === '') return `${whole.removed} ${shortened(before, 0)}`;
  const same = commonStart(before, after);
  return `${shortened(before, same)} → ${shortened(after, same)}`;
}

function commonStart(left: string, right: string): number {
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  return same;
}

/** A text on one line, of a long one the part from shortly before a position on. */
function shortened(text: string, from: number): string {
  const line = visible(text.replace(/\s+/g, ' '));
  if (line.length <= longest) return line;
  const start = Math.max(0, from - context);
  return `${start > 0 ? '…' : ''}${line.slice(start, start + longest)}${start + longest < line.length ? '…' : ''}`;
}

/** A change's field by its pointer and name. */
function fieldText(change: JsonChange, language: 'zh' | 'en'): string {
  const pointer = change.type === 'insert' ? `${change.list}/-` : change.pointer;
  const path = pathOf(pointer).map((step) => (step === '-' ? '0' : step));
  const field = fieldAt(path) ?? fieldAt(path.slice(0, -1));
  const title = language === 'zh' ? field?.title : field?.titleEn;
  return `${visible(pointer)}${title ? (language === 'zh' ? `（${title}）` : ` (${title})`) : ''}`;
}

/** The edits of a JSON text as a unified diff, edits of lines beside each other together; of long lines what differs. */
function jsonDiff({ text, edits, report }: Into): string[] {
  const lines = new Lines(text);
  const out = [`--- ${report}`, `+++ ${report}`];
  for (let index = 0; index < edits.length; ) {
    const first = edits[index] as (typeof edits)[number];
    const from = lineStart(text, first.start);
    let to = lineEnd(text, first.end);
    let last = index + 1;
    while (last < edits.length && (edits[last] as typeof first).start <= to + 1) {
      to = Math.max(to, lineEnd(text, (edits[last] as typeof first).end));
      last += 1;
    }
    let read = from;
    const now = edits.slice(index, last).map((edit) => {
      const part = text.slice(read, edit.start) + edit.text;
      read = edit.end;
      return part;
    });
    const before = text.slice(from, to).split(/\r?\n/);
    const after = (now.join('') + text.slice(read, to)).split(/\r?\n/);
    out.push(`@@ ${report}:${lines.at(first.start).line} @@`, ...changedLines(before, after));
    index = last;
  }
  return out;
}

function changedLines(before: readonly string[], after: readonly string[]): string[] {
  let front = 0;
  while (front < before.length && front < after.length && before[front] === after[front]) front += 1;
  let back = 0;
  while (back < before.length - front && back < after.length - front && before.at(-1 - back) === after.at(-1 - back))
    back += 1;
  const [old, now] = [before.slice(front, before.length - back), after.slice(front, after.length - back)];
  const same = old.length === 1 && now.length === 1 ? commonStart(old[0] as string, now[0] as string) : 0;
  return [...old.map((line) => `-${cut(line, same)}`), ...now.map((line) => `+${cut(line, same)}`)];
}

function cut(line: string, from: number): string {
  if (line.length <= longest) return visible(line);
  const start = Math.max(0, from - context);
  const indent = start > 0 ? `${/^\s*/.exec(line)?.[0] ?? ''}…` : '';
  return visible(`${indent}${line.slice(start, start + longest)}${start + longest < line.length ? '…' : ''}`);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** The shape is stable: changes by pointer, what was refused and why, what is printed otherwise. */
export function intoData(into: Into, isWritten: boolean, language: 'zh' | 'en'): object {
  const { file, report, edited, refused, otherwise, beside } = into;
  return {
    ...{ file, report, written: isWritten },
    edits: edited.map(({ place, before, after, changes }) => ({
      ...(place && { place }),
      ...{ before, after, changes: changes as readonly (JsonChange & { readonly value?: Json })[] },
    })),
    refused: refused.map(({ why, ...each }) => ({ ...each, code: why, why: refusalWords[why][language] })),
    otherwise,
    beside: beside.map(({ place, ...words }) => ({ place, note: words[language] })),
  };
}
