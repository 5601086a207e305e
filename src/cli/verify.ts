import type { CommandModule } from 'yargs';
import { type VerifyOptions, workshopOptions } from './options.js';
import type { Outcome } from './outcome.js';
import type { Words } from './words.js';

export function verifyCommand(text: Words, outcome: Outcome): CommandModule<object, VerifyOptions> {
  return {
    command: 'verify [reports..]',
    describe: text.verifyCommand,
    builder: (yargs) =>
      yargs
        .positional('reports', { type: 'string', array: true, default: [], describe: text.verifyFiles })
        .options(workshopOptions(text)),
    handler: async (options) => (await import('./runVerify.js')).runVerify(options, text, outcome),
  };
}
