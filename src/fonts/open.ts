import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import * as fontkit from 'fontkit';
import { fault, type Problem, Problems } from '../problem.js';
import { type FaceSource, FontBook } from './book.js';
import { Face } from './face.js';
import type { FaceEntry, FontManifest } from './manifest.js';
import { decodeOffsets } from './offsets.js';
import { readBeside } from './readBeside.js';

/**
 * Opens the faces of one or more folders. The last folder wins for roles; all its files join the fallback order first,
 * so that `--fonts DIR` can bring 楷体, 仿宋 or rare characters without touching the shipped folder.
 * The first folder's faces that have a checksum are read when their first character is needed: most reports need two of
 * the five that ship. All others are read now, so that a user hears of all faults of their own at once.
 * Throws, then or now, Problems: font-unreadable, font-format (WOFF, collections), font-variable, font-restricted, font-checksum.
 */
export function openFonts(folders: readonly string[]): FontBook {
  const problems: Problem[] = [];
  const faces = new Map<string, FaceSource>();
  let manifest: FontManifest = { faces: [], roles: {}, fallback: [] };
  for (const [index, folder] of folders.entries()) {
    const own = readManifest(folder);
    for (const entry of own.faces) {
      if (index === 0 && entry.sha256) faces.set(entry.file, new LaterFace(folder, entry));
      else {
        const face = openFace(folder, entry, problems);
        if (face) faces.set(entry.file, { face, opened: true, sha256: sha256(face.bytes) });
      }
    }
    manifest = {
      faces: [...manifest.faces, ...own.faces],
      roles: { ...manifest.roles, ...own.roles },
      fallback: [...own.fallback, ...manifest.fallback],
    };
  }
  if (problems.length > 0) throw new Problems(problems);
  return new FontBook(manifest, faces);
}

/** A face that waits to be asked for. */
class LaterFace implements FaceSource {
  #face: Face | undefined;
  #bytes: Buffer | undefined;

  constructor(
    readonly folder: string,
    readonly entry: FaceEntry,
  ) {}

  get sha256(): string {
    return this.entry.sha256 as string;
  }

  get opened(): boolean {
    return this.#face !== undefined;
  }

  async readAhead(): Promise<void> {
    if (this.#face || this.#bytes) return;
    // A file that cannot be read is told when it is needed.
    this.#bytes = await readBeside(join(this.folder, this.entry.file)).catch(() => undefined);
  }

  get face(): Face {
    if (this.#face) return this.#face;
    const problems: Problem[] = [];
    this.#face = openFace(this.folder, this.entry, problems, this.#bytes);
    this.#bytes = undefined;
    if (!this.#face) throw new Problems(problems);
    return this.#face;
  }
}

/** A folder's `fonts.json`; without one, every TrueType file in it stands in for characters that others lack. */
function readManifest(folder: string): FontManifest {
  const path = join(folder, 'fonts.json');
  if (existsSync(path)) {
    try {
      return soundManifest(JSON.parse(readFileSync(path, 'utf8')));
    } catch (cause) {
      throw new Problems([unreadable(path, cause)]);
    }
  }
  let files: string[];
  try {
    files = readdirSync(folder)
      .filter((file) => /\.(ttf|otf|woff2?|ttc)$/i.test(file))
      .sort();
  } catch (cause) {
    throw new Problems([unreadable(folder, cause)]);
  }
  const faces = files.map((file) => ({ file, family: '', bold: /bold/i.test(file) }));
  return { faces, roles: rolesByName(files), fallback: files };
}

/** Throws what `readManifest` tells when the file is JSON but no font manifest. */
function soundManifest(value: unknown): FontManifest {
  const manifest = (value ?? {}) as Partial<FontManifest>;
  const { faces, roles, fallback } = manifest;
  const named = Array.isArray(faces) && faces.every((face) => typeof face?.file === 'string');
  if (!named || typeof roles !== 'object' || roles === null || !Array.isArray(fallback)) {
    throw new Error('fonts.json: faces, roles, fallback');
  }
  return { faces, roles, fallback };
}

/** 楷体 and 仿宋 files are recognised by their usual names, so that dropping a file into the folder is enough. */
function rolesByName(files: readonly string[]): FontManifest['roles'] {
  const patterns = { 楷体: /kai|楷/i, 仿宋: /fang|仿宋/i, 小标宋: /xiaobiao|标宋/i } as const;
  const roles: Record<string, { regular: string; bold: string }> = {};
  for (const [role, pattern] of Object.entries(patterns)) {
    const file = files.find((name) => pattern.test(name));
    if (file) roles[role] = { regular: file, bold: file };
  }
  return roles;
}

/** `read`: what was read ahead of its file. */
function openFace(folder: string, entry: FaceEntry, problems: Problem[], read?: Buffer): Face | undefined {
  const path = join(folder, entry.file);
  try {
    const bytes = read ?? readFileSync(path);
    const problem = unusable(path, bytes, entry);
    if (problem) {
      problems.push(problem);
      return undefined;
    }
    const font = fontkit.create(bytes) as fontkit.Font;
    const refused = refusedFont(path, font);
    if (refused) {
      problems.push(refused);
      return undefined;
    }
    decodeOffsets(font, bytes);
    return new Face(font, path, entry.family || font.familyName, entry.bold, bytes);
  } catch (cause) {
    problems.push(unreadable(path, cause));
    return undefined;
  }
}

/** WOFF makes pdfkit hang or write 189 MB (fonts.md §3), collections cannot be subset for Word, a wrong sum is a wrong file. */
function unusable(path: string, bytes: Buffer, entry: FaceEntry): Problem | undefined {
  const magic = bytes.subarray(0, 4).toString('latin1');
  if (magic !== '\0\x01\0\0' && magic !== 'true' && magic !== 'OTTO') {
    return fault(
      'font-format',
      { zh: `字体 ${entry.file} 不是 TrueType 或 OpenType 文件`, en: `${entry.file} is no TrueType or OpenType file` },
      { file: path },
      { zh: '请换用 .ttf 文件（WOFF、WOFF2、TTC 不能用）', en: 'use a .ttf file (WOFF, WOFF2 and TTC cannot be used)' },
    );
  }
  if (!isWhole(bytes, entry)) {
    return fault(
      'font-checksum',
      { zh: `字体 ${entry.file} 与清单的校验和不符`, en: `${entry.file} does not match the manifest's checksum` },
      { file: path },
      { zh: '文件可能损坏，请重新取得', en: 'the file may be damaged; fetch it again' },
    );
  }
  return undefined;
}

function isWhole(bytes: Buffer, entry: FaceEntry): boolean {
  if (entry.crc32) return crc32(bytes) === Number.parseInt(entry.crc32, 16);
  return !entry.sha256 || sha256(bytes) === entry.sha256;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function refusedFont(path: string, font: fontkit.Font): Problem | undefined {
  if (Object.keys(font.variationAxes ?? {}).length > 0) {
    return fault(
      'font-variable',
      { zh: '可变字体会被嵌成最细的一级', en: 'a variable font would be embedded at its thinnest weight' },
      { file: path },
      { zh: '请换用静态字体文件', en: 'use a static font file' },
    );
  }
  const type = font['OS/2']?.fsType as unknown as { noEmbedding?: boolean } | undefined;
  if (type?.noEmbedding) {
    return fault(
      'font-restricted',
      { zh: '该字体的授权不许嵌入', en: "the font's licence bits forbid embedding" },
      { file: path },
    );
  }
  return undefined;
}

function unreadable(path: string, cause: unknown): Problem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return fault(
    'font-unreadable',
    { zh: `字体读不出：${reason}`, en: `cannot read the font: ${reason}` },
    { file: path },
  );
}
