import type { Argv, CommandModule } from 'yargs';
import {
  type AppendixOptions,
  type BuildOptions,
  bookletOptions,
  joined,
  workersOption,
  workshopOptions,
  writingOptions,
} from './options.js';
import type { Outcome } from './outcome.js';
import type { Words } from './words.js';

export function buildCommand(text: Words, outcome: Outcome): CommandModule<object, BuildOptions> {
  return {
    command: 'build [reports..]',
    describe: text.build,
    builder: (yargs) => buildOptions(yargs, text).option('workers', workersOption(text.workers)),
    // Only loaded when it runs, so that help and completion do not wait for the engines.
    handler: async (options) => (await import('./runBuild.js')).runBuild(options, text, outcome),
  };
}

export function appendixCommand(text: Words, outcome: Outcome): CommandModule<object, AppendixOptions> {
  return {
    command: 'appendix [reports..]',
    describe: text.appendix,
    builder: (yargs) =>
      buildOptions(yargs, text).options(bookletOptions(text)).option('workers', workersOption(text.workers)),
    handler: async (options) => (await import('./runBuild.js')).runAppendix(options, text, outcome),
  };
}

export function buildOptions<T>(yargs: Argv<T>, text: Words) {
  return contentOptions(yargs, text)
    .options({ out: workshopOptions(text).out })
    .option('force', { type: 'boolean', default: false, describe: text.force })
    .option('overwrite', { type: 'boolean', default: false, describe: text.overwrite });
}

/** What is built and how, wherever it is built and goes. */
export function contentOptions<T>(yargs: Argv<T>, text: Words) {
  const { out: _, ...workshop } = workshopOptions(text);
  return yargs
    .positional('reports', { type: 'string', array: true, default: [], describe: text.buildReports })
    .options(workshop)
    .option('to', { type: 'string', describe: text.to, requiresArg: true, default: 'pdf,docx', coerce: joined })
    .options(writingOptions(text))
    .option('source', { type: 'boolean', default: true, describe: text.source })
    .option('draft', { type: 'boolean', default: false, describe: text.draft })
    .option('internal', { type: 'boolean', default: false, describe: text.internal });
}
