import type { CommandModule } from 'yargs';
import { type BuildOptions, workshopOptions } from './options.js';
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
        .option('to', { type: 'string', describe: text.to, requiresArg: true, default: 'pdf,docx', coerce: joined })
        .option('docx-fonts', {
          choices: ['used', 'editable', 'native'] as const,
          default: 'used' as const,
          describe: text.docxFonts,
          requiresArg: true,
        })
        .option('verify', { type: 'boolean', default: true, describe: text.verify })
        .option('source', { type: 'boolean', default: true, describe: text.source })
        .option('pdfa', {
          choices: ['auto', '1b'] as const,
          default: 'auto' as const,
          describe: text.pdfa,
          requiresArg: true,
        }),
    // Loaded only when it runs: help and completion must not wait for the engines.
    handler: async (options) => (await import('./runBuild.js')).runBuild(options, text, outcome),
  };
}

/** `--to pdf --to docx` means both. */
function joined(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : value.join(',');
}
