import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskFinding, OutlineForm, OutlineUnit } from '../wire.js';
import { PrintedPages } from './pages.js';
import { PasteDialog } from './paste.js';
import { Form } from './sheet.js';
import { Counts } from './start.js';
import {
  addressOf,
  canRedo,
  canUndo,
  clashes,
  conflict,
  does,
  draftOf,
  findings,
  form,
  inHand,
  isLocked,
  isPublished,
  isRevising,
  isSaved,
  notUnderstood,
  outline,
  redo,
  refocus,
  report,
  resolve,
  sheet,
  trouble,
  typed,
  understood,
  undo,
} from './state.js';
import { said, words } from './words.js';

const isListOpen = signal(false);

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
      <span class="d-state" role="status">
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

/** Values that another program has changed while they were changed here: both versions, to choose from. */
function Clashes() {
  const lost = conflict.value;
  if (lost && !sheet.value?.fields[lost.key])
    return (
      <p class="d-notice" role="alert">
        {words.gone(lost.yours)}
        <button type="button" onClick={() => resolve(false)}>
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
            <a href={addressOf(report.value, at, pointer)}>{cell}</a>
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

function Tree() {
  const now = outline.value;
  if (!now) return null;
  return (
    <>
      {now.overall ? <FormLink each={now.overall} name={words.whole} /> : null}
      {now.units.map((unit) => (
        <UnitPart key={unit.pointer} unit={unit} isOnly={now.units.length === 1} />
      ))}
      <p class="d-tree-tools">
        <button
          type="button"
          class="d-link"
          disabled={isLocked.value}
          onClick={() => does({ type: 'unit', how: 'add', at: now.units[now.units.length - 1]?.pointer ?? '/units' })}
        >
          ＋ {words.addUnit}
        </button>
      </p>
    </>
  );
}

function UnitPart({ unit, isOnly }: { readonly unit: OutlineUnit; readonly isOnly: boolean }) {
  const last = unit.forms[unit.forms.length - 1]?.form ?? `${unit.pointer}/projects`;
  return (
    <section>
      <h2>
        {unit.name || words.unnamed}
        {isOnly ? null : (
          <button
            type="button"
            class="d-link d-quiet"
            disabled={isLocked.value}
            aria-label={`${words.remove} ${unit.name}`}
            onClick={() => does({ type: 'unit', how: 'remove', at: unit.pointer })}
          >
            ×
          </button>
        )}
      </h2>
      <ul>
        {unit.forms.map((each) => (
          <li key={each.form}>
            <FormLink each={each} name={each.name || words.unnamed} />
            {each.form === form.value && !isLocked.value ? <ProjectTools at={each.form} /> : null}
          </li>
        ))}
      </ul>
      <p class="d-tree-tools">
        <button
          type="button"
          class="d-link"
          disabled={isLocked.value}
          onClick={() => does({ type: 'project', how: 'add', at: last })}
        >
          ＋ {words.addProject}
        </button>
      </p>
    </section>
  );
}

function FormLink({ each, name }: { readonly each: OutlineForm; readonly name: string }) {
  const isHere = each.form === form.value;
  // Its own name is shown as it is typed.
  const own = isHere ? sheet.value?.fields[`text ${each.form}/name`] : undefined;
  const shown = own ? (draftOf(own.key).value ?? own.text) || words.unnamed : name;
  return (
    <a
      href={addressOf(report.value, each.form)}
      class={isHere ? 'd-form-link d-here' : 'd-form-link'}
      aria-current={isHere ? 'page' : undefined}
      onClick={() => {
        isListOpen.value = false;
      }}
    >
      <span>
        {shown}
        {each.withheld ? <small>{words.withheld}</small> : null}
      </span>
      {each.faults + each.warnings > 0 ? (
        <span
          class={each.faults > 0 ? 'd-count d-error' : 'd-count d-warning'}
          title={[
            each.faults > 0 ? words.faults(each.faults) : '',
            each.warnings > 0 ? words.warnings(each.warnings) : '',
          ]
            .filter(Boolean)
            .join('，')}
        >
          {each.faults + each.warnings}
        </span>
      ) : null}
    </a>
  );
}

function ProjectTools({ at }: { readonly at: string }) {
  const act = (how: 'copy' | 'up' | 'down' | 'remove') => () => does({ type: 'project', how, at });
  return (
    <p class="d-tree-tools d-project-tools">
      <button type="button" class="d-link" onClick={act('copy')}>
        {words.copy}
      </button>
      <button type="button" class="d-link" onClick={act('up')}>
        {words.up}
      </button>
      <button type="button" class="d-link" onClick={act('down')}>
        {words.down}
      </button>
      <button type="button" class="d-link" onClick={act('remove')}>
        {words.remove}
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
  if (key !== undefined) refocus.value = { key };
}

function mend({ pointer, mended = '', field }: DeskFinding): void {
  const was =
    Object.values(sheet.value?.fields ?? {}).find(({ pointers: [first] }) => first === pointer)?.was ??
    sheet.value?.fields[field ?? '']?.was;
  if (was !== undefined) does({ type: 'put', pointer, text: mended, was });
}

/** One line below the cell in hand: what was understood, what is usual there, what somebody else has written. It moves no row. */
function Strip() {
  const box = useRef<HTMLDivElement>(null);
  const key = conflict.value?.key ?? inHand.value;
  const field = sheet.value?.fields[key];
  const told = understood.value.get(key);
  const clash = conflict.value;
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
  const isSaid = told && (draft !== undefined || !told.taken) && said(told.words) !== '';
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
