import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Store, StoreAway } from './store.js';

/** A folder of a disk that all machines share. The folder itself must be there: a disk that is not mounted has none. */
export class FolderStore implements Store {
  constructor(readonly name: string) {}

  async get(key: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(join(this.name, key));
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT') return undefined;
      throw this.#away(cause);
    }
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.name, key);
    const temporary = join(this.name, 'unfinished', randomUUID());
    try {
      if (await isThere(path)) return;
      await this.#within(temporary, () => writeThrough(temporary, bytes));
      await this.#within(path, () => appear(temporary, path));
    } catch (cause) {
      throw this.#away(cause);
    } finally {
      await rm(temporary, { force: true }).catch(() => {});
    }
  }

  /** Does something in a file's folder, which is made where it is missing; the store's own folder never is. */
  async #within(path: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      if (codeOf(cause) !== 'ENOENT') throw cause;
      await stat(this.name);
      await mkdir(dirname(path), { recursive: true });
      await work();
    }
  }

  #away(cause: unknown): StoreAway {
    return new StoreAway(`${this.name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Gives a whole file its name in one step; one that another machine has just put there stays. */
async function appear(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return;
    if (codeOf(cause) === 'ENOENT') throw cause;
    // Disks of other systems know no links. Both files are the same.
    await rename(temporary, path);
  }
}

/** Writes a file and flushes it to the disk. */
async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return false;
    throw cause;
  }
}

function codeOf(cause: unknown): unknown {
  return (cause as NodeJS.ErrnoException).code;
}
