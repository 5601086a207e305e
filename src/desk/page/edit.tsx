import { signal } from '@preact/signals';
import { FindingList } from './findings.js';
import { PrintedPages } from './pages.js';
import { PasteDialog } from './paste.js';
import { does, redo, undo } from './sending.js';
import { Form } from './sheet.js';
import {
  addressOf,
  broken,
  canRedo,
  canUndo,
  form,
  isLocked,
  isPublished,
  isRevising,
  isSaved,
  notUnderstood,
  outline,
  refocus,
  report,
  sheet,
  trouble,
} from './state.js';
import { Clashes, Strip } from './strip.js';
import { isListOpen, Tree } from './tree.js';
import { formOfKey } from './unread.js';
import { said, words } from './words.js';

/** Whether three columns are too many: on a small screen, or enlarged. */
const tooNarrow = matchMedia('(max-width: 75rem)');
const isNarrow = signal(tooNarrow.matches);
tooNarrow.addEventListener('change', ({ matches }) => {
  isNarrow.value = matches;
});

/** The desk: at the left the forms, in the middle the form in hand, at the right what is found in it and its printed pages. */
export function Edit() {
  return (
    <div class={(sheet.value?.width ?? 0) > 600 || isNarrow.value ? 'd-desk d-broad' : 'd-desk'}>
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
      {isPublishing ? null : (
        <button
          type="button"
          class="d-skip"
          onClick={() => document.querySelector<HTMLElement>('.sheet textarea')?.focus()}
        >
          {words.skip}
        </button>
      )}
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
  if (broken.value)
    return (
      <div class="d-notice" role="alert">
        <p>
          {words.broken}
          <small>{said(broken.value)}</small>
        </p>
        <button type="button" class="d-main" onClick={() => does({ type: 'replace' })}>
          {words.replace}
        </button>
      </div>
    );
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

/** To the first field whose text was not understood. */
function backToUnread(): void {
  const [key] = notUnderstood.value;
  if (key === undefined) return;
  refocus.value = { key };
  location.hash = addressOf(report.value, formOfKey(key) || form.value);
}
