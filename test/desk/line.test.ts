import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Desk, News } from '../../src/desk/desk.js';
import type { ActRequest, Field, Sheet } from '../../src/desk/wire.js';
import type { Report } from '../../src/report/schema.js';
import { type Random, randomOf } from '../bench/random.js';
import { runs } from '../runs.js';
import { deskIn, deskOn, sample, Tab } from './desk.js';

/* What the page sends over a bad line, without a browser: the page's own modules, with the desk behind a `fetch` that loses things. */

interface Held<T> {
  value: T;
}

/** What the test uses of src/desk/page, which has a compilation of its own, with the types of browsers. */
interface Sending {
  openForm(name: string, form: string, isWanted: () => boolean): Promise<void>;
  refresh(): Promise<void>;
  composing(now: boolean): void;
  beginVisit(): void;
  typed(field: Field, text: string): void;
  left(key: string): void;
}
interface State {
  readonly sheet: Held<Sheet | undefined>;
  readonly form: Held<string>;
  readonly version: Held<number>;
  readonly inHand: Held<string>;
  readonly conflict: Held<unknown>;
  readonly unread: Held<readonly unknown[]>;
  draftOf(key: string): Held<string | undefined>;
}

class Store {
  readonly #all = new Map<string, string>();
  getItem = (key: string): string | null => this.#all.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.#all.set(key, value);
  removeItem = (key: string): void => void this.#all.delete(key);
  get length(): number {
    return this.#all.size;
  }
}

let store = new Store();

beforeEach(() => {
  store = new Store();
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', store);
  vi.stubGlobal('sessionStorage', new Store());
  vi.stubGlobal('location', { hash: '', search: '', pathname: '/' });
  vi.stubGlobal('history', { replaceState: () => {} });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.resetModules();
});

const page = <T>(name: string): Promise<T> => import(new URL(`../../src/desk/page/${name}.ts`, import.meta.url).href);

/** A desk that may be killed at any moment: what it had on the disk then is in another folder, where the next one goes on. */
class Killable {
  desk: Desk;
  readonly #all: Desk[] = [];
  isLossy = true;

  constructor(
    public folder: string,
    readonly random: Random,
    readonly heard: (news: News) => void,
  ) {
    this.desk = this.#begin();
  }

  #begin(): Desk {
    const desk = deskIn(this.folder);
    this.#all.push(desk);
    desk.listen((news) => {
      if (desk === this.desk) setTimeout(() => this.heard(news), this.random.int(0, 30));
    });
    return desk;
  }

  kill(): void {
    const next = mkdtempSync(join(tmpdir(), 'jibiao-line-'));
    cpSync(this.folder, next, { recursive: true });
    this.folder = next;
    this.desk = this.#begin();
  }

  close(): void {
    for (const desk of this.#all) desk.close();
  }

  readonly fetch = async (path: string, { body }: { body?: string }): Promise<Response> => {
    const wait = (): Promise<void> => new Promise((done) => setTimeout(done, this.random.int(1, 60)));
    await wait();
    const fate = this.isLossy ? this.random.int(0, 9) : 9;
    if (fate === 0) throw new TypeError('the request is lost');
    const { pathname, searchParams } = new URL(path, 'http://desk');
    const since = searchParams.get('since');
    const answer = JSON.stringify(
      body === undefined
        ? this.desk.view('r', searchParams.get('form') ?? '', since === null ? undefined : Number(since))
        : this.desk.act('r', JSON.parse(body) as ActRequest),
    );
    expect(pathname.startsWith('/reports/r')).toBe(true);
    if (fate <= 2) this.kill();
    if (fate <= 4) throw new TypeError('the answer is lost');
    await wait();
    return new Response(answer);
  };
}

/** Two projects whose rows are known by how their names begin, whatever is moved. */
function rowsToType(): Report {
  const report = JSON.parse(sample('tianjin-2023')) as Report;
  const [unit] = report.units;
  if (!unit) throw new Error('no unit');
  const [project] = unit.projects;
  if (!project) throw new Error('no project');
  const projects = [0, 1, 2].map((p) => ({
    ...project,
    name: `第 ${p} 个项目`,
    goals: [],
    indicators: (project.indicators ?? []).slice(0, 3).map((each, i) => ({ ...each, name: `${p}之${i}|` })),
  }));
  return { ...report, units: [{ ...unit, projects }] };
}

it.each(Array.from({ length: runs(50) }, (_, seed) => seed))(
  'loses, doubles and misplaces nothing that is typed over a line that loses requests and answers, while others move rows and forms: %i',
  async (seed) => {
    const random = randomOf(seed);
    const sending = await page<Sending>('sending');
    const state = await page<State>('state');
    const { folder, desk: first } = deskOn({ r: rowsToType() });
    first.close();
    const killable = new Killable(folder, random, (news) => {
      if (news.type === 'changed' && news.version === state.version.value) return;
      sending.refresh().catch(() => {});
    });
    vi.stubGlobal('fetch', killable.fetch);
    const open = async (form: string): Promise<void> => {
      for (let isOpen = false; !isOpen; ) {
        let ended: boolean | undefined;
        sending
          .openForm('r', form, () => true)
          .then(
            () => {
              ended = true;
            },
            () => {
              ended = false;
            },
          );
        for (let waits = 0; waits < 2_000 && ended === undefined; waits += 1) await vi.advanceTimersByTimeAsync(50);
        expect(ended).toBeDefined();
        isOpen = ended === true;
      }
    };
    await open('/units/0/projects/0');
    const typed = new Map<string, string>();
    const shown = (field: Field): string => state.draftOf(field.key).value ?? field.text;
    for (let step = 0; step < 60; step += 1) {
      const named = (): Field[] =>
        Object.values(state.sheet.value?.fields ?? {}).filter((field) => /^\d之\d\|/.test(shown(field)));
      const what = random.int(0, 9);
      if (what <= 5 && named().length > 0) {
        const inHand = named().find(({ key }) => key === state.inHand.value);
        if (!inHand || random.chance(0.5)) {
          // To go to another field ends the composition in this one.
          sending.composing(false);
          if (state.inHand.value !== '') sending.left(state.inHand.value);
          state.inHand.value = random.pick(named()).key;
          sending.beginVisit();
        }
        const field = named().find(({ key }) => key === state.inHand.value) as Field;
        const id = shown(field).slice(0, 4);
        const text = shown(field) + String.fromCodePoint(0x4e00 + step);
        typed.set(id, text);
        sending.typed(field, text);
        sending.composing(false);
      } else if (what === 6) sending.composing(random.int(0, 1) === 0);
      else if (what === 7) {
        sending.composing(false);
        state.inHand.value = '';
        await open(`/units/0/projects/${random.int(0, 2)}`);
      } else if (what === 8) {
        const other = new Tab(killable.desk, 'r', `/units/0/projects/${random.int(0, 2)}`, `other${step}`);
        const how = random.pick(['up', 'down', 'add'] as const);
        other.act({ type: 'row', how, record: `${other.form}/indicators/${random.int(0, 2)}` }, `other${step}`);
      } else if (what === 9) {
        const other = new Tab(killable.desk, 'r', '', `other${step}`);
        const at = `/units/0/projects/${random.int(0, 2)}`;
        other.act({ type: 'project', how: random.pick(['up', 'down'] as const), at }, `other${step}`);
      }
      await vi.advanceTimersByTimeAsync(random.int(0, 120));
    }
    killable.isLossy = false;
    sending.composing(false);
    for (let waits = 0; waits < 40 && store.length > 0; waits += 1) await vi.advanceTimersByTimeAsync(1_500);
    expect([state.conflict.value, state.unread.value, store.length]).toEqual([undefined, [], 0]);
    const { report } = killable.desk.open('r').desk;
    const names = report.units[0]?.projects.flatMap(({ indicators = [] }) => indicators.map(({ name }) => name)) ?? [];
    const kept = names.filter((name) => /^\d之\d\|/.test(name)).sort();
    const wanted = [0, 1, 2].flatMap((p) => [0, 1, 2].map((i) => typed.get(`${p}之${i}|`) ?? `${p}之${i}|`));
    expect(kept).toEqual(wanted.sort());
    killable.close();
  },
);

it('keeps and shows what is typed in a row that somebody else deletes before it arrives', async () => {
  const sending = await page<Sending>('sending');
  const state = await page<State>('state');
  const { folder, desk: first } = deskOn({ r: rowsToType() });
  first.close();
  const killable = new Killable(folder, randomOf(1), () => {});
  killable.isLossy = false;
  vi.stubGlobal('fetch', killable.fetch);
  const opening = sending.openForm('r', '/units/0/projects/1', () => true);
  await vi.advanceTimersByTimeAsync(500);
  await opening;
  const field = (name: string): Field =>
    Object.values(state.sheet.value?.fields ?? {}).find(({ text }) => text.startsWith(name)) as Field;
  const [before, row] = [field('1之0|'), field('1之1|')];
  sending.typed(before, '1之0|先填的');
  sending.typed(row, '1之1|还没有到');
  const other = new Tab(killable.desk, 'r', '/units/0/projects/1', 'other');
  other.act({ type: 'row', how: 'remove', record: '/units/0/projects/1/indicators/1' }, 'other');
  await vi.advanceTimersByTimeAsync(3_000);
  const names = killable.desk.open('r').desk.report.units[0]?.projects[1]?.indicators?.map(({ name }) => name);
  expect(names).toEqual(['1之0|先填的', '1之2|']);
  expect(state.unread.value).toMatchObject([{ text: '1之1|还没有到' }]);
  expect(store.length).toBe(1);
  killable.close();
});
