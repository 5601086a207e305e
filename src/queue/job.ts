import { sha256 } from '../kept/digest.js';
import type { Problem } from '../problem.js';
import type { Manifest } from '../publish/manifest.js';
import { keyIn, type Store } from './store.js';

/** One report of a batch, as it stands in Redis: all else is in the store. */
export interface Job {
  /** The report's file as the user named it, which problems name too. */
  readonly path: string;
  /** The folder below `--out` for its outputs. */
  readonly folder: string;
  /** SHA-256 of the report's file and of its settings, which are blobs of the store. */
  readonly report: string;
  readonly settings: string;
  /** The first problems of a job that failed, and how many there are. */
  readonly problems?: readonly Problem[];
  readonly count?: number;
}

/** What jobs of one call have in common. Equal settings give equal bytes. */
export interface Settings {
  /** Version and digest of the program, and the version of Node. */
  readonly program: string;
  /** Digests of all layouts and faces, shipped ones too. */
  readonly layouts: string;
  readonly fonts: string;
  /** The files of each folder that `--layouts` and `--fonts` name, as blobs. */
  readonly layoutFolders: readonly Folder[];
  /** The only one of them is the adder's own, which nobody named: what is broken in it stops no report that does without. */
  readonly ownLayouts?: boolean;
  readonly fontFolders: readonly Folder[];
  /** A booklet of all tables of a report, as `jibiao appendix` makes. */
  readonly booklet: boolean;
  /** The command line's other options. */
  readonly options: unknown;
}

/** The files of a folder: the path of each below it, and its digest. */
export type Folder = Readonly<Record<string, string>>;

/** The identity of a job: with the same, it is the same work and the same outputs. */
export function jobId({ path, folder, report, settings }: Job): string {
  return sha256(JSON.stringify([path, folder, report, settings]));
}

/** What a job made, as the store has it under the job's identity: written last, so that all outputs or none are there. */
export interface Made {
  /** The folder below `--out` for its outputs. */
  readonly folder: string;
  /** What its manifest's name has behind the report's. */
  readonly suffix: string;
  /** The manifest that a build on one machine writes beside the outputs; their bytes are blobs. */
  readonly manifest: Manifest;
}

export async function readMade(store: Store, id: string): Promise<Made | undefined> {
  const bytes = await store.get(keyIn('made', id));
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Made);
}

export async function writeMade(store: Store, id: string, made: Made): Promise<void> {
  await store.put(keyIn('made', id), new TextEncoder().encode(`${JSON.stringify(made)}\n`));
}
