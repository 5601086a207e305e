import { dirname, join } from 'node:path';
import { Problems } from '../problem.js';
import { type Built, reportName } from '../publish/build.js';
import { inFolder } from '../publish/lock.js';
import { readManifest } from '../publish/manifest.js';
import { manifestPath } from '../publish/paths.js';
import { publish } from '../publish/publish.js';
import { unchangedBuild } from '../publish/unchanged.js';
import { readMade } from './job.js';
import { getBlob, type Store } from './store.js';

/**
 * Writes what a job made where `jibiao build` would have written it, with the same manifest; files that are there already are not
 * touched. Undefined where the job is not done. What is wrong with one report is in the result. Throws StoreAway.
 */
export async function collect(
  store: Store,
  id: string,
  path: string,
  { out, overwrite }: { readonly out: string; readonly overwrite: boolean },
): Promise<Built | undefined> {
  const made = await readMade(store, id);
  if (!made) return undefined;
  const { files, ...manifest } = made.manifest;
  const at = manifestPath(join(out, made.folder), path, made.suffix);
  const base = { report: reportName(path), layout: manifest.layout, stages: [], failed: false, ours: false };
  const write = async (): Promise<Built> => {
    const before = readManifest(at);
    const formats = [...new Set(files.map(({ format }) => format))];
    const there = unchangedBuild({ path: at, before }, manifest.origin, formats);
    if (there) return { ...base, ...there.done };
    const publications = [];
    for (const { name, format, sha256, origin } of files) {
      const bytes = await getBlob(store, sha256);
      publications.push({ path: join(dirname(at), name), format, bytes, ...(origin !== undefined && { origin }) });
    }
    // Files of single tables stand in a folder of their own.
    const tables = files.find(({ name }) => name.includes('/'))?.name.split('/')[0];
    const publishing = { path: at, before, overwrite, report: path };
    const written = publish(publications, [], manifest, publishing, tables && join(dirname(at), tables));
    return { ...base, pages: manifest.pages, problems: manifest.problems, files: written };
  };
  try {
    return await inFolder(dirname(at), write);
  } catch (cause) {
    if (!(cause instanceof Problems)) throw cause;
    return { ...base, pages: 0, files: [], problems: cause.problems, failed: true };
  }
}
