import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the tables of Chinese encodings lie: beside pdf.js; in a bundle, beside it (packaging/plugins.ts). */
export function cMapFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
}
