import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiled } from './compiled.js';

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
  const used = new Set<string>();
  const parts = bundled.map((one) => `${titleOf(one)}: ${one.license}\n\n${textsOf(one, used)}`);
  const licences = [...used].sort().map((id) => `${headOf(id)}\n\n${licenceText(id)}`);
  const head =
    'jibiao is published with the code of these packages in it. Each stays under its own licence.\n' +
    'The faces in fonts/ have theirs beside them (fonts/NOTICES.md).';
  const own = [...new Set([...inFiles].map(trimmed))].sort();
  const tail = ['Notices that stand in the files of these packages', ...own].join('\n\n');
  return `${[head, ...parts, ...licences, tail].join(`\n\n${rule}\n`)}\n`;
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

/** Its own texts, and what its WebAssembly was compiled of; `used` gets the licences whose texts must then be there. */
function textsOf(one: Bundled, used: Set<string>): string {
  const stands = (license: string): string => {
    used.add(license);
    return `Its licence stands below: ${headOf(license)}`;
  };
  const whose = `Copyright (c) ${one.author || `the authors of ${one.name}`}`;
  const own = one.texts.length > 0 ? one.texts : [`${whose}\n${stands(one.license)}. Its source: ${one.source}`];
  const parts = (compiled[one.name] ?? []).map(
    ({ name, license, holders }) => `${name}: ${license}\nCopyright (c) ${holders}\n${stands(license)}`,
  );
  const intro = parts.length > 0 ? ['Its WebAssembly is compiled of:'] : [];
  return [...own, ...intro, ...parts].join('\n\n');
}

function headOf(license: string): string {
  return `The licence ${license}`;
}

const licences = fileURLToPath(new URL('../../src/packaging/licences', import.meta.url));

/** The text of a licence without a holder. Throws for one that is not there: it must be added before the package is published. */
function licenceText(id: string): string {
  return trimmed(readFileSync(join(licences, `${id}.txt`), 'utf8'));
}

function trimmed(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}
