import { existsSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fault, type Problem, Problems } from '../problem.js';
import { cannotWrite, makeFolder } from './folder.js';
import { type Owner, readOwner, stillRuns, thisOwner } from './owner.js';
import { clearAway, type WholeFile, writeWhole } from './writeWhole.js';

/** Stands in a folder of outputs while a run works there, and says which; hidden, as it is not to be published. */
const lockName = '.jibiao.lock';

/** Seconds that a run waits for another one, and milliseconds between its looks. */
const usualPatience = 60;
const betweenLooks = 50;

/** Milliseconds after which a lock is nobody's: of a run on another machine; of one that was killed before it said who it was. */
const oldElsewhere = 3_600_000;
const oldUnsigned = 10_000;

/**
 * Works in a folder of outputs while no other run does; makes it if it is missing. Waits for a run that is at work there, takes
 * over from one that is no more, and leaves nothing behind, no empty folder either. Throws Problems `folder-busy` when the wait
 * (in seconds) is too long, `cannot-write`, and what `work` throws.
 */
export async function inFolder<T>(folder: string, work: () => T | Promise<T>, patience = usualPatience): Promise<T> {
  const made = new Set<string>();
  const lock = join(resolve(folder), lockName);
  for (let looks = 0; !take(lock, folder, made); looks += 1) {
    if (looks * betweenLooks >= patience * 1000) throw new Problems([busy(folder, lock, patience)]);
    await pause(betweenLooks);
  }
  held.add(lock);
  try {
    return await work();
  } finally {
    release(lock);
    held.delete(lock);
    for (const one of [...made].reverse()) removeEmpty(one);
  }
}

/** Writes the files of one folder, all or none, while no other run works there. Throws as `inFolder` and `writeWhole`. */
export async function writeAlone(files: readonly WholeFile[]): Promise<void> {
  const [first] = files;
  if (first) await inFolder(dirname(first.path), () => writeWhole(files));
}

/** Takes away what runs that were killed have left in a folder, unless another one works there. */
export function clearLeft(folder: string): void {
  const lock = join(folder, lockName);
  if (existsSync(lock) && !takenAway(lock)) return;
  clearAway(folder);
}

/** Locks of this process: whatever ends it in order takes them away. */
const held = new Set<string>();
process.once('exit', () => {
  for (const lock of held) release(lock);
});

function release(lock: string): void {
  rmSync(lock, { force: true });
}

function take(lock: string, folder: string, made: Set<string>): boolean {
  for (const one of makeFolder(folder)) made.add(one);
  try {
    sign(lock);
    return true;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') takenAway(lock);
    // Who had made the folder may have taken it away again.
    else if (code !== 'ENOENT' || !existsSync(folder)) throw new Problems([cannotWrite(folder, cause)]);
    return false;
  }
}

/** Throws the system's Error where there is such a file. */
function sign(lock: string): void {
  writeFileSync(lock, `${JSON.stringify(thisOwner())}\n`, { flag: 'wx' });
}

/**
 * Takes a lock away that is nobody's any more. One run at a time, under a lock of its own: another that saw the same old lock
 * must not take away the new one.
 */
function takenAway(lock: string): boolean {
  const before = ownerOf(lock);
  if (before && stillRuns(before)) return false;
  const guard = `${lock}.old`;
  try {
    sign(guard);
  } catch {
    const other = ownerOf(guard);
    if (other && stillRuns(other) === false) rmSync(guard, { force: true });
    return false;
  }
  try {
    const nobodys = isNobodys(lock, guard);
    if (nobodys) rmSync(lock, { force: true });
    return nobodys;
  } finally {
    rmSync(guard, { force: true });
  }
}

/** The age of a lock is by the clock of the disk: machines that share one may differ. */
function isNobodys(lock: string, now: string): boolean {
  const owner = ownerOf(lock);
  const running = owner && stillRuns(owner);
  if (running !== undefined) return !running;
  return age(lock, now) > (owner ? oldElsewhere : oldUnsigned);
}

function ownerOf(lock: string): Owner | undefined {
  try {
    return readOwner(readFileSync(lock, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Milliseconds by which a file is older than another. */
function age(file: string, than: string): number {
  const [older, newer] = [file, than].map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return (newer as number) - (older as number);
}

/** A folder that was made for nothing. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {}
}

function busy(folder: string, lock: string, patience: number): Problem {
  const owner = ownerOf(lock);
  const who = owner ? `${owner.host}, ${owner.pid}` : '?';
  return fault(
    'folder-busy',
    {
      zh: `另一次运行正在 ${folder} 里生成（主机、进程号：${who}），等了 ${patience} 秒，没有写入`,
      en: `another run is at work in ${folder} (machine, process: ${who}); nothing was written after ${patience} seconds of waiting`,
    },
    { file: folder },
    {
      zh: `等它结束再运行，或换一个 --out；若那台机器上已没有这个进程，删去 ${lock}`,
      en: `run again when it has ended, or with another --out; if there is no such process there any more, delete ${lock}`,
    },
  );
}
