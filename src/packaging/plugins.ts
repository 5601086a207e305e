import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

/** What bundle.ts puts in the place of what packages and files of ours are, so that less is loaded and set up at each start. */
const dist = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Whoever (`from`) asks for a file of a package gets one of ours (this folder), which alone gets theirs. */
export function standIn(filter: RegExp, file: string, from = /./): Plugin {
  const path = join(dist, 'packaging', file);
  return {
    name: file,
    setup: ({ onResolve }) =>
      onResolve({ filter }, ({ importer }) => (importer === path || !from.test(importer) ? undefined : { path })),
  };
}

/** What a file of ours exports, which is data, in place of what makes it and the libraries that help. */
export function asData(file: string): Plugin {
  const path = join(dist, file);
  return {
    name: file,
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.js$/ }, async (asked) => {
        if (asked.path !== path) return undefined;
        const all: Record<string, unknown> = await import(pathToFileURL(path).href);
        const lines = Object.entries(all).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`);
        return { contents: lines.join('\n'), loader: 'js' };
      }),
  };
}

/** Of a package whose modules do nothing but export, and which does not say so. */
export function onlyWhatIsUsed(name: string): Plugin {
  return {
    name: `only what is used of ${name}`,
    setup: ({ onResolve, resolve }) =>
      onResolve({ filter: /./ }, async ({ path, pluginData, ...rest }) => {
        const inside = path === name || rest.importer.includes(join('node_modules', name));
        if (!inside || pluginData === name) return undefined;
        return { ...(await resolve(path, { ...rest, pluginData: name })), sideEffects: false };
      }),
  };
}

/** yargs reads its words from a folder beside its own files: here `locales` in `app`, beside main.js. */
export function yargsWords(app: string): Plugin {
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

/** Code that asks where a `.wasm` of a package is finds it in `folder`, beside main.js. */
export function filesBeside(folder: string, askers: RegExp): Plugin {
  const asked = /\w+\.resolve\(['"]([^'"]+\.wasm)['"]\)/g;
  return {
    name: 'files of packages',
    setup: ({ onLoad }) =>
      onLoad({ filter: askers }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (text.search(asked) < 0) throw new Error(`${path} asks for no file of a package`);
        const contents = text.replace(asked, (_, file: string) => {
          copyFileSync(createRequire(path).resolve(file), join(folder, basename(file)));
          return `(__dirname + '/${basename(folder)}/${basename(file)}')`;
        });
        return { contents, loader: 'js' };
      }),
  };
}

/** The tables of Chinese encodings that pdf.js reads PDFs with whose fonts are not inside, into a folder; a file of ours names it. */
export function cMapsBeside(folder: string): Plugin {
  return {
    name: 'tables of Chinese encodings',
    setup: ({ onLoad }) =>
      onLoad({ filter: /grids.pdf.cMapFolder\.js$/ }, ({ path }) => {
        const theirs = join(dirname(createRequire(path).resolve('pdfjs-dist/package.json')), 'cmaps');
        const names = readdirSync(theirs).filter((name) => /GB|^LICENSE/.test(name));
        if (names.length < 30) throw new Error(`${theirs} lacks tables`);
        mkdirSync(join(folder, 'cmaps'));
        for (const name of names) copyFileSync(join(theirs, name), join(folder, 'cmaps', name));
        const contents = `export const cMapFolder = () => __dirname + '/${basename(folder)}/cmaps';`;
        return { contents, loader: 'js' };
      }),
  };
}

/** What only a canvas needs, which pdf.js would look for and miss: the loading of one, and a matrix of its kind. */
const ofCanvas: readonly [RegExp, string][] = [
  [/ {2}let canvas;\n {2}try \{(?:.|\n)*?(?= {2}if \(!globalThis\.navigator)/, ''],
  [/^const SCALE_MATRIX = new DOMMatrix\(\);$/m, 'const SCALE_MATRIX = {};'],
];

/** pdf.js with its worker, which it would look for beside itself, and without a canvas to draw on. */
export const pdfJsAlone: Plugin = {
  name: 'pdf.js alone',
  setup: ({ onLoad }) =>
    onLoad({ filter: /legacy.build.pdf\.mjs$/ }, ({ path }) => {
      let text = readFileSync(path, 'utf8');
      for (const [from, to] of ofCanvas) {
        if (!from.test(text)) throw new Error(`${path} has no ${from}`);
        text = text.replace(from, to);
      }
      return { contents: `import './pdf.worker.mjs';\n${text}`, loader: 'js' };
    }),
};
