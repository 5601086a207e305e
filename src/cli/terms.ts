import type { CommandModule } from 'yargs';
import { single, type TermsOptions } from './options.js';
import type { Words } from './words.js';

export function termsCommand(text: Words): CommandModule<object, TermsOptions> {
  return {
    command: 'terms <report>',
    describe: text.terms.command,
    builder: (yargs) =>
      yargs
        .positional('report', { type: 'string', demandOption: true, describe: text.terms.report })
        .option('to', {
          choices: ['csv', 'xliff', 'tmx'] as const,
          default: 'csv' as const,
          describe: text.terms.to,
          requiresArg: true,
        })
        .option('terms', single(text.terms.file))
        .option('out', { ...single(text.terms.out), alias: 'o' })
        .option('quiet', { type: 'boolean', alias: 'q', default: false, describe: text.quiet }),
    handler: async (options) => (await import('./runTerms.js')).runTerms(options, text),
  };
}
