import type { CommandModule } from 'yargs';
import { type DiffOptions, folders, joined, workshopOptions, writingOptions } from './options.js';
import type { Outcome } from './outcome.js';
import type { Words } from './words.js';

export function diffCommand(text: Words, outcome: Outcome): CommandModule<object, DiffOptions> {
  return {
    command: 'diff <old> <new>',
    describe: text.diff,
    builder: (yargs) =>
      yargs
        .positional('old', { type: 'string', demandOption: true, describe: text.diffOld })
        .positional('new', { type: 'string', demandOption: true, describe: text.diffNew })
        .options(workshopOptions(text))
        .option('to', { type: 'string', describe: text.diffTo, requiresArg: true, default: '', coerce: joined })
        .options(writingOptions(text))
        .option('internal', { type: 'boolean', default: false, describe: text.diffInternal })
        .option('templates', folders(text.templates('revision/table.hbs')))
        .option('exit-code', { type: 'boolean', default: false, describe: text.exitCode }),
    handler: async (options) => (await import('./runDiff.js')).runDiff(options, text, outcome),
  };
}
