import { existsSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fault, type Problem, Problems } from '../problem.js';
import { cannotWrite, makeFolder } from './folder.js';
import { type Owner, readOwner, stillRuns, thisOwner } from './owner.js';
import { clearAway, type WholeFile, writeWhole } from './writeWhole.js';

/** The file in a folder of outputs that says which run is working there; hidden, because it is not to be published. */
const lockName = '.jibiao.lock';

/** Seconds that a run waits for another one, and milliseconds between its attempts. */
const usualPatience = 60;
const betweenLooks = 50;

/** Milliseconds after which a lock is abandoned: of a run on another machine; of one that was killed before it wrote its owner. */
const oldElsewhere = 3_600_000;
const oldUnsigned = 10_000;

/**
 * Does `work` in a folder of outputs while no other run works there; makes the folder if it is missing. Waits for another run,
 * takes over from one that was killed, and leaves no lock or empty folder behind. Throws Problems `folder-busy` after waiting
 * `patience` seconds, `cannot-write`, and what `work` throws.
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

/** Deletes what killed runs have left in a folder, unless another run works there. */
export function clearLeft(folder: string): void {
  const lock = join(folder, lockName);
  if (existsSync(lock) && !deletedLock(lock)) return;
  clearAway(folder);
}

/** The locks of this process, deleted when it exits. */
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
    if (code === 'EEXIST') deletedLock(lock);
    // The run that made the folder may have deleted it again.
    else if (code !== 'ENOENT' || !existsSync(folder)) throw new Problems([cannotWrite(folder, cause)]);
    return false;
  }
}

/** Writes a lock with its owner. Throws the system's Error where there is one. */
function sign(lock: string): void {
  writeFileSync(lock, `${JSON.stringify(thisOwner())}\n`, { flag: 'wx' });
}

/**
 * Deletes an abandoned lock. Only one run at a time, under another lock: a second run that saw the same old lock must not delete
 * the new one.
 */
function deletedLock(lock: string): boolean {
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
    const abandoned = isAbandoned(lock, guard);
    if (abandoned) rmSync(lock, { force: true });
    return abandoned;
  } finally {
    rmSync(guard, { force: true });
  }
}

/** Ages are by the clock of the disk (`now` is a file just written), because machines that share it may differ. */
function isAbandoned(lock: string, now: string): boolean {
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

/** Deletes a folder if it is empty. */
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
