import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fault, type Problem, Problems } from '../problem.js';

/** Folders and facts of the installed package; this file lives two folders below its root. */
export const shippedTemplates = fileURLToPath(new URL('../../templates', import.meta.url));
export const shippedFonts = fileURLToPath(new URL('../../fonts', import.meta.url));

export function packageVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Version and digest of the program, which bundle.ts wrote, and of Node, whose zlib packs files. */
export function programStamp(): string {
  const path = new URL('program.txt', import.meta.url);
  // Unbundled, as in tests, each process is a program of its own.
  const digest = existsSync(path) ? readFileSync(path, 'utf8').trim() : `${process.pid}-${process.hrtime.bigint()}`;
  return `jibiao ${packageVersion()} ${digest} Node ${process.version}`;
}

/**
 * The report files that are meant: files as they are, folders by the `.json` files directly in them (schemas and manifests aside), in
 * the order of their names. Throws Problems `no-report` when a name leads to nothing.
 */
export function reportFiles(names: readonly string[]): string[] {
  const problems: Problem[] = names.length === 0 ? [noName] : [];
  const files = names.flatMap((name) => {
    const found = filesAt(name);
    if (found.length === 0) problems.push(noReport(name));
    return found;
  });
  if (problems.length > 0) throw new Problems(problems);
  return [...new Set(files)];
}

function filesAt(name: string): string[] {
  const kind = kindOf(name);
  if (kind !== 'folder') return kind === 'file' ? [name] : [];
  return readdirSync(name)
    .filter((file) => /\.json$/i.test(file) && !/\.(schema|manifest)\.json$/i.test(file) && !file.startsWith('.'))
    .sort()
    .map((file) => join(name, file));
}

/** A name too long or a ring of links leads to nothing, like a missing file. */
function kindOf(name: string): 'file' | 'folder' | 'none' {
  try {
    return statSync(name).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'none';
  }
}

const noName = fault('no-report', { zh: '没有写明报告文件', en: 'no report is named' }, undefined, {
  zh: '例如：jibiao build 报告.json',
  en: 'for example: jibiao build report.json',
});

function noReport(name: string): Problem {
  return fault(
    'no-report',
    { zh: `找不到报告：${name}`, en: `no report at ${name}` },
    { file: name },
    { zh: '请写报告的 .json 文件，或含有这些文件的文件夹', en: 'name a report .json file or a folder of them' },
  );
}
