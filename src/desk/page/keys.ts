import type { TargetedKeyboardEvent } from 'preact';
import { does, redo, undo } from './sending.js';
import { conflict, inHand } from './state.js';

/** The text fields of the form, in reading order. */
function areas(): HTMLTextAreaElement[] {
  return [...document.querySelectorAll<HTMLTextAreaElement>('.sheet textarea')];
}

/** Whether the last key press in the field changed it: then the browser's own undo is meant first. */
let isTouched = false;
addEventListener('input', () => {
  isTouched = true;
});
/** Whether the caret is on its way by Tab: a cell that one comes to by a key is selected whole, and what is typed takes its place. */
let isTabbing = false;
addEventListener(
  'keydown',
  ({ key }) => {
    isTabbing = key === 'Tab';
  },
  true,
);
addEventListener('focusin', ({ target }) => {
  isTouched = false;
  if (isTabbing && target instanceof HTMLTextAreaElement) target.select();
  isTabbing = false;
});

/** Moves as in a spreadsheet; never while 汉字 are composed: those keys are the input method's. */
export function keyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
  const work = meant(event);
  if (!work) return;
  event.preventDefault();
  work();
}

/** Outside the text fields too, where the caret is after the page was loaded anew. */
addEventListener('keydown', (event) => {
  const isTyped = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
  const work = isTyped || !document.querySelector('.sheet') ? undefined : takenBack(event);
  if (!work) return;
  event.preventDefault();
  work();
});

function takenBack({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): (() => void) | undefined {
  if (!ctrlKey && !metaKey) return undefined;
  if (key.toLowerCase() === 'z') return shiftKey ? redo : undo;
  return key.toLowerCase() === 'y' ? redo : undefined;
}

/** What a key press is for, where it is not the text field's own. */
function meant(event: TargetedKeyboardEvent<HTMLElement>): (() => void) | undefined {
  const area = event.target;
  if (!(area instanceof HTMLTextAreaElement) || event.isComposing || event.keyCode === 229) return undefined;
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const isCommand = ctrlKey || metaKey;
  const record = area.closest<HTMLElement>('tr[data-record]')?.dataset.record;
  const back = isTouched ? undefined : takenBack(event);
  if (back) return back;
  if (record !== undefined && isCommand && key === 'Enter') return () => does({ type: 'row', how: 'add', record });
  if (record !== undefined && isCommand && shiftKey && key === 'Backspace')
    return () => does({ type: 'row', how: 'remove', record });
  if (record !== undefined && altKey && (key === 'ArrowUp' || key === 'ArrowDown'))
    return () => does({ type: 'row', how: key === 'ArrowUp' ? 'up' : 'down', record });
  if (isCommand || altKey) return undefined;
  if (key === 'Enter' && area.dataset.kind !== 'prose') return () => beside(area, shiftKey ? 'up' : 'down');
  if (shiftKey) return undefined;
  const { selectionStart, selectionEnd, value } = area;
  const way = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }[key] as Way | undefined;
  // A cell that was come to is selected whole: arrows then go on from it.
  if (way !== undefined && selectionStart === 0 && selectionEnd === value.length) return () => beside(area, way);
  if (selectionStart !== selectionEnd) return undefined;
  if (way === 'left' && selectionStart === 0) return () => beside(area, 'left');
  if (way === 'right' && selectionStart === value.length) return () => beside(area, 'right');
  if (way === 'up' && isOnLine(area, 'first')) return () => beside(area, 'up');
  if (way === 'down' && isOnLine(area, 'last')) return () => beside(area, 'down');
  return undefined;
}

type Way = 'up' | 'down' | 'left' | 'right';

/** Whether the caret is on the first or the last line. Where a long text is broken only the browser knows: then by its length. */
function isOnLine({ value, selectionStart, clientHeight }: HTMLTextAreaElement, which: 'first' | 'last'): boolean {
  const isOneLine = clientHeight < 36 && !value.includes('\n');
  if (isOneLine) return true;
  return which === 'first' ? selectionStart === 0 : selectionStart === value.length;
}

function beside(area: HTMLTextAreaElement, way: Way): void {
  const all = areas();
  if (way === 'left' || way === 'right') {
    const next = all[all.indexOf(area) + (way === 'left' ? -1 : 1)];
    next?.focus();
    next?.select();
    return;
  }
  const from = boxOf(area);
  const middle = (from.left + from.right) / 2;
  let best: HTMLTextAreaElement | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const other of all) {
    if (other === area) continue;
    const to = boxOf(other);
    const gap = way === 'down' ? to.top - from.bottom : from.top - to.bottom;
    if (gap < -2) continue;
    const aside = middle < to.left ? to.left - middle : middle > to.right ? middle - to.right : 0;
    const cost = gap + aside * 4;
    if (cost >= least) continue;
    best = other;
    least = cost;
  }
  best?.focus();
  best?.select();
}

/** The cell, because a text field may be lower than its cell. */
function boxOf(area: HTMLTextAreaElement): DOMRect {
  return (area.closest('td, th') ?? area).getBoundingClientRect();
}

export function leftCell(): void {
  // The strip below a cell may have been pressed: it is for the field that was in hand.
  setTimeout(() => {
    const now = document.activeElement;
    if (now instanceof HTMLElement && now.closest('#d-strip, .d-dialog')) return;
    if (!(now instanceof HTMLTextAreaElement) && conflict.value === undefined) inHand.value = '';
  }, 0);
}
