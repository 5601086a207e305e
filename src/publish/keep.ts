import { sha256 } from '../kept/digest.js';
import { keptBytes, readKept } from '../kept/disk/file.js';
import { Kept } from '../kept/kept.js';
import { fontsDigest } from './manifest.js';
import { cachePath } from './paths.js';
import type { BuildWish, Workshop } from './workshop.js';
import { writeWhole } from './writeWhole.js';

/** In stretches of pages. Making a smaller publication again takes hardly longer than reading what was kept. */
const usuallyKeptFrom = 40;

/** What earlier builds kept for a manifest's outputs: in this process, or on the disk. */
export function keptFor(manifest: string, workshop: Workshop, wish: BuildWish): Kept {
  if (wish.force) return new Kept();
  return workshop.kept?.get(manifest) ?? readKept(cachePath(manifest), stamp(workshop, wish), workshop.fonts);
}

/** Keeps what a build made for the next one; if the disk does not take it, that only costs time. */
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

/** What is kept is only valid for this stamp: a build that verifies does not trust what was not verified. */
function stamp({ program, fonts }: Workshop, { verify }: BuildWish): string {
  return sha256(JSON.stringify([program, fontsDigest(fonts), verify]));
}
