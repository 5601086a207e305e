import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of one folder, and of those below it where `deep`, that matter, and who is told of them. */
export interface Corner {
  readonly folder: string;
  readonly deep: boolean;
  readonly matters: (path: string) => boolean;
  readonly tell: (path: string) => void;
}

/** Milliseconds from one look to the next where files are many: a look takes a tenth of one for each. */
const pausePerFile = 2;

/**
 * Looks at files again and again and tells those that are not as they were when they were last told. Events of the system come
 * at once, but not always: of 250 saves beside other work chokidar 5 told 236 to 240, and a save that is never told leaves old
 * pages that look like new ones.
 */
export class SecondLook {
  readonly #corners: readonly Corner[];
  readonly #leastPause: number;
  /** What each file was when it was last told: its number on the disk, its size and when it last changed in any way. */
  readonly #told = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /** From one look to the next are at least so many milliseconds. */
  constructor(corners: readonly Corner[], leastPause = 1000) {
    this.#corners = corners;
    this.#leastPause = leastPause;
  }

  /** Notes what there is; from then on it looks until it is closed. */
  async begin(): Promise<void> {
    for (const corner of this.#corners) for (const path of await filesOf(corner)) await this.#note(path);
    this.#later();
  }

  /** A file has been told by somebody else, just now. */
  heard(path: string): Promise<void> {
    return this.#note(path);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #later(): void {
    const pause = Math.max(this.#leastPause, this.#told.size * pausePerFile);
    if (!this.#closed) this.#timer = setTimeout(() => this.look().then(() => this.#later()), pause);
  }

  /** Looks once, now. */
  async look(): Promise<void> {
    for (const corner of this.#corners) await this.#lookAt(corner);
  }

  async #lookAt(corner: Corner): Promise<void> {
    const gone = [...this.#told.keys()].filter((path) => path.startsWith(corner.folder) && corner.matters(path));
    for (const path of new Set([...(await filesOf(corner)), ...gone])) {
      const before = this.#told.get(path);
      await this.#note(path);
      if (!this.#closed && this.#told.get(path) !== before) corner.tell(path);
    }
  }

  async #note(path: string): Promise<void> {
    const seen = await seenAs(path);
    if (seen === undefined) this.#told.delete(path);
    else this.#told.set(path, seen);
  }
}

/** Undefined for what is not there, or no file. */
async function seenAs(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path, { bigint: true });
    return found.isFile() ? `${found.ino} ${found.size} ${found.ctimeNs}` : undefined;
  } catch {
    return undefined;
  }
}

/** A folder that cannot be read has none; whether it can be watched is for others to tell. */
async function filesOf({ folder, deep, matters }: Corner): Promise<string[]> {
  try {
    const all = await readdir(folder, { withFileTypes: true, recursive: deep });
    return all
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(matters);
  } catch {
    return [];
  }
}
