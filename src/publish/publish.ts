import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Format } from '../formats/formats.js';
import { sha256 } from '../kept/digest.js';
import { fault, type Problem, Problems } from '../problem.js';
import { knownFiles, type MadeFile, type Manifest, manifestBytes, sameOrigin } from './manifest.js';
import { writeWhole } from './writeWhole.js';

/** A finished file and its path. */
export interface Publication {
  readonly path: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
  readonly origin?: string;
}

/** What happened to a file: `same` was not touched, `removed` belonged to a table that no longer exists. */
export type FileState = 'same' | 'changed' | 'new' | 'removed';

export interface PublishedFile {
  readonly path: string;
  readonly format: Format;
  readonly size: number;
  readonly state: FileState;
}

/** How files are written: beside which manifest, after which earlier one, and whether edits by others may be overwritten. */
export interface Publishing {
  readonly path: string;
  readonly before: Manifest | undefined;
  readonly overwrite: boolean;
  /** The report's file. */
  readonly report: string;
}

/**
 * Writes the files that differ, and their manifest, all or none. `kept` are files that stay as they are. Files of the manifest
 * before that are in the folder of single tables and are no longer made are deleted. Throws Problems `output-edited` for each
 * file that someone has edited, and `cannot-write`.
 */
export function publish(
  files: readonly Publication[],
  kept: readonly MadeFile[],
  manifest: Omit<Manifest, 'files'>,
  { path, before, overwrite, report }: Publishing,
  tables?: string,
): PublishedFile[] {
  const folder = dirname(path);
  if (tables !== undefined) refuseLink(tables, folder);
  const made = files.map((file) => madeFile(file, folder));
  const ours = digestsByName(before);
  const states = files.map((file, index) => stateOf(file.path, made[index] as MadeFile, ours));
  const gone = tables === undefined ? [] : leftOver(before, [...made, ...kept], relative(folder, tables));
  const goneStates = gone.map((file) => stateOf(join(folder, file.name), file, ours));
  const edited = made.filter((_, index) => states[index] === 'edited');
  if (edited.length > 0 && !overwrite)
    throw new Problems(edited.map(({ name }) => outputEdited(join(folder, name), ours.has(name), report)));
  const all = [...made, ...kept];
  const others = otherFiles(before, new Set([...all, ...gone].map(({ name }) => name)), folder);
  const same = before && sameOrigin(before.origin, manifest.origin);
  const writing = files.filter((_, index) => states[index] !== 'same');
  const whole: Manifest = same
    ? { ...manifest, files: [...all, ...others] }
    : { ...manifest, files: all, ...(others.length > 0 && { earlier: others }) };
  if (writing.length > 0) writeManifest(path, pendingManifest(whole, before, made));
  writeWhole(writing);
  // A file that someone has edited is not deleted.
  const removed = gone.filter(
    (_, index) => goneStates[index] !== 'new' && (goneStates[index] !== 'edited' || overwrite),
  );
  for (const { name } of removed) rmSync(join(folder, name), { force: true });
  writeManifest(path, whole);
  return [
    ...files.map((file, index) => published(file.path, made[index] as MadeFile, states[index] as FileState | 'edited')),
    ...kept.map((file) => published(join(folder, file.name), file, 'same')),
    ...removed.map((file) => published(join(folder, file.name), file, 'removed')),
  ];
}

/** Refuses a folder of tables that is a link: nothing may be written or deleted elsewhere. */
function refuseLink(tables: string, folder: string): void {
  if (!existsSync(tables) || realpathSync(tables) === join(realpathSync(folder), relative(folder, tables))) return;
  const message = {
    zh: `${tables} 是指向别处的链接，没有写入`,
    en: `${tables} is a link to another place; nothing was written`,
  };
  const hint = { zh: '请删去这个链接，或换一个 --out', en: 'delete the link, or choose another --out' };
  throw new Problems([fault('cannot-write', message, { file: tables }, hint)]);
}

/** Whether a file on the disk is as it was written. */
export function standsAsMade(folder: string, { name, sha256: digest, size }: MadeFile): boolean {
  try {
    const bytes = readFileSync(join(folder, name));
    return bytes.length === size && sha256(bytes) === digest;
  } catch {
    return false;
  }
}

export function published(path: string, { format, size }: MadeFile, state: FileState | 'edited'): PublishedFile {
  return { path, format, size, state: state === 'edited' ? 'changed' : state };
}

function madeFile({ path, format, bytes, origin }: Publication, folder: string): MadeFile {
  const name = relative(folder, path).split(sep).join('/');
  return { name, format, size: bytes.length, sha256: sha256(bytes), ...(origin !== undefined && { origin }) };
}

/** By name, the digests that our file may have: of the last run, or of one that was killed. */
function digestsByName(before: Manifest | undefined): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>();
  for (const { name, sha256: digest } of before ? knownFiles(before) : []) {
    known.set(name, (known.get(name) ?? new Set()).add(digest));
  }
  return known;
}

/** The files of earlier builds that this one does not touch. */
function otherFiles(before: Manifest | undefined, named: ReadonlySet<string>, folder: string): MadeFile[] {
  const left = before ? [...before.files, ...(before.earlier ?? [])] : [];
  return left.filter(({ name }) => !named.has(name) && existsSync(join(folder, name)));
}

function stateOf(path: string, made: MadeFile, ours: ReadonlyMap<string, ReadonlySet<string>>): FileState | 'edited' {
  if (!existsSync(path)) return 'new';
  let digest: string;
  try {
    digest = sha256(readFileSync(path));
  } catch {
    // A folder, or no right to read: writing will report it.
    return 'changed';
  }
  if (digest === made.sha256) return 'same';
  return ours.get(made.name)?.has(digest) ? 'changed' : 'edited';
}

/** The files of single tables that the build before made and this one did not. */
function leftOver(before: Manifest | undefined, made: readonly MadeFile[], folder: string): MadeFile[] {
  const names = new Set(made.map(({ name }) => name));
  const old = before ? knownFiles(before) : [];
  const single = old.filter(({ name }) => name.startsWith(`${folder.split(sep).join('/')}/`) && !names.has(name));
  return [...new Map(single.map((file) => [file.name, file])).values()];
}

/** The manifest while files are being replaced: the files before, and those that are about to be there. */
function pendingManifest(whole: Manifest, before: Manifest | undefined, made: readonly MadeFile[]): Manifest {
  const pending = [...(before?.pending ?? []), ...made];
  return before ? { ...before, pending } : { ...whole, files: [], pending };
}

function writeManifest(path: string, manifest: Manifest): void {
  const bytes = manifestBytes(manifest);
  if (existsSync(path) && Buffer.compare(readFileSync(path), bytes) === 0) return;
  writeWhole([{ path, bytes }]);
}

/** `known`: whether a manifest names the file. */
function outputEdited(path: string, known: boolean, report: string): Problem {
  const message = known
    ? {
        zh: `${path} 在生成之后被改动过，没有覆盖`,
        en: `${path} was changed after it was made; it was not overwritten`,
      }
    : {
        zh: `${path} 已经存在，没有记录说明它是本程序生成的，没有覆盖`,
        en: `${path} exists and no record says that it was made here; it was not overwritten`,
      };
  const canGoBack = known && /\.(?:docx|xlsx|csv|html)$/.test(path);
  const back = canGoBack
    ? {
        zh: `要把改动写回报告数据：jibiao import ${path} --into ${report}；`,
        en: `to take the edits into the report: jibiao import ${path} --into ${report}; `,
      }
    : { zh: '', en: '' };
  const hint = {
    zh: `${back.zh}要留下它，请把它另存到别处（改动应写进报告数据）；不要了，加 --overwrite 再运行`,
    en: `${back.en}to keep it move it elsewhere (edits belong in the report); to lose it run again with --overwrite`,
  };
  return fault('output-edited', message, { file: path }, hint);
}
