import { signal } from '@preact/signals';
import type { OfficersFinding } from '../wireReading.js';
import { addressOf } from './state.js';
import { words } from './words.js';

/** The findings of a workbook that was dropped. */
export const officers = signal<{ readonly name: string; readonly all: readonly OfficersFinding[] } | undefined>(
  undefined,
);

/** What the officer found, each the way to its cell. */
export function Officers() {
  const now = officers.value;
  if (!now) return null;
  return (
    <section class="d-panel d-officers" aria-label={now.name}>
      <header class="d-start-head">
        <h2>{now.name}</h2>
        <button
          type="button"
          onClick={() => {
            officers.value = undefined;
          }}
        >
          {words.closeRows}
        </button>
      </header>
      <p>{words.officers(now.all.length)}</p>
      <ul class="d-problems">
        {now.all.map(({ report, form = '', pointer = '', file, table, cell, message, hint, isError }, index) => (
          <li key={index} class={isError ? 'd-is-error' : 'd-is-warning'}>
            <small>{[report ?? file, table, cell].filter(Boolean).join(' · ')}</small>
            {report !== undefined ? <a href={addressOf(report, form, pointer)}>{message}</a> : message}
            {hint ? <small>{hint}</small> : <small>{report === undefined ? words.notHere : ''}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}
