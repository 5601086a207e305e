import type { CommandModule } from 'yargs';
import { folders, joined, type SummaryOptions, single, writingOptions } from './options.js';
import type { Outcome } from './outcome.js';
import type { Words } from './words.js';

export function summaryCommand(text: Words, outcome: Outcome): CommandModule<object, SummaryOptions> {
  const own = text.summary;
  return {
    command: 'summary [reports..]',
    describe: own.command,
    builder: (yargs) =>
      yargs
        .positional('reports', { type: 'string', array: true, default: [], describe: text.buildReports })
        .option('arrange', {
          choices: ['columns', 'interleaved'] as const,
          default: 'columns' as const,
          describe: own.arrange,
          requiresArg: true,
        })
        .option('to', { type: 'string', describe: own.to, requiresArg: true, default: 'pdf,docx', coerce: joined })
        .option('terms', single(own.terms))
        .option('templates', folders(text.templates('summary/columns.hbs')))
        .option('fonts', folders(text.fonts))
        .option('out', { ...single(text.out), alias: 'o', default: 'out' })
        .options(writingOptions(text))
        .option('draft', { type: 'boolean', default: false, describe: text.draft })
        .option('json', { type: 'boolean', default: false, describe: text.json })
        .option('quiet', { type: 'boolean', alias: 'q', default: false, describe: text.quiet }),
    handler: async (options) => (await import('./runSummary.js')).runSummary(options, text, outcome),
  };
}
