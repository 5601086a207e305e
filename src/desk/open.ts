import { existsSync, readFileSync } from 'node:fs';
import type { FontBook } from '../fonts/book.js';
import type { Assets } from './routes.js';

const types: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'desk.js': 'text/javascript; charset=utf-8',
  'desk.css': 'text/css; charset=utf-8',
};

/** The page's files in a folder, as the build leaves them there, and the faces of a book by their own names. */
export function assetsIn(folder: URL, fonts: () => FontBook): Assets {
  const files = new Map(
    Object.entries(types).flatMap(([name, type]) => {
      const url = new URL(name, folder);
      return existsSync(url) ? [[name, { type, bytes: readFileSync(url) }] as const] : [];
    }),
  );
  return { files, faceOf: (name) => fonts().faces.find(({ postscriptName }) => postscriptName === name)?.bytes };
}
