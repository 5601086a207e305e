import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder, also its subfolders if `deep`, which of its files matter, and a callback for changes. */
export interface Corner {
  readonly folder: string;
  readonly deep: boolean;
  readonly matters: (path: string) => boolean;
  readonly tell: (path: string) => void;
}

/** Milliseconds between two looks where files are many: a look takes a tenth of a millisecond for each. */
const pausePerFile = 2;

/**
 * Polls files and reports those that have changed since they were last reported. The system's events are quicker but get lost: of
 * 250 saves under load chokidar 5 reported 236 to 240, and a lost save leaves old pages that look current.
 */
export class SecondLook {
  readonly #corners: readonly Corner[];
  readonly #leastPause: number;
  /** The state of each file when it was last reported: its inode, size and time of change. */
  readonly #reported = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /** From one look to the next are at least so many milliseconds. */
  constructor(corners: readonly Corner[], leastPause = 1000) {
    this.#corners = corners;
    this.#leastPause = leastPause;
  }

  /** Notes the present state; then polls until it is closed. */
  async begin(): Promise<void> {
    for (const corner of this.#corners) for (const path of await filesOf(corner)) await this.#note(path);
    this.#later();
  }

  /** Notes that a file was just reported by the system's events. */
  heard(path: string): Promise<void> {
    return this.#note(path);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #later(): void {
    const pause = Math.max(this.#leastPause, this.#reported.size * pausePerFile);
    if (!this.#closed) this.#timer = setTimeout(() => this.look().then(() => this.#later()), pause);
  }

  /** Looks once, now. */
  async look(): Promise<void> {
    for (const corner of this.#corners) await this.#lookAt(corner);
  }

  async #lookAt(corner: Corner): Promise<void> {
    const gone = [...this.#reported.keys()].filter((path) => path.startsWith(corner.folder) && corner.matters(path));
    for (const path of new Set([...(await filesOf(corner)), ...gone])) {
      const before = this.#reported.get(path);
      await this.#note(path);
      if (!this.#closed && this.#reported.get(path) !== before) corner.tell(path);
    }
  }

  async #note(path: string): Promise<void> {
    const seen = await seenAs(path);
    if (seen === undefined) this.#reported.delete(path);
    else this.#reported.set(path, seen);
  }
}

/** A file's state; undefined if there is no such file. */
async function seenAs(path: string): Promise<string | undefined> {
  try {
    const found = await stat(path, { bigint: true });
    return found.isFile() ? `${found.ino} ${found.size} ${found.ctimeNs}` : undefined;
  } catch {
    return undefined;
  }
}

/** The files that matter; none in a folder that cannot be read, which `disk` reports. */
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
