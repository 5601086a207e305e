import { signal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import type { BegunReport, ListedReport, YearInText } from '../wireListing.js';
import { ask, reportPath } from './api.js';
import { Dialog } from './dialog.js';
import { attempt, ProblemList, problems } from './problems.js';
import { addressOf } from './state.js';
import { said, words } from './words.js';

/** Which report is to be begun: an empty one, or the next year's of one that is there. */
const dialog = signal<'begin' | { readonly next: ListedReport } | undefined>(undefined);

/** The texts of a report begun from last year's that name a year or a day. */
const look = signal<{ readonly name: string; readonly texts: readonly YearInText[] } | undefined>(undefined);

/** The forms that a region has for what is to be begun, where it has several. */
const which = signal<NonNullable<BegunReport['layouts']>>([]);

export function openBegin(): void {
  problems.value = [];
  which.value = [];
  dialog.value = 'begin';
}

export function openNext(next: ListedReport): void {
  problems.value = [];
  dialog.value = { next };
}

/** The window in which a report is begun, while it is open. */
export function Beginning({ regions }: { readonly regions: readonly string[] }) {
  if (dialog.value === 'begin') return <Begin regions={regions} />;
  return dialog.value ? <Next from={dialog.value.next} /> : null;
}

function noneOf(): void {
  which.value = [];
}

function Begin({ regions }: { readonly regions: readonly string[] }) {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget));
    void attempt(async () => {
      const { name, layouts = [] } = await ask<BegunReport>('/reports', given);
      which.value = layouts;
      if (name === undefined) return;
      dialog.value = undefined;
      location.hash = addressOf(name, '');
    });
  };
  return (
    <Dialog title={words.beginTitle} close={closeDialog}>
      <form onSubmit={submit} class="d-form">
        <label>
          {words.region}
          <input name="region" required list="regions" placeholder={words.regionHint} onInput={noneOf} />
        </label>
        <datalist id="regions">
          {regions.map((region) => (
            <option key={region} value={region} />
          ))}
        </datalist>
        <label>
          {words.year}
          <input
            name="year"
            required
            inputMode="numeric"
            pattern="(19|20|21)\d\d"
            value={String(new Date().getFullYear() + 1)}
          />
        </label>
        <label>
          {words.department}
          <input name="department" required />
        </label>
        <label>
          {words.unit}
          <input name="unit" placeholder={words.unitHint} />
        </label>
        <fieldset>
          <legend>{words.kind}</legend>
          <label class="d-choice">
            <input type="radio" name="table" value="project" defaultChecked onChange={noneOf} />
            {words.ofProjects}
          </label>
          <label class="d-choice">
            <input type="radio" name="table" value="department" onChange={noneOf} />
            {words.ofDepartment}
          </label>
        </fieldset>
        {which.value.length > 0 ? (
          <fieldset>
            <legend>{words.whichForm}</legend>
            {which.value.map((each, index) => (
              <label key={each.id} class="d-choice">
                <input type="radio" name="layout" value={each.id} defaultChecked={index === 0} />
                {said(each)}
              </label>
            ))}
          </fieldset>
        ) : null}
        <ProblemList all={problems.value} />
        <Actions done={words.start} />
      </form>
    </Dialog>
  );
}

function Next({ from }: { readonly from: ListedReport }) {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const wish = { year: given.get('year'), money: given.has('money'), values: given.has('values') };
    void attempt(async () => {
      const { name, look: texts } = await ask<{ name: string; look: readonly YearInText[] }>(
        reportPath(from.name, 'next'),
        wish,
      );
      dialog.value = undefined;
      if (texts.length > 0) look.value = { name, texts };
      else location.hash = addressOf(name, '');
    });
  };
  return (
    <Dialog
      title={words.nextTitle(`${from.outline?.department || from.name} ${from.outline?.year ?? ''}`.trim())}
      close={closeDialog}
    >
      <form onSubmit={submit} class="d-form">
        <p class="d-quiet">{words.nextNote}</p>
        <label>
          {words.year}
          <input name="year" required inputMode="numeric" value={String((from.outline?.year ?? 0) + 1)} />
        </label>
        <label class="d-choice">
          <input type="checkbox" name="money" />
          {words.keepMoney}
        </label>
        <label class="d-choice">
          <input type="checkbox" name="values" defaultChecked />
          {words.keepValues}
        </label>
        <ProblemList all={problems.value} />
        <Actions done={words.draftNext} />
      </form>
    </Dialog>
  );
}

/** The end of a dialog's form: leave it, or do what it is for. */
function Actions({ done }: { readonly done: string }) {
  return (
    <p class="d-actions">
      <button type="button" onClick={closeDialog}>
        {words.cancel}
      </button>
      <button type="submit" class="d-main">
        {done}
      </button>
    </p>
  );
}

function closeDialog(): void {
  dialog.value = undefined;
}

/** They are shown for a look, each the way to its cell. */
export function Look() {
  const now = look.value;
  if (!now) return null;
  return (
    <section class="d-panel" aria-label={words.next}>
      <p>{words.look(now.texts.length)}</p>
      <ul class="d-texts">
        {now.texts.map(({ pointer, part }) => {
          const project = /^\/units\/\d+\/projects\/\d+/.exec(pointer)?.[0];
          const own = project ?? (pointer.startsWith('/department/overall/') ? 'overall' : '');
          return (
            <li key={pointer}>
              <a href={addressOf(now.name, own, pointer)}>{part}</a>
            </li>
          );
        })}
      </ul>
      <p class="d-actions">
        <a class="d-button d-main" href={addressOf(now.name, '')}>
          {words.start}
        </a>
      </p>
    </section>
  );
}
