import { signal } from '@preact/signals';
import type { Problem } from '../../problem.js';
import { Refused } from './api.js';
import { said, words } from './words.js';

/** Why the desk has refused what was last asked for. */
export const problems = signal<readonly Problem[]>([]);

let isBusy = false;

/** Does something that the desk may refuse, and shows why. */
export async function attempt(work: () => Promise<void>): Promise<void> {
  // Pressed twice, it is done once.
  if (isBusy) return;
  isBusy = true;
  problems.value = [];
  try {
    await work();
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    problems.value = cause.problems;
  } finally {
    isBusy = false;
  }
}

export function Counts({ faults, warnings }: { readonly faults: number; readonly warnings: number }) {
  if (faults + warnings === 0) return <span class="d-quiet">{words.clean}</span>;
  return (
    <>
      {faults > 0 ? <span class="d-error">{words.faults(faults)}</span> : null}
      {faults > 0 && warnings > 0 ? '　' : null}
      {warnings > 0 ? <span class="d-warning">{words.warnings(warnings)}</span> : null}
    </>
  );
}

export function ProblemList({ all }: { readonly all: readonly Problem[] }) {
  if (all.length === 0) return null;
  return (
    <div role="alert">
      <ul class="d-problems">
        {all.map(({ severity, message, hint, place }, index) => (
          <li key={index} class={severity === 'error' ? 'd-is-error' : 'd-is-warning'}>
            {place?.cell ? <b>{said(place.cell)}：</b> : null}
            {said(message)}
            {hint ? <small>{said(hint)}</small> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
