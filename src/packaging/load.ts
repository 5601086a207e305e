import { isAscii } from 'node:buffer';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/*
 * Loads the parts into which bundle.ts puts the program. Parts that are needed together stand in one file: a script whose value
 * is a function a part. Beside each file stands the code that this Node compiled of it when the program was built: reading that
 * takes a tenth of the time of compiling. Another Node, or one with other flags, refuses such code by itself and compiles anew.
 */

/*
 * V8 11 (Node 20) compiles functions that are called often anew, on threads of its own, sooner than a run of seconds gains by:
 * where it looks after 400,000 bytes of bytecode, not after 135,168, 200 forms take a fifth less CPU in the same time. Later
 * versions of V8 look otherwise and have no such flag.
 */
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=400000');

/** What a part finds around it, under the names that bundle.ts gives them. */
type Run = (
  exports: object,
  require: (id: string) => unknown,
  module: { exports: object },
  file: string,
  folder: string,
  url: string,
  loadLater: (id: string) => Promise<unknown>,
  importPackage: (id: string) => Promise<unknown>,
) => void;

interface File {
  readonly script: Script;
  readonly parts: Readonly<Record<string, Run>>;
  readonly coded: Coded | undefined;
}

/** V8's code of a file, and how many runs' functions are in it. */
interface Coded {
  readonly code: Buffer;
  readonly runs: number;
}

/** The file of each part that has none of its own. Written by bundle.ts. */
declare const fileOf: Readonly<Record<string, string>>;

/** All parts stand for one file, main.js: what they look for, they look for beside it. */
const folder = __dirname;
const main = join(folder, 'main.js');
const url = pathToFileURL(main).href;
const fromPackages = createRequire(main);
const codes = join(folder, 'code', `${process.version}-${process.arch}`);
const files = new Map<string, File>();
const parts = new Map<string, { exports: object }>();

/** A run such as `--version` calls few functions; after some, most are known that a user's runs call. */
const enoughRuns = 4;

/** Behind the code stand the sum of it and its file (V8 runs damaged code, and code of another text of the same length), and the runs. */
const sumLength = 4;
const tailLength = sumLength + 1;

/** What a part exports; it runs once. */
export function load(name: string): object {
  const known = parts.get(name);
  if (known) return known.exports;
  const run = fileNamed(fileOf[name] ?? name).parts[name] as Run;
  const module = { exports: {} };
  // Known before it runs: parts may need each other.
  parts.set(name, module);
  run(module.exports, required, module, main, folder, url, loadLater, importPackage);
  return module.exports;
}

function fileNamed(name: string): File {
  const known = files.get(name);
  if (known) return known;
  const path = join(folder, 'parts', name);
  const bytes = readFileSync(path);
  const coded = codeOf(name, bytes);
  const script = new Script(textOf(bytes), { filename: path, ...(coded && { cachedData: coded.code }) });
  const file = { script, coded, parts: script.runInThisContext() as Readonly<Record<string, Run>> };
  files.set(name, file);
  return file;
}

/**
 * Writes the code of the files that were loaded, with all functions that were called so far, unless it knows enough runs: those
 * of the build know all there is. Of one that knows a few, the functions of those stay in it.
 */
export function keepCode(runs = enoughRuns): void {
  for (const [name, file] of files) {
    const { script, coded } = file;
    if (coded && coded.runs >= enoughRuns) continue;
    const code = script.createCachedData();
    // V8 forgets the code of functions that were not called for long.
    if (coded && !script.cachedDataRejected && code.length < coded.code.length) continue;
    const all = (coded?.runs ?? 0) + runs;
    const tail = Buffer.alloc(tailLength);
    tail.writeUInt32LE(sumOf(code, readFileSync(join(folder, 'parts', name))));
    tail.writeUInt8(all, sumLength);
    writeWhole(join(codes, `${name}.bin`), Buffer.concat([code, tail]));
    files.set(name, { ...file, coded: { code, runs: all } });
  }
}

/**
 * Keeps what this run compiles, for later ones: an installed package has no code, nor has a clone after a change of Node. Where
 * the package's folder may not be written, every run compiles anew.
 */
export function keepCodeAtEnd(): void {
  process.once('exit', () => {
    try {
      keepCode(1);
    } catch {
      // The run has done what it was for.
    }
  });
}

/** Others may be reading it, or writing it too. */
function writeWhole(file: string, bytes: Buffer): void {
  const unfinished = `${file}.${process.pid}`;
  mkdirSync(codes, { recursive: true });
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, file);
}

/** The files that were loaded, and whether their code was taken. For tests. */
export function loaded(): Readonly<Record<string, boolean>> {
  return Object.fromEntries([...files].map(([name, { script }]) => [name, script.cachedDataRejected === false]));
}

/** A part, a file that the build wrote (`./readyLayouts.cjs`), or a package. */
function required(id: string): unknown {
  const name = /^\.\/([^/]+)\.c?js$/.exec(id)?.[1];
  return name === undefined ? fromPackages(id) : load(`${name}.js`);
}

async function loadLater(id: string): Promise<unknown> {
  return load(id.slice(2));
}

/** A script cannot import by itself when its code comes from a file. */
function importPackage(id: string): Promise<unknown> {
  return import(id);
}

/** Text of one byte a character where it can be: it takes half the room. */
function textOf(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

function sumOf(code: Uint8Array, text: Uint8Array): number {
  return crc32(text, crc32(code));
}

function codeOf(name: string, text: Uint8Array): Coded | undefined {
  try {
    const bytes = readFileSync(join(codes, `${name}.bin`));
    const code = bytes.subarray(0, -tailLength);
    const runs = bytes.readUInt8(code.length + sumLength);
    return bytes.readUInt32LE(code.length) === sumOf(code, text) ? { code, runs } : undefined;
  } catch {
    return undefined;
  }
}
