import type { Argv } from 'yargs';

interface Inside {
  getInternalMethods?(): { getUsageInstance?(): { cacheHelpMessage?: () => void } };
}

/**
 * yargs 18 lays out the help of each command that runs, for the case that it fails; ours never shows it then (run.ts), and it
 * takes a tenth of a small table's time. A yargs that is made otherwise is left as it is.
 */
export function withoutKeptHelp<T>(commandLine: Argv<T>): Argv<T> {
  const usage = (commandLine as Inside).getInternalMethods?.().getUsageInstance?.();
  if (usage?.cacheHelpMessage) usage.cacheHelpMessage = () => {};
  return commandLine;
}
