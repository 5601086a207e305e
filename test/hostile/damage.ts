import { type Random, randomOf } from '../bench/random.js';

/** A copy of a file with something done to it, from a seed: the same seed does the same. */
export type Damage = (bytes: Buffer, random: Random) => Buffer;

/** One bit between two places of the file turned round. */
export function flippedBit(from = 0, to = Number.POSITIVE_INFINITY): Damage {
  return (bytes, random) => {
    const at = random.int(from, Math.min(to, bytes.length) - 1);
    bytes[at] = (bytes[at] as number) ^ (1 << random.int(0, 7));
    return bytes;
  };
}

/** A range of up to 4,000 bytes set to zero, as a disk gives a block that was never written. */
export const zeroed: Damage = (bytes, random) => {
  const at = random.int(0, bytes.length - 1);
  return bytes.fill(0, at, Math.min(bytes.length, at + random.int(20, 4000)));
};

/** The end lost, as by a download that stopped. */
export const cut: Damage = (bytes, random) => bytes.subarray(0, random.int(1, bytes.length - 1));

/** The file damaged in so many ways, each by its seed; those that change nothing (zeros over zeros) are left out. */
export function* damaged(bytes: Buffer, damage: Damage, times: number, seed = 1): Generator<Buffer> {
  for (let turn = 0; turn < times; turn += 1) {
    const made = damage(Buffer.from(bytes), randomOf(seed * 100_003 + turn));
    if (!made.equals(bytes)) yield made;
  }
}
