import type { CommandModule } from 'yargs';
import { type ExtractOptions, single } from './options.js';
import type { Words } from './words.js';

export function extractCommand(text: Words): CommandModule<object, ExtractOptions> {
  return {
    command: 'extract <file>',
    describe: text.extract,
    builder: (yargs) =>
      yargs
        .positional('file', { type: 'string', demandOption: true, describe: text.extractFile })
        .option('out', { ...single(text.extractOut), alias: 'o' }),
    handler: async (options) => (await import('./runExtract.js')).runExtract(options),
  };
}
