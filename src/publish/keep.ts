import { sha256 } from '../kept/digest.js';
import { keptBytes, readKept } from '../kept/disk/file.js';
import { Kept } from '../kept/kept.js';
import { fontsDigest } from './manifest.js';
import { cachePath } from './paths.js';
import type { BuildWish, Workshop } from './workshop.js';
import { writeWhole } from './writeWhole.js';

/** A smaller publication is made anew almost as soon as what was kept is read, and a run may be over thousands of them. */
const usuallyKeptFrom = 40;

/** What earlier builds made of a manifest's outputs: in this process, or on the disk. */
export function keptFor(manifest: string, workshop: Workshop, wish: BuildWish): Kept {
  if (wish.force) return new Kept();
  return workshop.kept?.get(manifest) ?? readKept(cachePath(manifest), stamp(workshop, wish), workshop.fonts);
}

/** Keeps what a build made for the next one. A disk that does not take it only costs time then. */
export function keep(manifest: string, kept: Kept, workshop: Workshop, wish: BuildWish): void {
  kept.sweep();
  if (workshop.kept) {
    workshop.kept.set(manifest, kept);
    return;
  }
  if (kept.shelf('pages').size < (workshop.keptFrom ?? usuallyKeptFrom)) return;
  try {
    writeWhole([{ path: cachePath(manifest), bytes: keptBytes(kept, stamp(workshop, wish), workshop.fonts) }]);
  } catch {}
}

/** What was not verified is not trusted by a build that verifies. */
function stamp({ program, fonts }: Workshop, { verify }: BuildWish): string {
  return sha256(JSON.stringify([program, fontsDigest(fonts), verify]));
}
