import { Memory } from '../generate.js';
import { memoryBytes, readMemory } from './cache.js';
import { fontsDigest, sha256 } from './manifest.js';
import { cachePath } from './paths.js';
import type { BuildWish, Workshop } from './workshop.js';
import { writeWhole } from './writeWhole.js';

/** A smaller publication is made anew almost as soon as its memory is read, and a run may be over thousands of them. */
const usuallyKeptFrom = 40;

/** What earlier builds made of a manifest's outputs: in this process, or on the disk. */
export function memoryFor(manifest: string, workshop: Workshop, wish: BuildWish): Memory {
  if (wish.force) return new Memory();
  return workshop.memories?.get(manifest) ?? readMemory(cachePath(manifest), stamp(workshop, wish), workshop.fonts);
}

/** Keeps a memory for the next build. A disk that does not take it only costs time then. */
export function keepMemory(manifest: string, memory: Memory, workshop: Workshop, wish: BuildWish): void {
  memory.sweep();
  if (workshop.memories) {
    workshop.memories.set(manifest, memory);
    return;
  }
  if (memory.stretches < (workshop.keptFrom ?? usuallyKeptFrom)) return;
  try {
    writeWhole([{ path: cachePath(manifest), bytes: memoryBytes(memory, stamp(workshop, wish), workshop.fonts) }]);
  } catch {}
}

/** What was not verified is not trusted by a build that verifies. */
function stamp({ program, fonts }: Workshop, { verify }: BuildWish): string {
  return sha256(JSON.stringify([program, fontsDigest(fonts), verify]));
}
