import { signal } from '@preact/signals';
import type { TargetedClipboardEvent } from 'preact';
import type { Address, Field, FieldKind } from '../wire.js';
import { Dialog } from './dialog.js';
import { membersOf, names, printedNames } from './rows.js';
import { does, typed } from './sending.js';
import { isLocked, sheet } from './state.js';
import { words } from './words.js';

/** A pasted table that waits for a look: its rows, and the field that each of its columns goes into. */
interface Pasting {
  /** The heads of its columns, where it has any. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** New rows below the one in hand, and none that is there is touched. */
  readonly isBelow: boolean;
  readonly list: string;
  /** The member of the list at which the pasted rows begin. */
  readonly first: number;
  readonly fields: readonly { readonly name: string; readonly label: string; readonly kind: FieldKind }[];
  readonly columns: readonly string[];
}

const pasting = signal<Pasting | undefined>(undefined);

/** The table that the clipboard holds: of a web page, Word, Excel or WPS with merged cells filled, else tab-separated. */
export function tableIn(html: string, text: string): string[][] {
  const rows = html.includes('<t') ? rowsOfHtml(html) : [];
  if (rows.length > 0) return rows;
  return rowsOfText(text);
}

function rowsOfHtml(html: string): string[][] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const table = page.querySelector('table');
  const grid: (string | undefined)[][] = [];
  for (const [index, row] of [...(table?.rows ?? [])].entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (grid[index]?.[column] !== undefined) column += 1;
      const text = wordsOf(cell);
      for (let r = index; r < index + Math.min(cell.rowSpan || 1, 2_000); r += 1)
        for (let c = column; c < column + Math.min(cell.colSpan, 100); c += 1) {
          grid[r] ??= [];
          (grid[r] as (string | undefined)[])[c] = text;
        }
      column += cell.colSpan;
    }
  }
  return grid.slice(0, table?.rows.length ?? 0).map((row) => Array.from(row ?? [], (cell) => cell ?? ''));
}

function wordsOf(cell: Element): string {
  for (const end of cell.querySelectorAll('br, p, div')) end.after('\n');
  return (cell.textContent ?? '')
    .replace(/\u00a0/g, ' ')
    .replace(/[ \t\r]*\n\s*/g, '\n')
    .trim();
}

/** Excel puts a cell with line ends between quotation marks. */
function rowsOfText(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const end = (cell: string): void => {
    row.push(
      cell.startsWith('"') && cell.endsWith('"') && cell.length > 1 ? cell.slice(1, -1).replace(/""/g, '"') : cell,
    );
  };
  for (const found of text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .matchAll(/("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/g)) {
    if (found[0] === '' && row.length === 0) break;
    end(found[1] ?? '');
    if (found[2] === '\t') continue;
    rows.push(row);
    row = [];
    if (found[2] === '') break;
  }
  return rows;
}

/** A table goes into cells from the caret on; anything else is pasted by the browser. */
export function pastedInto(event: TargetedClipboardEvent<HTMLTextAreaElement>, field: Field): void {
  const data = event.clipboardData;
  if (!data) return;
  const text = data.getData('text/plain');
  const isTable = data.getData('text/html').includes('<t') || (text.includes('\t') && field.kind !== 'prose');
  const rows = isTable ? tableIn(data.getData('text/html'), text) : [];
  const isOneCell = rows.length < 2 && (rows[0]?.length ?? 0) < 2;
  if (isLocked.value) return;
  if (isOneCell) {
    // A line end in a cell of one line is a space.
    if (field.kind === 'prose' || !/[\r\n]/.test(text.trim())) return;
    event.preventDefault();
    const area = event.currentTarget;
    const line = text.trim().replace(/\s*[\r\n]+\s*/g, ' ');
    area.setRangeText(line, area.selectionStart, area.selectionEnd, 'end');
    typed(field, area.value);
    return;
  }
  event.preventDefault();
  const found = /^(.*\/indicators)\/(\d+|-)\/(\w+)$/.exec(field.pointers[0] ?? '');
  if (found) openPasting(rows, found[1] as string, found[2] === '-' ? -1 : Number(found[2]), found[3] as string);
  else intoCells(rows, event.currentTarget);
}

/** What heads of columns call a field. */
const heads: readonly (readonly [RegExp, string])[] = [
  [/^一级/, 'level1'],
  [/^二级/, 'level2'],
  [/^(三级|指标名称|绩效指标$|指标$)/, 'name'],
  [/(实施|总体|中期|长期).*值/, 'wholeTarget'],
  [/(年度.*值|指标值|目标值|预期值)/, 'annualTarget'],
  [/(解释|描述|说明|内容)/, 'description'],
  [/(权重|分值)/, 'weight'],
  [/评分|赋分/, 'scoringRule'],
  [/标准/, 'standard'],
  [/依据/, 'basis'],
  [/备注/, 'remark'],
];

function openPasting(rows: readonly (readonly string[])[], list: string, at: number, start: string): void {
  const fields = names.map(([name, label, kind]) => ({ name, label, kind }));
  const isHead =
    (rows[0] ?? []).filter((cell) => heads.some(([head]) => head.test(cell.replace(/\s/g, '')))).length >= 2 &&
    !/\d/.test((rows[0] ?? []).join(''));
  const width = Math.max(...rows.map((row) => row.length));
  const printed = printedNames(list);
  // Without heads the columns begin at the caret; a column of first levels says itself what it is.
  const levels = choicesOf('level1');
  const isLevels = rows.every(([cell = '']) => cell === '' || levels.includes(cell)) && Boolean(rows[0]?.[0]);
  const first = isLevels && printed.includes('level1') ? 0 : Math.max(0, printed.indexOf(start));
  const columns = Array.from({ length: width }, (_, column) => {
    const head = (rows[0]?.[column] ?? '').replace(/\s/g, '');
    if (isHead) return heads.find(([words]) => words.test(head))?.[1] ?? '';
    return printed[first + column] ?? '';
  });
  const members = membersOf(list);
  pasting.value = {
    heads: isHead ? (rows[0] ?? []) : [],
    rows: (isHead ? rows.slice(1) : rows).filter((row) => row.some((cell) => cell.trim() !== '')),
    ...{ list, first: at < 0 ? members : at, fields, columns, isBelow: false },
  };
}

/** What the form offers for a field. */
function choicesOf(name: string): readonly string[] {
  const fields = Object.values(sheet.value?.fields ?? {});
  return fields.find(({ pointers }) => pointers[0]?.endsWith(`/${name}`))?.choices ?? [];
}

/** How many of the rows that are there are filled, and how many of these say something already. */
function covered({ rows, list, first }: Pasting): { over: number; filled: number } {
  const over = Math.max(0, Math.min(rows.length, membersOf(list) - first));
  const fields = Object.values(sheet.value?.fields ?? {});
  const filled = Array.from({ length: over }, (_, n) => `${list}/${first + n}/name`).filter((pointer) =>
    fields.some(({ pointers, text }) => pointers[0] === pointer && text !== ''),
  );
  return { over, filled: filled.length };
}

/** The rows from the caret on are filled, more are added; a level that a merged cell leaves blank is that of the row above. */
function fillIn(now: Pasting): void {
  const { rows, list, first, fields, columns, isBelow } = now;
  const { over } = isBelow ? { over: 0 } : covered(now);
  const cells: (Address & { text: string })[] = [];
  const more: Record<string, string>[] = [];
  const carried: Record<string, string> = {};
  for (const [n, row] of rows.entries()) {
    const record: Record<string, string> = {};
    columns.forEach((name, column) => {
      const text = (row[column] ?? '').trim();
      if (name === '') return;
      if (/^level/.test(name) && text !== '') carried[name] = text;
      record[name] = /^level/.test(name) ? (carried[name] ?? '') : text;
    });
    if (n >= over) more.push(record);
    else
      for (const [name, text] of Object.entries(record)) {
        const kind = fields.find((field) => field.name === name)?.kind ?? 'text';
        if (text !== '') cells.push({ kind, pointers: [`${list}/${first + n}/${name}`], text });
      }
  }
  const place = isBelow && first < membersOf(list) ? { below: `${list}/${first}` } : {};
  does({ type: 'paste', cells, ...(more.length > 0 && { more: { list, rows: more, ...place } }) });
}

/** Any other part of the form: cell by cell to the right and down, by where they stand. */
function intoCells(rows: readonly (readonly string[])[], from: HTMLTextAreaElement): void {
  const fields = sheet.value?.fields ?? {};
  const lines = [...(from.closest('table')?.rows ?? [])]
    .map((row) => [...row.querySelectorAll<HTMLTextAreaElement>('textarea')])
    .filter((row) => row.length > 0);
  const top = lines.findIndex((row) => row.includes(from));
  const leftmost = lines[top]?.indexOf(from) ?? 0;
  const cells = rows.flatMap((row, r) =>
    row.flatMap((text, c): (Address & { text: string })[] => {
      const field = fields[lines[top + r]?.[leftmost + c]?.dataset.key ?? ''];
      if (!field) return [];
      const { kind, pointers, member, unit } = field;
      return [{ kind, pointers, ...(member && { member }), ...(unit && { unit }), text }];
    }),
  );
  if (cells.length > 0) does({ type: 'paste', cells });
}

/** Shows what goes where before a pasted table is put in. */
export function PasteDialog() {
  const now = pasting.value;
  if (!now) return null;
  const close = (): void => {
    pasting.value = undefined;
  };
  const { rows, fields, columns, heads: given, first, isBelow } = now;
  const { over, filled } = covered(now);
  return (
    <Dialog title={words.pasteTitle(rows.length)} close={close} wide>
      <p class="d-quiet">{words.pasteNote}</p>
      <div class="d-paste" role="region" tabIndex={0} aria-label={words.pasteNote}>
        <table>
          <thead>
            <tr>
              {columns.map((name, column) => (
                <th key={column} scope="col">
                  <select
                    aria-label={words.pasteNote}
                    value={name}
                    onChange={(event) => {
                      pasting.value = {
                        ...now,
                        columns: columns.map((each, index) => (index === column ? event.currentTarget.value : each)),
                      };
                    }}
                  >
                    <option value="">{words.pasteSkip}</option>
                    {fields.map((field) => (
                      <option key={field.name} value={field.name}>
                        {field.label}
                      </option>
                    ))}
                  </select>
                  {given[column] ? <small>{given[column]}</small> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 60).map((row, index) => (
              <tr key={index}>
                {columns.map((_, column) => (
                  <td key={column}>{row[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {over > 0 ? (
        <div class="d-form">
          <fieldset>
            <legend>{words.pasteWhere}</legend>
            {[false, true].map((below) => (
              <label key={String(below)} class="d-choice">
                <input
                  type="radio"
                  name="where"
                  checked={isBelow === below}
                  onChange={() => {
                    pasting.value = { ...now, isBelow: below };
                  }}
                />
                {below
                  ? words.pasteBelow(first + 1, rows.length)
                  : words.pasteOver(first + 1, over, filled, rows.length - over)}
              </label>
            ))}
          </fieldset>
        </div>
      ) : (
        <p class="d-quiet">{words.pasteBelow(first, rows.length)}</p>
      )}
      <p class="d-actions">
        <button type="button" onClick={close}>
          {words.cancel}
        </button>
        <button
          type="button"
          class="d-main"
          onClick={() => {
            fillIn(now);
            close();
          }}
        >
          {words.pasteIn}
        </button>
      </p>
    </Dialog>
  );
}
