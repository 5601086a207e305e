import type { TargetedMouseEvent } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { Piece, SheetBlock, SheetCell, SheetParagraph, SheetRow } from '../wire.js';
import { Area, More, puttingBack, Tick } from './area.js';
import { addFaces } from './faces.js';
import { keyDown } from './keys.js';
import { OpenRows, opened, Packed } from './packed.js';
import { CopyOut } from './rows.js';
import { RowTools } from './rowTools.js';
import { does } from './sending.js';
import { draftOf, findings, form, isLocked, refocus, sheet } from './state.js';
import { formOfKey } from './unread.js';
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
      lang="zh-CN"
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
            onClick={() => does({ type: 'paste', cells: [], more: { list, rows: [{}] } })}
          >
            ＋ {words.addTo(name)}
          </button>
        ))}
        {now.lists
          .filter(({ list }) => list.endsWith('/indicators'))
          .map(({ list }) => (
            <CopyOut key={`copy ${list}`} list={list} />
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

/** Puts the caret back after the form was drawn anew, where its field is now. */
function useRefocus(): void {
  const wanted = refocus.value;
  const now = form.value;
  useLayoutEffect(() => {
    const at = formOfKey(wanted?.key ?? '');
    // Its form is on its way.
    if (!wanted || (at !== '' && at !== now)) return;
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
    puttingBack(wanted.isSame === true, () => found.focus());
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

/** A press anywhere in a cell is for its text field. */
function intoCell(event: TargetedMouseEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  if (target.closest('textarea, button, a, summary')) return;
  const area = target.closest('td, th')?.querySelector('textarea');
  if (!area) return;
  event.preventDefault();
  area.focus();
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
