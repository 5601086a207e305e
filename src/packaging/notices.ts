import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A package whose code, or data made of it, is in the program. */
interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly author: string;
  readonly source: string;
  /** What it tells of its licence, a text a file. */
  readonly texts: readonly string[];
}

const packageFolder = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/;
const telling = /^(licen[cs]es?|copying|notice)([-._].*)?$/i;
const rule = '-'.repeat(78);

/**
 * The notices that must go with the program: for each package that the files (of node_modules, relative to the working folder)
 * come from, its licence as it tells it; then the notices that stand in the files themselves. The same packages give the same text.
 */
export function noticesOf(files: Iterable<string>, inFiles: Iterable<string>): string {
  const folders = new Set([...files].flatMap((file) => packageFolder.exec(resolve(file)) ?? []));
  const bundled = [...folders].map(readPackage).sort((a, b) => (titleOf(a) < titleOf(b) ? -1 : 1));
  const parts = bundled.map((one) => {
    const of = compiled[one.name];
    const text = licenceOf(one, bundled);
    return `${titleOf(one)}: ${one.license}\n\n${of ? `Its WebAssembly is compiled of ${of}\n\n${text}` : text}`;
  });
  const head =
    'jibiao is published with the code of these packages in it. Each stays under its own licence.\n' +
    'The faces in fonts/ have theirs beside them (fonts/NOTICES.md).';
  const own = [...new Set([...inFiles].map(trimmed))].sort();
  const tail = ['Notices that stand in the files of these packages', ...own].join('\n\n');
  return `${[head, ...parts, tail].join(`\n\n${rule}\n`)}\n`;
}

function titleOf({ name, version }: Bundled): string {
  return `${name} ${version}`;
}

function readPackage(folder: string): Bundled {
  const { name, version, license, author, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = tellingFiles(folder).map((path) => trimmed(readFileSync(path, 'utf8')));
  if (!license && texts.length === 0) throw new Error(`${folder} tells no licence`);
  return {
    name,
    version,
    license: license ?? 'as its text says',
    author: typeof author === 'object' ? author.name : (author ?? ''),
    source: addressOf(typeof repository === 'object' ? repository.url : (repository ?? name)),
    texts,
  };
}

/** As a browser takes it. */
function addressOf(repository: string): string {
  return repository.replace(/^(git\+)?(ssh:\/\/|https?:\/\/|git:\/\/)?(git@)?github\.com[:/]/, 'https://github.com/');
}

/** Files about licences, also those in a folder of them. */
function tellingFiles(folder: string): string[] {
  const found = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => telling.test(name));
  return found
    .map((entry) => ({ path: join(folder, entry.name), inside: entry.isDirectory() }))
    .flatMap(({ path, inside }) => (inside ? readdirSync(path).map((name) => join(path, name)) : [path]))
    .sort();
}

/** What WebAssembly was compiled of, and where its notices are: its packages have none of them. */
const compiled: Readonly<Record<string, string>> = {
  harfbuzzjs: 'HarfBuzz, under the "Old MIT" licence: https://github.com/harfbuzz/harfbuzz/blob/main/COPYING',
  '@resvg/resvg-wasm': 'resvg and the Rust libraries that it names: https://github.com/linebender/resvg',
};

/** A package without a file about it points to the text of the same licence, where another has it, and to its source. */
function licenceOf({ name, license, author, source, texts }: Bundled, all: readonly Bundled[]): string {
  if (texts.length > 0) return texts.join('\n\n');
  const same = all.find((one) => one.license === license && one.texts.length > 0);
  const where = same ? `stands under ${titleOf(same)}` : `is at https://spdx.org/licenses/${license}.html`;
  const whose = author ? `Copyright (c) ${author}` : `Copyright (c) the authors of ${name}`;
  return `${whose}\n\nThe package has no file of its licence, whose text ${where}. Its source: ${source}`;
}

function trimmed(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}
