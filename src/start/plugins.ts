import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

/** What bundle.ts puts in the place of what packages and files of ours are, so that less is loaded and set up at each start. */
const dist = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Whoever (`from`) asks for a file of a package gets one of ours (src/start), which alone gets theirs. */
export function standIn(filter: RegExp, file: string, from = /./): Plugin {
  const path = join(dist, 'start', file);
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
