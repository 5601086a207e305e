import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileFormats } from '../formats/rows.js';

/**
 * Run by bundle.ts in a process of its own: does what the program is mostly used for, into a folder that goes away, and keeps
 * the code of all that was called; then the rest, and keeps the code of the parts that only it needs: what a build reads stays
 * small.
 */
interface Loader {
  load(name: string): { run(args: readonly string[]): Promise<number> };
  keepCode(): void;
}

const path = (from: string): string => fileURLToPath(new URL(from, import.meta.url));
const { load, keepCode } = createRequire(import.meta.url)('../app/load.js') as Loader;
const out = mkdtempSync(join(tmpdir(), 'jibiao-warm-'));
const [sample, later] = ['guangzhou-2023', 'guangzhou-2025'].map((name) => path(`../../data/${name}.json`)) as [
  string,
  string,
];
const usual = ['pdf', 'docx'];
const others = fileFormats()
  .filter((format) => !usual.includes(format))
  .join(',');
const first = [['--help'], ['build', sample, '--out', out, '--to', usual.join(','), '--quiet'], ['check', sample]];
const rest = [
  ['appendix', sample, '--out', out, '--to', others, '--quiet'],
  ['summary', sample, '--out', out, '--quiet'],
  ['terms', sample],
  ['diff', sample, later],
  ['fix', sample],
  ['verify', sample, '--out', out],
  ['import', join(out, 'guangzhou-2023', 'guangzhou-2023.docx'), '--out', join(out, 'read'), '--yes', '--quiet'],
  ['extract', join(out, 'guangzhou-2023', 'guangzhou-2023.pdf')],
  ['layouts', '--region', '上海市普陀区'],
];
const { run } = load('main.js');
try {
  for (const commands of [first, rest]) {
    for (const args of commands) {
      const code = await run(args);
      if (code !== 0) throw new Error(`jibiao ${args.join(' ')} ended with ${code}`);
    }
    keepCode();
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}
