import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Batches, left } from '../../src/queue/batches.js';
import { connect } from '../../src/queue/redis.js';
import { failedJobs } from '../../src/queue/states.js';
import { readCorpus } from '../bench/corpus.js';
import { generateReport } from '../bench/generateReport.js';
import { randomOf } from '../bench/random.js';
import { startRedis } from './redisServer.js';

/*
 * `npm run proof:queue -- [reports] [kills] [restarts]`: reports of one form each through the queue, on four worker processes of
 * which one after the other is killed, while Redis is restarted, once told to end and once killed. Fails unless every report is
 * in the store once, with the bytes of a build on one machine, and none has failed but those that are wrong.
 */
const [reports = 2000, kills = Number.POSITIVE_INFINITY, restarts = 2] = process.argv.slice(2).map(Number);
const workers = 4;
/** Seconds after which another worker takes the report of one that was killed; 30 unless told. */
const lock = kills < 50 ? 3 : 5;
/** One report of so many is cut off, and must fail, by its own fault and no other. */
const oneWrongOf = 50;
const random = randomOf(21);

const home = mkdtempSync(join(tmpdir(), 'jibiao-proof-'));
const at = (...names: string[]): string => join(home, ...names);
const main = join(process.cwd(), 'dist/app/main.js');
const run = (...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: home,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status === 2 || status === null) throw new Error(`jibiao ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
};
const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`proof:queue: ${what}`);
};

const wrong = writeReports();
const redis = await startRedis();
const living = new Set<ChildProcess>();
let begun = 0;
try {
  mkdirSync(at('store'));
  say(addAll().trim());
  const batches = new Batches(await connect(redis.url, true));
  const ended = async (): Promise<number> => {
    const { done, failed } = await batches.counts('省');
    return done + failed;
  };
  while (begun < workers) startWorker();
  const [killing, restarting] = [killNowAndThen(), restartRedis(ended)];
  await settled(batches);
  const [killed, restarted] = [await killing.stop(), await restarting];
  say(
    `${await ended()} of ${reports} ended; ${killed} workers killed, Redis restarted ${restarted} times, ${begun} workers begun`,
  );
  must(killed > 0 && (kills === Number.POSITIVE_INFINITY || killed === kills), `${killed} kills, not ${kills}`);
  must(restarted === restarts, `${restarted} restarts, not ${restarts}`);
  await proveFailures(batches);
  await batches.close();
  proveFiles();
  const sum = addAll();
  must(sum.includes(`没有改动 ${reports} 份`), `adding again: ${sum}`);
  say('proof:queue holds');
} finally {
  for (const worker of living) worker.kill('SIGKILL');
  await redis.stop();
  rmSync(home, { recursive: true, force: true });
}

/** Adds all reports as one batch; what was added before is not added again. */
function addAll(): string {
  const where = ['--redis', redis.url, '--store', 'store', '--batch', '省'];
  return run('queue', 'add', '省/*/2026.json', ...where, '--to', 'pdf,docx');
}

/** Writes the reports, a folder each; returns the paths of the wrong ones. */
function writeReports(): string[] {
  const corpus = readCorpus();
  const wrong: string[] = [];
  for (let index = 0; index < reports; index += 1) {
    const path = join('省', `局${String(index).padStart(5, '0')}`, '2026.json');
    const text = JSON.stringify(generateReport({ seed: index, projects: 1, layout: 'generic/project', corpus }));
    mkdirSync(at(path, '..'), { recursive: true });
    const isWrong = index % oneWrongOf === oneWrongOf - 1;
    writeFileSync(at(path), isWrong ? text.slice(0, -50) : text);
    if (isWrong) wrong.push(path);
  }
  return wrong;
}

function startWorker(): void {
  begun += 1;
  const args = ['worker', '--redis', redis.url, '--concurrency', '1', '--lock', String(lock)];
  const worker = spawn(process.execPath, [main, ...args], { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
  living.add(worker);
  worker.once('exit', () => living.delete(worker));
}

/** Every few seconds kills one of the workers without a word, and starts another. */
function killNowAndThen() {
  const stopping = new AbortController();
  const done = (async () => {
    let killed = 0;
    while (killed < kills && !stopping.signal.aborted) {
      await pause(kills < 50 ? random.int(1000, 3000) : random.int(3000, 8000), undefined, {
        signal: stopping.signal,
      }).catch(() => {});
      if (stopping.signal.aborted) break;
      const all = [...living];
      random.pick(all).kill('SIGKILL');
      killed += 1;
      startWorker();
    }
    return killed;
  })();
  return {
    stop: () => {
      stopping.abort();
      return done;
    },
  };
}

/** At equal parts of the work: told to end the first time, killed the second, and so on. It is away for some seconds. */
async function restartRedis(ended: () => Promise<number>): Promise<number> {
  for (let turn = 0; turn < restarts; turn += 1) {
    while ((await ended()) < (reports * (turn + 1)) / (restarts + 1)) await pause(200);
    await redis.restart(turn % 2 === 0 ? 'SIGTERM' : 'SIGKILL', random.int(500, 4000));
  }
  return restarts;
}

async function settled(batches: Batches): Promise<void> {
  let before = 0;
  for (;;) {
    const counts = await batches.counts('省');
    if (left(counts) === 0 && counts.done + counts.failed > 0) return;
    const tenth = Math.floor((counts.done + counts.failed) / (reports / 10));
    if (tenth > before)
      say(`  ${counts.done + counts.failed} ended, ${counts.running} running, ${counts.again} to be tried again`);
    before = tenth;
    await pause(500);
  }
}

/** Exactly the wrong reports have failed, each by its own fault. */
async function proveFailures(batches: Batches): Promise<void> {
  const failed = await failedJobs(batches, '省');
  must(JSON.stringify(failed.map(({ path }) => path)) === JSON.stringify(wrong), `failed: ${JSON.stringify(failed)}`);
  const codes = new Set(failed.flatMap(({ problems }) => problems[0]?.code));
  must(
    [...codes].every((code) => code?.startsWith('json-')),
    `codes of failures: ${[...codes].join(' ')}`,
  );
}

/** The store has a record for each report that is right, and no other; what is fetched is what one machine builds. */
function proveFiles(): void {
  const made = filesBelow(at('store', 'made'));
  must(made.length === reports - wrong.length, `${made.length} records for ${reports} reports`);
  run('queue', 'fetch', '省', '--redis', redis.url, '--out', 'fetched', '--quiet');
  run('build', '省/*/2026.json', '--out', 'built', '--to', 'pdf,docx', '--quiet', '--workers', '2');
  const [fetched, built] = [filesBelow(at('fetched')), filesBelow(at('built'))];
  must(JSON.stringify(fetched) === JSON.stringify(built), `${fetched.length} files fetched, ${built.length} built`);
  must(built.length === (reports - wrong.length) * 3, `${built.length} files`);
  for (const file of built) {
    must(readFileSync(at('fetched', file)).equals(readFileSync(at('built', file))), `${file} has other bytes`);
  }
  say(`${built.length} files are those of a build on one machine, byte for byte`);
}

function filesBelow(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
