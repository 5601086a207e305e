import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folders of the installed package; this file is two folders below its root. */
export const shippedTemplates = fileURLToPath(new URL('../../templates', import.meta.url));
export const shippedFonts = fileURLToPath(new URL('../../fonts', import.meta.url));

/** The page of the desk, as the build leaves it (packaging/deskPage.ts): beside the bundle, of which an unbundled program is no part. */
export const deskPage = new URL(
  existsSync(new URL('program.txt', import.meta.url)) ? './desk/' : '../../dist/app/desk/',
  import.meta.url,
);

export function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Version and digest of the program (written by bundle.ts), and the version of Node, whose zlib compresses files. */
export function programStamp(): string {
  const path = new URL('program.txt', import.meta.url);
  // Unbundled, as in tests, each process counts as another program.
  const digest = existsSync(path) ? readFileSync(path, 'utf8').trim() : `${process.pid}-${process.hrtime.bigint()}`;
  return `jibiao ${packageVersion()} ${digest} Node ${process.version}`;
}
