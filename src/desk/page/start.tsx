import { signal } from '@preact/signals';
import type { FaultyLayout, ListedReport, Listing } from '../wireListing.js';
import { ask } from './api.js';
import { Beginning, Look, openBegin, openNext } from './begin.js';
import { Officers } from './officers.js';
import { Counts } from './problems.js';
import { dropped, FileButton, Reading } from './readIn.js';
import { addressOf } from './state.js';
import { said, timeWords, words } from './words.js';

const listing = signal<Listing | undefined>(undefined);
export async function loadReports(): Promise<void> {
  listing.value = await ask<Listing>('/reports');
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
          <button type="button" class="d-main" onClick={openBegin}>
            {words.begin}
          </button>
        </div>
      </header>
      <Reading />
      <Officers />
      <Look />
      {list?.faultyLayouts ? <FaultyLayouts all={list.faultyLayouts} /> : null}
      {list && list.reports.length === 0 ? <p class="d-empty">{words.none}</p> : null}
      {list && list.reports.length > 0 ? (
        <table class="d-list">
          <thead>
            <tr>
              <th scope="col">{words.department}</th>
              <th scope="col">{words.year}</th>
              <th scope="col" class="d-wide">
                {words.formHead}
              </th>
              <th scope="col" class="d-number">
                {words.projectsHead}
              </th>
              <th scope="col" class="d-number">
                {words.money}
              </th>
              <th scope="col">{words.findings}</th>
              <th scope="col" class="d-wide">
                {words.publishedHead}
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
      <Beginning regions={list?.regions ?? []} />
    </main>
  );
}

function FaultyLayouts({ all }: { readonly all: readonly FaultyLayout[] }) {
  return (
    <section class="d-faulty" role="status">
      {words.faultyLayouts}
      <ul>
        {all.map(({ id, faults }) => (
          <li key={id}>
            <b>{id}</b>
            <ul>
              {faults.map(({ message, hint, place }, index) => (
                <li key={index}>
                  {place ? <code>{said(place)}</code> : null} {said(message)}
                  {hint ? <small> {said(hint)}</small> : null}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
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
      <td class="d-wide d-quiet">
        {published ? words.publishedPages(published.pages, timeWords(published.made)) : words.notPublished}
      </td>
      <td>
        <button type="button" class="d-link" aria-label={words.nextTitle(name)} onClick={() => openNext(report)}>
          {words.next}
        </button>
      </td>
    </tr>
  );
}
