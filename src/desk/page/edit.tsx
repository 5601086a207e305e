import type { DeskFinding } from '../wire.js';
import { PrintedPages } from './pages.js';
import { PasteDialog } from './paste.js';
import { Counts } from './problems.js';
import { Form } from './sheet.js';
import {
  addressOf,
  canRedo,
  canUndo,
  does,
  findings,
  form,
  isLocked,
  isPublished,
  isRevising,
  isSaved,
  notUnderstood,
  outline,
  redo,
  refocus,
  report,
  sheet,
  trouble,
  undo,
} from './state.js';
import { Clashes, Strip } from './strip.js';
import { isListOpen, Tree } from './tree.js';
import { formOfKey } from './unread.js';
import { said, words } from './words.js';

/** The desk: at the left the forms, in the middle the form in hand, at the right what is found in it and its printed pages. */
export function Edit() {
  return (
    <div class={(sheet.value?.width ?? 0) > 600 ? 'd-desk d-broad' : 'd-desk'}>
      <TopBar />
      <nav class={isListOpen.value ? 'd-tree d-is-open' : 'd-tree'} aria-label={words.forms}>
        <Tree />
      </nav>
      <main class="d-middle" id="d-middle" tabIndex={-1}>
        <Notices />
        <Clashes />
        <div class="d-paper">
          <Form />
        </div>
        <p class="d-help">{words.help}</p>
        <Strip />
      </main>
      <aside class="d-side" aria-label={words.findings}>
        <FindingList />
        <PrintedPages />
      </aside>
      <PasteDialog />
    </div>
  );
}

export function TopBar({ isPublishing = false }: { readonly isPublishing?: boolean }) {
  const now = outline.value;
  return (
    <header class="d-top">
      <a class="d-home" href="#/">
        {words.all}
      </a>
      {isPublishing ? null : (
        <button
          type="button"
          class="d-narrow-only"
          aria-expanded={isListOpen.value}
          onClick={() => {
            isListOpen.value = !isListOpen.value;
          }}
        >
          {words.menu}
        </button>
      )}
      <h1>
        {now ? (
          <>
            {now.department || words.unnamed}
            <small>
              {now.year} · {sheet.value && said(sheet.value.layout)}
            </small>
          </>
        ) : (
          report.value
        )}
      </h1>
      <span class={trouble.value === '' ? 'd-state' : 'd-state d-error'} role="status">
        {notUnderstood.value[0] !== undefined ? (
          <button type="button" onClick={backToUnread}>
            {words.notUnderstood(notUnderstood.value.length)}
          </button>
        ) : trouble.value === 'offline' ? (
          words.offline
        ) : trouble.value !== '' ? (
          trouble.value
        ) : isSaved.value ? (
          words.saved
        ) : (
          words.saving
        )}
      </span>
      {isPublishing ? null : (
        <>
          <button
            type="button"
            disabled={canUndo.value === undefined || isLocked.value}
            title={canUndo.value && said(canUndo.value)}
            onClick={undo}
          >
            {words.undo}
          </button>
          <button
            type="button"
            disabled={canRedo.value === undefined || isLocked.value}
            title={canRedo.value && said(canRedo.value)}
            onClick={redo}
          >
            {words.redo}
          </button>
        </>
      )}
      {isPublishing ? (
        <a class="d-button" href={addressOf(report.value, form.value)}>
          {words.fill}
        </a>
      ) : (
        <a class="d-button d-main" href={addressOf(report.value, '!publish')}>
          {words.publish}
        </a>
      )}
    </header>
  );
}

function Notices() {
  if (!isPublished.value || isRevising.value) return null;
  return (
    <p class="d-notice">
      {words.isPublished}
      <button
        type="button"
        class="d-main"
        onClick={() => {
          isRevising.value = true;
        }}
      >
        {words.revise}
      </button>
    </p>
  );
}

function FindingList() {
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
      {all.length === 0 ? <p class="d-quiet">{words.noFindings}</p> : null}
      <ol>
        {sorted.map((finding) => (
          <Finding key={`${finding.code} ${finding.pointer} ${finding.message.zh}`} finding={finding} />
        ))}
      </ol>
    </section>
  );
}

function Finding({ finding }: { readonly finding: DeskFinding }) {
  const { severity, message, hint, cell, field, pointer, mended } = finding;
  const go = (): void => {
    if (field !== undefined) refocus.value = { key: field };
    else refocus.value = { pointer };
  };
  return (
    <li class={severity === 'error' ? 'd-is-error' : 'd-is-warning'}>
      <button type="button" class="d-go" onClick={go}>
        <b>{severity === 'error' ? words.error : words.warning}</b>
        <span>
          {cell ? <em>{cell}</em> : null}
          {said(message)}
        </span>
      </button>
      {hint ? <small>{said(hint)}</small> : null}
      {mended !== undefined && !isLocked.value ? (
        <button type="button" class="d-link" onClick={() => mend(finding)}>
          {words.mend}
        </button>
      ) : null}
    </li>
  );
}

/** To the first field whose text was not understood. */
function backToUnread(): void {
  const [key] = notUnderstood.value;
  if (key === undefined) return;
  refocus.value = { key };
  location.hash = addressOf(report.value, formOfKey(key) || form.value);
}

function mend({ pointer, mended = '', field }: DeskFinding): void {
  const was =
    Object.values(sheet.value?.fields ?? {}).find(({ pointers: [first] }) => first === pointer)?.was ??
    sheet.value?.fields[field ?? '']?.was;
  if (was !== undefined) does({ type: 'put', pointer, text: mended, was });
}
