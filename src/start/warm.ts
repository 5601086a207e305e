import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Run by bundle.ts in a process of its own: does what the program is mostly used for, into a folder that goes away, and keeps
 * the code of all that was called.
 */
interface Loader {
  load(name: string): { main(args: readonly string[]): Promise<void> };
  keepCode(): void;
}

const path = (from: string): string => fileURLToPath(new URL(from, import.meta.url));
const { load, keepCode } = createRequire(import.meta.url)('../app/load.js') as Loader;
const out = mkdtempSync(join(tmpdir(), 'jibiao-warm-'));
const sample = path('../../data/guangzhou-2023.json');
const { main } = load('main.js');
try {
  await main(['--help']);
  await main(['build', sample, '--out', out, '--to', 'pdf,docx', '--quiet']);
  await main(['check', sample]);
  keepCode();
} finally {
  rmSync(out, { recursive: true, force: true });
}
