import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Run by `npm run build`, after the compiler: puts the command line and its libraries into a few files under dist/app. Node
 * looks up and reads some 600 files otherwise, which takes longer than a small table.
 */
const dist = dirname(fileURLToPath(import.meta.url));
const app = join(dist, 'app');

/** Large engines that few runs need stay packages of their own. */
const external = ['@resvg/resvg-wasm', 'ajv', 'docx', 'esbuild', 'pdfjs-dist', 'subset-font', 'tinypool'];

/** What CommonJS libraries expect of their surroundings. */
const surroundings = [
  "import { createRequire as jibiaoRequire } from 'node:module';",
  "import { fileURLToPath as jibiaoPath } from 'node:url';",
  "import { dirname as jibiaoFolder } from 'node:path';",
  'const require = jibiaoRequire(import.meta.url);',
  'const jibiaoFile = jibiaoPath(import.meta.url);',
  'const jibiaoHere = jibiaoFolder(jibiaoFile);',
].join('\n');

rmSync(app, { recursive: true, force: true });
await build({
  // All but the first are what threads run.
  entryPoints: {
    main: join(dist, 'cli', 'main.js'),
    buildWorker: join(dist, 'cli', 'batch', 'buildWorker.js'),
    attachedWorker: join(dist, 'pdf', 'attachedWorker.js'),
  },
  outdir: app,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  external,
  // fontkit unpacks WOFF2 with it, 1.3 MB; fonts/open.ts refuses WOFF2.
  alias: { 'brotli/decompress.js': join(dist, 'refused.js') },
  define: { __dirname: 'jibiaoHere', __filename: 'jibiaoFile' },
  banner: { js: surroundings },
  // Less to read at each start; names stay, for the stack of a fault.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'external',
  logLevel: 'warning',
});

mkdirSync(join(app, 'data'));
const profile = 'sRGB_IEC61966_2_1.icc';
const pdfkit = dirname(createRequire(import.meta.url).resolve('pdfkit'));
copyFileSync(join(pdfkit, 'data', profile), join(app, 'data', profile));
for (const name of ['report/reportValidator.cjs', 'layouts/manifestValidator.cjs']) {
  copyFileSync(join(dist, name), join(app, name.split('/')[1] as string));
}

/** What says whether two programs make the same: all that runs, and the packages that stay outside. Read by cli/paths.ts. */
const digest = createHash('sha256').update(readFileSync(join(dist, '..', 'package.json')));
for (const name of readdirSync(app).sort()) {
  if (/\.c?js$/.test(name)) digest.update(name).update(readFileSync(join(app, name)));
}
writeFileSync(join(app, 'program.txt'), `${digest.digest('hex').slice(0, 32)}\n`);
