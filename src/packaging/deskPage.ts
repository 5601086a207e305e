import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildResult, build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Bundles the page of the desk (src/desk/page) into a folder: index.html, desk.js, desk.css. For browsers from Chrome 86 on, on which
 * 360 and the browsers of UOS are built. Returns the files that it is made of.
 */
export async function bundleDeskPage(folder: string): Promise<string[]> {
  const page = join(root, 'src', 'desk', 'page');
  const made: BuildResult<{ metafile: true }> = await build({
    entryPoints: { desk: join(page, 'main.tsx') },
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'chrome86',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    metafile: true,
    legalComments: 'none',
    charset: 'utf8',
    external: ['/face/*'],
    logLevel: 'warning',
  });
  writeFileSync(join(folder, 'index.html'), readFileSync(join(page, 'index.html')));
  return Object.keys(made.metafile.inputs);
}
