import { signal } from '@preact/signals';
import type { TargetedDragEvent, TargetedSubmitEvent } from 'preact';
import type { Problem } from '../../problem.js';
import type { Dropped, ListedReport, Listing, OfficersFinding, ReadIn } from '../wire.js';
import { ask, Refused, reportPath } from './api.js';
import { Dialog } from './dialog.js';
import { addressOf } from './state.js';
import { said, words } from './words.js';

const listing = signal<Listing | undefined>(undefined);
const dialog = signal<'begin' | { readonly next: ListedReport } | undefined>(undefined);
const problems = signal<readonly Problem[]>([]);
const reading = signal<
  { readonly file: File; readonly read?: ReadIn; readonly answers: Record<string, string> } | undefined
>(undefined);
const officers = signal<{ readonly name: string; readonly all: readonly OfficersFinding[] } | undefined>(undefined);
const look = signal<
  { readonly name: string; readonly texts: readonly { readonly pointer: string; readonly text: string }[] } | undefined
>(undefined);

export async function loadReports(): Promise<void> {
  listing.value = await ask<Listing>('/reports');
}

/** Does something that the desk may refuse, and shows why. */
async function attempt(work: () => Promise<void>): Promise<void> {
  problems.value = [];
  try {
    await work();
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    problems.value = cause.problems;
  }
}

/** The folder's reports; new ones, and files of others, come in here. */
export function Start() {
  const list = listing.value;
  return (
    <main class="d-start" onDragOver={(event) => event.preventDefault()} onDrop={dropped}>
      <header class="d-start-head">
        <div>
          <h1>{words.reports}</h1>
          <p class="d-quiet">{list?.folder}</p>
        </div>
        <div class="d-actions">
          <FileButton />
          <button
            type="button"
            class="d-main"
            onClick={() => {
              problems.value = [];
              dialog.value = 'begin';
            }}
          >
            {words.begin}
          </button>
        </div>
      </header>
      {reading.value ? <Reading /> : null}
      {officers.value ? <Officers /> : null}
      {look.value ? <Look /> : null}
      {list && list.reports.length === 0 ? <p class="d-empty">{words.none}</p> : null}
      {list && list.reports.length > 0 ? (
        <table class="d-list">
          <thead>
            <tr>
              <th scope="col">{words.department}</th>
              <th scope="col">{words.year}</th>
              <th scope="col" class="d-wide">
                {words.kind}
              </th>
              <th scope="col" class="d-number">
                {words.projectsHead}
              </th>
              <th scope="col" class="d-number">
                {words.money}
              </th>
              <th scope="col">{words.findings}</th>
              <th scope="col" class="d-wide">
                {words.publish}
              </th>
              <th scope="col">
                <span class="d-hidden">{words.next}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {list.reports.map((each) => (
              <Line key={each.name} report={each} />
            ))}
          </tbody>
        </table>
      ) : null}
      <p class="d-drop">{words.drop}</p>
      {dialog.value === 'begin' ? <Begin regions={list?.regions ?? []} /> : null}
      {typeof dialog.value === 'object' ? <Next from={dialog.value.next} /> : null}
    </main>
  );
}

function Line({ report }: { readonly report: ListedReport }) {
  const { name, outline, projects, layouts, published, wrong } = report;
  if (!outline)
    return (
      <tr class="d-broken">
        <th scope="row">{name}</th>
        <td colSpan={7}>
          {words.cannotOpen}
          <ul>
            {wrong?.map(({ message, line }, index) => (
              <li key={index}>
                {line === undefined ? '' : `${words.line(line)}：`}
                {said(message)}
              </li>
            ))}
          </ul>
        </td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">
        <a href={addressOf(name, '')}>{outline.department || words.unnamed}</a>
        <small>{name}</small>
      </th>
      <td>{outline.year}</td>
      <td class="d-wide">{layouts.map(said).join('、')}</td>
      <td class="d-number d-count-of">{projects}</td>
      <td class="d-number">
        {outline.money}
        {outline.money ? <small> {outline.moneyUnit}</small> : null}
      </td>
      <td>
        <Counts faults={outline.faults} warnings={outline.warnings} />
      </td>
      <td class="d-wide d-quiet">{published === undefined ? words.notPublished : words.publishedPages(published)}</td>
      <td>
        <button
          type="button"
          class="d-link"
          aria-label={words.nextTitle(name)}
          onClick={() => {
            problems.value = [];
            dialog.value = { next: report };
          }}
        >
          {words.next}
        </button>
      </td>
    </tr>
  );
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
    <ul class="d-problems" role="alert">
      {all.map(({ severity, message, hint, place }, index) => (
        <li key={index} class={severity === 'error' ? 'd-is-error' : 'd-is-warning'}>
          {place?.cell ? <b>{place.cell}：</b> : null}
          {said(message)}
          {hint ? <small>{said(hint)}</small> : null}
        </li>
      ))}
    </ul>
  );
}

function Begin({ regions }: { readonly regions: readonly string[] }) {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(event.currentTarget));
    void attempt(async () => {
      const { name } = await ask<{ name: string }>('/reports', said);
      dialog.value = undefined;
      location.hash = addressOf(name, '');
    });
  };
  return (
    <Dialog title={words.beginTitle} close={closeDialog}>
      <form onSubmit={submit} class="d-form">
        <label>
          {words.region}
          <input name="region" required list="regions" placeholder={words.regionHint} />
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
            <input type="radio" name="table" value="project" defaultChecked />
            {words.ofProjects}
          </label>
          <label class="d-choice">
            <input type="radio" name="table" value="department" />
            {words.ofDepartment}
          </label>
        </fieldset>
        <ProblemList all={problems.value} />
        <Actions done={words.start} />
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

function Next({ from }: { readonly from: ListedReport }) {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const wish = { year: given.get('year'), money: given.has('money'), values: given.has('values') };
    void attempt(async () => {
      const { name, look: texts } = await ask<{ name: string; look: readonly { pointer: string; text: string }[] }>(
        reportPath(from.name, 'next'),
        wish,
      );
      dialog.value = undefined;
      await loadReports();
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

/** The texts of a report begun from last year's that name a year. */
function Look() {
  const now = look.value;
  if (!now) return null;
  return (
    <section class="d-panel" aria-label={words.next}>
      <p>{words.look(now.texts.length)}</p>
      <ul class="d-texts">
        {now.texts.map(({ pointer, text }) => {
          const project = /^\/units\/\d+\/projects\/\d+/.exec(pointer)?.[0] ?? '';
          return (
            <li key={pointer}>
              <a href={addressOf(now.name, project)}>{text.length > 60 ? `${text.slice(0, 60)}…` : text}</a>
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

function FileButton() {
  return (
    <label class="d-button">
      {words.choose}
      <input
        type="file"
        class="d-hidden"
        accept=".docx,.xlsx,.pdf,.html,.htm,.csv,.doc,.xls,.wps,.et"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void readFile(file, {});
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
}

function dropped(event: TargetedDragEvent<HTMLElement>): void {
  const [file] = event.dataTransfer?.files ?? [];
  if (!file) return;
  event.preventDefault();
  void readFile(file, {});
}

async function readFile(file: File, answers: Record<string, string>, keepAs?: string): Promise<void> {
  reading.value = {
    file,
    answers,
    ...(reading.value?.read && reading.value.file === file && { read: reading.value.read }),
  };
  await attempt(async () => {
    const query = new URLSearchParams({
      file: file.name,
      answers: JSON.stringify(answers),
      ...(keepAs !== undefined && { keep: 'yes', as: keepAs }),
    });
    const read = await ask<Dropped>(`/read?${query}`, file);
    if ('officers' in read) {
      reading.value = undefined;
      officers.value = { name: file.name, all: read.officers };
      return;
    }
    reading.value = { file, answers, read };
    if (read.name !== undefined) {
      reading.value = undefined;
      location.hash = addressOf(read.name, '');
    }
  });
}

/** What was understood of a file beside the file itself; nothing is in the folder until it is saved. */
function Reading() {
  const now = reading.value;
  if (!now) return null;
  const { file, read, answers } = now;
  const widest = Math.max(1, ...(read?.rows ?? []).map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
  const close = (): void => {
    reading.value = undefined;
    problems.value = [];
  };
  return (
    <section class="d-panel d-reading" aria-label={file.name}>
      <header class="d-start-head">
        <h2>{file.name}</h2>
        <button type="button" onClick={close}>
          {words.cancel}
        </button>
      </header>
      <ProblemList all={problems.value} />
      {!read && problems.value.length === 0 ? <p>{words.reading}</p> : null}
      {read ? (
        <div class="d-two">
          <div>
            <h3>{words.understood}</h3>
            <p>
              {read.by === 'data'
                ? words.readByData
                : read.layout
                  ? words.readBy(said(read.layout))
                  : words.readByHeads}
              ，{words.readFields(read.fields)}。
            </p>
            {read.questions.length > 0 ? (
              <form
                class="d-form"
                onSubmit={(event) => {
                  event.preventDefault();
                  const given = Object.fromEntries(
                    [...new FormData(event.currentTarget)]
                      .map(([key, value]) => [key, String(value)])
                      .filter(([, value]) => value !== ''),
                  );
                  void readFile(file, { ...answers, ...given });
                }}
              >
                <h4>{words.ask}</h4>
                {read.questions.map((question) => (
                  <label key={question.id}>
                    {said(question)}
                    {question.options.length > 0 ? (
                      <select name={question.id} value={answers[question.id] ?? question.proposed ?? ''}>
                        {question.options.map((option) => (
                          <option key={option.value} value={option.value}>
                            {said(option)}
                          </option>
                        ))}
                      </select>
                    ) : (
                      <input name={question.id} defaultValue={answers[question.id] ?? question.proposed ?? ''} />
                    )}
                  </label>
                ))}
                <p class="d-actions">
                  <button type="submit">{words.again}</button>
                </p>
              </form>
            ) : null}
            <Pieces title={read.left.length > 0 ? words.readLeft(read.left.length) : words.readAll} all={read.left} />
            {read.lost.length > 0 ? <Pieces title={words.readLost(read.lost.length)} all={read.lost} /> : null}
            {read.notes.length > 0 ? (
              <>
                <h4>{words.readNotes}</h4>
                <ul class="d-texts">
                  {read.notes.map((note, index) => (
                    <li key={index}>{said(note)}</li>
                  ))}
                </ul>
              </>
            ) : null}
            {read.problems.length > 0 ? (
              <>
                <h4>{words.cannotSave}</h4>
                <ProblemList all={read.problems} />
              </>
            ) : null}
            <form
              class="d-form"
              onSubmit={(event) => {
                event.preventDefault();
                const name = String(new FormData(event.currentTarget).get('as') ?? '');
                void readFile(file, answers, name);
              }}
            >
              <label>
                {words.saveAs}
                <input name="as" required defaultValue={file.name.replace(/\.[^.]*$/, '')} />
              </label>
              <p class="d-actions">
                <button
                  type="submit"
                  class="d-main"
                  disabled={read.problems.some(({ severity }) => severity === 'error')}
                >
                  {words.save}
                </button>
              </p>
            </form>
          </div>
          <div class="d-source" tabIndex={0} role="region" aria-label={words.source}>
            <h3>{words.source}</h3>
            <table>
              <tbody>
                {read.rows.map(({ cells, isLeft }, index) => (
                  <tr key={index} class={isLeft ? 'd-left' : ''}>
                    {cells.map(({ text, span }, column) => (
                      <td key={column} colSpan={column === 0 && cells.length === 1 ? widest : span}>
                        {text}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      ) : null}
    </section>
  );
}

/** What the officer found, each the way to its cell. */
function Officers() {
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

function Pieces({ title, all }: { readonly title: string; readonly all: ReadIn['left'] }) {
  return (
    <>
      <h4>{title}</h4>
      {all.length > 0 ? (
        <ul class="d-texts">
          {all.slice(0, 60).map(({ place, text, why }, index) => (
            <li key={index}>
              <span class="d-quiet">{said(place)}</span> {text.length > 80 ? `${text.slice(0, 80)}…` : text}{' '}
              <small>{said(why)}</small>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
