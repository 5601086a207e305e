import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folders and facts of the installed package; this file lives two folders below its root. */
export const shippedTemplates = fileURLToPath(new URL('../../templates', import.meta.url));
export const shippedFonts = fileURLToPath(new URL('../../fonts', import.meta.url));

export function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Version and digest of the program, which bundle.ts wrote, and of Node, whose zlib packs files. */
export function programStamp(): string {
  const path = new URL('program.txt', import.meta.url);
  // Unbundled, as in tests, each process is a program of its own.
  const digest = existsSync(path) ? readFileSync(path, 'utf8').trim() : `${process.pid}-${process.hrtime.bigint()}`;
  return `jibiao ${packageVersion()} ${digest} Node ${process.version}`;
}
