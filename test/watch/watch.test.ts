import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { fault, Problems } from '../../src/problem.js';
import type { Built, Workshop } from '../../src/publish/build.js';
import { type Change, mostPauses, type News, type WatchTools, watch } from '../../src/watch/watch.js';
import { until } from './until.js';

const good: Built = {
  report: '',
  layout: '',
  pages: 1,
  files: [],
  stages: [],
  problems: [],
  failed: false,
  ours: false,
};
const problem = fault('test-fault', { zh: '错', en: 'fault' });
const workshopCalled = (name: string) => ({ out: name }) as Workshop;
const workshop: Change = { type: 'workshop' };
const saved = (path: string): Change => ({ type: 'report', path });

const running: Stage[] = [];
afterEach(async () => {
  for (const stage of running.splice(0)) await stage.stop().catch(() => {});
});

/** A watch of reports that exist in name only. */
class Stage {
  reports: string[] | Problems = ['a.json', 'b.json'];
  workshop: Workshop | Problems = workshopCalled('first');
  /** What is awaited in each build. */
  gate: Promise<unknown> = Promise.resolve();
  readonly news: News[] = [];
  readonly builds: string[] = [];
  readonly begun: string[] = [];
  atOnce = 0;
  mostAtOnce = 0;
  closed = false;
  /** Ends of the pauses that the watch makes now. */
  #pauses: (() => void)[] = [];
  tell: (change: Change) => void = () => {};
  #stop = new AbortController();
  #running: Promise<void> | undefined;

  start(): Promise<void> {
    const tools: WatchTools = {
      reports: async () => orThrow(this.reports),
      open: () => orThrow(this.workshop),
      build: (file, using) => this.#build(file, using),
      tell: (news) => this.news.push(news),
      clock: () => performance.now(),
      pause: () =>
        new Promise<void>((end) => {
          this.#pauses.push(end);
        }),
    };
    const source = async (tell: (change: Change) => void) => {
      this.tell = tell;
      return async () => {
        this.closed = true;
      };
    };
    running.push(this);
    this.#running = watch(tools, source, this.#stop.signal);
    return this.#running;
  }

  async #build(file: string, using: Workshop): Promise<Built> {
    this.begun.push(file);
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    await this.gate;
    await turn();
    this.atOnce -= 1;
    this.builds.push(`${file} ${using.out}`);
    return good;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.pass();
    await this.#running;
  }

  /** Ends the pauses that are made now, and lets the watch go on until it makes the next or has nothing to do. */
  async pass(): Promise<void> {
    for (const end of this.#pauses.splice(0)) end();
    for (let turns = 0; turns < 20; turns += 1) await turn();
  }

  /** Until something is so; pauses end at once. */
  until(what: string, holds: () => boolean): Promise<void> {
    return until(what, async () => {
      await this.pass();
      return holds();
    });
  }

  /** Until all is built, with more pauses than a watch makes. */
  async settled(): Promise<void> {
    await this.until('settled', () => this.news.at(-1)?.type === 'waiting');
    for (let time = 0; time < 3; time += 1) await this.pass();
  }

  get told(): string[] {
    return this.news.map((news) => news.type);
  }
}

function orThrow<T>(value: T | Problems): T {
  if (value instanceof Problems) throw value;
  return value;
}

async function begun(): Promise<Stage> {
  const stage = new Stage();
  void stage.start();
  await stage.settled();
  stage.builds.length = 0;
  stage.begun.length = 0;
  stage.news.length = 0;
  return stage;
}

it('builds all once, one at a time, and waits', async () => {
  const stage = new Stage();
  void stage.start();
  await stage.settled();
  expect(stage.builds).toEqual(['a.json first', 'b.json first']);
  expect(stage.told).toEqual(['started', 'built', 'built', 'waiting']);
  expect(stage.mostAtOnce).toBe(1);
});

it('a burst of saves makes one rebuild, of that report alone', async () => {
  const stage = await begun();
  for (let time = 0; time < 20; time += 1) {
    stage.tell(saved('./b.json'));
    await turn();
  }
  await stage.until('rebuilt', () => stage.builds.length > 0);
  await stage.settled();
  expect(stage.builds).toEqual(['b.json first']);
  expect(stage.news[0]).toMatchObject({ type: 'built', file: 'b.json', again: true });
});

it('saves without a pause get a build all the same', async () => {
  const stage = await begun();
  for (let time = 0; time <= mostPauses; time += 1) {
    stage.tell(saved('a.json'));
    await stage.pass();
  }
  expect(stage.builds[0]).toBe('a.json first');
});

it('saves during a build make exactly one more after it, never two at once', async () => {
  const stage = await begun();
  let open: () => void = () => {};
  stage.gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  stage.tell(saved('a.json'));
  await stage.until('begun', () => stage.begun.length === 1);
  for (let time = 0; time < 5; time += 1) {
    stage.tell(saved('a.json'));
    await stage.pass();
  }
  expect(stage.begun).toEqual(['a.json']);
  open();
  await stage.until('twice', () => stage.builds.length === 2);
  await stage.settled();
  expect(stage.builds).toEqual(['a.json first', 'a.json first']);
  expect(stage.mostAtOnce).toBe(1);
});

it('a save of a report that is still to be built adds no build', async () => {
  const stage = new Stage();
  let open: () => void = () => {};
  stage.gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  void stage.start();
  await stage.until('begun', () => stage.begun.length === 1);
  stage.tell(saved('b.json'));
  open();
  await stage.settled();
  expect(stage.builds).toEqual(['a.json first', 'b.json first']);
});

it('what is saved beside the reports builds nothing', async () => {
  const stage = await begun();
  stage.tell(saved('c.json'));
  for (let time = 0; time < 4; time += 1) await stage.pass();
  expect([stage.builds, stage.told]).toEqual([[], []]);
});

it('a change of layouts or fonts opens the workshop again and builds all', async () => {
  const stage = await begun();
  stage.workshop = workshopCalled('second');
  stage.tell(workshop);
  stage.tell(workshop);
  await stage.until('built', () => stage.builds.length > 0);
  await stage.settled();
  expect(stage.builds).toEqual(['a.json second', 'b.json second']);
  expect(stage.told).toEqual(['reopened', 'built', 'built', 'waiting']);
});

it('a workshop that cannot be opened is told, and the last good one stays in use', async () => {
  const stage = await begun();
  stage.workshop = new Problems([problem]);
  stage.tell(workshop);
  await stage.until('refused', () => stage.told.includes('refused'));
  expect(stage.news[0]).toEqual({ type: 'refused', what: 'workshop', problems: [problem] });
  expect(stage.builds).toEqual([]);
  stage.tell(saved('a.json'));
  await stage.until('built', () => stage.builds.length > 0);
  await stage.settled();
  expect(stage.builds).toEqual(['a.json first']);
  stage.workshop = workshopCalled('mended');
  stage.tell(workshop);
  await stage.until('built', () => stage.builds.length === 3);
  expect(stage.builds.slice(1)).toEqual(['a.json mended', 'b.json mended']);
});

it('a new report is built, one that is gone is told and built no more', async () => {
  const stage = await begun();
  stage.reports = ['b.json', 'c.json'];
  stage.tell(saved('a.json'));
  stage.tell(saved('c.json'));
  await stage.until('built', () => stage.builds.length > 0);
  await stage.settled();
  expect(stage.builds).toEqual(['c.json first']);
  expect(stage.news.slice(0, 2)).toEqual([
    { type: 'removed', file: 'a.json' },
    { type: 'added', file: 'c.json' },
  ]);
  stage.tell(workshop);
  await stage.until('built', () => stage.builds.length === 3);
  expect(stage.builds.slice(1)).toEqual(['b.json first', 'c.json first']);
});

it('reports that would write over each other are told until they do no more; the others go on', async () => {
  const stage = await begun();
  stage.reports = new Problems([problem]);
  stage.tell(saved('a.json'));
  await stage.until('built', () => stage.builds.length === 1);
  expect(stage.news[0]).toEqual({ type: 'refused', what: 'reports', problems: [problem] });
  stage.reports = ['a.json', 'b.json'];
  stage.tell(saved('x/a.json'));
  await stage.until('mended', () => stage.told.includes('mended'));
  expect(stage.builds).toEqual(['a.json first']);
});

it('stopped, it finishes the report in hand and begins no other', async () => {
  const stage = new Stage();
  let open: () => void = () => {};
  stage.gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const done = stage.start();
  await stage.until('begun', () => stage.begun.length === 1);
  const stopping = stage.stop();
  open();
  await Promise.all([stopping, done]);
  expect(stage.builds).toEqual(['a.json first']);
  expect(stage.closed).toBe(true);
});

it('stopped while it waits, it ends', async () => {
  const stage = await begun();
  await stage.stop();
  expect(stage.closed).toBe(true);
});

it('cannot begin with a faulty workshop, and ends when the disk tells no more', async () => {
  const faulty = new Stage();
  faulty.workshop = new Problems([problem]);
  await expect(faulty.start()).rejects.toThrow('test-fault');
  expect([faulty.news, faulty.builds]).toEqual([[], []]);

  const stage = new Stage();
  const done = stage.start();
  const failed = expect(done).rejects.toThrow('test-fault');
  await stage.settled();
  stage.tell({ type: 'lost', problem });
  for (let time = 0; time < 2; time += 1) await stage.pass();
  await failed;
  expect(stage.closed).toBe(true);
});
