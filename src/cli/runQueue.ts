import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isFile } from '../formats/rows.js';
import { fault, Problems } from '../problem.js';
import { reportName } from '../publish/build.js';
import { fontsDigest, layoutsDigest } from '../publish/manifest.js';
import { addReports } from '../queue/add.js';
import { Batches, left } from '../queue/batches.js';
import { collect } from '../queue/collect.js';
import { openStore, storeName } from '../queue/openStore.js';
import { connect, redisAway, shownAddress } from '../queue/redis.js';
import { packFolder, putSettings } from '../queue/settings.js';
import { type BatchState, failedJobs, stateOf } from '../queue/states.js';
import { expectStore, markStore, type Store, StoreAway } from '../queue/store.js';
import { inOrder } from './batch/inOrder.js';
import { jsonPrinter, reason, textPrinter } from './batch/printer.js';
import { wantedFormats } from './formats.js';
import { foldersOf, pathsOf, tellBroken } from './layoutFolders.js';
import type {
  QueueAddOptions,
  QueueBatchOptions,
  QueueFetchOptions,
  QueueOptions,
  QueueStatusOptions,
} from './options.js';
import { exit, type Outcome } from './outcome.js';
import { problemData, tableText } from './print.js';
import { startProgress } from './progress.js';
import { findReports, refuseSameNames } from './reports.js';
import { tellWithoutEffect } from './withoutEffect.js';
import type { Words } from './words.js';
import { openWorkshop } from './workshop.js';

/** Milliseconds between looks at a batch that is watched. */
const betweenLooks = 2000;
/** How many reports are fetched at once. */
const gets = 8;

/** Puts the reports, and what they are built with, into the store, and a job for each into the queue. */
export async function runAdd(options: QueueAddOptions, text: Words): Promise<void> {
  const wanted = wantedFormats(options.to);
  const stages = wanted.filter((format) => !isFile(format));
  if (stages.length > 0) throw new Problems([stageNotQueued(stages)]);
  const reports = await findReports(options.reports, 'queue add');
  refuseSameNames(reports, reportName);
  const folders = foldersOf(options.layouts);
  const workshop = openWorkshop({ ...options, out: '' }, folders);
  tellBroken(workshop.layouts, options, text);
  tellWithoutEffect(options, wanted, text);
  const name = storeName(options.store);
  const store = openStore(name, process.env);
  const progress = startProgress(options.quiet || options.json);
  await inBatches(options, store, async (batches) => {
    const { program } = workshop;
    const mark = await markStore(store, randomUUID());
    const batch = { name: options.batch, store: name, mark, program };
    await batches.open(batch);
    const settings = await putSettings(store, {
      program,
      layouts: layoutsDigest(workshop.layouts),
      fonts: fontsDigest(workshop.fonts),
      layoutFolders: await Promise.all(pathsOf(folders).map((folder) => packFolder(store, folder))),
      ...(folders.own !== undefined && { ownLayouts: true }),
      fontFolders: await Promise.all(options.fonts.map((folder) => packFolder(store, folder))),
      booklet: options.appendix,
      options: ofBuild(options),
    });
    const sum = await addReports(batches, batch, store, { reports, settings }, (done) =>
      progress.show(text.queue.adding(done, reports.length)),
    );
    progress.clear();
    if (options.json) printData({ batch: batch.name, ...sum });
    else if (!options.quiet) say(text.queue.added(batch.name, sum.added, sum.known, sum.replaced));
  });
}

/** The options that decide what is made. */
function ofBuild(options: QueueAddOptions) {
  const { to, verify, source, pdfa, draft, internal, layout, number, title, split } = options;
  const booklet = options.appendix ? { number, title, split, 'page-style': options['page-style'] } : {};
  return { to, 'docx-fonts': options['docx-fonts'], verify, source, pdfa, draft, internal, layout, ...booklet };
}

export async function runStatus(options: QueueStatusOptions, text: Words, outcome: Outcome): Promise<void> {
  await inBatches(options, undefined, async (batches) => {
    const states = async (): Promise<BatchState[]> => {
      const wanted = options.batch === undefined ? await batches.list() : [await batches.find(options.batch)];
      return Promise.all(wanted.map((batch) => stateOf(batches, batch)));
    };
    let now = await states();
    const progress = startProgress(!options.watch || options.json);
    while (options.watch && now.some((state) => left(state) > 0)) {
      if (options.json) process.stdout.write(`${JSON.stringify(now.map(stateData))}\n`);
      progress.show(progressOf(now, text));
      await pause(betweenLooks);
      now = await states();
    }
    progress.clear();
    if (options.watch && now.some(({ failed }) => failed > 0)) outcome.code = exit.input;
    if (options.json) printData(options.batch === undefined ? now.map(stateData) : stateData(now[0] as BatchState));
    else if (now.length === 0) say(text.queue.noBatches);
    else
      say(
        tableText(
          text.queue.columns,
          now.map((state) => row(state, text)),
        ),
      );
  });
}

function row({ batch, all, done, failed, running, waiting, again, secondsLeft }: BatchState, text: Words): string[] {
  const time = secondsLeft === undefined ? '' : text.queue.time(secondsLeft);
  return [batch.name, ...[all, done, failed, running, waiting, again].map(String), time, batch.store];
}

function progressOf(states: readonly BatchState[], text: Words): string {
  const sum = (of: (state: BatchState) => number): number => states.reduce((total, state) => total + of(state), 0);
  const seconds = states.map(({ secondsLeft }) => secondsLeft).filter((left) => left !== undefined);
  const most = seconds.length > 0 ? Math.max(...seconds) : undefined;
  const [done, all, failed, running] = [
    sum((state) => state.done + state.failed),
    sum((state) => state.all),
    sum((state) => state.failed),
    sum((state) => state.running),
  ];
  return text.queue.progress(done, all, failed, running, most);
}

function stateData({ batch, ...state }: BatchState) {
  return { batch: batch.name, store: batch.store, program: batch.program, ...state };
}

/** The table of what failed, as a build on one machine ends with. */
export async function runFailed(options: QueueBatchOptions, text: Words, outcome: Outcome): Promise<void> {
  await inBatches(options, undefined, async (batches) => {
    const { name } = await batches.find(options.batch);
    const failed = await failedJobs(batches, name);
    if (failed.length > 0) outcome.code = exit.input;
    if (options.json) {
      const data = ({ path, count, problems }: (typeof failed)[0]) => ({
        input: path,
        count,
        problems: problems.map((problem) => problemData(problem, text.language)),
      });
      return printData({ failed: failed.map(data) });
    }
    if (failed.length === 0) return say(text.queue.noneFailed);
    const lines = failed.map((job) => {
      const more = job.count > 1 ? ` ${text.queue.moreProblems(job.count)}` : '';
      return `  ${job.path}  ${reason(job, text)}${more}`;
    });
    say([text.queue.failedCount(failed.length), ...lines].join('\n'));
  });
}

export async function runRetry(options: QueueBatchOptions, text: Words): Promise<void> {
  await inBatches(options, undefined, async (batches) => {
    const { name } = await batches.find(options.batch);
    const { failed } = await batches.counts(name);
    await batches.queue(name).retryJobs({ state: 'failed' });
    if (options.json) printData({ batch: name, retried: failed });
    else say(text.queue.retried(failed));
  });
}

export async function runCancel(options: QueueBatchOptions, text: Words): Promise<void> {
  await inBatches(options, undefined, async (batches) => {
    const { name } = await batches.find(options.batch);
    const counts = await batches.counts(name);
    const cancelled = counts.waiting + counts.again;
    await batches.forget(name);
    if (options.json) printData({ batch: name, done: counts.done, cancelled });
    else say(text.queue.cancelled(name, counts.done, cancelled));
  });
}

/** Brings what is done to this machine; tells what is not. */
export async function runFetch(options: QueueFetchOptions, text: Words, outcome: Outcome): Promise<void> {
  await inBatches(options, undefined, async (batches) => {
    const batch = await batches.find(options.batch);
    const store = openStore(options.store === undefined ? batch.store : storeName(options.store), process.env);
    const newest = await batches.redis.hgetall(batches.newestKey(batch.name));
    const paths = Object.keys(newest).sort();
    const printer = options.json ? jsonPrinter(text) : textPrinter(paths.length, options.quiet, text);
    let lacking = 0;
    const bring = async (path: string) => ({ built: await collect(store, newest[path] as string, path, options) });
    await awake(store, async () => {
      await expectStore(store, batch.mark);
      await inOrder(paths, gets, bring, {
        settled: () => {},
        take: ({ built }, path) => {
          if (built) printer.take(built, path);
          else lacking += 1;
          if (built?.failed) outcome.code = exit.input;
        },
      });
    });
    printer.end();
    if (lacking === 0) return;
    outcome.code = exit.input;
    process.stderr.write(`${text.queue.notDone(lacking)}\n`);
  });
}

/** Does something with the batches of a Redis, and leaves it. Throws Problems `store-away`, `redis-away` where one stops answering. */
async function inBatches(
  options: QueueOptions,
  store: Store | undefined,
  work: (batches: Batches) => Promise<void>,
): Promise<void> {
  const address = redisOf(options);
  const batches = new Batches(await connect(address, false));
  try {
    await (store ? awake(store, () => work(batches)) : work(batches));
  } catch (cause) {
    if (cause instanceof Problems || batches.redis.status === 'ready') throw cause;
    throw new Problems([redisAway(shownAddress(address), (cause as Error).message)]);
  } finally {
    await batches.close();
  }
}

async function awake<T>({ name }: Store, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof StoreAway)) throw cause;
    const message = { zh: `用不了存储：${cause.message}`, en: `the store does not work: ${cause.message}` };
    const hint = {
      zh: '文件夹须先建好、可写；S3 核对 AWS_ENDPOINT_URL、密钥与桶；好了再运行一次，已放进去的不会重来',
      en: 'a folder must be there and writable; for S3 look at AWS_ENDPOINT_URL, credentials and bucket; then run it again',
    };
    throw new Problems([fault('store-away', message, { file: name }, hint)]);
  }
}

export function redisOf({ redis }: { readonly redis?: string | undefined }): string {
  return redis ?? process.env.REDIS_URL ?? '';
}

function stageNotQueued(stages: readonly string[]) {
  return fault(
    'stage-not-queued',
    {
      zh: `${stages.join('、')} 只打印出来，不能分给许多机器`,
      en: `${stages.join(', ')} are only printed, not queued`,
    },
    undefined,
    { zh: '用 jibiao build --to 看', en: 'see them by jibiao build --to' },
  );
}

function printData(data: unknown): void {
  process.stdout.write(`${JSON.stringify(data, undefined, 2)}\n`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
