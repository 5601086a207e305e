import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isError, type Problem, Problems } from '../problem.js';
import { type Built, bookletSuffix } from '../publish/build.js';
import { type Manifest, readManifest } from '../publish/manifest.js';
import { manifestPath } from '../publish/paths.js';
import { type Job, jobId, readMade, type Settings, writeMade } from './job.js';
import { getSettings } from './settings.js';
import { expectStore, getBlob, putBlob, type Store, StoreAway } from './store.js';

/** How a job ended. */
export type Outcome =
  /** Its outputs are in the store. `problems`: something that was asked for is not among them. */
  | { readonly kind: 'made'; readonly pages: number; readonly bytes: number; readonly problems: readonly Problem[] }
  /** The report is at fault, or (`ours`) the program: nothing is in the store. */
  | { readonly kind: 'failed'; readonly problems: readonly Problem[]; readonly ours: boolean }
  /** The store or this machine: another try, later or elsewhere, may do. */
  | { readonly kind: 'trouble'; readonly reason: string };

/** Builds a report of these bytes into a folder. */
export type Build = (job: Job, settings: Settings, bytes: Uint8Array, out: string) => Promise<Built>;

/** Problems that are the machine's and not the report's. */
const ofMachine = ['cannot-write', 'folder-busy'];

/** A store by its name, and the name that it has itself. */
export interface StorePlace {
  readonly store: Store;
  readonly mark: string;
}

/**
 * Does one job: report from the store, outputs into the store, each under its digest, and last what was made, in one step. A job
 * that is done already is not done again. `temporary` is a folder of this machine. Never throws for what may be wrong with the
 * report or the store.
 */
export async function buildJob(
  job: Job,
  { store, mark }: StorePlace,
  temporary: string,
  build: Build,
): Promise<Outcome> {
  const id = jobId(job);
  const out = mkdtempSync(join(temporary, 'job-'));
  try {
    const before = await readMade(store, id);
    if (before) return made(before.manifest);
    const settings = await getSettings(store, job.settings);
    const bytes = await getBlob(store, job.report);
    const built = await build(job, settings, bytes, out);
    const problems = built.problems.filter(isError);
    const machine = problems.find(({ code }) => ofMachine.includes(code));
    if (machine) return { kind: 'trouble', reason: machine.message.en };
    if (built.failed) return { kind: 'failed', problems, ours: built.ours };
    const suffix = settings.booklet ? bookletSuffix : '';
    const path = manifestPath(join(out, job.folder), job.path, suffix);
    const manifest = readManifest(path) as Manifest;
    for (const { name } of manifest.files) await putBlob(store, readFileSync(join(path, '..', name)));
    await writeMade(store, id, { folder: job.folder, suffix, manifest });
    return made(manifest);
  } catch (cause) {
    const away = await awayOf(cause, store, mark);
    if (away) return { kind: 'trouble', reason: away.message };
    if (cause instanceof Problems) return { kind: 'failed', problems: cause.problems, ours: false };
    throw cause;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function made({ pages, files, problems }: Manifest): Outcome {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return { kind: 'made', pages, bytes, problems: problems.filter(isError) };
}

/** Whether it was the store that failed. What it lacks may be there, on a disk that is not mounted. */
async function awayOf(cause: unknown, store: Store, mark: string): Promise<StoreAway | undefined> {
  if (cause instanceof StoreAway) return cause;
  if (!(cause instanceof Problems && cause.problems.some(({ code }) => code === 'store-lacks'))) return undefined;
  try {
    await expectStore(store, mark);
    return undefined;
  } catch (other) {
    if (other instanceof StoreAway) return other;
    throw other;
  }
}
