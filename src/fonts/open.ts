import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, Problems } from '../problem.js';
import { type FaceSource, FontBook } from './book.js';
import type { Face } from './face.js';
import { unreadable } from './faults.js';
import type { FaceEntry, FontManifest } from './manifest.js';
import { openByBlocks, openFace, sha256 } from './openFace.js';

/**
 * Opens the faces of one or more folders. The last folder wins for roles; all its files join the fallback order first,
 * so that `--fonts DIR` can bring 楷体, 仿宋 or rare characters without touching the shipped folder.
 * The first folder's faces that have a checksum are opened when their first character is needed: most reports need two of
 * the five that ship; and those with sums of their blocks are read where they are needed (blockFile.ts). All others are read
 * now and whole, so that a user hears of all faults of their own at once.
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

  get face(): Face {
    if (this.#face) return this.#face;
    const problems: Problem[] = [];
    this.#face = openByBlocks(this.folder, this.entry) ?? openFace(this.folder, this.entry, problems);
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
