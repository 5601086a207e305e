import { sha256 } from '../kept/digest.js';
import { type Problem, Problems } from '../problem.js';
import { type FaceSource, FontBook } from './book.js';
import type { Face } from './face.js';
import { manifestOf } from './folder.js';
import type { FaceEntry, FontManifest } from './manifest.js';
import { openByBlocks, openFace } from './openFace.js';

/**
 * Opens the faces of one or more folders. The last folder wins for roles, and its files come first in the fallback order, so
 * that `--fonts DIR` can add 楷体, 仿宋 or rare characters without touching the shipped folder.
 * Faces of the first folder that have a checksum are opened when their first character is needed (most reports need two of the
 * five that ship), and those with checksums of blocks are read in part (blockFile.ts). All others are read whole and at once, so
 * that all faults of a user's own fonts are reported together.
 * Throws, now or when a face is opened, Problems: font-unreadable, font-format (WOFF), font-member, font-variable,
 * font-restricted, font-checksum.
 */
export function openFonts(folders: readonly string[]): FontBook {
  const problems: Problem[] = [];
  const faces = new Map<string, FaceSource>();
  let manifest: FontManifest = { faces: [], roles: {}, fallback: [] };
  for (const [index, folder] of folders.entries()) {
    const own = manifestOf(folder);
    for (const entry of own.faces) {
      if (index === 0 && entry.sha256) faces.set(entry.file, new LazyFace(folder, entry));
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

/** A face that is opened when it is first asked for. */
class LazyFace implements FaceSource {
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
