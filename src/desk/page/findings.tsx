import { useSignal } from '@preact/signals';
import type { DeskFinding } from '../wire.js';
import { Counts } from './problems.js';
import { does } from './sending.js';
import { accepted, findings, isLocked, refocus, sheet } from './state.js';
import { said, words } from './words.js';

/** What was found in the form in hand, the worst first; each leads to its cell, is mended where that is certain, or accepted. */
export function FindingList() {
  const all = findings.value;
  const order = { error: 0, warning: 1, hint: 2 } as const;
  const sorted = [...all].sort((left, right) => order[left.severity] - order[right.severity]);
  return (
    <section class="d-findings">
      <h2>
        {words.findings}
        <Counts
          faults={all.filter(({ severity }) => severity === 'error').length}
          warnings={all.filter(({ severity }) => severity === 'warning').length}
        />
      </h2>
      <ol>
        {sorted.map((finding) => (
          <Finding key={`${finding.code} ${finding.pointer} ${finding.message.zh}`} finding={finding} />
        ))}
      </ol>
      {accepted.value.length > 0 ? (
        <details>
          <summary>{words.accepted(accepted.value.length)}</summary>
          <ol>
            {accepted.value.map((finding) => (
              <Finding key={`${finding.code} ${finding.pointer}`} finding={finding} />
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  );
}

function Finding({ finding }: { readonly finding: DeskFinding }) {
  const { severity, message, hint, cell, field, pointer, mended, reason } = finding;
  const go = (): void => {
    if (field !== undefined) refocus.value = { key: field };
    else refocus.value = { pointer };
  };
  return (
    <li class={severity === 'error' ? 'd-is-error' : 'd-is-warning'}>
      <button type="button" class="d-go" onClick={go}>
        <b>{severity === 'error' ? words.error : words.warning}</b>
        <span>
          {cell.zh ? <em>{said(cell)}</em> : null}
          {said(message)}
        </span>
      </button>
      {hint || reason ? <small>{reason ?? (hint && said(hint))}</small> : null}
      {mended !== undefined && !isLocked.value ? (
        <button type="button" class="d-link" onClick={() => mend(finding)}>
          {words.mend}
        </button>
      ) : null}
      {isLocked.value ? null : <Acceptance finding={finding} />}
    </li>
  );
}

/** A finding that is right as it stands needs a reason; one that has it can be opened again. */
function Acceptance({ finding: { code, pointer, reason } }: { readonly finding: DeskFinding }) {
  const isAsking = useSignal(false);
  const accept = (why: string): void => {
    isAsking.value = false;
    does({ type: 'accept', code, pointer, reason: why });
  };
  if (reason !== undefined || code === 'acceptance-unused')
    return (
      <button type="button" class="d-link" onClick={() => accept('')}>
        {words.acceptOver}
      </button>
    );
  if (!isAsking.value)
    return (
      <button
        type="button"
        class="d-link"
        onClick={() => {
          isAsking.value = true;
        }}
      >
        {words.accept}
      </button>
    );
  return (
    <form
      class="d-form"
      onSubmit={(event) => {
        event.preventDefault();
        accept(String(new FormData(event.currentTarget).get('why') ?? ''));
      }}
    >
      <label>
        {words.acceptWhy}
        <input name="why" required pattern=".*\S.*" placeholder={words.acceptSuch} ref={(box) => box?.focus()} />
      </label>
      <button type="submit">{words.accept}</button>
    </form>
  );
}

function mend({ pointer, mended = '', field }: DeskFinding): void {
  const was =
    Object.values(sheet.value?.fields ?? {}).find(({ pointers: [first] }) => first === pointer)?.was ??
    sheet.value?.fields[field ?? '']?.was;
  if (was !== undefined) does({ type: 'put', pointer, text: mended, was });
}
