import { signal, useSignal } from '@preact/signals';
import type { TargetedEvent, TargetedMouseEvent } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { Field, PackedList, Piece, SheetBlock, SheetCell, SheetParagraph, SheetRow } from '../wire.js';
import { addFaces } from './faces.js';
import { keyDown, leftCell } from './keys.js';
import { pastedInto } from './paste.js';
import {
  beginVisit,
  composing,
  does,
  draftOf,
  findings,
  form,
  inHand,
  isLocked,
  left,
  notUnderstood,
  refocus,
  sheet,
  typed,
  understood,
} from './state.js';
import { said, words } from './words.js';

/** The form itself: its tables in their own look, each value a text field in its cell. */
export function Form() {
  const now = sheet.value;
  useLooks(now?.css ?? '');
  useEffect(() => addFaces(now?.faces ?? []), [now?.faces]);
  useRefocus();
  if (!now) return null;
  return (
    <div
      class="sheet"
      key={form.value}
      style={{ width: `${now.width / 12}rem` }}
      onKeyDown={keyDown}
      onMouseDown={intoCell}
    >
      {now.blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
      <OpenRows />
      <footer class="d-below">
        {now.lists.map(({ list, name }) => (
          <button
            key={list}
            type="button"
            class="d-link"
            disabled={isLocked.value}
            onClick={() => does({ type: 'append', list, rows: [{}] })}
          >
            ＋ {words.addTo(name)}
          </button>
        ))}
        <Beside />
      </footer>
    </div>
  );
}

/** The looks of the form's classes, as a style sheet of their own: no style stands in the page's text. */
function useLooks(css: string): void {
  useLayoutEffect(() => {
    const own = new CSSStyleSheet();
    own.replaceSync(css);
    document.adoptedStyleSheets = [own];
  }, [css]);
}

/** While the caret is put back, no stay in a field begins. */
let isPuttingBack = false;

/** Puts the caret back after the form was drawn anew, where its field is now. */
function useRefocus(): void {
  const wanted = refocus.value;
  useLayoutEffect(() => {
    if (!wanted) return;
    refocus.value = undefined;
    const all = [...document.querySelectorAll<HTMLElement>('.sheet [data-key]')];
    const fields = sheet.value?.fields ?? {};
    const of = (area: HTMLElement): string => fields[area.dataset.key ?? '']?.pointers[0] ?? '';
    const { key, pointer } = wanted;
    const exact = all.find((area) => (key !== undefined ? area.dataset.key === key : of(area) === pointer));
    if (!exact && opened(pointer ?? fields[key ?? '']?.pointers[0] ?? '')) {
      // Its rows are drawn first.
      setTimeout(() => {
        refocus.value = wanted;
      }, 0);
      return;
    }
    const found = exact ?? (pointer === undefined ? undefined : firstWithin(all, pointer, of));
    if (!found || found === document.activeElement) return;
    isPuttingBack = wanted.isSame === true;
    found.focus();
    isPuttingBack = false;
    if (found instanceof HTMLTextAreaElement) found.setSelectionRange(found.value.length, found.value.length);
  });
}

/** Of a row, its name: what is filled in first. */
function firstWithin(
  all: readonly HTMLElement[],
  pointer: string,
  of: (area: HTMLElement) => string,
): HTMLElement | undefined {
  const within = all.filter((area) => of(area).startsWith(`${pointer}/`));
  return (
    within.find((area) => of(area).endsWith('/name')) ??
    within[0] ??
    all.find((area) => pointer.startsWith(`${of(area)}/`) && of(area) !== '')
  );
}

function Block({ block }: { readonly block: SheetBlock }) {
  if (block.type === 'paragraph') return <Words paragraph={block.paragraph} />;
  const { look, label, lines, columns, head, body } = block;
  return (
    <table class={look} role={lines ? 'presentation' : 'grid'} aria-label={lines ? undefined : label}>
      <colgroup>
        {columns.map((width, index) => (
          <col key={index} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      {head.length > 0 ? (
        <thead>
          {head.map((row, index) => (
            <Row key={index} row={row} />
          ))}
        </thead>
      ) : null}
      <tbody>
        {body.map((row, index) => (
          <Row key={index} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: SheetRow }) {
  const { record, cells } = row;
  return (
    <tr data-record={record}>
      {cells.map((cell, index) => (
        <Cell key={index} cell={cell} tools={record !== undefined && index === cells.length - 1 ? record : undefined} />
      ))}
    </tr>
  );
}

function Cell({ cell, tools }: { readonly cell: SheetCell; readonly tools: string | undefined }) {
  const { header, colspan, rowspan, look, paragraphs, more } = cell;
  const keys = paragraphs.flatMap(({ pieces }) => pieces.flatMap((piece) => ('field' in piece ? [piece.field] : [])));
  const found = findings.value.filter(({ field }) => field !== undefined && keys.includes(field));
  const worst = found.some(({ severity }) => severity === 'error') ? 'error' : found.length > 0 ? 'warning' : undefined;
  const isBlank =
    keys.length > 0 && keys.every((key) => (draftOf(key).value ?? sheet.value?.fields[key]?.text ?? '') === '');
  const classes = [
    look,
    ...(worst ? [`d-has-${worst}`] : []),
    ...(isBlank ? ['d-blank'] : []),
    ...(keys.length > 0 || more ? ['d-fill'] : []),
  ].join(' ');
  const inside = (
    <>
      {paragraphs.map((paragraph, index) => (
        <Words key={index} paragraph={paragraph} />
      ))}
      {more && !isLocked.value ? <More keys={more} /> : null}
      {worst ? (
        <span class="d-mark" aria-hidden="true">
          {worst === 'error' ? words.error : words.warning}
        </span>
      ) : null}
      {tools !== undefined && !isLocked.value ? <RowTools record={tools} /> : null}
    </>
  );
  const spans = { colSpan: colspan, rowSpan: rowspan };
  if (header)
    return (
      <th class={classes} scope={header === 'column' ? 'col' : 'row'} {...spans}>
        {inside}
      </th>
    );
  return (
    <td class={classes} {...spans}>
      {inside}
    </td>
  );
}

/** Adds, moves and deletes the row; reached by the mouse at the row's end, by keys everywhere in the row. */
function RowTools({ record }: { readonly record: string }) {
  const isOpen = useSignal(false);
  const act = (how: 'add' | 'copy' | 'up' | 'down' | 'remove') => (): void => {
    isOpen.value = false;
    does({ type: 'row', how, record });
  };
  return (
    <span
      class="d-row-tools"
      onKeyDown={(event) => {
        if (event.key === 'Escape') isOpen.value = false;
      }}
    >
      <button
        type="button"
        tabIndex={-1}
        aria-label={words.row}
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        ⋮
      </button>
      {isOpen.value ? (
        <span class="d-menu" role="menu">
          <button type="button" role="menuitem" onClick={act('add')}>
            {words.addRow}
            <kbd>Ctrl ↵</kbd>
          </button>
          <button type="button" role="menuitem" onClick={act('copy')}>
            {words.copyRow}
          </button>
          <button type="button" role="menuitem" onClick={act('up')}>
            {words.upRow}
            <kbd>Alt ↑</kbd>
          </button>
          <button type="button" role="menuitem" onClick={act('down')}>
            {words.downRow}
            <kbd>Alt ↓</kbd>
          </button>
          <button type="button" role="menuitem" onClick={act('remove')}>
            {words.removeRow}
            <kbd>Ctrl ⇧ ⌫</kbd>
          </button>
        </span>
      ) : null}
    </span>
  );
}

function Words({ paragraph }: { readonly paragraph: SheetParagraph }) {
  const { tag: Tag, look, pieces, alone, packed } = paragraph;
  if (packed !== undefined) return <Packed list={packed} paragraph={paragraph} />;
  const several = !alone && pieces.some((piece) => 'field' in piece);
  const isLong = pieces.some((piece) => 'field' in piece && sheet.value?.fields[piece.field]?.kind === 'prose');
  const inner = pieces.map((piece, index) => (
    <Word key={'field' in piece ? piece.field : index} piece={piece} alone={alone === true} />
  ));
  // A text field stands in a block: a paragraph of the page's own would be closed before it.
  if (alone || several)
    return <div class={several ? `${look} d-line${isLong ? ' d-line-long' : ''}` : look}>{inner}</div>;
  return <Tag class={look}>{inner}</Tag>;
}

function Word({ piece, alone }: { readonly piece: Piece; readonly alone: boolean }) {
  if ('lineBreak' in piece) return <br />;
  if ('text' in piece)
    return (
      <span class={piece.look} title={piece.why && said(piece.why)}>
        {piece.text}
      </span>
    );
  if (sheet.value?.fields[piece.field]?.kind === 'tick') return <Tick fieldKey={piece.field} look={piece.look} />;
  return <Area fieldKey={piece.field} alone={alone} look={piece.look} />;
}

/** A box to be ticked. */
function Tick({ fieldKey, look }: { readonly fieldKey: string; readonly look?: string | undefined }) {
  const field = sheet.value?.fields[fieldKey];
  if (!field) return null;
  const text = draftOf(fieldKey).value ?? field.text;
  return (
    <button
      type="button"
      role="checkbox"
      class={look ? `d-tick ${look}` : 'd-tick'}
      data-key={fieldKey}
      aria-checked={text === '☑'}
      aria-label={`${field.label}：${field.choice}`}
      disabled={isLocked.value}
      onClick={() => {
        beginVisit();
        typed(field, text === '☑' ? '□' : '☑');
      }}
    >
      {text}
    </button>
  );
}

/** What has no place among the words of the cell in hand. */
function More({ keys }: { readonly keys: readonly string[] }) {
  return (
    <div class="d-more">
      {keys.map((key) => (
        <div key={key} class="d-more-one">
          <span>{sheet.value?.fields[key]?.label.replace(/^.*・/, '')}</span>
          <Area fieldKey={key} alone={true} isMore />
        </div>
      ))}
    </div>
  );
}

/** A value: a text field that is as wide as its cell, or as its words. */
export function Area({
  fieldKey,
  alone,
  look,
  isMore,
}: {
  readonly fieldKey: string;
  readonly alone: boolean;
  readonly look?: string | undefined;
  /** It is reached from its cell by an arrow key, not by each Tab. */
  readonly isMore?: boolean;
}) {
  const field = sheet.value?.fields[fieldKey];
  const draft = draftOf(fieldKey);
  if (!field) return null;
  const value = draft.value ?? field.text;
  const told = understood.value.get(fieldKey);
  const found = findings.value.filter((each) => each.field === fieldKey);
  const isWrong = told?.taken === false || found.some(({ severity }) => severity === 'error');
  const classes = [
    'd-area',
    alone ? 'd-area-alone' : 'd-area-inline',
    field.kind === 'money' ? 'd-money' : '',
    field.derived ? 'd-derived' : '',
    notUnderstood.value.includes(fieldKey) ? 'd-unread' : '',
    look ?? '',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <span class={classes} data-value={value}>
      <textarea
        rows={1}
        cols={1}
        tabIndex={isMore ? -1 : undefined}
        value={value}
        data-key={fieldKey}
        data-kind={field.kind}
        placeholder=" "
        readOnly={isLocked.value}
        aria-label={field.label}
        aria-invalid={isWrong || undefined}
        aria-describedby={inHand.value === fieldKey ? 'd-strip' : undefined}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => input(event, field)}
        onFocus={() => {
          // A field that moved on is still the same stay.
          if (!isPuttingBack) beginVisit();
          inHand.value = fieldKey;
        }}
        onBlur={() => {
          left(fieldKey);
          leftCell();
        }}
        onCompositionStart={() => composing(true)}
        onCompositionEnd={(event) => {
          composing(false);
          input(event, field);
        }}
        onPaste={(event) => pastedInto(event, field)}
      />
    </span>
  );
}

function input(event: TargetedEvent<HTMLTextAreaElement>, field: Field): void {
  const area = event.currentTarget;
  const isOpen = event.type === 'input' && (event as unknown as InputEvent).isComposing;
  if (isOpen) {
    // The field grows with the composition, but nothing of it is sent.
    draftOf(field.key).value = area.value;
    return;
  }
  if (draftOf(field.key).value === area.value && event.type === 'compositionend' && area.value === field.text) return;
  typed(sheet.value?.fields[area.dataset.key ?? ''] ?? field, area.value);
}

/** A press anywhere in a cell is for its text field. */
function intoCell(event: TargetedMouseEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  if (target.closest('textarea, button, a, summary')) return;
  const area = target.closest('td, th')?.querySelector('textarea');
  if (!area) return;
  event.preventDefault();
  area.focus();
}

/** The list whose rows are open below the form. */
const openList = signal<string | undefined>(undefined);

/** Opens the rows of a packed cell that a value stands in, unless they are open. */
function opened(pointer: string): boolean {
  const packed = sheet.value?.packed.find(({ list }) => pointer.startsWith(`${list}/`));
  if (!packed || openList.value === packed.list) return false;
  openList.value = packed.list;
  return true;
}

function OpenRows() {
  const packed = sheet.value?.packed.find(({ list }) => list === openList.value);
  if (!packed) return null;
  return (
    <PackedRows
      packed={packed}
      close={() => {
        openList.value = undefined;
      }}
    />
  );
}

/** A cell whose words come from many values: they are read here, and filled in rows below. */
function Packed({ list, paragraph }: { readonly list: string; readonly paragraph: SheetParagraph }) {
  const isOpen = openList.value === list;
  const { tag: Tag, look, pieces } = paragraph;
  const text = (piece: Piece): string =>
    'field' in piece
      ? (draftOf(piece.field).value ?? sheet.value?.fields[piece.field]?.text ?? '')
      : 'text' in piece
        ? piece.text
        : '\n';
  return (
    <>
      <Tag class={look}>
        {pieces.map((piece, index) => (
          <span key={index} class={'field' in piece ? 'd-own' : ''}>
            {text(piece)}
          </span>
        ))}
      </Tag>
      <button
        type="button"
        class="d-link d-open-rows"
        aria-expanded={isOpen}
        onClick={() => {
          openList.value = isOpen ? undefined : list;
        }}
      >
        {isOpen ? words.closeRows : words.inRows}
      </button>
    </>
  );
}

function PackedRows({ packed, close }: { readonly packed: PackedList; readonly close: () => void }) {
  useEffect(() => {
    if (document.activeElement?.closest('.d-packed')) return;
    const key = packed.rows[0]?.[0];
    document.querySelector<HTMLElement>(`.d-packed textarea[data-key="${CSS.escape(key ?? '')}"]`)?.focus();
  }, []);
  return (
    <div
      class="d-packed"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <table role="grid" aria-label={words.inRows}>
        <thead>
          <tr>
            {packed.columns.map((name, column) => (
              <th key={name.zh} scope="col" class={packed.rows[0]?.[column]?.endsWith('/name') ? 'd-name' : ''}>
                {said(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {packed.rows.map((keys, index) => {
            const record = `${packed.list}/${index}`;
            return (
              <tr key={index} data-record={record}>
                {keys.map((key, column) => (
                  <td key={key} class="d-fill">
                    <Area fieldKey={key} alone={true} />
                    {column === keys.length - 1 && !isLocked.value ? <RowTools record={record} /> : null}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="d-actions">
        <button type="button" onClick={close}>
          {words.closeRows}
        </button>
      </p>
    </div>
  );
}

/** What may be filled and has no place in the form. */
function Beside() {
  const now = sheet.value;
  if (!now || now.beside.length === 0) return null;
  return (
    <details class="d-beside">
      <summary>{words.beside}</summary>
      <dl>
        {now.beside.map((key) => (
          <div key={key}>
            <dt>{now.fields[key]?.label}</dt>
            <dd class="d-fill">
              <Area fieldKey={key} alone={true} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
