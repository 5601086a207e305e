import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who works in a folder: a process is known by its start, too, since numbers are given again. */
export interface Owner {
  readonly host: string;
  /** The numbers of its processes mean something only there: one machine may have several such spaces (containers). */
  readonly space: string;
  readonly pid: number;
  /** When the process started, in the system's own count; '' where the system does not tell. */
  readonly start: string;
}

export function thisOwner(): Owner {
  return { host: hostname(), space: processSpace(), pid: process.pid, start: started(process.pid) ?? '' };
}

/** Whether an owner still runs; undefined when it is on another machine, where nobody here can know. */
export function stillRuns({ host, space, pid, start }: Owner): boolean | undefined {
  if (host !== hostname() || space !== processSpace()) return undefined;
  if (!isRunning(pid)) return false;
  const now = started(pid);
  return now === undefined || start === '' || now === start;
}

/** What a file says of its owner; undefined when it says nothing that is understood. */
export function readOwner(text: string): Owner | undefined {
  try {
    const { host, space, pid, start } = JSON.parse(text) as Owner;
    const isKnown = [host, space, start].every((word) => typeof word === 'string') && Number.isInteger(pid) && pid > 0;
    return isKnown ? { host, space, pid, start } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a process of this number runs on this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that has ended and was not yet asked for its answer is still counted.
    return !/^[ZX]/.test(statusOf(pid) ?? '');
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The 22nd field of proc(5)'s stat: clock ticks between the start of the machine and that of the process. */
function started(pid: number): string | undefined {
  return statusOf(pid)?.split(' ')[19];
}

/** The fields behind a process's name, which may hold anything; undefined where there is no /proc. */
function statusOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2);
  } catch {
    return undefined;
  }
}

function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
