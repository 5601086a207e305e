import { realpathSync, statSync } from 'node:fs';
import { writeWhole } from './writeWhole.js';

/** Writes a report's file anew, whole or not at all; it keeps its mode, and a link stays a link. Throws Problems `cannot-write`. */
export function writeReport(file: string, bytes: Uint8Array): void {
  const path = realpathSync(file);
  writeWhole([{ path, bytes, mode: statSync(path).mode & 0o7777 }]);
}
