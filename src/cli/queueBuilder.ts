import './here.js';
import { join } from 'node:path';
import type { Workshop } from '../publish/build.js';
import { fontsDigest, layoutsDigest } from '../publish/manifest.js';
import { type Build, buildJob } from '../queue/buildJob.js';
import type { Job, Settings } from '../queue/job.js';
import { openStore } from '../queue/openStore.js';
import { unpackFolders } from '../queue/settings.js';
import { type Store, StoreAway } from '../queue/store.js';
import { runTask } from './batch/task.js';
import type { AppendixOptions } from './options.js';
import { openWorkshop } from './workshop.js';

/** A job for a process of a worker: with the store, by the name that it has here, and a folder of this machine. */
export interface BuilderTask {
  readonly job: Job;
  readonly store: string;
  readonly mark: string;
  readonly temporary: string;
}

/*
 * What the processes of `jibiao worker` run: each message is a job, each answer its outcome. It ends with the worker, and leaves
 * to it what signals mean.
 */
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit());
process.on('message', async ({ job, store, mark, temporary }: BuilderTask) => {
  const open = storeNamed(store);
  process.send?.(await buildJob(job, { store: open, mark }, temporary, builderIn(open, job.settings, temporary)));
});

const stores = new Map<string, Store>();
function storeNamed(name: string): Store {
  const store = stores.get(name) ?? openStore(name, process.env);
  stores.set(name, store);
  return store;
}

/** Of the last settings: those of a batch are mostly the same. */
let opened: { readonly settings: string; readonly workshop: Workshop; readonly options: AppendixOptions } | undefined;

function builderIn(store: Store, settings: string, temporary: string): Build {
  return async ({ path, folder }, wanted, bytes, out) => {
    if (opened?.settings !== settings) opened = { settings, ...(await open(store, settings, wanted, temporary)) };
    const workshop = { ...opened.workshop, out, read: () => bytes, keptFrom: Number.POSITIVE_INFINITY };
    return runTask({ report: { path, folder }, options: opened.options, booklet: wanted.booklet }, workshop);
  };
}

/** Opens the workshop of settings. Paths in it are the same on all machines, since problems may name them. */
async function open(store: Store, digest: string, settings: Settings, temporary: string) {
  const { layoutFolders, ownLayouts, fontFolders, options: given } = settings;
  process.chdir(temporary);
  const base = `settings-${process.pid}-${digest}`;
  const layouts = await unpackFolders(store, layoutFolders, join(base, 'layouts'));
  const fonts = await unpackFolders(store, fontFolders, join(base, 'fonts'));
  const unused = { reports: [], out: '', force: false, overwrite: false, json: false, quiet: true };
  const options = { ...(given as AppendixOptions), ...unused, layouts, fonts };
  const [own] = layouts;
  const workshop = openWorkshop(options, ownLayouts ? { named: [], own } : { named: layouts });
  if (layoutsDigest(workshop.layouts) !== settings.layouts || fontsDigest(workshop.fonts) !== settings.fonts) {
    throw new StoreAway('the layouts or faces of this machine are not those that the reports were added with');
  }
  return { workshop, options };
}
