import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** The process that works in a folder; identified also by its start, because process numbers are reused. */
export interface Owner {
  readonly host: string;
  /** The namespace of its process number: a machine may have several (containers). */
  readonly space: string;
  readonly pid: number;
  /** When the process started, in the system's clock ticks; '' where the system does not say. */
  readonly start: string;
}

export function thisOwner(): Owner {
  return { host: hostname(), space: processSpace(), pid: process.pid, start: started(process.pid) ?? '' };
}

/** Whether an owner still runs; undefined when it is on another machine, where we cannot know. */
export function stillRuns({ host, space, pid, start }: Owner): boolean | undefined {
  if (host !== hostname() || space !== processSpace()) return undefined;
  if (!isRunning(pid)) return false;
  const now = started(pid);
  return now === undefined || start === '' || now === start;
}

/** The owner in a lock's text; undefined when it is invalid. */
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
    // A zombie, whose parent has not asked for its exit code yet, does not count.
    return !/^[ZX]/.test(statusOf(pid) ?? '');
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Clock ticks between the start of the machine and that of the process: field 22 of proc(5)'s stat. */
function started(pid: number): string | undefined {
  return statusOf(pid)?.split(' ')[19];
}

/** The fields of stat after the process's name, which may contain anything; undefined where there is no /proc. */
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
