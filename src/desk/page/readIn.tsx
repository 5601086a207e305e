import { signal } from '@preact/signals';
import type { TargetedDragEvent } from 'preact';
import type { Dropped, ReadIn } from '../wireReading.js';
import { ask } from './api.js';
import { officers } from './officers.js';
import { attempt, ProblemList, problems } from './problems.js';
import { addressOf } from './state.js';
import { said, words } from './words.js';

/** The file that is being read in. */
const reading = signal<
  { readonly file: File; readonly read?: ReadIn; readonly answers: Record<string, string> } | undefined
>(undefined);

export function FileButton() {
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

export function dropped(event: TargetedDragEvent<HTMLElement>): void {
  const [file] = event.dataTransfer?.files ?? [];
  if (!file) return;
  event.preventDefault();
  void readFile(file, {});
}

async function readFile(
  file: File,
  answers: Record<string, string>,
  keep?: { readonly as: string; readonly form: boolean },
): Promise<void> {
  reading.value = {
    file,
    answers,
    ...(reading.value?.read && reading.value.file === file && { read: reading.value.read }),
  };
  await attempt(async () => {
    const query = new URLSearchParams({
      file: file.name,
      answers: JSON.stringify(answers),
      ...(keep && { keep: 'yes', as: keep.as, form: keep.form ? 'yes' : '' }),
    });
    const read = await ask<Dropped>(`/read?${query}`, file);
    if ('officers' in read) {
      reading.value = undefined;
      officers.value = { name: file.name, all: read.officers };
      return;
    }
    reading.value = { file, answers, read };
    if (read.name !== undefined && !read.made?.looks.length) {
      reading.value = undefined;
      location.hash = addressOf(read.name, '');
    }
  });
}

/** What was understood of a file beside the file itself; nothing is in the folder until it is saved. */
export function Reading() {
  const now = reading.value;
  if (!now) return null;
  const { file, read, answers } = now;
  const widest = Math.max(1, ...(read?.rows ?? []).map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
  const isOpen = read?.questions.some(({ proposed }) => proposed === undefined) === true;
  const close = (): void => {
    reading.value = undefined;
    problems.value = [];
  };
  if (read?.made && read.name !== undefined) return <Made name={read.name} made={read.made} close={close} />;
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
              {words.readFields(read.fields)}
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
            <details class="d-values">
              <summary>{words.readValues}</summary>
              {read.values.map(({ title, rows }, index) => (
                <div key={index}>
                  {title === '' ? null : <h4>{title}</h4>}
                  <dl>
                    {rows.map(({ label, value }, nth) => (
                      <div key={nth}>
                        <dt>{label}</dt>
                        <dd>{value}</dd>
                      </div>
                    ))}
                  </dl>
                </div>
              ))}
            </details>
            {isOpen ? <p class="d-error">{words.answerFirst}</p> : null}
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
                const given = new FormData(event.currentTarget);
                void readFile(file, answers, { as: String(given.get('as') ?? ''), form: given.has('form') });
              }}
            >
              <label>
                {words.saveAs}
                <input name="as" required defaultValue={file.name.replace(/\.[^.]*$/, '')} />
              </label>
              {read.mayMake ? (
                <label class="d-choice">
                  <input type="checkbox" name="form" defaultChecked /> {words.makeForm}
                </label>
              ) : null}
              <p class="d-actions">
                <button
                  type="submit"
                  class="d-main"
                  disabled={isOpen || read.problems.some(({ severity }) => severity === 'error')}
                >
                  {words.save}
                </button>
              </p>
            </form>
          </div>
          <div class="d-source" tabIndex={0} role="region" aria-label={words.source}>
            <h3>{words.source}</h3>
            {read.rows.length === 0 ? <p class="d-quiet">{words.sourceCarried}</p> : null}
            <table>
              <tbody>
                {read.rows.map(({ cells }, index) => (
                  <tr key={index}>
                    {cells.map(({ text, span, isLeft }, column) => (
                      <td
                        key={column}
                        class={isLeft ? 'd-left' : ''}
                        colSpan={column === 0 && cells.length === 1 ? widest : span}
                      >
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

/** The layout that was made of the file, with what its user has to look at before going on. */
function Made({
  name,
  made,
  close,
}: {
  readonly name: string;
  readonly made: NonNullable<ReadIn['made']>;
  readonly close: () => void;
}) {
  return (
    <section class="d-panel d-reading" aria-label={said(made.name)}>
      <h2>{words.formMade(said(made.name))}</h2>
      <PieceList all={made.looks} />
      <p class="d-actions">
        <button
          type="button"
          class="d-main"
          onClick={() => {
            close();
            location.hash = addressOf(name, '');
          }}
        >
          {words.toReport}
        </button>
      </p>
    </section>
  );
}

function Pieces({ title, all }: { readonly title: string; readonly all: ReadIn['left'] }) {
  return (
    <>
      <h4>{title}</h4>
      {all.length > 0 ? <PieceList all={all} /> : null}
    </>
  );
}

function PieceList({ all }: { readonly all: ReadIn['left'] }) {
  return (
    <ul class="d-texts">
      {all.slice(0, 60).map(({ place, text, why }, index) => (
        <li key={index}>
          <span class="d-quiet">{said(place)}</span> {text.length > 80 ? `${text.slice(0, 80)}…` : text}{' '}
          <small>{said(why)}</small>
        </li>
      ))}
    </ul>
  );
}
