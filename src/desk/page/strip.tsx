import { useLayoutEffect, useRef } from 'preact/hooks';
import { does, resolve, typed } from './sending.js';
import {
  addressOf,
  clashes,
  conflict,
  draftOf,
  forget,
  gone,
  inHand,
  isLocked,
  report,
  sheet,
  understood,
} from './state.js';
import { said, words } from './words.js';

/** One line below the cell in hand: what was understood, what is usual there, what somebody else has written. It moves no row. */
export function Strip() {
  const box = useRef<HTMLDivElement>(null);
  // Both versions stand below their own cell; below another they would cover what is filled in there.
  const clash = inHand.value === '' || conflict.value?.key === inHand.value ? conflict.value : undefined;
  const key = clash?.key ?? inHand.value;
  const field = sheet.value?.fields[key];
  const told = understood.value.get(key);
  const draft = draftOf(key).value;
  useLayoutEffect(() => {
    const area = document.querySelector(`.sheet textarea[data-key="${CSS.escape(key)}"]`);
    const cell = area?.closest('td, th') ?? area;
    const middle = document.getElementById('d-middle');
    if (!box.current || !cell || !middle) return;
    const [at, frame] = [cell.getBoundingClientRect(), middle.getBoundingClientRect()];
    const width = box.current.offsetWidth;
    const most = middle.scrollLeft + frame.width - width - 8;
    box.current.style.left = `${Math.max(8, Math.min(at.left - frame.left + middle.scrollLeft, most))}px`;
    box.current.style.top = `${at.bottom - frame.top + middle.scrollTop + 3}px`;
  });
  if (!field) return null;
  const choices = (field.choices ?? []).filter((choice) => choice !== (draft ?? field.text));
  const isSaid = !clash && told && (draft !== undefined || !told.taken) && said(told.words) !== '';
  const isEmpty = !clash && !isSaid && choices.length === 0 && !field.derived && !field.unit;
  if (isEmpty || isLocked.value) return null;
  return (
    <div class="d-strip" id="d-strip" ref={box} role="status">
      {clash ? (
        <p>
          {words.theirs}“{clash.theirs || words.blank}”，{words.yours}“{clash.yours || words.blank}”{' '}
          <button type="button" onClick={() => resolve(true)}>
            {words.keepYours}
          </button>{' '}
          <button type="button" onClick={() => resolve(false)}>
            {words.keepTheirs}
          </button>
        </p>
      ) : null}
      {isSaid ? <p class={told.taken ? '' : 'd-error'}>{said(told.words)}</p> : null}
      {!isSaid && field.unit ? <p class="d-quiet">{field.derived ? words.computed : field.unit}</p> : null}
      {choices.length > 0 && !clash ? (
        <p class="d-choices">
          {choices.slice(0, 16).map((choice) => (
            <button
              key={choice}
              type="button"
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => typed(field, choice)}
            >
              {choice}
            </button>
          ))}
        </p>
      ) : null}
    </div>
  );
}

/** Values that another program has changed while they were changed here: both versions, to choose from. */
export function Clashes() {
  const [lost] = gone.value;
  if (lost)
    return (
      <p class="d-notice" role="alert">
        {words.gone(lost.text)}
        <button type="button" onClick={() => forget(lost.key)}>
          {words.known}
        </button>
      </p>
    );
  if (clashes.value.length === 0) return null;
  return (
    <div class="d-notice" role="alert">
      <p>{words.clashes}</p>
      <ul class="d-clashes">
        {clashes.value.map(({ pointer, form: at, cell, theirs, yours }) => (
          <li key={pointer}>
            <a href={addressOf(report.value, at, pointer)}>{said(cell)}</a>
            <span>
              {words.theirs}“{theirs || words.blank}”，{words.yours}“{yours || words.blank}”
            </span>
            <button type="button" onClick={() => does({ type: 'choose', pointer, isOurs: true })}>
              {words.keepYours}
            </button>
            <button type="button" onClick={() => does({ type: 'choose', pointer, isOurs: false })}>
              {words.keepTheirs}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
