import { useSignal } from '@preact/signals';
import { does } from './state.js';
import { words } from './words.js';

/** Adds, moves and deletes the row; reached by the mouse at the row's end, by keys everywhere in the row. */
export function RowTools({ record }: { readonly record: string }) {
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
