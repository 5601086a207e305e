import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';

/**
 * Run by `npm run build`, after the compiler: puts the command line and its libraries into a few parts under dist/app/parts,
 * and beside them the code that this Node makes of them (start/load.ts). Node looks up, reads and compiles some 600 files
 * otherwise, which takes longer than a small table.
 */
const dist = dirname(fileURLToPath(import.meta.url));
const app = join(dist, 'app');
const parts = join(app, 'parts');

/** Engines that few runs need stay packages of their own. */
const external = ['@resvg/resvg-wasm', 'ajv', 'docx', 'esbuild', 'pdfjs-dist', 'postcss', 'subset-font', 'tinypool'];

const common = {
  platform: 'node',
  target: 'node20',
  // Less to read at each start; names stay, for the stack of a fault.
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
} satisfies BuildOptions;

rmSync(app, { recursive: true, force: true });
mkdirSync(parts, { recursive: true });
const { outputFiles, metafile } = await build({
  ...common,
  // All but the first are what threads run.
  entryPoints: {
    main: join(dist, 'cli', 'main.js'),
    buildWorker: join(dist, 'cli', 'batch', 'buildWorker.js'),
    attachedWorker: join(dist, 'pdf', 'attachedWorker.js'),
  },
  outdir: parts,
  write: false,
  metafile: true,
  bundle: true,
  splitting: true,
  format: 'esm',
  mainFields: ['module', 'main'],
  external,
  alias: {
    // fontkit unpacks WOFF2 with it, 1.3 MB; fonts/open.ts refuses WOFF2.
    'brotli/decompress.js': join(dist, 'refused.js'),
    // pdfkit encrypts with it, which we never ask for; it makes tables of numbers as it is loaded.
    '@noble/ciphers/aes': join(dist, 'refused.js'),
    // fontkit and linebreak unpack Unicode's tables with it at each start.
    'tiny-inflate': join(dist, 'start', 'inflate.cjs'),
  },
  plugins: [
    standIn(/^string-width$/, 'width.cjs'),
    standIn(/^fontkit$/, 'oneFont.js'),
    standIn(/^\.\/parser$/, 'parser.cjs', /handlebars.compiler.base\.js$/),
    yargsWords(),
  ],
  legalComments: 'external',
});

/** Whoever (`from`) asks for a file of a package gets one of ours (src/start), which alone gets theirs. */
function standIn(filter: RegExp, file: string, from = /./): Plugin {
  const path = join(dist, 'start', file);
  return {
    name: file,
    setup: ({ onResolve }) =>
      onResolve({ filter }, ({ importer }) => (importer === path || !from.test(importer) ? undefined : { path })),
  };
}

/** yargs reads its words from a folder beside its own files: here `locales` beside main.js. */
function yargsWords(): Plugin {
  const theirs = "'../../../locales'";
  return {
    name: 'words of yargs',
    setup: ({ onLoad }) =>
      onLoad({ filter: /yargs.lib.platform-shims.esm\.mjs$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!text.includes(theirs)) throw new Error(`${path} names no folder of words`);
        mkdirSync(join(app, 'locales'));
        const words = join(dirname(path), '..', '..', 'locales', 'zh_CN.json');
        copyFileSync(words, join(app, 'locales', 'zh_CN.json'));
        return { contents: text.replace(theirs, "'../locales'"), loader: 'js' };
      }),
  };
}

/** `import("./part.js")` and `import("package")` as esbuild writes them. */
const laterImport = /\bimport\(("\.\/)?/g;
let later = 0;
for (const { path, text } of outputFiles) {
  writeFileSync(path, path.endsWith('.js') ? await asPart(text) : text);
}
const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
const expected = imports.filter(({ kind }) => kind === 'dynamic-import').length;
if (later !== expected) throw new Error(`${later} later imports were found in the text, esbuild made ${expected}`);

/** Only script, not a module, can take its code from a file; it loads parts and packages by what load.ts gives it. */
async function asPart(module: string): Promise<string> {
  const script = module.replace(laterImport, (_, part) => {
    later += 1;
    return part ? `jibiaoLoad(${part}` : 'jibiaoImport(';
  });
  const { code } = await transform(script, {
    ...common,
    format: 'cjs',
    define: { 'import.meta.url': 'jibiaoUrl' },
    // What it warns of stands in libraries.
    logLevel: 'error',
  });
  return code;
}

await build({ ...common, entryPoints: [join(dist, 'start', 'load.js')], outfile: join(app, 'load.js'), format: 'cjs' });
writeFileSync(join(app, 'package.json'), '{"type":"commonjs"}\n');
const load = (name: string): string => `require('./load.js').load('${name}.js')`;
const launchers = {
  main: `#!/usr/bin/env node\n${load('main')}.main();\n`,
  buildWorker: `module.exports = ${load('buildWorker')}.default;\n`,
  attachedWorker: `${load('attachedWorker')};\n`,
};
for (const [name, text] of Object.entries(launchers)) writeFileSync(join(app, `${name}.js`), text, { mode: 0o755 });

mkdirSync(join(app, 'data'));
const profile = 'sRGB_IEC61966_2_1.icc';
const pdfkit = dirname(createRequire(import.meta.url).resolve('pdfkit'));
copyFileSync(join(pdfkit, 'data', profile), join(app, 'data', profile));
const readyParts = [
  'report/reportValidator.cjs',
  'layouts/manifestValidator.cjs',
  'layouts/readyLayouts.cjs',
  'markup/readyLooks.cjs',
];
for (const path of readyParts) {
  const name = basename(path, '.cjs');
  copyFileSync(join(dist, path), join(parts, `${name}.js`));
  writeFileSync(join(app, `${name}.cjs`), `module.exports = ${load(name)};\n`);
}

/** What says whether two programs make the same: all that runs, and the packages that stay outside. Read by cli/paths.ts. */
const digest = createHash('sha256').update(readFileSync(join(dist, '..', 'package.json')));
for (const folder of [app, parts]) {
  for (const name of readdirSync(folder).sort()) {
    if (/\.c?js$/.test(name)) digest.update(name).update(readFileSync(join(folder, name)));
  }
}
writeFileSync(join(app, 'program.txt'), `${digest.digest('hex').slice(0, 32)}\n`);

execFileSync(process.execPath, [join(dist, 'start', 'warm.js')], { stdio: ['ignore', 'ignore', 'pipe'] });
