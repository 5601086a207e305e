import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Published, type PublishedNow, publishedProducts } from '../wirePublished.js';
import { ask, download, Refused, reportPath } from './api.js';
import { TopBar } from './edit.js';
import { Counts, ProblemList } from './problems.js';
import { addressOf, outline, report } from './state.js';
import { said, timeWords, words } from './words.js';

const published = signal<Published | undefined>(undefined);
const done = signal<PublishedNow | undefined>(undefined);
const isMaking = signal(false);

async function load(name: string): Promise<void> {
  published.value = await ask<Published>(reportPath(name, 'published'));
}

/** Check, differences, formats, files: a report is made public in that order. */
export function Publish({ name }: { readonly name: string }) {
  useEffect(() => {
    published.value = undefined;
    done.value = undefined;
    void load(name);
  }, [name]);
  const now = published.value;
  const all = outline.value;
  if (!all) return null;
  return (
    <div class="d-desk d-publishing">
      <TopBar isPublishing />
      <main class="d-publish">
        <section>
          <h2>{words.check}</h2>
          <p>
            <Counts faults={all.faults} warnings={all.warnings} />
          </p>
          {all.faults > 0 ? <p class="d-quiet">{words.stops}</p> : null}
          <ul class="d-where">
            {[
              ...(all.overall ? [{ ...all.overall, name: words.whole }] : []),
              ...all.units.flatMap(({ forms }) => forms),
            ]
              .filter(({ faults, warnings }) => faults + warnings > 0)
              .map((each) => (
                <li key={each.form}>
                  <a href={addressOf(report.value, each.form)}>{each.name || words.unnamed}</a>{' '}
                  <Counts faults={each.faults} warnings={each.warnings} />
                </li>
              ))}
          </ul>
        </section>
        <section>
          <h2>{words.differences}</h2>
          <Differences now={now} />
        </section>
        <section>
          <h2>{words.make}</h2>
          {now ? <Make name={name} formats={now.formats} /> : <p class="d-quiet">…</p>}
          <Done />
        </section>
        <section>
          <h2>{words.madeFiles}</h2>
          {now ? <Files name={name} files={now.files} /> : <p class="d-quiet">…</p>}
        </section>
      </main>
    </div>
  );
}

function Differences({ now }: { readonly now: Published | undefined }) {
  if (!now) return <p class="d-quiet">…</p>;
  if (!now.changes) return <p class="d-quiet">{words.first}</p>;
  if (now.changes.length === 0) return <p class="d-quiet">{words.noDifferences}</p>;
  return (
    <div class="d-scroll" role="region" tabIndex={0} aria-label={words.differences}>
      <table class="d-list">
        <thead>
          <tr>
            <th scope="col">{words.where}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
            <th scope="col">{words.change}</th>
          </tr>
        </thead>
        <tbody>
          {now.changes.slice(0, 200).map(({ owner, cell, before, after, deed }, index) => (
            <tr key={index}>
              <th scope="row">
                {said(cell)}
                <small>{said(owner)}</small>
              </th>
              <td>{before ? said(before) : ''}</td>
              <td>{after ? said(after) : ''}</td>
              <td>{said(deed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Make({ name, formats }: { readonly name: string; readonly formats: readonly string[] }) {
  return (
    <form
      class="d-form"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        void make(name, {
          formats: given.getAll('format'),
          products: given.getAll('product'),
          draft: given.has('draft'),
          overwrite: given.has('overwrite'),
        });
      }}
    >
      <fieldset class="d-formats">
        <legend>{words.products}</legend>
        {publishedProducts.map((product) => (
          <label key={product} class="d-choice">
            <input type="checkbox" name="product" value={product} defaultChecked={product === 'tables'} />
            {words.productNames[product]}
          </label>
        ))}
      </fieldset>
      <fieldset class="d-formats">
        <legend>{words.formats}</legend>
        {formats.map((format) => (
          <label key={format} class="d-choice">
            <input
              type="checkbox"
              name="format"
              value={format}
              defaultChecked={format === 'pdf' || format === 'docx'}
            />
            {words.formatNames[format] ?? format}
          </label>
        ))}
      </fieldset>
      <fieldset class="d-formats">
        <legend>{words.ways}</legend>
        <label class="d-choice">
          <input type="checkbox" name="draft" />
          {words.draft}
        </label>
        <label class="d-choice">
          <input type="checkbox" name="overwrite" />
          {words.overwrite}
        </label>
      </fieldset>
      <p class="d-actions">
        <button type="submit" class="d-main" disabled={isMaking.value}>
          {words.makeNow}
        </button>
      </p>
    </form>
  );
}

async function make(name: string, wish: object): Promise<void> {
  isMaking.value = true;
  done.value = undefined;
  try {
    done.value = await ask<PublishedNow>(reportPath(name, 'published'), wish);
    await load(name);
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    done.value = { failed: true, pages: 0, problems: cause.problems };
  } finally {
    isMaking.value = false;
  }
}

function Done() {
  const now = done.value;
  if (isMaking.value)
    return (
      <p role="status" class="d-progress">
        {words.making}
      </p>
    );
  if (!now) return null;
  return (
    <div role="status">
      <p>{!now.failed ? words.made(now.pages) : now.pages > 0 ? words.partly : words.failed}</p>
      <ProblemList all={now.problems} />
    </div>
  );
}

/** What was published, when, and to be had again. */
function Files({ name, files }: { readonly name: string; readonly files: Published['files'] }) {
  if (files.length === 0) return <p class="d-quiet">{words.noFiles}</p>;
  return (
    <table class="d-list">
      <thead>
        <tr>
          <th scope="col">{words.file}</th>
          <th scope="col" class="d-wide">
            {words.fileKind}
          </th>
          <th scope="col" class="d-number">
            {words.fileSize}
          </th>
          <th scope="col">{words.when}</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.name}>
            <th scope="row">
              <button type="button" class="d-link" onClick={() => void download(name, file.name)}>
                {file.name}
              </button>
            </th>
            <td class="d-wide">{words.formatNames[file.format] ?? file.format}</td>
            <td class="d-number">{Math.max(1, Math.round(file.size / 1024))} kB</td>
            <td class="d-time">
              {timeWords(file.made)}
              {file.isOld ? <small class="d-warning"> {words.isOld}</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
