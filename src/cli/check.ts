import type { CommandModule } from 'yargs';
import { type CheckOptions, folders, joined, single, workshopOptions, writingOptions } from './options.js';
import type { Outcome } from './outcome.js';
import type { Words } from './words.js';

export function checkCommand(text: Words, outcome: Outcome): CommandModule<object, CheckOptions> {
  return {
    command: 'check [reports..]',
    describe: text.check.command,
    builder: (yargs) =>
      yargs
        .positional('reports', { type: 'string', array: true, default: [], describe: text.buildReports })
        .options(workshopOptions(text))
        .option('to', { type: 'string', describe: text.check.to, requiresArg: true, default: '', coerce: joined })
        .option('mark', { type: 'boolean', default: false, describe: text.check.mark })
        .options(writingOptions(text))
        .option('templates', folders(text.templates('check/report.hbs')))
        .option('hints', { type: 'boolean', default: false, describe: text.check.hints })
        .option('strict', { type: 'boolean', default: false, describe: text.check.strict })
        .option('sarif', single(text.check.sarif))
        .option('explain', single(text.check.explain))
        .option('rules', { type: 'boolean', default: false, describe: text.check.rules }),
    handler: async (options) => (await import('./runCheck.js')).runCheck(options, text, outcome),
  };
}
