import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Format } from '../formats/formats.js';
import { fileFormats, formatOfName, soundness } from '../formats/rows.js';
import { verify } from '../generate.js';
import { sha256 } from '../kept/digest.js';
import { fault, type Problem, Problems, warning } from '../problem.js';
import { attempt, type Done, reportLayouts } from './attempt.js';
import { knownFiles, type Manifest, readManifest } from './manifest.js';
import { manifestPath, outputPath } from './paths.js';
import { cannotRead } from './readFile.js';
import type { Built, Workshop } from './workshop.js';

/** A publication on the disk. */
interface Published {
  readonly path: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
}

/** The result of verifying a publication without the report that it was built from. */
export interface VerifiedFile {
  readonly path: string;
  readonly format: Format;
  readonly size: number;
  /** Whether it is unchanged since it was made; undefined where no manifest beside it names it. */
  readonly asMade: boolean | undefined;
  readonly problems: readonly Problem[];
}

/** In bytes. A larger file is not ours. */
export const largestPublication = 256 * 1024 * 1024;

/** Whether a file name is that of a publication, not of a report. */
export function isPublication(name: string): boolean {
  return formatOfName(name) !== undefined;
}

/**
 * Verifies a report's published files: each unchanged since it was made, readable by other programs, and with the words of the
 * report as it is now. What is wrong is in the result.
 */
export async function verifyReport(path: string, workshop: Workshop): Promise<Built> {
  const manifest = readManifest(manifestPath(workshop.out, path));
  return attempt(path, {
    workshop,
    choose: reportLayouts,
    internal: isInternal(manifest),
    work: async (read): Promise<Done> => {
      const files = publishedFiles(path, workshop.out);
      const problems: Problem[] = [];
      const sound: Published[] = [];
      for (const file of files) {
        problems.push(...changedSince(file, manifest, dirname(manifestPath(workshop.out, path))).problems);
        const flaws = await flawsOf(file);
        problems.push(...flaws);
        if (flaws.length === 0) sound.push(file);
      }
      if (sound.length > 0) problems.push(...(await verify(read.report, read.layouts, workshop.fonts, sound)));
      if (problems.some(({ severity }) => severity === 'error')) throw new Problems(problems);
      return {
        pages: 0,
        files: files.map(({ path: at, format, bytes }) => ({ path: at, format, size: bytes.length, state: 'same' })),
        stages: [],
        problems: [...read.notices, ...problems],
      };
    },
  });
}

/** Whether signers and contacts were printed. */
function isInternal(manifest: Manifest | undefined): boolean {
  return (manifest?.origin.options as { readonly internal?: unknown } | undefined)?.internal === true;
}

/** Verifies a publication by the manifest beside it, for someone who does not have the report. */
export async function verifyFile(path: string): Promise<VerifiedFile> {
  const format = formatOfName(path) as Format;
  try {
    const file = { path, format, bytes: bytesOf(path) };
    const { asMade, problems } = changedSince(file, ...manifestOf(path));
    return { path, format, size: file.bytes.length, asMade, problems: [...problems, ...(await flawsOf(file))] };
  } catch (cause) {
    if (!(cause instanceof Problems)) throw cause;
    return { path, format, size: 0, asMade: undefined, problems: cause.problems };
  }
}

/** The manifest that names a file, and the manifest's folder: the file's own, or for a single table the parent. */
function manifestOf(path: string): [Manifest | undefined, string] {
  const own = dirname(path);
  for (const folder of [own, join(own, '..')]) {
    const name = nameIn(folder, path);
    for (const file of manifestsIn(folder)) {
      const manifest = readManifest(join(folder, file));
      if (manifest && knownFiles(manifest).some((known) => known.name === name)) return [manifest, folder];
    }
  }
  return [undefined, own];
}

function manifestsIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.manifest.json'));
  } catch {
    return [];
  }
}

function nameIn(folder: string, path: string): string {
  return (relative(folder, path) || basename(path)).split(sep).join('/');
}

/** Compares a file with its manifest. */
function changedSince({ path, bytes }: Published, manifest: Manifest | undefined, folder: string) {
  const name = nameIn(folder, path);
  // After a run was killed, the manifest has the digests of the old and the new file.
  const known = manifest ? knownFiles(manifest).filter((file) => file.name === name) : [];
  if (known.length === 0) return { asMade: undefined, problems: [unrecorded(path)] };
  const digest = sha256(bytes);
  const asMade = known.some((file) => file.sha256 === digest);
  return { asMade, problems: asMade ? [] : [changed(path)] };
}

async function flawsOf({ path, format, bytes }: Published): Promise<Problem[]> {
  return (await soundness(format, bytes)).map((problem) => ({ ...problem, place: { file: path } }));
}

/** The files that were built, of any format. */
function publishedFiles(path: string, out: string): Published[] {
  const files = fileFormats()
    .map((format) => ({ path: outputPath(out, path, format), format }))
    .filter((file) => existsSync(file.path))
    .map((file) => ({ ...file, bytes: bytesOf(file.path) }));
  if (files.length > 0) return files;
  const wanted = outputPath(out, path, fileFormats()[0] as Format);
  const message = {
    zh: `还没有生成 ${wanted} 或别的格式`,
    en: `neither ${wanted} nor another format has been built`,
  };
  throw new Problems([
    fault('not-built', message, { file: path }, { zh: '先运行 jibiao build', en: 'run jibiao build first' }),
  ]);
}

function bytesOf(path: string): Uint8Array {
  try {
    if (statSync(path).size > largestPublication) throw new Error('> 256 MB');
    return readFileSync(path);
  } catch (cause) {
    throw new Problems([cannotRead(path, cause)]);
  }
}

function changed(path: string): Problem {
  return fault(
    'output-changed',
    {
      zh: '生成之后被改动过：与 manifest 里记的校验和不符',
      en: 'it was changed after it was made: its manifest has another sum',
    },
    { file: path },
    {
      zh: '改动应写进报告数据，再用 build --overwrite 生成；传送中损坏的，请另取一份',
      en: 'edits belong in the report: build it again with --overwrite; if it was damaged on its way, get it anew',
    },
  );
}

function unrecorded(path: string): Problem {
  return warning(
    'manifest-missing',
    {
      zh: '旁边没有记着它的 manifest，无法核对生成之后是否被改动过',
      en: 'no manifest beside it knows it: whether it was changed after it was made cannot be told',
    },
    { file: path },
    {
      zh: '把生成时的 报告名.manifest.json 放在它旁边，再运行一次',
      en: 'put the .manifest.json of its build beside it and run again',
    },
  );
}
