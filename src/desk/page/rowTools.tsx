import { useSignal } from '@preact/signals';
import { does } from './sending.js';
import { words } from './words.js';

/** What is done with a row, its words and its keys. */
const rowActs = [
  ['add', words.addRow, 'Ctrl ↵'],
  ['copy', words.copyRow, ''],
  ['up', words.upRow, 'Alt ↑'],
  ['down', words.downRow, 'Alt ↓'],
  ['remove', words.removeRow, 'Ctrl ⇧ ⌫'],
] as const;

/** Adds, moves and deletes the row; reached by the mouse at the row's end, by keys everywhere in the row. */
export function RowTools({ record }: { readonly record: string }) {
  const isOpen = useSignal(false);
  const act = (how: (typeof rowActs)[number][0]): void => {
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
          {rowActs.map(([how, name, keys]) => (
            <button key={how} type="button" role="menuitem" onClick={() => act(how)}>
              {name}
              {keys ? <kbd>{keys}</kbd> : null}
            </button>
          ))}
        </span>
      ) : null}
    </span>
  );
}
