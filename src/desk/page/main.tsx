import './desk.css';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { listen, takeToken } from './api.js';
import { Edit } from './edit.js';
import { Publish } from './publish.js';
import { openForm, refresh } from './sending.js';
import { loadReports, Start } from './start.js';
import { changes, isSaved, refocus, report, trouble, version } from './state.js';
import { isEnglish, said, words } from './words.js';

/** Where the page is: the list, a form of a report, or its publication. */
type Place =
  | { readonly view: 'start' }
  | { readonly view: 'edit'; readonly name: string; readonly form: string; readonly pointer: string }
  | { readonly view: 'publish'; readonly name: string };

const place = signal<Place>({ view: 'start' });
const wrong = signal('');

function placeNow(): Place {
  const [name = '', second = '', pointer = ''] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  if (name === '') return { view: 'start' };
  return second === '!publish' ? { view: 'publish', name } : { view: 'edit', name, form: second, pointer };
}

async function go(): Promise<void> {
  const { hash } = location;
  // One may have gone on meanwhile.
  const isWanted = (): boolean => location.hash === hash;
  const now = placeNow();
  wrong.value = '';
  try {
    if (now.view === 'start') await loadReports();
    else await openForm(now.name, now.view === 'edit' ? now.form : '', isWanted);
    if (!isWanted()) return;
    place.value = now;
    if (now.view === 'edit' && now.pointer !== '') refocus.value = { pointer: now.pointer };
  } catch (cause) {
    if (!isWanted()) return;
    wrong.value = cause instanceof TypeError ? words.offline : cause instanceof Error ? cause.message : String(cause);
  }
}

function Page() {
  const now = place.value;
  if (wrong.value !== '')
    return (
      <main class="d-alone">
        <h1>{words.cannotOpen}</h1>
        <p role="alert">{wrong.value}</p>
        <p>
          <a href="#/">{words.all}</a>
        </p>
      </main>
    );
  if (now.view === 'edit') return <Edit />;
  return now.view === 'publish' ? <Publish name={now.name} /> : <Start />;
}

document.documentElement.lang = isEnglish ? 'en' : 'zh-CN';
const root = document.getElementById('desk') as HTMLElement;
if (takeToken() === '')
  render(
    <main class="d-alone">
      <h1>{words.product}</h1>
      <p>{words.wrongToken}</p>
    </main>,
    root,
  );
else {
  addEventListener('hashchange', () => {
    // The whole address once more, in a tab that is open.
    if (!location.hash.startsWith('#/')) takeToken();
    void go();
  });
  listen(
    (news) => {
      if (news.type === 'reports' && place.value.view === 'start') void loadReports();
      if (news.type === 'layouts') {
        trouble.value = '';
        void go().then(() => {
          changes.value += 1;
        });
        return;
      }
      if (news.report !== report.value && news.report !== '') return;
      if (news.type === 'trouble' && news.words) trouble.value = said(news.words);
      else if (news.type === 'changed' && news.version === version.value) isSaved.value = news.saved === true;
      else void refresh();
    },
    () => {
      if (trouble.value === 'offline') trouble.value = '';
      void refresh();
    },
  );
  void go();
  render(<Page />, root);
}
