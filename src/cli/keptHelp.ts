import type { Argv } from 'yargs';

interface Inside {
  getInternalMethods?(): { getUsageInstance?(): { cacheHelpMessage?: () => void } };
}

/**
 * Keeps yargs 18 from formatting the help of each command that runs, in case it fails: we never show it then (run.ts), and it
 * takes a tenth of the time of a small table. Any other yargs is left as it is.
 */
export function withoutKeptHelp<T>(commandLine: Argv<T>): Argv<T> {
  const usage = (commandLine as Inside).getInternalMethods?.().getUsageInstance?.();
  if (usage?.cacheHelpMessage) usage.cacheHelpMessage = () => {};
  return commandLine;
}
