import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Trees of this program at other commits, for scripts that compare. */

export function run(command: string, args: readonly string[], cwd: string): string {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} (${cwd}): ${status}\n${stdout}${stderr}`);
  return stdout;
}

/** Checks a commit out and builds it in a folder of its own, which is deleted when `use` is done. */
export function withCommit<T>(commit: string, use: (folder: string) => T): T {
  const folder = join(mkdtempSync(join(tmpdir(), 'jibiao-tree-')), 'tree');
  try {
    checkedOut(commit, folder);
    return use(folder);
  } finally {
    run('git', ['worktree', 'remove', '--force', folder], '.');
  }
}

/** The commit's tree, built. Its libraries are ours where it asks for the same. */
function checkedOut(commit: string, folder: string): void {
  run('git', ['worktree', 'add', '--detach', folder, commit], '.');
  const lock = 'package-lock.json';
  if (readFileSync(lock, 'utf8') === readFileSync(join(folder, lock), 'utf8')) {
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  } else run('npm', ['ci'], folder);
  run('npm', ['run', 'build'], folder);
}
