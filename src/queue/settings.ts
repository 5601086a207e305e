import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Folder, Settings } from './job.js';
import { getBlob, putBlob, type Store } from './store.js';

/** Puts the files of a folder into the store. */
export async function packFolder(store: Store, folder: string): Promise<Folder> {
  const names = (
    readdirSync(folder, { recursive: true, withFileTypes: true }) as { name: string; parentPath: string }[]
  )
    .map(({ name, parentPath }) => join(parentPath, name))
    .sort();
  const files: Record<string, string> = {};
  for (const path of names) {
    const bytes = readIfFile(path);
    const below = path.slice(join(folder, sep).length).split(sep).join('/');
    if (bytes) files[below] = await putBlob(store, bytes);
  }
  return files;
}

/** Links are followed, as they are where a folder is read in its place. */
function readIfFile(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EISDIR') return undefined;
    throw cause;
  }
}

export async function putSettings(store: Store, settings: Settings): Promise<string> {
  return putBlob(store, new TextEncoder().encode(JSON.stringify(settings)));
}

export async function getSettings(store: Store, digest: string): Promise<Settings> {
  return JSON.parse(new TextDecoder().decode(await getBlob(store, digest))) as Settings;
}

/** Writes the files of packed folders below `base`, a folder each; returns their paths. */
export async function unpackFolders(store: Store, folders: readonly Folder[], base: string): Promise<string[]> {
  const paths = folders.map((_, index) => join(base, String(index)));
  for (const [index, folder] of folders.entries()) {
    for (const [name, digest] of Object.entries(folder)) {
      const path = join(paths[index] as string, ...name.split('/').filter((part) => part !== '..'));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, await getBlob(store, digest));
    }
  }
  return paths;
}
