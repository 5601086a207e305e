import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folders and facts of the installed package; this file lives two folders below its root. */
export const shippedTemplates = fileURLToPath(new URL('../../templates', import.meta.url));
export const shippedFonts = fileURLToPath(new URL('../../fonts', import.meta.url));

export function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
