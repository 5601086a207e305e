import { existsSync, readFileSync } from 'node:fs';
import type { PassedProjects } from '../check/passed.js';
import type { FontBook } from '../fonts/book.js';
import type { Format } from '../formats/formats.js';
import { sha256 } from '../kept/digest.js';
import type { FoundLayouts } from '../layouts/find.js';
import type { Problem } from '../problem.js';
import type { PrintedTable } from '../typeset/printedTables.js';

/** What outputs depend on. Equal origins give equal bytes. */
export interface Origin {
  /** Version and digest of the program, and the version of Node, whose zlib compresses. */
  readonly program: string;
  /** SHA-256 of the report's file. */
  readonly report: string;
  /** SHA-256 of all layouts that could be chosen, and of the faces with their roles. */
  readonly layouts: string;
  readonly fonts: string;
  /** The options, without the formats. */
  readonly options: unknown;
}

/** A file that was written; its name is relative to the manifest's folder. */
export interface MadeFile {
  readonly name: string;
  readonly format: Format;
  readonly size: number;
  readonly sha256: string;
  /** For the file of a single table: the digest of what it was made of. */
  readonly origin?: string;
}

/** `<report>.manifest.json` beside the outputs: what they were made of, and the files. */
export interface Manifest {
  readonly manifest: 1;
  readonly origin: Origin;
  readonly layout: string;
  readonly pages: number;
  readonly tables: readonly PrintedTable[];
  readonly files: readonly MadeFile[];
  /** Files of earlier builds, in formats or of tables that the last one was not asked for. */
  readonly earlier?: readonly MadeFile[];
  /** Projects that passed the rules, by digest, with their warnings; valid while program and layouts are the same. */
  readonly sound?: PassedProjects;
  /** Warnings of the build; valid while nothing has changed. */
  readonly problems: readonly Problem[];
  /** Files that were about to replace those in `files` when the run was killed: either may be on the disk. */
  readonly pending?: readonly MadeFile[];
}

/** The manifest at a path; undefined when there is none or it is invalid. */
export function readManifest(path: string): Manifest | undefined {
  try {
    if (!existsSync(path)) return undefined;
    const read = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    const { manifest, origin, layout, pages } = read;
    const known =
      manifest === 1 && areTexts(origin.program, layout) && typeof pages === 'number' && isSound(read.sound ?? {});
    const sound = read.tables.every(isTable) && read.problems.every(isProblem) && knownFiles(read).every(isBelow);
    return known && sound ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a file is below the manifest's folder: a manifest from elsewhere must not name others. */
function isBelow({ name, sha256: digest, format, size }: MadeFile): boolean {
  const parts = name.split('/');
  const sound = areTexts(digest, format) && typeof size === 'number';
  return sound && !/[\\:\0]/.test(name) && parts.every((part) => !['', '.', '..'].includes(part));
}

function isSound(sound: PassedProjects): boolean {
  return typeof sound === 'object' && Object.values(sound).every((count) => Number.isInteger(count) && count >= 0);
}

function isTable({ title, sha256: digest }: PrintedTable): boolean {
  return areTexts(title, digest);
}

function isProblem({ code, severity, message, hint, place }: Problem): boolean {
  const { cell } = place ?? {};
  const words = [message, ...(hint === undefined ? [] : [hint]), ...(typeof cell === 'object' ? [cell] : [])].flatMap(
    ({ zh, en }) => [zh, en],
  );
  return (
    areTexts(code, ...words, place?.file ?? '', place?.pointer ?? '') && ['error', 'warning', 'hint'].includes(severity)
  );
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}

/** All files that a manifest names, of all runs. */
export function knownFiles({ files, earlier = [], pending = [] }: Manifest): readonly MadeFile[] {
  return [...files, ...earlier, ...pending];
}

export function manifestBytes(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 1)}\n`);
}

export function sameOrigin(left: Origin, right: Origin): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Layouts do not change during a run. */
const layoutDigests = new WeakMap<FoundLayouts, string>();

export function layoutsDigest(found: FoundLayouts): string {
  const known = layoutDigests.get(found);
  if (known) return known;
  // Partials and the base look are those of many layouts: each is digested once.
  const once = new Map<object, string>();
  const of = (shared: object, content: () => string): string => {
    const digest = once.get(shared) ?? sha256(content());
    once.set(shared, digest);
    return digest;
  };
  const all = found.layouts.map(({ manifest, template, title, looks, partials }) => [
    [manifest, template.text, title.text, looks.map((look) => of(look, () => look.text))],
    of(partials, () => JSON.stringify([...partials].map(([name, { text }]) => [name, text]))),
  ]);
  const digest = sha256(JSON.stringify(all));
  layoutDigests.set(found, digest);
  return digest;
}

export function fontsDigest(fonts: FontBook): string {
  return sha256(JSON.stringify(fonts.identity));
}
