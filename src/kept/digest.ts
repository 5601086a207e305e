import { createHash } from 'node:crypto';

/** The SHA-256 of bytes or of a text in UTF-8, in hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Its first half: enough to tell things of one run apart. */
export function shortDigest(text: string): string {
  return sha256(text).slice(0, 32);
}
