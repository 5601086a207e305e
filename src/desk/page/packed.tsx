import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PackedList, Piece, SheetParagraph } from '../wire.js';
import { Area } from './area.js';
import { RowTools } from './rowTools.js';
import { draftOf, isLocked, sheet } from './state.js';
import { said, words } from './words.js';

/** The list whose rows are open below the form. */
const openList = signal<string | undefined>(undefined);

/** Opens the rows of a packed cell that a value stands in, unless they are open. */
export function opened(pointer: string): boolean {
  const packed = sheet.value?.packed.find(({ list }) => pointer.startsWith(`${list}/`));
  if (!packed || openList.value === packed.list) return false;
  openList.value = packed.list;
  return true;
}

export function OpenRows() {
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
export function Packed({ list, paragraph }: { readonly list: string; readonly paragraph: SheetParagraph }) {
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
