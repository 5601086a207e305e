import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run, withCommit } from './tree.js';

/**
 * `npm run bytes -- COMMIT [RUN …]`: makes everything that the samples are published as with this tree and with that commit, or
 * these runs only, and compares the bytes. Answers 1 when a file differs or only one of them makes it. The commit is checked out and built in a folder of its
 * own, which is deleted; the data are this tree's for both, so that only the program is compared.
 */

const every = 'pdf,docx,html,csv,xlsx';
const documents = 'pdf,docx,html';

/** What is made, each into a folder of its own. */
const runs: readonly (readonly [name: string, ...words: string[]])[] = [
  ['build', 'build', 'DATA', '--to', every],
  ['native', 'build', 'DATA', '--to', 'docx', '--docx-fonts', 'native'],
  ['editable', 'build', 'DATA', '--to', 'docx', '--docx-fonts', 'editable'],
  ['pdfa-1b', 'build', 'DATA', '--to', 'pdf', '--pdfa', '1b'],
  ['draft', 'build', 'DATA', '--to', documents, '--draft'],
  ['appendix', 'appendix', 'DATA', '--to', documents, '--number', '附件1'],
  ['summary', 'summary', 'DATA', '--to', documents],
  ['check', 'check', 'DATA', '--to', 'pdf,docx,xlsx'],
  ['diff', 'diff', 'DATA/guangzhou-2023.json', 'DATA/guangzhou-2025.json', '--to', 'pdf,docx'],
];

/** The digest of each file that a tree's program makes of the data, by its path. */
function made(tree: string, data: string): Map<string, string> {
  const out = mkdtempSync(join(tmpdir(), 'jibiao-bytes-out-'));
  for (const [name, ...words] of runs) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const args = words.map((word) => word.replace('DATA', data));
    run(process.execPath, [join(tree, 'dist/app/main.js'), ...args, '--out', join(out, name)], tree);
  }
  const files = (readdirSync(out, { recursive: true }) as string[]).map((file) => file.replaceAll('\\', '/')).sort();
  // Hidden files and manifests are for the next run alone, and name the program.
  const outputs = files.filter(
    (file) => statSync(join(out, file)).isFile() && !/(^|\/)\.|\.manifest\.json$/.test(file),
  );
  const digests = outputs.map((file): [string, string] => [file, digest(readFileSync(join(out, file)))]);
  rmSync(out, { recursive: true });
  return new Map(digests);
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const [commit, ...wanted] = process.argv.slice(2);
const known = runs.map(([name]) => name);
if (!commit || wanted.some((name) => !known.includes(name))) {
  throw new Error(`npm run bytes -- COMMIT [${known.join('|')} …]`);
}
if (!existsSync('dist/app/main.js')) throw new Error('npm run build');
const data = resolve('data');
const theirs = withCommit(commit, (folder) => made(folder, data));
const ours = made(process.cwd(), data);
const differing = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
  (file) => ours.get(file) !== theirs.get(file),
);
for (const [file, sum] of ours) if (!differing.includes(file)) console.log(`${sum.slice(0, 16)}  ${file}`);
for (const file of differing) {
  console.log(`differs: ${file} (${ours.get(file) ?? 'not made'}, at ${commit} ${theirs.get(file) ?? 'not made'})`);
}
console.log(`${ours.size} files, ${differing.length} differ from ${run('git', ['rev-parse', commit], '.')}`);
process.exitCode = differing.length > 0 || ours.size === 0 ? 1 : 0;
