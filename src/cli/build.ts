import type { CommandModule } from 'yargs';
import { type BuildOptions, single, workshopOptions } from './options.js';
import type { Outcome } from './outcome.js';
import type { Words } from './words.js';

export function buildCommand(text: Words, outcome: Outcome): CommandModule<object, BuildOptions> {
  return {
    command: 'build [reports..]',
    describe: text.build,
    builder: (yargs) =>
      yargs
        .positional('reports', { type: 'string', array: true, default: [], describe: text.buildReports })
        .options(workshopOptions(text))
        .option('to', { ...single(text.to), default: 'pdf,docx' })
        .option('docx-fonts', {
          choices: ['used', 'editable', 'native'] as const,
          default: 'used' as const,
          describe: text.docxFonts,
          requiresArg: true,
        })
        .option('verify', { type: 'boolean', default: true, describe: text.verify }),
    // Loaded only when it runs: help and completion must not wait for the engines.
    handler: async (options) => (await import('./runBuild.js')).runBuild(options, text, outcome),
  };
}
